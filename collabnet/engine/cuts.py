"""The fewest vertices whose leaving stops every way, and all the sets that do."""

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from collabnet.engine.csr import build_csr, neighbour_lists
from collabnet.engine.flow import VertexFlow
from collabnet.engine.reach import marks_reached

CAP = 64


class Cuts(NamedTuple):
    """Hold the minimum cuts: their size, the sets (sorted), and whether these are all.

    ``size`` is None when no set of removable vertices stops every way (then no sets), and 0,
    with one empty set, when there was no way to begin with.
    """

    size: int | None
    sets: tuple[tuple[int, ...], ...]
    is_complete: bool


NO_CUT = Cuts(None, (), True)


class VertexCutGraph:
    """Answer for many senders and receivers on one directed graph of vertices 0 to n - 1.

    Vertices in ``fixed`` can't be removed.

    Raises
    ------
    ValueError
        If an arc, a fixed vertex, a source or a sink is outside 0 to n - 1.

    Examples
    --------
    >>> graph = VertexCutGraph(5, [(0, 2), (1, 2), (2, 3), (3, 4)], fixed={3})
    >>> graph.minimum_cuts([0, 1], [4])
    Cuts(size=1, sets=((2,), (4,)), is_complete=True)
    """

    def __init__(
        self, n: int, arcs: Iterable[tuple[int, int]], fixed: Collection[int] = frozenset()
    ) -> None:
        pairs = list(arcs)
        rows, columns = [u for u, _ in pairs], [v for _, v in pairs]
        self.n = n
        self._successors = neighbour_lists(build_csr(n, rows, columns, directed=True))
        self._is_fixed = bytearray(n)
        for v in _checked(n, fixed):
            self._is_fixed[v] = 1

    def minimum_cuts(self, sources: Iterable[int], sinks: Iterable[int], *, cap: int = CAP) -> Cuts:
        """Find all smallest sets of vertices that every way from a source to a sink meets.

        Sources and sinks can be removed too; a vertex that is both is a way by itself. Of more
        than ``cap`` sets those with the fewest steps from the one closest to the sources are
        kept, smaller numbers first: neither the order of the arcs nor the flow matters. ``cap``
        is 1 or more.

        Method: a largest flow (Menger), then the lattice of minimum cuts (Picard and Queyranne
        1980) from the sources on: each step takes one vertex of a cut, and what must follow,
        over to the sources' side.
        """
        starts, ends = _checked(self.n, sources), _checked(self.n, sinks)
        if self._has_fixed_way(starts, ends):
            return NO_CUT
        flow = VertexFlow(self._successors, self._is_fixed, starts, ends)
        side = flow.fill()
        n, passing = self.n, flow.passing
        # A side of a cut, as bits: v if flow enters v on it, n + v if flow also leaves v on it.
        marks = {node: 1 << node for v in passing for node in (v, n + v)}
        beyond = 1 << 2 * n
        marks.update((v if v not in passing else n + v, beyond) for v in ends)
        first = sum(mark for node, mark in marks.items() if side[node])
        follows = marks_reached(flow.steps, [n + v for v in sorted(passing)], side, marks)
        found = {self._cut_bits(first): first}
        todo = deque(found)
        while todo and len(found) <= cap:
            cut = todo.popleft()
            for v in _members(cut):
                wider = found[cut] | marks[n + v] | follows[n + v]
                if wider & beyond:
                    continue
                if (next_cut := self._cut_bits(wider)) not in found:
                    found[next_cut] = wider
                    todo.append(next_cut)
        sets = sorted(_members(cut) for cut in list(found)[:cap])
        return Cuts(len(sets[0]), tuple(sets), len(found) <= cap)

    def _cut_bits(self, side: int) -> int:
        return side & ~(side >> self.n) & ((1 << self.n) - 1)

    def _has_fixed_way(self, starts: Sequence[int], ends: Sequence[int]) -> bool:
        queue = [v for v in starts if self._is_fixed[v]]
        seen = set(queue)
        for v in queue:
            for other in self._successors[v]:
                if self._is_fixed[other] and other not in seen:
                    seen.add(other)
                    queue.append(other)
        return not seen.isdisjoint(ends)


def minimum_cuts(
    n: int,
    arcs: Iterable[tuple[int, int]],
    sources: Iterable[int],
    sinks: Iterable[int],
    *,
    fixed: Collection[int] = frozenset(),
    cap: int = CAP,
) -> Cuts:
    """Find all smallest vertex cuts of one question; see :class:`VertexCutGraph` for many.

    Examples
    --------
    >>> minimum_cuts(3, [(0, 1), (1, 2)], [0], [2])
    Cuts(size=1, sets=((0,), (1,), (2,)), is_complete=True)
    >>> minimum_cuts(3, [(0, 1), (1, 2)], [0], [2], fixed=[0, 1, 2])
    Cuts(size=None, sets=(), is_complete=True)
    >>> minimum_cuts(3, [(0, 1)], [0], [2])
    Cuts(size=0, sets=((),), is_complete=True)
    """
    return VertexCutGraph(n, arcs, fixed).minimum_cuts(sources, sinks, cap=cap)


def _checked(n: int, vertices: Iterable[int]) -> list[int]:
    distinct = sorted(set(vertices))
    if distinct and not (distinct[0] >= 0 and distinct[-1] < n):
        raise ValueError(
            f"Cuts need vertices from 0 to {n - 1}; got {distinct[0]} to {distinct[-1]}."
        )
    return distinct


def _members(bits: int) -> tuple[int, ...]:
    members = []
    while bits:
        lowest = bits & -bits
        members.append(lowest.bit_length() - 1)
        bits ^= lowest
    return tuple(members)
