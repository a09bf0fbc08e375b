"""An import: understood, asked about, checked against what is there, written whole or not."""

import pytest

from data.importing.import_case import MAP, TODAY, only
from data.small_site import AGENCIES, PEOPLE


class TestAsks:
    def test_columns_by_other_names_are_shown_with_examples_and_confirmed(self, case):
        done = case.plan(case.log())
        problem = only(done, "columns_to_confirm")
        assert (problem.level, problem.file, problem.key) == ("ASK", "log.csv", "map")
        assert problem.answers == (
            "Date of referral=date",
            "Sent by=from_agency",
            "Sent to=to_agency",
            "Case manager=from_person",
            "Remarks=ignore",
        )
        assert problem.message == (
            "The file would be read as referrals.csv. 5 columns are not called as there and would "
            "be read so: Date of referral: date (such as 2024-01-05, 2024-02-06); Sent by: "
            "from_agency (such as court_b); Sent to: to_agency (such as shelter, "
            "residential_program); Case manager: from_person (such as officer_b1, officer_b2); "
            "Remarks: left out."
        )
        assert done.is_refused
        assert not case.into.exists()

    def test_the_confirmed_map_is_used(self, case):
        case.do(case.log(), map=MAP)
        assert case.rows("referrals.csv", "date", "from_agency", "to_agency", "from_person") == [
            ("2024-01-05", "court_b", "shelter", "officer_b1"),
            ("2024-02-06", "court_b", "residential_program", "officer_b2"),
            ("2024-03-07", "court_b", "residential_program", "officer_b1"),
        ]

    def test_a_column_that_is_left_out_is_said(self, case):
        done = case.plan(case.log(), map=MAP)
        assert only(done, "column_left_out").message == (
            "The column Remarks was left out; nothing of it was stored."
        )

    def test_a_file_in_our_own_form_needs_no_confirmation(self, case):
        log = case.log("2024-01-05,a,b", header="date,from_agency,to_agency\n")
        assert not case.plan(log).is_refused

    def test_a_needed_column_that_nobody_finds_is_asked_for(self, case):
        done = case.plan(case.log("2024-01-05,shelter", header="date,to_agency\n"))
        problem = only(done, "column_needed")
        assert (problem.level, problem.column) == ("ASK", "from_agency")
        assert problem.remedy == (
            'Say which one it is: --column "THEIR NAME=from_agency"; or, if it is the same in '
            'every row, --fill "from_agency=VALUE".'
        )

    def test_a_column_that_is_the_same_in_every_row_is_filled(self, case):
        log = case.log("2024-01-05,shelter", header="date,to_agency\n")
        done = case.do(log, fill=["from_agency=court_b"])
        assert case.rows("referrals.csv", "from_agency", "to_agency") == [("court_b", "shelter")]
        assert only(done, "column_filled").message == (
            "from_agency is 'court_b' in every row, as fill says."
        )

    def test_columns_that_fit_no_table_are_asked_about(self, case):
        done = case.plan(case.file("x.csv", "zone,colour\nn,red\ns,blue\n"))
        problem = only(done, "table_unclear")
        assert (problem.level, problem.key) == ("ASK", "table")
        assert "referrals" in problem.answers

    def test_a_map_that_does_not_fit_stops(self, case):
        done = case.plan(case.log(), map=[*MAP, "Outcome=status"])
        problem = only(done, "map_does_not_fit")
        assert problem.level == "STOP"
        assert problem.message == (
            "There is no column 'Outcome'; the columns are Date of referral, Sent by, Sent to, "
            "Case manager and Remarks."
        )

    def test_a_title_above_the_header_is_asked_about(self, case):
        log = case.file("log.csv", "Our log\ndate,from_agency,to_agency\n2024-01-05,a,b\n")
        problem = only(case.plan(log), "header_not_first")
        assert (problem.level, problem.key, problem.answers) == ("ASK", "header_row", ("2",))
        assert not case.plan(log, header_row=2).is_refused

    def test_ambiguous_dates_are_asked_about(self, case):
        log = case.log("01/02/2024,a,b", header="date,from_agency,to_agency\n")
        problem = only(case.plan(log), "date_order_unclear")
        assert problem.answers == ("day-first", "month-first")
        case.do(log, date_order="day-first")
        assert case.rows("referrals.csv", "date") == [("2024-02-01",)]

    def test_personal_columns_stop_until_dropped_or_accepted_by_name(self, case):
        header = "date,from_agency,to_agency,youth_name\n"
        log = case.log("2024-01-05,a,b,Q. Token", header=header)
        done = case.plan(log, map=["youth_name=keep"])
        assert only(done, "personal_column").level == "STOP"
        done = case.do(log, map=["youth_name=keep"], drop="youth_name")
        assert not any(b"Token" in data for data in done.files.values())


