"""A terminal at which the program is answered as a person would."""

import os
import select
import subprocess
import sys
import time

import pytest

pty = pytest.importorskip("pty", reason="Windows has no such terminals")


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
        self.at = 0

    def until(self, text):
        """Read until a text appears behind the last one; give what was printed in between."""
        start, end = self.at, time.monotonic() + 60
        while (found := self.seen.find(text, start)) < 0 and time.monotonic() < end:
            self._read()
        assert found >= 0, self.seen
        self.at = found + len(text)
        return self.seen[start : self.at]

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
