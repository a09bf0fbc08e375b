"""``collabnet count``: the table, what became of the rows, and calls that are wrong."""

import subprocess
import sys

import pytest

from cli.calls import call, program

LOG = (
    "Day,from_person,from_agency,to_agency,status\n"
    "2024-01-05,officer_b1,court_b,residential_program,accepted\n"
    "2024-02-06,officer_b1,court_b,residential_program,declined\n"
    "2024-02-07,,court_b,shelter,\n"
)
CALL = ("count", "log.csv", "--column", "date=Day")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "log.csv").write_text(LOG)
    return tmp_path


class TestTable:
    def test_pathways_to_standard_output_and_the_balance_beside(self, capsys, folder):
        done = call(capsys, *CALL)
        header, first, second = done.out.splitlines()
        assert header.startswith(
            "from_agency,to_agency,service,n_referrals,first_on,last_on,n_made"
        )
        assert first.startswith("court_b,residential_program,,2,2024-01-05,2024-02-06,0,0,1,1,")
        assert second.startswith("court_b,shelter,,1,2024-02-07,2024-02-07,1,")
        assert done.err == "3 rows read: 3 counted, 0 rejected, 0 skipped.\n"
        assert done.code == 0

    def test_people_when_asked(self, capsys, folder):
        done = call(capsys, *CALL, "--by", "person")
        assert done.out.splitlines() == [
            "from_agency,to_agency,from_person,n_referrals,first_on,last_on",
            "court_b,residential_program,officer_b1,2,2024-01-05,2024-02-06",
        ]

    def test_to_a_file(self, capsys, folder):
        done = call(capsys, *CALL, "--output", "table.csv")
        assert done.out == ""
        assert (folder / "table.csv").read_text().startswith("from_agency,")
        assert "Written: table.csv" in done.err

    def test_a_period(self, capsys, folder):
        done = call(capsys, *CALL, "--from", "2024-02-01", "--to", "2024-02-06")
        assert "3 rows read: 1 counted, 0 rejected, 2 skipped." in done.err

    def test_cells_that_look_like_formulas_are_made_safe(self, capsys, folder):
        (folder / "log.csv").write_text(LOG + "2024-03-01,,=1+1,@shelter,\n")
        assert "'=1+1,'@shelter," in call(capsys, *CALL).out

    def test_the_same_wherever_it_runs(self, folder):
        runs = {program(*CALL, cwd=folder, PYTHONHASHSEED=seed, LANG="C").out for seed in "17"}
        assert len(runs) == 1


class TestRejects:
    def test_rows_are_said_with_the_remedy(self, capsys, folder):
        (folder / "log.csv").write_text(LOG + "31.02.2024,,court_b,shelter,\n2024-01-01,x\n")
        done = call(capsys, *CALL, "--reading", "date_order=day-first")
        assert " ".join(done.err.split()) == (
            "Rejected rows: - log.csv, row 5, column date: '31.02.2024' is not a day of the "
            "calendar. Correct it; write the day as YYYY-MM-DD. [no_such_day] - log.csv, "
            "row 6: The row has 2 cells; the header has 5. Add the missing cells; an empty one "
            "counts. [row_too_short] 5 rows read: 3 counted, 2 rejected, 0 skipped."
        )
        assert done.code == 0

    def test_strict_ends_with_1(self, capsys, folder):
        (folder / "log.csv").write_text(LOG + "2024-01-01,x\n")
        assert call(capsys, *CALL, "--strict").code == 1

    def test_a_log_that_is_none_is_refused(self, capsys, folder):
        done = call(capsys, "count", "log.csv")
        assert done.code == 1
        assert done.out == ""
        assert "Say which it is: --column date=NAME." in " ".join(done.err.split())


class TestKeys:
    def test_a_key_and_different_clients(self, capsys, folder):
        (folder / "log.csv").write_text(
            "date,from_agency,to_agency,youth_id\n2024-01-05,court_b,shelter,a\n"
            "2024-01-06,court_b,shelter,a\n2024-01-06,court_b,shelter,b\n"
        )
        assert call(capsys, "count", "--new-key", "our.key").code == 0
        done = call(capsys, "count", "log.csv", "--clients", "youth_id", "--key", "our.key")
        assert "Different clients: 2." in done.err
        assert done.out.splitlines()[1].endswith(",2")

    def test_paths_of_clients(self, capsys, folder):
        (folder / "log.csv").write_text(
            "date,from_agency,to_agency,youth_id\n2024-01-05,court_b,shelter,a\n"
            "2024-01-06,shelter,clinic,a\n2024-01-06,court_b,shelter,b\n"
        )
        assert call(capsys, "count", "--new-key", "our.key").code == 0
        asked = ("--by", "path", "--clients", "youth_id", "--key", "our.key")
        assert call(capsys, "count", "log.csv", *asked).out.splitlines() == [
            "from_agency,via_agency,to_agency,n_clients",
            "court_b,shelter,clinic,1",
        ]

    def test_a_key_that_is_not_there(self, capsys, folder):
        done = call(capsys, "count", "log.csv", "--clients", "youth_id", "--key", "none.key")
        assert done.code == 1
        assert done.err == (
            "The key file none.key can't be read: no such file or directory. Make one with: "
            "collabnet count --new-key FILE\n"
        )


class TestWrongCalls:
    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            ((), "LOG is needed: the file of a log, or several."),
            (
                ("log.csv", "--column", "Day"),
                "--column needs OURS=THEIRS with one of date, from_agency, to_agency, "
                "from_person, service, status, for example date=Day; got 'Day'.",
            ),
            (
                ("log.csv", "--from", "May"),
                "--from needs a day such as 2024-01-31; got 'May'.",
            ),
            (
                ("log.csv", "--clients", "youth_id"),
                "--clients needs --key, and --key needs --clients. Make a key with: collabnet "
                "count --new-key FILE.",
            ),
            (
                ("log.csv", "--by", "path"),
                "--by path counts different clients, so it needs --clients and --key: without them "
                "clients aren't linked.",
            ),
            (
                ("log.csv", "--new-key", "k"),
                "--new-key makes a key and does nothing else: call it alone.",
            ),
        ],
    )
    def test_say_what_is_needed(self, capsys, folder, arguments, told):
        done = call(capsys, "count", *arguments)
        assert done.code == 2
        assert done.err == f"collabnet count: {told} Read: collabnet count --help\n"


def test_stopping_it_leaves_nothing(folder):
    """Whoever presses Ctrl+C finds no table and no scraps."""
    big = LOG + "2024-02-07,,court_b,shelter,\n" * 400_000
    (folder / "log.csv").write_text(big)
    (folder / "tmp").mkdir()
    code = (
        "import _thread, threading, sys; from collabnet.cli.main import run; "
        "import collabnet.data.logs.scan as scan; look = scan._look\n"
        "def stopped(*given):\n    _thread.interrupt_main()\n    return look(*given)\n"
        "scan._look = stopped\n"
        f"run({[*CALL, '--output', 'table.csv']!r})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env={"TMPDIR": str(folder / "tmp")},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (130, "Interrupted: nothing was written.\n")
    assert list((folder / "tmp").iterdir()) == []
    assert not (folder / "table.csv").exists()
