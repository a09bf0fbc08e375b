"""Distances in ties from every actor, compiled: imported for large networks only."""

import numpy as np

from collabnet.engine.csr import Ints
from collabnet.engine.jit import drop_outdated, jit
from collabnet.engine.paths.rings import Bits, Numbers
from collabnet.engine.scenarios.count_compiled import bits

drop_outdated("paths.distances_compiled", "scenarios.count_compiled")

WORDS = 8
TOGETHER = 64 * WORDS
"""Actors whose distances are found together."""

_ONE, _63 = np.uint64(1), np.uint64(63)


def _widen(indptr: Ints, indices: Numbers, v: int, ring: Bits, wider: Bits, seen: Bits) -> np.int64:
    """Write to whom an actor is one tie further away than a neighbour is; count them."""
    r0 = r1 = r2 = r3 = r4 = r5 = r6 = r7 = np.uint64(0)
    for j in range(indptr[v], indptr[v + 1]):
        w = indices[j]
        r0 |= ring[w, 0]
        r1 |= ring[w, 1]
        r2 |= ring[w, 2]
        r3 |= ring[w, 3]
        r4 |= ring[w, 4]
        r5 |= ring[w, 5]
        r6 |= ring[w, 6]
        r7 |= ring[w, 7]
    wider[v, 0], wider[v, 1], wider[v, 2], wider[v, 3] = r0, r1, r2, r3
    wider[v, 4], wider[v, 5], wider[v, 6], wider[v, 7] = r4, r5, r6, r7
    met = np.int64(0)
    for i in range(WORDS):
        wider[v, i] &= ~seen[v, i]
        seen[v, i] |= wider[v, i]
        met += bits(wider[v, i])
    return met


widen = jit(_widen)


def _count_together(indptr: Ints, indices: Numbers, begin: int, end: int, counts: Ints) -> bool:
    """Count, for every actor, who of some is at distance 1, 2, ...; say whether there was room.

    Who is at distance d from an actor was at d - 1 from a neighbour, and not nearer before.
    """
    n, most = counts.shape
    ring, wider = np.empty((n, WORDS), np.uint64), np.empty((n, WORDS), np.uint64)
    seen = np.empty((n, WORDS), np.uint64)
    left = np.empty(n, np.int64)
    for first in range(begin, end, TOGETHER):
        together = min(TOGETHER, end - first)
        ring[:], wider[:] = 0, 0
        for k in range(together):
            ring[first + k, k >> 6] |= _ONE << (np.uint64(k) & _63)
        seen[:] = ring
        left[:] = together
        for k in range(together):
            left[first + k] -= 1
        d, grows = 0, True
        while grows:
            grows = False
            for v in range(n):
                if left[v] > 0:
                    met = widen(indptr, indices, v, ring, wider, seen)
                    if met > 0:
                        if d == most:
                            return False
                        counts[v, d] += met
                        left[v] -= met
                        grows = True
                else:
                    wider[v, :] = 0
            ring, wider = wider, ring
            d += 1
    return True


def _count_apart(indptr: Ints, indices: Numbers, begin: int, end: int, counts: Ints) -> int:
    """Count who is at distance 1, 2, ... from some actors, a row for each; give the largest."""
    n = indptr.shape[0] - 1
    order, met_by = np.empty(n, np.uint32), np.full(n, -1, np.int64)
    longest = 0
    for start in range(begin, end):
        order[0], met_by[start] = start, start
        at, size, level_end, d = 0, 1, 1, 0
        while at < size:
            if at == level_end:
                level_end, d = size, d + 1
            u = order[at]
            at += 1
            for j in range(indptr[u], indptr[u + 1]):
                w = indices[j]
                if met_by[w] != start:
                    met_by[w] = start
                    order[size] = w
                    size += 1
                    counts[start - begin, d] += 1
        longest = max(longest, d)
    return longest


count_together = jit(_count_together)
count_apart = jit(_count_apart)
