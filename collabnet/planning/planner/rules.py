"""Which changes may stand together in a plan."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from collabnet.planning.changes import Backs
from collabnet.planning.planner.candidates import Candidate

Limit = tuple[tuple[int, ...], int]
"""Places of candidates, and how many of them a plan may have at most."""


def limits_of(candidates: Sequence[Candidate], at_most_per_person: int | None) -> tuple[Limit, ...]:
    """Give the limits of a plan.

    A person's work is shared once, and nobody takes over work from two people: they would be the
    next on whom all rests. Nor do two people take over each other's. With ``at_most_per_person``
    no person is asked more often than that.
    """
    groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(candidates):
        if isinstance(one.change, Backs):
            groups["shared", one.change.person].append(place)
            if one.change.by is not None:
                groups["by", one.change.by].append(place)
                two = sorted((one.change.person, one.change.by))
                groups["each other's", "\0".join(two)].append(place)
    found = [(tuple(places), 1) for _, places in sorted(groups.items()) if len(places) > 1]
    if at_most_per_person is not None:
        asked: defaultdict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(candidates):
            for person in dict.fromkeys(one.loads):
                asked[person].append(place)
        found += [
            (tuple(places), at_most_per_person)
            for _, places in sorted(asked.items())
            if len(places) > at_most_per_person
        ]
    return tuple(found)


class Limits:
    """Tells which sets keep the limits."""

    def __init__(self, limits: Sequence[Limit]) -> None:
        self.limits = tuple(limits)
        self._of: defaultdict[int, list[int]] = defaultdict(list)
        for number, (places, _) in enumerate(limits):
            for place in places:
                self._of[place].append(number)

    def allow(self, chosen: Sequence[int]) -> bool:
        """Whether a set keeps all limits."""
        counts = Counter(number for place in chosen for number in self._of.get(place, ()))
        return all(n <= self.limits[number][1] for number, n in counts.items())
