"""Scenarios in a coalition's folder: safe files, nothing written over, nothing lost."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from unittest import mock

import pytest

import collabnet as cn
from collabnet.data.folder_lock import LOCK
from collabnet.data.samples import copy_sample, sample_path
from collabnet.planning.scenarios import (
    FOLDER,
    Scenario,
    ScenarioChangedError,
    delete_scenario,
    load_scenarios,
    rename_scenario,
    save_scenario,
)

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    return copy_sample("g1", tmp_path / "site")


def save(folder, name="Second worker", changes=("backs:I1",), **parts):
    made = Scenario.of(cn.load(folder), name, changes)
    return save_scenario(folder, replace(made, **parts), now=NOW)


def names(folder):
    return [one.name for one in load_scenarios(folder)]


class TestSave:
    def test_what_is_saved_is_loaded(self, folder):
        made = save(folder, changes=["backs:I1", "leaves:O1"])
        (found,) = cn.load_scenarios(folder)
        assert (found, found.file, found.digest) == (made, made.file, made.digest)
        assert found.saved_at == NOW
        assert found.file == "second-worker.toml"
        assert load_scenarios(folder)["second WORKER"] == found

    def test_a_new_one_stands_on_the_coalition_in_the_folder(self, folder):
        made = cn.save_scenario(folder, cn.Scenario("x", [cn.Backs("I1")]))
        assert not made.is_stale(cn.load(folder))

    def test_again_after_an_edit(self, folder):
        made = save(folder).with_change("leaves:O1")
        again = save_scenario(folder, made)
        assert save_scenario(folder, again.undone()).changes == (cn.Backs("I1"),)
        (found,) = load_scenarios(folder)
        assert found.redone().changes == made.changes

    def test_it_stands_on_what_it_stood_on_unless_told(self, folder):
        made = save(folder)
        log = (folder / "referrals.csv").read_text("utf-8").splitlines(keepends=True)
        (folder / "referrals.csv").write_text("".join(log[:-1]), "utf-8")
        changed = cn.load(folder)
        assert save_scenario(folder, made).is_stale(changed)
        (found,) = load_scenarios(folder)
        assert not save_scenario(folder, found, changed).is_stale(changed)

    def test_the_coalition_is_read_and_checked_as_before(self, folder):
        digest = cn.load(folder).digest
        save(folder)
        found = cn.check(folder)
        assert cn.load(folder).digest == digest
        assert FOLDER not in (*found.not_read, *found.other_files)
        assert len(found.coalition.problems) == len(cn.check("sample:g1").coalition.problems)

    @pytest.mark.parametrize(
        ("name", "file"),
        [
            ("Second intake / worker", "second-intake-worker.toml"),
            ("../../etc/passwd", "etc-passwd.toml"),
            ("Über den Fluß", "uber-den-flu.toml"),
            ("☃", "scenario.toml"),
            ("CON", "scenario-con.toml"),
            ("lpt1", "scenario-lpt1.toml"),
            ("x" * 90, f"{'x' * 40}.toml"),
            (".hidden.toml", "hidden-toml.toml"),
        ],
    )
    def test_odd_names_have_safe_files(self, folder, name, file):
        assert save(folder, name).file == file
        assert names(folder) == [name]
        assert [one.name for one in (folder / FOLDER).iterdir()] == [file]

    def test_names_that_read_alike_have_files_of_their_own(self, folder):
        assert save(folder, "a b").file == "a-b.toml"
        assert save(folder, "a-b").file == "a-b-2.toml"
        assert save(folder, "A_B").file == "a-b-3.toml"


class TestRefusals:
    def refuse(self, error, text, call, *arguments):
        with pytest.raises(error) as refused:
            call(*arguments)
        assert str(refused.value) == text

    def test_a_name_that_is_taken(self, folder):
        save(folder)
        text = (
            "There is a scenario 'SECOND worker' already. Choose another name, or change that one."
        )
        self.refuse(cn.CollabnetError, text, save, folder, "SECOND worker")
        assert names(folder) == ["Second worker"]

    def test_a_sample_stays_as_it_is(self):
        text = (
            "sample:g1 is a sample, which stays as it is, so nothing can be saved in it. Copy it "
            "first: collabnet samples g1 --to my_copy"
        )
        made = Scenario("x", ["leaves:O1"])
        self.refuse(cn.CollabnetError, text, save_scenario, "sample:g1", made)
        self.refuse(cn.CollabnetError, text, save_scenario, sample_path("g1"), made)
        self.refuse(cn.CollabnetError, text, delete_scenario, "sample:g1", made)
        assert len(load_scenarios("sample:g1")) == 0

    def test_one_file_holds_no_scenarios(self, tmp_path):
        (tmp_path / "log.csv").write_text("date\n")
        path = tmp_path / "log.csv"
        with pytest.raises(cn.CollabnetError, match=r"is a file\. Make a folder of it first: "):
            save_scenario(path, Scenario("x"))

    def test_one_that_somebody_else_saved_meanwhile(self, folder):
        mine = save(folder)
        theirs = save_scenario(folder, mine.with_change("leaves:O1"))
        text = (
            "The scenario 'Second worker' was changed by somebody else since it was read. Nothing "
            "was written; read it again, or save yours under another name."
        )
        for call in (save_scenario, delete_scenario):
            self.refuse(ScenarioChangedError, text, call, folder, mine.with_change("leaves:O2"))
        assert list(load_scenarios(folder)) == [theirs]

    def test_one_that_somebody_else_deleted_meanwhile(self, folder):
        mine = save(folder)
        delete_scenario(folder, mine)
        text = (
            "The scenario 'Second worker' was renamed or deleted by somebody else since it was "
            "read. Nothing was written; read it again, or save yours under another name."
        )
        self.refuse(ScenarioChangedError, text, save_scenario, folder, mine)
        assert names(folder) == []

    def test_a_name_that_nobody_saved(self, folder):
        save(folder)
        text = (
            "There is no scenario 'Second walker'. Did you mean Second worker? Saved are: Second "
            "worker."
        )
        self.refuse(cn.CollabnetError, text, load_scenarios(folder).__getitem__, "Second walker")

    def test_an_id_that_no_file_can_hold(self, folder):
        text = (
            "The scenario 'x' has an id that can't be written: '\\udcff'. Use the id as it stands "
            "in the files."
        )
        made = Scenario("x", [cn.Leaves("a\udcff")], "0")
        self.refuse(cn.CollabnetError, text, save_scenario, folder, made)

    def test_a_folder_that_cannot_be_written(self, folder):
        made = Scenario.of(cn.load(folder), "x", ["leaves:O1"])
        denied = mock.patch.object(os, "open", side_effect=PermissionError(13, "denied"))
        with denied, pytest.raises(cn.CollabnetError, match="can't be written: "):
            save_scenario(folder, made)
        assert not (folder / FOLDER).exists()

    def test_where_a_file_has_the_folder_s_name(self, folder):
        (folder / FOLDER).write_text("mine")
        with pytest.raises(cn.CollabnetError, match=r"scenarios can't be written: "):
            save(folder)
        assert (folder / FOLDER).read_text() == "mine"
        assert not (folder / LOCK).exists()


class TestUnreadable:
    """Recognised, named, never written over; the others are there all the same."""

    def test_damaged_and_newer_files_are_left_as_they_are(self, folder):
        save(folder)
        files = {
            "a.toml": b"version = 1\nname = ",
            "b.toml": b"version = 2\nname = 'Newer'\n",
            "c.toml": b"\xff\xfe",
            "second-worker-2.toml": b"",
        }
        for name, data in files.items():
            (folder / FOLDER / name).write_bytes(data)
        (folder / FOLDER / "notes.txt").write_text("no scenario")
        (folder / FOLDER / "d.toml").mkdir()
        found = load_scenarios(folder)
        assert [one.name for one in found] == ["Second worker"]
        said = {one.file: str(one) for one in found.unreadable}
        assert list(said) == ["a.toml", "b.toml", "c.toml", "d.toml", "second-worker-2.toml"]
        assert said["b.toml"] == (
            "scenarios/b.toml can't be read and is left as it is: a newer collabnet wrote it "
            "(version 2 of scenarios, this one reads 1); update collabnet to use it."
        )
        assert save(folder, "second-worker").file == "second-worker-3.toml"
        assert {name: (folder / FOLDER / name).read_bytes() for name in files} == files


class TestRenameAndDelete:
    def test_another_name_and_its_file(self, folder):
        made = save(folder)
        renamed = rename_scenario(folder, made, "Two at intake")
        assert [one.name for one in (folder / FOLDER).iterdir()] == ["two-at-intake.toml"]
        (found,) = load_scenarios(folder)
        assert (found, found.file, found.saved_at) == (renamed, renamed.file, NOW)
        assert save_scenario(folder, renamed.with_change("leaves:O1")).name == "Two at intake"

    def test_a_name_that_another_has(self, folder):
        made = save(folder)
        save(folder, "Other")
        with pytest.raises(cn.CollabnetError, match="There is a scenario 'Other' already"):
            rename_scenario(folder, made, "Other")
        assert names(folder) == ["Other", "Second worker"]

    def test_only_in_other_letters(self, folder):
        assert rename_scenario(folder, save(folder), "second worker").file == "second-worker.toml"

    def test_deleted_is_gone(self, folder):
        delete_scenario(folder, save(folder))
        assert list((folder / FOLDER).iterdir()) == []
