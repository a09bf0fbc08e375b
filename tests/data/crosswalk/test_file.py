"""crosswalk.csv: every line is kept, people may edit it, what isn't one is left alone."""

import multiprocessing
import os
from datetime import date

import pytest

from collabnet.data.crosswalk.decisions import Decision
from collabnet.data.crosswalk.file import add_decisions, read_crosswalk
from collabnet.data.issues import Ledger
from collabnet.data.store import LOCK, locked
from collabnet.model.errors import CollabnetError, ReadingError

TODAY = date(2024, 6, 30)
SAME = Decision("agency", "Juv. Court", "court", evidence="'juv' may be short for 'juvenile'")
HEAD = "kind,written,means,decision,at_agency,in_file,evidence,decided_on,note,version\n"
LINE = "agency,Juv. Court,court,same,,,'juv' may be short for 'juvenile',2024-06-30,,1\n"


def read(text):
    """Read a crosswalk; give it with its ledger."""
    ledger = Ledger("crosswalk.csv")
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    return read_crosswalk(data, ledger), ledger


def add(folder, *lines, **options):
    return add_decisions(folder, lines, today=TODAY, **options)


class TestWriting:
    def test_a_new_file_has_a_header_and_the_line_with_the_given_day(self, tmp_path):
        assert add(tmp_path, SAME).read_bytes().decode() == HEAD + LINE
        assert [one.name for one in tmp_path.iterdir()] == ["crosswalk.csv"]

    def test_what_stands_there_stays_to_the_byte(self, tmp_path):
        """Edited in a spreadsheet program: a mark, semicolons, other line ends, own columns."""
        before = b"\xef\xbb\xbfDecision;Kind;Written;Means;mine\r\nsame;agency;Shltr;shelter;x"
        (tmp_path / "crosswalk.csv").write_bytes(before)
        add(tmp_path, SAME)
        after = (tmp_path / "crosswalk.csv").read_bytes()
        assert after == before + b"\r\nsame;agency;Juv. Court;court;\r\n"
        walk, ledger = read(after)
        assert walk.meant("agency", "Shltr").means == "shelter"
        assert walk.meant("agency", "Juv. Court").means == "court"
        assert not ledger.is_refused

    def test_utf_16_is_gone_on_with(self, tmp_path):
        (tmp_path / "crosswalk.csv").write_bytes((HEAD + LINE).encode("utf-16"))
        add(tmp_path, Decision("agency", "Shltr", "shelter"))
        walk, _ = read((tmp_path / "crosswalk.csv").read_bytes())
        assert len(walk.lines) == 2

    @pytest.mark.parametrize(
        "written", ["=1+1", "+cmd|x", "-", "@SUM(A1)", "'=1", "'Tis", 'a,"b"\nc', "'"]
    )
    def test_any_spelling_comes_back_and_none_is_a_formula(self, tmp_path, written):
        path = add(tmp_path, Decision("agency", written, "court"))
        walk, _ = read(path.read_bytes())
        assert walk.lines[0].written == written
        assert ",=" not in path.read_text("utf-8")

    def test_a_place_without_a_column_for_it_is_refused(self, tmp_path):
        before = "kind,written,means,decision\n"
        (tmp_path / "crosswalk.csv").write_text(before, "utf-8")
        with pytest.raises(CollabnetError, match="needs the column at_agency for this decision"):
            add(tmp_path, Decision("person", "OB", "o1", at_agency="court"))
        assert (tmp_path / "crosswalk.csv").read_text("utf-8") == before


