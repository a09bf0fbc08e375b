"""The page Measures: what is offered, what is shown, by whom it can be used."""

import csv
import threading

import pytest
from playwright.sync_api import expect

import collabnet as cn
from collabnet.metrics.catalogue import entry_named
from collabnet.metrics.facts import facts
from collabnet.model.errors import CollabnetError
from collabnet.reports.csv_table import measure_csv
from collabnet.sharing import release_measure
from collabnet_dashboards.desk import Desk, StaleError
from collabnet_dashboards.desk.kept import Kept
from collabnet_dashboards.panels.measures import choice, definition, page, result, spread, told
from collabnet_dashboards.panels.measures.asked import asked, options
from collabnet_dashboards.panels.measures.work import check_size, is_quick
from screen_page import hostile_folder, text_of

HARMONIC = "How near an actor is to the others, whether or not it can reach them all."


@pytest.fixture(scope="module")
def g1():
    return cn.load("sample:g1")


@pytest.fixture(scope="module")
def desk():
    return Desk("sample:g1", home="/nowhere")


def look_at(desk, search):
    """The view of an address of this page."""
    now, _ = desk.open("g1")
    return desk.look({"path": "/measures", "search": search, "opened": now})


def wanted(desk, search):
    return asked(look_at(desk, search))


def begun(desk, search):
    kept = Kept(lambda one: result.measured(desk, one), most=4)
    return result.begun(desk, kept, look_at(desk, search))


class TestOffered:
    def test_the_usual_ones_stand_first_each_measure_once(self):
        groups = {one["group"]: [item["value"] for item in one["items"]] for one in choice.groups()}
        assert next(iter(groups)) == "The usual ones"
        assert groups["The usual ones"][:2] == ["degree", "strength"]
        assert "closeness" in groups["Centrality"]
        listed = [name for names in groups.values() for name in names]
        assert len(listed) == len(set(listed))

    def test_what_has_other_rows_or_needs_more_is_not_offered(self):
        listed = {item["value"] for one in choice.groups() for item in one["items"]}
        rows = cn.list_measures().set_index("measure")
        assert set(rows.loc[sorted(listed), "rows"]) == {"actors"}
        assert not rows.loc[sorted(listed), "options"].str.contains("needed").any()

    def test_a_box_shows_where_the_measure_has_its_option(self):
        """In order: direction, strength, share."""
        assert choice.hidden("betweenness") == [False, False, False]
        assert choice.hidden("degree") == [True, True, False]
        assert choice.hidden("cutpoints") == choice.hidden("") == [True, True, True]

    def test_kinds_of_tie_are_those_of_the_data(self, desk):
        words = [one["label"] for one in choice.ties(look_at(desk, ""))]
        assert words == ["All kinds of tie", "Referral"]


class TestAsked:
    def test_the_address_says_what_is_measured(self, desk):
        found = wanted(desk, "?measure=katz&of=agencies&ties=referral&strength=yes&share=yes")
        assert found[2:] == ("katz", "agencies", "referral", "", True, True)
        assert options(entry_named("katz"), found) == {"weights": "strength", "normalised": True}

    def test_options_that_a_measure_has_not_got_are_left_out(self, desk):
        found = wanted(desk, "?measure=degree&direction=in&strength=yes")
        assert options(entry_named("degree"), found) == {}
        found = wanted(desk, "?measure=harmonic&direction=sideways&strength=yes")
        assert options(entry_named("harmonic"), found) == {"cost": "1/strength"}

    @pytest.mark.parametrize("search", ["?measure=degree&of=sectors", "?measure=degree&ties=love"])
    def test_what_is_not_offered_is_refused(self, desk, search):
        with pytest.raises(CollabnetError) as caught:
            wanted(desk, search)
        assert str(caught.value) == (
            "Choose people or agencies, a measure, and one of the kinds of tie."
        )

    def test_a_network_that_is_too_large_is_measured_on_the_command_line(self):
        pairs = [(f"a{i}", f"a{i + 1}") for i in range(1_000)]
        with pytest.raises(CollabnetError) as caught:
            check_size(cn.Network.from_pairs(pairs), "people", "betweenness")
        assert str(caught.value) == (
            "The screen measures up to 1,000 actors and 50,000 ties; here are 1,001 and 1,000. In "
            "a terminal: collabnet measure PATH --level people --measures betweenness"
        )
        check_size(cn.Network.from_pairs(pairs[:-1]), "people", "betweenness")
        assert not is_quick(cn.Network.from_pairs(pairs[:200]))
        assert is_quick(cn.Network.from_pairs(pairs[:199]))


