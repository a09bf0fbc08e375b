"""Whom an actor stands between: pairs a and b with ties a > v > b and none from a to b."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from collabnet.engine import Csr, Ints, entry_rows
from collabnet.engine.work import in_parts
from collabnet.metrics.ego.corners import find_keys

AT_ONCE = 2_000_000
"""Pairs looked at in one part."""


class OpenPairs(NamedTuple):
    """Pairs of actors with others in between.

    ``into`` is the broker's entry for the first actor among the ties against direction, ``out``
    its entry for the second among the ties along it.
    """

    into: Ints
    out: Ints


def open_pairs(along: Csr, against: Csr, what: str) -> Iterator[OpenPairs]:
    """Yield every open pair of every broker, in parts. Time: O(sum of in-ties times out-ties).

    Parameters
    ----------
    what : what is computed, as a reader would say it

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> along = build_csr(3, [0, 1], [1, 2], directed=True)
    >>> against = build_csr(3, [1, 2], [0, 1], directed=True)
    >>> [pairs.into.tolist() for pairs in open_pairs(along, against, "brokers")]
    [[0]]
    """
    brokers, keys = entry_rows(against), entry_rows(along) * along.n + along.indices
    n_out = np.diff(along.indptr)

    def find(begin: int, end: int) -> OpenPairs:
        steps = n_out[brokers[begin:end]]
        into = np.repeat(np.arange(begin, end), steps)
        before = np.repeat(np.cumsum(steps) - steps, steps)
        out = along.indptr[brokers[into]] + np.arange(into.size) - before
        first, second = against.indices[into], along.indices[out]
        _, is_tied = find_keys(keys, first * along.n + second)
        is_open = (first != second) & ~is_tied
        return OpenPairs(into[is_open], out[is_open])

    part = max(1, AT_ONCE // max(1, int(n_out.max(initial=1))))
    yield from in_parts(find, brokers.size, part=part, what=what)
