"""The first page: what matters most, the numbers behind it, the quality of the data, ways on."""

import pandas as pd
import pytest
from playwright.sync_api import expect

import collabnet as cn
from collabnet.planning.changes import Closes, Formalizes, Leaves, write_change
from collabnet.sharing import release, release_what_if
from collabnet_dashboards.components import FindingCard
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.panels.finding import LONG, card, mark, parts, rows_part
from collabnet_dashboards.panels.overview import figures, first, heading, questions, rest
from risk.reading import GRADE, grade
from samples.shared import assessment_of
from screen_page import FIRST, text_of

SITE_B, SITE_A = assessment_of("site_b"), assessment_of("site_a")


DESK = Desk("site_b", home="/nowhere")


def look_at(search=""):
    now, _ = DESK.open("site_b")
    view = {"path": "/overview", "search": f"?c=site_b{search}", "opened": dict(now)}
    return DESK.look(view)


@pytest.fixture(scope="module")
def site_b():
    return look_at()


def tried(*changes, of=SITE_B):
    return release_what_if(cn.what_if(of, changes))


def nothing_found():
    return release(
        cn.assess(
            cn.Coalition.from_frames(
                ties=pd.DataFrame(
                    {"source": ["a", "a"], "target": ["b", "b"], "kind": ["trust", "advice"]}
                ),
                agencies=pd.DataFrame({"agency_id": ["a", "b"]}),
            )
        )
    )


class TestHeading:
    def test_the_title_is_the_first_finding_without_its_counts(self, site_b):
        assert heading.title(site_b.released) == FIRST

    def test_a_line_counts_the_findings_by_how_bad_they_are(self, site_b):
        assert heading.lead(site_b.released) == (
            "17 findings in all: 1 critical, 1 high, 12 moderate, 3 to note."
        )

    def test_nothing_found_is_said_with_what_was_not_looked_at(self):
        released = nothing_found()
        assert heading.title(released) == "Nothing was found by the rules"
        assert heading.lead(released) == (
            "Nothing could be found by the rules: the data name agencies, not people, so nobody's "
            "departure can be tried. That is no proof that nothing can break. Not looked at: "
            "referrals that nobody logged or contacts that nobody spoke of."
        )


class TestFigures:
    def test_two_figures_with_words(self, site_b):
        said = [text_of(one) for one in figures.figures(site_b.released, None)]
        assert said[0].startswith("48 of 59 Referrals lost for good if one person leaves")
        assert said[1].startswith("0 of 59 Referrals covered by an agreement")

    def test_one_reason_for_both_is_said_once(self):
        released = release(assessment_of("programs"))
        assert text_of(figures.figures(released, None)) == (
            "There is no referral log, so no referrals can be counted."
        )

    def test_a_remark_stands_below_the_figure(self, site_b):
        found = tried(Formalizes("court_b", "residential_program"))
        said = text_of(figures.figures(site_b.released, found)[0])
        assert said.endswith("With what is tried: 0 to 6 of 59 (not known what is on paper)")

    def test_a_figure_that_stays_is_said_to_stay(self, site_b):
        said = text_of(figures.figures(site_b.released, tried(Closes("youth_shelter")))[0])
        assert said.endswith("With what is tried: 48 of 56")
        change = Formalizes("bench_b", "police_b")
        said = text_of(figures.figures(site_b.released, tried(change))[0])
        assert said.endswith("With what is tried: not changed")


class TestFindings:
    def test_three_come_first_and_the_others_under_their_severities(self, site_b):
        cards = first.cards(site_b)[0].children
        assert [one.tag for one in cards] == ["Critical", "High", "Moderate"]
        said = [text_of(one) for one in rest.listed(site_b, 20)]
        assert said[0].startswith("Moderate 11 more findings There is no working tie")
        assert said[1].startswith("Note 3 more findings")

    def test_only_so_many_are_listed_but_all_are_counted(self, site_b):
        said = [text_of(one) for one in rest.listed(site_b, 1)]
        assert len(said) == 1
        assert said[0].startswith("Moderate 11 more findings")

    def test_marks_stand_only_where_something_changes(self, site_b):
        found = tried(Leaves("officer_b1"))
        marks = {one.id: mark(one, found) for one in site_b.released.findings}
        assert marks["pathway:court_b:residential_program"].startswith("Two officers carry every")
        assert marks["contacts:court_b:htu_a"] == "gone, but not mended: the link itself is gone."
        assert marks["pathway:police_b:childrens_services"] == ""
        assert mark(site_b.released.findings[0], None) == ""

    def test_a_hub_who_has_left_is_said_to_have_left(self):
        found = tried(Leaves("investigator_a1"), of=SITE_A)
        hub = release(SITE_A).findings[0]
        assert mark(hub, found) == "gone, but not mended: the person has left."

    def test_a_new_severity_is_said_first(self, site_b):
        found = tried(Formalizes("court_b", "residential_program"))
        said = mark(site_b.released.findings[0], found)
        assert said.startswith("Moderate instead of critical. Three officers carry")

    def test_what_is_tried_in_the_address_is_marked_on_the_cards(self, site_b):
        officer = site_b.refs.short("officer_b1")
        look = look_at(search=f"&v={site_b.stamp[:8]}&w=leaves.{officer}")
        assert card(look.released.findings[0], look).mark.startswith("Two officers carry")


