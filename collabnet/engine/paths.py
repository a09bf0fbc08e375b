"""Distances in ties, from every actor at once, and how far apart a network is on average."""

from collections.abc import Iterator
from math import fsum

import numpy as np

from collabnet.engine.csr import Csr, Floats, Ints
from collabnet.engine.rings import Bits, KeptRings

UNREACHED = -1
MOST_KEPT = 1 << 28
"""Bytes of distances that are kept at most."""


def distances(csr: Csr) -> Ints:
    """Count the ties on the shortest path from every actor to every other.

    Returns
    -------
    int array, shape (n, n), from row to column; 0 to oneself, -1 where there is no path

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> distances(build_csr(3, [0, 1], [1, 2], directed=True)).tolist()
    [[0, 1, 2], [-1, 0, 1], [-1, -1, 0]]
    """
    found = np.full((csr.n, csr.n), UNREACHED, dtype=np.int64)
    np.fill_diagonal(found, 0)
    for distance, ring in enumerate(_rings(csr), start=1):
        at = np.unpackbits(ring.view(np.uint8), axis=1, count=csr.n, bitorder="little")
        found[at.astype(np.bool_)] = distance
    return found


def reciprocal_distance_sums(csr: Csr) -> Floats:
    """Sum 1/distance over the other actors, for every actor; no path adds 0.

    Directed networks: along the ties, from the actor outwards.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> reciprocal_distance_sums(build_csr(4, [0, 1], [1, 2])).tolist()
    [1.5, 2.0, 1.5, 0.0]
    """
    # Column d - 1: how many actors are at distance d.
    counts = [np.bitwise_count(ring).sum(axis=1, dtype=np.int64) for ring in _rings(csr)]
    return np.array(
        [
            fsum(count / d for d, count in enumerate(row, start=1))
            for row in (np.stack(counts, axis=1).tolist() if counts else [()] * csr.n)
        ],
        dtype=np.float64,
    )


def distance_weighted_fragmentation(csr: Csr) -> float:
    """Measure how far apart the actors are: 1 less the mean of 1/distance over all pairs.

    After Borgatti (2006), Comput. Math. Organ. Theory 12, 21-34.

    Returns
    -------
    float, 0 (everybody tied to everybody) to 1 (no ties); NaN with fewer than 2 actors

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> distance_weighted_fragmentation(build_csr(3, [0, 1], [1, 2]))
    0.16666666666666663
    """
    return _spread(_reciprocal_total(csr), csr.n)


def distance_weighted_fragmentation_without(csr: Csr) -> Floats:
    """Measure distance-weighted fragmentation among those who stay, for every leaver.

    Time: one search from all actors at once; then, for every leaver, again for those alone of
    whom a shortest path may run over the leaver. Where distances are too many to be kept, a
    search from all actors for every leaver.

    Returns
    -------
    float array, one item per leaver; NaN where fewer than 2 actors stay

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> distance_weighted_fragmentation_without(build_csr(3, [0, 1], [1, 2])).tolist()
    [0.0, 1.0, 0.0]
    """
    rings: list[Bits] = []
    for ring in _rings(csr):
        rings.append(ring)
        if len(rings) * ring.nbytes > MOST_KEPT:
            totals = [_reciprocal_total(csr, without=actor) for actor in range(csr.n)]
            break
    else:
        kept = KeptRings(csr, rings)
        totals = [kept.reciprocal_total_without(actor) for actor in range(csr.n)]
    return np.array([_spread(total, csr.n - 1) for total in totals], dtype=np.float64)


def _spread(reciprocal_total: float, n: int) -> float:
    return 1 - reciprocal_total / (n * (n - 1)) if n > 1 else float("nan")


def _reciprocal_total(csr: Csr, without: int | None = None) -> float:
    rings = _rings(csr, without)
    return fsum(int(np.bitwise_count(ring).sum()) / d for d, ring in enumerate(rings, start=1))


def _rings(csr: Csr, without: int | None = None) -> Iterator[Bits]:
    """Yield the actors at distance 1, 2, ... from every actor, as bits.

    Who is at distance d from an actor was at d - 1 from a neighbour, and not nearer before:
    a few operations on words per tie and distance serve 64 actors at once.
    """
    n = csr.n
    actors = np.arange(n)
    ring = np.zeros((n, (n + 63) // 64), dtype=np.uint64)
    ring[actors, actors // 64] = np.uint64(1) << (actors % 64).astype(np.uint64)
    if without is not None:
        ring[without] = 0
    seen = ring.copy()
    # reduceat has no notion of an empty row: isolates are left out, and stay 0.
    tied = np.flatnonzero(np.diff(csr.indptr))
    starts = csr.indptr[tied]
    while tied.size:
        wider = np.zeros_like(ring)
        wider[tied] = np.bitwise_or.reduceat(ring[csr.indices], starts, axis=0)
        wider &= ~seen
        if without is not None:
            wider[without] = 0
        if not wider.any():
            return
        seen |= wider
        ring = wider
        yield ring
