"""Counting a large log: what it says, what it refuses, and how it stops."""

import tempfile
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from collabnet.data.logs import Stopped, count_pathways, scan
from collabnet.data.logs import gather as gathering
from collabnet.data.logs.job import Job
from collabnet.model.errors import ChoiceNeededError, CollabnetError, ReadingError
from data.logs.logs_made import TODAY, as_csv, made_rows

HEADER = "date,from_person,from_agency,to_agency,service,status\n"
ROWS = (
    "2024-01-05,officer_b1,court_b,residential_program,legal,accepted\n"
    "2024-02-06,officer_b1,court_b,residential_program,legal,declined\n"
    "2024-03-07,officer_b2,court_b,residential_program,legal,\n"
    "2024-04-08,,court_b,residential_program,legal,made\n"
    "2024-05-09,court_b,court_b,residential_program,legal,made\n"
)


@pytest.fixture
def count(tmp_path):
    def count(text, **options):
        path = tmp_path / "log.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return count_pathways(path, today=TODAY, **options)

    return count


def said(call, *arguments, **options):
    with pytest.raises(CollabnetError) as raised:
        call(*arguments, **options)
    return str(raised.value)


class TestPathways:
    def test_outcomes_people_and_days(self, count):
        """A blank outcome is a referral made; a blank person is nobody, an agency a position."""
        (row,) = count(HEADER + ROWS).pathways.to_dict("records")
        assert {name: value for name, value in row.items() if value} == {
            "from_agency": "court_b", "to_agency": "residential_program",
            "service": row["service"], "n_referrals": 5, "first_on": row["first_on"],
            "last_on": row["last_on"], "n_made": 3, "n_accepted": 1, "n_declined": 1,
            "n_from_people": 2, "n_from_unknown": 1, "n_from_position": 1,
        }  # fmt: skip
        assert (str(row["first_on"].date()), str(row["last_on"].date())) == (
            "2024-01-05", "2024-05-09",
        )  # fmt: skip

    def test_carriers(self, count):
        table = count(HEADER + ROWS).carriers
        assert dict(zip(table["from_person"], table["n_referrals"], strict=True)) == {
            "court_b": 1, "officer_b1": 2, "officer_b2": 1,
        }  # fmt: skip

    def test_several_logs_are_one(self, tmp_path):
        (tmp_path / "a.csv").write_text(HEADER + ROWS)
        (tmp_path / "b.csv").write_text(
            "To agency;From agency;Date\nresidential_program;court_b;2024-06-01\n"
        )
        counts = count_pathways([tmp_path / "a.csv", tmp_path / "b.csv"], today=TODAY)
        assert counts.balance == "6 rows read: 6 counted, 0 rejected, 0 skipped."

    def test_columns_of_other_names(self, count):
        text = "Day,Whence,Whither,date\n2024-01-05,court_b,shelter,not this one\n"
        named = {"date": "Day", "from_agency": "Whence", "to_agency": "Whither"}
        assert count(text, columns=named).n_counted == 1

    def test_a_column_that_is_not_there(self, count):
        text = said(count, HEADER + ROWS, columns={"date": "Day"})
        assert text.splitlines()[1] == (
            "log.csv, column date: log.csv has no column 'Day'; found date, from_person, "
            "from_agency, to_agency, service and status. Name one of these: --column date=NAME. "
            "[log_column_missing]"
        )

    def test_rows_outside_the_period_are_skipped(self, count):
        counts = count(HEADER + ROWS, period=(date(2024, 2, 1), date(2024, 4, 30)))
        assert counts.balance == "5 rows read: 3 counted, 0 rejected, 2 skipped."
        assert "log_outside_period" in [one.code for one in counts.problems]

    def test_days_in_another_order_are_asked_about_and_then_read(self, count):
        text = "date,from_agency,to_agency\n01/02/2024,court_b,shelter\n"
        with pytest.raises(ChoiceNeededError, match="day-first or"):
            count(text)
        table = count(text, reading={"date_order": "day-first"}).pathways
        assert str(table["first_on"][0].date()) == "2024-02-01"

    def test_a_total_is_never_an_agency(self, count):
        counts = count(HEADER + ROWS + "Total,,,,,5\n")
        assert counts.rejected[["row", "line", "column", "code"]].to_numpy().tolist() == [
            [7, 7, "date", "not_a_date"]
        ]

    def test_rejected_rows_say_what_to_do(self, count):
        counts = count(HEADER + ROWS + "2024-01-05,officer_b1,court_b\n")
        (row,) = counts.rejected.to_dict("records")
        assert row == {
            "file": "log.csv", "row": 7, "line": 7, "column": "", "code": "row_too_short",
            "message": "The row has 3 cells; the header has 6.",
            "remedy": "Add the missing cells; an empty one counts.",
        }  # fmt: skip

    def test_columns_that_are_not_read_are_said(self, count):
        counts = count("date,from_agency,to_agency,remark\n2024-01-05,court_b,shelter,x\n")
        assert [str(one) for one in counts.problems] == [
            "log.csv: 1 column was not read: remark. Nothing to do; to count by another column "
            "say --column service=NAME. [log_columns_not_read]"
        ]


