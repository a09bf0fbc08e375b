"""Distances in ties, from every actor at once, and how far apart a network is on average."""

from collections.abc import Callable, Iterator

import numpy as np

from collabnet.engine.csr import Csr, Floats, Ints
from collabnet.engine.paths.distances_counted import distance_sums, distance_totals
from collabnet.engine.paths.rings import Bits, KeptRings, reciprocal_total, rings_of
from collabnet.engine.paths.rings_threads import reciprocal_totals_without, totals_of
from collabnet.engine.work import in_parts
from collabnet.engine.worth import is_worth_compiling

UNREACHED = -1
MOST_KEPT = 1 << 28
"""Bytes of distances that are kept at most."""
_PLAIN_PAIR = 2e-6
"""Seconds of plain search without each actor, for each pair."""


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
    for distance, ring in enumerate(rings_of(csr), start=1):
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
    return distance_sums(csr).reciprocal


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
    return _spread(reciprocal_total(distance_totals(csr).tolist()), csr.n)


def distance_weighted_fragmentation_without(
    csr: Csr, *, compiled: bool | None = None, threads: int | None = None
) -> Floats:
    """Measure distance-weighted fragmentation among those who stay, for every leaver.

    Time: one search from all actors at once; then, for every leaver, again for those alone of
    whom a shortest path may run over the leaver. Compiled, one search from every actor, and again
    for those few who are more than one tie further away.

    Parameters
    ----------
    compiled : None: where there is much to do; the values are the same
    threads : None: as many as there are processors, 8 at most; the values are the same

    Returns
    -------
    float array, one item per leaver; NaN where fewer than 2 actors stay

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> distance_weighted_fragmentation_without(build_csr(3, [0, 1], [1, 2])).tolist()
    [0.0, 1.0, 0.0]
    """
    if compiled is None:
        compiled = is_worth_compiling(csr.n * csr.n * _PLAIN_PAIR, "paths.rings_compiled")
    if compiled and csr.n:
        totals = reciprocal_totals_without(csr, threads)
    else:
        totals = totals_of(csr, _counts_without_each(csr))
    return np.array([_spread(total, csr.n - 1) for total in totals], dtype=np.float64)


def _counts_without_each(csr: Csr) -> Iterator[list[int]]:
    rings: list[Bits] = []
    for ring in rings_of(csr):
        rings.append(ring)
        if len(rings) * ring.nbytes > MOST_KEPT:
            return _each(csr.n, lambda actor: _counts_without(csr, actor))
    return _each(csr.n, KeptRings(csr, rings).counts_without)


def _each(n: int, counts_without: Callable[[int], list[int]]) -> Iterator[list[int]]:
    return in_parts(
        lambda actor, _: counts_without(actor), n, part=1, what="distances without each actor"
    )


def _counts_without(csr: Csr, actor: int) -> list[int]:
    return [int(np.bitwise_count(ring).sum()) for ring in rings_of(csr, actor)]


def _spread(reciprocal_total: float, n: int) -> float:
    return 1 - reciprocal_total / (n * (n - 1)) if n > 1 else float("nan")
