"""Distances counted by compiled search, in parts, in threads; numba is loaded when first asked."""

from collections.abc import Iterator

import numpy as np

from collabnet.engine.csr import Csr, Ints
from collabnet.engine.work import in_parts

MOST_STEPS = 128
"""Distances up to which searching from many at once is the faster way."""
PART, LONG_PART = 300_000, 30_000_000
"""Entries in a part, times those searched together or one by one."""
_WHAT = "distances"


def counts_in_threads(csr: Csr, threads: int | None) -> Iterator[Ints]:
    """Yield how many are at distance 1, 2, ... from every actor, some actors at a time."""
    together = _together(csr, threads)
    if together is None:
        yield from _apart(csr, threads)
    else:
        yield together


def _together(csr: Csr, threads: int | None) -> Ints | None:
    from collabnet.engine.paths.distances_compiled import TOGETHER, count_together

    indptr, indices = csr.indptr.copy(), csr.indices.astype(np.uint32)

    def part(begin: int, end: int) -> tuple[bool, Ints]:
        counts = np.zeros((csr.n, MOST_STEPS), dtype=np.int64)
        fits = count_together(indptr, indices, begin, end, counts)
        return fits, counts[:, : _longest(counts)].copy()

    part(0, 0)  # compiled once, before the threads begin
    size = TOGETHER * max(1, PART // (indices.size + csr.n + 1))
    total = np.zeros((csr.n, MOST_STEPS), dtype=np.int64)
    for fits, counts in in_parts(part, csr.n, part=size, what=_WHAT, threads=threads):
        if not fits:
            return None
        total[:, : counts.shape[1]] += counts
    return total[:, : _longest(total)]


def _apart(csr: Csr, threads: int | None) -> Iterator[Ints]:
    from collabnet.engine.paths.distances_compiled import count_apart

    indptr, indices = csr.indptr.copy(), csr.indices.astype(np.uint32)

    def part(begin: int, end: int) -> Ints:
        counts = np.zeros((end - begin, csr.n), dtype=np.int64)
        longest = count_apart(indptr, indices, begin, end, counts)
        return counts[:, :longest].copy()

    part(0, 0)
    size = min(64, max(1, LONG_PART // (indices.size + csr.n + 1)))
    yield from in_parts(part, csr.n, part=size, what=_WHAT, threads=threads)


def _longest(counts: Ints) -> int:
    used = np.flatnonzero(counts.any(axis=0))
    return int(used[-1]) + 1 if used.size else 0
