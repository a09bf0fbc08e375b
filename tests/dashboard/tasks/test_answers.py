"""Task 6: which links are on paper, how often posts change hands, and what gets sharper by it."""

import pytest
from playwright.sync_api import expect

from collabnet.data.samples import copy_sample
from hands import both_hands


@pytest.fixture
def mine(tmp_path):
    return copy_sample("g1", tmp_path / "mine", called="Ours")


@both_hands
def test_which_links_are_on_paper(screen, mine, hand):
    """Asked once for each two agencies; then it is told what got sharper, and taken back."""
    walk = hand(screen(mine))
    part = walk.page.locator("#data-paper")
    heading = part.get_by_role("heading", level=2)
    walk.go("Data")
    walk.link("On paper", within=walk.page.locator(".cn-parts"))
    expect(heading).to_have_text("Nobody has said yet which links are written down")
    walk.screen.is_accessible()
    first = part.get_by_role("listitem").first
    expect(first).to_contain_text("12 referrals from Court to Residential program")
    walk.tick(first.get_by_role("radio", name="Yes, and it is in use"))
    walk.button("Save the answers", within=part)
    expect(part).to_contain_text("Kept for one link: 1 row of agreements.csv added.")
    walk.is_done_in_three_steps()
    sharper = part.locator(".cn-sharper")
    expect(sharper).to_contain_text("Referrals covered by an agreement")
    expect(sharper).to_contain_text("12 of 25")
    expect(heading).to_have_text("Nobody has said yet whether 4 of 5 links are written down")
    walk.button("Undo the last change", within=part)
    expect(part).to_contain_text("Taken back: 1 row of agreements.csv added.")
    expect(sharper).to_be_empty()
    assert len((mine / "agreements.csv").read_text("utf-8-sig").splitlines()) == 1


@both_hands
def test_how_often_posts_change_hands(screen, mine, hand):
    """Of posts, never of people; the chances that follow are told."""
    walk = hand(screen(mine))
    part = walk.page.locator("#data-posts")
    walk.go("Data")
    walk.link("Posts", within=walk.page.locator(".cn-parts"))
    for post, number in (
        ("Deputy juvenile officer, Court", "6"),
        ("Intake worker, Residential program", "2"),
    ):
        held = part.get_by_role("textbox", name=f"People who held it {post}", exact=True)
        walk.write(held, number)
    walk.button("Save the answers", within=part)
    expect(part).to_contain_text("Kept for two posts: 2 rows of posts.csv added.")
    walk.is_done_in_three_steps()
    expect(part.locator(".cn-sharper")).to_contain_text(
        "Chance that the link is gone altogether within a year"
    )
    rows = (mine / "posts.csv").read_text("utf-8-sig").splitlines()
    assert rows[1:] == [
        "court,deputy juvenile officer,6,3,,",
        "residential,intake worker,2,3,,",
    ]
