"""What an E-I index would be by chance: the groups dealt out anew among the actors."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import comb

import numpy as np

from collabnet.engine import Ints
from collabnet.engine.work import in_parts
from collabnet.metrics.groups.membership import Grouped, Ties, rank
from collabnet.model.errors import AssumptionError

AT_ONCE = 4_000_000
"""Ties looked at in one part: draws times ties."""
FEW = 10_000
"""Ways to deal groups out that are always all gone through."""
SAME = 1e-12
"""Sums of strengths that differ by less than this part of all are the same sum."""


@dataclass(frozen=True)
class Chance:
    """How a grouping compares with those dealt out anew.

    Attributes
    ----------
    at_least, at_most : share of groupings with as many ties between groups or more, and as many
        or fewer; NaN without ties
    count : groupings looked at
    is_exact : whether these are all there are
    """

    at_least: float
    at_most: float
    count: int
    is_exact: bool


def relabelled(given: Grouped, ties: Ties, internal: float, *, seed: int, draws: int) -> Chance:
    """Deal the groups out in all ways if these are few, or else as often as ``draws``.

    Parameters
    ----------
    internal : what ties within groups count as things are

    Raises
    ------
    AssumptionError
        If there are no draws.
    """
    if draws < 1:
        raise AssumptionError(f"ei_index needs 1 draw or more; got {draws}.")
    ways = number_of_ways(given.sizes, max(draws, FEW))
    is_exact = ways is not None
    count = draws if ways is None else ways
    if not ties.counts.any():
        return Chance(np.nan, np.nan, count, is_exact)
    ids = given.network.actor_ids
    order = np.array(sorted(range(len(ids)), key=lambda i: rank(ids[i])))
    place = np.argsort(order)  # of each actor among those sorted by id
    rows, columns = place[ties.rows], place[ties.columns]
    deals = every_way(given.sizes) if is_exact else _drawn(given, order, seed)
    margin = SAME * float(ties.counts.sum())
    one_size = ties.counts[0] if (ties.counts == ties.counts[0]).all() else None
    small = np.min_scalar_type(given.sizes.size)  # several times faster to look up

    def within(dealt: Ints) -> float:
        group = dealt.astype(small)
        is_within = group.take(rows) == group.take(columns)
        if one_size is not None:
            return float(np.count_nonzero(is_within) * one_size)
        return float(ties.counts[is_within].sum())

    def work(begin: int, end: int) -> tuple[int, int]:
        found = np.array([within(dealt) for dealt in islice(deals, end - begin)])
        fewer = np.count_nonzero(found <= internal + margin)
        return int(fewer), int(np.count_nonzero(found >= internal - margin))

    part = max(1, AT_ONCE // max(ties.rows.size, len(ids)))
    parts = list(in_parts(work, count, part=part, what="the E-I index of groups dealt out anew"))
    own = 0 if is_exact else 1  # the grouping as it is counts as one of them
    at_least, at_most = (sum(one) + own for one in zip(*parts, strict=True))
    return Chance(at_least / (count + own), at_most / (count + own), count, is_exact)


def number_of_ways(sizes: Ints, most: int) -> int | None:
    """Count the ways to deal groups of these sizes out; None if there are more than ``most``.

    Examples
    --------
    >>> number_of_ways(np.array([2, 2]), 100), number_of_ways(np.array([20, 20]), 100)
    (6, None)
    """
    ways, dealt = 1, 0
    for size in sizes.tolist():
        dealt += size
        ways *= comb(dealt, size)
        if ways > most:
            return None
    return ways


def every_way(sizes: Ints) -> Iterator[Ints]:
    """Yield every way to deal groups of these sizes out, each once.

    Examples
    --------
    >>> [way.tolist() for way in every_way(np.array([2, 1]))]
    [[0, 0, 1], [0, 1, 0], [1, 0, 0]]
    """
    dealt = np.repeat(np.arange(sizes.size), sizes).tolist()
    while True:
        yield np.array(dealt)
        rise = len(dealt) - 2
        while rise >= 0 and dealt[rise] >= dealt[rise + 1]:
            rise -= 1
        if rise < 0:
            return
        last = len(dealt) - 1
        while dealt[last] <= dealt[rise]:
            last -= 1
        dealt[rise], dealt[last] = dealt[last], dealt[rise]
        dealt[rise + 1 :] = dealt[:rise:-1]


def _drawn(given: Grouped, order: Ints, seed: int) -> Iterator[Ints]:
    # The groups in the order of the ids: what is drawn depends on who is in which group only.
    random = np.random.default_rng(seed)
    own = given.of[order]
    while True:
        yield random.permutation(own)
