"""How many actors are at each distance from every actor, and what follows from it."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from collabnet.engine.csr import Csr, Floats, Ints
from collabnet.engine.paths.distances_threads import counts_in_threads
from collabnet.engine.paths.rings import rings_of
from collabnet.engine.work import in_parts
from collabnet.engine.worth import is_worth_compiling

_ROOM = 1 << 23
"""Words of bits that are looked at together in plain search."""
_PLAIN_WORD = 3e-8
"""Seconds of plain search for each entry and word of bits."""


class DistanceSums(NamedTuple):
    """What is summed over the others within an actor's reach, an item per actor."""

    reached: Ints
    """How many are within reach."""
    total: Ints
    """Distances, added."""
    reciprocal: Floats
    """1/distance, added."""
    farthest: Ints
    """The largest distance; 0 if nobody is within reach."""


def distance_counts(csr: Csr, *, compiled: bool | None = None, threads: int | None = None) -> Ints:
    """Count the actors at distance 1, 2, ... from every actor.

    Directed networks: along the ties, from the actor outwards.

    Parameters
    ----------
    compiled : None: where there is much to do; the counts are the same
    threads : None: as many as there are processors, 8 at most; the counts are the same

    Returns
    -------
    int array, shape (n, longest distance); in column d - 1 those at distance d

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> distance_counts(build_csr(4, [0, 1], [1, 2])).tolist()
    [[1, 1], [2, 0], [1, 1], [0, 0]]
    """
    parts = list(_counts(csr, compiled, threads))
    longest = max(part.shape[1] for part in parts)
    return np.concatenate([_padded(part, longest) for part in parts])


def distance_totals(csr: Csr, *, compiled: bool | None = None, threads: int | None = None) -> Ints:
    """Count the ordered pairs of actors at distance 1, 2, ...

    Returns
    -------
    int array, one item per distance, up to the longest

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> distance_totals(build_csr(4, [0, 1], [1, 2])).tolist()
    [4, 2]
    """
    parts = [part.sum(axis=0, dtype=np.int64) for part in _counts(csr, compiled, threads)]
    total = np.zeros(max(part.size for part in parts), dtype=np.int64)
    for part in parts:
        total[: part.size] += part
    return total


def distance_sums(
    csr: Csr, *, compiled: bool | None = None, threads: int | None = None
) -> DistanceSums:
    """Sum the distances from every actor, and 1/distance, over those it reaches.

    Directed networks: along the ties, from the actor outwards.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> sums = distance_sums(build_csr(4, [0, 1], [1, 2]))
    >>> sums.reached.tolist(), sums.total.tolist()
    ([2, 2, 2, 0], [3, 2, 3, 0])
    >>> sums.reciprocal.tolist(), sums.farthest.tolist()
    ([1.5, 2.0, 1.5, 0.0], [2, 1, 2, 0])
    """
    parts = [_sums(part) for part in _counts(csr, compiled, threads)]
    return DistanceSums(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def _sums(counts: Ints) -> DistanceSums:
    n, longest = counts.shape
    total = np.zeros(n, dtype=np.int64)
    farthest = np.zeros(n, dtype=np.int64)
    # Two floats hold each sum, so that rounding once at the end gives the nearest one.
    high, low = np.zeros(n), np.zeros(n)
    for d in range(1, longest + 1):
        at = counts[:, d - 1]
        total += d * at
        farthest[at > 0] = d
        term = at / d
        added = high + term
        took = added - high
        low += (high - (added - took)) + (term - took)
        high = added
    return DistanceSums(counts.sum(axis=1, dtype=np.int64), total, high + low, farthest)


def _counts(csr: Csr, compiled: bool | None, threads: int | None) -> Iterator[Ints]:
    """Yield the counts of all actors, or of some after the other where distances are long."""
    if compiled is None:
        words = csr.n // 64 + 1
        seconds = csr.indices.size * words * _PLAIN_WORD
        compiled = is_worth_compiling(seconds, "paths.distances_compiled")
    if compiled and csr.n:
        yield from counts_in_threads(csr, threads)
        return

    def part(begin: int, end: int) -> Ints:
        rings = rings_of(csr, targets=(begin, end))
        counts = [np.bitwise_count(ring).sum(axis=1, dtype=np.int64) for ring in rings]
        return np.stack(counts, axis=1) if counts else np.zeros((csr.n, 0), dtype=np.int64)

    total = np.zeros((csr.n, 0), dtype=np.int64)
    size = 64 * max(1, _ROOM // (csr.indices.size + csr.n + 1))
    for counts in in_parts(part, csr.n, part=size, what="distances"):
        longest = max(counts.shape[1], total.shape[1])
        total = _padded(total, longest) + _padded(counts, longest)
    yield total


def _padded(counts: Ints, longest: int) -> Ints:
    return np.pad(counts, ((0, 0), (0, longest - counts.shape[1])))