class TestShown:
    def test_values_by_name_and_how_they_are_spread(self, g1):
        found = release_measure(g1, "harmonic")
        said = text_of(told.result(found, "2023"))
        assert "Harmonic: 8 people, by name" in said
        assert "Detective D1 Police 0.36" in said
        assert "Harmonic: from 0 to 0.36." in said
        assert "Each bar: how many have such a value. 8 people, none undefined. 2023. Unit:" in said
        assert told.title(found) == "Harmonic of 8 people: from 0 to 0.36"

    def test_the_note_says_ties_notices_options_and_label(self):
        found = release_measure(cn.load("sample:site_b"), "harmonic")
        assert told.note(found) == (
            "39 pairs with a tie, from one to another. Ties of every kind count, referrals among "
            "them; strained and missing ones are left out. 6 rows name nobody at one end and are "
            "left out at this level. Options: direction out, cost unweighted. example: coding of a "
            "published article, log made up"
        )

    def test_what_is_tried_does_not_count(self, desk):
        found = begun(desk, "?measure=degree&w=leaves.p0")
        assert text_of(found.parts).startswith(told.AS_IS)
        assert told.AS_IS not in text_of(begun(desk, "?measure=degree").parts)

    def test_the_column_of_the_measure_leads(self, g1):
        assert spread.main_spread(release_measure(g1, "degree")).name == "Degree"
        assert spread.main_spread(release_measure(g1, "cutpoints")).name == "Is cutpoint"

    def test_the_reason_stands_with_what_is_undefined(self, g1):
        said = text_of(told.result(release_measure(g1, "closeness"), ""))
        assert "Eight values are undefined. Where somebody is out of the actor's reach" in said

    def test_all_that_is_written_about_it_can_be_opened(self):
        said = text_of(definition.written("betweenness", "people"))
        written = facts(entry_named("betweenness"))
        assert all(text in said for heading, texts in written for text in (heading, *texts))
        assert "collabnet measure PATH --level people --measures betweenness" in said

    def test_its_purpose_stands_above(self):
        assert "They are for research, not for judging staff." in text_of(page.layout())

    def test_the_file_has_the_notice_and_the_label_on_every_line(self):
        found = release_measure(cn.load("sample:site_b"), "harmonic")
        rows = list(csv.DictReader(measure_csv(found).splitlines()))
        assert list(rows[0]) == ["Name", "Agency", "Harmonic", "Notice", "Label"]
        assert {one["Notice"] for one in rows} == {"Internal: names staff"}
        assert {one["Label"] for one in rows} == {found.label}
        assert [one["Name"] for one in rows] == found.table["Name"].tolist()


class TestBegun:
    def test_before_a_measure_is_chosen_the_usual_ones_are_offered(self, desk):
        found = begun(desk, "")
        assert text_of(found.parts).startswith("Begin with one of these Degree How many others")
        assert found[1:] == ("", told.TITLE, True, True)

    def test_a_small_network_is_measured_at_once(self, desk):
        found = begun(desk, "?measure=degree&of=agencies")
        assert found.title == "Degree of 5 agencies: from 1 to 3"
        assert found.spoken == "Degree of 5 agencies: from 1 to 3. The table stands below."
        assert not found.no_table

    def test_a_larger_one_is_measured_in_the_background(self, desk, monkeypatch):
        monkeypatch.setattr(result, "is_quick", lambda network: False)
        token = begun(desk, "?measure=degree")
        while not desk.jobs.state(token).is_over:
            pass
        assert desk.jobs.state(token).words.startswith("Degree: ")
        assert desk.jobs.take(token).actors == "8 people"

    @pytest.mark.parametrize(
        ("search", "words"),
        [
            ("?measure=communities", "Communities need at least 20 actors; here are 8."),
            ("?measure=density", "Only measures with a row for each actor"),
            ("?measure=os.system", "There is no measure 'os.system'"),
            ("?measure=degree&ties=advice", "The network needs kinds of tie that the data has"),
        ],
    )
    def test_what_cannot_be_shown_is_said_in_a_sentence(self, desk, search, words):
        with pytest.raises(CollabnetError) as caught:
            begun(desk, search)
        found = told.refused(caught.value)
        assert found.spoken.startswith(words)
        assert text_of(found.parts) == found.spoken
        assert found.no_table

    def test_files_that_changed_meanwhile_are_noticed(self, tmp_path):
        folder = hostile_folder(tmp_path / "folder")
        desk = Desk(folder, home=tmp_path)
        now, _ = desk.open("given")
        (folder / "coalition.toml").write_text("name = 'Another'\n", encoding="utf-8")
        with pytest.raises(StaleError):
            desk.look({"path": "/measures", "search": "?measure=degree", "opened": now})


