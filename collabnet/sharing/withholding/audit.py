"""What a reader can work out of hidden counts: the lowest and highest each of them can be.

By linear programming over whole numbers (HiGHS through scipy): everything that is printed is a
condition, cells that count the same are one unknown, and a hidden cell is moved as far down and
up as the conditions let it. Bounds of hidden cells as in Willenborg and de Waal (2001), Elements
of Statistical Disclosure Control, chapter 4.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from collabnet.model.errors import CollabnetError
from collabnet.sharing.bands import HIDDEN, SMALLEST, WITHHELD
from collabnet.sharing.withholding.atoms import Placed, components
from collabnet.sharing.withholding.cells import What, words
from collabnet.sharing.withholding.table import PublishedTable

WIDTH = SMALLEST - 2
"""From 1 to 10: no hidden cell may be known more closely."""
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Bound:
    """How closely a reader knows a hidden cell.

    Attributes
    ----------
    title, what, shown : the table, what the cell counts, and what is printed for it
    low, high : the least and the most it can be; high is None where nothing limits it
    """

    title: str
    what: What
    shown: str
    low: int
    high: int | None

    @property
    def is_narrow(self) -> bool:
        """Whether it is known more closely than from 1 to 10."""
        return self.high is not None and self.high - self.low < WIDTH

    @property
    def is_exact(self) -> bool:
        """Whether the reader knows it."""
        return self.low == self.high


def audit(*tables: PublishedTable) -> tuple[Bound, ...]:
    """Work out how closely whoever has all these tables knows each hidden cell.

    The reader knows that a cell of ``<11`` is 1 to 10, that a withheld one may be anything, and
    that what a table doesn't list is none.

    Returns
    -------
    tuple of Bound, one for each hidden cell of each table, in order

    Raises
    ------
    CollabnetError
        If the tables contradict each other, as those before and after a correction do.

    Examples
    --------
    Hiding the small count alone doesn't hide it, since the total stands beside it.

    >>> shown = {(("to", "clinic"),): "<11", (("to", "shelter"),): "14", (): "17"}
    >>> [(one.low, one.high) for one in audit(PublishedTable("Referrals", shown))]
    [(3, 3)]
    """
    found: dict[tuple[int, What], Bound] = {}
    for cells in components(tables):
        hidden = [one for one in cells if one.shown in (HIDDEN, WITHHELD)]
        if not hidden:
            continue
        reader = Reader(cells, tables)
        ranges = reader.ranges([one.atoms for one in hidden])
        for one, (low, high) in zip(hidden, ranges, strict=True):
            title = tables[one.place].title
            found[one.place, one.what] = Bound(title, one.what, one.shown, low, high)
    return tuple(found[one] for one in sorted(found))


class Reader:
    """Somebody who has the tables of one group of cells that have something in common."""

    def __init__(self, cells: Sequence[Placed], tables: Sequence[PublishedTable]) -> None:
        self._cells = [one for one in cells if one.shown != WITHHELD]
        limited = sorted(set[int]().union(*(one.atoms for one in self._cells)))
        self._column = {atom: i for i, atom in enumerate(limited)}
        self._names = {tables[one.place].title for one in cells}
        self._seen = self._first_readings()
        self._told = self._subtracted()

    def ranges(self, groups: Iterable[frozenset[int]]) -> Iterator[tuple[int, int | None]]:
        """Give the least and the most that each sum of pieces can be; None: no limit."""
        for atoms in groups:
            if atoms in self._told:
                yield self._told[atoms], self._told[atoms]
                continue
            form = self._form(atoms)
            high = None if atoms - set(self._column) else self._most(atoms, form)
            yield self._least(atoms, form), high

    def _first_readings(self) -> list[Floats]:
        """What may stand behind the numbers: of one alone its ends, of several anything."""
        if len(self._cells) > 1:
            return [self._solve(np.zeros(len(self._column)))]
        first = np.eye(1, len(self._column))[0]
        return [first * n for one in self._cells for n in _limits(one)]

    def _subtracted(self) -> dict[frozenset[int], int]:
        """What needs no solving: the numbers shown, and one of them taken from another."""
        numbers = {one.atoms: int(one.shown) for one in self._cells if one.shown != HIDDEN}
        return numbers | {
            whole - part: numbers[whole] - numbers[part]
            for whole in numbers
            for part in numbers
            if part < whole
        }

    def _form(self, atoms: frozenset[int]) -> Floats:
        form = np.zeros(len(self._column))
        form[[self._column[one] for one in atoms if one in self._column]] = 1
        return form

    def _least(self, atoms: frozenset[int], form: Floats) -> int:
        """The least; nothing to solve where a reading that was met already is as low as can be."""
        floor = max((_limits(one)[0] for one in self._cells if one.atoms <= atoms), default=0)
        if not form.any():
            return floor
        seen = min(_sum(form, values) for values in self._seen)
        if seen > floor:
            self._seen.append(self._solve(form))
            seen = _sum(form, self._seen[-1])
        return seen

    def _most(self, atoms: frozenset[int], form: Floats) -> int:
        if not form.any():
            return 0
        ceiling = min((_limits(one)[1] for one in self._cells if atoms <= one.atoms), default=None)
        seen = max(_sum(form, values) for values in self._seen)
        if ceiling is None or seen < ceiling:
            self._seen.append(self._solve(-form))
            seen = _sum(form, self._seen[-1])
        return seen

    def _solve(self, cost: Floats) -> Floats:
        from scipy.optimize import Bounds, LinearConstraint, milp

        rows = np.array([self._form(one.atoms) for one in self._cells])
        low, high = zip(*(_limits(one) for one in self._cells), strict=True)
        found = milp(
            cost,
            constraints=LinearConstraint(rows, low, high),
            bounds=Bounds(0, np.inf),
            integrality=np.ones(len(cost)),
        )
        if found.x is None:
            raise CollabnetError(
                f"These tables contradict each other: {', '.join(sorted(self._names))}. An audit "
                "needs tables of the same data; if the data were corrected, leave out the tables "
                "from before."
            )
        values: Floats = np.rint(found.x)
        return values


def _sum(form: Floats, values: Floats) -> int:
    return round(float(form @ values))


def _limits(cell: Placed) -> tuple[int, int]:
    if cell.shown == HIDDEN:
        return 1, SMALLEST - 1
    return int(cell.shown), int(cell.shown)


def bound_words(bound: Bound) -> str:
    """Say how closely a cell is known.

    Examples
    --------
    >>> bound_words(Bound("Pathways", (("to", "clinic"),), "<11", 3, 3))
    'Pathways, to clinic: a reader can tell that it is 3.'
    >>> bound_words(Bound("Pathways", (), "<11", 3, 9))
    'Pathways, all: a reader can tell that it is 3 to 9.'
    """
    said = str(bound.low) if bound.is_exact else f"{bound.low} to {bound.high}"
    return f"{bound.title}, {words(bound.what)}: a reader can tell that it is {said}."
