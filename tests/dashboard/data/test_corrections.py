"""Corrections on the page Data: a row as a form, checked, written, told and taken back."""

import pytest
from playwright.sync_api import expect

from collabnet.data.editing import Edit, read_own
from collabnet.data.place import Place
from collabnet.data.samples import copy_sample
from collabnet.model.errors import CollabnetError
from collabnet.model.specs import TABLES
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.panels.data import ours
from collabnet_dashboards.panels.data.corrections_form import form
from collabnet_dashboards.panels.data.corrections_rows import Actors, chosen_row, row_options
from collabnet_dashboards.panels.data.corrections_saved import saved, told
from collabnet_dashboards.panels.data.field_words import TABLES as OFFERED
from screen_page import text_of

ACTORS = Actors({"court": "Court", "home": "Home"}, {"p1": "Ann"})
PEOPLE = "person_id,name,agency_id,role,kind,note\np1,Ann,court,clerk,Team,\np2,Ann,court,clerk,,\n"


@pytest.fixture
def people(tmp_path):
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return read_own(Place(tmp_path), "people")


def fields(parts):
    """Give label and value of each field of a form, in order."""
    found = []
    for part in parts:
        if hasattr(part, "label"):
            found.append((part.label, getattr(part, "value", "")))
        children = getattr(part, "children", None)
        inner = children if isinstance(children, list | tuple) else [children]
        found += fields([one for one in inner if one is not None and not isinstance(one, str)])
    return found


class TestRows:
    def test_rows_that_read_alike_are_told_apart_by_their_number(self, people):
        assert row_options(people, ACTORS) == [
            {"value": "people.new", "label": "Add a person"},
            {"value": "people.r2", "label": "Ann, clerk, Court (row 2)"},
            {"value": "people.r3", "label": "Ann, clerk, Court (row 3)"},
        ]

    def test_a_row_of_another_table_is_not_chosen(self):
        assert chosen_row("people", "people.r12") == 12
        assert chosen_row("people", "ties.r12") is None
        assert chosen_row("people", "people.new") is None


class TestForm:
    def test_a_term_is_shown_by_its_name_and_other_text_as_it_is(self, people):
        shown = dict(fields(form("people", people.row(2), ACTORS)))
        assert shown["Kind"] == "group"
        assert shown["Role"] == "clerk"
        assert shown["Agency"] == "court"
        assert shown["Id of the person"] == "p1"

    @pytest.mark.parametrize("table", [table for table, _ in OFFERED])
    def test_every_table_has_a_field_for_each_column_but_those_of_clients(self, table):
        labels = [label for label, _ in fields(form(table, None, ACTORS))]
        left_out = ("client", "origin")
        wanted = [one for one in TABLES[table].columns if one.role not in left_out]
        assert len(labels) == len(wanted)
        assert not any("_" in label for label in labels)


class TestSaved:
    def test_only_what_differs_from_what_was_shown_is_written(self, people):
        """Team is shown as group: that isn't a change."""
        typed = {"name": "Ann", "kind": "group", "role": "judge", "note": None}
        edit = saved(people, 2, typed, [])
        assert edit == Edit("people", 2, {"role": "clerk"}, {"role": "judge"})
        assert told(edit, ACTORS) == "Saved: people.csv, row 2. Role “judge” (was “clerk”)."

    def test_an_id_is_made_from_the_name(self, people, tmp_path):
        typed = {"person_id": "", "name": "Bea Lee", "agency_id": "home"}
        edit = saved(people, None, typed, ["bea_lee"])
        assert edit.after == {"person_id": "bea_lee_2", "name": "Bea Lee", "agency_id": "home"}
        agreements = read_own(Place(tmp_path), "agreements")
        edit = saved(agreements, None, {"from_agency": "court", "to_agency": "home"}, [])
        assert edit.after["agreement_id"] == "court_to_home"

    @pytest.mark.parametrize(
        ("row", "typed", "words"),
        [
            (2, {"name": "Ann"}, "Nothing was changed, so nothing was written. Change a field"),
            (9, {"name": "Ann"}, "Row 9 isn't there any more. Choose it again."),
            (None, {"name": ""}, "Nothing is filled in yet, so nothing was added."),
            (None, {"name": "Bea"}, "Nothing was added: fill in Agency first."),
        ],
    )
    def test_what_cannot_be_written_is_said(self, people, row, typed, words):
        with pytest.raises(CollabnetError) as error:
            saved(people, row, typed, [])
        assert str(error.value).startswith(words)


