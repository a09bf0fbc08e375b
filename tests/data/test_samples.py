"""Samples, templates and files: what is there to start from, and how it gets on disk."""

import os
import tomllib

import pytest

import collabnet as cn
from collabnet.data.check import check
from collabnet.data.files import write_atomic, write_folder
from collabnet.data.issues import Ledger
from collabnet.data.samples import copy_sample, list_samples, sample_path
from collabnet.data.settings import parse_settings
from collabnet.data.templates import new_coalition, table_template
from collabnet.model.errors import CollabnetError, NotFoundError, ReadingError
from collabnet.model.specs import TABLES


class TestSamples:
    def test_every_sample_says_what_it_is_about(self):
        found = {sample.name: sample for sample in list_samples()}
        assert list(found) == sorted(found)
        assert {"g1", "g1_second_intake", "programs", "site_a", "site_b"} <= set(found)
        assert {"advocacy_center_48h", "deputized_task_force", "hospital_program"} <= set(found)
        assert all(sample.title and sample.about for sample in found.values())

    @pytest.mark.parametrize("name", [sample.name for sample in list_samples()])
    def test_every_sample_reads_without_a_problem(self, name):
        found = check(f"sample:{name}")
        assert not found.is_refused
        assert {problem.level for problem in found.found} <= {"NOTE"}, found.to_text()
        assert all(count.rejected == count.skipped == 0 for count in found.files)

    def test_an_unknown_sample_names_the_nearest(self):
        with pytest.raises(NotFoundError) as error:
            sample_path("sight_b")
        assert str(error.value).startswith("There is no sample 'sight_b'. Did you mean site_b")
        assert "Samples are: advocacy_center_48h, " in str(error.value)

    def test_a_copy_is_the_same_coalition(self, tmp_path):
        folder = copy_sample("g1", tmp_path / "mine")
        assert cn.load(folder).digest == cn.load("sample:g1").digest

    def test_a_folder_that_holds_something_is_never_written_to(self, tmp_path):
        (tmp_path / "old.txt").write_text("x")
        for write in (lambda: copy_sample("g1", tmp_path), lambda: new_coalition(tmp_path)):
            with pytest.raises(CollabnetError, match="needs to be a new or an empty folder"):
                write()
        assert os.listdir(tmp_path) == ["old.txt"]  # noqa: PTH208


class TestTemplates:
    def test_a_new_coalition_has_every_table_and_the_notice(self, tmp_path):
        folder = new_coalition(tmp_path / "ours")
        names = {path.name for path in folder.iterdir()}
        assert names == {
            *(spec.file for spec in TABLES.values() if not spec.pattern),
            "coalition.toml",
            "coalition.xlsx",
            "README.txt",
            "NOTICE-to-staff.txt",
        }
        assert folder.joinpath("people.csv").read_text("utf-8-sig").startswith("person_id,name,")

    def test_nobody_is_asked_for_ids_of_clients(self):
        assert b"client" not in table_template(TABLES["referrals"])

    def test_its_settings_are_read_without_a_problem_with_and_without_the_marks(self, tmp_path):
        folder = new_coalition(tmp_path / "ours")
        text = folder.joinpath("coalition.toml").read_text("utf-8")
        shown = "\n".join(
            line.removeprefix("# ") if "=" in line or line.startswith("# [") else line
            for line in text.splitlines()
        )
        for one in (text, shown):
            folder.joinpath("coalition.toml").write_text(one, "utf-8")
            folder.joinpath("agencies.csv").write_text("agency_id\ncourt\nshelter\n")
            folder.joinpath("people.csv").write_text("person_id,agency_id\nO1,court\n")
            assert not [p for p in check(folder).found if p.file == "coalition.toml"], one
        assert tomllib.loads(shown)["assumptions"]["departure_rate"] == "middle"

    def test_one_sentence_says_that_all_is_empty(self, tmp_path):
        found = check(new_coalition(tmp_path / "ours"))
        assert "\nFiles\n" not in found.to_text()
        (problem,) = found.found
        assert (problem.code, problem.level) == ("all_templates", "STOP")
        assert f"{problem.message} {problem.remedy}" == (
            "All files are empty templates. Begin with referrals.csv or ties.csv."
        )

    def test_the_readme_lists_the_words_that_columns_take(self, tmp_path):
        text = new_coalition(tmp_path / "ours").joinpath("README.txt").read_text("utf-8")
        values = text.partition("These columns take the words listed")[2]
        assert "agreements.csv\n" in values
        assert "\n  in_use: yes, partly, no, unknown\n" in values
        flat = " ".join(values.split())
        for spec in TABLES.values():
            for column in spec.columns:
                if column.vocabulary:
                    assert f"{column.file_name}: {', '.join(column.vocabulary.terms)}" in flat
        assert "{" not in text
        assert max(map(len, values.splitlines())) <= 100

    def test_untouched_templates_are_not_missed(self, tmp_path):
        folder = new_coalition(tmp_path / "ours")
        with pytest.raises(ReadingError, match=r"All files are empty templates\. Begin with"):
            cn.load(folder)
        folder.joinpath("referrals.csv").write_text(
            "date,from_agency,to_agency\n2024-01-05,a,b\n2024-01-06,a,b\n"
        )
        assert len(cn.load(folder).referrals) == 2
        codes = {problem.code for problem in check(folder).found}
        assert codes == {"not_filled_in", "no_roster"}

    def test_the_notice_says_what_trust_needs(self, tmp_path):
        text = new_coalition(tmp_path / "x").joinpath("NOTICE-to-staff.txt").read_text("utf-8")
        for title in (
            "What is recorded",
            "Who sees it",
            "not for decisions about individuals",
            "How to see and correct what is recorded",
        ):
            assert title in text


class TestFiles:
    def test_a_write_that_fails_leaves_what_was_there(self, tmp_path, monkeypatch):
        path = tmp_path / "a.csv"
        path.write_bytes(b"before")

        def full(*_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(CollabnetError, match="can't be written: no space left on device"):
            write_atomic(path, b"after")
        assert path.read_bytes() == b"before"
        assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]

    def test_a_folder_appears_whole_or_not_at_all(self, tmp_path, monkeypatch):
        real = os.fsync
        calls = []

        def fail_later(number):
            calls.append(number)
            if len(calls) > 1:
                raise OSError(28, "No space left on device")
            real(number)

        monkeypatch.setattr(os, "fsync", fail_later)
        with pytest.raises(CollabnetError, match="can't be written"):
            write_folder(tmp_path / "new", {"a": b"1", "b": b"2", "c": b"3"})
        assert list(tmp_path.iterdir()) == []

    def test_an_empty_folder_is_filled(self, tmp_path):
        write_folder(tmp_path, {"a": b"1"})
        assert (tmp_path / "a").read_bytes() == b"1"

    def test_settings_that_are_no_text_are_a_problem(self):
        ledger = Ledger("coalition.toml")
        assert parse_settings(b"\xff", ledger) == {}
        assert ledger.problems[0].message == "coalition.toml can't be read: it is not UTF-8 text."
