"""Tasks 1 and 3: which links we may lose, and why; which services have one way or one provider."""

from playwright.sync_api import expect

from hands import both_hands
from screen_page import FIRST


@both_hands
def test_which_links_are_one_resignation_away_and_why(screen, hand):
    """The first finding says it; the question leads to all such links, and each to its reasons."""
    walk = hand(screen().ready(FIRST))
    walk.link("Which link are we one resignation away from losing? Links that rest on one person")
    walk.screen.ready("1 of 2 links rests on one person; none is on paper")
    cells = walk.page.locator("#matrix .cn-matrix-link")
    expect(cells).to_have_count(1)
    walk.press(cells)
    main = walk.page.get_by_role("main")
    expect(main.get_by_role("heading", name="From Juvenile court to Residential")).to_be_focused()
    why = walk.page.locator("#links-opened")
    expect(why).to_contain_text("one person receives")
    expect(why).to_contain_text("Who receives, by name")
    expect(why).to_contain_text("Program director")
    expect(why).to_contain_text("What would help")
    walk.is_done_in_three_steps()


@both_hands
def test_which_services_have_one_way_or_one_provider(screen, hand):
    """The title counts them, the lists name them, and each opens to who offers it."""
    walk = hand(screen())
    walk.link(
        "Which service can we reach in only one way, or through one provider? "
        "Services, who offers them, and the ways there"
    )
    walk.screen.ready(
        "Three of six services have one provider alone; one can be reached in only one way"
    )
    matrix = walk.page.get_by_role("region", name="Each service from each agency")
    expect(matrix.get_by_role("cell", name="one way")).to_have_count(1)
    walk.link("shelter", within=matrix)
    expect(walk.page.get_by_role("heading", name="For whom")).to_be_focused()
    expect(walk.page.get_by_text("Youth shelter offers it alone")).to_be_visible()
    walk.is_done_in_three_steps()
