"""A log in work: its records as they stand, and what each of their cells was before."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from collabnet.data.issues import Facts, Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Draft

MOST_SHOWN = 8
AS_WRITTEN = "_as_written"
"""Ends the name of a column that keeps what stood in a cell before it was read."""
Hit = tuple[int, str]
"""A cell that a rule is about: the position of its record, and its text."""


@dataclass
class Entry:
    """One row of the log; ``was`` keeps the cells that were changed, by their column."""

    at: int
    cells: list[str]
    was: dict[int, str] = field(default_factory=dict)

    def copy(self) -> "Entry":
        """Give the same row once more, of the same record."""
        return Entry(self.at, list(self.cells), dict(self.was))


Change = Callable[[Entry, int], None]


class Log:
    """The rows of a log while its cells are tidied; made from a draft and given back as one."""

    def __init__(self, draft: Draft, answers: Answers) -> None:
        self.table = draft.table
        self.names = list(draft.names)
        self.ledger: Ledger = draft.ledger
        self.answers = answers
        self.entries = [
            Entry(at, list(cells)) for at, cells in zip(draft.at, draft.cells, strict=True)
        ]
        self._draft = draft
        self._places = {name: place for place, name in reversed(list(enumerate(self.names)))}

    def place(self, name: str) -> int | None:
        """The place of a column; None when the log doesn't have it."""
        return self._places.get(name)

    def columns(self, *names: str) -> Iterator[tuple[str, int]]:
        """Those of the columns that the log has, each with its place."""
        return ((name, self._places[name]) for name in names if name in self._places)

    def cell(self, entry: Entry, name: str) -> str:
        """The trimmed text of a cell; empty when there is no such column."""
        place = self._places.get(name)
        return "" if place is None else entry.cells[place].strip()

    def put(self, entry: Entry, place: int, text: str) -> None:
        """Change a cell, and keep what it was.

        The ledger is told what the cell means, since a row that is kept aside leaves the rows
        that said so.
        """
        entry.was.setdefault(place, entry.cells[place])
        entry.cells[place] = text
        if place < len(self._draft.places):
            self.ledger.completed[entry.at, self._draft.places[place]] = text

    def add_column(self, name: str, by_entry: Callable[[Entry], str]) -> None:
        """Add a column at the end."""
        self._places.setdefault(name, len(self.names))
        self.names.append(name)
        for entry in self.entries:
            entry.cells.append(by_entry(entry))

    def answer(self, key: str) -> str:
        """What the user answered; empty when nothing."""
        return self.answers.text(self.table, key)

    def tell(self, code: str, column: str, hits: Sequence[Hit], **facts: object) -> None:
        """Write a problem down once for the cells of a column that have it; not when none has.

        Cells are counted as the file has them: rows of one record that became two count once.
        """
        if not hits:
            return
        texts = [f"'{shown(text)}'" for text in dict.fromkeys(text for _, text in hits)]
        rest = len(texts) - MOST_SHOWN
        found = listed([*texts[:MOST_SHOWN], f"{rest} more"] if rest > 0 else texts)
        told: Facts = {"count": len({at for at, _ in hits}), "found": found, **facts}
        self.ledger.add(code, hits[0][0], column=column, value=hits[0][1], **told)

    def repeat(self, times: Callable[[Entry], int], change: Change | None = None) -> None:
        """Write rows down several times; further ones get an id of their own.

        ``change`` is called with each row that results and its number among its record's, from 0.
        """
        place = self._places.get("referral_id")
        taken = {entry.cells[place] for entry in self.entries} if place is not None else set()
        entries = []
        for entry in self.entries:
            copies = [entry, *(entry.copy() for _ in range(times(entry) - 1))]
            for number, one in enumerate(copies):
                if number and place is not None and one.cells[place].strip():
                    one.cells[place] = _free(one.cells[place].strip(), number + 1, taken)
                if change:
                    change(one, number)
            entries += copies
        self.entries = entries

    def draft(self) -> Draft:
        """Give the log back, with a column beside each that was changed for what was written."""
        changed = sorted({place for entry in self.entries for place in entry.was})
        for place in changed:
            name = f"{self.names[place]}{AS_WRITTEN}"
            if name not in self._places:
                self.add_column(name, partial(_was, place))
        draft = Draft(self.table, tuple(self.names), self.ledger, places=self._draft.places)
        draft.has_youths_counted = self._draft.has_youths_counted
        for entry in self.entries:
            draft.add(entry.at, *entry.cells)
        return draft


def _was(place: int, entry: Entry) -> str:
    return entry.was.get(place, "")


def _free(name: str, number: int, taken: set[str]) -> str:
    """An id for a further row of a record: the record's with the first free number."""
    while f"{name}-{number}" in taken:
        number += 1
    taken.add(f"{name}-{number}")
    return f"{name}-{number}"
