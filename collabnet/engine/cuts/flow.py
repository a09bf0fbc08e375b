"""Vertex-disjoint ways from senders to receivers: the largest flow, and what is still open."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from collabnet.engine.cuts.bits import lowest, members
from collabnet.engine.cuts.waves import Side, Wave


class VertexFlow:
    """Hold a flow in which every vertex passes one unit at most, fixed vertices any number.

    All sets are bits (see :mod:`collabnet.engine.cuts.bits`). A way begins at a source, ends at a
    sink, and has neither between: every way holds one like that. Endless if a way runs over
    fixed vertices alone, or a vertex is source and sink: exclude both before.

    Attributes
    ----------
    passing : vertices, never fixed ones, that pass their one unit
    open_sources, open_sinks : where a further way could begin and end; fixed ones always
    comes_from, goes_to : the vertices before and after, one item a unit
    is_entered, is_left : vertices that flow enters from another, and leaves to another

    Examples
    --------
    >>> flow = VertexFlow([0b010, 0b100, 0], [0, 0b001, 0b010], 0, 0b001, 0b100, [4, 2, 1])
    >>> flow.ways(), bin(flow.passing)
    (((0, 1, 2),), '0b111')
    """

    def __init__(
        self,
        after: Sequence[int],
        before: Sequence[int],
        fixed: int,
        sources: int,
        sinks: int,
        rings: Sequence[int],
    ) -> None:
        self.n = len(after)
        self.after, self.before, self._fixed = after, before, fixed
        self.sources, self.sinks, self._rings = sources, sinks, rings
        self.among = 0
        for ring in rings:
            self.among |= ring
        self.open_sources, self.open_sinks = sources & self.among, sinks
        self.passing = self.is_entered = self.is_left = 0
        self.comes_from: dict[int, list[int]] = {}
        self.goes_to: dict[int, list[int]] = {}
        self._near = rings[1]  # holds every vertex from which a step leads to an open sink
        self._followed: dict[int, Side] = {}
        self._whole = 0  # vertices of which all follows that can
        # What a search from a source met in vain leads nowhere later on either.
        self._dead: Side = (0, 0)
        self._is_dead_whole = True
        self._is_shut = False  # known from the sinks' side: no further way can end
        self._add_short_ways()
        for source in members(self.open_sources):
            while self.open_sources >> source & 1 and self._add_way(source):
                pass
            if self._is_shut or not self.open_sinks:
                break

    def ways(self) -> tuple[tuple[int, ...], ...]:
        """Give the ways, each as its vertices in order; short ones first, then by vertices."""
        left = {v: sorted(before) for v, before in self.comes_from.items()}
        found = []
        for sink in members(self.sinks):
            while left.get(sink):
                way = [sink]
                while left.get(way[-1]):
                    before = left[way[-1]].pop(0)
                    if before in way:  # a ring through a fixed vertex leads nowhere
                        del way[way.index(before) + 1 :]
                    else:
                        way.append(before)
                found.append(tuple(reversed(way)))
        return tuple(sorted(found, key=lambda way: (len(way), way)))

    @cached_property
    def sides(self) -> tuple[Side, Side]:
        """What a further unit would still reach, and from where it would reach a sink.

        They share nothing; what is on neither can be on either side of a minimum cut. One of
        the two is known when no further way is open; the other ends where that begins.
        """
        everything = self.passing, self.passing
        if self._is_shut or not self.open_sinks or not self._is_dead_whole:
            wave = Wave(self, self.open_sinks, is_forward=False)
            self._exhaust(wave)
            ins, outs = wave.left, wave.entered & self.passing | self.sinks & self.passing
            wave = Wave(self, self.open_sources, dead=self._dead)
            if wave.covers(self.passing & ~self.sources & ~ins):
                return _but(everything, (ins, outs)), (ins, outs)
            first = wave.entered & self.passing | self.sources & self.passing, wave.left
            return first, (ins, outs)
        first = self._dead[0] & self.passing | self.sources & self.passing, self._dead[1]
        wave = Wave(self, self.open_sinks, is_forward=False)
        if wave.covers(self.passing & ~self.sinks & ~first[1]):
            return first, _but(everything, first)
        return first, (wave.left, wave.entered & self.passing | self.sinks & self.passing)

    def follows(self, v: int) -> Side | None:
        """Give what comes along when ``v`` is taken over to the sources' side.

        None where a sink would come along that has to stay on the other.
        """
        first, last = self.sides
        if last[1] >> v & 1:
            return None
        if v not in self._followed:
            everything = _but((self.passing, self.passing), last)
            # What is on the sources' side already need not be met once more.
            wave = Wave.behind(self, 1 << v)
            if self._whole >> v & 1 or wave.covers(everything[0] & ~self.sources & ~first[0]):
                self._followed[v] = everything
                if not self._whole:
                    leading = Wave.leading_behind(self, v)
                    leading.covers(everything[1] & ~first[1])
                    self._whole = leading.entered
            else:
                self._followed[v] = wave.entered & self.passing, wave.left
        return self._followed[v]

    def _add_short_ways(self) -> None:
        """Add ways of one step and of two, as many as come along."""
        for steps in (1, 2):
            for source in members(self.open_sources):
                while self.open_sources >> source & 1:
                    via = self.after[source] & self.among & ~self.passing & ~self.sources
                    if steps == 1:
                        way = [source]
                    elif (last := self._sink_near(via & ~self.sinks)) is not None:
                        way = [source, last]
                    else:
                        break
                    sink = self.after[way[-1]] & self.open_sinks
                    if not sink:
                        break
                    self._book([*way, lowest(sink)])

    def _add_way(self, source: int) -> bool:
        """Add a way from a source, with few steps; False if none is open."""
        ahead = Wave(self, 1 << source, dead=self._dead)
        back = Wave(self, self.open_sinks, is_forward=False)
        while ahead.todo:
            last = self._sink_near(ahead.todo)
            if last is not None:
                sink = lowest(self.after[last] & self.open_sinks)
                node = last + self.n if self.passing >> last & 1 else last
                self._book([*reversed(ahead.trail(node)), sink])
                return True
            if not back.todo:
                self._is_shut |= not back.entered & self.open_sources
                self._is_dead_whole = False
                return False
            ahead.expand(self._nearest(ahead.todo))
            back.expand(lowest(back.todo))
            middle = ahead.meets(back)
            if middle is not None:
                self._book(_direct([*reversed(ahead.trail(middle)), *back.trail(middle)[1:]]))
                return True
        self._dead = ahead.entered, ahead.left
        return False

    def _nearest(self, vertices: int) -> int:
        """Choose the one that was fewest steps away from a sink before any way was taken."""
        return next(lowest(near) for ring in self._rings if (near := vertices & ring))

    def _sink_near(self, vertices: int) -> int | None:
        """Find the first of some vertices from which a step leads to an open sink."""
        while near := vertices & self._near:
            v = lowest(near)
            if self.after[v] & self.open_sinks:
                return v
            self._near ^= 1 << v
        return None

    def _book(self, way: list[int]) -> None:
        """Enter a way just found, as nodes (see ``Wave``), and what it takes back."""
        n, comes_from, goes_to = self.n, self.comes_from, self.goes_to
        taken = [v for v in way if v < n and not (self.passing | self._fixed) >> v & 1]
        # Decided before anything is booked: does a step run against flow that is there?
        back = [v < n and w % n in comes_from.get(v, ()) for v, w in pairwise(way)]
        for (v, w), is_back in zip(pairwise(way), back, strict=True):
            if is_back:
                comes_from[v].remove(w % n)
                goes_to[w % n].remove(v)
            elif v - n == w:
                self.passing ^= 1 << w
            else:
                comes_from.setdefault(w % n, []).append(v % n)
                goes_to.setdefault(v % n, []).append(w % n)
        for v in taken:
            self.passing |= 1 << v
        for v in {node % n for node in way}:
            self.is_entered = self.is_entered & ~(1 << v) | bool(comes_from.get(v)) << v
            self.is_left = self.is_left & ~(1 << v) | bool(goes_to.get(v)) << v
        self.open_sources &= ~self.passing
        self.open_sinks &= ~self.passing

    def _exhaust(self, wave: Wave) -> None:
        while wave.todo:
            wave.expand(lowest(wave.todo))


def _direct(way: list[int]) -> list[int]:
    """Cut out where a way comes back to a node: two searches may meet at several at once."""
    direct: list[int] = []
    for node in way:
        if node in direct:
            del direct[direct.index(node) + 1 :]
        else:
            direct.append(node)
    return direct


def _but(side: Side, other: Side) -> Side:
    """All of one side but what is on the other."""
    return side[0] & ~other[0], side[1] & ~other[1]
