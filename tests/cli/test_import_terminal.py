"""``collabnet import`` at a terminal: one question after the other, as a person answers them."""

import signal
import time

import pytest

from cli.terminal import Terminal
from data.importing.import_case import Case


@pytest.fixture
def case(tmp_path):
    return Case(tmp_path)


class TestAtATerminal:
    def test_columns_are_shown_and_can_be_changed(self, case):
        screen = Terminal("import", case.log(), "--into", case.into)
        shown = screen.until("to change [yes]: ")
        assert "Date of referral  is  date" in shown
        assert "court_b" in shown
        screen.answer("4")
        choices = screen.until("Number or word: ").splitlines()
        first = [line.split()[1] for line in choices if line[:4].strip() in ("1", "2", "3")]
        assert first == ["date", "from_agency", "to_agency"]
        assert any("Which agency made it. Needed." in line for line in choices)
        assert not any("imported_from" in line for line in choices)
        number = next(line.split()[0] for line in choices if " ignore " in line)
        screen.answer(number)
        assert "Case manager      is  (left out)" in screen.until("to change [yes]: ")
        screen.answer("case manager")
        screen.until("Number or word: ")
        screen.answer("from_person")
        assert "Case manager      is  from_person" in screen.until("to change [yes]: ")
        screen.answer("yes")
        assert screen.end() == 0, screen.seen
        assert len(case.rows()) == 3
        assert "Next:\n  collabnet check " in screen.seen

    def test_one_can_go_back_and_a_wrong_word_says_what_is_possible(self, case):
        screen = Terminal("import", case.log(), "--into", case.into)
        screen.until("to change [yes]: ")
        screen.answer("perhaps")
        screen.until("That needs yes, a number from 1 to 5, or the name of a column in the list; q")
        screen.until("to change [yes]: ")
        screen.answer("1")
        screen.until("Number or word: ")
        screen.answer("")
        screen.until(", or its word, 0 for back; q ends, and nothing is written.")
        screen.until("Number or word: ")
        screen.answer("back")
        assert "Date of referral  is  date" in screen.until("to change [yes]: ")
        screen.answer("q")
        assert screen.end() == 130
        assert "Interrupted: nothing was written." in screen.seen
        assert not case.into.exists()

    def test_a_role_that_another_column_has_goes_over(self, case):
        screen = Terminal("import", case.log(), "--into", case.into)
        screen.until("to change [yes]: ")
        screen.answer("Case manager")
        screen.until("Number or word: ")
        screen.answer("to_agency")
        screen.until("Sent to was to_agency; it is now kept under its own name.")
        screen.until("to change [yes]: ")
        screen.answer("q")
        assert screen.end() == 130

    def test_one_question_after_the_other(self, case):
        log = case.log("01/02/2024,shelter", "31/31/2024,shelter", header="date,to_agency\n")
        screen = Terminal("import", log, "--into", case.into, "--reading", "table=referrals")
        screen.until("Number or word: ")
        screen.answer("none")
        screen.until("from_agency of every row: ")
        screen.answer("court_b")
        screen.until("Number or word: ")
        screen.answer("7")
        screen.until("That needs a number from 1 to 2, or its word; q ends")
        screen.until("Number or word: ")
        screen.answer("day-first")
        assert "[no_such_day]" in screen.until("in a file of rejects? yes or no: ")
        screen.answer("perhaps")
        screen.until("That needs yes or no; q ends, and nothing is written.")
        screen.until("yes or no: ")
        screen.answer("yes")
        assert screen.end() == 0, screen.seen
        assert case.rows("referrals.csv", "date", "from_agency") == [("2024-02-01", "court_b")]

    def test_after_a_no_to_the_rejects_nothing_is_written(self, case):
        header = "date,from_agency,to_agency\n"
        log = case.log("2024-01-05,a,b", "2024-31-31,a,b", header=header)
        screen = Terminal("import", log, "--into", case.into)
        screen.until("yes or no: ")
        screen.answer("no")
        assert screen.end() == 1
        assert "Nothing was imported. Correct these rows in log.csv, and import" in screen.seen
        assert not case.into.exists()

    def test_a_folder_with_other_documents_is_asked_about(self, case):
        case.into.mkdir()
        (case.into / "minutes.docx").write_text("x")
        log = case.log("2024-01-05,a,b", header="date,from_agency,to_agency\n")
        screen = Terminal("import", log, "--into", case.into)
        screen.until("holds minutes.docx and is no coalition's yet.")
        screen.until("yes or no: ")
        screen.answer("y")
        assert screen.end() == 0, screen.seen
        assert (case.into / "NOTICE-to-staff.txt").exists()

    def test_columns_that_seem_personal_are_one_question(self, case):
        header = "date,from_agency,to_agency,client name,dob\n"
        log = case.log("2024-01-05,a,b,x,2010-01-01", header=header)
        told = ("--column", "client name=keep", "--column", "dob=keep")
        screen = Terminal("import", log, "--into", case.into, *told)
        screen.until("columns client name and dob: ")
        screen.until("Number or word: ")
        screen.answer("leave")
        assert screen.end() == 0, screen.seen
        assert "2010" not in case.read("referrals.csv")

    def test_what_seems_personal_can_be_left_out(self, case):
        header = "date,from_agency,to_agency,note_by\n"
        log = case.log("2024-01-05,a,b,call 555-010-0199 please", header=header)
        screen = Terminal("import", log, "--into", case.into, "--column", "note_by=keep")
        shown = screen.until("Number or word: ")
        assert "555-010-0199" not in shown
        screen.answer("1")
        assert screen.end() == 0, screen.seen
        assert "555" not in case.read("referrals.csv")

    def test_an_interruption_writes_nothing(self, case):
        screen = Terminal("import", case.log(), "--into", case.into)
        screen.until("to change [yes]: ")
        # Python misses a signal that comes before it waits for the line.
        time.sleep(1)
        screen.process.send_signal(signal.SIGINT)
        assert screen.end() == 130
        assert "Interrupted: nothing was written." in screen.seen
        assert not case.into.exists()
