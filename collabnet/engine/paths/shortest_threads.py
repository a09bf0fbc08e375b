"""Betweenness and cheapest paths by compiled search, in parts, in threads; numba is loaded here."""

from fractions import Fraction
from itertools import chain

import numpy as np

from collabnet.engine.csr import Csr, Floats, Ints
from collabnet.engine.paths.costs_words import BITS, in_words
from collabnet.engine.paths.rings import Numbers
from collabnet.engine.work import in_parts

PART = 30_000_000
"""Entries looked at in a part: a fraction of a second."""
MOST_BUCKETS = 1 << 14


def shares_in_threads(
    csr: Csr, costs: list[int] | None, *, ties: bool, what: str, threads: int | None
) -> Floats | None:
    """Sum what runs through actors, or along entries, over ordered pairs.

    Returns
    -------
    None if there are more paths between two actors than a float can count
    """
    from collabnet.engine.paths import shortest_compiled, shortest_lanes

    indptr, indices = csr.indptr.copy(), csr.indices.astype(np.uint32)
    words = in_words(csr, costs)
    costly = indptr, indices, words.first, words.kind, words.rest
    lanes = 1 if costs is not None else shortest_lanes.LANES

    def part(begin: int, end: int) -> tuple[Floats, Floats, float]:
        through, along = np.zeros(csr.n), np.zeros(indices.size if ties else 0)
        if costs is None:
            most = shortest_lanes.shares(indptr, indices, begin, end, through, along)
        else:
            most = shortest_compiled.shares(
                costly, *_queue(words.first), begin, end, through, along
            )
        return through, along, most

    part(0, 0)  # compiled once, before the threads begin
    total = np.zeros(indices.size if ties else csr.n)
    for through, along, most in in_parts(
        part, csr.n, part=_part(csr, lanes), what=what, threads=threads
    ):
        if most > shortest_lanes.MOST_PATHS:
            return None
        total += along if ties else through
    return total


def costs_in_threads(
    csr: Csr, costs: list[int], unit: Fraction, *, threads: int | None
) -> tuple[Ints, list[int], list[int], Floats]:
    """Give how many each actor reaches, the costs added, the largest; and unit/cost added."""
    from collabnet.engine.paths.shortest_compiled import sums

    words = in_words(csr, costs, paths=csr.n)
    indptr, indices = csr.indptr.copy(), csr.indices.astype(np.uint32)
    costly = indptr, indices, words.first, words.kind, words.rest
    others = words.rest.shape[1]

    def part(begin: int, end: int) -> tuple[Ints, list[int], list[int], Floats]:
        size = end - begin
        reached, reciprocal = np.zeros(size, dtype=np.int64), np.zeros(size)
        total, largest = (
            (np.zeros(size, dtype=np.int64), np.zeros((size, others), dtype=np.int64))
            for _ in range(2)
        )
        sums(costly, *_queue(words.first), begin, end, total, largest, reached, reciprocal)
        return reached, words.whole(*total), words.whole(*largest), reciprocal

    found = [
        part(0, 0),  # compiled once, before the threads begin
        *in_parts(part, csr.n, part=_part(csr, 1), what="costs of paths", threads=threads),
    ]
    reached, total, largest, reciprocal = zip(*found, strict=True)
    first = unit * (1 << words.shift) / (1 << BITS * others)  # the unit in terms of first words
    return (
        np.concatenate(reached),
        list(chain(*total)),
        list(chain(*largest)),
        np.concatenate(reciprocal) * float(first),
    )


def _part(csr: Csr, lanes: int) -> int:
    """Actors to search from in a part, whatever the number of threads."""
    return max(1, PART // (csr.indices.size + csr.n + 1) // lanes) * lanes


def _queue(costs: Ints) -> tuple[tuple[Ints, Numbers, Ints, Ints], int]:
    """Make room for those who wait, in buckets where few suffice; and how wide a bucket is.

    A bucket is 2**shift wide, no wider than the smallest cost.
    """
    least, most = int(costs.min(initial=1 << BITS)), int(costs.max(initial=0))
    shift = least.bit_length() - 1
    buckets = 1 << ((most + 1 >> shift) + 1).bit_length()  # 1 more may be carried
    if buckets > MOST_BUCKETS:
        buckets, shift = 0, 0
    size = costs.size + 1
    queue = (
        np.empty(size, dtype=np.int64),
        np.empty(size, dtype=np.uint32),
        np.empty(size, dtype=np.int64),
        np.full(buckets, -1, dtype=np.int64),
    )
    return queue, shift
