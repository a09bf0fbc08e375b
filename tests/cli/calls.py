"""Call the command line: in this process, or as a program of its own."""

import json
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


SEVERAL = """
import json, sys
from collabnet.cli.main import run
for number, arguments in enumerate(json.loads(sys.argv[1])):
    try:
        run(arguments)
    except SystemExit as ended:
        print(f"\\nend {number}: {ended.code or 0}", flush=True)
"""


def programs(calls, **environment):
    """Run several calls in one process of its own; give for each what it printed and its code."""
    done = subprocess.run(
        [sys.executable, "-c", SEVERAL, json.dumps(calls)],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
        stdin=subprocess.DEVNULL,
        timeout=240,
    )
    assert done.stderr == b""
    printed, answers = done.stdout.decode("utf-8"), {}
    for number, arguments in enumerate(calls):
        out, found, printed = printed.partition(f"\nend {number}: ")
        assert found, arguments
        code, _, printed = printed.partition("\n")
        answers[" ".join(arguments)] = Answer(int(code), out, "")
    return answers
