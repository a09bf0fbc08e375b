"""What became of referrals, on the page Links."""

import pytest
from playwright.sync_api import expect

from collabnet.sharing.outcomes import release_outcomes
from collabnet_dashboards.panels.links import outcomes
from dashboard.links.linked import TITLE, look_at
from samples.shared import assessment_of
from screen_page import text_of


@pytest.fixture(scope="module", name="site_b")
def released_site_b():
    coalition = assessment_of("site_b").coalition
    return {by: release_outcomes(coalition, by=by) for by in ("pathway", "receiver", "all")}


class TestShown:
    def shown(self, site_b, *, row="", goal="accepted", by="pathway"):
        wait = outcomes.chosen(site_b[by], site_b["all"], row, goal)
        return wait, text_of(outcomes.shown(site_b[by], site_b["all"], wait))

    def test_shares_stand_with_what_they_are_of(self, site_b):
        _, said = self.shown(site_b)
        assert "59 referrals from one agency to another: 51 (86 %) acknowledged" in said
        assert 'that is unknown, not "not served"' in said
        assert "clients weren't linked" in said

    def test_the_caption_has_how_many_of_when_and_what_is_missing(self, site_b):
        _, said = self.shown(site_b, row="pathway.0")
        assert (
            "n = 48 referrals, 9 of them still open, none left out; 2023-01-01 to 2023-12-31."
        ) in said

    def test_days_of_a_row_are_chosen_by_its_place(self, site_b):
        named = outcomes.options(site_b["pathway"], "served")
        assert named == [
            {"value": "pathway.0", "label": "Juvenile court to Residential program"},
            {"value": "pathway.3", "label": "Police to Children's services"},
        ]
        assert self.shown(site_b, row="pathway.3")[0].about == "Police to Children's services"

    @pytest.mark.parametrize("row", ["", "pathway.9", "receiver.0", "pathway.x", "o0"])
    def test_no_such_row_gives_all_together(self, site_b, row):
        assert self.shown(site_b, row=row)[0].about == "All between agencies"

    def test_the_days_of_every_row_have_their_interval(self, site_b):
        _, said = self.shown(site_b, goal="served")
        assert "Days until service" in said
        assert "25 (17 or more)" in said

    def test_too_few_are_not_drawn(self, site_b):
        _, said = self.shown(site_b, row="pathway.1")
        assert "Days are known of fewer than six: too few to draw." in said

    def test_the_table_beside_the_picture_has_its_steps(self, site_b):
        """On day 3 58 waited, one sent two days before the end had left: 2 accepted, 1 declined."""
        rows = outcomes.steps(site_b["all"].waits[(), "accepted"]).to_dict("records")
        assert rows[0] == {
            "Day": "3",
            "Waiting before": "58",
            "Accepted": "2",
            "Ended otherwise": "1",
            "Still waiting": "97 %",
            "From to (95 %)": "87 to 99 %",
            "Accepted, of all sent": "3 %",
        }

    def test_any_other_word_in_the_address_asks_for_what_comes_first(self):
        assert outcomes.asked(look_at(by="names", goal="x")) == ("pathway", "accepted")
        assert outcomes.asked(look_at(by="receiver", goal="served")) == ("receiver", "served")


class TestScreen:
    def test_days_of_one_agency_are_chosen_and_stay_in_the_address(self, screen):
        """By receiving agency, then one of them, until served: reload keeps all three."""
        page = screen(path="/links").ready(TITLE)
        panel = page.page.locator("#outcomes")
        page.choose("A row for each", "Receiving agency")
        expect(panel.locator("table").first).to_contain_text("By receiving agency")
        page.choose("Whose days", "Residential program")
        page.choose("Which days", "Until served")
        shown = panel.get_by_role("heading", name="How long they waited: Residential program")
        expect(shown).to_be_visible()
        expect(panel.locator(".cn-caption")).to_contain_text("share not yet served")
        page.page.reload()
        expect(shown).to_be_visible()
        assert "by=receiver" in page.page.url
        page.page.locator("main details").evaluate_all("all => all.forEach(d => { d.open = true })")
        page.is_accessible()
