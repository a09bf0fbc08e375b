"""Who carries a pathway on one side, and how evenly: shares, effective carriers, bus factor."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from collabnet.risk.rows import End, EndKind

UNSEEN = "somebody not named"
"""Stands for the one person whom blank cells are laid on when nobody is named."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """One who stands on a side of a pathway; ``share`` is of the rows that name somebody."""

    id: str
    kind: EndKind
    n_rows: int
    share: float


@dataclass(frozen=True)
class Spread:
    """How a number of rows is spread over those who carry them.

    Attributes
    ----------
    top_share : float, 0 to 1, the largest share
    hhi : float, sum of squared shares
    effective : float, 1 / HHI: as many carriers of equal size would be spread like this
    bus_factor : int or None, fewest people whose leaving takes more than half; None when
        positions and groups keep half of it
    n_people : int, people (not positions or groups)
    first_three_share : float, 0 to 1, share of the three busiest people

    Examples
    --------
    >>> spread = spread_of([6, 4, 2])
    >>> round(spread.hhi, 4), round(spread.effective, 3), spread.bus_factor
    (0.3889, 2.571, 2)
    """

    top_share: float
    hhi: float
    effective: float
    bus_factor: int | None
    n_people: int
    first_three_share: float


def spread_of(people: Sequence[int], staying: Sequence[int] = ()) -> Spread | None:
    """Spread of rows over people (counts) and over positions and groups, which stay."""
    total = sum(people) + sum(staying)
    if total == 0:
        return None
    shares = [n / total for n in (*people, *staying)]
    hhi = sum(share * share for share in shares)
    taken, bus_factor = 0, None
    for place, n in enumerate(sorted(people, reverse=True), start=1):
        taken += n
        if 2 * taken > total:
            bus_factor = place
            break
    three = sum(sorted(people, reverse=True)[:3])
    return Spread(max(shares), hhi, 1 / hhi, bus_factor, len(people), three / total)


@dataclass(frozen=True)
class Side:
    """One side of a pathway: who is named, and how many rows name nobody."""

    counts: tuple[tuple[End, int], ...]
    n_unknown: int

    @cached_property
    def n_named(self) -> int:
        """Rows that name a person, a group or a position on this side."""
        return sum(n for _, n in self.counts)

    @cached_property
    def named_share(self) -> float:
        """Share of the rows that name somebody, 0 to 1."""
        return self.n_named / (self.n_named + self.n_unknown)

    @cached_property
    def carriers(self) -> tuple[Carrier, ...]:
        """Everybody named, by id."""
        return tuple(
            Carrier(end.id, end.kind, n, n / self.n_named)
            for end, n in sorted(self.counts, key=lambda pair: pair[0].id)
        )

    @cached_property
    def people(self) -> dict[str, int]:
        """Rows of each person named."""
        return {end.id: n for end, n in self.counts if end.kind == "person"}

    @cached_property
    def _staying(self) -> list[int]:
        return [n for end, n in self.counts if end.kind != "person"]

    @cached_property
    def busiest(self) -> str:
        """The person whom blank cells are laid on in the worst case; the first by id of equals."""
        if not self.people:
            return UNSEEN
        return min(self.people, key=lambda person: (-self.people[person], person))

    @cached_property
    def named(self) -> Spread | None:
        """Spread over the rows that name somebody; None when none does."""
        return spread_of(list(self.people.values()), self._staying)

    @cached_property
    def worst(self) -> Spread | None:
        """Spread when every blank is the busiest named person, or one person if none is named."""
        people = dict(self.people)
        if self.n_unknown:
            people[self.busiest] = people.get(self.busiest, 0) + self.n_unknown
        return spread_of(list(people.values()), self._staying)

    @cached_property
    def best(self) -> Spread | None:
        """Spread when every blank is another person, not seen elsewhere."""
        return spread_of([*self.people.values(), *([1] * self.n_unknown)], self._staying)

    @cached_property
    def sole(self) -> str | None:
        """The one person who carries every named row, if there is one."""
        only_one = len(self.counts) == 1 and len(self.people) == 1
        return next(iter(self.people)) if only_one else None


def side_of(ends: Iterable[End]) -> Side:
    """Gather one side from the ends of the rows."""
    return side_of_counts(Counter(ends))


def side_of_counts(counts: Mapping[End, int]) -> Side:
    """Gather one side from how often each end stands there."""
    unknown = sum(n for end, n in counts.items() if end.kind == "unknown")
    named = ((end, n) for end, n in counts.items() if end.kind != "unknown")
    return Side(tuple(sorted(named, key=lambda pair: pair[0].id)), unknown)
