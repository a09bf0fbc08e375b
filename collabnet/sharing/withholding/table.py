"""A table of counts as it is printed: what each number counts, and what stands in its cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from collabnet.model.errors import CollabnetError
from collabnet.sharing.bands import HIDDEN, SMALLEST, WITHHELD
from collabnet.sharing.withholding.cells import What, what, words


@dataclass(frozen=True)
class PublishedTable:
    """Counts as they are printed for somebody outside; nothing hidden is kept in it.

    Of each grouping (the dimensions that its cells have) all that isn't zero is listed.

    Attributes
    ----------
    title : what the table is called
    shown : what each number counts, and its text: "0", "<11", "withheld", or a count from 11 on
    only : what the table is limited to, such as one service; every cell has it
    start, end : first and last day counted, as YYYY-MM-DD; "" where they aren't known

    Raises
    ------
    CollabnetError
        If a text is another, a cell lacks what the table is limited to, or a day can't be read.

    Examples
    --------
    >>> table = PublishedTable("Pathways", {(("from", "court"), ("to", "clinic")): "48"})
    >>> PublishedTable.from_dict(table.to_dict()) == table
    True
    """

    title: str
    shown: Mapping[What, str]
    only: What = ()
    start: str = ""
    end: str = ""

    def __post_init__(self) -> None:
        """Check what is said to be printed."""
        for cell, text in self.shown.items():
            if not (text in ("0", HIDDEN, WITHHELD) or (_is_count(text) and int(text) >= SMALLEST)):
                raise CollabnetError(
                    f"A count that is passed on is 0, {HIDDEN}, {WITHHELD}, or {SMALLEST} or more; "
                    f"in {self.title!r} {text!r} stands for {words(cell)}. Use withhold()."
                )
            if not set(self.only) <= set(cell):
                raise CollabnetError(
                    f"The table {self.title!r} is limited to {words(self.only)}, so each of its "
                    f"cells must say so; got {words(cell)}."
                )
        if self.start or self.end:
            self._days()

    @property
    def days(self) -> tuple[int, int] | None:
        """The first day counted and the day after the last, as numbers; None if not known."""
        return self._days() if self.start else None

    @property
    def when(self) -> str:
        """The days in words, to put behind what is counted; "" where they aren't known."""
        return f" ({self.start} to {self.end})" if self.start else ""

    def within(self, other: "PublishedTable") -> bool:
        """Whether all its days are days of the other; not where those of one aren't known."""
        if self.days is None or other.days is None:
            return self.days == other.days
        return other.days[0] <= self.days[0] and self.days[1] <= other.days[1]

    def _days(self) -> tuple[int, int]:
        try:
            start, end = (date.fromisoformat(day).toordinal() for day in (self.start, self.end))
        except ValueError:
            start, end = 1, 0
        if end < start:
            raise CollabnetError(
                f"The table {self.title!r} needs a first and a last day as YYYY-MM-DD, the last "
                f"not before the first; got {self.start!r} to {self.end!r}."
            )
        return start, end + 1

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON, in an order of their own."""
        return {
            "title": self.title,
            "start": self.start,
            "end": self.end,
            "only": dict(self.only),
            "cells": [
                {"counts": dict(cell), "shown": text} for cell, text in sorted(self.shown.items())
            ],
        }

    @classmethod
    def from_dict(cls, given: Mapping[str, Any]) -> "PublishedTable":
        """Read a table back.

        Raises
        ------
        CollabnetError
            If it isn't one.
        """
        try:
            return cls(
                title=str(given["title"]),
                shown={what(one["counts"]): str(one["shown"]) for one in given["cells"]},
                only=what(given["only"]),
                start=str(given["start"]),
                end=str(given["end"]),
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise CollabnetError(
                "A published table needs title, start, end, only and cells, each with counts and "
                f"shown; got {str(given)[:80]}. Restore the log from a copy."
            ) from error


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit()
