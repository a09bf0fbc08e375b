"""Who carries how much, and what the others would carry if somebody left: by present shares."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from collabnet.risk.rows import Row

LIMIT = 1.5
"""So many times what somebody carries today is too much."""
_SLACK = 1e-9

Parts = Mapping[Hashable, Mapping[str, int]]


@dataclass(frozen=True)
class Cascade:
    """What becomes of the load when some leave, and the overloaded after them.

    Attributes
    ----------
    rounds : who leaves in each round; the first are those asked about
    after : what each of the others carries in the end
    uncarried : what nobody is left to carry
    """

    rounds: tuple[tuple[str, ...], ...]
    after: Mapping[str, float]
    uncarried: float


@dataclass(frozen=True)
class Loads:
    """Referrals by part and by who carries them; a part's referrals stay in it.

    Attributes
    ----------
    parts : for each part (one side of a pathway; one service) the referrals of each actor
    stays : actors that can't leave and are never overloaded: positions and groups
    most : the most that an actor can carry, where it is stated, in the unit of ``parts``
    """

    parts: Parts
    stays: frozenset[str] = frozenset()
    most: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def total(self) -> int:
        """All referrals of all parts."""
        return sum(sum(counts.values()) for counts in self.parts.values())

    @cached_property
    def before(self) -> dict[str, int]:
        """What each actor carries today, by id."""
        found: defaultdict[str, int] = defaultdict(int)
        for counts in self.parts.values():
            for actor, n in counts.items():
                found[actor] += n
        return {actor: found[actor] for actor in sorted(found)}

    @cached_property
    def _parts_of(self) -> dict[str, list[Hashable]]:
        found: defaultdict[str, list[Hashable]] = defaultdict(list)
        for part, counts in self.parts.items():
            for actor in counts:
                found[actor].append(part)
        return found

    def after(self, gone: Collection[str]) -> tuple[dict[str, float], float]:
        """What the others would carry if some left, and what nobody would.

        Within each part the others take over in proportion to what they carry today; where
        nobody is left, it is not carried. Nothing else gets lost: what all carry and what nobody
        does add up to the total.

        Examples
        --------
        >>> loads = Loads({"to shelter": {"a": 6, "b": 4, "c": 2}, "to clinic": {"a": 3}})
        >>> loads.after({"a"})
        ({'b': 8.0, 'c': 4.0}, 3.0)
        """
        changed, uncarried = self.changed(gone)
        stays = {actor: float(n) for actor, n in self.before.items() if actor not in gone}
        return stays | changed, uncarried

    def changed(self, gone: Collection[str]) -> tuple[dict[str, float], float]:
        """The same, of those alone who would carry more than today; by id."""
        more: defaultdict[str, float] = defaultdict(float)
        uncarried = 0.0
        touched = {part: None for actor in sorted(gone) for part in self._parts_of.get(actor, ())}
        for part in touched:
            counts = self.parts[part]
            whole = sum(counts.values())
            left = sum(n for actor, n in counts.items() if actor not in gone)
            if left == 0:
                uncarried += whole
                continue
            for actor, n in counts.items():
                if actor not in gone:
                    more[actor] += n * whole / left - n
        return {actor: self.before[actor] + more[actor] for actor in sorted(more)}, uncarried

    def overloaded(self, after: Mapping[str, float], limit: float = LIMIT) -> tuple[str, ...]:
        """Who would carry more than so many times today's load, or more than they can; by id."""
        return tuple(
            actor
            for actor, n in after.items()
            if actor not in self.stays
            and n > self.before[actor] + _SLACK
            and (
                n > limit * self.before[actor] + _SLACK
                or n > self.most.get(actor, float("inf")) + _SLACK
            )
        )

    def cascade(self, leaving: Iterable[str], limit: float = LIMIT) -> Cascade:
        """Let some leave, then in each round all who are overloaded by it.

        Overloaded is measured against what somebody carries today, not in the round before. It
        stops with the first round in which nobody new is overloaded; since each round takes
        somebody, that is after as many rounds as there are actors at most.

        Examples
        --------
        >>> Loads({"to shelter": {"a": 6, "b": 4, "c": 2}}).cascade(["c"]).rounds
        (('c',),)
        >>> Loads({"to shelter": {"a": 6, "b": 4, "c": 2}}).cascade(["a"])
        Cascade(rounds=(('a',), ('b', 'c')), after={}, uncarried=12.0)
        """
        rounds = [tuple(sorted(set(leaving)))]
        gone = set(rounds[0])
        while True:
            after, uncarried = self.after(gone)
            found = self.overloaded(after, limit)
            if not found:
                return Cascade(tuple(rounds), after, uncarried)
            rounds.append(found)
            gone.update(found)


def people_loads(rows: Sequence[Row]) -> Loads:
    """What people carry: every log row counts once for who sends it and once for who receives it.

    A part is one side of a pathway, or of the hand-offs inside an agency: colleagues who already
    carry it take it over. Ends that name nobody count for nobody.
    """
    parts: dict[Hashable, dict[str, int]] = {}
    stays: set[str] = set()
    for row in rows:
        if not row.is_log:
            continue
        for side, end in (("sending", row.sender), ("receiving", row.receiver)):
            if end.kind != "unknown":
                counts = parts.setdefault((row.from_agency, row.to_agency, side), {})
                counts[end.id] = counts.get(end.id, 0) + 1
                stays |= {end.id} if end.kind != "person" else set()
    return Loads(parts, frozenset(stays))


def agency_loads(rows: Sequence[Row], most: Mapping[str, float] | None = None) -> Loads:
    """What agencies receive from others: a part is one service, which others may take over.

    A row that says no service is a part of its receiver alone: nobody can be said to take it.

    Parameters
    ----------
    most : the most referrals of the log that an agency can take, where it states its capacity
    """
    parts: dict[Hashable, dict[str, int]] = {}
    for row in rows:
        if row.is_log and not row.is_inside:
            part = ("service", row.service) if row.service else ("agency", row.to_agency)
            counts = parts.setdefault(part, {})
            counts[row.to_agency] = counts.get(row.to_agency, 0) + 1
    return Loads(parts, most=most or {})
