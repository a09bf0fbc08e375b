"""The page Method and words: find what a word means, and how the numbers came about."""

import pytest
from playwright.sync_api import expect

import collabnet as cn
from collabnet.model.errors import NotFoundError
from collabnet.reports.glossary import SECTIONS
from collabnet.risk.reference import SECTIONS as SECTIONS_OF_RULES
from collabnet.risk.wording import capital
from collabnet.sharing import release
from collabnet_dashboards.panels.define import define, define_measure
from collabnet_dashboards.panels.method import findings, how, measures, words
from risk.reading import GRADE, grade
from screen_page import hostile_folder, text_of

BUS_FACTOR = "So many must leave to take more than half of the rows along."


class TestDefine:
    def test_the_button_carries_what_it_opens(self):
        made = define("bus factor").to_plotly_json()["props"]
        assert made["children"] == "bus factor"
        assert made["data-define"] == "Fewest people who send more than half"
        assert made["data-meaning"] == BUS_FACTOR
        assert made["data-term"] == "bus factor"
        assert define("bus factor", "2").children == "2"

    def test_a_measure_is_told_by_its_sentence(self):
        made = define_measure("harmonic").to_plotly_json()["props"]
        assert made["children"] == "Harmonic"
        assert made["data-meaning"].startswith("How near an actor is to the others")

    def test_a_word_that_is_not_there_is_an_error_when_the_page_is_built(self):
        with pytest.raises(NotFoundError, match=r"There is no word 'karma'\."):
            define("karma")


class TestWords:
    def test_unasked_all_words_stand_there_by_what_they_are_about(self):
        parts, said = words.found("  ")
        assert len(parts) == len(SECTIONS)
        assert said == words.HINT
        assert BUS_FACTOR in text_of(parts)

    def test_a_word_is_found_in_the_glossary_and_in_the_measures(self):
        parts, said = words.found("betweenness centrality")
        assert said == "One word found."
        assert text_of(parts).startswith("Betweenness betweenness centrality, Freeman betweenness")

    def test_what_is_not_found_is_said(self):
        assert words.found("karma") == (
            [],
            "Nothing is written about “karma”. Try one word of it, or another word.",
        )

    def test_of_many_the_first_are_shown(self):
        parts, said = words.found("e")
        assert said.endswith(" words found; these are the first 40. Type more to find fewer.")
        assert len(parts[0].children) == words.MOST

    @pytest.mark.parametrize("wanted", [None, 3, ["bus"]])
    def test_anything_else_is_no_wish(self, wanted):
        assert words.found(wanted)[1] == words.HINT


class TestMeasures:
    def test_those_that_can_be_shown_have_a_way_where_a_coalition_is_open(self):
        opened = measures.families(lambda name: f"/measures?measure={name}")
        said = str(opened)
        assert "/measures?measure=harmonic" in said
        assert "/measures?measure=density'" not in said
        assert "/measures" not in str(measures.families(None))

    def test_each_has_its_sentence_and_its_definition(self):
        said = text_of(measures.families(None))
        assert "How many others an actor has a tie with." in said
        assert "The number of other actors joined to the actor by a tie." in said


class TestFindings:
    def test_each_line_of_the_rule_table_is_told_with_its_severity(self):
        """From the same table as the reference page, so that the two can't part."""
        said = text_of(findings.layout())
        for rules in SECTIONS_OF_RULES.values():
            for rule in rules:
                words = f"{capital(rule.name)} {rule.severity} {capital(rule.when)}."
                assert words in said


class TestHow:
    def test_the_steps_are_plain(self):
        assert grade(" ".join(text_of(list(one)) for one in how.STEPS)) <= GRADE

    def test_it_says_what_was_read_what_cannot_be_seen_and_the_method_in_full(self):
        released = release(cn.assess(cn.load("sample:site_b")))
        said = text_of(how.about(released))
        assert said.startswith(
            "What was read Site B was assessed with collabnet 0.1.0 on 59 referrals from "
            "2023-01-01 to 2023-12-31, 44 reported ties, 1 agreement, 29 people and 13 agencies. "
            "What these data can't show The ties of nine people aren't known."
        )
        assert all(one in said for one in released.unseen)
        method, _, references = released.methods.partition(" References: ")
        assert method in said
        assert f"References: {references}" in said
        assert how.title(released) == (
            "What the words mean, and how the numbers of Site B came about"
        )


