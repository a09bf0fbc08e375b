"""How often people leave: rates of posts with their interval, of roles, or one for everybody."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import exp

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.field_terms import ROLE
from collabnet.model.records import records

TAIL = 0.025
"""What the interval of a rate leaves out on either side."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Departures a year from one post, with the interval of what a few years tell.

    Attributes
    ----------
    low, middle, high : float, departures a year; equal where the rate is assumed
    source : str, where it comes from
    is_stated : bool, whether it is the one rate that is assumed for everybody
    """

    low: float
    middle: float
    high: float
    source: str
    is_stated: bool = False

    def chances(self, years: float) -> tuple[float, float, float]:
        """The chance of leaving within some years, at each of the three."""
        low, middle, high = (1 - exp(-rate * years) for rate in (self.low, self.middle, self.high))
        return low, middle, high


def assumed(rate: float, source: str) -> Rate:
    """A rate that somebody states, without an interval."""
    return Rate(rate, rate, rate, source)


def post_rate(changes: int, seat_years: float, source: str) -> Rate:
    """The rate of a post that changed hands so often in its years, times its seats.

    The mean and the central 95 % of a gamma distribution with shape ``changes`` + 0.5 (Jeffreys's
    prior for a Poisson rate), so that a post which nobody left isn't taken to be kept for ever.

    Examples
    --------
    >>> rate = post_rate(2, 3, "posts.csv, row 2")
    >>> round(rate.low, 3), round(rate.middle, 3), round(rate.high, 3)
    (0.139, 0.833, 2.139)
    """
    from scipy.special import gammaincinv

    shape = changes + 0.5
    low, high = (float(gammaincinv(shape, q)) / seat_years for q in (TAIL, 1 - TAIL))
    return Rate(low, shape / seat_years, high, source)


def rates_of(coalition: Coalition) -> Mapping[str, Rate]:
    """The rate at which each person leaves, by id; people without one aren't there.

    A rate set for the role wins, then that of the post in posts.csv (of the agency and role,
    else of the whole agency), then the one rate assumed for everybody. Groups can't leave.
    """
    posts, assumptions = Posts(coalition), coalition.settings.assumptions
    of_roles = {
        term: assumed(rate, f"set for the role {term}")
        for role, rate in assumptions.role_rates.items()
        for term in roles_in(role)
    }
    everybody = _for_everybody(coalition)
    found: dict[str, Rate] = {}
    for person, role, kind in records(coalition.people, "person_id", "role", "kind"):
        own = (of_roles[term] for term in roles_in(role) if term in of_roles)
        rate = next(own, None) or posts.rate(person) or everybody
        if kind != "group" and rate is not None:
            found[person] = rate
    return found


def unseen_rates(coalition: Coalition) -> Mapping[str, Rate]:
    """The rate of a person at each agency whom no row names; agencies without one aren't there.

    The worst of what is known there: the post of the whole agency or the one rate assumed for
    everybody, else the highest middle of its people, if every one of them has a rate.
    """
    posts, everybody, rates = Posts(coalition), _for_everybody(coalition), rates_of(coalition)
    found: dict[str, Rate] = {}
    for agency in coalition.agencies["agency_id"]:
        rate = posts.of_agency(agency) or everybody
        staff = [rates.get(person) for person in posts.staff(agency)]
        known = [one for one in staff if one is not None]
        if rate is None and known and len(known) == len(staff):
            rate = max(known, key=lambda one: (one.middle, one.high, one.source))
        if rate is not None:
            found[agency] = rate
    return found


def weeks_to_fill_of(coalition: Coalition) -> Mapping[str, float]:
    """The weeks that each person's post stood empty each time, where posts.csv says so, by id."""
    posts = Posts(coalition)
    weeks = {person: posts.weeks(person) for person in coalition.people["person_id"]}
    return {person: found for person, found in weeks.items() if found is not None}


def roles_in(cell: str) -> tuple[str, ...]:
    """The roles that a cell holds, as the list of roles calls them.

    Examples
    --------
    >>> roles_in("DJO; Court Liaison")
    ('deputy juvenile officer', 'court liaison')
    """
    return tuple(one.strip().lower() for one in ROLE.normalise(cell)[0].split(";") if one.strip())


