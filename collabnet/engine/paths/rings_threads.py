"""Distances without each actor by compiled search, in parts, in threads; numba is loaded here."""

from collections.abc import Iterable
from math import lcm
from operator import mul

import numpy as np

from collabnet.engine.csr import Csr, Ints, build_csr, entry_rows
from collabnet.engine.work import in_parts

PART = 10_000_000
_MOST = 1 << 62


def reciprocal_totals_without(csr: Csr, threads: int | None) -> list[float]:
    """Sum 1/distance over all ordered pairs of those who stay, for every leaver.

    Summed in whole numbers that 1/2, 1/3, ... are turned into, exactly up to distances of about
    30, so in any order to the same value.
    """
    from collabnet.engine.paths.rings_compiled import changes

    size, one, worth = _in_parts(csr)
    back = build_csr(csr.n, csr.indices, entry_rows(csr), directed=True) if csr.is_directed else csr
    ties, ties_in = ((way.indptr.copy(), way.indices.astype(np.uint32)) for way in (csr, back))

    def part(begin: int, end: int) -> tuple[Ints, Ints]:
        found: tuple[Ints, Ints] = changes(ties, ties_in, worth, begin, end)
        return found

    part(0, 0)  # compiled once, before the threads begin
    total, missing = 0, np.zeros(csr.n, dtype=object)  # Python's integers have no largest
    for own, less in in_parts(
        part, csr.n, part=size, what="distances without each actor", threads=threads
    ):
        # A pair is in the sums of both its actors.
        total += sum(own.tolist()) // 2
        missing += own.astype(object) + less
    return [(total - gone) / one for gone in missing.tolist()]


def totals_of(csr: Csr, each: Iterable[list[int]]) -> list[float]:
    """Sum 1/distance from counts of pairs at distance 1, 2, ..., to the bit as compiled search."""
    _, one, worth = _in_parts(csr)
    values = worth.tolist()[1:]
    return [sum(map(mul, counts, values)) / one for counts in each]


def _in_parts(csr: Csr) -> tuple[int, int, Ints]:
    """The actors in a part, and what 1 and 1/distance are turned into."""
    size = max(1, PART // (csr.indices.size + csr.n + 1))
    return size, *_worth(csr.n, size)


def _worth(n: int, actors: int) -> tuple[int, Ints]:
    """What 1 and 1/distance are turned into, so large that sums from so many actors still fit."""
    most = _MOST // (2 * n * actors + 1)
    one, upper = 1, 2
    while lcm(one, upper) <= most:
        one, upper = lcm(one, upper), upper + 1
    one *= most // one
    return one, np.array([0] + [round(one / d) for d in range(1, n + 2)], dtype=np.int64)