class TestInTheBrowser:
    @pytest.mark.long
    def test_a_word_is_opened_and_looked_up_by_mouse(self, screen):
        """The meaning opens at the word, closes by a click elsewhere; a word is found by typing."""
        page = screen(path="/method").ready("how the numbers of Site B came about")
        box = page.page.locator("#definition")
        word = page.page.get_by_role("button", name="too thin to rank")
        word.click()
        expect(box).to_contain_text("Fewer than six referrals.")
        page.page.locator("#method-how-heading").click()
        expect(box).to_be_hidden()
        word.click()
        expect(box).to_be_visible()
        word.click()
        expect(box).to_be_hidden()
        page.page.get_by_label("Find a word or a number").fill("bus factor")
        expect(page.page.locator("#method-found")).to_contain_text(BUS_FACTOR)
        expect(page.page.locator("#method-found-words")).to_have_text("One word found.")
        page.page.get_by_text("Centrality", exact=False).first.click()
        page.page.get_by_role("link", name="Harmonic", exact=True).click()
        expect(page.title).to_contain_text("Harmonic of")

    @pytest.mark.long
    def test_a_word_is_opened_and_looked_up_by_keyboard(self, screen):
        """Three steps: the page, the box, the word. Escape closes, and the word has the focus."""
        page = screen().ready()
        page.tab_to("Method and words")
        page.page.keyboard.press("Enter")
        expect(page.title).to_contain_text("What the words mean")
        page.tab_to("Find a word or a number")
        page.page.keyboard.type("cut set")
        expect(page.page.locator("#method-found")).to_contain_text("without whom nothing passes")
        page.tab_to("too thin to rank")
        page.page.keyboard.press("Enter")
        box = page.page.locator("#definition")
        expect(box).to_be_focused()
        page.page.keyboard.press("Tab")
        assert page.focused() == "All words"
        page.page.keyboard.press("Escape")
        expect(box).to_be_hidden()
        assert page.focused() == "too thin to rank"

    @pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
    def test_axe_finds_nothing_with_one_of_each_open(self, screen, width, scheme):
        """A section of words, a family of measures, the method in full, and a meaning."""
        page = screen(path="/method", width=width, scheme=scheme).ready("Site B")
        expect(page.page.locator("#method-measures-list summary").first).to_be_visible()
        page.page.evaluate(
            "document.querySelectorAll('#method-page details:first-of-type')"
            ".forEach(e => { e.open = true })"
        )
        page.page.get_by_role("button", name="too thin to rank").click()
        expect(page.page.locator("#definition")).to_be_visible()
        page.is_accessible()

    def test_names_are_text_and_words_are_printed_without_what_is_of_one_coalition(
        self, screen, tmp_path
    ):
        page = screen(hostile_folder(tmp_path / "hostile"), path="/method").ready("<script>")
        assert page.page.evaluate("window.ran") is None
        assert page.page.locator("#method-page a[href^=http]").count() == 0
        page.page.emulate_media(media="print")
        expect(page.page.locator("#method-words")).to_be_visible()
        expect(page.page.locator("#method-how-here")).to_be_hidden()
        expect(page.page.locator(".cn-on-paper")).to_be_hidden()
        page.page.emulate_media(media="screen")
        page.go("Measures")
        page.page.emulate_media(media="print")
        expect(page.page.locator(".cn-on-paper")).to_be_visible()

    def test_it_needs_no_coalition(self, screen):
        """Words and measures stand there, without ways to what isn't there."""
        page = screen(path="/method?c=nothing")
        page.ready("What the words mean, and how the numbers are made")
        expect(page.page.locator("#method-how-here")).to_have_text(how.NO_COALITION)
        expect(page.page.locator("#method-found details")).to_have_count(len(SECTIONS))
        assert page.page.locator("#method-measures-list a").count() == 0
