"""The chance that no way is left between two agencies, or from an agency to a service.

Two-terminal reliability with people who may leave (Colbourn 1987, The Combinatorics of Network
Reliability), one less: every combination of departures is counted out where few people stand on
the ways, else combinations are drawn.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from collabnet.engine import Bools
from collabnet.engine.scenarios.blocks import (
    ALL,
    ScenarioGraph,
    pattern_weights,
    patterns,
    weight_of,
)
from collabnet.engine.scenarios.count import count_no_way
from collabnet.engine.scenarios.draw import Drawn, draw_until
from collabnet.risk.turnover.rates import Rate
from collabnet.risk.turnover.way_graph import WayGraph

EXACT_TO = 20
"""Up to so many people on the ways between two places every combination is counted out."""
MOST_COMBINATIONS = 1 << 22
"""So many are counted out in one call, for the pairs with the fewest people first."""
LEVELS = ("low", "middle", "high")


@dataclass(frozen=True, slots=True)
class NoWay:
    """Chance that no way is left between two places, indirect ways included.

    Attributes
    ----------
    chance : float, 0 to 1, at the middle of the rates
    low, high : float, at the ends of the rates
    method : "exact" by every combination, or "drawn"
    standard_error : float, of ``chance``; 0 where it is exact
    draws : int, combinations drawn; 0 where it is exact
    is_settled : bool, whether drawing stopped since the standard error was small enough, not
        since the most draws were reached
    n_people : int, people on the ways
    """

    chance: float
    low: float
    high: float
    method: Literal["exact", "drawn"]
    standard_error: float
    draws: int
    is_settled: bool
    n_people: int


Place = tuple[str, str]


def no_way(
    graph: WayGraph,
    starts: Mapping[str, Collection[int]],
    ends: Mapping[str, Collection[int]],
    *,
    years: float,
    seed: int,
    to_itself: bool = False,
) -> dict[Place, NoWay | None]:
    """Give the chance of no way for each start and end that a way joins.

    None where somebody on the ways has no rate. A start and an end of the same name are left
    out, an agency reaching itself, unless ``to_itself``.
    """
    forth = {name: graph.reached_from(group) for name, group in starts.items()}
    back = {name: graph.leading_to(group) for name, group in ends.items()}
    found: dict[Place, NoWay | None] = {}
    people_on: dict[Place, int] = {}
    for start, after in forth.items():
        for end, before in back.items():
            on_way = after & before
            if (start == end and not to_itself) or not on_way.any():
                continue
            leaving = [i for i in np.flatnonzero(on_way) if graph.can_leave[i]]
            if any(graph.rates[i] is None for i in leaving):
                found[start, end] = None
            else:
                people_on[start, end] = len(leaving)
    exact = _small_enough(people_on)
    for start, end in exact:
        on_way = forth[start] & back[end]
        found[start, end] = _exact(graph, on_way, starts[start], ends[end], years)
    if to_draw := {place: n for place, n in people_on.items() if place not in exact}:
        found |= _drawn(graph, starts, ends, to_draw, years, seed)
    return dict(sorted(found.items()))


def _small_enough(people_on: Mapping[Place, int]) -> set[Place]:
    """The pairs that are counted out: few people on the ways, not too much work in all."""
    chosen: set[Place] = set()
    left = MOST_COMBINATIONS
    for place, n in sorted(people_on.items(), key=lambda item: (item[1], item[0])):
        if n > EXACT_TO or (1 << n) > left:
            break
        left -= 1 << n
        chosen.add(place)
    return chosen


def _exact(
    graph: WayGraph, on_way: Bools, start: Collection[int], end: Collection[int], years: float
) -> NoWay:
    """Count out every combination of who is there, of those who stand on some way."""
    kept = np.flatnonzero(on_way).tolist()
    number = {vertex: i for i, vertex in enumerate(kept)}
    people = [vertex for vertex in kept if graph.can_leave[vertex]]
    small = ScenarioGraph(
        len(kept),
        tuple((number[u], number[v]) for u, v in graph.arcs if u in number and v in number),
        (tuple(number[v] for v in start if v in number),),
        (tuple(number[v] for v in end if v in number),),
    )
    there = patterns(len(people))
    up = np.full((len(kept), there.shape[1]), ALL, dtype=np.uint64)
    up[[number[person] for person in people]] = there
    none_left = ~small.ways(up)[0, 0]
    rates = [graph.rates[person] for person in people]
    chance = {
        level: weight_of(none_left, pattern_weights([1 - p for p in _chances(rates, level, years)]))
        for level in _levels(rates)
    }
    middle = chance["middle"]
    low, high = chance.get("low", middle), chance.get("high", middle)
    return NoWay(middle, low, high, "exact", 0.0, 0, True, len(people))


def _drawn(
    graph: WayGraph,
    starts: Mapping[str, Collection[int]],
    ends: Mapping[str, Collection[int]],
    to_draw: Mapping[Place, int],
    years: float,
    seed: int,
) -> dict[Place, NoWay | None]:
    """Draw combinations for all pairs at once, the same for the ends of the rates."""
    from_names = sorted({start for start, _ in to_draw})
    to_names = sorted({end for _, end in to_draw})
    asked = graph.graph([starts[name] for name in from_names], [ends[name] for name in to_names])
    rows = [from_names.index(start) for start, _ in to_draw]
    columns = [to_names.index(end) for _, end in to_draw]

    def draw(level: str) -> Drawn:
        p = _chances(graph.rates, level, years)
        return draw_until(
            lambda first, blocks: count_no_way(asked, p, seed, first, blocks)[rows, columns]
        )

    drawn = {level: draw(level) for level in _levels(graph.rates)}
    middle = drawn["middle"]
    low, high = drawn.get("low", middle), drawn.get("high", middle)
    return {
        place: NoWay(
            float(middle.share[i]),
            float(low.share[i]),
            float(high.share[i]),
            "drawn",
            float(middle.standard_error[i]),
            middle.draws,
            middle.is_settled,
            n_people,
        )
        for i, (place, n_people) in enumerate(to_draw.items())
    }


def _levels(rates: Collection[Rate | None]) -> tuple[str, ...]:
    """All three where some rate has an interval, else the middle alone."""
    has_ranges = any(rate is not None and rate.low < rate.high for rate in rates)
    return LEVELS if has_ranges else ("middle",)


def _chances(rates: Collection[Rate | None], level: str, years: float) -> list[float]:
    """The chance of leaving of each; 0 for those who can't, or of whom nothing is known."""
    place = LEVELS.index(level)
    return [0.0 if rate is None else rate.chances(years)[place] for rate in rates]
