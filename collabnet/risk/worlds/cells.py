"""The rows of one link as counts: distinct ends and outcomes, by month."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property

import numpy as np

from collabnet.risk.rows import End, Row
from collabnet.risk.worlds.draws import Bools, Floats, Ints, Months

STAYS, BLANK = -1, -2
"""In place of a person's number: a position or group, and an end that names nobody."""

Entry = tuple[End, End, bool, bool, date | None]
"""The two ends of a row, whether it passes to a successor, whether it is formal, its day."""


class Cells:
    """Rows counted by their two ends and by what becomes of them.

    Attributes
    ----------
    people : ids, in order; ``first`` and ``second`` number them (STAYS and BLANK apart)
    counts : array (cells, months + 1)
    passes, formal : of each cell
    """

    def __init__(self, entries: Iterable[Entry], months: Months) -> None:
        place = months.place
        tally = Counter((a, b, passes, formal, place(on)) for a, b, passes, formal, on in entries)
        kinds = sorted({key[:4] for key in tally})
        row_of = {kind: row for row, kind in enumerate(kinds)}
        self.counts: Floats = np.zeros((len(kinds), months.weights.shape[1]))
        for key, n in tally.items():
            self.counts[row_of[key[:4]], key[4]] = n
        ends = {end for kind in kinds for end in kind[:2]}
        self.people = tuple(sorted(end.id for end in ends if end.kind == "person"))
        number = {person: i for i, person in enumerate(self.people)}
        self.first = _numbers((kind[0] for kind in kinds), number)
        self.second = _numbers((kind[1] for kind in kinds), number)
        self.passes: Bools = np.array([kind[2] for kind in kinds], dtype=bool)
        self.formal: Bools = np.array([kind[3] for kind in kinds], dtype=bool)

    def at(self, place: int) -> Floats:
        """Which person stands at one end of each cell: array (cells, people) of 0 and 1."""
        return self._at[place]

    @cached_property
    def _at(self) -> tuple[Floats, Floats]:
        everybody = np.arange(len(self.people))
        first, second = (
            (ends[:, np.newaxis] == everybody).astype(np.float64)
            for ends in (self.first, self.second)
        )
        return first, second

    def drawn(self, months: Months, draw: np.random.Generator) -> Floats:
        """Draw the count of each cell in each world: rows anew, within months drawn anew."""
        expected = months.weights @ self.counts.T
        return draw.poisson(expected).astype(np.float64)

    @property
    def as_seen(self) -> Floats:
        """The counts of the log as it is: a single world."""
        found: Floats = self.counts.sum(axis=1)[np.newaxis, :]
        return found


def entries_of(rows: Iterable[Row]) -> list[Entry]:
    """Give what of the rows of a pathway counts."""
    return [
        (row.sender, row.receiver, row.basis.passes == "yes", row.basis.form == "formal", row.on)
        for row in rows
    ]


def _numbers(ends: Iterable[End], number: dict[str, int]) -> Ints:
    apart = {"unknown": BLANK, "person": 0}
    return np.array(
        [number[e.id] if e.kind == "person" else apart.get(e.kind, STAYS) for e in ends], dtype=int
    )
