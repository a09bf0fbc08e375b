"""Paths that share no arc, compiled: imported for large networks only."""

import numpy as np

from collabnet.engine.csr import Ints
from collabnet.engine.jit import jit


def _fewest(
    begin: Ints, tails: Ints, heads: Ints, begin_in: Ints, into: Ints, pairs: Ints, most: int
) -> int:
    """Find the smallest number of paths sharing no arc over pairs; ``most`` if none has fewer.

    Each search goes on from both ends, always where fewer wait: in most networks the two meet
    early. An arc on an earlier path can be taken back.

    Parameters
    ----------
    begin, tails, heads : the arcs by tail, and where those of each vertex begin
    begin_in, into : the arcs by head, as their places among the others
    """
    n = begin.shape[0] - 1
    is_used, met = np.zeros(heads.shape[0], np.uint8), np.zeros(n, np.uint8)
    by, waiting = np.empty(n, np.int64), np.empty((2, n), np.int64)
    at, end = np.zeros(2, np.int64), np.zeros(2, np.int64)
    for pair in range(pairs.shape[0]):
        source, sink = pairs[pair, 0], pairs[pair, 1]
        is_used[:] = 0
        found = 0
        while found < most:
            met[source], met[sink] = 1, 2
            waiting[0, 0], waiting[1, 0] = source, sink
            at[:] = 0
            end[:] = 1
            u, w = np.int64(-1), np.int64(-1)  # where the two searches meet
            while w < 0 and at[0] < end[0] and at[1] < end[1]:
                side = 0 if end[0] - at[0] <= end[1] - at[1] else 1
                u = waiting[side, at[side]]
                at[side] += 1
                n_out = begin[u + 1] - begin[u]
                for i in range(n_out + begin_in[u + 1] - begin_in[u]):
                    is_out = i < n_out
                    arc = begin[u] + i if is_out else into[begin_in[u] + i - n_out]
                    # From the source: along free arcs, back along used ones. From the sink: turned.
                    if is_used[arc] != (side if is_out else 1 - side):
                        continue
                    other = heads[arc] if is_out else tails[arc]
                    if met[other] == 0:
                        met[other], by[other] = side + 1, arc
                        waiting[side, end[side]] = other
                        end[side] += 1
                    elif met[other] == 2 - side:
                        w = other
                        is_used[arc] ^= 1
                        break
            for side in range(2):
                for i in range(end[side]):
                    met[waiting[side, i]] = 0
            if w < 0:
                break
            for v in (u, w):
                while v != source and v != sink:
                    is_used[by[v]] ^= 1
                    v = tails[by[v]] + heads[by[v]] - v  # the arc's other end
            found += 1
        most = found
    return most


fewest = jit(_fewest)
