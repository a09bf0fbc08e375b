"""Into which folder: a coalition's and a new one unasked, one with other documents when agreed."""

from data.importing.import_case import only

LOG = "date,from_agency,to_agency\n"


class TestFolder:
    def test_a_folder_with_other_documents_is_asked_about_once(self, case):
        case.into.mkdir()
        for name in ("budget.xlsx", "minutes.docx", "plan.pdf", "photo.png"):
            (case.into / name).write_text("x")
        log = case.log("2024-01-05,a,b", header=LOG)
        problem = only(case.plan(log), "into_other_folder")
        assert (problem.level, problem.key, problem.answers) == ("ASK", "into", ("yes",))
        assert problem.message == (
            "The folder holds budget.xlsx, minutes.docx, photo.png and 1 more and is no "
            "coalition's yet."
        )
        case.do(log, into="yes")
        assert "notice" in case.read("NOTICE-to-staff.txt").lower()
        assert "into =" not in case.read("coalition.toml")
        later = case.log("2024-02-05,a,b", name="next.csv", header=LOG)
        assert not case.plan(later).is_refused

    def test_an_answer_may_be_for_the_folder(self, case):
        case.into.mkdir()
        (case.into / "minutes.docx").write_text("x")
        log = case.log("2024-01-05,a,b", header=LOG)
        by_file = {str(case.into): {"into": "yes"}}
        assert not case.plan(log, by_file=by_file).is_refused

    def test_an_empty_folder_and_one_with_a_table_are_not_asked_about(self, case):
        log = case.log("2024-01-05,a,b", header=LOG)
        case.into.mkdir()
        done = case.plan(log)
        assert not done.is_refused
        assert "NOTICE-to-staff.txt" in done.files
        (case.into / "agencies.csv").write_text("agency_id\na\nb\n")
        (case.into / "minutes.docx").write_text("x")
        done = case.plan(log)
        assert not done.is_refused
        assert "NOTICE-to-staff.txt" not in done.files


class TestColumnsNamedWrongly:
    def test_what_no_table_has_is_refused(self, case):
        done = case.plan(case.log(), map=["Sent by=from_agancy"])
        problem = only(done, "wrong_setting")
        assert problem.message == (
            "The setting map needs a column of some table, keep or ignore behind the equals sign "
            "(did you mean from_agency?); got 'Sent by=from_agancy'."
        )

    def test_what_another_table_has_is_refused(self, case):
        done = case.plan(case.log(), map=["Sent by=person_id"], table="referrals")
        assert "needs a column of referrals.csv, keep or ignore" in (
            only(done, "wrong_setting").message
        )

    def test_a_column_that_an_export_lacks_can_be_ignored(self, case):
        done = case.plan(case.log(), map=["Shift lead=to_person", "Ward=keep"])
        problem = only(done, "map_does_not_fit")
        assert problem.message.startswith("There is no column 'Shift lead' or 'Ward'; the columns")
        assert problem.remedy.endswith('say --column "Shift lead=ignore" --column Ward=ignore.')
