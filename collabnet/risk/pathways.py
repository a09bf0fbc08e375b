"""A pathway: an ordered pair of agencies, and every figure that is said of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from collabnet.model import Coalition, Period
from collabnet.model.records import records
from collabnet.risk.blanks import Reading, sides_of
from collabnet.risk.carriers import Side
from collabnet.risk.continuity import Departure, departures_of, share_nobody
from collabnet.risk.cutsets import CutSets, direct_cut_sets
from collabnet.risk.intervals import poisson_interval
from collabnet.risk.quiet import is_quiet, is_silent_carrier
from collabnet.risk.rows import Alike, Row, alike
from collabnet.risk.standing import standing_rows
from collabnet.risk.ways import CAP

THIN = 6
"""Fewer referrals than this are too thin to rank."""
RECENT_MONTHS = 6


@dataclass(frozen=True)
class Pathway:
    """An ordered pair of different agencies that something was sent along.

    Attributes
    ----------
    service : str or None, None for all services together
    rows : the rows of the log; referral ties where the log doesn't cover the pair
    gone : people who had left by the end of the period
    left : agencies that they belonged to
    both : people who belong to both agencies
    is_vital : marked so by the user: ranked by structure however thin
    has_log : whether there is a log at all, of other pathways at least
    """

    from_agency: str
    to_agency: str
    service: str | None
    rows: tuple[Row, ...]
    period: Period | None
    gone: frozenset[str] = frozenset()
    is_vital: bool = False
    left: frozenset[str] = frozenset()
    both: frozenset[str] = frozenset()
    has_log: bool = True

    @property
    def pair(self) -> tuple[str, str]:
        """The two agencies."""
        return self.from_agency, self.to_agency

    @property
    def is_log(self) -> bool:
        """Whether referrals stand behind it, not a tie alone."""
        return self.rows[0].is_log

    @property
    def n(self) -> int | None:
        """Referrals in the log; None for a pathway that only a tie speaks of."""
        return len(self.rows) if self.is_log else None

    @property
    def is_thin(self) -> bool:
        """Whether it has too few referrals to rank; never for a tie."""
        return self.is_log and len(self.rows) < THIN

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days of its referrals, in order."""
        return tuple(sorted(row.on for row in self.rows if row.on is not None))

    @property
    def last_used(self) -> date | None:
        """The day of the last referral."""
        return self.days[-1] if self.days else None

    @cached_property
    def per_year(self) -> tuple[float, float, float] | None:
        """Referrals a year with the ends of the exact 95 % Poisson interval.

        None for a tie, and for a log of less than nine months.
        """
        if self.n is None or self.period is None or not self.period.yearly_is_defined:
            return None
        low, high = poisson_interval(self.n)
        years = self.period.years
        return self.n / years, low / years, high / years

    def a_year(self, n_rows: float) -> float:
        """Scale a number of rows to a year; as it is where the log is too short."""
        return n_rows if self.period is None else self.period.a_year(n_rows)

    @cached_property
    def is_quiet(self) -> bool:
        """Whether it has fallen silent; a question, not a loss."""
        return self.period is not None and bool(self.days) and is_quiet(self.days, self.period)

    @cached_property
    def alike(self) -> Alike:
        """One row of each kind, and how many there are like it."""
        return alike(self.rows)

    @cached_property
    def _sides(self) -> tuple[Side, Side]:
        return sides_of(self.alike)[self.pair]

    @cached_property
    def has_blanks(self) -> bool:
        """Whether any row names nobody at an end."""
        return self.sending.n_unknown > 0 or self.receiving.n_unknown > 0

    @property
    def sending(self) -> Side:
        """The carriers' side."""
        return self._sides[0]

    @property
    def receiving(self) -> Side:
        """The receivers' side."""
        return self._sides[1]

    @cached_property
    def basis(self) -> Counter[str]:
        """Rows by basis: formal, informal, unknown."""
        return Counter(row.basis.form for row in self.rows)

    @cached_property
    def cut(self) -> CutSets:
        """Direct cut sets over the rows that name both ends."""
        return self._cut("named")

    @cached_property
    def cut_worst(self) -> CutSets:
        """Direct cut sets with every blank the busiest named person."""
        return self._cut("worst") if self.has_blanks else self.cut

    @cached_property
    def cut_best(self) -> CutSets:
        """Direct cut sets with blanks that can't be removed."""
        return self._cut("best") if self.has_blanks else self.cut

    def _cut(self, reading: Reading, *, cap: int = CAP) -> CutSets:
        rows = [row for row, _ in self.alike]
        return direct_cut_sets(rows, reading, {self.pair: self._sides}, cap=cap)

    @cached_property
    def cut_sizes(self) -> tuple[int | None, int | None]:
        """Sizes of ``cut_worst`` and ``cut_best``: found without all their sets."""
        if not self.has_blanks:
            return self.cut.size, self.cut.size
        return self._cut("worst", cap=1).size, self._cut("best", cap=1).size

    @cached_property
    def rests_on_one(self) -> bool:
        """Whether one departure may stop every row: ``cut_worst`` has size 1."""
        if share_nobody(self.rows):
            return False
        worst = self.worst_departure
        return worst is not None and worst.n_stopped == worst.of

    @cached_property
    def absent(self) -> frozenset[str]:
        """Carriers and receivers who are no backup: they left, or fell silent themselves."""
        days: defaultdict[str, list[date]] = defaultdict(list)
        for row in self.rows:
            if row.on is not None:
                for person in row.people:
                    days[person].append(row.on)
        people = {person for row, _ in self.alike for person in row.people}
        silent = {
            person
            for person, own in days.items()
            if self.period is not None and is_silent_carrier(own, self.period)
        }
        return frozenset((people & self.gone) | silent)

    @cached_property
    def standing(self) -> "Pathway | None":
        """The same pathway with the rows of those who are there still, at the worst.

        Itself if nothing stands and every row names both ends: then all are silent alike. None
        if nothing stands for certain, and it is not known who carried the rest.
        """
        rows = standing_rows(self.rows, self.period, gone=self.gone, left=self.left, both=self.both)
        if len(rows) == len(self.rows):
            return self
        if rows:
            return replace(self, rows=rows)
        return None if self.has_blanks else self

    @cached_property
    def recent(self) -> "Pathway | None":
        """The last six months of a longer log, if they have enough rows to speak of."""
        if self.period is None or self.period.months <= RECENT_MONTHS or not self.is_log:
            return None
        last = self.period.last_months(RECENT_MONTHS)
        rows = tuple(row for row in self.rows if row.on is not None and row.on >= last.start)
        return replace(self, rows=rows, period=last) if len(rows) >= THIN else None

    @cached_property
    def departures(self) -> tuple[Departure, ...]:
        """What would leave with each person, by id."""
        return departures_of(self.alike, {self.pair: self._sides})

    @cached_property
    def worst_departure(self) -> Departure | None:
        """The one departure that stops most of it; None where nobody could leave."""
        return max(self.departures, key=lambda one: (one.n_stopped, one.lost_high), default=None)

    @cached_property
    def n_named(self) -> int:
        """Rows on the side that fewer rows name."""
        return min(self.sending.n_named, self.receiving.n_named)

    @cached_property
    def named_share(self) -> float:
        """Share of rows that name somebody, on the side where it is smaller."""
        return min(self.sending.named_share, self.receiving.named_share)