class TestLinesThatCannotBeUsed:
    @pytest.mark.parametrize(
        ("line", "why"),
        [
            ("thing,OB,o1,same", "the kind is 'thing'; it needs agency or person"),
            ("person,OB,o1,smae", "the decision is 'smae'; it needs same, different or undone"),
            ("person, ,o1,same", "written is empty"),
            ("person,OB,,same", "means is empty; it needs the id that the spelling means"),
            ("person,OB,o1", "it has 3 cells and the header 4"),
            ('person,O"B,o1,same', "a double quote stands inside a cell"),
        ],
    )
    def test_they_are_left_out_and_said(self, line, why):
        text = f"kind,written,means,decision\nperson,AB,o2,same\n{line}\n"
        walk, ledger = read(text)
        (problem,) = ledger.problems
        assert (problem.code, problem.level, problem.row) == ("crosswalk_line", "ROW", 3)
        assert problem.message == f"The line can't be used: {why}."
        assert [one.written for one in walk.lines] == ["AB"]

    def test_undoing_nothing_is_noted(self):
        _, ledger = read("kind,written,means,decision\nperson,OB,,undone\n")
        (problem,) = ledger.problems
        assert (problem.code, problem.row) == ("nothing_to_undo", 2)
        assert problem.message == "There is no decision about 'OB' to undo."


class TestFilesThatAreNone:
    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (HEAD.replace("means", "meant").encode(), "crosswalk_columns"),
            ((HEAD + LINE.replace(",1\n", ",2\n")).encode(), "crosswalk_newer"),
            (b"\x89PNG\r\n\x1a\n\x00\x00", "not_text"),
            (f'{HEAD}agency,"Juv. Court,court,same\n'.encode(), "unclosed_quote"),
            ("kind,written,means,decision\nagency,Caf\u00e9,a,same\n".encode("cp1252"),
             "encoding_unclear"),
        ],
    )  # fmt: skip
    def test_they_are_recognised_named_and_never_overwritten(self, tmp_path, data, code):
        path = tmp_path / "crosswalk.csv"
        path.write_bytes(data)
        _, ledger = read(data)
        assert code in [one.code for one in ledger.problems]
        with pytest.raises(ReadingError, match=r"crosswalk\.csv was left as it is\.") as told:
            add(tmp_path, SAME)
        assert f"[{code}]" in str(told.value)
        assert path.read_bytes() == data

    def test_a_newer_file_says_so(self):
        (problem,) = read(HEAD + LINE.replace(",1\n", ",2\n"))[1].problems
        assert str(problem) == (
            "crosswalk.csv, row 2, column version: crosswalk.csv was written in version 2; this "
            "collabnet reads version 1. Use the newer collabnet; the file was left as it is. "
            "[crosswalk_newer]"
        )

    def test_a_folder_of_that_name_is_left_alone(self, tmp_path):
        (tmp_path / "crosswalk.csv").mkdir()
        with pytest.raises(ReadingError, match="not_a_file"):
            add(tmp_path, SAME)


def _add_ten(folder, name):
    for number in range(10):
        add(folder, Decision("agency", f"{name} {number}", "court"))


class TestSeveralAtOnce:
    def test_two_processes_lose_nothing(self, tmp_path):
        context = multiprocessing.get_context("spawn")
        runs = [context.Process(target=_add_ten, args=(tmp_path, name)) for name in ("one", "two")]
        for run in runs:
            run.start()
        for run in runs:
            run.join(60)
        assert [run.exitcode for run in runs] == [0, 0]
        walk, _ = read((tmp_path / "crosswalk.csv").read_bytes())
        assert len({line.written for line in walk.lines}) == 20

    def test_who_holds_the_folder_is_said(self, tmp_path):
        with locked(tmp_path), pytest.raises(CollabnetError) as told:
            add(tmp_path, SAME, wait=0.1)
        assert f"process {os.getpid()}" in str(told.value)
        assert LOCK in str(told.value)
        assert not (tmp_path / "crosswalk.csv").exists()

    def test_a_lock_that_goes_away_is_waited_for(self, tmp_path):
        import threading

        with locked(tmp_path):
            late = threading.Thread(target=add, args=(tmp_path, SAME))
            late.start()
            late.join(0.2)
            assert late.is_alive()
        late.join(10)
        assert (tmp_path / "crosswalk.csv").exists()

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
    def test_a_read_only_folder_is_said(self, tmp_path):
        tmp_path.chmod(0o500)
        with pytest.raises(CollabnetError, match="permission is denied"):
            add(tmp_path, SAME)
        tmp_path.chmod(0o700)
