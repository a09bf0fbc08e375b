"""Everything that is known, or assumed, about who leaves: rates, empty posts, units."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from collabnet.model import Assumptions, Coalition
from collabnet.model.records import records
from collabnet.risk.carriers import UNSEEN
from collabnet.risk.rows import End
from collabnet.risk.turnover.rates import Rate, rates_of, unseen_rates, weeks_to_fill_of


@dataclass(frozen=True)
class Turnover:
    """How people leave a coalition, and how long their posts stay empty.

    Attributes
    ----------
    assumptions : Assumptions, years, weeks and shares as stated
    rates : the rate of each person, by id; whoever has none isn't there
    unseen : the rate of a person whom no row names, by agency
    weeks : weeks that a person's post stands empty each time, where posts.csv says so, by id
    units : the unit of each person, "" where none is known
    """

    assumptions: Assumptions
    rates: Mapping[str, Rate] = field(default_factory=dict)
    unseen: Mapping[str, Rate] = field(default_factory=dict)
    weeks: Mapping[str, float] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_given(self) -> bool:
        """Whether anybody has a rate; without one there are no chances."""
        return bool(self.rates or self.unseen)

    @property
    def has_ranges(self) -> bool:
        """Whether some rate is known as an interval only."""
        return any(r.low < r.high for r in (*self.rates.values(), *self.unseen.values()))

    def rate(self, end: End, agency: str) -> Rate | None:
        """The rate of whoever stands at an end of a row, for an agency; None if unknown."""
        if end.id.startswith(UNSEEN):
            return self.unseen.get(agency)
        return self.rates.get(end.id)


def turnover_of(coalition: Coalition) -> Turnover:
    """Gather what a coalition says of leaving.

    Examples
    --------
    >>> import collabnet as cn
    >>> turnover_of(cn.load("sample:g1")).is_given
    False
    """
    assumptions = coalition.settings.assumptions
    stated = assumptions.departure_rate is not None or assumptions.role_rates
    if not stated and coalition.posts.empty:
        return Turnover(assumptions)
    return Turnover(
        assumptions,
        rates_of(coalition),
        unseen_rates(coalition),
        weeks_to_fill_of(coalition),
        dict(records(coalition.people, "person_id", "unit")),
    )
