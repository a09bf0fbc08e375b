"""Rows are corrected in one step: checked first, written whole, kept on record, undoable."""

from datetime import date
from importlib import import_module

import pytest

from collabnet.data.editing import Edit, correct, steps_in, undo_last
from collabnet.data.files import write_atomic
from collabnet.data.issues import Ledger
from collabnet.data.place import Place
from collabnet.data.samples import sample_path
from collabnet.data.store import FolderChangedError
from collabnet.model.errors import CollabnetError

DAY = date(2024, 3, 5)
AGENCIES = "agency_id,name\ncourt,Court\nhome,Home\n"
PEOPLE = "person_id,name,agency_id,role\np1,Ann,court,clerk\np2,Bea,home,\n"
REFERRALS = "date,from_person,from_agency,to_agency,to_person\n2024-01-05,p1,court,home,p2\n"


@pytest.fixture
def folder(tmp_path):
    for name, text in (("agencies", AGENCIES), ("people", PEOPLE), ("referrals", REFERRALS)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    (tmp_path / "coalition.toml").write_text('name = "Ours"\n', encoding="utf-8")
    return tmp_path


def contents(folder):
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def refused(folder, *edits):
    before = contents(folder)
    with pytest.raises(CollabnetError) as told:
        correct(folder, edits, today=DAY)
    assert contents(folder) == before
    return str(told.value)


ROLE = Edit("people", 2, {"role": "clerk"}, {"role": "judge"})


class TestCorrect:
    def test_a_row_is_changed_and_what_stood_there_is_kept(self, folder):
        done = correct(folder, [ROLE], today=DAY)
        assert (folder / "people.csv").read_text() == PEOPLE.replace("clerk", "judge")
        assert done.step.words == "1 row of people.csv changed"
        assert (folder / "corrections.csv").read_text("utf-8-sig").splitlines() == [
            "step,part,done_on,file,row,did,column,before,after",
            "1,1,2024-03-05,people.csv,2,changed,role,clerk,judge",
        ]

    def test_edits_are_carried_out_one_after_the_other(self, folder):
        """Row numbers are those after the edits before."""
        edits = [
            Edit("people", None, None, {"person_id": "p3", "name": "Cy", "agency_id": "home"}),
            Edit("people", 4, {"name": "Cy"}, {"name": "Cyd"}),
            Edit("agencies", 3, {"name": "Home"}, {"name": "Shelter"}),
        ]
        done = correct(folder, edits, today=DAY)
        assert (folder / "people.csv").read_text() == PEOPLE + "p3,Cyd,home,\n"
        assert (folder / "agencies.csv").read_text() == AGENCIES.replace("Home", "Shelter")
        assert done.step.words == (
            "1 row of people.csv added, 1 row of people.csv changed and 1 row of agencies.csv "
            "changed"
        )

    def test_a_table_without_a_file_gets_one(self, folder):
        cells = {"agreement_id": "a1", "from_agency": "court", "to_agency": "home"}
        correct(folder, [Edit("agreements", None, None, cells)], today=DAY)
        text = (folder / "agreements.csv").read_text("utf-8-sig")
        assert text.splitlines()[1] == "a1,court,home,,,,,,,,"

    def test_a_row_keeps_where_it_comes_from(self, folder):
        text = 'source,target,kind,basis,imported_from\np1,p2,contact,,"log.xlsx, row 7"\n'
        (folder / "ties.csv").write_text(text, encoding="utf-8")
        edit = Edit("ties", 2, {"basis": ""}, {"basis": "formal"})
        correct(folder, [edit], today=DAY)
        assert (folder / "ties.csv").read_text() == text.replace("contact,,", "contact,formal,")

    @pytest.mark.parametrize("writes", range(5))
    def test_whenever_it_is_interrupted_a_reader_finds_before_or_after(
        self, folder, monkeypatch, writes
    ):
        """The row and the record of its correction belong together."""
        made = iter(range(9))

        def write(path, data):
            if next(made) >= writes:
                raise KeyboardInterrupt
            write_atomic(path, data)

        monkeypatch.setattr("collabnet.data.store.write_atomic", write)
        try:
            correct(folder, [ROLE], today=DAY)
        except KeyboardInterrupt:
            assert writes < 3
        place = Place(folder)
        people = place.read("people.csv", Ledger("people.csv")).decode()
        held, _ = steps_in(place)
        assert (people, len(held)) in [(PEOPLE, 0), (PEOPLE.replace("clerk", "judge"), 1)]

    def test_the_file_of_corrections_belongs_to_a_coalition(self, folder):
        from collabnet.data.check import check

        correct(folder, [ROLE], today=DAY)
        assert check(folder).other_files == ()

    def test_notes_of_the_check_are_told(self, folder):
        edit = Edit("people", 2, {"role": "clerk"}, {"role": "wizard"})
        done = correct(folder, [edit], today=DAY)
        assert len(done.notes) == 1
        assert done.notes[0].startswith("people.csv, row 2: 'wizard' ")


class TestRefused:
    def test_a_row_that_could_not_be_read(self, folder):
        said = refused(folder, Edit("people", 2, {"agency_id": "court"}, {"agency_id": "nowhere"}))
        assert said.startswith("Nothing was written, because the check says:\npeople.csv, row 2: ")
        assert "'nowhere' in agency_id is in neither agencies.csv nor people.csv (1 row)." in said
        assert "--reading" not in said

    def test_an_id_that_is_there_already(self, folder):
        cells = {"person_id": "p1", "agency_id": "home"}
        assert refused(folder, Edit("people", None, None, cells)) == (
            "Nothing was written, because the check says:\npeople.csv, row 4: 'p1' already stands "
            "in row 2. Keep one of the rows, or give this one an id of its own; a person in two "
            "agencies goes to memberships.csv."
        )

    def test_a_row_that_others_name(self, folder):
        said = refused(folder, Edit("people", 2, {"person_id": "p1"}, None))
        assert said.startswith(
            "Nothing was removed, because other rows still name what stands in this row. Correct "
            "or remove those first:\nreferrals.csv, row 2: 'p1' in from_person is in neither"
        )

    def test_a_row_that_is_another_by_now(self, folder):
        said = refused(folder, Edit("people", 3, {"role": "clerk"}, {"role": "judge"}))
        assert said == (
            "Row 3 of people.csv was left as it is: role there is another now. Look at the row "
            "again, then correct it."
        )
        said = refused(folder, Edit("people", 9, {"role": "clerk"}, {"role": "judge"}))
        assert said == (
            "Row 9 of people.csv was left as it is: it isn't there any more. Look at the row "
            "again, then correct it."
        )

    def test_nothing_to_change(self, folder):
        assert refused(folder) == (
            "Nothing was changed, so nothing was written. Change a field first."
        )

    def test_a_sample(self):
        with pytest.raises(CollabnetError) as told:
            correct(sample_path("g1"), [ROLE], today=DAY)
        assert str(told.value) == ("A sample stays as it is. Make a copy of your own first.")

    def test_what_somebody_else_wrote_meanwhile(self, folder, monkeypatch):
        """Nothing is written over it."""
        module = import_module("collabnet.data.editing.correct")
        plain = module.apply

        def meanwhile(*given):
            (folder / "people.csv").write_text(PEOPLE + "p3,Cy,home,\n", encoding="utf-8")
            return plain(*given)

        monkeypatch.setattr(module, "apply", meanwhile)
        with pytest.raises(FolderChangedError) as told:
            correct(folder, [ROLE], today=DAY)
        assert str(told.value) == (
            "Somebody else has changed these files meanwhile, so nothing was written. Reload the "
            "page, look at the row and correct it again."
        )
        assert (folder / "people.csv").read_text() == PEOPLE + "p3,Cy,home,\n"
        assert not (folder / "corrections.csv").exists()


class TestUndo:
    def test_everything_of_a_step_is_taken_back(self, folder):
        before = contents(folder)
        edits = [
            ROLE,
            Edit("people", None, None, {"person_id": "p3", "name": "Cy", "agency_id": "home"}),
            Edit("people", 4, {"person_id": "p3", "name": "Cy", "agency_id": "home"}, None),
            Edit("agencies", 3, {"name": "Home"}, {"name": "Shelter"}),
        ]
        correct(folder, edits, today=DAY)
        undone = undo_last(folder, today=DAY)
        assert undone.number == 1
        after = contents(folder)
        last = after.pop("corrections.csv").decode("utf-8-sig").splitlines()[-1]
        assert last == "1,,2024-03-05,,,undone,,,"
        assert after == before

    def test_steps_are_taken_back_one_by_one(self, folder):
        correct(folder, [ROLE], today=DAY)
        correct(folder, [Edit("people", 2, {"role": "judge"}, {"role": "bailiff"})], today=DAY)
        assert [step.number for step in steps_in(Place(folder))[0]] == [1, 2]
        undo_last(folder, today=DAY)
        assert "judge" in (folder / "people.csv").read_text()
        undo_last(folder, today=DAY)
        assert (folder / "people.csv").read_text() == PEOPLE
        with pytest.raises(CollabnetError, match="There is no correction to take back"):
            undo_last(folder, today=DAY)
        correct(folder, [ROLE], today=DAY)
        assert [step.number for step in steps_in(Place(folder))[0]] == [3]

    def test_a_removed_row_comes_back_where_it_was(self, folder):
        (folder / "people.csv").write_text(PEOPLE + "p3,Cy,home,\n", encoding="utf-8")
        cells = {"person_id": "p3", "name": "Cy", "agency_id": "home", "role": ""}
        correct(folder, [Edit("people", 4, cells, None)], today=DAY)
        assert (folder / "people.csv").read_text() == PEOPLE
        undo_last(folder, today=DAY)
        assert (folder / "people.csv").read_text() == PEOPLE + "p3,Cy,home,\n"

    def test_a_row_that_was_changed_since_stays(self, folder):
        correct(folder, [ROLE], today=DAY)
        text = (folder / "people.csv").read_text().replace("judge", "bailiff")
        (folder / "people.csv").write_text(text, encoding="utf-8")
        with pytest.raises(CollabnetError) as told:
            undo_last(folder, today=DAY)
        assert str(told.value) == (
            "Row 2 of people.csv was left as it is: role there is another now. Look at the row "
            "again, then correct it."
        )
        assert (folder / "people.csv").read_text() == text

    def test_a_damaged_record_is_named_and_never_written_over(self, folder):
        correct(folder, [ROLE], today=DAY)
        (folder / "corrections.csv").write_text("step\nx\n", encoding="utf-8")
        for act in (undo_last, lambda path, **more: correct(path, [ROLE], **more)):
            with pytest.raises(CollabnetError) as told:
                act(folder, today=DAY)
        assert (folder / "corrections.csv").read_text() == "step\nx\n"
        correct_again = [Edit("people", 2, {"role": "judge"}, {"role": "clerk"})]
        with pytest.raises(CollabnetError) as told:
            correct(folder, correct_again, today=DAY)
        assert str(told.value) == (
            "corrections.csv isn't as it was written, so no correction can be added or taken back. "
            "Bring back the file as it was, or move it to another folder to begin anew."
        )
