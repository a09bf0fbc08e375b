"""The action register on the page Plan: written down, closed with what the files show, dropped."""

from datetime import date

from playwright.sync_api import expect

import collabnet as cn
from collabnet.data.samples import copy_sample
from collabnet.planning.actions import Action, Register, Standing
from collabnet_dashboards.panels.plan.register import told
from hands import both_hands
from screen_page import text_of

LINK = "pathway:court_b:residential_program"
STANDS = "critical, 48 referrals a year would need another way if one person left"
FINDING = (
    "Three officers carry every referral from Juvenile court to Residential program (48 of 48 in "
    "this log)."
)
TODAY = date(2027, 1, 4)


class TestTold:
    def test_what_is_due_first_stands_first_and_late_is_said(self):
        late = Action(2, "Ask", "us", date(2027, 1, 3), before=Standing("high", 6))
        words = text_of(told(Register((Action(1, "Sign"), late)), TODAY))
        assert words.index("Ask") < words.index("Sign")
        assert "Until 2027-01-03 (late); us." in words
        assert "No day is set; nobody sees to it yet." in words

    def test_what_is_over_says_what_came_of_it(self):
        before, after = Standing("critical", 48, "need another way"), Standing("moderate", 12)
        done = Action(1, "Sign", "", None, "done", LINK, TODAY, TODAY, before, after)
        assert f"Was: {STANDS}. Now: moderate, 12" in text_of(told(Register((done,)), TODAY))

    def test_an_empty_register_says_so(self):
        assert text_of(told(Register(), TODAY)) == "Nothing is written down yet."


@both_hands
def test_an_action_is_written_down_and_closed(screen, tmp_path, hand):
    """A wrong day is refused and nothing typed is lost; closing tests the finding anew."""
    folder = copy_sample("site_b", tmp_path / "ours", called="Ours")
    walk = hand(screen(folder, path="/plan").ready("Three changes would lower"))
    part = walk.page.locator("#decided")
    walk.press(part.get_by_text("Write down an action"))
    walk.write(part.get_by_label("What is to be done"), "Name a second person")
    walk.write(part.get_by_label("Until when"), "soon")
    walk.choose("About which finding", FINDING)
    walk.button("Write it down", within=part)
    expect(part).to_contain_text("Until when needs a day like 2027-01-31; got 'soon'. Correct it.")
    walk.write(part.get_by_label("Until when"), "2027-03-01")
    walk.button("Write it down", within=part)
    expect(part).to_contain_text("Written down: Name a second person")
    expect(part).to_contain_text(f"When it was written down: {STANDS}.")
    [action] = cn.load_actions(folder)
    assert (action.finding, action.due) == (LINK, date(2027, 3, 1))
    walk.screen.is_accessible()
    walk.button("Done: Name a second person (test what it changed)", within=part)
    expect(part).to_contain_text("Done: Name a second person. The files show no change yet: ")
    assert cn.load_actions(folder)[1].status == "done"


def test_a_sample_keeps_no_register(screen):
    page = screen(path="/plan", width=400, scheme="dark").ready()
    part = page.page.locator("#decided")
    expect(part).to_contain_text("This is a sample: nothing is written down in it.")
    expect(part.get_by_text("Write down an action")).to_be_hidden()
