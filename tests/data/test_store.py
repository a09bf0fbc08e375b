"""Several files are written as one: after an interruption at any moment all of them, or none."""

import hashlib
from unittest import mock

import pytest

from collabnet.data import store
from collabnet.data.folder import read_folder
from collabnet.data.folder_lock import LOCK
from collabnet.data.store import (
    MARKER,
    FolderChangedError,
    digests,
    pending,
    settle,
    write_together,
)
from collabnet.model.errors import CollabnetError
from data.small_site import TODAY, Site

NEW = {"a.csv": b"new a", "inside/b.csv": b"new b"}


class Stop(BaseException):
    """The machine stops here."""


def state(folder):
    """What a reader of the folder finds, whatever lies where."""
    waiting = pending(folder)
    found = {}
    for name in ("a.csv", "inside/b.csv"):
        path = waiting.get(name, folder / name)
        found[name] = path.read_bytes() if path.exists() else None
    return found


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"old a")
    return tmp_path


class TestWriteTogether:
    def test_all_files_are_there_and_nothing_else(self, folder):
        write_together(folder, NEW, gone=["a.csv"])
        assert [one.name for one in folder.iterdir()] == ["inside"]

    def test_whenever_it_is_interrupted_a_reader_finds_before_or_after(self, folder):
        before, after = {"a.csv": b"old a", "inside/b.csv": None}, NEW
        seen = set()
        for moment in range(1, 200):
            calls = 0

            def step(real, *arguments, moment=moment, **named):
                nonlocal calls
                calls += 1
                if calls == moment:
                    raise Stop
                return real(*arguments, **named)

            for one in ("a.csv", "inside/b.csv", MARKER, LOCK):
                (folder / one).unlink(missing_ok=True)
            (folder / "a.csv").write_bytes(b"old a")
            try:
                with (
                    mock.patch.object(store, "write_atomic", lambda *a: step(real_write, *a)),
                    mock.patch.object(store.Path, "replace", lambda *a: step(real_replace, *a)),
                    mock.patch.object(
                        store.Path, "unlink", lambda *a, **k: step(real_unlink, *a, **k)
                    ),
                ):
                    write_together(folder, NEW)
            except Stop:
                found = state(folder)
                assert found in (before, after), moment
                seen.add(found == after)
                (folder / LOCK).unlink(missing_ok=True)
                settle(folder)
                assert state(folder) == found
                continue
            assert seen == {True, False}
            return
        pytest.fail("it never came to an end")

    def test_a_coalition_is_read_with_what_counts_already(self, tmp_path):
        site = Site(tmp_path / "site")
        log = (site.path / "referrals.csv").read_bytes()
        with (
            mock.patch.object(store, "settle", side_effect=[None, Stop]),
            pytest.raises(Stop),
        ):
            write_together(site.path, {"referrals.csv": log + b"r4,2024-04-01,o1,court,program,\n"})
        assert (site.path / "referrals.csv").read_bytes() == log
        assert len(read_folder(site.path, None, TODAY).coalition().referrals) == 4

    def test_a_damaged_marker_is_named_and_not_overwritten(self, folder):
        (folder / MARKER).write_text("{")
        with pytest.raises(CollabnetError) as error:
            write_together(folder, NEW)
        assert str(error.value) == (
            f"{folder / MARKER} is damaged: an import was interrupted and can't be completed. "
            "Restore the folder from a copy, or delete that file to keep the state before the "
            "import."
        )
        assert (folder / MARKER).read_text() == "{"
        assert (folder / "a.csv").read_bytes() == b"old a"


class TestExpected:
    """Nothing is written over what somebody else wrote since the folder was read."""

    SAID = " has changed while the files were read. Nothing was written; run the import again."

    def test_digests_are_of_every_file_that_counts(self, folder):
        (folder / "rejects").mkdir()
        (folder / "rejects" / "log.csv.rejects.csv").write_bytes(b"x")
        (folder / "coalition.toml").write_bytes(b"")
        (folder / "questionnaire.xlsx").write_bytes(b"no part of it")
        (folder / ".hidden.csv").write_bytes(b"no part of it")
        assert digests(folder) == {
            "a.csv": hashlib.sha256(b"old a").hexdigest(),
            "coalition.toml": hashlib.sha256(b"").hexdigest(),
            "rejects/log.csv.rejects.csv": hashlib.sha256(b"x").hexdigest(),
        }
        assert digests(folder / "none") == {}

    def test_what_counts_already_is_what_is_expected(self, folder):
        before = digests(folder)
        with mock.patch.object(store, "settle", side_effect=[None, Stop]), pytest.raises(Stop):
            write_together(folder, {"a.csv": b"new a"}, expected=before)
        seen = digests(folder)
        assert seen == {"a.csv": hashlib.sha256(b"new a").hexdigest()}
        write_together(folder, {"a.csv": b"newer a"}, expected=seen)
        assert (folder / "a.csv").read_bytes() == b"newer a"

    @pytest.mark.parametrize("change", ["changed", "added", "gone"])
    def test_a_change_refuses_the_writing(self, folder, change):
        seen = digests(folder)
        if change == "gone":
            (folder / "a.csv").unlink()
        else:
            (folder / ("a.csv" if change == "changed" else "b.csv")).write_bytes(b"theirs")
        there = digests(folder)
        with pytest.raises(FolderChangedError) as error:
            write_together(folder, NEW, expected=seen)
        assert str(error.value) == f"{folder}{self.SAID}"
        assert digests(folder) == there
        assert not (folder / LOCK).exists()

    def test_a_folder_that_somebody_else_made_meanwhile(self, tmp_path):
        new = tmp_path / "new"
        seen = digests(new)
        real = store.write_folder

        def first(path, files):
            real(path, {"a.csv": b"theirs"})
            real(path, files)

        with (
            mock.patch.object(store, "write_folder", first),
            pytest.raises(FolderChangedError) as error,
        ):
            write_together(new, NEW, expected=seen)
        assert str(error.value) == f"{new}{self.SAID}"
        assert [one.name for one in new.iterdir()] == ["a.csv"]


real_write = store.write_atomic
real_replace = store.Path.replace
real_unlink = store.Path.unlink
