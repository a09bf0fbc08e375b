"""A pathway as the planner sees it: who stands at each row, and what sharing work does to it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import prod

from collabnet.risk.carriers import UNSEEN
from collabnet.risk.rows import EndKind

STAYS = frozenset({"position", "group"})
"""Ends that can't leave."""


@dataclass(frozen=True)
class Line:
    """A pathway's rows in the order in which work is shared: by date, then by row.

    Attributes
    ----------
    pair : the two agencies
    senders, receivers : id as written and kind of each row's two ends
    counted : whether each row is inside the period observed; the others only keep their place
    passes : whether a successor is expected to take over
    a_year : what one row is worth in referrals a year
    n_unknown : rows of which it isn't known whether they would pass on
    is_known : whether at least half of the rows name somebody, on either side
    things : what passes over it, in the plural
    is_agreed : whether an agreement of some kind covers each row
    """

    pair: tuple[str, str]
    senders: tuple[tuple[str, EndKind], ...]
    receivers: tuple[tuple[str, EndKind], ...]
    counted: tuple[bool, ...]
    passes: bool
    a_year: float
    n_unknown: int = 0
    is_known: bool = True
    things: str = "referrals"
    is_agreed: bool = False

    @cached_property
    def sides(self) -> tuple["Loads", "Loads"]:
        """Who carries how many of the counted rows, sending and receiving."""
        return tuple(  # type: ignore[return-value] # of two
            Loads.of([end for end, is_in in zip(side, self.counted, strict=True) if is_in])
            for side in (self.senders, self.receivers)
        )

    @cached_property
    def people(self) -> tuple[frozenset[str], frozenset[str]]:
        """The people on the sending and on the receiving side."""
        return frozenset(self.sides[0].people), frozenset(self.sides[1].people)

    def on_paper(self) -> "Line":
        """The same with an agreement in use that names the position."""
        return replace(self, passes=True)

    def shared(self, person: str, by: str, agencies: Collection[str]) -> "Line":
        """The same with every second row of a person and each partner done by another.

        ``agencies`` are those that both belong to; for others no row changes hands. Equal to
        what `Backs` does to the log.
        """
        ends = [list(self.senders), list(self.receivers)]
        for side in (0, 1):
            if self.pair[side] not in agencies:
                continue
            seen: Counter[str] = Counter()
            for place, ((who, _), (partner, _)) in enumerate(
                zip(ends[side], tuple(ends[1 - side]), strict=True)
            ):
                if who == person and partner != by:
                    seen[partner] += 1
                    if seen[partner] % 2 == 0:
                        kind = ends[side][place][1]
                        ends[side][place] = (by, kind)
        return replace(self, senders=tuple(ends[0]), receivers=tuple(ends[1]))


@dataclass(frozen=True)
class Loads:
    """Rows of each person on one side, rows that name nobody, and whether anybody stays."""

    people: Mapping[str, int]
    blanks: int
    has_staying: bool

    @classmethod
    def of(cls, ends: Sequence[tuple[str, EndKind]]) -> "Loads":
        """Count the ends of one side."""
        people = Counter(who for who, kind in ends if kind == "person")
        blanks = sum(kind == "unknown" for _, kind in ends)
        return cls(people, blanks, any(kind in STAYS for _, kind in ends))

    @property
    def most(self) -> int:
        """Rows that the one departure stops which stops most, blanks laid on the busiest."""
        return max(self.people.values(), default=0) + self.blanks

    @property
    def busiest(self) -> str:
        """Whom blanks are laid on; somebody not named where nobody is."""
        return min(self.people, key=lambda one: (-self.people[one], one), default=UNSEEN)

    def emptied(self, chance: Mapping[str, float], unseen: float, gone: Collection[str]) -> float:
        """Chance that everybody on this side leaves; 0 where somebody stays.

        Who has left already is no backup.
        """
        if self.has_staying or not (self.people or self.blanks):
            return 0.0
        there = [one for one in self.people if one not in gone] or list(self.people)
        return prod(chance[one] for one in there) if there else unseen
