"""Cut what several tables count into pieces that no number counts in part.

A cell is then a sum of whole pieces, whatever else overlaps with it: rows and columns, a service
and all of them, a year and its first half. Pieces that a reader knows to be empty are left out.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from collabnet.sharing.withholding.cells import What
from collabnet.sharing.withholding.table import PublishedTable

OTHER = ""
"""Whatever has none of the values that the tables name."""


@dataclass(frozen=True)
class Placed:
    """A cell of one of some tables: ``place`` is the table's, ``atoms`` are its pieces."""

    place: int
    what: What
    shown: str
    atoms: frozenset[int]


Cell = tuple[int, What]
"""A cell by the place of its table and what it counts."""


def components(tables: Sequence[PublishedTable]) -> Iterator[list[Placed]]:
    """Give the cells that have anything in common, group by group, with their pieces.

    Pieces that lie in the same cells are one. Groups come in the order of the tables.
    """
    pieces = Pieces(tables)
    for group in pieces.groups():
        yield pieces.cut(group)


class Pieces:
    """Cuts the cells of some tables into pieces, one group after the other."""

    def __init__(self, tables: Sequence[PublishedTable]) -> None:
        self._tables = tables
        self._groupings: list[tuple[int, tuple[str, ...]]] = []
        for place, table in enumerate(tables):
            names = {tuple(name for name, _ in cell) for cell in table.shown}
            self._groupings += [(place, one) for one in sorted(names)]

    def groups(self) -> Iterator[list[Cell]]:
        """Give the cells that have anything in common, group by group."""
        cells = [(place, cell) for place, table in enumerate(self._tables) for cell in table.shown]
        for group in _joined(cells):
            yield [cells[one] for one in group]

    def cut(self, group: Sequence[Cell], places: Collection[int] | None = None) -> list[Placed]:
        """Give a group's cells with their pieces, as the tables at some places alone cut them."""
        kept = range(len(self._tables)) if places is None else places
        cells = [one for one in group if one[0] in kept]
        return _cut(self._tables, cells, [one for one in self._groupings if one[0] in kept])


def _joined(cells: Sequence[Cell]) -> Iterator[list[int]]:
    """Cells that agree in the dimensions which both have, directly or through others."""
    parent = list(range(len(cells)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    by_names: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, (_, cell) in enumerate(cells):
        by_names[tuple(name for name, _ in cell)].append(index)
    for a in by_names:
        for b in by_names:
            shared = set(a) & set(b)
            first: dict[Hashable, int] = {}
            for index in (*by_names[a], *by_names[b]):
                key = tuple(pair for pair in cells[index][1] if pair[0] in shared)
                parent[root(index)] = root(first.setdefault(key, index))
    found: defaultdict[int, list[int]] = defaultdict(list)
    for index in range(len(cells)):
        found[root(index)].append(index)
    yield from found.values()


def _cut(
    tables: Sequence[PublishedTable],
    cells: Sequence[Cell],
    groupings: Sequence[tuple[int, tuple[str, ...]]],
) -> list[Placed]:
    values: defaultdict[str, set[str]] = defaultdict(set)
    for _, cell in cells:
        for name, value in cell:
            values[name].add(value)
    names = sorted(values)
    met: dict[tuple[int, ...], int] = {}
    atoms: defaultdict[int, set[int]] = defaultdict(set)
    index = {one: i for i, one in enumerate(cells)}
    for span in _spans([tables[place] for place in sorted({place for place, _ in cells})]):
        scopes = [one for one in groupings if _covers(tables[one[0]], span)]
        for chosen in product(*([*sorted(values[name]), OTHER] for name in names)):
            lies_in = _cells_with(tables, scopes, dict(zip(names, chosen, strict=True)), index)
            if lies_in:
                atom = met.setdefault(lies_in, len(met))
                for one in lies_in:
                    atoms[one].add(atom)
    return [
        Placed(place, cell, tables[place].shown[cell], frozenset(atoms[i]))
        for i, (place, cell) in enumerate(cells)
    ]


Span = tuple[int, int] | None


def _spans(tables: Sequence[PublishedTable]) -> Iterator[Span]:
    """The stretches of time between the first and last days of the tables; None: not known."""
    if any(table.days is None for table in tables):
        yield None
    yield from pairwise(sorted({day for table in tables for day in table.days or ()}))


def _covers(table: PublishedTable, span: Span) -> bool:
    if table.days is None or span is None:
        return table.days == span
    return table.days[0] <= span[0] and span[1] <= table.days[1]


def _cells_with(
    tables: Sequence[PublishedTable],
    scopes: Sequence[tuple[int, tuple[str, ...]]],
    piece: dict[str, str],
    index: dict[Cell, int],
) -> tuple[int, ...]:
    """The cells that a piece lies in; none if some table says that there is nothing in it."""
    found = []
    for place, names in scopes:
        table = tables[place]
        if any(piece.get(name, OTHER) != value for name, value in table.only):
            continue
        cell = tuple((name, piece.get(name, OTHER)) for name in names)
        if table.shown.get(cell, "0") == "0":
            return ()
        found.append(index[place, cell])
    return tuple(found)
