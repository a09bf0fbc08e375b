"""What may be lost in a year, where departure rates are assumed: never about a named person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from collabnet.model.settings import Range
from collabnet.risk.pathways import Pathway
from collabnet.risk.turnover.disrupted import Case, disruption_of, end_cases, stated_case
from collabnet.risk.turnover.gone import Gone, chance_gone
from collabnet.risk.turnover.leaving import Turnover
from collabnet.risk.turnover.links import Link, Links, Seat, chance_of_all, links_of

Level = Literal["low", "middle", "high"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""The ends and the middle of each rate."""

Chance = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Chances:
    """Chances and expected losses of one pathway over the years assumed.

    Blanks are read in the worst way and rows of unknown basis as not on paper, unless said
    otherwise. Who left or fell silent is no backup. Ranges are (low, high).

    Attributes
    ----------
    any_leaves : float, 0 to 1, chance that at least one present carrier leaves
    lost_low, lost_high : float, referrals a year, expected loss if colleagues take over as much
        as is assumed at most, and as little as at least; colleagues known to be of the same
        unit take over all, those of another unit nothing
    lost_if_on_paper : Range, the same if all rows of unknown basis pass to successors
    lost_at_rates : Range, ``lost_low`` at the low end of the rates, ``lost_high`` at the high
    gone : Gone, chance that the link is gone altogether, with its two parts
    gone_if_on_paper : float, the same if all rows of unknown basis pass to successors
    disrupted_per_year : float, referrals, delayed or lost a year, to first order, at the stated
        weeks if colleagues take over as little as is assumed
    any_leaves_range, gone_range : Range, at the low and the high end of the rates
    disrupted_range : Range, with all assumptions at their best and at their worst, rows of
        unknown basis on paper or not
    """

    any_leaves: float
    lost_low: float
    lost_high: float
    lost_if_on_paper: Range
    lost_at_rates: Range
    gone: Gone
    gone_if_on_paper: float
    disrupted_per_year: float
    any_leaves_range: Range
    gone_range: Range
    disrupted_range: Range


def pathway_chances(pathway: Pathway, turnover: Turnover, *, seed: int = 0) -> Chances | None:
    """Chances of one pathway; None without referrals, or where somebody on it has no rate."""
    links = links_of(pathway, turnover)
    if links is None:
        return None
    assumed, a_year = turnover.assumptions, pathway.a_year(1)
    at = {level: _leaving(links, level, assumed.years) for level in LEVELS}
    has_ranges = any(rate.low < rate.high for rate in links.rates.values())
    gone = {
        level: chance_gone(links.standing, at[level], seed=seed)
        for level in (LEVELS if has_ranges else ("middle",))
    }
    lossy = [one for one in links.links if one.passes != "yes"]
    known = [one for one in lossy if one.passes == "no"]
    least, most = assumed.takeover
    best, worst = end_cases(assumed)

    def lost(rows: list[Link], low: Level, high: Level) -> Range:
        """At both ends of takeover, with the rates at ``low`` and at ``high``."""
        return (
            a_year * expected_loss(rows, at[low], most),
            a_year * expected_loss(rows, at[high], least),
        )

    lost_low, lost_high = lost(lossy, "middle", "middle")
    return Chances(
        any_leaves=_any_leaves(links, at["middle"]),
        lost_low=lost_low,
        lost_high=lost_high,
        lost_if_on_paper=lost(known, "middle", "middle"),
        lost_at_rates=lost(lossy, "low", "high") if has_ranges else (lost_low, lost_high),
        gone=gone["middle"],
        gone_if_on_paper=0.0 if len(known) < len(lossy) else gone["middle"].chance,
        disrupted_per_year=disruption_of(links.links, a_year).per_year(stated_case(assumed)),
        any_leaves_range=(_any_leaves(links, at["low"]), _any_leaves(links, at["high"])),
        gone_range=(
            gone.get("low", gone["middle"]).chance,
            gone.get("high", gone["middle"]).chance,
        ),
        disrupted_range=(
            min(_disrupted_both_ways(links, a_year, "low", best)),
            max(_disrupted_both_ways(links, a_year, "high", worst)),
        ),
    )


def expected_loss(links: list[Link], p: Chance, takeover: float) -> float:
    """Rows expected to be lost, each person leaving with their chance.

    A row is lost by its sender if they leave and nobody takes over: all colleagues of the same
    unit leave too; of those of whom the unit isn't known, only the share ``takeover`` takes
    over at all. By its receiver likewise; lost by both is lost once.
    """
    total = 0.0
    for one in links:
        by_sender, by_receiver = (
            _ways_to_lose(one.sender, takeover),
            _ways_to_lose(one.receiver, takeover),
        )
        # Sets are joined before their chance is taken: somebody may stand on both sides.
        lost = sum(weight * chance_of_all(who, p) for weight, who in (*by_sender, *by_receiver))
        lost -= sum(
            weight * other * chance_of_all(who | them, p)
            for weight, who in by_sender
            for other, them in by_receiver
        )
        total += one.n * lost
    return total


def _ways_to_lose(seat: Seat | None, takeover: float) -> list[tuple[float, frozenset[str]]]:
    """Weights, and the people who must all leave."""
    if seat is None:
        return []
    ways = [(1 - takeover, seat.if_same), (takeover, seat.if_all)]
    return [(weight, people) for weight, people in ways if weight > 0]


def _leaving(links: Links, level: Level, years: float) -> Chance:
    place = LEVELS.index(level)
    return {person: rate.chances(years)[place] for person, rate in links.rates.items()}


def _any_leaves(links: Links, p: Chance) -> float:
    return 1 - chance_of_all(links.carriers, {person: 1 - one for person, one in p.items()})


def _disrupted_both_ways(
    links: Links, a_year: float, level: Level, case: Case
) -> tuple[float, float]:
    """Referrals disrupted a year, rows of unknown basis on paper and not."""
    on_paper, not_on_paper = (
        disruption_of(links.links, a_year, level, unknown_passes=passes).per_year(case)
        for passes in (True, False)
    )
    return on_paper, not_on_paper