def _for_everybody(coalition: Coalition) -> Rate | None:
    given = coalition.settings.assumptions
    rate = given.departure_rate
    return None if rate is None else Rate(rate, rate, rate, given.rate_label, is_stated=True)


def with_seats(coalition: Coalition) -> pd.DataFrame:
    """Give posts.csv with the seats of each post, counted where it doesn't state them."""
    posts, found = Posts(coalition), coalition.posts
    seats = [posts.seats(*one) for one in records(found, "agency_id", "role", "seats")]
    return found.assign(seats=pd.Series(seats, index=found.index, dtype="float64"))


class Posts:
    """The posts of posts.csv, by agency and role; role "" is the whole agency.

    Several rows about one post are several answers: the mean of the middles, the lowest and the
    highest of the ends. A row without holders or years says nothing about the rate, and 0 of
    either is none. Seats are those that the row states; else the people there now in one of its
    roles, 1 at least.
    """

    def __init__(self, coalition: Coalition) -> None:
        self._agencies_of = coalition.agencies_of
        people = list(records(coalition.people, "person_id", "role", "kind", "active_to"))
        self._roles = {person: roles_in(role) for person, role, _, _ in people}
        end = coalition.period.end if coalition.period else None
        self._staff: dict[str, list[str]] = {}
        for person, _, kind, until in people:
            if kind != "group" and not (end and until is not None and until.date() < end):
                for agency in self._agencies_of[person]:
                    self._staff.setdefault(agency, []).append(person)
        rates: dict[tuple[str, str], list[Rate]] = {}
        weeks: dict[tuple[str, str], list[float]] = {}
        columns = "row", "agency_id", "role", "seats", "holders_in_period", "years", "weeks_vacant"
        for row, *post, holders, years, vacant in records(coalition.posts, *columns):
            agency, role, _ = post
            seats = self.seats(*post)
            for term in roles_in(role) or ("",):
                changes = max(int(holders or 0) - seats, 0)
                if holders and years:
                    rate = post_rate(changes, seats * years, f"posts.csv, row {row}")
                    rates.setdefault((agency, term), []).append(rate)
                if vacant is not None and (vacant or changes):
                    # Asked for all the years together: so long each time.
                    weeks.setdefault((agency, term), []).append(vacant / max(changes, 1))
        self._rates = {post: _together(found) for post, found in rates.items()}
        self._weeks = {post: sum(found) / len(found) for post, found in weeks.items()}

    def staff(self, agency: str, role: str = "") -> Collection[str]:
        """The people there now, of one role or all; groups are none."""
        everybody = self._staff.get(agency, [])
        return [one for one in everybody if role in self._roles[one]] if role else everybody

    def seats(self, agency: str, role: str, stated: int | None) -> int:
        """The seats of the post in a row: as it states them, else whoever is there now."""
        terms = roles_in(role) or ("",)
        there = {person for term in terms for person in self.staff(agency, term)}
        return int(stated) if stated else max(1, len(there))

    def of_agency(self, agency: str) -> Rate | None:
        """The rate asked of a whole agency."""
        return self._rates.get((agency, ""))

    def rate(self, person: str) -> Rate | None:
        """The rate of a person's post."""
        return next((self._rates[post] for post in self._of(person) if post in self._rates), None)

    def weeks(self, person: str) -> float | None:
        """The weeks that a person's post stood empty each time."""
        return next((self._weeks[post] for post in self._of(person) if post in self._weeks), None)

    def _of(self, person: str) -> Iterator[tuple[str, str]]:
        """The posts that may be a person's: their roles at each agency, then each agency."""
        agencies = self._agencies_of[person]
        yield from ((agency, role) for agency in agencies for role in self._roles[person])
        yield from ((agency, "") for agency in agencies)


def _together(rates: list[Rate]) -> Rate:
    if len(rates) == 1:
        return rates[0]
    middle = sum(one.middle for one in rates) / len(rates)
    source = "; ".join(dict.fromkeys(one.source for one in rates))
    return Rate(min(r.low for r in rates), middle, max(r.high for r in rates), source)
