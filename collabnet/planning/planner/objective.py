"""What a plan is measured by: referrals a year that a departure would lose, and weak contacts.

Structure, where no rates are given: for each pathway that is not thin (or is vital) and each of
its sides, the most rows a year that one departure on that side stops. A row that an agreement in
use passes on is only interrupted, and counts ``weeks_to_fill`` / 52; any other row counts whole
(what isn't known to be on paper is taken not to be; rows that name nobody are the busiest's).

With rates: the expected referrals lost a year. With no takeover a row is lost if one of its
people leaves; with full takeover only if a whole side leaves. Between the two the loss is in
proportion to the share taken over.

Beside either: each pair of agencies counts ``contact_worth`` referrals a year for each of these,
at most twice: all that is direct between them rests on one person; a tie is strained; somebody
reports one as missing. Where there is no working tie at all it counts twice. A single contact
that a counted pathway tells already, or one of a few log rows alone, doesn't count again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from collabnet.model import Coalition
from collabnet.planning.planner.lines import Line
from collabnet.risk.turnover.rates import rates_of, unseen_rates

YEAR_WEEKS = 52.0


@dataclass(frozen=True)
class Measure:
    """How a pathway's loss is counted; the same before and after a change.

    Attributes
    ----------
    has_rates : whether expected losses are counted, not the worst departure
    takeover : share, 0 to 1, that colleagues take over (with rates)
    waiting : share of a year that a post stands empty
    contact_worth : referrals a year
    """

    has_rates: bool
    takeover: float
    waiting: float
    contact_worth: float

    def with_takeover(self, share: float) -> "Measure":
        """The same at another share taken over."""
        return Measure(self.has_rates, share, self.waiting, self.contact_worth)


@dataclass(frozen=True)
class People:
    """What is assumed of people.

    Attributes
    ----------
    chance : chance of leaving within the years assumed, by person; empty without rates
    unseen : the same of somebody not named, by agency
    rates : departures a year, by person
    gone : who has left already, and is no backup
    """

    chance: Mapping[str, float] = field(default_factory=dict)
    unseen: Mapping[str, float] = field(default_factory=dict)
    rates: Mapping[str, float] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()


def line_loss(line: Line, measure: Measure, people: People) -> float:
    """Referrals a year that a pathway loses, by the measure.

    Examples
    --------
    >>> ends = tuple((f"O{i}", "person") for i in (1, 1, 2)), (("I1", "person"),) * 3
    >>> line = Line(("court", "program"), *ends, (True,) * 3, passes=False, a_year=1.0)
    >>> line_loss(line, Measure(False, 0.5, 12 / 52, 6), People())
    5.0
    """
    weight = line.a_year * (measure.waiting if line.passes else 1.0)
    sending, receiving = line.sides
    if not measure.has_rates:
        return weight * (sending.most + receiving.most)
    all_gone = sum(line.counted) * side_gone(line, people)
    if measure.takeover == 1:
        return weight * all_gone
    unseen = [people.unseen.get(agency, 0.0) for agency in line.pair]
    busiest = sending.busiest, receiving.busiest
    lost = 0.0
    for sender, receiver, is_in in zip(line.senders, line.receivers, line.counted, strict=True):
        if is_in:
            stays = 1.0
            ends = set()
            for place, (who, kind) in enumerate((sender, receiver)):
                one = busiest[place] if kind == "unknown" else who
                if kind in ("person", "unknown") and one not in ends:
                    ends.add(one)
                    stays *= 1 - people.chance.get(one, unseen[place])
            lost += 1 - stays
    return weight * (measure.takeover * all_gone + (1 - measure.takeover) * lost)


def side_gone(line: Line, people: People) -> float:
    """Chance that everybody on one side of a pathway leaves, or on both."""
    sending, receiving = (
        side.emptied(people.chance, people.unseen.get(agency, 0.0), people.gone)
        for side, agency in zip(line.sides, line.pair, strict=True)
    )
    return 1 - (1 - sending) * (1 - receiving)


def people_of(coalition: Coalition, gone: frozenset[str] = frozenset()) -> People:
    """Gather the chances of leaving within the years assumed; empty without rates."""
    years = coalition.settings.assumptions.years
    rates = rates_of(coalition)
    return People(
        {who: rate.chances(years)[1] for who, rate in rates.items()},
        {who: rate.chances(years)[1] for who, rate in unseen_rates(coalition).items()},
        {who: rate.middle for who, rate in rates.items()},
        gone,
    )
