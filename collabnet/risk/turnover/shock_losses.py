"""What each shock takes along: rows, pathways, and ways between agencies."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from collabnet.engine import Bools
from collabnet.engine.scenarios.blocks import WORD, ScenarioGraph, Words, scenario_words
from collabnet.risk.basis import Passing
from collabnet.risk.blanks import fill
from collabnet.risk.cutsets import Vertices
from collabnet.risk.rows import End, Row
from collabnet.risk.turnover.shocks import Shock

COLUMNS = (
    "kind", "name", "agency", "n_people", "lost_low", "lost_high", "interrupted", "of",
    "pathways_ended", "pathways_interrupted", "pairs_without_way", "pairs_of_others", "pairs",
)  # fmt: skip
MOST_PAIRS = 64
"""So many pairs of a shock are listed; all are counted."""

Pair = tuple[str, str]


def shocks_table(shocks: Sequence[Shock], rows: Sequence[Row]) -> pd.DataFrame:
    """One row per shock, by kind, agency and name: what stops, and what ends for good.

    Returns
    -------
    DataFrame
        n_people : int, people gone; a group recorded as one counts once
        lost_low, lost_high, interrupted, of : int, log rows, as for a single departure
        pathways_ended : list, pathways of which every row is lost, unknown basis included
        pathways_interrupted : list, pathways of which every row stops, some until posts are filled
        pairs_without_way : int, ordered pairs of agencies that ways joined before, and none does
        pairs_of_others : int, of these, pairs without an agency that is gone whole
        pairs : list, the first 64 of the pairs
    """
    index, without = _Index(rows), _pairs_without_way(shocks, rows)
    made = [
        {
            "kind": shock.kind,
            "name": shock.name,
            "agency": shock.agency,
            "n_people": len(shock.people),
            **index.losses(shock),
            "pairs_without_way": len(pairs),
            "pairs_of_others": sum(shock.agencies.isdisjoint(pair) for pair in pairs),
            "pairs": [list(pair) for pair in pairs[:MOST_PAIRS]],
        }
        for shock, pairs in zip(shocks, without, strict=True)
    ]
    return pd.DataFrame(made, columns=list(COLUMNS))


@dataclass(frozen=True, slots=True)
class _Kind:
    """Rows that are alike for a shock."""

    from_agency: str
    sender: End
    to_agency: str
    receiver: End
    passes: Passing
    is_log: bool


class _Index:
    """Rows by who stands at their ends, so that a shock looks at its own rows only."""

    def __init__(self, rows: Sequence[Row]) -> None:
        counts = Counter(
            _Kind(r.from_agency, r.sender, r.to_agency, r.receiver, r.basis.passes, r.is_log)
            for r in rows
        )
        self._kinds, self._counts = list(counts), list(counts.values())
        self._total = sum(n for kind, n in counts.items() if kind.is_log)
        self._of_person: defaultdict[str, set[int]] = defaultdict(set)
        self._of_blank: defaultdict[str, set[int]] = defaultdict(set)
        self._of_pathway: defaultdict[Pair, set[int]] = defaultdict(set)
        for i, kind in enumerate(self._kinds):
            for end, agency in ((kind.sender, kind.from_agency), (kind.receiver, kind.to_agency)):
                if end.kind == "unknown":
                    self._of_blank[agency].add(i)
                else:
                    self._of_person[end.id].add(i)
            if kind.from_agency != kind.to_agency:
                self._of_pathway[kind.from_agency, kind.to_agency].add(i)

    def losses(self, shock: Shock) -> dict[str, Any]:
        """Rows lost for good and interrupted, and the pathways of which nothing is left."""
        sure = _united(self._of_person, shock.people) | _united(self._of_blank, shock.agencies)
        hit = sure | _united(self._of_blank, shock.may_be)
        low = high = interrupted = 0
        for i in hit:
            kind, n = self._kinds[i], self._counts[i]
            if not kind.is_log:
                continue
            if kind.passes == "yes":
                interrupted += n
            else:
                high += n
                low += n if i in sure and kind.passes == "no" else 0
        ended: list[list[str]] = []
        waiting: list[list[str]] = []
        touched = {(self._kinds[i].from_agency, self._kinds[i].to_agency) for i in hit}
        for pair in sorted(touched & self._of_pathway.keys()):
            if self._of_pathway[pair] <= hit:
                passes = any(self._kinds[i].passes == "yes" for i in self._of_pathway[pair])
                (waiting if passes else ended).append(list(pair))
        return {
            "lost_low": low,
            "lost_high": high,
            "interrupted": interrupted,
            "of": self._total,
            "pathways_ended": ended,
            "pathways_interrupted": waiting,
        }


def _united(sets: "defaultdict[str, set[int]]", keys: frozenset[str]) -> set[int]:
    return set().union(*(sets[key] for key in keys if key in sets))


def _pairs_without_way(shocks: Sequence[Shock], rows: Sequence[Row]) -> list[list[Pair]]:
    """The ordered pairs that each shock leaves without a way: all shocks at once, one bit each.

    Blanks are read at the worst; nobody has taken over yet.
    """
    filled = list(fill(rows, "worst"))
    vertices = Vertices(filled)
    if not vertices.arcs:
        return [[] for _ in shocks]
    stands: defaultdict[str, list[int]] = defaultdict(list)
    for i, end in enumerate(vertices.ends):
        stands[end.id].append(i)
    unseen = {(s.id, row.from_agency) for row, s, _ in filled if row.sender.kind == "unknown"}
    unseen |= {(r.id, row.to_agency) for row, _, r in filled if row.receiver.kind == "unknown"}
    down = []
    for shock in shocks:
        ids = shock.people | {end for end, agency in unseen if agency in shock.may_be}
        down.append([i for one in sorted(ids) for i in stands.get(one, ())])
    senders, receivers = sorted(vertices.senders), sorted(vertices.receivers)
    graph = ScenarioGraph(
        len(vertices.ends),
        tuple(vertices.arcs),
        tuple(tuple(sorted(vertices.senders[agency])) for agency in senders),
        tuple(tuple(sorted(vertices.receivers[agency])) for agency in receivers),
    )
    # One scenario more, in which everybody is there.
    ways = graph.ways(scenario_words([*down, []], graph.n))
    joined = _scenario(ways, len(shocks))
    apart = np.array([[a != b for b in receivers] for a in senders])
    return [
        [
            (senders[s], receivers[r])
            for s, r in np.argwhere(joined & apart & ~_scenario(ways, number)).tolist()
        ]
        for number in range(len(shocks))
    ]


def _scenario(ways: Words, number: int) -> Bools:
    """Where a way is left in one scenario."""
    is_set: Bools = (ways[:, :, number // WORD] >> np.uint64(number % WORD)) & np.uint64(1) == 1
    return is_set