class TestKeeps:
    def test_a_new_folder_gets_settings_and_the_notice_to_staff(self, case):
        case.do(case.log(), map=MAP)
        assert sorted(one.name for one in case.into.iterdir()) == [
            "NOTICE-to-staff.txt",
            "coalition.toml",
            "imports.csv",
            "referrals.csv",
        ]
        assert 'name = "coalition"' in case.read("coalition.toml")

    def test_each_row_says_where_it_comes_from(self, case):
        case.do(case.log(), map=MAP)
        assert case.rows("referrals.csv", "imported_from")[0] == ("log.csv, row 2",)

    def test_columns_without_a_role_of_ours_are_kept_only_when_asked(self, case):
        log = case.log("2024-01-05,a,b,north", header="date,from_agency,to_agency,zone\n")
        case.do(log, map=["zone=keep"])
        assert case.rows("referrals.csv", "zone") == [("north",)]

    def test_rows_that_are_there_stay_as_they_are_written(self, case):
        case.into.mkdir()
        before = 'date,from_agency,to_agency,mark\n5 Jan 2023,"a, b",b,=x\n'
        (case.into / "referrals.csv").write_text(before, "utf-8")
        case.do(case.log(), map=MAP)
        first = case.rows("referrals.csv", "date", "from_agency", "to_agency", "mark")[0]
        assert first == ("5 Jan 2023", "a, b", "b", "'=x")
        assert len(case.rows()) == 4

    def test_an_untouched_template_is_replaced(self, case):
        from collabnet.data.templates import new_coalition

        new_coalition(case.into)
        case.do(case.log(), map=MAP)
        assert len(case.rows()) == 3

    def test_a_file_that_rows_can_not_be_added_to_stops(self, case):
        case.into.mkdir()
        (case.into / "referrals.csv").write_text("date,from_agency,to_agency\na,b\n", "utf-8")
        problem = only(case.plan(case.log(), map=MAP), "cannot_add")
        assert problem.message == (
            "referrals.csv can't be added to: a row has more or fewer cells than the header."
        )

    def test_ids_that_no_roster_has_are_asked_about_as_when_a_folder_is_read(self, case):
        case.into.mkdir()
        (case.into / "agencies.csv").write_text("agency_id\ncourt_b\nshelter\n", "utf-8")
        done = case.plan(case.log(), map=MAP)
        assert only(done, "unknown_actor").value == "residential_program"
        case.do(case.log(), map=MAP, unknown_actors="add")

    def test_rows_that_no_roster_fits_can_go_to_the_rejects(self, case):
        case.into.mkdir()
        (case.into / "agencies.csv").write_text("agency_id\ncourt_b\nshelter\n", "utf-8")
        done = case.do(case.log(), map=MAP, unknown_actors="reject", accept_rejects="yes")
        assert len(case.rows()) == 1
        assert done.rejected == 2
        rows = case.rows("rejects/log.csv.rejects.csv", "Sent to", "reject_code", "reject_row")
        assert rows == [
            ("residential_program", "unknown_actor_rejected", "3"),
            ("residential_program", "unknown_actor_rejected", "4"),
        ]

    def test_of_each_table_another_answer_may_hold_and_only_this_once(self, case):
        case.into.mkdir()
        (case.into / "agencies.csv").write_text("agency_id\ncourt_b\nshelter\n", "utf-8")
        log = case.log("2024-01-05,court_b,residential_program,,", "2024-01-06,court_b,shelter,,")
        rows = "court_b,nobody,contact,yes\ncourt_b,shelter,contact,yes\n"
        ties = case.file("known.csv", f"source,target,kind,directed\n{rows}")
        said = {
            "log.csv": {"map": MAP},
            "referrals.csv": {"unknown_actors": "add"},
            "ties.csv": {"unknown_actors": "reject"},
            "known.csv": {"accept_rejects": "yes"},
        }
        case.do(log, ties, by_file=said)
        assert (len(case.rows()), len(case.rows("ties.csv"))) == (2, 1)
        assert "unknown_actors" not in case.read("coalition.toml")

    def test_rosters_are_completed_and_not_doubled(self, case):
        case.do(case.file("agencies.csv", AGENCIES), case.file("people.csv", PEOPLE))
        done = case.plan(case.file("more.csv", "agency_id,name\ncourt,Juvenile court\nnew,New\n"))
        assert (
            only(done, "already_there").message
            == "1 row is in agencies.csv already; nothing was doubled."
        )
        assert done.drafts["agencies.csv"].added == 1

    def test_other_details_of_a_known_agency_are_asked_about(self, case):
        case.do(case.file("agencies.csv", AGENCIES))
        more = case.file("more.csv", "agency_id,name\ncourt,Family court\n")
        problem = only(case.plan(more), "known_differs")
        assert (problem.level, problem.key) == ("ASK", "known_actors")
        case.do(more, known_actors="keep")
        assert ("court", "Juvenile court") in case.rows("agencies.csv", "agency_id", "name")
        again = case.file("again.csv", "agency_id,name\ncourt,Family court\n\n")
        case.do(again, known_actors="replace")
        assert ("court", "Family court") in case.rows("agencies.csv", "agency_id", "name")

    def test_names_with_every_kind_of_sign_come_through(self, case):
        names = ['a "b", c', "007", "=1+1", "'@x", "שלום", "🙂", "x\ny"]
        import csv
        import io

        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(["date", "from_agency", "to_agency"])
        writer.writerows(["2024-01-05", name, "shelter"] for name in names)
        case.do(case.file("log.csv", out.getvalue()), two_agencies="keep")
        from collabnet.data.load import load

        read = load(case.into, today=TODAY).referrals["from_agency"].tolist()
        # What a foreign file guards with an apostrophe is read as what it guards.
        assert read == ['a "b", c', "007", "=1+1", "@x", "שלום", "🙂", "x\ny"]


