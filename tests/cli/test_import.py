"""``collabnet import``: through its real entry point, with and without a terminal."""

import sqlite3
from contextlib import closing

import pytest

from cli.calls import call, program
from data.importing.import_case import MAP, Case

COLUMNS = [part for one in MAP for part in ("--column", one)]


@pytest.fixture
def case(tmp_path):
    return Case(tmp_path)


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

    def test_with_the_options_it_is_done_and_the_next_time_without(self, case, capsys):
        done = call(capsys, "import", case.log(), "--into", case.into, *COLUMNS)
        assert (done.code, done.err) == (0, "")
        said = " ".join(done.out.split())
        assert said.startswith("Imported into ")
        assert "- referrals.csv: 3 rows added, 3 in all" in said
        assert "- 3 rows read = 3 kept + 0 rejected + 0 skipped\n" in done.out
        later = case.log("2024-05-01,court_b,shelter,officer_b1,", name="log 2024-05.csv")
        assert call(capsys, "import", later, "--into", case.into).code == 0
        assert len(case.rows()) == 4

    def test_with_a_recipe_file(self, case, capsys):
        recipe = case.file("ours.toml", f"map = {MAP!r}\n")
        done = call(capsys, "import", case.log(), "--into", case.into, "--recipe", recipe)
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
