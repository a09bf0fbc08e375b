"""A link opened, and the page Links by mouse and by keyboard alone."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from collabnet_dashboards.panels.links import opened
from dashboard.links.linked import ENDS, TITLE, large, links, look_at, open_link
from screen_page import text_of


@pytest.fixture(scope="module")
def site_b():
    return look_at(), links()


@pytest.fixture(name="large")
def largest():
    return large()


class TestOpened:
    def card(self, look, released):
        return opened.shown(released, look)[0].children[1]

    def named(self, look, released):
        return {one["title"]: one for one in self.card(look, released).parts}

    def test_nothing_is_open_where_the_address_names_no_link(self, site_b):
        assert opened.shown(site_b[1], site_b[0]) == []

    def test_it_has_the_finding_and_its_people_by_side_and_name(self, site_b):
        look, released = open_link(*ENDS), site_b[1]
        card, parts = self.card(look, released), self.named(look, released)
        assert card.lead.startswith("Three officers carry every referral")
        assert (card.tag, card.fixed) == ("Critical", True)
        assert [one["name"] for one in parts["Who sends, by name"]["people"]] == [
            "Officer B1", "Officer B2", "Officer B3",
        ]  # fmt: skip
        assert [one["name"] for one in parts["Who receives, by name"]["people"]] == [
            "Program director"
        ]
        assert parts["What an agreement would carry over"]["text"] == (
            "Today 0 of 48 referrals are expected to pass to whoever follows. With an agreement "
            "in use that names the post, all 48 would be."
        )

    def test_a_link_without_a_finding_says_what_is_known(self, site_b):
        look = open_link("court_b", "youth_shelter")
        card = self.card(look, site_b[1])
        assert (card.severity, card.lead) == (
            "none",
            "3 referrals, sent by two people, received by a position or group.",
        )
        assert card.rest == (
            "It is not known whether on paper. Fewer than six referrals: too few to rank. Ask "
            "whether the link is in use."
        )
        facts = self.named(look, site_b[1])["The numbers"]["facts"]
        assert [(one[0], one[1]) for one in facts] == [
            ("Referrals in the log", "3"), ("On paper", "3 not known"), ("Last used", "2023-11-14"),
        ]  # fmt: skip

    def test_nobody_named_is_said(self, site_b):
        look = open_link("police_b", "childrens_services")
        parts = self.named(look, site_b[1])
        assert parts["Who sends"]["text"] == "Nobody is named on this side."

    @pytest.mark.parametrize(
        ("passes", "said"),
        [
            ({"yes": 48}, "An agreement in use names the post: all 48 referrals are expected to"),
            ({"no": 40, "unknown": 8}, "whoever follows; of 8 it isn't known. With an agreement"),
        ],
    )
    def test_what_passes_already_is_said(self, large, passes, said):
        assert said in opened.carried_over(replace(large, passes=passes))

    def test_a_link_that_is_gone_is_said(self, site_b):
        look = open_link("residential_program", "court_b")
        assert text_of(opened.shown(site_b[1], look)).startswith("This link is not in the files")


class TestScreen:
    @pytest.mark.long
    def test_a_link_opens_from_the_matrix_and_its_paper_can_be_tried(self, screen):
        """By mouse: a cell opens its link, the what-if marks it, back leads to it again."""
        page = screen(path="/links").ready(TITLE)
        shown = page.page.get_by_role("heading", name="From Juvenile court to Residential program")
        expect(page.page.locator("#flow .cn-chart .hoverlayer")).to_have_count(1)
        asked = page.page.evaluate("performance.getEntriesByType('resource').map(r => r.name)")
        assert len([one for one in asked if one.endswith("/plotly.min.js")]) == 1
        page.page.get_by_role("link", name="Juvenile court to Residential program: 48").click()
        expect(shown).to_be_focused()
        main = page.page.locator("#links-page")
        main.get_by_role("button", name="it is put on paper? from Juvenile court").click()
        expect(page.page.locator("#what-if-title")).to_be_visible()
        page.page.go_back()
        expect(shown).to_be_visible()
        page.page.go_forward()
        page.go("Links", TITLE)
        expect(main.locator("#links-all")).to_contain_text("more on paper")

    @pytest.mark.long
    def test_links_are_narrowed_and_opened_by_keyboard_alone(self, screen):
        """The choice stands in the address: reload and a copied link keep it."""
        page = screen(path="/links").ready(TITLE)
        page.choose("Which links", "That rest on one person")
        cells = page.page.locator("#matrix .cn-matrix-link")
        expect(cells).to_have_count(1)
        page.tab_to("Juvenile court to Residential program: 48 referrals")
        page.page.keyboard.press("Enter")
        shown = page.page.get_by_role("heading", name="From Juvenile court to Residential program")
        expect(shown).to_be_focused()
        page.page.reload()
        expect(shown).to_be_visible()
        expect(cells).to_have_count(1)
        page.tab_to("Close the link")
        page.page.keyboard.press("Enter")
        expect(shown).to_have_count(0)
        assert "only=one" in page.page.url

    @pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
    def test_it_is_accessible_with_all_opened(self, screen, site_b, width, scheme):
        look = open_link(*ENDS)
        page = screen(path=f"/links{look.address.search}", width=width, scheme=scheme)
        page.ready(TITLE)
        expect(page.page.locator("#flow .cn-chart .annotation")).to_have_count(6)
        page.page.locator("main details").evaluate_all("all => all.forEach(d => { d.open = true })")
        page.is_accessible()
