"""``collabnet import``: through its real entry point, with and without a terminal."""

import os
import pty
import select
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from cli.calls import call, program
from data.importing.import_case import MAP, Case

COLUMNS = [part for one in MAP for part in ("--column", one)]


@pytest.fixture
def case(tmp_path):
    return Case(tmp_path)


class Terminal:
    """The program at a terminal, answered as a person would."""

    def __init__(self, *arguments):
        mine, its = pty.openpty()
        self.mine = mine
        self.process = subprocess.Popen(
            [sys.executable, "-m", "collabnet", *map(str, arguments)],
            stdin=its, stdout=its, stderr=its, close_fds=True,
        )  # fmt: skip
        os.close(its)
        self.seen = ""

    def until(self, text):
        """Read until a text appears; give what was printed."""
        start, end = len(self.seen), time.monotonic() + 60
        while text not in self.seen[start:] and time.monotonic() < end:
            self._read()
        assert text in self.seen[start:], self.seen
        return self.seen[start:]

    def answer(self, text):
        os.write(self.mine, f"{text}\n".encode())

    def end(self):
        limit = time.monotonic() + 60
        while self.process.poll() is None or select.select([self.mine], [], [], 0)[0]:
            if not self._read() and self.process.poll() is not None:
                break
            if time.monotonic() > limit:
                self.process.kill()
                self.process.wait()
                pytest.fail(f"it waits for ever: {self.seen}")
        os.close(self.mine)
        return self.process.returncode

    def _read(self):
        if not select.select([self.mine], [], [], 0.1)[0]:
            return False
        try:
            data = os.read(self.mine, 65536)
        except OSError:
            return False
        self.seen += data.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(data)


class TestWithoutATerminal:
    def test_what_is_missing_is_listed_and_nothing_is_written(self, case):
        done = program("import", case.log(), "--into", case.into)
        assert (done.code, done.out) == (1, "")
        said = " ".join(done.err.split())
        assert said.startswith(
            "Nothing was imported: 1 thing is to be answered or corrected first."
        )
        assert '--column "Date of referral=date" --column "Sent by=from_agency"' in said
        assert not case.into.exists()

    def test_with_the_options_it_is_done_and_the_next_time_without(self, case):
        done = program("import", case.log(), "--into", case.into, *COLUMNS)
        assert (done.code, done.err) == (0, "")
        said = " ".join(done.out.split())
        assert said.startswith("Imported into ")
        assert "- referrals.csv: 3 rows added, 3 in all" in said
        assert "- 3 rows read = 3 kept + 0 rejected + 0 skipped\n" in done.out
        later = case.log("2024-05-01,court_b,shelter,officer_b1,", name="log 2024-05.csv")
        assert program("import", later, "--into", case.into).code == 0
        assert len(case.rows()) == 4

    def test_with_a_recipe_file(self, case):
        recipe = case.file("ours.toml", f"map = {MAP!r}\n")
        done = program("import", case.log(), "--into", case.into, "--recipe", recipe)
        assert done.code == 0, done.err

    def test_rejects_are_kept_aside_when_accepted(self, case, capsys):
        log = case.log("31/31/2024,court_b,shelter,officer_b1,", "2024-01-05,court_b,shelter,,")
        done = call(capsys, "import", log, "--into", case.into, *COLUMNS)
        assert done.code == 1
        assert "[rejects_to_accept]" in done.err
        done = call(capsys, "import", log, "--into", case.into, *COLUMNS, "--accept-rejects")
        assert done.code == 0
        said = " ".join(done.out.split())
        assert "1 row kept aside in rejects/log.csv.rejects.csv" in said

    def test_a_fill_for_a_column_that_is_not_there(self, case, capsys):
        log = case.log("2024-01-05,shelter", header="date,to_agency\n")
        done = call(capsys, "import", log, "--into", case.into, "--fill", "from_agency=court_b")
        assert done.code == 0, done.err

    def test_no_recipe_there(self, case, capsys):
        done = call(capsys, "import", case.log(), "--into", case.into, "--recipe", "no.toml")
        assert done.code == 1
        assert "no.toml" in done.err

    def test_a_recipe_that_is_no_toml(self, case, capsys):
        recipe = case.file("bad.toml", "x = \n")
        done = call(capsys, "import", case.log(), "--into", case.into, "--recipe", recipe)
        assert done.code == 1
        assert done.err.startswith("A recipe is a TOML file; bad.toml can't be read: ")

    def test_a_file_that_is_not_there(self, case, capsys):
        done = call(capsys, "import", case.path / "no.csv", "--into", case.into)
        assert done.code == 1
        assert "[cannot_open]" in done.err

    def test_a_column_that_no_table_has_is_a_wrong_call(self, case, capsys):
        done = call(
            capsys, "import", case.log(), "--into", case.into, "--column", "Sent by=from_agancy"
        )
        assert done.code == 2
        assert "did you mean from_agency?" in done.err
        done = call(capsys, "import", case.log(), "--into", case.into, "--column", "Sent by")
        assert done.code == 2
        assert "--column needs THEIRS=ours" in done.err

    def test_a_column_that_no_table_has_is_refused_in_a_recipe(self, case, capsys):
        recipe = case.file("ours.toml", f"map = {[*MAP[1:], 'Date of referral=dait']!r}\n")
        done = call(capsys, "import", case.log(), "--into", case.into, "--recipe", recipe)
        assert done.code == 1
        said = " ".join(done.err.split())
        assert "a column of some table, keep or ignore" in said
        assert "did you mean date?" in said

    def test_commands_can_be_pasted(self, case, capsys):
        case.into = case.path / "our county 2024"
        log = case.log("31/31/2024,court_b,shelter,officer_b1,", "2024-01-05,court_b,shelter,,")
        done = call(capsys, "import", log, "--into", case.into, *COLUMNS, "--accept-rejects")
        assert done.code == 0, done.err
        rejects = case.into / "rejects" / "log.csv.rejects.csv"
        lines = done.out.splitlines()
        assert f'  collabnet import "{rejects}" --into "{case.into}"' in lines
        assert f'  collabnet check "{case.into}"' in lines
        assert f'  collabnet assess "{case.into}"' in lines

    def test_rows_and_notes_are_cut_short_unless_all_are_wanted(self, case, capsys):
        rows = [f"2024-13-{n},court_b,shelter,," for n in range(10, 40)]
        log = case.log("2024-01-05,court_b,shelter,,", *rows)
        options = (*COLUMNS, "--accept-rejects")
        done = call(capsys, "import", log, "--into", case.into, *options)
        assert done.out.count("[no_such_day]") == 20
        assert "and 10 more, in rejects/log.csv.rejects.csv" in " ".join(done.out.split())
        case.into = case.path / "another"
        done = call(capsys, "import", log, "--into", case.into, *options, "--all-notes")
        assert done.out.count("[no_such_day]") == 30

    def test_without_into_the_call_is_wrong(self, case):
        assert program("import", case.log()).code == 2


