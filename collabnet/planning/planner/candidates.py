"""Changes that may help: each follows from what a loss rests on, and has its effort."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.planning.changes import Backs, Change, Formalizes, Invites, Repairs, Retains, Ties
from collabnet.planning.planner.ground import Ground
from collabnet.planning.planner.spots import Spot, TieRow
from collabnet.risk.rows import End
from collabnet.risk.turnover.rates import roles_in

KINDS = ("formalizes", "backs", "ties", "repairs", "invites", "retains")
RETAINED = 0.5
"""The rate of leaving that keeping people is tried with: half of what it is."""


@dataclass(frozen=True)
class Candidate:
    """One change with its effort.

    Attributes
    ----------
    effort : float, above 0, in units of the table of efforts
    loads : people who would get more to do: who shows the work or takes a part of it, who meets
    pair : the two agencies between which a contact changes, in id order; else blank
    ends : for a new contact its two ends in the order of the pair; else empty
    rows : the ties that become positive
    """

    change: Change
    kind: str
    effort: float
    loads: tuple[str, ...] = ()
    pair: tuple[str, str] = ("", "")
    ends: tuple[End, ...] = ()
    rows: frozenset[TieRow] = frozenset()


class Staff:
    """Who there is to share work or to meet: nobody outside, gone, left out or a group."""

    def __init__(self, coalition: Coalition, ground: Ground, without: Collection[str]) -> None:
        self.homes = coalition.agencies_of
        self.role: dict[str, tuple[str, ...]] = {}
        self.kind: dict[str, str] = {}
        left_out = {*without, *ground.people.gone, *coalition.outside}
        self._at: dict[str, list[str]] = {}
        columns = ("person_id", "role", "kind", "enters_data_only")
        for person, role, kind, enters in sorted(records(coalition.people, *columns)):
            self.role[person] = roles_in(role)
            self.kind[person] = "group" if kind == "group" else "person"
            if person in left_out or enters == "yes":
                continue
            for agency in self.homes[person]:
                self._at.setdefault(agency, []).append(person)
        self.n_rows = Counter(
            who for line in ground.lines for side in line.sides for who, n in side.people.items()
            for _ in range(n)
        )  # fmt: skip
        self._sides: dict[str, set[tuple[tuple[str, str], int]]] = {}
        for line in ground.lines:
            for place, side in enumerate(line.people):
                for who in side:
                    self._sides.setdefault(who, set()).add((line.pair, place))

    def may(self, person: str) -> bool:
        """Whether a person may be asked to do something."""
        return any(person in self._at.get(agency, ()) for agency in self.homes.get(person, ()))

    def at(self, agency: str) -> Sequence[str]:
        """The people who may be asked at an agency, groups left out, by id."""
        return [one for one in self._at.get(agency, ()) if self.kind[one] == "person"]

    def groups(self, agency: str) -> Sequence[str]:
        """The groups of an agency who may be asked, by id."""
        return [one for one in self._at.get(agency, ()) if self.kind[one] == "group"]

    def colleague(self, person: str, but: Collection[str] = ()) -> str | None:
        """Who would share a person's work first.

        Somebody of the same agency: of the same role first, then who doesn't stand on the same
        side of a pathway already, then who carries fewest rows, then by id. Somebody of another
        role only if they don't stand there yet.
        """
        home = self.homes[person][0]

        def rank(one: str) -> tuple[bool, bool, int, str]:
            other = self.role[one] != self.role[person] or not self.role[one]
            return other, self._stands_by(person, one), self.n_rows[one], one

        fit = [
            one
            for one in self.at(home)
            if one != person and one not in but and self.homes[one] == (home,)
        ]
        best = min(fit, key=rank, default=None)
        return None if best is None or rank(best)[:2] == (True, True) else best

    def _stands_by(self, person: str, other: str) -> bool:
        return not self._sides.get(person, set()).isdisjoint(self._sides.get(other, set()))


def candidates(
    coalition: Coalition,
    ground: Ground,
    efforts: Mapping[str, float],
    *,
    kinds: Collection[str],
    without: Collection[str] = (),
    has_rates: bool = False,
) -> tuple[Candidate, ...]:
    """Give the changes to choose among, in a fixed order.

    Formalizes for each pathway that isn't expected to pass on (of one whose rows name hardly
    anybody it is asked first what it rests on); Backs for each person on a
    pathway or on whom a contact rests, by a colleague and by somebody new; Ties, Repairs and
    Invites for what is wrong between two agencies; Retains for each role on a pathway, where
    rates are given.
    """
    staff = Staff(coalition, ground, without)
    found: list[Candidate] = []
    for line in ground.lines:
        if not line.passes and (line.is_known or not line.n_unknown):
            found.append(Candidate(Formalizes(*line.pair), "formalizes", efforts["formalizes"]))
    found += _backs(ground, staff, efforts)
    for spot in ground.spots:
        if spot.units:
            found += _for_spot(spot, staff, efforts)
    if has_rates:
        found += _retains(ground, staff, efforts)
    return tuple(one for one in found if one.kind in kinds)


def _backs(ground: Ground, staff: Staff, efforts: Mapping[str, float]) -> Iterator[Candidate]:
    people = {who for line in ground.lines for side in line.people for who in side}
    for spot in ground.spots:
        if spot.units and spot.rests_on_one:
            people |= {who for _, who in spot.contacts.single if who}
    for person in sorted(people):
        if not staff.may(person) or staff.kind[person] == "group":
            continue
        by = staff.colleague(person)
        if by is not None:
            yield Candidate(Backs(person, by), "backs", efforts["backs"], (person, by))
        yield Candidate(Backs(person), "backs", efforts["backs_new"], (person,))


def _for_spot(spot: Spot, staff: Staff, efforts: Mapping[str, float]) -> Iterator[Candidate]:
    contacts = spot.contacts
    ends = _meeting(spot, staff)
    if ends is not None:
        loads = tuple(end.id for end in ends if end.kind == "person")
        change = Ties(ends[0].id, ends[1].id)
        yield Candidate(change, "ties", efforts["ties"], loads, spot.pair, ends)
    if contacts.strained:
        yield Candidate(
            Repairs(*spot.pair), "repairs", efforts["repairs"], pair=spot.pair, rows=spot.strained
        )
    for host, guest in (spot.pair, spot.pair[::-1]):
        if rows := spot.uninvited(host):
            yield Candidate(
                Invites(host, guest), "invites", efforts["invites"], pair=spot.pair, rows=rows
            )


def _meeting(spot: Spot, staff: Staff) -> tuple[End, End] | None:
    """Whom to introduce: those of a missing contact, else on each side a second person.

    None where a new contact would be no remedy: nothing rests on one person, nothing is missing.
    """
    contacts = spot.contacts
    missing = [link for link in contacts.absent if link.kind == "contact"]
    if not missing and not spot.rests_on_one:
        return None
    for link in sorted(missing, key=lambda one: (one.at_first.id, one.at_second.id)):
        ends = link.at_first, link.at_second
        if all(_may_meet(*one, staff) for one in zip(ends, spot.pair, strict=True)):
            return ends if _is_new(spot, ends) else None
    if missing and not spot.rests_on_one:
        return None
    sole = dict(contacts.single)
    held = contacts.sides
    first, second = (
        _end(agency, sole.get(agency), [end for end, _ in side.counts], staff)
        for agency, side in zip(spot.pair, held, strict=True)
    )
    made = first, second
    return made if _is_new(spot, made) else None


def _may_meet(end: End, agency: str, staff: Staff) -> bool:
    """Whether an end can meet for an agency: its position, or somebody of this agency alone."""
    return end.id == agency or (staff.may(end.id) and staff.homes[end.id] == (agency,))


def _end(agency: str, sole: str | None, held: Sequence[End], staff: Staff) -> End:
    """Who meets for an agency: beside its only contact somebody else, else one of its contacts."""
    if sole is None:
        usual = sorted(end for end in held if end.id and _may_meet(end, agency, staff))
        return usual[0] if usual else End(agency, "position")
    second = staff.colleague(sole) if sole in staff.homes else None
    if second is not None and staff.homes[second] != (agency,):
        second = None
    if second is None:
        others = [end for end in map(_person, staff.at(agency)) if end.id != sole]
        second = next((end.id for end in others if _may_meet(end, agency, staff)), None)
    if second is not None:
        return End(second, "person")
    groups = [End(one, "group") for one in staff.groups(agency)]
    group = next((end for end in groups if _may_meet(end, agency, staff)), None)
    return group or End(agency, "position")


def _person(person: str) -> End:
    return End(person, "person")


def _is_new(spot: Spot, ends: tuple[End, End]) -> bool:
    """Whether no usable contact joins the two yet."""
    return not any(
        link.kind == "contact" and (link.at_first.id, link.at_second.id) == (ends[0].id, ends[1].id)
        for link in spot.contacts.usable
    )


def _retains(ground: Ground, staff: Staff, efforts: Mapping[str, float]) -> Iterator[Candidate]:
    people = {who for line in ground.lines for side in line.people for who in side}
    for role in sorted({term for who in people for term in staff.role.get(who, ())}):
        rates = [ground.people.rates[who] for who in sorted(people) if role in staff.role[who]]
        # Nobody would leave more often than now, where people of a role have different rates.
        rate = round(min(RETAINED * sum(rates) / len(rates), *rates, rates[0]), 4)
        if rate > 0:
            yield Candidate(Retains(role, rate), "retains", efforts["retains"])
