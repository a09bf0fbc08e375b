"""Write to the terminal: in its width and, if it has them, in its colours; else plain."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.text import Text

_STYLES = (
    (r"^CRITICAL\b", "bold red"),
    (r"^HIGH\b", "bold yellow"),
    (r"^(MODERATE|NOTE|ASK)\b", "bold"),
    (r"\[example: [^\]]*\]", "dim"),
    (r"(What would help|How sure|People concerned|Before|After):", "italic"),
)
NARROWEST = 40
PIPED = 80
FILE_WIDTH = 100
"""Text in a file is as wide as this."""


def width() -> int | None:
    """The width to wrap at: the terminal's, or COLUMNS; None where neither is known."""
    return _width_of(sys.stdout)


def error_width() -> int:
    """The width to wrap at on standard error: 80 where none is known."""
    return _width_of(sys.stderr) or PIPED


def _width_of(stream: TextIO) -> int | None:
    given = os.environ.get("COLUMNS", "")
    if given.isdigit() and int(given) > 0:
        return max(int(given), NARROWEST)
    try:
        columns = os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except (OSError, ValueError):
        return None
    return max(columns, NARROWEST) if columns > 0 else None


def say(text: str) -> None:
    """Print text as it is wrapped already; severities stand out on a terminal."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        try:
            sys.stdout.write(text)
            # Who reads a pipe or a file sees it at once, also while a server goes on.
            sys.stdout.flush()
        except BrokenPipeError:
            write_to_nowhere()
        return
    styled = Text(text)
    for pattern, style in _STYLES:
        for line_start, line in _lines(text):
            part = Text(line)
            part.highlight_regex(pattern, style)
            for span in part.spans:
                styled.stylize(style, line_start + span.start, line_start + span.end)
    console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
    console.print(styled, end="")


def write_to_nowhere() -> None:
    """Drop what is still to be written: whoever read has heard enough, which is no error."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, line
        start += len(line)


def warn(text: str) -> None:
    """Print a line to standard error."""
    sys.stderr.write(f"{text}\n")


def warn_wrapped(text: str) -> None:
    """Print lines to standard error, wrapped; what follows a dash hangs below itself."""
    from collabnet.reports.layout import wrapped_lines

    sys.stderr.write(wrapped_lines(text, error_width()))


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show that something goes on, on a terminal only."""
    if not sys.stderr.isatty():
        yield
        return
    with Console(stderr=True).status(what):
        yield


def deliver(text: str, output: Path | None) -> None:
    """Print a text, or write it to a file whole or not at all."""
    if output is None:
        sys.stdout.write(text)
        return
    from collabnet.data.files import encoded, write_atomic

    write_atomic(output, encoded(text))
    warn(f"Written: {output}")
