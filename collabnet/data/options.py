"""Answers to the questions of a check: the settings under ``[reading]``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from collabnet.data.codes import CODES

Answer = str | int | tuple[str, ...]
NAMED = {
    "delimiter": {"comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|"},
    "decimal": {"comma": ",", "point": ".", "dot": ".", ",": ",", ".": "."},
}


@dataclass(frozen=True)
class Option:
    """One setting: its name, what it says, and the values it takes.

    ``takes`` lists the words allowed; or it is "text", "number", "list" or "scale".
    """

    key: str
    meaning: str
    takes: tuple[str, ...] | str

    @property
    def needed(self) -> str:
        """The values it takes, in words."""
        words = {
            "text": "a text",
            "character": "one character such as ; or its name such as tab",
            "number": "a whole number from 1",
            "list": "a list of texts",
            "scale": 'a scale such as "1-5"',
        }
        return words[self.takes] if isinstance(self.takes, str) else " or ".join(self.takes)


def _asked(key: str, meaning: str) -> Option:
    takes = next(code.answers for code in CODES.values() if code.key == key and code.answers)
    return Option(key, meaning, takes)


OPTIONS = {
    option.key: option
    for option in (
        Option("encoding", "the encoding of files that are not UTF-8, such as cp1252", "text"),
        Option("delimiter", "what separates cells: comma, semicolon, tab, pipe or ;", "character"),
        _asked("escape", "whether a backslash stands before a quote inside quotes"),
        Option("header_row", "the row that names the columns", "number"),
        Option("header_rows", "how many rows are headers, counted from header_row", "number"),
        Option("columns", "names of the columns in order, for a file without a header", "list"),
        _asked("second_table", "what to do with rows from a second header on"),
        _asked("total_rows", "what to do with rows that look like totals"),
        _asked("blank_header", "what to do with a column that has data and no name"),
        _asked("decimal", "the decimal mark of numbers that hold a comma"),
        _asked("thousands", "whether a space inside a number separates thousands"),
        _asked("date_order", "whether day or month comes first in dates such as 01/02/2024"),
        _asked("century", "the century of years with two digits"),
        _asked("excel_dates", "the year from which Excel's day numbers count"),
        _asked("zero_strength", "what a tie of strength zero means"),
        _asked("duplicate_ties", "which strength a tie has that several rows give differently"),
        _asked("unknown_actors", "what to do with ids that no roster names"),
        Option("strength_scale", "the scale of strengths; what lies outside is rejected", "scale"),
        Option("missing", "words that stand for an empty cell, such as NA", "list"),
        Option("drop", "columns to leave out", "list"),
        Option("accept", "columns to keep although they look personal", "list"),
    )
}


def parse_answer(option: Option, value: object) -> Answer | None:
    """Read the value of a setting; None when it isn't one that the setting takes.

    Examples
    --------
    >>> parse_answer(OPTIONS["date_order"], "Day first")
    'day-first'
    >>> parse_answer(OPTIONS["header_row"], "3"), parse_answer(OPTIONS["drop"], "notes, reason")
    (3, ('notes', 'reason'))
    """
    if isinstance(value, bool):
        return None
    if option.takes == "list":
        return _list(value)
    if not isinstance(value, str | int):
        return None
    text = str(value)
    if option.key in NAMED and (named := NAMED[option.key].get(text.strip().lower() or text)):
        return named
    if isinstance(option.takes, tuple):
        return next((word for word in option.takes if _plain(word) == _plain(text)), None)
    if option.takes == "number":
        fits = text.isascii() and text.strip().isdigit() and 1 <= int(text[:9]) <= 1_000_000
        return int(text) if fits else None
    if option.takes == "character":
        return text if len(text) == 1 and text not in '"\r\n' else None
    if option.takes == "scale":
        return text if scale(text) else None
    return text or None


def _list(value: object) -> tuple[str, ...] | None:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or not all(isinstance(part, str) for part in parts):
        return None
    return tuple(part.strip() for part in parts)


def _plain(text: str) -> str:
    return re.sub(r"[-_\s]+", " ", text.strip().lower())


def scale(text: str) -> tuple[float, float] | None:
    """Read a scale such as 1-5.

    Examples
    --------
    >>> scale("1-5")
    (1.0, 5.0)
    """
    number = r"\s*(\d{1,9}(?:\.\d{1,9})?)\s*"
    found = re.fullmatch(f"{number}(?:-|to){number}", text)
    if not found or float(found[1]) >= float(found[2]):
        return None
    return float(found[1]), float(found[2])


class Answers:
    """What the user has answered: for all files, or for one (``referrals.date_order``)."""

    def __init__(self, values: Mapping[str, Answer] | None = None) -> None:
        self.values = dict(sorted((values or {}).items()))

    def own(self, table: str, key: str) -> Answer | None:
        """Give the answer meant for this table alone."""
        return self.values.get(f"{table}.{key}")

    def of(self, table: str, key: str) -> Answer | None:
        """Give the answer for this table, else the one for all."""
        own = self.own(table, key)
        return self.values.get(key) if own is None else own

    def text(self, table: str, key: str) -> str:
        """Give the answer as text; empty when there is none."""
        answer = self.of(table, key)
        return "" if answer is None else str(answer)

    def names(self, table: str, key: str) -> tuple[str, ...]:
        """Give the answer as a list; a name may carry the table's: ``referrals.notes``."""
        found = [self.values.get(key), self.own(table, key)]
        every = [name for part in found if isinstance(part, tuple) for name in part]
        return tuple(name.removeprefix(f"{table}.").strip().lower() for name in every)
