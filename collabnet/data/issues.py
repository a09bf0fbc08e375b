"""Collect the problems of a file, and which of its rows they leave out."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from collabnet.data.codes import CODES, REFUSING
from collabnet.model.coalition import PROBLEM_COLUMNS

if TYPE_CHECKING:
    from collabnet.data.importing.roles import Role

NOT_SHOWN = "(not shown)"
NOTHING_TO_DO = "Nothing to do."
LONGEST_SHOWN = 60
_PER_SHEET = ("header_row", "header_rows", "columns", "map", "table")
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
    reasons : the first problem for which a row was refused
    n_read : how many positions hold data, where a reader of another program's file says so
    originals : the cells of each position as the file has them, for the file of rejects
    headers : the rows that name the columns, where these are not the one above the data
    completed : what cells mean that say so only beside other rows, such as "same"
    left_out : places of the columns whose cells may not be written down
    origins : file and sheet of the positions that come back from a file of rejects
    orders : by column of days whether the day or the month comes first, where the sheet itself
        says so
    roles : what each column was taken for, where a column map says so
    answered_in : where else than on the command line an answer can be given
    """

    def __init__(self, file: str, sheet: str = "") -> None:
        self.file = file
        self.sheet = sheet
        self.n_read = 0
        self.originals: Sequence[Sequence[str]] = ()
        self.headers: Sequence[Sequence[str]] = ()
        self.completed: dict[tuple[int, int], str] = {}
        self.left_out: set[int] = set()
        self.origins: dict[int, tuple[str, str]] = {}
        self.orders: dict[str, str] = {}
        self.roles: Sequence[Role] = ()
        self.answered_in = "under [reading] in coalition.toml"
        self.rows: Sequence[int] = ()
        self.lines: Sequence[int] = ()
        self.rejected: set[int] = set()
        self.skipped: set[int] = set()
        self.reasons: dict[int, Problem] = {}
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
        proposal: tuple[str, ...] = (),
        **facts: object,
    ) -> None:
        """Write a problem down; one of level ROW leaves its row out.

        ``answers`` are the choices of a question, ``proposal`` the one likely answer of a list.
        """
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
            **{
                name: _seen(fact) if isinstance(fact, str) else fact for name, fact in facts.items()
            },
        }
        if "count" in told:
            told["count"] = Count(told["count"])
        told["value"] = "the value" if secret else f"'{shown(value)}'"
        # Of several sheets each has columns of its own: the answer is for this one.
        alone = self.sheet and kind.key in _PER_SHEET
        key = f"{self.sheet}.{kind.key}" if alone else kind.key
        remedy = kind.remedy.format_map(told)
        answered = type(kind)(kind.name, kind.level, "", "", remedy, key, kind.answers)
        problem = Problem(
            self.file,
            self.sheet,
            row,
            line,
            column,
            code,
            kind.level,
            NOT_SHOWN if secret else shown(value),
            kind.message.format_map(told),
            _seen(answered.advice(answers, self.answered_in)),
            key if kind.level == "ASK" else "",
            proposal or answers or kind.answers,
        )
        self.problems.append(problem)
        if at is not None and kind.level == "ROW":
            self.reasons.setdefault(at, problem)

    def take(self, problem: Problem, at: int) -> None:
        """Take over a problem that a row of this file has elsewhere, and leave the row out."""
        self.rejected.add(at)
        place: Facts = {"row": self.rows[at], "line": self.lines[at]}
        self.problems.append(replace(problem, file=self.file, sheet=self.sheet, **place))
        self.reasons.setdefault(at, self.problems[-1])

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
    return _seen(cut)


def _seen(text: str) -> str:
    return "".join(c if is_visible(c) else ascii(c)[1:-1] for c in text)


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
