"""Tasks 2 and 4: what happens if somebody or something goes, undone again; what would help most."""

import pytest
from playwright.sync_api import expect

from collabnet.data.samples import copy_sample
from hands import both_hands
from screen_page import FIRST

OFFICER = "Officer B1 (deputy juvenile officer)"
NOTHING = "What if somebody leaves, an agency closes, a link is put on paper?"


def is_tried_and_taken_back(walk, change, title):
    """Check that it is told what would happen; then undo it."""
    walk.screen.ready(title)
    expect(walk.page.locator(".cn-tried-words")).to_have_text([change])
    walk.is_done_in_three_steps()
    walk.button("Undo", within=walk.screen.bar)
    walk.screen.ready(NOTHING)
    expect(walk.page.locator(".cn-tried-words")).to_have_count(0)
    walk.go("Overview")
    walk.screen.ready(FIRST)
    walk.steps = 0


@both_hands
def test_what_if_a_person_leaves_a_post_is_empty_an_agency_closes(screen, hand):
    """Each from the first page, with what it would do, and taken back with Undo."""
    walk = hand(screen())
    walk.go("What if")
    walk.choose("Who leaves", OFFICER)
    walk.button("Try it")
    is_tried_and_taken_back(
        walk,
        "Officer B1 at Juvenile court leaves; a successor is in the post.",
        "21 of 59 referrals would have no way to pass",
    )
    walk.press(walk.page.locator("#first summary").first)
    walk.button("the post is empty? Officer B1", within=walk.page.locator("#first li").first)
    is_tried_and_taken_back(
        walk,
        "Officer B1 at Juvenile court leaves; the post is empty.",
        "21 of 59 referrals would have no way to pass",
    )
    walk.go("Agencies")
    walk.choose("Open an agency", "Police")
    walk.button("What if it closed? Police")
    is_tried_and_taken_back(walk, "Police closes.", "of 59 referrals would have no way to pass")


@pytest.fixture
def mine(tmp_path):
    return copy_sample("g1", tmp_path / "mine", called="Ours")


@both_hands
def test_what_to_do_or_ask_first_is_accepted_as_a_scenario(screen, mine, hand):
    """The plan says what each step would change; it is tried whole and kept under a name."""
    walk = hand(screen(mine))
    walk.go("Plan")
    walk.screen.ready("Three changes would lower what is at stake from 29 to 6 referrals a year")
    steps = walk.page.locator(".cn-plan-advice").first.get_by_role("listitem")
    expect(steps).to_have_count(3)
    expect(steps.first).to_contain_text("At stake a year")
    expect(walk.page.get_by_role("heading", name="Worth asking")).to_be_visible()
    walk.button("Try the whole plan")
    expect(walk.page.locator(".cn-tried-words")).to_have_count(3)
    expect(walk.screen.title).to_be_focused()
    walk.write(walk.page.get_by_role("textbox", name="Name", exact=True), "What we do next")
    walk.button("Keep under this name")
    expect(walk.page.locator("#what-if-saved-now")).to_have_text(
        "Kept as “What we do next” in the folder of the coalition."
    )
    walk.is_done_in_three_steps()
    kept = [one.read_text("utf-8") for one in (mine / "scenarios").iterdir()]
    assert len(kept) == 1
    assert "What we do next" in kept[0]
