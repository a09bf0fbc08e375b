"""Referrals disrupted a year, to first order: what waits too long or is lost."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from collabnet.engine import Bools, Floats
from collabnet.model import Assumptions
from collabnet.model.settings import Range
from collabnet.risk.turnover.links import Link, Seat

YEAR_WEEKS = 52.0


@dataclass(frozen=True)
class Case:
    """One value for everything that is assumed beside the rates.

    Attributes
    ----------
    takeover : share, 0 to 1, that colleagues take over where their unit isn't known; those of
        the same unit take over all, those of another nothing
    fill, wait, rebuild : weeks to fill a post, that a referral can wait, to rebuild a tie
    trust_share, trust_weeks : formal ties work at this share for so many weeks after
    """

    takeover: float = 0.0
    fill: float = 12.0
    wait: float = 0.0
    rebuild: float = YEAR_WEEKS
    trust_share: float = 1.0
    trust_weeks: float = 0.0

    def weeks(self, fill: Floats, is_formal: Bools) -> Floats:
        """Weeks of a year that a row stands still or is lost, for each end that leaves."""
        slow = (1 - self.trust_share) * self.trust_weeks
        formal = np.minimum(YEAR_WEEKS, np.maximum(0.0, fill - self.wait) + slow)
        informal = max(0.0, min(YEAR_WEEKS, self.rebuild) - self.wait)
        return np.where(is_formal, formal, informal)


def stated_case(assumptions: Assumptions) -> Case:
    """The weeks as stated; the least that colleagues take over; successors trusted at once."""
    return Case(
        takeover=assumptions.takeover[0],
        fill=assumptions.weeks_to_fill,
        wait=assumptions.weeks_can_wait,
        rebuild=assumptions.weeks_to_rebuild,
    )


def end_cases(assumptions: Assumptions) -> tuple[Case, Case]:
    """The best and the worst case within the ranges."""

    def both(stated: Range | None, value: float) -> Range:
        return stated or (value, value)

    fill = both(assumptions.fill_range, assumptions.weeks_to_fill)
    wait = both(assumptions.wait_range, assumptions.weeks_can_wait)
    rebuild = both(assumptions.rebuild_range, assumptions.weeks_to_rebuild)
    takeover, share, slow = assumptions.takeover, assumptions.trust_share, assumptions.trust_weeks
    best = Case(takeover[1], fill[0], wait[1], rebuild[0], share[1], slow[0])
    return best, Case(takeover[0], fill[1], wait[0], rebuild[1], share[0], slow[1])


@dataclass(frozen=True, eq=False)
class Ends:
    """One end of each link as columns; a rate of 0 where nobody leaves.

    ``is_stated`` tells the one rate that is assumed for everybody from those of posts and roles.
    """

    rates: Floats
    is_stated: Bools
    fill: Floats
    has_same: Bools
    has_maybe: Bools

    def share(self, case: Case, is_formal: Bools) -> Floats:
        """Share of a year's referrals that this end disrupts, before anybody takes over."""
        fill = np.where(np.isnan(self.fill), case.fill, self.fill)
        return np.minimum(1.0, self.rates * case.weeks(fill, is_formal) / YEAR_WEEKS)

    def taken(self, case: Case) -> Floats:
        """Share that colleagues take over."""
        return np.where(self.has_same, 1.0, np.where(self.has_maybe, case.takeover, 0.0))


@dataclass(frozen=True, eq=False)
class Disruption:
    """The links of some pathways as columns, so that many cases can be tried.

    Attributes
    ----------
    yearly : referrals a year of each link
    is_formal : whether a link is expected to pass to a successor
    is_alone : whether the same person stands at both ends
    """

    yearly: Floats
    is_formal: Bools
    sender: Ends
    receiver: Ends
    is_alone: Bools

    def shares(self, case: Case) -> Floats:
        """Expected share of each link's referrals in a year that is disrupted.

        Each end that may leave adds rate x weeks / 52, less what colleagues take over. Both
        ends are joined so that no referral counts twice.
        """
        one = self.sender.share(case, self.is_formal)
        other = self.receiver.share(case, self.is_formal)
        taken, given = self.sender.taken(case), self.receiver.taken(case)
        apart = 1 - (1 - one * (1 - taken)) * (1 - other * (1 - given))
        return np.where(self.is_alone, one * (1 - taken * given), apart)

    def per_year(self, case: Case) -> float:
        """Referrals a year that are disrupted, of all links together."""
        return float(self.yearly @ self.shares(case))


def disruption_of(
    links: Sequence[Link], a_year: float, level: str = "middle", *, unknown_passes: bool = False
) -> Disruption:
    """Put links into columns, ``a_year`` being what one row stands for in a year.

    Parameters
    ----------
    level : low, middle or high: which end of each rate
    unknown_passes : whether rows of unknown basis are expected to pass to a successor
    """
    formal = {"yes", "unknown"} if unknown_passes else {"yes"}
    alone = [
        one.sender is not None
        and one.receiver is not None
        and one.sender.person == one.receiver.person
        for one in links
    ]
    return Disruption(
        np.array([one.n * a_year for one in links]),
        np.array([one.passes in formal for one in links]),
        _ends([one.sender for one in links], level),
        _ends([one.receiver for one in links], level),
        np.array(alone),
    )


def _ends(seats: Sequence[Seat | None], level: str) -> Ends:
    return Ends(
        np.array([getattr(seat.rate, level) if seat else 0.0 for seat in seats]),
        np.array([bool(seat and seat.rate.is_stated) for seat in seats]),
        np.array([np.nan if seat is None or seat.weeks is None else seat.weeks for seat in seats]),
        np.array([bool(seat and seat.same) for seat in seats]),
        np.array([bool(seat and seat.maybe) for seat in seats]),
    )


def stacked(several: Sequence[Disruption]) -> Disruption:
    """All links of several, one after the other."""

    def together(ends: Sequence[Ends]) -> Ends:
        columns = ("rates", "is_stated", "fill", "has_same", "has_maybe")
        return Ends(*(np.concatenate([getattr(one, name) for one in ends]) for name in columns))

    return Disruption(
        np.concatenate([one.yearly for one in several]),
        np.concatenate([one.is_formal for one in several]),
        together([one.sender for one in several]),
        together([one.receiver for one in several]),
        np.concatenate([one.is_alone for one in several]),
    )


def with_rate(disruption: Disruption, rate: float) -> Disruption:
    """The same links if everybody who leaves at the one rate stated left at another."""

    def changed(ends: Ends) -> Ends:
        return replace(ends, rates=np.where(ends.is_stated, rate, ends.rates))

    sender, receiver = changed(disruption.sender), changed(disruption.receiver)
    return replace(disruption, sender=sender, receiver=receiver)
