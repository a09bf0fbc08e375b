"""Put text on a terminal: wrapped by what a character takes in width, in columns, as a table."""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.cells import cell_len

GAP = "  "
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def visible(text: str) -> str:
    r"""Make a text harmless on a terminal: one line, nothing that moves or colours what follows.

    Examples
    --------
    >>> print(visible("Ann\x1b[31m\n(court)"))
    Ann\x1b[31m (court)
    """
    line = " ".join(text.split("\n"))
    hidden = (c for c in set(line) if unicodedata.category(c) in ("Cc", "Cs") or c in _TURNING)
    return line.translate({ord(c): " " if c == "\t" else ascii(c)[1:-1] for c in hidden})


def wrap(text: str, width: int | None, first: str = "", rest: str | None = None) -> list[str]:
    """Break a text into lines of at most ``width`` cells; None breaks nothing.

    ``first`` stands before the first line, ``rest`` (else as many blanks) before the others. A
    word longer than a line stays whole: an address can be copied.

    Examples
    --------
    >>> wrap("three officers carry it", 14, "- ")
    ['- three', '  officers', '  carry it']
    """
    rest = " " * cell_len(first) if rest is None else rest
    if width is None:
        return [first + visible(text)]
    lines, line = [], first
    is_empty = True
    for word in visible(text).split():
        if not is_empty and cell_len(line) + 1 + cell_len(word) > width:
            lines.append(line)
            line, is_empty = rest, True
        line += word if is_empty else f" {word}"
        is_empty = False
    return [*lines, line]


def pad(text: str, width: int) -> str:
    """Fill a text with blanks to a width in cells."""
    return text + " " * (width - cell_len(text))


def table(rows: Sequence[Sequence[str]], width: int | None) -> list[str]:
    r"""Set rows in columns, the first row as the heading; long cells wrap in their column.

    Examples
    --------
    >>> print("\n".join(table([("", "Site A"), ("Referrals", "149")], 40)))
               Site A
    Referrals  149
    """
    widths = _widths(rows, width)
    lines: list[str] = []
    for row in rows:
        cells = [wrap(cell, at) for cell, at in zip(row, widths, strict=True)]
        for parts in zip_longest(*cells, fillvalue=""):
            padded = (pad(part, at) for part, at in zip(parts, widths, strict=True))
            lines.append(GAP.join(padded).rstrip())
    return lines


def _widths(rows: Sequence[Sequence[str]], width: int | None) -> list[int]:
    """As wide as the cells are; the widest columns give way until all fit."""
    widths = [max(cell_len(visible(cell)) for cell in column) for column in zip(*rows, strict=True)]
    room = None if width is None else width - len(GAP) * (len(widths) - 1)
    while room is not None and sum(widths) > room and max(widths) > 8:
        widths[widths.index(max(widths))] -= 1
    return widths


def joined(blocks: Iterable[Sequence[str]]) -> str:
    """Join blocks of lines with an empty line between them."""
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def wrapped_lines(text: str, width: int | None) -> str:
    r"""Wrap a text line by line; what follows a dash or blanks hangs below itself.

    Examples
    --------
    >>> print(wrapped_lines("Files\n- agencies.csv: 13 rows", 20), end="")
    Files
    - agencies.csv: 13
      rows
    """
    lines = []
    for line in text.splitlines():
        bare = line.lstrip(" -")
        first = line[: len(line) - len(bare)]
        lines += wrap(bare, width, first) if bare else [""]
    return "\n".join(lines) + "\n"
