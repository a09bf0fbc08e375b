"""One program at a time writes to a folder, and a lock that was left behind holds up nobody."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from unittest import mock

import pytest

from collabnet.data import folder_lock
from collabnet.data.folder_lock import LOCK, locked
from collabnet.data.store import write_together
from collabnet.model.errors import CollabnetError


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"old a")
    return tmp_path


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


def add_and_die(folder):
    """Count in a file, then end at once: the lock is left behind."""
    while True:
        try:
            with locked(folder):
                path = folder / "count"
                path.write_text(str(int(path.read_text()) + 1))
                os._exit(0)
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

    @pytest.mark.skipif(os.name == "nt", reason="a lock is not taken away there")
    def test_a_lock_of_a_process_that_was_killed_is_taken_away(self, folder):
        code = (
            "import sys, time; from pathlib import Path\n"
            "from collabnet.data.folder_lock import locked\n"
            "with locked(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
        )
        one = subprocess.Popen(
            [sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True
        )
        assert one.stdout.readline() == "held\n"
        with pytest.raises(CollabnetError, match=f"process {one.pid}\\)"), locked(folder):
            pass
        one.send_signal(signal.SIGKILL)
        one.wait()
        one.stdout.close()
        assert (folder / LOCK).exists()
        write_together(folder, {"a.csv": b"new a"})
        assert (folder / "a.csv").read_bytes() == b"new a"
        assert not (folder / LOCK).exists()

    @pytest.mark.parametrize(
        ("said", "told"),
        [
            ("process {dead}\nhost 0123456789abcdef\n", "process {dead}"),
            ("process 1\nhost {host}\n", "process 1"),
            ("process 0\nhost {host}\n", "process 0"),
            ("process 99999999999\nhost {host}\n", "process 99999999999"),
            ("process {dead}", "process {dead}"),
            ("", "just started"),
            ("\x00", "\x00"),
        ],
        ids=["another computer", "it runs", "no process", "no number", "cut off", "empty", "odd"],
    )
    def test_any_other_lock_stays(self, folder, said, told):
        ended = subprocess.Popen([sys.executable, "-c", ""])
        ended.wait()
        facts = {"dead": ended.pid, "host": folder_lock._host()}
        (folder / LOCK).write_text(said.format(**facts))
        with pytest.raises(CollabnetError) as error:
            write_together(folder, {"a.csv": b"new a"})
        assert str(error.value) == (
            f"{folder} is being written by another collabnet ({told.format(**facts)}). Wait until "
            "it has ended; if none runs, delete .collabnet-lock in that folder."
        )
        assert (folder / LOCK).read_text() == said.format(**facts)
        assert (folder / "a.csv").read_bytes() == b"old a"

    def test_the_name_of_the_computer_is_not_written_down(self, folder):
        with (
            mock.patch.object(folder_lock.platform, "node", return_value="desk-of-officer"),
            locked(folder),
        ):
            said = (folder / LOCK).read_text()
        assert "desk" not in said
        assert said.splitlines()[0] == f"process {os.getpid()}"

    @pytest.mark.skipif(os.name == "nt", reason="a lock is not taken away there")
    def test_only_one_of_many_takes_the_place_of_a_dead_one(self, folder):
        """Whoever finds the dead lock late must not take away the new one."""
        (folder / "count").write_text("0")
        context = multiprocessing.get_context("spawn")
        every = [context.Process(target=add_and_die, args=(folder,)) for _ in range(8)]
        for one in every:
            one.start()
        end = time.monotonic() + 60
        # Asking each of them again and again lets those that have ended go.
        while [one for one in every if one.is_alive()] and time.monotonic() < end:
            time.sleep(0.01)
        assert (folder / "count").read_text() == "8"

    def test_it_is_waited_for_when_asked(self, folder):
        with locked(folder):
            start = time.monotonic()
            with pytest.raises(CollabnetError), locked(folder, wait=0.2):
                pass
            assert time.monotonic() - start >= 0.2
