"""Rejected rows: kept as they stood, corrected, read again, and nothing is doubled or lost."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collabnet.data.check import check
from data.importing.import_case import HEADER, MAP, TODAY, Case, only

BAD = ("31/31/2024,court_b,shelter,officer_b1,x", "2024-03-05,court_b,,officer_b2,y")
GOOD = ("2024-01-05,court_b,shelter,officer_b1,", "2024-02-06,court_b,shelter,officer_b2,")
REJECTS = "rejects/log.csv.rejects.csv"


class TestRejects:
    def test_nothing_is_written_unless_they_are_accepted(self, case):
        problem = only(case.plan(case.log(*GOOD, *BAD), map=MAP), "rejects_to_accept")
        assert (problem.level, problem.message) == (
            "ASK",
            "2 rows of log.csv can't be used; the others can.",
        )
        assert not case.into.exists()

    def test_they_keep_the_original_row_the_code_the_reason_and_the_line(self, case):
        case.do(case.log(*GOOD, *BAD), map=MAP, accept_rejects="yes")
        assert case.read(REJECTS) == (
            "Date of referral,Sent by,Sent to,Case manager,reject_file,reject_sheet,reject_row,"
            "reject_line,reject_code,reject_reason\n"
            "31/31/2024,court_b,shelter,officer_b1,log.csv,,4,4,no_such_day,"
            "'31/31/2024' is not a day of the calendar. Correct it; write the day as YYYY-MM-DD.\n"
            "2024-03-05,court_b,,officer_b2,log.csv,,5,5,required_blank,"
            "The cell to_agency is empty. Fill it in.\n"
        )

    def test_corrected_and_read_again_they_complete_the_import(self, case):
        case.do(case.log(*GOOD, *BAD), map=MAP, accept_rejects="yes")
        path = case.into / REJECTS
        text = path.read_text("utf-8-sig").replace("31/31/2024", "2024-03-31")
        path.write_text(text.replace("court_b,,", "court_b,shelter,"), "utf-8")
        case.do(path)
        assert case.rows("referrals.csv", "date", "imported_from") == [
            ("2024-01-05", "log.csv, row 2"),
            ("2024-02-06", "log.csv, row 3"),
            ("2024-03-31", "log.csv, row 4"),
            ("2024-03-05", "log.csv, row 5"),
        ]
        assert not path.exists()

    def test_those_that_are_still_wrong_stay(self, case):
        case.do(case.log(*GOOD, *BAD), map=MAP, accept_rejects="yes")
        path = case.into / REJECTS
        path.write_text(path.read_text("utf-8-sig").replace("31/31/2024", "2024-03-31"), "utf-8")
        case.do(path, accept_rejects="yes")
        assert len(case.rows()) == 3
        assert case.rows(REJECTS, "reject_row") == [("5",)]

    def test_a_check_names_the_files_that_wait(self, case):
        case.do(case.log(*GOOD, *BAD), map=MAP, accept_rejects="yes")
        (problem,) = [
            one for one in check(case.into, today=TODAY).found if one.code == "rejects_waiting"
        ]
        assert problem.message == f"Rows that could not be imported wait in {REJECTS}."

    def test_reading_the_corrected_original_doubles_nothing(self, case):
        case.do(case.log(*GOOD, *BAD), map=MAP, accept_rejects="yes")
        fixed = [one.replace("31/31/2024", "2024-03-31").replace(",,", ",shelter,") for one in BAD]
        case.do(case.log(*GOOD, *fixed))
        assert len(case.rows()) == 4

    def test_rejects_of_another_export_do_not_overwrite_them(self, case):
        case.do(case.log(*GOOD, *BAD), map=MAP, accept_rejects="yes")
        case.do(case.log(*GOOD, BAD[0].replace("officer_b1", "officer_b5")), accept_rejects="yes")
        names = sorted(one.name for one in (case.into / "rejects").iterdir())
        assert names == ["log.csv.rejects.1.csv", "log.csv.rejects.csv"]

    def test_what_may_not_be_stored_is_not_in_them(self, case):
        header = HEADER.strip() + ",client_id\n"
        case.do(
            case.log(f"{BAD[0]},T0KEN", f"{GOOD[0]},T0KEN", header=header),
            map=MAP,
            accept_rejects="yes",
        )
        assert "T0KEN" not in case.read(REJECTS)

    def test_cells_that_a_spreadsheet_would_run_are_safe_and_come_back(self, case):
        case.do(case.log("bad,=court,shelter,officer_b1,", *GOOD), map=MAP, accept_rejects="yes")
        path = case.into / REJECTS
        assert "bad,'=court,shelter" in case.read(REJECTS)
        path.write_text(path.read_text("utf-8-sig").replace("bad", "2024-04-01"), "utf-8")
        case.do(path)
        assert case.rows("referrals.csv", "from_agency")[-1] == ("'=court",)


CELLS = st.sampled_from(["2024-01-05", "court_b", "shelter", "", "x", "31/31/2024", "a,b", '"'])


class TestConservation:
    @settings(
        max_examples=60,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(st.lists(st.lists(CELLS, min_size=0, max_size=6), min_size=1, max_size=8))
    def test_every_row_is_kept_rejected_or_skipped(self, tmp_path_factory, rows):
        case = Case(tmp_path_factory.mktemp("import"))
        text = "\n".join(",".join(row) for row in rows)
        path = case.file("log.csv", f"{HEADER}{text}\n")
        done = case.plan(path, map=MAP, accept_rejects="yes", unknown_actors="add")
        for source in done.sources:
            for ledger in source.ledgers.all:
                gone = ledger.rejected | ledger.skipped
                assert ledger.n_read >= len(gone)
                if not done.is_refused:
                    kept = sum(
                        draft.sources[i] is not None and draft.sources[i].ledger is ledger
                        for draft in done.drafts.values()
                        for i in range(len(draft.rows))
                    )
                    assert ledger.n_read == kept + len(gone)


class TestContext:
    """What a row says only beside other rows goes with it when it is kept aside."""

    HEADER = "date,from_person,from_agency,to_agency\n"

    def test_a_ditto_means_the_cell_above_it_in_the_file(self, case):
        rows = (
            "2024-01-05,officer_b1,court_b,shelter",
            "2024-01-32,officer_b2,court_b,shelter",
            "2024-01-07,officer_b3,court_b,shelter",
            "2024-01-33,same,court_b,shelter",
        )
        log = case.log(*rows, header=self.HEADER)
        case.do(log, ditto="fill_down", accept_rejects="yes")
        path = case.into / REJECTS
        text = path.read_text("utf-8-sig").replace("01-32", "01-06").replace("01-33", "01-08")
        path.write_text(text, "utf-8")
        case.do(path)
        assert case.rows("referrals.csv", "date", "from_person")[2:] == [
            ("2024-01-06", "officer_b2"),
            ("2024-01-08", "officer_b3"),
        ]

    def test_the_month_of_a_heading_goes_along(self, case):
        rows = ("March 2024,,,", "5,officer_b1,court_b,shelter", "6,officer_b1,court_b,")
        log = case.log(*rows, header=self.HEADER)
        case.do(log, month_headings="use", accept_rejects="yes")
        path = case.into / REJECTS
        path.write_text(
            path.read_text("utf-8-sig").replace("court_b,,", "court_b,shelter,"), "utf-8"
        )
        case.do(path)
        assert case.rows("referrals.csv", "date") == [("2024-03-05",), ("2024-03-06",)]

    def test_the_same_rejects_are_not_kept_twice(self, case):
        log = case.log(*GOOD, *BAD)
        case.do(log, map=MAP, accept_rejects="yes")
        case.do(log, again="read", accept_rejects="yes")
        assert [one.name for one in (case.into / "rejects").iterdir()] == ["log.csv.rejects.csv"]
