"""Vertex-disjoint ways from senders to receivers: the largest flow, and what is still open."""

from collections.abc import Sequence
from itertools import pairwise

_UNSEEN, _START = -2, -1


class VertexFlow:
    """Hold a flow in which every vertex passes one unit at most, fixed vertices any number.

    Nodes 0 to n - 1 are the vertices. A vertex that passes its one unit has two nodes: v,
    where flow enters, and n + v, where it leaves. ``steps[node]`` lists where a further unit
    could go next: along an arc, or back against flow that it would then replace.

    Examples
    --------
    >>> flow = VertexFlow([[1], [2], []], bytearray(3), [0], [2])
    >>> list(flow.fill()), flow.passing
    ([1, 0, 0, 0, 0, 0], {0, 1, 2})
    >>> flow.steps
    [[], [3], [4], [1, 0], [2, 1], [2]]
    """

    def __init__(
        self,
        successors: list[list[int]],
        is_fixed: bytearray,
        sources: Sequence[int],
        sinks: Sequence[int],
    ) -> None:
        self._n = n = len(successors)
        self._is_fixed = is_fixed
        self._sources = sources
        self._is_sink = bytearray(n)
        self._successors = list(successors)
        for sink in sinks:
            self._is_sink[sink] = 1
            self._successors[sink] = []  # a way ends at the first receiver it meets
        # Where the flow into a vertex comes from: one item a unit, none where a way begins.
        self._comes_from: list[list[int]] = [[] for _ in range(n)]
        self._touched: set[int] = set()
        self.passing: set[int] = set()  # the vertices with two nodes; never a fixed one
        self.steps: list[list[int]] = self._successors + [[]] * n

    def fill(self) -> bytearray:
        """Add ways until none is open; flag the nodes that a further unit would still reach.

        Endless if a way runs over fixed vertices alone: exclude that before.
        """
        while True:
            came_from, arrived = self._search()
            if not arrived:
                return bytearray(before != _UNSEEN for before in came_from)
            for sink in arrived:
                self._add_way(sink, came_from)
            self._update_steps()

    def _search(self) -> tuple[list[int], list[int]]:
        """Search from all sources at once; list the sinks met, at most one for each source.

        No node is reached from two sources, so all ways found can be added together.
        """
        n, steps = self._n, self.steps
        came_from = [_UNSEEN] * (2 * n)
        begun_at = [0] * (2 * n)
        has_arrived = bytearray(n)
        arrived: list[int] = []
        queue = list(self._sources)
        for source in queue:
            came_from[source] = _START
            begun_at[source] = source
        for here in queue:
            start = begun_at[here]
            if has_arrived[start]:
                continue
            if here < n and self._is_sink[here] and here not in self.passing:
                has_arrived[start] = 1
                arrived.append(here)
                continue
            for other in steps[here]:
                if came_from[other] == _UNSEEN:
                    came_from[other] = here
                    begun_at[other] = start
                    queue.append(other)
        return came_from, arrived

    def _add_way(self, sink: int, came_from: list[int]) -> None:
        """Walk the way just found back from its sink and book it."""
        n = self._n
        way = [sink]
        while (before := came_from[way[-1]]) != _START:
            way.append(before)
        way.reverse()
        comes_from = self._comes_from
        taken = [v for v in way if v < n and v not in self.passing and not self._is_fixed[v]]
        # Decided before anything is booked: does a step run against flow that is there?
        back = [v < n and w % n in comes_from[v] for v, w in pairwise(way)]
        for (v, w), is_back in zip(pairwise(way), back, strict=True):
            if is_back:
                comes_from[v].remove(w % n)
            elif v - n == w:
                self.passing.remove(w)
            else:
                comes_from[w % n].append(v % n)
        self.passing.update(taken)
        self._touched.update(v % n for v in way)

    def _update_steps(self) -> None:
        n, passing = self._n, self.passing
        for v in self._touched:
            back = [before + n if before in passing else before for before in self._comes_from[v]]
            if v in passing:
                self.steps[v] = back
                self.steps[n + v] = [*self._successors[v], v]
            else:
                self.steps[v] = self._successors[v] + back
                self.steps[n + v] = []