class TestInTheBrowser:
    @pytest.mark.long
    def test_by_mouse(self, screen):
        """Choose; the explanation stays open when another is chosen; back leads back; save."""
        page = screen("sample:g1", path="/measures").ready()
        page.page.get_by_role("link", name="Harmonic").click()
        page.ready("Harmonic of 8 people: from 0 to 0.36")
        table = page.page.locator("#measures-table")
        expect(table.get_by_role("row", name="Detective D1")).to_contain_text("0.36")
        expect(page.page.locator("#measures-spread svg").first).to_be_visible()
        page.page.get_by_text("What it means exactly").click()
        expect(page.page.locator("#measures-facts")).to_contain_text("Rochat (2009)")
        page.choose("Measure", "Betweenness")
        page.ready("Betweenness of 8 people")
        expect(page.page.locator("#measures-facts")).to_contain_text("Freeman (1977)")
        page.page.get_by_text("Both ways", exact=True).click()
        expect(table).to_contain_text("direction ignored")
        assert page.page.url.endswith("measure=betweenness&direction=ignored")
        page.page.go_back()
        expect(table).to_contain_text("direction out")
        page.page.go_back()
        page.ready("Harmonic of 8 people")
        with page.page.expect_download() as saved:
            page.page.get_by_role("button", name="Save the table (CSV)").click()
        assert saved.value.suggested_filename == "harmonic_people.csv"
        assert saved.value.path().read_text("utf-8").startswith("Name,Agency,Harmonic,Notice,Label")

    def test_by_keyboard_worked_out_in_the_background(self, screen, monkeypatch):
        """Three steps; the page waits for the work, and shows what came of it."""
        monkeypatch.setattr(result, "is_quick", lambda network: False)
        page = screen("sample:g1").ready()
        page.tab_to("Measures")
        page.page.keyboard.press("Enter")
        page.ready("Measures of people and agencies")
        page.tab_to("Measure")
        page.page.keyboard.type("Harmonic")
        expect(page.page.get_by_role("option", name="Harmonic", exact=True)).to_be_visible()
        page.page.keyboard.press("ArrowDown")
        page.page.keyboard.press("Enter")
        page.ready("Harmonic of 8 people")
        page.tab_to("What it means exactly")
        page.page.keyboard.press("Enter")
        expect(page.page.locator("#measures-facts")).to_be_visible()

    def test_long_work_is_cancelled_and_begun_again(self, screen, monkeypatch):
        """The page says that it is worked out, stops when told, and begins anew when told."""
        going = threading.Event()

        def slow(desk, wanted, work=result.measured):
            going.wait(60)
            return work(desk, wanted)

        monkeypatch.setattr(result, "is_quick", lambda network: False)
        monkeypatch.setattr(result, "measured", slow)
        page = screen("sample:g1", path="/measures?measure=degree").ready()
        expect(page.page.locator("#measures-job-words")).to_contain_text("Degree: ")
        page.page.get_by_role("button", name="Cancel").click()
        again = page.page.get_by_role("button", name="Work it out again")
        expect(again).to_be_visible()
        expect(page.page.locator("#measures-result")).to_have_text(told.CANCELLED)
        going.set()
        again.click()
        page.ready("Degree of 8 people")
        expect(again).to_be_hidden()

    @pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
    def test_axe_finds_nothing_with_everything_open(self, screen, width, scheme):
        page = screen(path="/measures?measure=degree", width=width, scheme=scheme).ready("Degree")
        expect(page.page.locator("#measures-spread svg").first).to_be_visible()
        page.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
        page.is_accessible()

    def test_names_are_text_and_stay_off_paper(self, screen, tmp_path):
        page = screen(hostile_folder(tmp_path / "hostile"), path="/measures?measure=degree").ready()
        expect(page.page.locator("#measures-table td").first).to_contain_text("<")
        assert page.page.locator("#measures-result :is(a, script)").count() == 0
        assert page.page.evaluate("window.ran") is None
        page.page.emulate_media(media="print")
        expect(page.page.locator("#measures-table")).to_be_hidden()
