"""Paths that share no arc: as many as arcs must go before a vertex can't reach another."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from collabnet.engine.csr import Ints
from collabnet.engine.work import in_parts
from collabnet.engine.worth import ENTRY, is_worth_compiling

Fewest: TypeAlias = Callable[[Ints, int], int]
"""From pairs and the most paths to look for: the fewest over these pairs."""
AT_ONCE, AT_ONCE_COMPILED = 16, 256
"""Pairs between two reports of progress."""
LOOKS = 1000
"""Arcs looked at for a path, about: a search from both ends is over early."""


def disjoint_paths(n: int, tails: Ints, heads: Ints, source: int, sink: int) -> int:
    """Count the paths from one vertex to another that share no arc.

    Examples
    --------
    >>> disjoint_paths(4, np.array([0, 0, 1, 2]), np.array([1, 2, 3, 3]), 0, 3)
    2
    """
    return _plain(n, tails, heads)(np.array([[source, sink]]), n)


def fewest_disjoint_paths(
    n: int,
    tails: Ints,
    heads: Ints,
    pairs: Ints,
    most: int,
    *,
    what: str,
    compiled: bool | None = None,
) -> int:
    """Find the smallest number of disjoint paths over some pairs; ``most`` if none has fewer.

    Parameters
    ----------
    pairs : a row for each, from and to
    what : what is computed, as a reader would say it
    compiled : None: where there is much to do; the answer is the same

    Examples
    --------
    >>> ring = np.array([0, 1, 2]), np.array([1, 2, 0])
    >>> fewest_disjoint_paths(3, *ring, np.array([[0, 1], [1, 2]]), 2, what="a ring")
    1
    """
    if compiled is None:
        seconds = len(pairs) * most * min(tails.size, LOOKS) * ENTRY
        compiled = is_worth_compiling(seconds, "cuts.disjoint_compiled")
    fewest, least = (_compiled if compiled else _plain)(n, tails, heads), most

    def lower(begin: int, end: int) -> None:
        nonlocal least
        least = fewest(pairs[begin:end], least)

    part = AT_ONCE_COMPILED if compiled else AT_ONCE
    for _ in in_parts(lower, len(pairs), part=part, what=what):
        pass
    return least


def _plain(n: int, tails: Ints, heads: Ints) -> Fewest:
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_flow

    ones = csr_array((np.ones(tails.size, dtype=np.int32), (tails, heads)), shape=(n, n))

    def fewest(pairs: Ints, most: int) -> int:
        flows = [int(maximum_flow(ones, *pair).flow_value) for pair in pairs.tolist()]
        return min([most, *flows])

    return fewest


def _compiled(n: int, tails: Ints, heads: Ints) -> Fewest:
    from collabnet.engine.cuts.disjoint_compiled import fewest

    order = np.argsort(tails, kind="stable")
    tails, heads = tails[order], heads[order]
    into = np.argsort(heads, kind="stable")
    begin, begin_in = (np.searchsorted(ends, np.arange(n + 1)) for ends in (tails, heads[into]))
    return lambda pairs, most: int(fewest(begin, tails, heads, begin_in, into, pairs, most))
