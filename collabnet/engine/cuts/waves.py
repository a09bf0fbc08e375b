"""A search through what a flow leaves open: along arcs, and back against flow."""

from typing import TYPE_CHECKING, TypeAlias

from collabnet.engine.cuts.bits import lowest, members

if TYPE_CHECKING:
    from collabnet.engine.cuts.flow import VertexFlow


Side: TypeAlias = tuple[int, int]
"""Of some vertices: those that flow enters on this side, those that it leaves on it."""


class Wave:
    """Spread over what is open to one more unit: from the sources on, or back from the sinks.

    A vertex that passes its one unit has two nodes: one where a unit enters it, one where it
    leaves. Entering, it can only turn back to where the flow comes from, and find another way
    from there; all other vertices have one node. Seen from the sinks all is the other way
    round, arcs and flow alike, and entering a vertex is leaving it.

    Attributes
    ----------
    start : vertices it started from, as bits
    entered : vertices that have been entered
    left : passing vertices that have been left (their other node)
    todo : vertices from which arcs have not been followed yet
    """

    __slots__ = (
        "_among", "_back", "_came", "_flow", "_following", "_is_forward", "_own", "_steps",
        "_stop", "_towards", "_undoable", "entered", "left", "start", "todo",
    )  # fmt: skip

    def __init__(
        self, flow: "VertexFlow", start: int, *, dead: Side = (0, 0), is_forward: bool = True
    ) -> None:
        self._flow, self._is_forward = flow, is_forward
        if is_forward:
            self._following, self._towards = flow.after, flow.before
            self._back, self._undoable = flow.comes_from, flow.is_entered
            self._own, self._stop = flow.sources, flow.passing | flow.sinks
        else:
            self._following, self._towards = flow.before, flow.after
            self._back, self._undoable = flow.goes_to, flow.is_left
            self._own, self._stop = flow.sinks, flow.passing | flow.sources
        self._among = flow.among & ~self._own
        self._came: dict[int, int] = {}  # node before, for nodes entered against flow
        self._steps: list[tuple[int, int]] = []  # a vertex, and what was entered from it
        self.entered, self.left = dead
        self.start = self.todo = start

    @classmethod
    def behind(cls, flow: "VertexFlow", vertices: int, *, is_forward: bool = True) -> "Wave":
        """Start where flow leaves some passing vertices; going back, where it enters them."""
        wave = cls(flow, vertices, is_forward=is_forward)
        wave.left = vertices
        wave.entered = vertices & ~wave._own
        for v in members(wave.entered & wave._undoable):
            wave._turn_back(v)
        return wave

    @classmethod
    def leading_behind(cls, flow: "VertexFlow", v: int) -> "Wave":
        """Go back from where flow leaves a passing vertex that isn't a sink."""
        wave = cls(flow, 0, is_forward=False)
        wave.entered = 1 << v
        wave._turn_back(v)
        return wave

    def expand(self, v: int) -> None:
        """Follow the arcs of one vertex that is waiting."""
        self.todo &= ~(1 << v)
        fresh = self._following[v] & self._among & ~self.entered
        if fresh:
            self._steps.append((v, fresh))
            self.entered |= fresh
            self.todo |= fresh & ~self._stop
            met = fresh & self._undoable
            while met:
                low = met & -met
                self._turn_back(low.bit_length() - 1)
                met ^= low

    def covers(self, goal: int) -> bool:
        """Spread until all of some passing vertices are entered, or no more of them can be.

        Where the next of them is out of sight, a search from them says whether it can be
        reached, and where to look.
        """
        path = 0
        while missing := goal & ~self.entered:
            if not self.todo:
                return False
            if self._enters_some(missing):
                continue
            if steps := self.todo & path:
                self.expand(lowest(steps))
                continue
            other = Wave.behind(self._flow, missing, is_forward=not self._is_forward)
            while self.meets(other) is None:
                if not (self.todo and other.todo):
                    return False
                other.expand(lowest(other.todo))
                self.expand(lowest(self.todo))
            path = other.start | other.entered | other.left
        return True

    def _enters_some(self, missing: int) -> bool:
        """Look at whoever is next to those not entered yet: mostly that is all there is to do."""
        nearby = 0
        for v in members(missing):
            nearby |= self._towards[v]
        enough = missing.bit_count() // 2
        is_met = False
        while steps := self.todo & nearby:
            self.expand(lowest(steps))
            is_met = True
            if (missing & ~self.entered).bit_count() <= enough:
                break
        return is_met

    def _turn_back(self, v: int) -> None:
        """From a vertex that flow enters, go to where that flow comes from, and so on."""
        flow, waiting = self._flow, [v]
        for here in waiting:
            for before in self._back[here]:
                bit, node = 1 << before, before
                if flow.passing & bit:
                    if self.left & bit:
                        continue
                    self.left |= bit
                    self.todo |= bit
                    node = flow.n + before
                    self._came[node] = here
                if not (self.entered | self._own) & bit:
                    self.entered |= bit
                    self.todo |= bit
                    self._came[before] = here if node == before else node
                    if self._undoable & bit:
                        waiting.append(before)

    def meets(self, other: "Wave") -> int | None:
        """Find a node that this wave and one the other way have both reached.

        Named as this wave sees it.
        """
        passing = self._flow.passing
        free = (self.entered | self.start) & (other.entered | other.start) & ~passing
        if free:
            return lowest(free)
        if entering := self.entered & other.left & passing:
            return lowest(entering)
        if leaving := self.left & other.entered & passing:
            return self._flow.n + lowest(leaving)
        return None

    def trail(self, node: int) -> list[int]:
        """Walk from a node back to where the wave started; both are given."""
        n, passing = self._flow.n, self._flow.passing
        turned = not self._is_forward
        found = []
        while True:
            found.append(node)
            own = node
            if turned and passing >> node % n & 1:  # its nodes, seen from the sinks
                own = node + n if node < n else node - n
            if own < n and self.start >> own & 1:
                return found
            before = self._came.get(own)
            if before is None:
                v = next(v for v, entered in self._steps if entered >> own & 1)
                before = v + n if passing >> v & 1 else v
            node = before
            if turned and passing >> node % n & 1:
                node = node + n if node < n else node - n
