"""Call the command line: in this process, or as a program of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from collabnet.cli.main import run


@dataclass(frozen=True)
class Answer:
    """What a call ended with and printed."""

    code: int
    out: str
    err: str


def call(capsys, *arguments):
    """Call the entry point in this process."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        run([str(one) for one in arguments])
    printed = capsys.readouterr()
    return Answer(int(ended.value.code or 0), printed.out, printed.err)


def program(*arguments, cwd=None, **environment):
    """Run ``python -m collabnet`` as a user would; bytes come back as UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "collabnet", *(str(one) for one in arguments)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=120,
    )
    return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