def build_pathways(coalition: Coalition, rows: Sequence[Row]) -> tuple[Pathway, ...]:
    """Give every pathway, for all services together and for each service, in id order."""
    gone, homes = _gone(coalition), _homes(coalition)
    left = frozenset(agency for agency, people in homes.items() if people & gone)
    vital = frozenset(coalition.settings.vital)
    has_log = len(coalition.referrals) > 0
    grouped: defaultdict[tuple[str, str, str | None], list[Row]] = defaultdict(list)
    for row in rows:
        if not row.is_inside:
            grouped[row.from_agency, row.to_agency, None].append(row)
            if row.service:
                grouped[row.from_agency, row.to_agency, row.service].append(row)
    return tuple(
        Pathway(
            a, b, service, tuple(found), coalition.period, gone, (a, b) in vital, left,
            homes[a] & homes[b], has_log,
        )
        for (a, b, service), found in sorted(
            grouped.items(), key=lambda item: (item[0][0], item[0][1], item[0][2] or "")
        )
    )  # fmt: skip


def alike_in(pathways: Iterable[Pathway]) -> Iterator[tuple[Row, int]]:
    """Give one row of each kind in the log between agencies, as each pathway has put them."""
    for one in pathways:
        if one.service is None and one.is_log:
            yield from one.alike


def _gone(coalition: Coalition) -> frozenset[str]:
    if coalition.period is None:
        return frozenset()
    end = coalition.period.end
    left = records(coalition.people, "person_id", "active_to")
    return frozenset(person for person, day in left if day is not None and day.date() < end)


def _homes(coalition: Coalition) -> "defaultdict[str, frozenset[str]]":
    """Everybody who belongs to each agency, or once did."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for table in (coalition.people, coalition.memberships):
        for person, agency in records(table, "person_id", "agency_id"):
            found[agency] |= {person}
    return found


class InPrinciple:
    """Finds agencies through which a pathway's services could be had with one hand-over.

    Somebody there has received for the service from the first agency and sent on to the
    second. A remedy to think about: nobody re-refers a case like this of their own accord.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._into: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        self._out: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
        for row in rows:
            if not row.is_inside:
                if row.receiver.id:
                    place = (row.to_agency, row.receiver.id)
                    self._into[row.from_agency, row.service].add(place)
                if row.sender.id:
                    place = (row.from_agency, row.sender.id)
                    self._out[row.to_agency, row.service].add(place)

    def through(self, pathway: Pathway) -> tuple[str, ...]:
        """The agencies between, by id."""
        found: set[str] = set()
        for service in {row.service for row in pathway.rows}:
            into = self._into.get((pathway.from_agency, service), set())
            out = self._out.get((pathway.to_agency, service), set())
            found |= {agency for agency, _ in into & out}
        return tuple(sorted(found - set(pathway.pair)))
