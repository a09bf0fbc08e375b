"""Betweenness in ties, compiled: shortest paths from eight actors at once, side by side.

Brandes' sums, level by level. Who is met at one distance from any of the eight has a row of eight
numbers there, one for each of them, so that each tie is looked at once for all. Imported for
large networks only.
"""

import numpy as np
import numpy.typing as npt

from collabnet.engine.csr import Floats, Ints
from collabnet.engine.jit import jit
from collabnet.engine.paths.rings import Numbers

LANES = 8
MOST_PATHS = 1e290
"""Above it a share of one path would be too small for a float."""

Small = npt.NDArray[np.uint8]


def _forward(
    indptr: Ints, indices: Numbers, who: Numbers, of: Small, paths: Floats, level: Ints
) -> tuple[int, float]:
    """Count the paths to everybody; give the number of levels and the largest count.

    Places are filled level after level: who stands there, for which of the eight, and to how
    many paths each. ``level`` holds where each level begins; the first one is given.
    """
    n = indptr.shape[0] - 1
    seen, coming = np.zeros(n, np.uint8), np.zeros(n, np.uint8)
    adding = np.zeros(n * LANES)
    most, d, size = 1.0, 0, level[1]
    for e in range(size):
        seen[who[e]] |= of[e]
    while level[d + 1] > level[d]:
        for e in range(level[d], level[d + 1]):
            for j in range(indptr[who[e]], indptr[who[e] + 1]):
                w = indices[j]
                new = of[e] & ~seen[w]
                if new:
                    if coming[w] == 0:
                        who[size] = w
                        size += 1
                    coming[w] |= new
                    for i in range(LANES):
                        adding[w * LANES + i] += paths[e * LANES + i]
        for e in range(level[d + 1], size):
            w = who[e]
            of[e] = coming[w]
            seen[w] |= coming[w]
            coming[w] = 0
            for i in range(LANES):
                count = adding[w * LANES + i] if (of[e] >> i) & 1 else 0.0
                paths[e * LANES + i] = count
                adding[w * LANES + i] = 0.0
                most = max(most, count)
        d += 1
        level[d + 1] = size
    return d, most


def _back(
    indptr: Ints,
    indices: Numbers,
    place: tuple[Numbers, Floats],
    share: Floats,
    level: Ints,
    levels: int,
    through: Floats,
    along: Floats,
) -> None:
    """Add up shares from the last level to the first; ``share`` is room for those of a path."""
    who, paths = place
    n = indptr.shape[0] - 1
    after = np.zeros(n * LANES)
    for e in range(level[levels - 1] * LANES, level[levels] * LANES):
        share[e] = 1.0 / paths[e] if paths[e] > 0.0 else 0.0
    for d in range(levels - 2, -1, -1):
        if d == 0 and not along.shape[0]:
            break
        for e in range(level[d + 1], level[d + 2]):
            for i in range(LANES):
                after[who[e] * LANES + i] = share[e * LANES + i]
        for e in range(level[d], level[d + 1]):
            u, q = who[e], e * LANES
            s0 = s1 = s2 = s3 = s4 = s5 = s6 = s7 = 0.0
            for j in range(indptr[u], indptr[u + 1]):
                w = indices[j] * LANES
                s0 += after[w]
                s1 += after[w + 1]
                s2 += after[w + 2]
                s3 += after[w + 3]
                s4 += after[w + 4]
                s5 += after[w + 5]
                s6 += after[w + 6]
                s7 += after[w + 7]
            share[q], share[q + 1], share[q + 2], share[q + 3] = s0, s1, s2, s3
            share[q + 4], share[q + 5], share[q + 6], share[q + 7] = s4, s5, s6, s7
            if along.shape[0]:
                for j in range(indptr[u], indptr[u + 1]):
                    w = indices[j] * LANES
                    shares = 0.0
                    for i in range(LANES):
                        shares += paths[q + i] * after[w + i]
                    along[j] += shares
            sums = 0.0
            for i in range(LANES):
                count = paths[q + i]
                passed = count * share[q + i]
                sums += passed
                share[q + i] = (1.0 + passed) / count if count > 0.0 else 0.0
            if d > 0:
                through[u] += sums
        for e in range(level[d + 1], level[d + 2]):
            for i in range(LANES):
                after[who[e] * LANES + i] = 0.0


forward = jit(_forward)
back = jit(_back)


def _shares(
    indptr: Ints, indices: Numbers, begin: int, end: int, through: Floats, along: Floats
) -> float:
    """Add what runs through actors, and along entries if there is room for them.

    Gives the largest count of paths: above ``MOST_PATHS`` the sums are of no use.
    """
    n = indptr.shape[0] - 1
    who, of = np.empty(LANES * n + 1, np.uint32), np.empty(LANES * n + 1, np.uint8)
    paths, share = np.zeros((LANES * n + 1) * LANES), np.zeros((LANES * n + 1) * LANES)
    level = np.zeros(n + 2, np.int64)
    most = 1.0
    for first in range(begin, end, LANES):
        level[1] = min(LANES, end - first)
        for i in range(level[1]):
            who[i], of[i] = first + i, 1 << i
            for lane in range(LANES):
                paths[i * LANES + lane] = 1.0 if lane == i else 0.0
        levels, count = forward(indptr, indices, who, of, paths, level)
        most = max(most, count)
        back(indptr, indices, (who, paths), share, level, levels, through, along)
    return most


shares = jit(_shares)
