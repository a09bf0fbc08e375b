"""The graph of ways between agencies, in which people leave and posts under agreement stay."""

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

import numpy as np

from collabnet.engine import Bools
from collabnet.engine.scenarios.blocks import ScenarioGraph
from collabnet.risk.blanks import fill
from collabnet.risk.pathways import Pathway
from collabnet.risk.rows import End, Row
from collabnet.risk.turnover.leaving import Turnover
from collabnet.risk.turnover.rates import Rate

Vertex = tuple[End, bool]
"""Who stands there, and whether it is the post alone, which stays."""


def present_rows(rows: Sequence[Row], pathways: Iterable[Pathway]) -> tuple[Row, ...]:
    """The rows of those who are there: as for the chance that a pathway is gone altogether.

    Rows of people who left, or fell silent on that pathway, are no way, unless it has no others.
    """
    kept: list[Row] = []
    gone: frozenset[str] = frozenset()
    for one in pathways:
        if one.service is None:
            there = [row for row in one.rows if one.absent.isdisjoint(row.people)]
            kept += there or one.rows
            gone = one.gone
    return (*kept, *(row for row in rows if row.is_inside and gone.isdisjoint(row.people)))


class WayGraph:
    """Numbers who stands at the ends of rows, blanks read at the worst.

    Whoever works under an agreement that names the position is there twice: as the person, who
    may leave, and as the post, which stays and through which only such rows pass.
    """

    def __init__(self, rows: Sequence[Row], turnover: Turnover) -> None:
        kinds = {
            (s, r, row.basis.passes == "yes", row.from_agency, row.to_agency, row.service)
            for row, s, r in fill(rows, "worst")
        }
        arcs: set[tuple[Vertex, Vertex]] = set()
        senders: dict[str, set[Vertex]] = {}
        receivers: dict[str, set[Vertex]] = {}
        providers: dict[str, set[Vertex]] = {}
        rates: dict[End, Rate | None] = {}
        for s, r, passes, from_agency, to_agency, service in kinds:
            tails, heads = _vertices(s, passes), _vertices(r, passes)
            arcs |= {(u, v) for u in tails for v in heads}
            senders.setdefault(from_agency, set()).update(tails)
            receivers.setdefault(to_agency, set()).update(heads)
            providers.setdefault(service, set()).update(heads)
            rates[s] = turnover.rate(s, from_agency)
            rates[r] = turnover.rate(r, to_agency)
        self.vertices = sorted({vertex for arc in arcs for vertex in arc})
        number = {vertex: i for i, vertex in enumerate(self.vertices)}
        self.arcs = tuple(sorted((number[u], number[v]) for u, v in arcs))
        self.senders, self.receivers, self.providers = (
            {name: tuple(sorted(number[v] for v in group[name])) for name in sorted(group)}
            for group in (senders, receivers, providers)
        )
        self.can_leave = [end.kind == "person" and not is_post for end, is_post in self.vertices]
        self.rates = [
            rates[end] if leaves else None
            for (end, _), leaves in zip(self.vertices, self.can_leave, strict=True)
        ]

    @cached_property
    def _forth(self) -> ScenarioGraph:
        return ScenarioGraph(len(self.vertices), self.arcs, (), ())

    @cached_property
    def _back(self) -> ScenarioGraph:
        return ScenarioGraph(len(self.vertices), tuple((v, u) for u, v in self.arcs), (), ())

    def reached_from(self, group: Collection[int]) -> Bools:
        """Who is on some way from a group, the group included."""
        return self._mask(self._forth.breadth_first(group))

    def leading_to(self, group: Collection[int]) -> Bools:
        """Who is on some way to a group, the group included."""
        return self._mask(self._back.breadth_first(group))

    def _mask(self, numbers: Sequence[int]) -> Bools:
        mask = np.zeros(len(self.vertices), dtype=np.bool_)
        mask[list(numbers)] = True
        return mask

    def graph(
        self, starts: Iterable[Collection[int]], ends: Iterable[Collection[int]]
    ) -> ScenarioGraph:
        """The whole graph, asked for ways between some groups."""
        groups = [tuple(tuple(group) for group in side) for side in (starts, ends)]
        return ScenarioGraph(len(self.vertices), self.arcs, *groups)


def _vertices(end: End, passes: bool) -> list[Vertex]:
    return [(end, False), (end, True)] if passes and end.kind == "person" else [(end, False)]
