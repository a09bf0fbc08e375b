"""What one browser brings in: read, answered, corrected and only then written."""

import io
import zipfile
from threading import Thread

import pytest
import xlsxwriter

from collabnet.model.errors import CollabnetError
from collabnet_dashboards.desk.coalitions import Coalitions
from collabnet_dashboards.intake import NEW, Intake
from collabnet_dashboards.panels.data.import_found import found, now
from collabnet_dashboards.panels.data.import_wishes import Filled, meet
from screen_page import SCRIPT, text_of

LOG = (
    "Day,Sent by,Sent to,client name\n"
    "2024-01-05,court,shelter,Ann\n31/31/2024,court,shelter,Bob\n2024-02-06,court,shelter,Cy\n"
)


class Bringer:
    """Somebody who brings in files, and what stands on the screen then."""

    def __init__(self, path):
        self.path = path
        self.coalitions = Coalitions(home=path / "home")
        self.intake = Intake(name="Ours")

    def give(self, name, content):
        path = self.path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.intake.files[name] = path
        return self.read()

    def read(self):
        self.intake.reading = self.intake.read(self.coalitions)
        return now(self.intake)

    def do(self, do, at=0, **filled):
        meet(self.intake, do, at, Filled(**filled))
        return self.read()

    @property
    def seen(self):
        return text_of(found(self.intake))

    def written(self, name="referrals.csv"):
        folder = self.coalitions.path(self.intake.write(self.coalitions))
        return (folder / name).read_text("utf-8-sig")


@pytest.fixture
def bringer(tmp_path):
    return Bringer(tmp_path)


def roles(*chosen):
    return {("column", place): role for place, role in enumerate(chosen)}


AS_PROPOSED = {0: roles("date", "from_agency", "to_agency", "ignore")}


