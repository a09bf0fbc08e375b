"""The fewest people who, by leaving, stop every single row between two agencies."""

from collections import deque
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import islice, product
from typing import TypeAlias

from collabnet.engine.cuts.minimum import CAP, NO_CUT, Cuts, VertexCutGraph

_Rows: TypeAlias = frozenset[tuple[int, int]]


def direct_cuts(
    rows: Iterable[tuple[int, int]], *, fixed: Collection[int] = frozenset(), cap: int = CAP
) -> Cuts:
    """Find all smallest sets of vertices that touch every row (sender, receiver).

    A minimum vertex cover: ways over others don't count, a row is stopped only by its own
    ends. Somebody who sends some rows and receives others is one vertex. Vertices in
    ``fixed`` can't be removed; a row between two of them can't be stopped, and the size is
    None. Without rows the size is 0.

    Where no odd ring of rows exists this is a vertex cut (Kőnig); odd rings need somebody on
    both sides, so they are few and short, and are opened by trying one vertex in and out.

    Examples
    --------
    >>> direct_cuts([(0, 3), (1, 3), (2, 3)])
    Cuts(size=1, sets=((3,),), is_complete=True)
    >>> direct_cuts([(0, 3), (1, 3), (2, 3)], fixed={3})
    Cuts(size=3, sets=((0, 1, 2),), is_complete=True)
    >>> direct_cuts([(0, 1), (1, 2), (2, 0)])
    Cuts(size=2, sets=((0, 1), (0, 2), (1, 2)), is_complete=True)
    """
    return _direct_cuts(frozenset(rows), frozenset(fixed), cap)


@lru_cache(maxsize=4096)  # a coalition has many small pathways of one shape
def _direct_cuts(distinct: _Rows, held: frozenset[int], cap: int) -> Cuts:
    forced: set[int] = set()
    for u, v in distinct:
        if u in held and v in held:
            return NO_CUT
        if u == v or v in held:
            forced.add(u)
        elif u in held:
            forced.add(v)
    cuts = _join(_parts(_without(distinct, forced)), cap)
    sets = sorted(tuple(sorted((*forced, *others))) for others in cuts.sets)
    return Cuts(len(sets[0]), tuple(sets), cuts.is_complete)


def _join(parts: list[_Rows], cap: int) -> Cuts:
    """Combine the covers of parts that share no vertex: any of one with any of another."""
    covers = [_cover_part(part, cap) for part in parts]
    joined = product(*(part.sets for part in covers))
    sets = [tuple(v for some in chosen for v in some) for chosen in islice(joined, cap + 1)]
    is_complete = all(part.is_complete for part in covers) and len(sets) <= cap
    return Cuts(len(sets[0]), tuple(sets[:cap]), is_complete)


def _cover_part(rows: _Rows, cap: int) -> Cuts:
    neighbours = _neighbours(rows)
    if len(neighbours) == 2:
        return Cuts(1, tuple((v,) for v in sorted(neighbours))[:cap], cap > 1)
    middle = max(neighbours, key=lambda v: len(neighbours[v]))
    if len(neighbours[middle]) == len(rows) == len(neighbours) - 1:
        return Cuts(1, ((middle,),), True)  # a star: one vertex is in every row
    side = _two_sides(neighbours, {sender for sender, _ in rows})
    if side is not None:
        people = sorted(neighbours)
        number = {person: at for at, person in enumerate(people)}
        arcs = [(u, v) if side[u] == 0 else (v, u) for u, v in rows]
        graph = VertexCutGraph(len(people), [(number[u], number[v]) for u, v in arcs])
        ends = [[number[v] for v in people if side[v] == which] for which in (0, 1)]
        cuts = graph.minimum_cuts(ends[0], ends[1], cap=cap)
        return cuts._replace(sets=tuple(tuple(people[v] for v in cut) for cut in cuts.sets))
    busiest = min(neighbours, key=lambda v: (-len(neighbours[v]), v))
    # Either the busiest vertex goes, or it stays and all its neighbours have to go.
    best = _with(_join(_parts(_without(rows, {busiest})), cap), {busiest})
    others = neighbours[busiest]
    if len(others) <= len(best.sets[0]):
        second = _with(_join(_parts(_without(rows, others)), cap), others)
        best = _smaller_or_both(best, second, cap)
    return best


def _with(cuts: Cuts, chosen: set[int]) -> Cuts:
    sets = tuple(tuple(sorted((*chosen, *others))) for others in cuts.sets)
    return Cuts(len(sets[0]), sets, cuts.is_complete)


def _smaller_or_both(one: Cuts, two: Cuts, cap: int) -> Cuts:
    sizes = {len(one.sets[0]), len(two.sets[0])}
    if len(sizes) > 1:
        return min(one, two, key=lambda cuts: len(cuts.sets[0]))
    # No set is in both: the vertex tried is in all sets of one and in none of the other.
    sets = sorted((*one.sets, *two.sets))
    is_complete = one.is_complete and two.is_complete and len(sets) <= cap
    return Cuts(one.size, tuple(sets[:cap]), is_complete)


def _without(rows: _Rows, gone: Collection[int]) -> _Rows:
    return frozenset(row for row in rows if row[0] not in gone and row[1] not in gone)


def _neighbours(rows: _Rows) -> dict[int, set[int]]:
    neighbours: dict[int, set[int]] = {}
    for u, v in rows:
        neighbours.setdefault(u, set()).add(v)
        neighbours.setdefault(v, set()).add(u)
    return neighbours


def _parts(rows: _Rows) -> list[_Rows]:
    """Split rows into parts that share no vertex, in the order of their smallest vertices."""
    neighbours = _neighbours(rows)
    part: dict[int, int] = {}
    for first in sorted(neighbours):
        if first in part:
            continue
        todo = [first]
        part[first] = first
        while todo:
            for other in neighbours[todo.pop()]:
                if other not in part:
                    part[other] = first
                    todo.append(other)
    found: dict[int, set[tuple[int, int]]] = {first: set() for first in sorted(set(part.values()))}
    for row in rows:
        found[part[row[0]]].add(row)
    return [frozenset(some) for some in found.values()]


def _two_sides(neighbours: dict[int, set[int]], senders: set[int]) -> dict[int, int] | None:
    """Put the vertices of one part on two sides, senders on side 0; None if a ring is odd."""
    first = min(neighbours)
    side = {first: 0 if first in senders else 1}
    todo = deque([first])
    while todo:
        here = todo.popleft()
        for other in neighbours[here]:
            if other not in side:
                side[other] = 1 - side[here]
                todo.append(other)
            elif side[other] == side[here]:
                return None
    return side
