"""The same file again, a corrected one, the next month's: nothing is doubled, nothing lost."""

from data.importing.import_case import MAP, ROWS, only


class TestTwice:
    def test_the_very_file_is_asked_about(self, case):
        log = case.log()
        case.do(log, map=MAP)
        problem = only(case.plan(log), "same_file_again")
        assert (problem.level, problem.key, problem.answers) == ("ASK", "again", ("skip", "read"))
        assert problem.message == (
            "log.csv has been imported before, on 2024-06-30, byte for byte."
        )

    def test_it_can_be_left_out(self, case):
        log = case.log()
        case.do(log, map=MAP)
        done = case.do(log, again="skip")
        assert only(done, "file_skipped").message == (
            "log.csv was left out, as again says: it has been imported before."
        )
        assert len(case.rows()) == 3

    def test_read_again_nothing_is_doubled(self, case):
        log = case.log()
        case.do(log, map=MAP)
        before = case.read("referrals.csv")
        done = case.do(log, again="read")
        assert case.read("referrals.csv") == before
        assert only(done, "already_there").message == (
            "3 rows are in referrals.csv already; nothing was doubled."
        )

    def test_a_later_export_with_the_same_rows_adds_the_new_ones(self, case):
        case.do(case.log(), map=MAP)
        case.do(case.log(*ROWS.splitlines(), "2024-04-08,court_b,shelter,officer_b3,"))
        assert len(case.rows()) == 4

    def test_the_next_month_under_another_name_adds_what_is_new(self, case):
        case.do(case.log(), map=MAP)
        rows = [*ROWS.splitlines(), "2024-04-08,court_b,shelter,officer_b3,"]
        case.do(case.log(*rows, name="log 2024-04.csv"))
        assert len(case.rows()) == 4

    def test_rows_that_stand_twice_in_a_file_are_two(self, case):
        twice = ["2024-01-05,court_b,shelter,officer_b1,"] * 2
        case.do(case.log(*twice), map=MAP)
        assert len(case.rows()) == 2
        case.do(case.log(*twice, *twice[:1]))
        assert len(case.rows()) == 3

    def test_another_period_under_another_name_is_added_without_a_question(self, case):
        case.do(case.log(), map=MAP)
        case.do(case.log("2024-05-01,court_b,shelter,officer_b1,", name="log may.csv"))
        assert len(case.rows()) == 4

    def test_the_same_content_in_the_log_of_somebody_else_is_another_row(self, case):
        case.do(case.log(), map=MAP)
        case.do(case.log(name="shelter's log.csv"), map=MAP, again="read")
        assert len(case.rows()) == 6

    def test_rows_that_are_gone_while_others_are_new_are_asked_about(self, case):
        case.do(case.log(), map=MAP)
        log = case.log(*ROWS.replace("officer_b2", "officer_b9").splitlines())
        problem = only(case.plan(log), "rows_gone")
        assert (problem.level, problem.row, problem.answers) == ("ASK", 3, ("keep", "replace"))
        assert problem.message == (
            "referrals.csv: 1 row that came from this export before is not in it any more, and 1 "
            "row is new. It may have been corrected, or be of another period."
        )
        case.do(log, changed_rows="replace")
        assert ("officer_b9",) in case.rows("referrals.csv", "from_person")
        assert len(case.rows()) == 3

    def test_a_new_row_on_top_moves_nothing(self, case):
        case.do(case.log(), map=MAP)
        case.do(case.log("2024-06-01,court_b,shelter,officer_b7,", *ROWS.splitlines()))
        assert len(case.rows()) == 4

    HEADER = "referral_id,date,from_agency,to_agency\n"

    def test_ids_of_their_own_tell_the_exports_of_two_months_apart(self, case):
        case.do(case.log("1,2024-01-05,a,b", "2,2024-01-06,a,b", header=self.HEADER))
        case.do(case.log("3,2024-02-05,a,b", "4,2024-02-06,a,b", header=self.HEADER))
        assert case.rows("referrals.csv", "referral_id") == [("1",), ("2",), ("3",), ("4",)]

    def test_an_id_with_other_content_is_asked_about(self, case):
        case.do(case.log("1,2024-01-05,a,b", "2,2024-01-06,a,b", header=self.HEADER))
        log = case.log("2,2024-01-07,a,b", "3,2024-01-08,a,b", header=self.HEADER)
        problem = only(case.plan(log), "row_changed")
        assert problem.message == (
            "1 row has an id that referrals.csv has from this export already, with other content."
        )
        case.do(log, changed_rows="replace")
        assert case.rows("referrals.csv", "referral_id", "date") == [
            ("1", "2024-01-05"), ("2", "2024-01-07"), ("3", "2024-01-08"),
        ]  # fmt: skip

    def test_blanks_of_a_known_agency_are_filled_in_without_a_question(self, case):
        case.do(case.file("agencies.csv", "agency_id,name,sector\ncourt,,\n"))
        case.do(case.file("more.csv", "agency_id,name,sector\ncourt,Court,\n"), table="agencies")
        assert case.rows("agencies.csv", "agency_id", "name") == [("court", "Court")]
