"""Each service and sector from each identifying agency: hand-offs, and ways that share nobody."""

from collections.abc import Iterable, Sequence

import pandas as pd

from collabnet.engine.cuts.many import ManyCuts
from collabnet.engine.cuts.minimum import VertexCutGraph
from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.risk.blanks import Reading, fill, has_blanks
from collabnet.risk.coverage.identifying import identifying_agencies
from collabnet.risk.coverage.offers import build_offers
from collabnet.risk.coverage.steps import steps_from
from collabnet.risk.cutsets import Vertices
from collabnet.risk.rows import Row

TABLE = (
    "from_agency", "target_kind", "target", "agencies", "hand_offs", "is_reached",
    "n_disjoint_ways", "n_disjoint_ways_worst", "n_disjoint_ways_best",
)  # fmt: skip
Target = tuple[str, str]
"""Kind ("service" or "sector") and name."""


def reach_table(coalition: Coalition, rows: Sequence[Row]) -> pd.DataFrame:
    """Say how each service and each sector is reached from each agency that identifies cases.

    Over the rows of the referral graph: each row is one hand-off, and inside an agency nothing
    passes on unless a row says so. A service is reached with any agency of the coalition that
    offers it, a sector with any of its agencies.

    Parameters
    ----------
    rows : the rows of the referral graph, as ``assessment.rows``

    Returns
    -------
    DataFrame, one row per identifying agency and target, by id
        target_kind : "service" or "sector"; agencies : str, ids joined by ";"
        hand_offs : float, fewest; 0 where the agency itself provides it, or somebody who sends
            from it also receives for a provider; NaN where no row leads
        is_reached : bool
        n_disjoint_ways : float, most ways of which no two share a person: the size of the
            smallest reach cut set (Menger 1927). NaN for the agency itself, where no way leads,
            and where a way passes only positions or groups, which don't leave
        n_disjoint_ways_worst, n_disjoint_ways_best : float, the same where rows name nobody: all
            by the busiest person named, or by people seen nowhere else, who don't leave
    """
    targets, starts = _targets(coalition), identifying_agencies(coalition, rows)
    readings: tuple[Reading, ...] = ("named", "worst", "best") if has_blanks(rows) else ("named",)
    asked = readings if targets else ()
    ways = [_Ways(rows, reading, starts, targets.values()) for reading in asked]
    found = []
    for start in starts:
        for target, agencies in targets.items():
            steps: int | None = 0
            sizes: list[int | None] = [None] * len(ways)
            if start not in agencies:
                # Nobody passes on what came to somebody not named, but it did come to the agency.
                steps = ways[-1].hand_offs(start, agencies)
                sizes = [one.most(start, agencies) for one in ways]
            ends = sizes[1:] or [sizes[0], sizes[0]]
            joined = ";".join(sorted(agencies))
            found.append((start, *target, joined, steps, steps is not None, sizes[0], *ends))
    table = pd.DataFrame(found, columns=list(TABLE))
    numbers = ["hand_offs", *TABLE[-3:]]
    return table.astype(dict.fromkeys(numbers, "float64") | {"is_reached": "bool"})


def _targets(coalition: Coalition) -> dict[Target, frozenset[str]]:
    """The agencies of each service and of each sector."""
    found: dict[Target, set[str]] = {}
    for one in build_offers(coalition):
        for service in one.services or ():
            found.setdefault(("service", service), set()).add(one.agency)
    for agency, cell in records(coalition.agencies, "agency_id", "sector"):
        if agency not in coalition.outside:
            for sector in {part.strip() for part in cell.split(";")} - {""}:
                found.setdefault(("sector", sector), set()).add(agency)
    return {target: frozenset(found[target]) for target in sorted(found)}


class _Ways:
    """Ways from agencies to any of some others, under one reading of rows that name nobody."""

    def __init__(
        self,
        rows: Sequence[Row],
        reading: Reading,
        starts: Sequence[str],
        targets: Iterable[frozenset[str]],
    ) -> None:
        vertices = Vertices(fill(rows, reading))
        self._senders = {start: vertices.senders.get(start, set()) for start in starts}
        self._receivers = {
            agencies: {v for one in agencies for v in vertices.receivers.get(one, ())}
            for agencies in targets
        }
        self._many = ManyCuts(
            VertexCutGraph(len(vertices.ends), vertices.arcs, fixed=vertices.fixed),
            self._senders,
            self._receivers,
            [(start, one) for one in self._receivers for start in starts if start not in one],
            cap=1,
        )
        self._after: dict[int, list[int]] = {}
        for u, v in vertices.arcs:
            self._after.setdefault(u, []).append(v)
        self._steps: dict[str, dict[int, int]] = {}

    def hand_offs(self, start: str, agencies: frozenset[str]) -> int | None:
        """The fewest from anybody who sends to anybody who receives; None without a way."""
        if start not in self._steps:
            self._steps[start] = steps_from(sorted(self._senders[start]), self._after)
        steps = self._steps[start]
        return min((steps[v] for v in self._receivers[agencies] if v in steps), default=None)

    def most(self, start: str, agencies: frozenset[str]) -> int | None:
        """The most ways that share no person; None without a way, and without a limit."""
        return self._many.cuts(start, agencies).size or None
