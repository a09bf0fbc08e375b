"""Rows corrected by hand before they are read: the file stays, what may not be shown is not."""

import io

import pytest
import xlsxwriter

from collabnet.data.importing.correcting import can_be_corrected, headers_of, rejected_rows
from collabnet.data.importing.plan import plan_import
from collabnet.data.issues import Ledger
from collabnet.data.sources.opened import Opened
from data.importing.import_case import TODAY, only

HEADER = "Day,Sent by,Sent to,client name\n"
ROWS = ("2024-01-05,court,shelter,Ann", "31/31/2024,court,shelter,Bob", "2024-02-05,,shelter,Cy")
MAP = ["Day=date", "Sent by=from_agency", "Sent to=to_agency", "client name=ignore"]


def plan(case, *paths, corrections):
    return plan_import(paths, case.into, given={"map": MAP}, corrections=corrections, today=TODAY)


def ledger_of(done):
    return next(one for source in done.sources for one in source.ledgers.all if one.rejected)


class TestRejectedRows:
    def test_each_says_where_it_is_and_why(self, case):
        ledger = ledger_of(case.plan(case.log(*ROWS, header=HEADER), map=MAP))
        assert [(one.row, one.column, one.cells) for one in rejected_rows(ledger)] == [
            (3, "date", {0: "31/31/2024", 1: "court", 2: "shelter"}),
            (4, "from_agency", {0: "2024-02-05", 1: "", 2: "shelter"}),
        ]
        assert rejected_rows(ledger)[1].why == "The cell from_agency is empty. Fill it in."

    def test_columns_have_the_names_of_the_file(self, case):
        ledger = ledger_of(case.plan(case.log(*ROWS, header=HEADER), map=MAP))
        assert headers_of(ledger) == ["Day", "Sent by", "Sent to", "client name"]

    def test_what_may_not_be_stored_is_not_shown(self, case):
        ledger = ledger_of(case.plan(case.log(*ROWS, header=HEADER), map=MAP))
        assert "Bob" not in str(rejected_rows(ledger))


class TestCorrections:
    @pytest.fixture
    def log(self, case):
        return case.log(*ROWS, header=HEADER)

    def test_corrected_rows_are_used_and_the_others_not(self, case, log):
        done = plan(case, log, corrections={"log.csv": {("", 2): {0: "2024-01-31"}}})
        assert [(one.row, one.column) for one in rejected_rows(ledger_of(done))] == [
            (4, "from_agency")
        ]

    def test_where_a_row_comes_from_stays_and_it_is_said(self, case, log):
        cells = {("", 2): {0: "2024-01-31"}, ("", 3): {1: "court"}}
        done = plan(case, log, corrections={"log.csv": cells})
        assert only(done, "rows_corrected").message == (
            "2 rows were corrected on the screen before the file was read."
        )
        done.write()
        assert case.rows("referrals.csv", "date", "from_agency", "imported_from") == [
            ("2024-01-05", "court", "log.csv, row 2"),
            ("2024-01-31", "court", "log.csv, row 3"),
            ("2024-02-05", "court", "log.csv, row 4"),
        ]
        assert "31/31/2024" in log.read_text()

    def test_a_row_that_is_not_there_changes_nothing(self, case, log):
        done = plan(case, log, corrections={"log.csv": {("", 9): {0: "x"}, ("Jan", 2): {0: "x"}}})
        assert len(rejected_rows(ledger_of(done))) == 2

    def test_a_sheet_of_a_workbook_is_corrected_alone(self, case):
        made = io.BytesIO()
        with xlsxwriter.Workbook(made) as book:
            for name in ("2023", "2024"):
                sheet = book.add_worksheet(name)
                sheet.write_row(0, 0, ["date", "from_agency", "to_agency"])
                sheet.write_row(1, 0, [f"{name}-01-05", "court", "shelter"])
                sheet.write_row(2, 0, [f"{name}-31-31", "court", "shelter"])
        file = case.file("log.xlsx", made.getvalue())
        done = plan_import(
            [file], case.into, given={"sheet": "all"}, today=TODAY,
            corrections={"log.xlsx": {("2024", 2): {0: "2024-01-31"}}},
        )  # fmt: skip
        rejected = [one for source in done.sources for led in source.ledgers.all
                    for one in rejected_rows(led)]  # fmt: skip
        assert [(one.row, one.cells[0]) for one in rejected] == [(3, "2023-31-31")]

    def test_a_row_that_was_too_short_can_be_completed(self, case):
        log = case.log("2024-01-05,court", header="date,from_agency,to_agency\n")
        done = plan_import([log], case.into, given={}, today=TODAY,
                           corrections={"log.csv": {("", 1): {2: "shelter"}}})  # fmt: skip
        assert not done.is_refused, [str(one) for one in done.problems]

    def test_rows_that_were_kept_aside_are_corrected_where_they_lie(self, case, log):
        """They are spoken of as those of the first file; the file of rejects goes when used up."""
        given = {"map": MAP, "accept_rejects": "yes"}
        plan_import([log], case.into, given=given, today=TODAY).write()
        aside = case.into / "rejects" / "log.csv.rejects.csv"
        ledger = ledger_of(case.plan(aside, map=MAP))
        assert [(one.at, one.row) for one in rejected_rows(ledger)] == [(1, 3), (2, 4)]
        cells = {("", 1): {0: "2024-01-31"}, ("", 2): {1: "court"}}
        plan(case, aside, corrections={aside.name: cells}).write()
        assert case.rows("referrals.csv", "date", "imported_from")[1:] == [
            ("2024-01-31", "log.csv, row 3"),
            ("2024-02-05", "log.csv, row 4"),
        ]
        assert not aside.exists()

    def test_what_has_no_rows_and_columns_is_corrected_where_it_comes_from(self, case):
        ledger = Ledger("log.json")
        ledger.rejected = {0}
        assert not can_be_corrected(Opened("log.json", "json"), ledger)


def test_a_new_coalition_has_the_name_it_was_given(case):
    log = case.log("2024-01-05,a,b", header="date,from_agency,to_agency\n")
    plan_import([log], case.into, name='The "Three" counties', today=TODAY).write()
    assert 'name = "The \\"Three\\" counties"' in case.read("coalition.toml")