class TestSteps:
    def test_questions_then_rows_then_ready_then_written(self, bringer):
        assert bringer.give("log.csv", LOG) == "1 question before the files can be read"
        assert bringer.do("answer", answers=AS_PROPOSED) == "1 row can't be used yet"
        assert bringer.do("correct", rows={0: {"2": {"0": "2024-01-31"}}}) == (
            "3 rows ready to be brought in"
        )
        assert not bringer.coalitions.home.exists()
        rows = bringer.written().splitlines()[1:]
        assert [row.split(",")[1] for row in rows] == ["2024-01-05", "2024-01-31", "2024-02-06"]
        assert bringer.coalitions.title("own-1") == "Ours"

    def test_rows_that_cannot_be_used_can_be_kept_aside(self, bringer):
        bringer.give("log.csv", LOG)
        bringer.do("answer", answers=AS_PROPOSED)
        assert bringer.do("accept") == "2 rows ready to be brought in"
        assert "1 row is kept aside in the folder rejects" in bringer.seen
        assert "31/31/2024" in bringer.written("rejects/log.csv.rejects.csv")

    def test_where_no_row_can_be_used_the_rows_say_why(self, bringer):
        header = "date,from_agency,to_agency\n"
        assert bringer.give("log.csv", header + "2024-31-31,a,b\n") == "1 row can't be used yet"
        assert "Bring in the others" not in bringer.seen
        fixed = {0: {"1": {"0": "2024-01-31"}}}
        assert bringer.do("correct", rows=fixed) == "1 row ready to be brought in"

    def test_an_answer_can_be_changed_and_columns_keep_what_was_said(self, bringer):
        bringer.give("log.csv", LOG)
        bringer.do("answer", answers={0: roles("date", "from_agency", "to_agency", "keep")})
        assert "What you answered (1)" in bringer.seen
        bringer.do("change", 0)
        assert bringer.intake.said == ()
        assert bringer.intake.before["log.csv", ""]["client name"] == "keep"

    def test_two_columns_cannot_be_the_same(self, bringer):
        bringer.give("log.csv", LOG)
        with pytest.raises(CollabnetError, match="only one column can be date, and Day and Sent"):
            bringer.do("answer", answers={0: roles("date", "date", "to_agency", "ignore")})

    def test_nothing_answered_and_nothing_corrected_is_said(self, bringer):
        bringer.give("log.csv", LOG)
        with pytest.raises(CollabnetError, match="Answer at least one"):
            bringer.do("answer")
        bringer.do("answer", answers=AS_PROPOSED)
        with pytest.raises(CollabnetError, match="Change a cell first"):
            bringer.do("correct", rows={0: {"99": {"0": "x"}}})

    def test_what_is_open_is_never_written(self, bringer):
        bringer.give("log.csv", LOG)
        with pytest.raises(CollabnetError, match="still to be answered"):
            bringer.intake.write(bringer.coalitions)
        assert not bringer.coalitions.home.exists()

    def test_a_second_click_writes_nothing_more(self, bringer):
        """However fast it comes: both hear of the same coalition."""
        bringer.give("log.csv", "date,from_agency,to_agency\n2024-01-05,court,shelter\n")
        clicks = [Thread(target=bringer.intake.write, args=[bringer.coalitions]) for _ in range(4)]
        for one in clicks:
            one.start()
        for one in clicks:
            one.join()
        assert bringer.intake.write(bringer.coalitions) == "own-1"
        assert [one.name for one in bringer.coalitions.home.iterdir()] == ["coalition-1"]

    def test_what_was_read_for_one_coalition_is_never_written_into_another(self, bringer):
        row = "date,from_agency,to_agency\n2024-01-05,court,shelter\n"
        bringer.give("log.csv", row)
        bringer.written()
        other = Bringer(bringer.path)
        other.give("more.csv", row.replace("05", "06"))
        other.intake.into = "own-1"
        with pytest.raises(CollabnetError) as caught:
            other.intake.write(other.coalitions)
        assert str(caught.value) == (
            "Something has changed since these files were read: where they go, or an answer. "
            "Nothing was written. Look at what is found now, then bring them in."
        )
        assert other.read() == "1 row ready to be brought in"
        assert len(other.written().splitlines()) == 3

    def test_an_answer_that_was_taken_back_is_not_written(self, bringer):
        bringer.give("log.csv", LOG)
        bringer.do("answer", answers=AS_PROPOSED)
        bringer.do("accept")
        bringer.intake.take_back(1)
        with pytest.raises(CollabnetError, match="Something has changed since"):
            bringer.intake.write(bringer.coalitions)

    def test_the_same_question_answered_twice_counts_once(self, bringer):
        bringer.give("log.csv", LOG)
        for _ in range(2):
            meet(bringer.intake, "answer", 0, Filled(answers=AS_PROPOSED))
        assert len(bringer.intake.said) == 1

    def test_what_may_not_be_stored_is_not_shown(self, bringer):
        bringer.give("log.csv", LOG)
        assert "Ann" not in bringer.seen
        bringer.do("answer", answers=AS_PROPOSED)
        assert "Bob" not in str(found(bringer.intake))


class TestWhere:
    OURS = "date,from_agency,to_agency\n2024-01-05,court,shelter\n"

    def test_a_second_import_goes_into_what_is_open_and_doubles_nothing(self, bringer):
        bringer.give("log.csv", self.OURS)
        bringer.intake.write(bringer.coalitions)
        bringer.intake = Intake(into="own-1")
        more = self.OURS + "2024-01-06,court,shelter\n"
        assert bringer.give("log.csv", more) == "1 row ready to be brought in"
        assert bringer.written().count("2024-01-05") == 1

    def test_two_browsers_that_begin_one_at_once_get_two(self, bringer, tmp_path):
        other = Bringer(tmp_path)
        for one in (bringer, other):
            one.give("log.csv", self.OURS)
        assert bringer.intake.reading.key == other.intake.reading.key == "own-1"
        assert bringer.intake.write(bringer.coalitions) == "own-1"
        assert other.intake.write(other.coalitions) == "own-2"

    def test_a_sample_is_refused(self, bringer):
        bringer.intake.into = "site_b"
        with pytest.raises(CollabnetError, match="A sample can't be changed"):
            bringer.give("log.csv", self.OURS)

    def test_a_coalition_that_nobody_knows_is_refused(self, bringer):
        bringer.intake.into = "../../etc"
        with pytest.raises(CollabnetError, match="doesn't know"):
            bringer.give("log.csv", self.OURS)

    def test_a_new_one_is_new_where_nothing_is_said(self):
        assert Intake().into == NEW


