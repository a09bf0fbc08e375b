"""The fewest people whose leaving stops a pathway, directly or by every way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from collabnet.engine.covers import direct_cuts
from collabnet.engine.cuts import Cuts, VertexCutGraph
from collabnet.risk.blanks import Reading, fill
from collabnet.risk.rows import End, Row

CAP = 64
"""Most minimum sets that are listed."""

Handover = Literal["by_row", "within_agency"]
"""Inside an agency a case passes on where a row says so, or from anybody to anybody."""

SideName = Literal["sending", "between", "receiving", "mixed"]


@dataclass(frozen=True, slots=True)
class CutSet:
    """One minimum cut set and the side it stands on."""

    people: tuple[str, ...]
    side: SideName


@dataclass(frozen=True, slots=True)
class CutSets:
    """All minimum cut sets of one pathway.

    ``size`` is None where nothing can be cut: a position or group stands at both ends of some
    way, or there is no way at all. ``is_complete`` is False when more than 64 sets exist.
    """

    size: int | None = None
    sets: tuple[CutSet, ...] = ()
    is_complete: bool = True

    @property
    def singles(self) -> tuple[str, ...]:
        """The people any one of whom ends it alone."""
        return tuple(one.people[0] for one in self.sets) if self.size == 1 else ()


class Vertices:
    """Numbers the ends of rows; only people can be removed.

    With a hand-over ``within_agency`` whoever receives for an agency can pass on to whoever
    sends from it: one vertex more for each agency, which can't be removed.
    """

    def __init__(
        self, filled: Iterable[tuple[Row, End, End]], handover: Handover = "by_row"
    ) -> None:
        pairs = {(s, r, row.from_agency, row.to_agency) for row, s, r in filled}
        ends = {end for s, r, _, _ in pairs for end in (s, r)}
        self.ends = sorted(ends, key=lambda end: (end.id, end.kind))
        number = {end: i for i, end in enumerate(self.ends)}
        self.arcs = sorted({(number[s], number[r]) for s, r, _, _ in pairs})
        self.fixed = frozenset(i for i, end in enumerate(self.ends) if end.kind != "person")
        self.senders: dict[str, set[int]] = {}
        self.receivers: dict[str, set[int]] = {}
        for s, r, from_agency, to_agency in pairs:
            self.senders.setdefault(from_agency, set()).add(number[s])
            self.receivers.setdefault(to_agency, set()).add(number[r])
        if handover == "within_agency":
            self._let_agencies_hand_over()

    def _let_agencies_hand_over(self) -> None:
        for agency in sorted(self.senders.keys() & self.receivers.keys()):
            inside = len(self.ends)
            self.ends.append(End(f"inside {agency}", "group"))
            self.fixed |= {inside}
            self.arcs += [(v, inside) for v in sorted(self.receivers[agency])]
            self.arcs += [(inside, v) for v in sorted(self.senders[agency])]

    def name(self, cuts: Cuts, senders: set[int], receivers: set[int]) -> CutSets:
        """Say who is in each set, and on which side."""
        if cuts.size is None or cuts.size == 0:
            return CutSets()
        sets = [
            CutSet(tuple(self.ends[v].id for v in one), _side(one, senders, receivers))
            for one in cuts.sets
        ]
        ordered = tuple(sorted(sets, key=lambda one: one.people))
        return CutSets(cuts.size, ordered, cuts.is_complete)


def _side(one: Sequence[int], senders: set[int], receivers: set[int]) -> SideName:
    places: set[SideName] = set()
    for v in one:
        if v in senders and v in receivers:
            return "mixed"
        places.add("sending" if v in senders else "receiving" if v in receivers else "between")
    return places.pop() if len(places) == 1 else "mixed"


def direct_cut_sets(rows: Sequence[Row], reading: Reading = "named") -> CutSets:
    """The fewest people whose leaving stops every direct row of one pathway.

    Positions and groups can't be removed: a row between two of them makes the size None. How
    rows that name nobody count is said by ``reading``.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.risk.rows import build_rows
    >>> rows = build_rows(cn.load("sample:g1"))
    >>> direct_cut_sets([row for row in rows if row.from_agency == "court"]).sets
    (CutSet(people=('I1',), side='receiving'),)
    """
    vertices = Vertices(fill(rows, reading))
    if not vertices.arcs:
        return CutSets()
    cuts = direct_cuts(vertices.arcs, fixed=vertices.fixed, cap=CAP)
    senders = {v for found in vertices.senders.values() for v in found}
    receivers = {v for found in vertices.receivers.values() for v in found}
    return vertices.name(cuts, senders, receivers)


class Reach:
    """Cut sets over every way through people, indirect ones included.

    A way starts with anybody who sends from the first agency and ends with anybody who
    receives for the second; a hand-over inside an agency counts only where a row says so,
    unless ``handover`` is "within_agency".
    """

    def __init__(
        self, rows: Sequence[Row], reading: Reading = "named", *, handover: Handover = "by_row"
    ) -> None:
        self._vertices = Vertices(fill(rows, reading), handover)

    @cached_property
    def _graph(self) -> VertexCutGraph:
        vertices = self._vertices
        return VertexCutGraph(len(vertices.ends), vertices.arcs, fixed=vertices.fixed)

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Ordered pairs of different agencies that a way through people joins."""
        vertices = self._vertices
        after: dict[int, list[int]] = {}
        for u, v in vertices.arcs:
            after.setdefault(u, []).append(v)
        found = []
        for from_agency, senders in sorted(vertices.senders.items()):
            seen, stack = set(senders), list(senders)
            while stack:
                fresh = [v for v in after.get(stack.pop(), ()) if v not in seen]
                seen.update(fresh)
                stack.extend(fresh)
            found += [
                (from_agency, to_agency)
                for to_agency, receivers in sorted(vertices.receivers.items())
                if to_agency != from_agency and not seen.isdisjoint(receivers)
            ]
        return tuple(found)

    def by_pair(self) -> dict[tuple[str, str], CutSets]:
        """The cut sets of every pair that a way joins."""
        return {pair: self.cut_sets(*pair) for pair in self.pairs}

    def cut_sets(self, from_agency: str, to_agency: str) -> CutSets:
        """The fewest people whose leaving leaves no way from one agency to another."""
        senders = self._vertices.senders.get(from_agency, set())
        receivers = self._vertices.receivers.get(to_agency, set())
        if not senders or not receivers:
            return CutSets()
        cuts = self._graph.minimum_cuts(senders, receivers, cap=CAP)
        return self._vertices.name(cuts, senders, receivers)
