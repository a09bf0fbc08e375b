"""What a set of changes brings: each part of the objective is worked out again, and kept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp

from collabnet.model import Coalition
from collabnet.planning.changes import Backs, Formalizes, Invites, Repairs, Retains, Ties
from collabnet.planning.planner.candidates import Candidate
from collabnet.planning.planner.ground import Ground
from collabnet.planning.planner.lines import Line
from collabnet.planning.planner.objective import Measure, People, line_loss
from collabnet.planning.planner.spots import Spot
from collabnet.risk.turnover.rates import roles_in

Chosen = tuple[int, ...]
"""Places of candidates, rising: the order in which they are applied."""


class Problem:
    """Candidates over the parts (pathways, then contacts) that each of them touches.

    The candidates are put in their order first: by what each brings alone for its effort, best
    first; then by what it brings; then as they came. A set is always applied in that order.

    Attributes
    ----------
    candidates : in that order
    people : what is assumed of people, those who would be new among them
    alone : what each brings alone, in referrals a year
    touched : the parts that each touches
    parts : the candidates that touch each part
    """

    def __init__(
        self,
        coalition: Coalition,
        ground: Ground,
        measure: Measure,
        candidates: Sequence[Candidate],
    ) -> None:
        self.ground, self.measure = ground, measure
        self._homes = coalition.agencies_of
        self._roles = {
            who: roles_in(role)
            for who, role in zip(
                coalition.people["person_id"], coalition.people["role"], strict=True
            )
        }
        self._years = coalition.settings.assumptions.years
        self._new = {
            place: one.change.new_id(coalition)
            for place, one in enumerate(candidates)
            if isinstance(one.change, Backs) and one.change.by is None
        }
        # Somebody new leaves as often as whoever shares the work.
        people = ground.people
        for place, new in self._new.items():
            change = candidates[place].change
            person = change.person if isinstance(change, Backs) else ""
            self._roles[new] = self._roles[person]
            if person in people.chance:
                people = replace(people, chance={**people.chance, new: people.chance[person]})
        self.people = people
        self._known: dict[tuple[int, Chosen], float] = {}
        self._longer: dict[tuple[str, int], tuple[dict[str, float], Mapping[str, float]]] = {}
        self._pivots = {
            spot.pair: pivots_of(spot, candidates) for spot in ground.spots if spot.units
        }
        self.candidates = tuple(candidates)
        self.touched = tuple(self._touched(one) for one in candidates)
        self._touches = self._by_part()
        gains = [self.gain((place,)) for place in range(len(candidates))]
        order = sorted(
            range(len(candidates)),
            key=lambda place: (-gains[place] / candidates[place].effort, -gains[place], place),
        )
        self._known.clear()
        self._new = {new: self._new[old] for new, old in enumerate(order) if old in self._new}
        self.candidates = tuple(candidates[place] for place in order)
        self.touched = tuple(self.touched[place] for place in order)
        self.alone = tuple(gains[place] for place in order)
        self._touches = self._by_part()
        self.parts = tuple(tuple(sorted(part)) for part in self._touches)

    def _by_part(self) -> tuple[frozenset[int], ...]:
        parts: list[set[int]] = [set() for _ in (*self.ground.lines, *self.ground.spots)]
        for place, touched in enumerate(self.touched):
            for part in touched:
                parts[part].add(place)
        return tuple(frozenset(part) for part in parts)

    def by(self, place: int) -> str:
        """Who takes over a part of somebody's work: a colleague's id, or that of somebody new."""
        change = self.candidates[place].change
        known = change.by if isinstance(change, Backs) else None
        return self._new[place] if known is None else known

    def home(self, person: str) -> str:
        """A person's first agency."""
        return self._homes[person][0]

    def gain(self, chosen: Sequence[int]) -> float:
        """Referrals a year fewer that are lost with a set of changes."""
        whole = tuple(sorted(chosen))
        parts = sorted({part for place in whole for part in self.touched[place]})
        return sum(self.part_loss(part, ()) - self.part_loss(part, whole) for part in parts)

    def total(self) -> float:
        """Referrals a year lost as it is."""
        return self.ground.total(self.measure)

    def part_loss(self, part: int, chosen: Chosen) -> float:
        """What one part loses with those of some changes that touch it."""
        own = self._own(part, chosen)
        key = part, own
        if key not in self._known:
            self._known[key] = self._loss(part, own)
        return self._known[key]

    def _own(self, part: int, chosen: Chosen) -> Chosen:
        touches = self._touches[part]
        return tuple([place for place in chosen if place in touches])

    def line(self, part: int, chosen: Chosen) -> tuple[Line, People]:
        """A pathway after those of some changes that touch it, and what is assumed of people."""
        line, people = self.ground.lines[part], self.people
        for place in self._own(part, chosen):
            change = self.candidates[place].change
            if isinstance(change, Formalizes):
                line = line.on_paper()
            elif isinstance(change, Backs):
                line = line.shared(change.person, self.by(place), self._shared(change))
            elif isinstance(change, Retains):
                people = self._kept(people, change)
        return line, people

    def spot(self, part: int, chosen: Chosen) -> Spot:
        """The contacts of a pair after those of some changes that touch it."""
        spot = self.ground.spots[part - len(self.ground.lines)]
        for place in self._own(part, chosen):
            change = self.candidates[place].change
            if isinstance(change, Ties):
                spot = spot.tied((self.candidates[place].ends[0], self.candidates[place].ends[1]))
            elif isinstance(change, Repairs | Invites):
                spot = spot.mended(self.candidates[place].rows)
            elif isinstance(change, Backs):
                spot = spot.shared(change.person, self.by(place), self._shared(change))
        return spot

    def _loss(self, part: int, own: Chosen) -> float:
        if part < len(self.ground.lines):
            line, people = self.line(part, own)
            return line_loss(line, self.measure, people)
        return self.measure.contact_worth * self.spot(part, own).units

    def _shared(self, change: Backs) -> frozenset[str]:
        homes = self._homes[change.person]
        return frozenset(homes if change.by is None else set(homes) & set(self._homes[change.by]))

    def _kept(self, people: People, change: Retains) -> People:
        roles = set(roles_in(change.role))
        chance = 1 - exp(-change.rate * self._years)
        key = change.role, id(people.chance)
        if key not in self._longer:
            kept = {
                who: chance if roles & set(self._roles.get(who, ())) else old
                for who, old in people.chance.items()
            }
            # The mapping itself is kept beside: its id stays its own.
            self._longer[key] = kept, people.chance
        return replace(people, chance=self._longer[key][0])

    def _touched(self, one: Candidate) -> tuple[int, ...]:
        """The parts that a change may alter; contacts where nothing is wrong stay so."""
        change, lines = one.change, self.ground.lines
        found: list[int] = []
        for part, line in enumerate(lines):
            if isinstance(change, Formalizes):
                is_own = line.pair == (change.from_agency, change.to_agency)
            elif isinstance(change, Backs):
                is_own = any(change.person in side for side in line.people)
            elif isinstance(change, Retains):
                roles = set(roles_in(change.role))
                is_own = any(
                    roles & set(self._roles.get(who, ())) for side in line.people for who in side
                )
            else:
                is_own = False
            if is_own:
                found.append(part)
        for place, spot in enumerate(self.ground.spots, start=len(lines)):
            if isinstance(change, Backs):
                is_own = change.person in self._pivots.get(spot.pair, ())
            else:
                is_own = one.pair == spot.pair or any(
                    (link.file, link.row) in one.rows for link in spot.links
                )
            if spot.units and is_own:
                found.append(place)
        return tuple(found)


def pivots_of(spot: Spot, candidates: Sequence[Candidate]) -> frozenset[str]:
    """The people on whom all contact may rest, now or after a change between the two agencies.

    Only their sharing it can help. Changes only add to who holds a contact, so whoever holds all
    of it after several changes holds all of it after one of them, or now.
    """
    states = [spot]
    states += [spot.mended(one.rows) for one in candidates if one.rows]
    states += [
        spot.tied((one.ends[0], one.ends[1]))
        for one in candidates
        if one.pair == spot.pair and one.ends
    ]
    return frozenset(who for state in states for _, who in state.contacts.single if who)
