"""Several files are written as one: after an interruption at any moment all of them, or none."""

import multiprocessing
from unittest import mock

import pytest

from collabnet.data import store
from collabnet.data.folder import read_folder
from collabnet.data.store import LOCK, MARKER, locked, pending, settle, write_together
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


real_write = store.write_atomic
real_replace = store.Path.replace
real_unlink = store.Path.unlink


def add_one(folder, times):
    """Count in a file, as two programs do at once."""
    done = 0
    while done < times:
        try:
            with locked(folder):
                path = folder / "count"
                path.write_text(str(int(path.read_text()) + 1))
                done += 1
        except CollabnetError:
            continue


class TestLocked:
    def test_it_says_who_holds_it(self, folder):
        with locked(folder), pytest.raises(CollabnetError) as error, locked(folder):
            pass
        assert str(error.value).startswith(
            f"{folder} is being written by another collabnet (process "
        )

    def test_it_is_given_back_after_an_error(self, folder):
        with pytest.raises(ValueError, match="x"), locked(folder):
            raise ValueError("x")
        assert not (folder / LOCK).exists()

    def test_no_update_is_lost(self, folder):
        (folder / "count").write_text("0")
        context = multiprocessing.get_context("spawn")
        both = [context.Process(target=add_one, args=(folder, 50)) for _ in range(2)]
        for one in both:
            one.start()
        for one in both:
            one.join()
        assert (folder / "count").read_text() == "100"
