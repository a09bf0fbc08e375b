"""Take the examples out of a page of documentation and run them.

``python`` blocks of a page share their names, as a reader's session would; blocks with ``>>>`` must
print what the page shows. In ``console`` blocks a line with ``$ `` is a command, the lines below it
are what it prints (``...`` stands for anything); in ``sh`` blocks every line is a command. Only
``collabnet`` is run. A comment directly above a block says otherwise: ``<!-- not run: why -->``
leaves it out, ``<!-- exit: 1 -->`` names the exit code that its commands must end with.
"""

import doctest
import os
import re
import shlex
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from collabnet.cli.main import run

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
FENCE = re.compile(r"^(`{3,})\s*(\w*)")
NOT_RUN = re.compile(r"<!--\s*not run:\s*(\S.*?)\s*-->")
EXIT = re.compile(r"<!--\s*exit:\s*(\d)\s*-->")
RUN = {"python", "console", "sh", "bash", "shell"}
NOTHING = Path(os.devnull)


@dataclass(frozen=True)
class Example:
    """One fenced block: its language, its text, where it starts and what is said above it."""

    language: str
    text: str
    line: int
    exit_code: int = 0


def examples(page: str) -> list[Example]:
    """List the blocks of a page that are to be run, in order."""
    found, lines, at = [], page.splitlines(), 0
    while at < len(lines):
        fence = FENCE.match(lines[at])
        if fence is None:
            at += 1
            continue
        end = at + 1
        while end < len(lines) and not lines[end].startswith(fence[1]):
            end += 1
        above = next((line for line in reversed(lines[:at]) if line.strip()), "")
        if fence[2] in RUN and not NOT_RUN.search(above):
            code = EXIT.search(above)
            text = "\n".join(lines[at + 1 : end]) + "\n"
            found.append(Example(fence[2], text, at + 2, int(code[1]) if code else 0))
        at = end + 1
    return found


def run_page(path: Path, working: Path) -> int:
    """Run a page's examples in the folder ``working``; return how many there were."""
    names: dict[str, object] = {"__name__": "__main__"}
    blocks = examples(path.read_text("utf-8"))
    for example in blocks:
        if example.language == "python":
            run_python(example, path, names)
        else:
            for command, shown in commands(example):
                run_command(command, shown, example, path, working)
    return len(blocks)


def run_python(example: Example, path: Path, names: dict[str, object]) -> None:
    """Run a block of Python in the page's names; compare what it prints where the page shows it."""
    if ">>>" not in example.text:
        # Empty lines in front make a traceback name the page's own line.
        code = compile("\n" * (example.line - 1) + example.text, str(path), "exec")
        exec(code, names)
        return
    test = doctest.DocTestParser().get_doctest(
        example.text, names, path.name, str(path), example.line - 1
    )
    told: list[str] = []
    result = doctest.DocTestRunner(optionflags=FLAGS).run(test, out=told.append, clear_globs=False)
    names.update(test.globs)
    assert result.failed == 0, "".join(told)


def commands(example: Example) -> list[tuple[str, str]]:
    """Split a block into commands and what the page shows below each."""
    text = example.text.replace("\\\n", " ")
    if example.language != "console":
        lines = (line.partition(" #")[0].strip() for line in text.splitlines())
        return [(line, "") for line in lines if line and not line.startswith("#")]
    found: list[tuple[str, str]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:].strip(), ""))
        elif found:
            found[-1] = (found[-1][0], found[-1][1] + line + "\n")
    return found


def run_command(command: str, shown: str, example: Example, path: Path, working: Path) -> None:
    """Run one ``collabnet`` command; check its exit code, and its output where one is shown."""
    where = f"{path.name}, the block at line {example.line}"
    name, *arguments = shlex.split(command)
    assert name == "collabnet", (
        f"{where}: only collabnet is run here; put <!-- not run: reason --> above: {command}"
    )
    ended, printed = answer(arguments, working)
    assert ended == example.exit_code, (
        f"{where}: {command} ended with {ended}, not {example.exit_code}:\n{printed}"
    )
    if shown.strip():
        same = doctest.OutputChecker().check_output(shown, printed, FLAGS)
        assert same, f"{where}: {command} printed\n{printed}\nbut the page shows\n{shown}"


def answer(arguments: list[str], working: Path) -> tuple[int, str]:
    """Run ``collabnet`` in this process, without a terminal; give its exit code and its output.

    A process of its own for each would take a second of importing; tests/cli starts the program.
    """
    printed = TextIOWrapper(BytesIO(), encoding="utf-8", newline="", write_through=True)
    with (
        chdir(working),
        redirect_stdout(printed),
        redirect_stderr(printed),
        pytest.MonkeyPatch.context() as patch,
        NOTHING.open() as empty,
        pytest.raises(SystemExit) as ended,
    ):
        patch.setattr(sys, "stdin", empty)
        run(arguments)
    printed.flush()
    return int(ended.value.code or 0), printed.buffer.getvalue().decode("utf-8")
