"""The fewest vertices whose leaving stops every way, and all the sets that do."""

from collections import deque
from collections.abc import Collection, Iterable
from functools import cached_property
from typing import NamedTuple

from collabnet.engine.cuts.bits import lowest, mask, members
from collabnet.engine.cuts.flow import VertexFlow
from collabnet.engine.parts.reach import marks_reached

CAP = 64


class Cuts(NamedTuple):
    """Hold the minimum cuts: their size, the sets (sorted), and whether these are all.

    ``size`` is None when no set of removable vertices stops every way (then no sets), and 0,
    with one empty set, when there was no way to begin with.
    """

    size: int | None
    sets: tuple[tuple[int, ...], ...]
    is_complete: bool


class Ways(NamedTuple):
    """Hold as many ways as share no removable vertex, each as its vertices in order.

    ``n`` is None where a way runs over fixed vertices alone, so that there is no limit; then
    ``ways`` holds a shortest such way.
    """

    n: int | None
    ways: tuple[tuple[int, ...], ...]


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
    >>> graph.disjoint_ways([0, 1], [4])
    Ways(n=1, ways=((0, 2, 3, 4),))
    """

    def __init__(
        self, n: int, arcs: Iterable[tuple[int, int]], fixed: Collection[int] = frozenset()
    ) -> None:
        self.n = n
        pairs = list(arcs)
        _checked(n, {v for pair in pairs for v in pair})
        self.after, self.before = [0] * n, [0] * n
        for u, v in pairs:
            if u != v:
                self.after[u] |= 1 << v
                self.before[v] |= 1 << u
        self.fixed = mask(_checked(n, fixed))
        self._known_rings: dict[tuple[int, int], list[int]] = {}

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
        return self.solve(sources, sinks, cap=cap)[0]

    def disjoint_ways(self, sources: Iterable[int], sinks: Iterable[int]) -> Ways:
        """Find as many ways from a source to a sink as can be had without sharing a vertex.

        Fixed vertices may be shared. There are as many ways as vertices in a minimum cut
        (Menger 1927). Which of several such families is given depends on the numbers of the
        vertices alone; short ways are tried first.
        """
        return self.solve(sources, sinks, cap=1)[1]

    def solve(
        self,
        sources: Iterable[int],
        sinks: Iterable[int],
        *,
        without: Collection[int] = (),
        cap: int = CAP,
    ) -> tuple[Cuts, Ways]:
        """Give the minimum cuts and the ways that share no vertex, from one flow.

        No way runs over the vertices in ``without``.
        """
        gone = mask(_checked(self.n, without))
        starts = mask(_checked(self.n, sources)) & ~gone
        ends = mask(_checked(self.n, sinks)) & ~gone
        if way := self._fixed_way(starts, ends, gone):
            return NO_CUT, Ways(None, (way,))
        # Who is both is a way alone, and in every cut.
        both = starts & ends
        starts, ends = starts & ~both, ends & ~both
        rings = self._rings(ends, both | gone)
        alone = tuple((v,) for v in members(both))
        if not any(starts & ring for ring in rings):
            cuts = Cuts(len(alone), (tuple(members(both)),), True)
            return cuts, Ways(len(alone), alone)
        flow = VertexFlow(self.after, self.before, self.fixed, starts, ends, rings)
        sets, is_complete = _all_cuts(flow, cap)
        named = tuple(sorted(tuple(members(cut | both)) for cut in sets))
        return Cuts(len(named[0]), named, is_complete), Ways(len(named[0]), alone + flow.ways())

    def _rings(self, ends: int, gone: int) -> list[int]:
        """The vertices 0, 1, 2, ... steps away from the nearest of some; two rings at least."""
        if (ends, gone) not in self._known_rings:
            rings, left = [ends], ~(ends | gone)
            while rings[-1]:
                ring = 0
                for v in members(rings[-1]):
                    ring |= self.before[v]
                rings.append(ring & left)
                left &= ~ring
            self._known_rings[ends, gone] = rings
        return self._known_rings[ends, gone]

    @cached_property
    def fixed_reach(self) -> list[int]:
        """What each fixed vertex reaches over fixed vertices alone, itself included."""
        free = bytearray(not self.fixed >> v & 1 for v in range(self.n))
        marks = {v: 1 << v for v in members(self.fixed)}
        steps = [
            list(members(self.after[v] & self.fixed)) if self.fixed >> v & 1 else []
            for v in range(self.n)
        ]
        return marks_reached(steps, members(self.fixed), free, marks)

    def _fixed_way(self, starts: int, ends: int, gone: int) -> tuple[int, ...]:
        """Give a shortest way over fixed vertices alone, smaller numbers first; else none."""
        begins, ends = starts & self.fixed, ends & self.fixed
        if not ends or not any(self.fixed_reach[v] & ends for v in members(begins)):
            return ()
        rings, left = [begins], self.fixed & ~begins & ~gone
        while not rings[-1] & ends:
            ring = 0
            for v in members(rings[-1]):
                ring |= self.after[v]
            rings.append(ring & left)
            left &= ~ring
            if not rings[-1]:
                return ()
        way = [lowest(rings.pop() & ends)]
        while rings:
            way.append(lowest(rings.pop() & self.before[way[-1]]))
        return tuple(reversed(way))


def _all_cuts(flow: VertexFlow, cap: int) -> tuple[list[int], bool]:
    """Walk through the lattice of minimum cuts, from the one closest to the sources."""
    (ins, outs), (last_ins, last_outs) = flow.sides
    first = ins & ~outs
    found = {first: (ins, outs)}
    if first == last_outs & ~last_ins:
        return [first], True  # closest to the sources and to the sinks: the only one
    todo = deque([first])
    while todo and len(found) <= cap:
        cut = todo.popleft()
        ins, outs = found[cut]
        for v in members(cut):
            follows = flow.follows(v)
            if follows is None:
                continue
            wider = ins | follows[0], outs | follows[1]
            if (next_cut := wider[0] & ~wider[1]) not in found:
                found[next_cut] = wider
                todo.append(next_cut)
    return list(found)[:cap], len(found) <= cap


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