class TestQuery:
    def test_rows_of_a_database_come_in_by_a_query(self, case, capsys):
        path = case.path / "log.sqlite"
        with closing(sqlite3.connect(path)) as made:
            made.execute("CREATE TABLE log (day TEXT, sender TEXT, receiver TEXT)")
            made.execute(
                "INSERT INTO log VALUES ('2023-12-31','007','b'), ('2024-01-05','007','b')"
            )
            made.commit()
        query = "SELECT day AS date, sender AS from_agency, receiver AS to_agency FROM log"
        done = call(
            capsys, "import", "--into", case.into, "--database", path,
            "--query", f"{query} WHERE day > :since", "--parameter", "since=2024-01-01",
        )  # fmt: skip
        assert done.code == 0, done.err
        assert case.rows("referrals.csv", "from_agency", "imported_from") == [
            ("007", "query of log.sqlite, row 2")
        ]

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            ((), "An import needs a FILE, or --database ADDRESS with --query SQL."),
            (("--query", "SELECT 1"), "need each other; give both."),
            (("--database", "x", "--query", "y", "--parameter", "z"), "needs NAME=VALUE"),
        ],
    )
    def test_a_wrong_call_is_said(self, case, capsys, options, said):
        done = call(capsys, "import", "--into", case.into, *options)
        assert done.code == 2
        assert said in " ".join(done.err.split())

    def test_a_password_in_an_address_is_never_shown(self, case, capsys):
        address = "postgresql://user:T0KEN@nowhere.invalid/db"
        done = call(
            capsys, "import", "--into", case.into, "--database", address, "--query", "SELECT 1"
        )
        assert done.code == 1
        assert "T0KEN" not in done.out + done.err


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
