"""Who imports while somebody else writes: once more by itself, then it is said."""

import sys

import pytest

from cli.calls import call
from collabnet.data.importing import plan
from data.importing.import_case import Case

HEADER = "date,from_agency,to_agency\n"


@pytest.fixture
def case(tmp_path):
    made = Case(tmp_path)
    made.do(made.file("first.csv", f"{HEADER}2024-01-05,court_b,shelter\n2024-01-06,a,b\n"))
    return made


@pytest.fixture
def disturb(case, monkeypatch):
    """Let somebody else write just before this one does, so many times."""
    real = plan.write_together
    left = []

    def write(folder, *given, **named):
        if left:
            notes = folder / "agencies.csv"
            there = notes.read_text() if notes.exists() else "agency_id\nshelter\ncourt_b\na\nb\n"
            notes.write_text(f"{there}theirs_{left.pop()}\n")
        real(folder, *given, **named)

    monkeypatch.setattr(plan, "write_together", write)
    return left.extend


def second(case):
    return case.file("second.csv", f"{HEADER}2024-02-05,court_b,shelter\n2024-02-06,a,b\n")


class TestAtOnce:
    def test_once_it_is_done_again_and_nothing_is_lost(self, case, capsys, disturb):
        disturb([1])
        told = call(capsys, "import", second(case), "--into", case.into)
        assert (told.code, told.err) == (0, "")
        assert told.out.count("2 rows read = 2 kept") == 1
        assert len(case.rows()) == 4
        assert ("theirs_1",) in case.rows("agencies.csv", "agency_id")

    def test_twice_it_says_so_and_writes_nothing(self, case, capsys, disturb):
        disturb([2, 1])
        told = call(capsys, "import", second(case), "--into", case.into)
        assert (told.code, told.out) == (1, "")
        assert " ".join(told.err.split()) == (
            f"{case.into} has changed while the files were read. Nothing was written; run the "
            "import again."
        )
        assert len(case.rows()) == 2

    def test_who_was_asked_is_not_asked_again(self, case, capsys, disturb, monkeypatch):
        """Answers may be others for a folder that has changed: the person starts again."""
        path = case.file("asked.csv", f"{HEADER}01/02/2024,court_b,shelter\n03/04/2024,a,b\n")
        asked = []

        def answer(problem, *_):
            asked.append(str(problem))
            return "date_order", "day-first"

        monkeypatch.setattr("collabnet.cli.asking.ask", answer)
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
        disturb([1])
        told = call(capsys, "import", path, "--into", case.into)
        assert told.code == 1
        assert "has changed while the files were read" in " ".join(told.err.split())
        assert len(asked) == 1
        assert len(case.rows()) == 2
