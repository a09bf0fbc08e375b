"""What may be lost in a year, where departure rates are assumed: never about a named person."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from collabnet.model import Assumptions
from collabnet.risk.blanks import fill
from collabnet.risk.gone import Gone, chance_gone
from collabnet.risk.pathways import Pathway
from collabnet.risk.rows import End, Row

YEAR_WEEKS = 52.0


@dataclass(frozen=True, slots=True)
class Chances:
    """Chances and expected losses of one pathway over the years assumed.

    Blanks are read in the worst way and rows of unknown basis as not on paper. Who left or fell
    silent is no backup.

    Attributes
    ----------
    any_leaves : float, 0 to 1, chance that at least one present carrier leaves
    lost_low, lost_high : float, referrals, expected loss if colleagues of the same agency take
        over all they can, and if nobody does
    gone : Gone, chance that the link is gone altogether, with its two parts
    disrupted_per_year : float, referrals, delayed or lost a year, to first order
    """

    any_leaves: float
    lost_low: float
    lost_high: float
    gone: Gone
    disrupted_per_year: float


def chance_of_leaving(assumptions: Assumptions) -> float | None:
    """Chance that one person leaves within the years assumed; None without a rate.

    Examples
    --------
    >>> round(chance_of_leaving(Assumptions(departure_rate=0.15)), 4)
    0.1393
    """
    if assumptions.departure_rate is None:
        return None
    return 1 - exp(-assumptions.departure_rate * assumptions.years)


def pathway_chances(pathway: Pathway, assumptions: Assumptions, *, seed: int = 0) -> Chances | None:
    """Chances of one pathway; None without departure rates or without referrals."""
    p = chance_of_leaving(assumptions)
    if p is None or not pathway.is_log or assumptions.departure_rate is None:
        return None
    filled = _filled(pathway.rows)
    there = tuple(row for row in pathway.rows if pathway.absent.isdisjoint(row.people))
    gone = chance_gone(_filled(there or pathway.rows), p, seed=seed)
    lossy = [(sender, receiver) for sender, receiver, passes in filled if not passes]
    at_none = sum(1 - (1 - p) ** _n_people(sender, receiver) for sender, receiver in lossy)
    side_gone = 1 - (1 - gone.sending) * (1 - gone.receiving)
    everybody = {s.id for s, _, _ in filled if s.kind == "person"}
    carriers = everybody - pathway.absent or everybody
    yearly = [pathway.a_year(n) for n in (len(lossy) * side_gone, at_none)]
    return Chances(
        any_leaves=1 - (1 - p) ** len(carriers),
        lost_low=yearly[0],
        lost_high=yearly[1],
        gone=gone,
        disrupted_per_year=pathway.a_year(
            sum(
                disrupted_share(_n_people(s, r), assumptions, is_formal=passes)
                for s, r, passes in filled
            )
        ),
    )


def _filled(rows: Sequence[Row]) -> list[tuple[End, End, bool]]:
    """The two ends of each row at the worst, and whether it passes to a successor."""
    return [(s, r, row.basis.passes == "yes") for row, s, r in fill(rows, "worst")]


def disrupted_share(n_people: int, assumptions: Assumptions, *, is_formal: bool) -> float:
    """Expected share of a row's referrals in a year that wait too long or are lost.

    Each end that may leave adds rate x max(0, weeks - weeks that can wait) / 52, where weeks is
    the time to fill the post (formal) or to rebuild the tie, a year at most (informal). Both
    ends are joined so that no referral counts twice.

    Examples
    --------
    >>> assumed = Assumptions(departure_rate=1, weeks_to_fill=12, weeks_can_wait=2)
    >>> round(12 * disrupted_share(1, assumed, is_formal=True), 2)
    2.31
    """
    weeks = assumptions.weeks_to_fill
    if not is_formal:
        weeks = min(YEAR_WEEKS, assumptions.weeks_to_rebuild)
    waiting = max(0.0, weeks - assumptions.weeks_can_wait) / YEAR_WEEKS
    one = min(1.0, (assumptions.departure_rate or 0.0) * waiting)
    return 1 - (1 - one) ** n_people


def _n_people(sender: End, receiver: End) -> int:
    return len({end.id for end in (sender, receiver) if end.kind == "person"})
