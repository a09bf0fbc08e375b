"""The rows of a list of ties, however its cells are separated."""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from collabnet.data.networks.pajek_lines import words_of
from collabnet.data.records import Records, split_records
from collabnet.data.sources.opened import Opened

_COMMENT = ("#", "%")
_SIGNS = ("\t", ",", ";", "|")
_TAIL = re.compile(r"\{[^{}]{0,1000}\}\s*$")


@dataclass(frozen=True)
class Row:
    """A row that is not blank: trimmed cells, line, row in a sheet, and what is wrong with it.

    ``at`` is the position of its record, where the file was opened as records; ``spaced`` is a
    cell that had spaces around it, and ``n_spaced`` how many had.
    """

    cells: list[str]
    line: int
    row: int
    flaw: str = ""
    at: int | None = None
    spaced: str = ""
    n_spaced: int = 0


def stop_code(opened: Opened) -> tuple[str, int] | None:
    """Give the code and the line of what keeps a file from being read at all."""
    records = _records(opened)
    if records is not None and records.unclosed is not None:
        return "unclosed_quote", records.unclosed
    return None


def rows_of(opened: Opened) -> Iterator[Row]:
    """Give the rows of the first sheet, or of the lines of a text; comments are left out."""
    records = _records(opened)
    if records is None:
        yield from _lines(opened.text)
        return
    if records.unclosed is not None:
        return
    is_opened = any(grid.records is records for grid in opened.grids)
    for at, cells in enumerate(records.cells):
        told = [cell.strip() for cell in cells]
        if any(told) and not told[0].startswith(_COMMENT):
            flaw = records.flaws.get(at, "")
            place = at if is_opened else None
            spaced = [cell for cell, bare in zip(cells, told, strict=True) if cell != bare and bare]
            yield Row(
                told,
                records.lines[at],
                records.rows[at],
                flaw,
                place,
                spaced[0] if spaced else "",
                len(spaced),
            )


def _records(opened: Opened) -> Records | None:
    """The records of a file whose cells a sign separates; None where spaces do."""
    grid = next((grid for grid in opened.grids if not grid.is_hidden), None)
    if grid is not None:
        some = [cells for cells in islice(grid.records.cells, 50) if any(cells)]
        if any(len(cells) > 1 for cells in some) or not opened.text:
            return grid.records
    sign = _sign(opened.text)
    return split_records(opened.text, sign) if sign else None


def _sign(text: str) -> str:
    """The sign that every one of the first lines has; empty where spaces separate cells."""
    found = (one[0] for one in re.finditer(r"[^\r\n]+", text[:200_000]))
    told = (line for line in found if line.strip() and not line.lstrip().startswith(_COMMENT))
    lines = list(islice(told, 50))
    bare = [re.sub(r'"[^"]*"|\{[^{}]*\}', "", line) for line in lines]
    return next((sign for sign in _SIGNS if bare and all(sign in line for line in bare)), "")


def _lines(text: str) -> Iterator[Row]:
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text.removeprefix("\ufeff")), 1):
        told = line.strip()
        if told and not told.startswith(_COMMENT):
            yield Row(_words(told), number, number)


def _words(line: str) -> list[str]:
    """The words of a line; NetworkX writes the attributes of a tie as a dict behind them."""
    tail = _TAIL.search(line) if line.endswith("}") else None
    if not tail:
        return [word.text for word in words_of(line)]
    words = [word.text for word in words_of(line[: tail.start()])]
    return [*words, *_values(tail[0])]


def _values(text: str) -> Sequence[str]:
    try:
        values = ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return [text]
    if not values:
        return []
    is_weight = isinstance(values, dict) and list(values) in (["weight"], ["strength"])
    return [str(next(iter(values.values())))] if is_weight else [text]
