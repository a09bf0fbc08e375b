"""Ties that are new, lost or kept between two times, among those who answered both times."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

from collabnet.comparison.waves.answered import Answered, Tie, answered
from collabnet.model import Coalition

Change = Literal["kept", "new", "lost"]
Thing = TypeVar("Thing", bound=tuple[str, ...])
CHANGES: tuple[Change, ...] = ("kept", "new", "lost")


@dataclass(frozen=True)
class TieChanges:
    """What became of the ties whose two ends, and who told of them, answered both times.

    Attributes
    ----------
    both : those who answered both times; ``earlier_only``, ``later_only`` : how many others did
    is_recorded : whether it is recorded for both times who answered
    earlier, later : ties by who told of them
    left_out_earlier, left_out_later : ties of whose ends or tellers one answered once only
    is_survey : whether answers to a survey say who answered, at both times
    is_asked : whether there is a tie or an answer at both times
    """

    both: frozenset[str]
    earlier_only: int
    later_only: int
    is_recorded: bool
    earlier: dict[str, frozenset[Tie]]
    later: dict[str, frozenset[Tie]]
    left_out_earlier: int
    left_out_later: int
    is_survey: bool = True
    is_asked: bool = True

    @property
    def ties(self) -> dict[Tie, Change]:
        """Every tie told of at either time, in the order of kinds and ids."""
        return changes_of(_all(self.earlier.values()), _all(self.later.values()))


def tie_changes(earlier: Coalition, later: Coalition) -> TieChanges:
    """Compare the ties told of at two times.

    A tie is lost only if those who could tell of it answered again: both ends, and whoever told
    of it. All others are counted and not compared.
    """
    old, new = answered(earlier), answered(later)
    both = old.who & new.who
    told_old, out_old = _compared(old, new, both)
    told_new, out_new = _compared(new, old, both)
    return TieChanges(
        both,
        len(old.who - both),
        len(new.who - both),
        old.is_recorded and new.is_recorded,
        told_old,
        told_new,
        out_old,
        out_new,
        old.is_survey and new.is_survey,
        bool(old.who) and bool(new.who),
    )


def _compared(
    one: Answered, other: Answered, both: frozenset[str]
) -> tuple[dict[str, frozenset[Tie]], int]:
    """The ties of one time that both times could tell of, and how many others there are."""

    def is_compared(teller: str, tie: Tie) -> bool:
        return all(
            time.could_tell(actor, both) for actor in (teller, *tie[1:]) for time in (one, other)
        )

    kept = {
        teller: frozenset(tie for tie in ties if is_compared(teller, tie))
        for teller, ties in sorted(one.told.items())
    }
    compared = _all(kept.values())
    return {k: ties for k, ties in kept.items() if ties}, len(_all(one.told.values()) - compared)


def _all(told: Iterable[frozenset[Tie]]) -> frozenset[Tie]:
    return frozenset().union(*told)


def changes_of(earlier: Iterable[Thing], later: Iterable[Thing]) -> dict[Thing, Change]:
    """Say of each of some things whether it is kept, new or lost, in their order.

    Examples
    --------
    >>> changes_of([("a", "b"), ("a", "c")], [("a", "c"), ("b", "c")])
    {('a', 'b'): 'lost', ('a', 'c'): 'kept', ('b', 'c'): 'new'}
    """
    old, new = set(earlier), set(later)
    found: dict[Thing, Change] = {}
    for one in sorted(old | new):
        found[one] = ("kept" if one in old else "new") if one in new else "lost"
    return found


def counts_of(changes: Iterable[Change]) -> dict[Change, int]:
    """Count what is kept, new and lost."""
    found = list(changes)
    return {one: found.count(one) for one in CHANGES}


def jaccard(changes: Iterable[Change]) -> float:
    """Give the share kept of all there is at either time (Jaccard 1912, New Phytol. 11, 37-50).

    0 to 1; NaN where there is nothing at either time.

    Examples
    --------
    >>> jaccard(["kept", "new", "lost", "lost"])
    0.25
    """
    n = counts_of(changes)
    return n["kept"] / sum(n.values()) if sum(n.values()) else float("nan")