class TestWhetherAnythingMayBeChanged:
    def test_nothing_open_a_sample_and_one_file_say_what_to_do(self, tmp_path):
        desk = Desk(home=tmp_path)
        assert ours.why_closed(desk, {"opened": None}) == ours.NOTHING_OPEN
        assert ours.why_closed(desk, {"opened": {"key": "g1"}}) == ours.SAMPLE
        file = tmp_path / "ties.csv"
        file.write_text("source,target\na,b\n", encoding="utf-8")
        shown = {"opened": {"key": "given"}}
        assert ours.why_closed(Desk(file, home=tmp_path), shown) == ours.ONE_FILE

    def test_a_copy_of_a_sample_is_a_coalition_of_ones_own(self, tmp_path):
        desk = Desk(home=tmp_path / "home")
        assert ours.copied(desk, "g1").href == "/data?c=own-1"
        assert desk.coalitions.title("own-1") == "My copy of G1"
        assert ours.why_closed(desk, {"opened": {"key": "own-1"}}) == ""


class TestPage:
    @pytest.mark.long
    def test_a_row_is_corrected_by_keyboard_and_restored(self, screen, tmp_path):
        """Only that row of the file changes; one that others name can't be removed."""
        folder = copy_sample("site_b", tmp_path / "ours", called="Ours")
        before = (folder / "people.csv").read_bytes()
        page = screen(folder, path="/data?part=corrections").ready()
        part = page.page.locator("#data-corrections")
        keys = page.page.keyboard
        page.tab_to("Which")
        keys.type("Officer B1")
        expect(page.page.get_by_role("option", name="Officer B1")).to_be_visible()
        keys.press("ArrowDown")
        keys.press("Enter")
        expect(part.get_by_role("heading", level=3)).to_contain_text("(people.csv, row 3)")
        page.tab_to("Role")
        keys.type("supervisor")  # what is there is selected
        page.tab_to("More fields")
        keys.press("Enter")
        page.is_accessible()
        page.tab_to("Save")
        keys.press("Enter")
        expect(part).to_contain_text(
            "Saved: people.csv, row 3. Role “supervisor” (was “deputy juvenile officer”)."
        )
        assert (
            b"officer_b1,Officer B1,court_b,supervisor,person"
            in (folder / "people.csv").read_bytes()
        )
        part.get_by_role("button", name="Undo the last change").click()
        expect(part).to_contain_text("Taken back: 1 row of people.csv changed.")
        assert (folder / "people.csv").read_bytes() == before
        expect(part.get_by_text("What was changed so far")).to_be_hidden()  # all is read anew
        page.choose("Which", "Officer B1, deputy juvenile officer, Juvenile court")
        part.get_by_role("button", name="Remove this row").click()
        expect(part.get_by_role("alert")).to_contain_text(
            "Nothing was removed, because other rows still name what stands in this row."
        )
        assert (folder / "people.csv").read_bytes() == before

    @pytest.mark.long
    def test_a_sample_is_copied_to_be_changed(self, screen, tmp_path):
        folder = copy_sample("site_b", tmp_path / "ours", called="Ours")
        path = "/data?part=corrections&c=g1"
        page = screen(folder, path=path, width=400, scheme="dark").ready()
        part = page.page.locator("#data-corrections")
        expect(part).to_contain_text(ours.SAMPLE)
        expect(part.get_by_role("textbox", name="Which")).to_be_hidden()
        part.get_by_role("button", name="Make a copy of my own").click()
        page.page.wait_for_url("**/data?c=own-1&part=corrections")
        expect(part.get_by_role("textbox", name="Which")).to_be_visible()
        page.choose("Which", "Add a person")
        expect(part.get_by_role("heading", level=3)).to_have_text("Add a person")
        page.is_accessible()
        assert (tmp_path / "home" / "coalition-1" / "people.csv").is_file()


class TestNames:
    def test_hostile_names_stay_text(self):
        script = "<script>window.ran = true</script>"
        made = form("people", {"person_id": "p", "name": script}, Actors({}, {"p": script}))
        assert dict(fields(made))["Name"] == script
        assert script not in text_of(made)
