"""What every survey platform's file has: responses in rows, questions in columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from collabnet.data.header import is_blank
from collabnet.data.issues import Facts, Ledger, listed, places
from collabnet.data.options import Answers
from collabnet.data.rejects import take_origins
from collabnet.data.rows import fit_rows
from collabnet.data.sources.opened import Grid, Opened
from collabnet.model.specs import TIES

SELF = "self"
"""The word for a question whose rows are no actors: its answers are about the respondent."""
_UNFINISHED = {"false", "0", "no", "incomplete"}


@dataclass(frozen=True)
class Item:
    """One column of answers.

    Attributes
    ----------
    place : its place among the columns
    name : the column's name in the file, such as Q5_1
    question : what the columns of one question share, such as Q5
    text : the wording of the question
    alter : the entry of the roster that it asks about; empty in a question about oneself
    alter_place : the column whose cell names the alter, where the header doesn't
    names_alters : whether its own cells name the alters
    is_joined : whether its cells may name several, separated by commas
    is_repeated : whether it belongs to a form that is filled in once for each alter
    ticks : the values that mean ticked and not ticked, where it is a box to tick
    labels : what the codes in its cells stand for, where the file's dictionary says so
    """

    place: int
    name: str
    question: str
    text: str = ""
    alter: str = ""
    alter_place: int | None = None
    names_alters: bool = False
    is_joined: bool = False
    is_repeated: bool = False
    ticks: tuple[str, str] | None = None
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_about_others(self) -> bool:
        """Whether it asks about an alter, and not about the respondent."""
        return bool(self.alter) or self.alter_place is not None or self.names_alters


@dataclass
class Layout:
    """Where a survey file keeps what.

    Attributes
    ----------
    names : the names of the columns
    first : the position of the first response
    items : the columns of answers
    response, finished, day, wave : the columns that hold these, where there are any
    repeat : the column that names the form of a row that repeats one, where there are such rows
    recipient : the columns of a person's first and last name
    candidates : columns besides the questions that may say who answered, likely ones first
    personal : columns that are never stored: addresses of machines, people and places
    about : columns about the questionnaire, such as the time that it took
    """

    names: Sequence[str]
    first: int
    items: list[Item]
    response: int | None = None
    finished: int | None = None
    day: int | None = None
    wave: int | None = None
    repeat: int | None = None
    recipient: tuple[int, int] | None = None
    candidates: list[int] = field(default_factory=list)
    personal: list[int] = field(default_factory=list)
    about: list[int] = field(default_factory=list)


@dataclass
class Survey:
    """The responses of one sheet: its layout, its cells, and the positions still to be read."""

    layout: Layout
    cells: Sequence[Sequence[str]]
    ledger: Ledger
    rows: list[int]

    def cell(self, at: int, place: int | None) -> str:
        """Give the trimmed text of a cell; empty where there is no such column."""
        return "" if place is None else self.cells[at][place].strip()

    def is_unfinished(self, at: int) -> bool:
        """Whether a response was broken off, where the file says so."""
        return self.cell(at, self.layout.finished).lower() in _UNFINISHED

    def skip(self, code: str, rows: Sequence[int], **facts: object) -> None:
        """Leave responses out as no data, and say so once."""
        if rows:
            told: Facts = {"count": len(rows), **facts}
            self.ledger.skipped.update(rows)
            self.ledger.add(code, rows[0], **told)
            gone = set(rows)
            self.rows = [at for at in self.rows if at not in gone]

    def settle(self) -> None:
        """Keep only the responses that are neither rejected nor skipped."""
        gone = self.ledger.gone
        self.rows = [at for at in self.rows if at not in gone]


def open_grid(grid: Grid, ledger: Ledger) -> Grid:
    """Take a sheet up: where its rows stand, and where those of a file of rejects came from."""
    records = take_origins(grid.records, ledger)
    ledger.rows, ledger.lines = records.rows, records.lines
    return replace(grid, records=records)


def build_survey(grid: Grid, layout: Layout, ledger: Ledger) -> Survey | None:
    """Take the rows of a sheet that are responses; None when there are none.

    Blank lines are skipped, rows that don't fit the header are rejected.
    """
    records, cells = grid.records, grid.records.cells
    ledger.originals = cells
    ledger.headers = [list(record) for record in cells[: layout.first]]
    ledger.n_read = len(cells) - layout.first
    below = range(layout.first, len(cells))
    blank = [at for at in below if is_blank(cells[at])]
    if blank:
        ledger.skipped.update(blank)
        told = places([records.rows[at] for at in blank])
        ledger.add("blank_lines", blank[0], count=len(blank), where=f"between answers, {told}")
    filled = [at for at in below if at not in ledger.skipped]
    if not filled:
        ledger.add("no_data_rows")
        return None
    rows = fit_rows(records, filled, len(layout.names), TIES, ledger)
    if ledger.is_stopped:
        ledger.rejected.update(filled)
        return None
    survey = Survey(layout, cells, ledger, rows)
    _note_left_out(survey)
    return survey


def _note_left_out(survey: Survey) -> None:
    layout, ledger = survey.layout, survey.ledger
    ledger.left_out = set(layout.personal)
    ledger.masked.update(layout.names[place] for place in layout.personal)
    for code, columns in (
        ("survey_personal_left_out", layout.personal),
        ("survey_columns_left_out", layout.about),
    ):
        if columns:
            found = listed([layout.names[place] for place in columns])
            ledger.add(code, count=len(columns), found=found)


def header_rows(grid: Grid, most: int) -> list[list[str]]:
    """Give the first records of a sheet, all as wide as the widest of them."""
    top = [list(record) for record in grid.records.cells[:most]]
    width = max(map(len, top), default=0)
    return [[*record, *[""] * (width - len(record))] for record in top]


def first_row(opened: Opened) -> list[str]:
    """Give the first row of a file's first sheet, trimmed; at most a thousand cells."""
    for grid in opened.grids[:1]:
        for record in grid.records.cells[:1]:
            return [cell.strip().strip("\ufeff") for cell in record[:1000]]
    return []


def pairs(answers: Answers, key: str) -> dict[str, str]:
    """Read an answer that gives each name a meaning: Q5=referral, Q7=trust.

    Examples
    --------
    >>> pairs(Answers({"questions": ("Q5=referral", "Q7=trust")}), "questions")
    {'Q5': 'referral', 'Q7': 'trust'}
    """
    split = [part.rpartition("=") for part in given_list(answers, key) if "=" in part]
    return {name.strip(): value.strip() for name, _, value in split}


def given_list(answers: Answers, key: str) -> list[str]:
    """Give an answer that is a list of texts; empty where there is none."""
    given = answers.of("", key)
    parts = given if isinstance(given, tuple) else str(given or "").split(",")
    return [part.strip() for part in parts if part.strip()]
