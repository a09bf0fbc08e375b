"""The rows of a pathway as what turnover asks of them: who stands at each end, and who else."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import prod

from collabnet.risk.basis import Passing
from collabnet.risk.blanks import fill
from collabnet.risk.pathways import Pathway
from collabnet.risk.rows import End
from collabnet.risk.turnover.leaving import Turnover
from collabnet.risk.turnover.rates import Rate

Group = frozenset[str]


@dataclass(frozen=True)
class Seat:
    """A person at one end of some rows of a pathway, and who could take over from them.

    Attributes
    ----------
    same, maybe : colleagues who stand on the same side and are there: known to be of the same
        unit, and those of whom that isn't known
    weeks : weeks that this person's post stands empty, where it is known; else None
    """

    person: str
    rate: Rate
    same: Group
    maybe: Group
    is_absent: bool
    weeks: float | None

    @cached_property
    def if_same(self) -> Group:
        """All must leave before nobody takes over, if only the same unit does."""
        return self._without_absent(self.same)

    @cached_property
    def if_all(self) -> Group:
        """All must leave before nobody takes over, if those of unknown unit do as well."""
        return self._without_absent(self.same | self.maybe)

    def _without_absent(self, others: Group) -> Group:
        """Who left or fell silent isn't there to leave, where anybody else is."""
        return others if self.is_absent and others else others | {self.person}


@dataclass(frozen=True)
class Link:
    """Rows between the same two ends on the same basis; a seat is None where nobody leaves."""

    n: int
    passes: Passing
    sender: Seat | None
    receiver: Seat | None


@dataclass(frozen=True)
class Links:
    """The rows of one pathway, blanks read at the worst.

    Attributes
    ----------
    links : the rows, those with equal ends and basis as one
    standing : sender, receiver and whether it passes to a successor, of rows whose people are
        there; of all rows if nobody is
    carriers : the people on the sending side who are there
    rates : the rate of everybody on the pathway, by id
    """

    links: tuple[Link, ...]
    standing: frozenset[tuple[End, End, bool]]
    carriers: Group
    rates: Mapping[str, Rate]


def links_of(pathway: Pathway, turnover: Turnover) -> Links | None:
    """Gather the rows of a pathway; None for a tie, and where somebody has no rate."""
    if not turnover.is_given or not pathway.is_log:
        return None
    counts = Counter((s, r, row.basis.passes) for row, s, r in fill(pathway.rows, "worst"))
    senders = {s for s, _, _ in counts if s.kind == "person"}
    receivers = {r for _, r, _ in counts if r.kind == "person"}
    # Without those who are gone, a blank may stand for somebody whom no row names.
    standing = _standing(pathway)
    sides = (
        (senders | {s for s, _, _ in standing if s.kind == "person"}, pathway.from_agency),
        (receivers | {r for _, r, _ in standing if r.kind == "person"}, pathway.to_agency),
    )
    found = {end.id: turnover.rate(end, agency) for ends, agency in sides for end in ends}
    rates = {person: rate for person, rate in found.items() if rate is not None}
    if len(rates) < len(found):
        return None
    absent = pathway.absent
    sending = _seats({end.id for end in senders}, absent, rates, turnover)
    receiving = _seats({end.id for end in receivers}, absent, rates, turnover)
    everybody = frozenset(end.id for end in senders)
    return Links(
        tuple(
            Link(n, passes, sending.get(s.id), receiving.get(r.id))
            for (s, r, passes), n in sorted(counts.items())
        ),
        standing,
        everybody - absent or everybody,
        rates,
    )


def _standing(pathway: Pathway) -> frozenset[tuple[End, End, bool]]:
    there = tuple(row for row in pathway.rows if pathway.absent.isdisjoint(row.people))
    filled = fill(there or pathway.rows, "worst")
    return frozenset((s, r, row.basis.passes == "yes") for row, s, r in filled)


def _seats(
    side: Collection[str], absent: Group, rates: Mapping[str, Rate], turnover: Turnover
) -> dict[str, Seat]:
    there = frozenset(side) - absent
    units = {person: turnover.units.get(person, "") for person in side}
    members: dict[str, set[str]] = {}
    for person in there:
        members.setdefault(units[person], set()).add(person)
    without = frozenset(members.get("", ()))
    found = {}
    for person in side:
        unit = units[person]
        same = frozenset(members.get(unit, ())) - {person} if unit else frozenset()
        maybe = (without if unit else there) - {person}
        is_absent, weeks = person in absent, turnover.weeks.get(person)
        found[person] = Seat(person, rates[person], same, maybe, is_absent, weeks)
    return found


def chance_of_all(people: Iterable[str], p: Mapping[str, float]) -> float:
    """The chance that all of some people leave, each on their own."""
    return prod(p[person] for person in sorted(people))
