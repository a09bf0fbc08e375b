"""The best set of actors of a given size: all sets tried, or a good one found and improved."""

from itertools import combinations, islice
from math import comb
from typing import NamedTuple

import numpy as np

from collabnet.engine.csr import Bools, Floats, Ints
from collabnet.engine.sets.criteria import Criterion
from collabnet.engine.work import in_parts

MOST_WORK = 50_000_000
"""Entries that are looked at, at most, where all sets are tried; some seconds."""
MOST_TIED = 100
"""Best sets that are listed at most."""
STARTS = 10
"""First members from which a set is built and improved."""
ALIKE = 1e-9
"""Losses that differ by less than this share are alike."""


class Sets(NamedTuple):
    """The best sets found, members in order of their rank.

    ``loss`` is what each of them leaves; ``bound``: none leaves less; ``tied``: how many leave
    as little, None if that isn't known.
    """

    sets: tuple[tuple[int, ...], ...]
    loss: float
    bound: float
    tied: int | None


def can_try_all(criterion: Criterion, size: int, candidates: int) -> bool:
    """Say whether all sets can be tried in some seconds; the last member costs nothing extra."""
    return size == 1 or comb(candidates, size - 1) * criterion.work <= MOST_WORK


def try_all(criterion: Criterion, size: int, rank: Ints, may: Bools) -> Sets:
    """Try all sets of actors that may be chosen, and give the best, all of them if few.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> from collabnet.engine.sets.criteria import PairsInContact
    >>> path = PairsInContact(build_csr(5, [0, 1, 2, 3], [1, 2, 3, 4]))
    >>> try_all(path, 1, np.arange(5), np.ones(5, dtype=np.bool_))
    Sets(sets=((2,),), loss=2.0, bound=2.0, tied=1)
    """
    candidates = np.flatnonzero(may)[np.argsort(rank[may])]
    total = comb(candidates.size, size - 1)
    smaller = combinations(range(candidates.size), size - 1)
    best, count = np.inf, 0
    sets: list[tuple[int, ...]] = []

    def work(begin: int, end: int) -> None:
        nonlocal best, count, sets
        for places in islice(smaller, end - begin):
            first = places[-1] + 1 if places else 0
            chosen = candidates[list(places)].tolist()
            losses = criterion.losses(chosen)[candidates[first:]]
            if not losses.size:
                continue
            least = losses.min().item()
            if least < best - _room(best):
                best, count, sets = least, 0, []
            if least <= best + _room(best):
                tied = np.flatnonzero(losses <= best + _room(best))
                count += tied.size
                for at in tied[: MOST_TIED - len(sets)].tolist():
                    sets.append((*chosen, int(candidates[first + at])))

    part = max(1, 200_000 // criterion.work)
    for _ in in_parts(work, total, part=part, what="key players, all sets"):
        pass
    return Sets(tuple(sets), best, best, count)


def looks(criterion: Criterion, size: int, candidates: int) -> int:
    """Say about how many entries are looked at to find a set."""
    if can_try_all(criterion, size, candidates):
        return comb(candidates, size - 1) * criterion.work
    return 3 * _starts(criterion, size) * size * criterion.work  # two rounds of swaps


def _starts(criterion: Criterion, size: int) -> int:
    return max(3, min(STARTS, MOST_WORK // (criterion.work * size * size)))


def build_up(criterion: Criterion, size: int, rank: Ints, may: Bools) -> Sets:
    """Add whoever helps most until there are enough, then swap members while that helps.

    From several first members, for the best pair seldom has the best single actor in it.
    """
    starts = _starts(criterion, size)
    single = _barred(criterion.losses([]), [], may)
    firsts = np.lexsort((rank, _rounded(single)))[: min(starts, int(may.sum()))].tolist()
    found: list[tuple[float, list[int], tuple[int, ...]]] = []

    def work(begin: int, end: int) -> None:
        for first in firsts[begin:end]:
            chosen, loss = [first], single[first].item()
            while len(chosen) < size:
                loss, more = _best(criterion, chosen, rank, may)
                chosen.append(more)
            chosen, loss = _swapped(criterion, chosen, loss, rank, may)
            chosen.sort(key=lambda v: rank[v])
            found.append((loss, [int(rank[v]) for v in chosen], tuple(chosen)))

    for _ in in_parts(work, len(firsts), part=1, what="key players"):
        pass
    least = min(loss for loss, _, _ in found)
    loss, _, members = min(
        (one for one in found if one[0] <= least + _room(least)), key=lambda one: one[1]
    )
    return Sets((members,), loss, -np.inf, None)


def _swapped(
    criterion: Criterion, chosen: list[int], loss: float, rank: Ints, may: Bools
) -> tuple[list[int], float]:
    is_better = len(chosen) > 1
    while is_better:
        is_better = False
        for leaver in sorted(chosen, key=lambda v: rank[v]):
            rest = [v for v in chosen if v != leaver]
            less, other = _best(criterion, rest, rank, may)
            if less < loss - _room(loss):
                chosen, loss, is_better = [*rest, other], less, True
    return chosen, loss


def _best(criterion: Criterion, chosen: list[int], rank: Ints, may: Bools) -> tuple[float, int]:
    losses = _barred(criterion.losses(chosen), chosen, may)
    least = losses.min().item()
    tied = np.flatnonzero(losses <= least + _room(least))
    return least, int(tied[np.argmin(rank[tied])])


def _barred(losses: Floats, chosen: list[int], may: Bools) -> Floats:
    barred = np.where(may, losses, np.inf)
    barred[chosen] = np.inf
    return barred


def _room(loss: float) -> float:
    return ALIKE * max(1.0, abs(loss)) if np.isfinite(loss) else 0.0


def _rounded(losses: Floats) -> Floats:
    return np.round(losses, 6)
