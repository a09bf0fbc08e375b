"""The fewest people whose leaving stops a pathway, directly or by every way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_
from typing import Literal, NamedTuple

from collabnet.engine.cuts.covers import direct_cuts
from collabnet.engine.cuts.many import ManyCuts
from collabnet.engine.cuts.minimum import Cuts, VertexCutGraph
from collabnet.engine.cuts.minimum import Ways as Disjoint
from collabnet.risk.blanks import Reading, Sides, fill
from collabnet.risk.rows import End, Row
from collabnet.risk.ways import CAP, Stations, Way, Ways

Handover = Literal["by_row", "within_agency"]
"""Inside an agency a case passes on where a row says so, or from anybody to anybody."""

SideName = Literal["sending", "between", "receiving", "mixed"]


class CutSet(NamedTuple):
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
        self._steps = [(number[s], number[r], a, b) for s, r, a, b in pairs]
        self.arcs = sorted({(s, r) for s, r, _, _ in self._steps})
        self.fixed = frozenset(i for i, end in enumerate(self.ends) if end.kind != "person")
        self.senders: dict[str, set[int]] = {}
        self.receivers: dict[str, set[int]] = {}
        for s, r, from_agency, to_agency in self._steps:
            self.senders.setdefault(from_agency, set()).add(s)
            self.receivers.setdefault(to_agency, set()).add(r)
        self.direct = frozenset((a, b) for _, _, a, b in self._steps if a != b)
        self._n_named = len(self.ends)
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
        return _named(self._ids, cuts, senders, receivers)

    def name_ways(self, found: Disjoint, from_agency: str, to_agency: str) -> Ways:
        """Say whom each way runs over, and for which agencies they stand."""
        id_of, passed, n_named = self._ids.__getitem__, self._stations.passed, self._n_named
        has_unnamed = n_named < len(self.ends)
        named = [
            Way(
                tuple(map(id_of, [v for v in way if v < n_named] if has_unnamed else way)),
                passed(way, from_agency, to_agency),
            )
            for way in found.ways
        ]
        return Ways(found.n, tuple(sorted(named, key=lambda way: (len(way.ends), way.ends))))

    @cached_property
    def _ids(self) -> list[str]:
        return [end.id for end in self.ends]

    @cached_property
    def _stations(self) -> Stations:
        return Stations(self._steps)


def _named(ids: Sequence[str], cuts: Cuts, senders: set[int], receivers: set[int]) -> CutSets:
    if not cuts.size:
        return CutSets()
    id_of = ids.__getitem__
    sets = [CutSet(tuple(map(id_of, one)), _side(one, senders, receivers)) for one in cuts.sets]
    ordered = tuple(sorted(sets, key=lambda one: one.people))
    return CutSets(cuts.size, ordered, cuts.is_complete)


def _side(one: Sequence[int], senders: set[int], receivers: set[int]) -> SideName:
    none_sends, none_receives = senders.isdisjoint(one), receivers.isdisjoint(one)
    if none_sends and none_receives:
        return "between"
    if none_receives and senders.issuperset(one):
        return "sending"
    return "receiving" if none_sends and receivers.issuperset(one) else "mixed"


def direct_cut_sets(
    rows: Sequence[Row],
    reading: Reading = "named",
    sides: Sides | None = None,
    *,
    cap: int = CAP,
) -> CutSets:
    """The fewest people whose leaving stops every direct row of one pathway.

    Positions and groups can't be removed: a row between two of them makes the size None. How
    rows that name nobody count is said by ``reading``; ``sides`` are those of all rows, where
    ``rows`` are one of each kind. At most ``cap`` sets are given.

    Examples
    --------
    >>> import collabnet as cn
    >>> from collabnet.risk.rows import build_rows
    >>> rows = build_rows(cn.load("sample:g1"))
    >>> direct_cut_sets([row for row in rows if row.from_agency == "court"]).sets
    (CutSet(people=('I1',), side='receiving'),)
    """
    pairs = {(sender, receiver) for _, sender, receiver in fill(rows, reading, sides)}
    if not pairs:
        return CutSets()
    ends = sorted({end for pair in pairs for end in pair})
    number = {end: i for i, end in enumerate(ends)}
    arcs = [(number[sender], number[receiver]) for sender, receiver in pairs]
    fixed = {i for i, end in enumerate(ends) if end.kind != "person"}
    cuts = direct_cuts(arcs, fixed=fixed, cap=cap)
    return _named([end.id for end in ends], cuts, {u for u, _ in arcs}, {v for _, v in arcs})


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
        self._many: ManyCuts | None = None

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
        # All agencies set out together: a vertex notes from which of them it is reached, as bits.
        starts = sorted(vertices.senders)
        seen = [0] * len(vertices.ends)
        for place, agency in enumerate(starts):
            for v in vertices.senders[agency]:
                seen[v] |= 1 << place
        stack = [v for v, reached in enumerate(seen) if reached]
        while stack:
            u = stack.pop()
            for v in after.get(u, ()):
                if seen[u] & ~seen[v]:
                    seen[v] |= seen[u]
                    stack.append(v)
        into = {
            agency: reduce(or_, (seen[v] for v in receivers))
            for agency, receivers in sorted(vertices.receivers.items())
        }
        return tuple(
            (from_agency, to_agency)
            for place, from_agency in enumerate(starts)
            for to_agency, reached in into.items()
            if to_agency != from_agency and reached >> place & 1
        )

    def by_pair(self) -> dict[tuple[str, str], CutSets]:
        """The cut sets of every pair that a way joins."""
        self._many = self._all
        return {pair: self.cut_sets(*pair) for pair in self.pairs}

    def cut_sets(self, from_agency: str, to_agency: str) -> CutSets:
        """The fewest people whose leaving leaves no way from one agency to another."""
        many, vertices = self._answers(from_agency, to_agency), self._vertices
        if many is None:
            return CutSets()
        cuts = many.cuts(from_agency, to_agency)
        return vertices.name(cuts, vertices.senders[from_agency], vertices.receivers[to_agency])

    def ways(self, from_agency: str, to_agency: str) -> Ways:
        """As many ways from one agency to another as can be had without sharing a person."""
        many = self._answers(from_agency, to_agency)
        if many is None:
            return Ways()
        found = many.ways(from_agency, to_agency)
        return self._vertices.name_ways(found, from_agency, to_agency)

    def _answers(self, from_agency: str, to_agency: str) -> ManyCuts | None:
        """Cuts and ways come from one flow; those of many pairs are sought together."""
        vertices = self._vertices
        if from_agency not in vertices.senders or to_agency not in vertices.receivers:
            return None
        if self._many is None:
            # Pairs that rows join directly are pathways: mostly nothing else is asked for.
            self._many = self._together(sorted(vertices.direct))
        return self._many

    @cached_property
    def _all(self) -> ManyCuts:
        return self._together(self.pairs)

    def _together(self, pairs: Sequence[tuple[str, str]]) -> ManyCuts:
        vertices = self._vertices
        return ManyCuts(self._graph, vertices.senders, vertices.receivers, pairs, cap=CAP)
