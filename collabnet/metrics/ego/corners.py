"""Triples of actors who all have ties with each other, seen from each of the three."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from collabnet.engine import Bools, Csr, Ints, entry_rows
from collabnet.engine.work import in_parts

AT_ONCE = 2_000_000
"""Pairs of ties looked at in one part."""


class Corners(NamedTuple):
    """Egos with two contacts that have a tie, as positions of entries.

    ``first`` is ego's entry for one contact, ``second`` for the other, ``across`` the entry from
    the first contact to the second. Each triple stands here three times, once per ego.
    """

    first: Ints
    second: Ints
    across: Ints

    def both_ways(self, back: Ints) -> "Corners":
        """Give each corner in both orders of the contacts."""
        return Corners(
            np.concatenate([self.first, self.second]),
            np.concatenate([self.second, self.first]),
            np.concatenate([self.across, back[self.across]]),
        )


def entries_back(csr: Csr) -> Ints:
    """Give, for every entry of an undirected network, the entry the other way round.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> entries_back(build_csr(3, [0, 1], [1, 2])).tolist()
    [1, 0, 3, 2]
    """
    return np.argsort(csr.indices * csr.n + entry_rows(csr))  # entries stand by row, then column


def find_keys(keys: Ints, wanted: Ints) -> tuple[Ints, Bools]:
    """Find where sorted keys are the wanted ones, and say whether they are.

    Examples
    --------
    >>> places, are_there = find_keys(np.array([2, 5, 7]), np.array([5, 6, 9]))
    >>> places.tolist(), are_there.tolist()
    ([1, 2, 2], [True, False, False])
    """
    if not keys.size:
        return np.zeros(wanted.size, dtype=np.int64), np.zeros(wanted.size, dtype=np.bool_)
    places = np.minimum(np.searchsorted(keys, wanted), keys.size - 1)
    return places, keys[places] == wanted


def corners(csr: Csr, what: str) -> Iterator[Corners]:
    """Yield every corner of every triangle of an undirected network, in parts.

    Every tie is taken from the end with fewer ties to the one with more, so that each triangle
    is found once and no hub is gone through for every contact. Time: O(m sqrt(m)).

    Parameters
    ----------
    what : what is computed, as a reader would say it

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> found = next(corners(build_csr(3, [0, 1, 2], [1, 2, 0]), "clustering"))
    >>> sorted(zip(*(part.tolist() for part in found)))
    [(0, 1, 3), (2, 3, 1), (4, 5, 0)]
    """
    rows, back = entry_rows(csr), entries_back(csr)
    keys = rows * csr.n + csr.indices
    ties = np.diff(csr.indptr)
    rank = np.empty(csr.n, dtype=np.int64)
    rank[np.argsort(ties, kind="stable")] = np.arange(csr.n)
    upward = np.flatnonzero(rank[rows] < rank[csr.indices])
    starts = np.searchsorted(rows[upward], np.arange(csr.n + 1))
    n_upward = np.diff(starts)

    def find(begin: int, end: int) -> Corners:
        tie = upward[begin:end]
        middle = csr.indices[tie]
        n_next = n_upward[middle]
        low = np.repeat(tie, n_next)
        ends = np.cumsum(n_next)
        steps = np.arange(low.size) - np.repeat(ends - n_next, n_next)
        high = upward[np.repeat(starts[middle], n_next) + steps]
        wanted = rows[low] * csr.n + csr.indices[high]
        wide, is_closed = find_keys(keys, wanted)
        low, high, wide = low[is_closed], high[is_closed], wide[is_closed]
        return Corners(
            np.concatenate([low, back[low], back[wide]]),
            np.concatenate([wide, high, back[high]]),
            np.concatenate([high, wide, low]),
        )

    part = max(1, AT_ONCE // max(1, int(n_upward.max(initial=1))))
    yield from in_parts(find, upward.size, part=part, what=what)
