"""A table with what its columns say, and in which unit."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

Value = str | float | date | None
TEXT, DAY = "text", "day"
_NUMBER = re.compile(r"-?\d{1,3}(,\d{3})+|-?\d+(\.\d+)?")
_PERCENT = re.compile(r"(-?\d+(?:\.\d+)?) %")
_NOTHING = ("", "–")


@dataclass(frozen=True)
class Column:
    """A column: its name, what it says, and its unit ("text", "day", "referrals", ...)."""

    name: str
    says: str
    unit: str = TEXT

    def value(self, cell: object) -> Value:
        """Give a cell as what it is: a number, a day or a text; None where nothing is known.

        What isn't one number stays a text, such as a range or a count that is hidden.

        Examples
        --------
        >>> count = Column("Referrals", "Referrals in the log.", "referrals")
        >>> count.value("1,204"), count.value("<11"), count.value("–")
        (1204.0, '<11', None)
        >>> Column("Share", "Of all.", "per cent").value("44 %")
        44.0
        """
        if cell is None or cell != cell or str(cell) in _NOTHING:
            return None
        text = str(cell)
        if self.unit == TEXT:
            return text
        if self.unit == DAY:
            return date.fromisoformat(text)
        if percent := _PERCENT.fullmatch(text):
            return float(percent[1])
        return float(text.replace(",", "")) if _NUMBER.fullmatch(text) else text


@dataclass(frozen=True)
class Table:
    """One table.

    Attributes
    ----------
    name : short, of small letters: the name of its sheet and its file
    title, says : its heading, and what a row is, in a sentence
    cells : the rows in words, as a page shows them
    """

    name: str
    title: str
    says: str
    columns: tuple[Column, ...]
    cells: tuple[tuple[str, ...], ...]

    @property
    def typed(self) -> list[list[Value]]:
        """The rows with numbers as numbers and days as days."""
        return [
            [column.value(cell) for column, cell in zip(self.columns, row, strict=True)]
            for row in self.cells
        ]


def table(
    name: str,
    title: str,
    says: str,
    columns: Mapping[str, tuple[str, str]],
    rows: Iterable[Sequence[object]],
) -> Table:
    """Make a table; ``columns`` maps names to what they say and their unit.

    Examples
    --------
    >>> columns = {"Agency": ("Its name.", "text"), "Places": ("Stated places.", "places")}
    >>> table("places", "Places", "A row is an agency.", columns, [("Court", 3)]).typed
    [['Court', 3.0]]
    """
    made = tuple(Column(name, *words) for name, words in columns.items())
    cells = tuple(tuple(_words(cell) for cell in row) for row in rows)
    return Table(name, title, says, made, cells)


def of_frame(
    frame: pd.DataFrame, name: str, title: str, says: str, columns: Mapping[str, tuple[str, str]]
) -> Table:
    """Make a table of those columns of a frame that are described, in the frame's order."""
    named = [one for one in frame.columns if one != "id"]
    described = {one: columns[one] for one in named}
    return table(name, title, says, described, frame[named].to_numpy().tolist())


def _words(cell: object) -> str:
    if cell is None or cell != cell:
        return ""
    return f"{cell:g}" if isinstance(cell, float) else str(cell)