class TestNothingIsGuessed:
    def test_one_wrong_row_never_makes_one_column_of_all(self, count):
        """B17: a row too long is rejected; the other rows keep their columns."""
        counts = count(HEADER + ROWS + "2024-01-05,a,b,c,d,e,f,g\n" + ROWS)
        assert counts.balance == "11 rows read: 10 counted, 1 rejected, 0 skipped."
        assert counts.rejected["code"].tolist() == ["row_too_long"]

    def test_a_delimiter_at_the_end_of_one_row(self, count):
        """DuckDB passes over it; the reader of referrals.csv doesn't, and so it is rejected."""
        counts = count(HEADER + ROWS + "2024-01-05,a,b,c,d,made,\n")
        assert counts.rejected["code"].tolist() == ["row_too_long"]

    def test_a_quote_inside_a_cell(self, count):
        """DuckDB keeps it; the reader of referrals.csv doesn't."""
        counts = count(HEADER + ROWS + '2024-01-05,officer "b1",b,c,d,made\n')
        assert counts.rejected["code"].tolist() == ["stray_quote"]
        assert "log_row_by_row" in [one.code for one in counts.problems]

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("", "empty_file"),
            (HEADER, "no_data_rows"),
            ("date\n2024-01-05\n", "one_column"),
            ("date,from_agency\n2024-01-05,b\n", "missing_column"),
            (HEADER + ROWS + '2024-01-05,"b,b,c,d,e\n', "unclosed_quote"),
            (HEADER.encode() + ROWS.encode() * 8000 + b"2024-01-05,\xff,b,c,d,e\n", "log_not_utf8"),
            (b"\x89PNG" + bytes(100), "not_text"),
            (b"\x1f\x8b" + bytes(100), "archive_file"),
            ("date,from_agency,to_agency,to_agency\n2024-01-05,a,b,c\n", "duplicate_header"),
        ],
    )
    def test_what_is_no_log_is_refused(self, count, text, code):
        assert f"[{code}]" in said(count, text)

    def test_a_line_of_many_megabytes(self, count):
        assert "[line_too_long]" in said(count, HEADER + ROWS + "x" * 6_000_000)

    def test_folders_pipes_and_files_that_are_not_there(self, tmp_path):
        assert "[not_a_file]" in said(count_pathways, tmp_path)
        assert "[cannot_open]" in said(count_pathways, tmp_path / "none.csv")

    def test_the_same_log_twice(self, tmp_path):
        (tmp_path / "a.csv").write_text(HEADER + ROWS)
        assert "[log_given_twice]" in said(count_pathways, [tmp_path / "a.csv"] * 2)

    def test_a_file_that_changes_meanwhile(self, count, tmp_path, monkeypatch):
        def scanning(path, *others):
            with path.open("a") as file:
                file.write(ROWS)
            return scan.scan_csv(path, *others)

        monkeypatch.setattr(gathering, "scan_csv", scanning)
        assert "[changed_while_read]" in said(count, HEADER + ROWS)

    def test_parquet_that_is_cut_off(self, count):
        assert "[log_not_readable]" in said(count, b"PAR1" + bytes(100))

    def test_names_with_wildcards_mean_one_file(self, tmp_path):
        for name in ("log[1]*.csv", "log1.csv"):
            (tmp_path / name).write_text(HEADER + ROWS)
        assert count_pathways(tmp_path / "log[1]*.csv", today=TODAY).n_read == 5

    def test_personal_details_where_a_service_should_be(self, count):
        text = HEADER + "2024-01-05,officer_b1,court_b,shelter,call 555-010-0199,made\n"
        message = said(count, text)
        assert "[personal_values]" in message
        assert "555" not in message