def workbook(**sheets):
    """Write a workbook: the rows of each sheet by its name."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, cells in enumerate(rows):
                sheet.write_row(at, 0, cells)
    return made.getvalue()


class TestWorkbookKeptByHand:
    """A log, a list of contacts and a note in one file, with columns of the same name."""

    @pytest.fixture
    def given(self, bringer):
        contacts = [["Agency", "Name", "Job title"], ["Court", "Ann Lee", "Officer"]]
        log = [
            ["Our task force"],
            ["Date", "Referred by", "Agency", "Referred to"],
            ["2024-01-05", "Ann Lee", "Court", "Shelter"],
            ["2024-02-06", "Ann Lee", "Court", "Shelter"],
        ]
        book = workbook(Log=log, Contacts=contacts, Notes=[["ask Ann about March"]])
        bringer.give("our book.xlsx", book)
        return bringer

    def asked(self, given):
        return [(one.about.code, one.about.sheet) for one in given.intake.questions]

    def answer(self, given, chosen):
        return given.do("answer", answers=dict(enumerate(chosen)))

    def test_which_sheets_are_meant_is_asked_first_and_alone(self, given):
        assert self.asked(given) == [("several_sheets", "")]

    def test_the_same_column_may_mean_something_else_on_another_sheet(self, given):
        some = {("choice", 0): "other answer", ("text", 0): "Log; Contacts"}
        self.answer(given, [some])
        assert self.asked(given) == [
            ("columns_to_confirm", "Log"),
            ("header_not_first", "Log"),
            ("table_unclear", "Contacts"),
        ]
        log = roles("date", "from_person", "from_agency", "to_agency")
        row, people = {("choice", 0): "2"}, {("choice", 0): "people"}
        self.answer(given, [log, row, people])
        assert self.asked(given) == [("column_needed", "Contacts")]
        self.answer(given, [{("choice", 0): "Name"}])
        assert self.asked(given) == [("columns_to_confirm", "Contacts")]
        contacts = roles("agency_id", "person_id", "role")
        assert self.answer(given, [contacts]) == "3 rows ready to be brought in"
        folder = given.coalitions.path(given.intake.write(given.coalitions))
        assert "\nAnn Lee,,Court,Officer," in (folder / "people.csv").read_text("utf-8-sig")
        log = (folder / "referrals.csv").read_text("utf-8-sig")
        assert "2024-01-05,Ann Lee,Court,Shelter" in log


class TestHostileFiles:
    def test_a_bomb_is_refused_in_words(self, bringer):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("xl/workbook.xml", b" " * 400_000_000)
        assert bringer.give("log.xlsx", made.getvalue()) == "1 thing to correct in a file first"
        assert "unpacks to more than can be read" in bringer.seen

    @pytest.mark.parametrize(
        ("name", "content", "said"),
        [
            ("minutes.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "minutes.pdf"),
            ("photo.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "photo.csv"),
            ("empty.csv", b"", "empty.csv is an empty file."),
        ],
    )
    def test_what_is_no_table_is_refused_by_its_content(self, bringer, name, content, said):
        assert bringer.give(name, content) == "1 thing to correct in a file first"
        assert said in bringer.seen
        assert "choose it again" in bringer.seen

    def test_a_workbook_called_csv_is_read_as_what_it_is(self, bringer):
        rows = [["date", "from_agency", "to_agency"], ["2024-01-05", "court", "shelter"]]
        assert bringer.give("log.csv", workbook(Log=rows)) == "1 row ready to be brought in"

    def test_names_are_text_wherever_they_stand(self, bringer):
        header = f'"{SCRIPT}",from_agency,to_agency,date\n'
        bringer.give("log.csv", header + f'x,"{SCRIPT}",b,31/31/2024\ny,a,b,2024-01-05\n')
        assert SCRIPT in bringer.seen