class TestOpened:
    def named(self, look, place=0):
        return {part["title"]: part for part in parts(look.released.findings[place], look)}

    def test_people_stand_by_name_and_groups_cannot_leave(self, site_b):
        people = self.named(site_b)["People concerned, by name"]["people"]
        assert [one["name"] for one in people] == sorted(one["name"] for one in people)
        assert [len(one["asks"]) for one in people] == [2, 2, 2, 2]
        place = [one.kind for one in site_b.released.findings].index("contacts")
        people = self.named(site_b, place)["People concerned, by name"]["people"]
        asks = {one["name"]: len(one["asks"]) for one in people}
        assert asks == {"Judges (Site B)": 0, "Program director": 2}

    def test_paper_is_offered_for_pathways_only(self, site_b):
        ask = self.named(site_b)["Try it"]["asks"][0]["asked"]
        change = Formalizes("court_b", "residential_program")
        assert ask == {"do": "try", "change": write_change(change)}
        kinds = {one.kind: i for i, one in enumerate(site_b.released.findings)}
        assert "Try it" not in self.named(site_b, kinds["contacts"])

    def test_each_kind_leads_to_the_page_with_more_of_it(self, site_b):
        kinds = {one.kind: i for i, one in enumerate(site_b.released.findings)}
        ways = {
            kind: self.named(site_b, place)["More of it"]["ways"][0]
            for kind, place in kinds.items()
        }
        assert {kind: one["words"] for kind, one in ways.items()} == {
            "pathway": "Open the link",
            "contacts": "Open the agency",
            "coverage": "See who offers what",
            "gaps": "Open the agency",
        }
        assert ways["pathway"]["href"].startswith("/links?c=site_b&v=")

    def test_words_of_numbers_open_what_they_mean(self, site_b):
        facts = {one[0]: one for one in self.named(site_b)["The numbers"]["facts"]}
        words = "Fewest people who send more than half (bus factor)"
        assert facts[words][1] == "2"
        assert facts[words][2]["term"] == "bus factor"

    def test_many_rows_are_folded_away(self):
        few = rows_part([("referrals.csv", row) for row in range(1, 40)])
        assert few == {"title": "Rows it stands on", "lines": ["referrals.csv: rows 1 to 39"]}
        many = rows_part([("referrals.csv", 2 * row) for row in range(1, 90)])
        assert sum(map(len, many["lines"])) > LONG
        assert many["fold"] == "89 rows"


class TestQuestions:
    def test_each_leads_to_the_page_that_answers_it(self, site_b):
        links = [one.children for one in questions.ways(site_b)[0].children]
        assert [one.href.split("?")[0] for one in links] == [
            "/links", "/links", "/coverage", "/agencies", "/what-if", "/plan", "/compare", "/data",
        ]  # fmt: skip
        assert links[0].href.endswith("&only=one")

    def test_they_are_plain(self, site_b):
        said = ". ".join(question.rstrip("?") for question, *_ in questions.QUESTIONS)
        assert grade(said) <= GRADE


class TestScreen:
    @pytest.mark.long
    def test_why_a_link_is_at_risk_by_keyboard_alone(self, screen):
        """Open the first finding, go to its link, see its people, and come back."""
        page = screen().ready(FIRST)
        keys = page.page.keyboard
        page.tab_to("Three officers carry every referral")
        keys.press("Enter")
        expect(
            page.page.get_by_text("Name a second person, or a shared inbox").first
        ).to_be_visible()
        page.tab_to("Open the link")
        keys.press("Enter")
        heading = page.page.get_by_role(
            "heading", name="From Juvenile court to Residential program"
        )
        expect(heading).to_be_focused()
        expect(page.page.get_by_role("heading", name="Who receives, by name")).to_be_visible()
        page.page.go_back()
        page.ready(FIRST)

    def test_it_answers_and_leads_on(self, screen):
        """By mouse: figures, quality, a question, then what is tried stands on every card."""
        page = screen().ready(FIRST)
        main = page.page.get_by_role("main")
        expect(main).to_contain_text("48 of 59")
        expect(main).to_contain_text("23 of 24 people were asked; 9 of 12 answered the survey.")
        cards = main.locator("#first .cn-finding")
        expect(cards).to_have_count(3)
        cards.first.locator("summary").click()
        cards.first.get_by_role("button", name="they leave? Officer B1").click()
        expect(page.page.locator("#what-if-title")).to_be_visible()
        page.go("Overview", FIRST)
        expect(cards.first).to_contain_text("With what is tried: Two officers carry every")
        main.get_by_role("link", name="Which link are we one resignation away from losing?").click()
        expect(page.page.locator("#links-title")).to_be_visible()
        expect(page.page.get_by_role("textbox", name="Which links")).to_have_value(
            "That rest on one person"
        )

    @pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
    def test_it_is_accessible_with_cards_of_each_kind_opened(self, screen, width, scheme):
        page = screen(width=width, scheme=scheme).ready(FIRST)
        expect(page.page.locator("#rest .cn-finding")).to_have_count(14)
        # One card of each kind is enough: the others are made alike.
        cards = page.page.locator("#first details, #rest li:first-child > details")
        cards.evaluate_all("all => all.forEach(d => { d.open = true })")
        page.is_accessible()


class TestCard:
    def test_a_card_says_what_it_is_given(self):
        made = FindingCard(severity="high", lead="A.", rest="", status="", parts=[], tag="High")
        assert (made.tag, made.mark, made.fixed) == ("High", "", False)
