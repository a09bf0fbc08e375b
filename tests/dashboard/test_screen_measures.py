"""One measure of every person or agency: what is offered, what is shown, by whom it can be used."""

import pytest
from playwright.sync_api import expect

import collabnet as cn
from collabnet.metrics.facts import facts
from collabnet.model.errors import CollabnetError
from collabnet.sharing import release_measure
from collabnet_dashboards.desk import Desk, StaleError
from collabnet_dashboards.panels import measures
from collabnet_dashboards.panels.measures_choice import check_size, measure_groups
from screen_page import hostile_folder, text_of

HARMONIC = "How near an actor is to the others, whether or not it can reach them all."
BY_NAME = "Harmonic: 8 people, by name"


@pytest.fixture(scope="module")
def g1():
    return cn.load("sample:g1")


class TestOffered:
    def test_the_usual_ones_stand_first_each_measure_once(self):
        groups = {group["label"]: [one["value"] for one in group["options"]]
                  for group in measure_groups()}  # fmt: skip
        assert next(iter(groups)) == "The usual ones"
        assert groups["The usual ones"][:2] == ["degree", "strength"]
        assert "closeness" in groups["Centrality"]
        listed = [name for names in groups.values() for name in names]
        assert len(listed) == len(set(listed))

    def test_what_has_other_rows_or_needs_more_is_not_offered(self):
        listed = {one["value"] for group in measure_groups() for one in group["options"]}
        rows = cn.list_measures().set_index("measure")
        assert set(rows.loc[sorted(listed), "rows"]) == {"actors"}
        assert not rows.loc[sorted(listed), "options"].str.contains("needed").any()
        assert listed.isdisjoint({"density", "tie_betweenness", "brokerage_roles", "dominators"})

    def test_a_network_that_is_too_large_is_measured_on_the_command_line(self):
        pairs = [(f"a{i}", f"a{i + 1}") for i in range(1_000)]
        with pytest.raises(CollabnetError) as caught:
            check_size(cn.Network.from_pairs(pairs), "people", "betweenness")
        assert str(caught.value) == (
            "The screen measures up to 1,000 actors and 10,000 ties; here are 1,001 and 1,000. In "
            "a terminal: collabnet measure PATH --level people --measures betweenness"
        )
        check_size(cn.Network.from_pairs(pairs[:-1]), "people", "betweenness")


class TestShown:
    def test_sentence_values_and_what_they_rest_on(self, g1):
        said = text_of(measures.shown(release_measure(g1, "harmonic")))
        assert said.startswith(f"Harmonic {HARMONIC}")
        assert BY_NAME in said
        assert "Detective D1 Police 0.36" in said

    def test_the_note_says_ties_notices_options_and_label(self):
        found = release_measure(cn.load("sample:site_b"), "harmonic")
        assert measures.note(found) == (
            "39 pairs with a tie, from one to another. Ties of every kind count, referrals among "
            "them; strained and missing ones are left out. 6 rows name nobody at one end and are "
            "left out at this level. Options: direction out, cost unweighted. example: coding of a "
            "published article, log made up"
        )

    def test_all_that_is_written_about_it_stands_behind_its_words(self, g1):
        found = release_measure(g1, "betweenness")
        said = text_of(measures.explained(found))
        told = facts(cn.metrics.catalogue.entry_named("betweenness"))
        assert all(text in said for heading, texts in told for text in (heading, *texts))
        assert "collabnet measure PATH --level people --measures betweenness" in said

    def test_the_reason_stands_with_what_is_undefined(self, g1):
        said = text_of(measures.shown(release_measure(g1, "closeness")))
        assert "Eight values are undefined. Where somebody is out of the actor's reach" in said

    def test_its_purpose_stands_above(self):
        assert "for research, not for judging staff" in text_of(measures.layout())


