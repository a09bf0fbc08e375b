"""Read the files of an import: what each is, its tables, its questions."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from collabnet.data.importing.correcting import Corrections, corrected
from collabnet.data.issues import Ledger, Problem, listed
from collabnet.data.options import Answers
from collabnet.data.readers.programs import PROGRAMS
from collabnet.data.readers.table import TABLE
from collabnet.data.sources.grids import refuse_faults
from collabnet.data.sources.open import open_source
from collabnet.data.sources.opened import Draft, Ledgers, Opened, Program
from collabnet.data.sources.query import open_query
from collabnet.data.table import Table, read_draft

SURE = 0.5
"""From here on a program counts as recognised."""
_IN_RECIPE = "in the recipe"


@dataclass(frozen=True)
class Query:
    """What a query of a database gives, in the place of a file; ``address`` may hold a secret."""

    address: str
    query: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What it is called in problems, recipes and files: never the address itself."""
        database = re.split(r"[/\\?]", self.address.partition("?")[0])[-1]
        return f"query of {database or 'a database'}"


Given = Path | Query
"""What is to be read: a file, or a query."""


@dataclass
class Source:
    """One file of an import, as far as it was understood.

    Attributes
    ----------
    given : where it is
    ledgers : its problems and counts, sheet by sheet
    program : what wrote it; None when that isn't known
    drafts, tables : what was translated, before and after the check of its values
    """

    given: Given
    answers: Answers
    ledgers: Ledgers
    opened: Opened | None = None
    program: Program | None = None
    drafts: list[Draft] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    @property
    def problems(self) -> list[Problem]:
        """Every problem of the file, sheet by sheet and row by row."""
        return [
            problem
            for ledger in self.ledgers.all
            for problem in sorted(ledger.problems, key=lambda one: (one.row or 0, one.line or 0))
        ]

    @property
    def rejected(self) -> int:
        """How many rows can't be used."""
        return sum(len(ledger.rejected - ledger.skipped) for ledger in self.ledgers.all)

    @property
    def whole(self) -> Ledger:
        """The ledger of the file as a whole."""
        return self.ledgers.of()


def read_sources(
    paths: Iterable[Given],
    answers_for: Callable[[str], Answers],
    today: date,
    known: frozenset[str] = frozenset(),
    corrections: Mapping[str, Corrections] | None = None,
) -> list[Source]:
    """Read files as far as they can be read; what is to be asked is in their ledgers.

    ``answers_for`` gives the answers for a file by its name, ``known`` are ids and names that
    the coalition's rosters have, ``corrections`` rows that were corrected by hand. Files of one
    export that belong together are read together. The same call with more answers reads on.
    """
    by_hand = corrections or {}
    sources = [
        _open(path, answers_for(path.name), known, by_hand.get(path.name, {})) for path in paths
    ]
    for program, group in _groups(sources):
        if program.read_together is not None and len(group) > 1:
            opened = [(one.opened, one.ledgers) for one in group if one.opened is not None]
            # What was answered for one file of an export holds where all are one whole.
            shared = {key: answer for one in group for key, answer in one.answers.values.items()}
            drafts = program.read_together(opened, Answers(shared))
            for one in group:
                ours = set(map(id, one.ledgers.all))
                one.drafts = [draft for draft in drafts if id(draft.ledger) in ours]
        else:
            for one in group:
                if one.opened is not None:
                    one.drafts = program.read(one.opened, one.ledgers, one.answers)
    for one in sources:
        if one.opened is not None:
            refuse_faults(one.opened, one.ledgers, one.drafts)
        one.tables = [read_draft(draft, one.answers, today) for draft in one.drafts]
        for table in one.tables:
            # A record that one table refuses is not used for another either.
            table.settle()
    _refuse_losses(sources)
    return sources


def _refuse_losses(sources: Sequence[Source]) -> None:
    """Refuse files of which a record is neither in a table nor left out with a reason.

    No reader may lose one; should one do so, nothing is imported and the file is named.
    """
    if any(ledger.is_refused for one in sources for ledger in one.ledgers.all):
        return
    for one in sources:
        for ledger in one.ledgers.all:
            found = set(ledger.gone)
            for table in one.tables:
                if table.ledger is ledger:
                    found.update(table.kept["at"])
            if lost := max(ledger.n_read - len(found), 0):
                ledger.add("rows_unaccounted", count=lost, read=ledger.n_read)


def _open(
    given: Given, answers: Answers, known: frozenset[str], corrections: Corrections
) -> Source:
    ledgers = Ledgers(given.name, answered_in=_IN_RECIPE, known=known, answers=answers)
    source = Source(given, answers, ledgers)
    if isinstance(given, Query):
        source.opened = open_query(given.address, given.query, ledgers, given.parameters)
    else:
        source.opened = open_source(given, ledgers, answers)
    if source.opened is not None:
        source.opened = corrected(source.opened, corrections, ledgers)
        source.program = choose_program(source.opened, source.whole, answers)
    return source


def choose_program(opened: Opened, ledger: Ledger, answers: Answers) -> Program | None:
    """Recognise what wrote a file; ask when two programs are as likely."""
    programs = {program.name: program for program in (*PROGRAMS, TABLE)}
    if given := answers.text("", "program"):
        if given in programs:
            return programs[given]
        needed = f"one of {listed(sorted(programs), 'or')}"
        ledger.add("wrong_setting", column="program", value=given, name="program", needed=needed)
        return None
    said = {key.rpartition(".")[2] for key, value in answers.values.items() if value}
    if opened.grids and said & {"map", "fill", "table"}:
        return TABLE
    scores = {name: program.recognise(opened) for name, program in programs.items()}
    best = max(scores.values())
    likely = [name for name, score in scores.items() if score == best]
    if best >= SURE and len(likely) > 1:
        found = listed([programs[name].title for name in likely], "or")
        ledger.add("program_unclear", found=found, answers=tuple(likely))
    if best >= SURE or opened.grids:
        return programs[likely[0]]
    known = listed([program.title for program in programs.values()])
    ledger.add("not_recognised", found=known)
    return None


def _groups(sources: Sequence[Source]) -> list[tuple[Program, list[Source]]]:
    found: dict[str, tuple[Program, list[Source]]] = {}
    for one in sources:
        if one.program is not None:
            found.setdefault(one.program.name, (one.program, []))[1].append(one)
    return list(found.values())