class TestRecipe:
    def test_answers_are_kept_and_the_next_export_needs_none(self, case):
        case.do(case.log(), map=MAP)
        later = case.log("2024-05-01,court_b,shelter,officer_b1,", name="log 2024-05.csv")
        case.do(later)
        assert len(case.rows()) == 4

    def test_it_stands_in_coalition_toml_beside_what_was_there(self, case):
        case.into.mkdir()
        (case.into / "coalition.toml").write_text('# ours\nname = "Site B"\n', "utf-8")
        case.do(case.log(), map=MAP)
        text = case.read("coalition.toml")
        assert text.startswith('# ours\nname = "Site B"\n')
        assert '[recipes."log.csv"]\nmap = ["Date of referral=date",' in text

    def test_what_holds_once_only_is_not_kept(self, case):
        case.do(
            case.log("31/31/2024,a,b,c,", *["2024-01-05,a,b,c,"]), map=MAP, accept_rejects="yes"
        )
        assert "accept_rejects" not in case.read("coalition.toml")

    def test_a_recipe_of_its_own_file_serves_as_well(self, case):
        assert not case.plan(case.log(), recipe={"map": MAP}).is_refused
        recipe = {"recipes": {"log.csv": {"map": MAP}}}
        assert not case.plan(case.log(), recipe=recipe).is_refused

    def test_answers_for_one_file_do_not_reach_another(self, case):
        ours = case.log("01/02/2024,a,b", header="date,from_agency,to_agency\n")
        other = case.log("01/02/2024,a,b", header="date,from_agency,to_agency\n", name="two.csv")
        done = case.plan(ours, other, by_file={"log.csv": {"date_order": "day-first"}})
        assert only(done, "date_order_unclear").file == "two.csv"

    @pytest.mark.parametrize("key", ["date_order", "program", "table"])
    def test_a_wrong_value_is_said(self, case, key):
        done = case.plan(case.log(), map=MAP, **{key: "nonsense"})
        assert only(done, "wrong_setting").level == "STOP"