class TestStopping:
    def test_it_stops_when_asked_and_leaves_nothing(self, tmp_path, monkeypatch):
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
        (tmp_path / "tmp").mkdir()
        log = tmp_path / "log.csv"
        log.write_text(as_csv(made_rows(20_000, odd=0)), encoding="utf-8")
        cancel, told = Event(), []

        def progress(what, share):
            told.append((what, share))
            if share > 0.2:
                cancel.set()

        with pytest.raises(Stopped):
            count_pathways(log, today=TODAY, progress=progress, cancel=cancel)
        assert told[0] == ("counting", 0.0)
        assert list((tmp_path / "tmp").iterdir()) == []
        assert sorted(path.name for path in tmp_path.iterdir()) == ["log.csv", "tmp"]

    def test_nothing_is_said_before_the_first_part(self):
        """However long the database takes before it."""
        told = []
        job = Job(lambda what, share: told.append((what, share)))
        job.tell(0.5)
        assert told == []
        job.begin("counting", 2)
        assert told == [("counting", 0.0)]

    def test_progress_goes_from_nothing_to_all(self, count):
        shares = []
        count(HEADER + ROWS, progress=lambda what, share: shares.append((what, share)))
        assert shares[0] == ("counting", 0.0)
        assert shares[-1][1] == 1.0

    def test_nothing_is_left_behind(self, count, tmp_path, monkeypatch):
        place = tmp_path / "tmp"
        place.mkdir()
        monkeypatch.setattr(tempfile, "tempdir", str(place))
        count(HEADER + ROWS)
        assert list(Path(place).iterdir()) == []

    def test_little_memory_is_enough_or_is_said(self, tmp_path):
        log = tmp_path / "log.csv"
        log.write_text(as_csv(made_rows(20_000, odd=0)), encoding="utf-8")
        counts = count_pathways(log, today=TODAY, memory="200MB", threads=1)
        assert counts.n_counted == 20_000


def test_an_error_is_one_of_ours(count):
    with pytest.raises(ReadingError):
        count("date,from_agency\n2024-01-05,b\n")


class TestToldApart:
    def test_blank_rows_are_skipped_and_said(self, count):
        counts = count(f"{HEADER}{ROWS}\n\n")
        assert [one.message for one in counts.problems if one.code == "log_blank_rows"] == [
            "2 rows are blank; skipped."
        ]
        assert counts.n_read == counts.n_counted + 2

    def test_ids_of_referrals_are_not_compared_and_that_is_said(self, count):
        rows = "".join(f"r1,{row}\n" for row in ROWS.splitlines())
        counts = count(f"referral_id,{HEADER}{rows}")
        assert "log_ids_not_compared" in [one.code for one in counts.problems]
        assert counts.n_counted == 5
