"""Collect the problems of a file, and which of its rows they leave out."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from collabnet.data.codes import CODES, REFUSING
from collabnet.model.coalition import PROBLEM_COLUMNS

NOT_SHOWN = "(not shown)"
NOTHING_TO_DO = "Nothing to do."
LONGEST_SHOWN = 60
Facts = dict[str, Any]
"""What a problem's message is filled with, by the names of :meth:`Ledger.add`."""


@dataclass(frozen=True)
class Problem:
    """One problem: where it is, what rule it breaks, and what to do."""

    file: str
    sheet: str
    row: int | None
    line: int | None
    column: str
    code: str
    level: str
    value: str
    message: str
    remedy: str
    key: str = ""
    answers: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where it is: file, sheet, row as in the sheet, line as in the file, column."""
        parts = [self.file]
        if self.sheet:
            parts.append(f"sheet {shown(self.sheet)}")
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.line is not None and self.line != self.row:
            parts.append(f"line {self.line}")
        if self.column:
            parts.append(f"column {shown(self.column)}")
        return ", ".join(parts)

    def __str__(self) -> str:
        remedy = "" if self.remedy == NOTHING_TO_DO else f" {self.remedy}"
        return f"{self.place}: {self.message}{remedy} [{self.code}]"


class Count(int):
    """A number that a message writes with its noun: ``{count:row|rows}``."""

    def __format__(self, spec: str) -> str:
        one, bar, many = spec.partition("|")
        return counted(int(self), one, many) if bar else int.__format__(self, spec)


class Ledger:
    """The problems of one file, and the rows that they leave out.

    Rows are spoken of by their position among the records of the file; ``rows`` and ``lines``
    tell where a person finds them. Values of ``masked`` columns are never written down.

    Attributes
    ----------
    rejected, skipped : positions of the rows that were refused, or left out as no data
    n_read : how many positions hold data, where a reader of another program's file says so
    originals : the cells of each position as the file has them, for the file of rejects
    """

    def __init__(self, file: str, sheet: str = "") -> None:
        self.file = file
        self.sheet = sheet
        self.n_read = 0
        self.originals: Sequence[Sequence[str]] = ()
        self.rows: Sequence[int] = ()
        self.lines: Sequence[int] = ()
        self.rejected: set[int] = set()
        self.skipped: set[int] = set()
        self.masked: set[str] = set()
        self.problems: list[Problem] = []

    def add(
        self,
        code: str,
        at: int | None = None,
        *,
        column: str = "",
        value: str = "",
        line: int | None = None,
        answers: tuple[str, ...] = (),
        **facts: object,
    ) -> None:
        """Write a problem down; one of level ROW leaves its row out."""
        kind = CODES[code]
        row = None
        if at is not None:
            row, line = self.rows[at], self.lines[at]
            if kind.level == "ROW":
                self.rejected.add(at)
        secret = column in self.masked and value != ""
        told: Facts = {
            "file": self.file,
            "column": shown(column),
            "row": row,
            "line": line,
            **facts,
        }
        if "count" in told:
            told["count"] = Count(told["count"])
        told["value"] = "the value" if secret else f"'{shown(value)}'"
        answered = type(kind)(
            kind.name, kind.level, "", "", kind.remedy.format_map(told), kind.key, kind.answers
        )
        self.problems.append(
            Problem(
                self.file,
                self.sheet,
                row,
                line,
                column,
                code,
                kind.level,
                NOT_SHOWN if secret else shown(value),
                kind.message.format_map(told),
                answered.advice(answers),
                kind.key if kind.level == "ASK" else "",
                answers or kind.answers,
            )
        )

    @property
    def is_refused(self) -> bool:
        """Whether something has to be answered or corrected before the file can be read."""
        return any(problem.level in REFUSING for problem in self.problems)

    @property
    def is_stopped(self) -> bool:
        """Whether the file can't be this table at all."""
        return any(problem.level == "STOP" for problem in self.problems)

    @property
    def gone(self) -> set[int]:
        """Positions of the rows that are not in the table."""
        return self.rejected | self.skipped


def to_frame(problems: Iterable[Problem]) -> pd.DataFrame:
    """Give problems as a table; row and line are ``<NA>`` where none is meant."""
    rows = [[getattr(one, name) for name in PROBLEM_COLUMNS] for one in problems]
    frame = pd.DataFrame(rows, columns=list(PROBLEM_COLUMNS))
    text = [name for name in PROBLEM_COLUMNS if name not in ("row", "line")]
    return frame.astype(dict.fromkeys(text, "str") | {"row": "Int64", "line": "Int64"})


def shown(value: str) -> str:
    r"""Write a value so that it can be seen: cut short, what is invisible as a code.

    Examples
    --------
    >>> print(shown("Ann\u202e\x00"))
    Ann\u202e\x00
    """
    cut = value if len(value) <= LONGEST_SHOWN else value[: LONGEST_SHOWN - 1] + "…"
    return "".join(c if is_visible(c) else ascii(c)[1:-1] for c in cut)


def is_visible(character: str) -> bool:
    """Tell whether a character leaves a trace on paper; the plain space counts as one."""
    return character == " " or unicodedata.category(character)[0] not in "CZ"


def listed(words: Sequence[str], word: str = "and") -> str:
    """Join words as a sentence does: a, b and c.

    Examples
    --------
    >>> listed(["a", "b", "c"], "or")
    'a, b or c'
    """
    if len(words) < 2:
        return "".join(words) or "none"
    return f"{', '.join(words[:-1])} {word} {words[-1]}"


def places(numbers: Sequence[int], most: int = 5) -> str:
    """Name rows briefly: the first few, then how many more.

    Examples
    --------
    >>> places([4, 7]), places(range(1, 9))
    ('rows 4 and 7', 'rows 1, 2, 3, 4, 5 and 3 more')
    """
    if len(numbers) == 1:
        return f"row {numbers[0]}"
    few = [str(number) for number in numbers[:most]]
    rest = len(numbers) - len(few)
    return f"rows {listed([*few, f'{rest} more'] if rest else few)}"


def counted(n: int, one: str, many: str = "") -> str:
    """Say how many, in the singular or the plural.

    Examples
    --------
    >>> counted(1, "agreement is", "agreements are"), counted(3, "row")
    ('1 agreement is', '3 rows')
    """
    return f"{n} {one if n == 1 else many or one + 's'}"