class TestChosen:
    def test_before_a_measure_is_chosen_nothing_is_computed(self):
        desk = Desk()
        assert measures.chosen(desk, desk.open("g1")[0], "people", "") == ([], "")
        assert measures.chosen(desk, None, "people", "degree") == ([], "")

    def test_what_is_read_out_names_the_table(self):
        desk = Desk()
        _, spoken = measures.chosen(desk, desk.open("g1")[0], "agencies", "degree")
        assert spoken == "Degree: 5 agencies, by name. The table stands below."

    @pytest.mark.parametrize(
        ("level", "measure", "words"),
        [
            ("people", "communities", "Communities need at least 20 actors; here are 8."),
            ("people", "density", "Only measures with a row for each actor"),
            ("people", "os.system", "There is no measure 'os.system'"),
            ("sectors", "degree", "Choose people or agencies, and a measure."),
            (["people"], "degree", "Choose people or agencies, and a measure."),
            ("people", {"a": 1}, "Choose people or agencies, and a measure."),
        ],
    )
    def test_what_cannot_be_shown_is_said_in_a_sentence(self, level, measure, words):
        desk = Desk()
        parts, spoken = measures.chosen(desk, desk.open("g1")[0], level, measure)
        assert spoken.startswith(words)
        assert text_of(parts) == spoken

    def test_a_measure_is_kept(self):
        desk = Desk()
        opened, _ = desk.open("g1")
        found = desk.measured(opened, "people", "degree")
        assert desk.measured(opened, "people", "degree") is found

    def test_files_that_changed_meanwhile_are_noticed(self, tmp_path):
        folder = hostile_folder(tmp_path / "folder")
        desk = Desk(folder)
        opened, _ = desk.open("given")
        (folder / "coalition.toml").write_text("name = 'Another'\n", encoding="utf-8")
        with pytest.raises(StaleError):
            measures.chosen(desk, opened, "people", "degree")


class TestInTheBrowser:
    def open(self, screen, **how):
        page = screen("sample:g1", **how).ready()
        page.page.get_by_text("Measure people or agencies").click()
        page.choose("Measure", "Harmonic")
        expect(page.page.locator("#measured")).to_contain_text(HARMONIC)
        return page

    def row(self, page, name):
        return page.page.locator("#measured tr").filter(has_text=name)

    def test_people_then_agencies(self, screen):
        page = self.open(screen)
        expect(self.row(page, "Detective D1")).to_contain_text("0.36")
        expect(page.page.locator("#measured-spoken")).to_contain_text(BY_NAME)
        page.choose("Measure of", "agencies")
        expect(page.page.locator("#measured")).not_to_contain_text("Detective")
        expect(self.row(page, "Police")).to_contain_text("0.62")
        assert page.page.url.partition("?")[2] == ""

    def test_by_keyboard_alone(self, screen):
        page = screen("sample:g1").ready()
        page.tab_to("Measure people or agencies")
        page.page.keyboard.press("Enter")
        expect(page.page.locator("#measure optgroup").first).to_be_attached()
        page.tab_to("Measure")
        page.page.keyboard.press("Tab")
        page.page.keyboard.type("Harmonic")
        expect(page.page.locator("#measured")).to_contain_text(HARMONIC)
        page.tab_to("What it means exactly")
        page.page.keyboard.press("Enter")
        expect(page.page.locator("#measured dl")).to_be_visible()
        expect(page.page.locator("#measured dl")).to_contain_text("Rochat (2009)")

    @pytest.mark.parametrize("width", [1280, 400])
    def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(self, screen, width):
        page = self.open(screen, width=width)
        page.page.get_by_text("What it means exactly").click()
        page.choose("Measure", "Fragmentation without")
        expect(page.page.locator("#measured")).to_contain_text("Fragmentation rise")
        page.page.get_by_text("What it means exactly").click()
        page.is_accessible()
        assert page.page.evaluate("document.documentElement.scrollWidth") <= width
        box = page.page.locator("#measured").bounding_box()
        assert box["x"] + box["width"] <= width

    def test_names_are_text_and_stay_off_paper(self, screen, tmp_path):
        page = screen(hostile_folder(tmp_path / "hostile")).ready()
        page.page.get_by_text("Measure people or agencies").click()
        page.choose("Measure", "Degree")
        expect(page.page.locator("#measured td").first).to_contain_text("<")
        assert page.page.locator("#measured :is(a, script)").count() == 0
        assert page.page.evaluate("window.ran") is None
        page.page.emulate_media(media="print")
        expect(page.page.locator("#measures")).to_be_hidden()
