"""Pairs broken by every actor of a directed network, compiled: for large networks only."""

import numpy as np

from collabnet.engine.csr import Ints, Small
from collabnet.engine.jit import jit


def _transposed(begin: Ints, entries: Small) -> tuple[Ints, Small]:
    """Give the compressed rows of the ties turned round."""
    n = begin.shape[0] - 1
    back = np.zeros(n + 1, np.int64)
    for other in entries:
        back[other + 1] += 1
    for v in range(n):
        back[v + 1] += back[v]
    place, tails = back[:-1].copy(), np.empty(entries.shape[0], np.int32)
    for v in range(n):
        for at in range(begin[v], begin[v + 1]):
            other = entries[at]
            tails[place[other]] = v
            place[other] += 1
    return back, tails


def _count(
    begin: Ints,
    entries: Small,
    back: Ints,
    tails: Small,
    ring: Ints,
    sources: Ints,
    is_target: Ints,
) -> Ints:
    """Count the broken pairs of some sources by the actor who breaks them.

    What :mod:`collabnet.engine.parts.breaks` does; but a search stops once it has found as many as
    another source in the same ring of mutual reach, and whoever hangs on the source alone, or on
    the end of a chain that begins there, is looked at once.
    """
    n = begin.shape[0] - 1
    total = np.zeros(n, np.int64)
    reach = np.full(n, n, np.int64)
    order, todo = np.empty(n, np.int32), np.empty(n, np.int32)
    place = np.full(n, -1, np.int32)
    above, below = np.zeros(n, np.int32), np.zeros(n, np.int64)
    for source in sources:
        order[0], place[source] = source, 0
        found, at, chain = 1, 0, 0
        enough = reach[ring[source]]
        while at < found and found < enough:
            here = order[at]
            for entry in range(begin[here], begin[here + 1]):
                other = entries[entry]
                if place[other] < 0:
                    place[other] = found
                    above[found] = at
                    order[found] = other
                    found += 1
            if chain == at and found == at + 2:
                chain = at + 1
            at += 1
        reach[ring[source]] = found
        left = 0
        for at in range(chain + 1, found):
            # Whoever has one predecessor hangs on that one, whatever the source.
            if above[at] > chain and back[order[at] + 1] - back[order[at]] > 1:
                todo[left] = at
                left += 1
        is_settled = left == 0
        while not is_settled:
            is_settled = True
            still = 0
            for i in range(left):
                at = todo[i]
                nearest, here = above[at], order[at]
                before = nearest
                for entry in range(back[here], back[here + 1]):
                    other = place[tails[entry]]
                    if other < 0:
                        continue
                    while nearest != other:
                        if nearest > other:
                            nearest = above[nearest]
                        else:
                            other = above[other]
                    if nearest <= chain:
                        break
                if nearest != before:
                    above[at] = nearest
                    is_settled = False
                if nearest > chain:
                    todo[still] = at
                    still += 1
            left = still
        for at in range(found - 1, chain, -1):
            up = above[at]
            if up > chain:
                lost = below[at] + is_target[order[at]]
                below[up] += lost
                total[order[up]] += lost
            below[at] = 0
        if chain > 0:
            after = np.int64(0)
            for at in range(found - 1, 0, -1):
                if at <= chain:
                    total[order[at]] += after
                after += is_target[order[at]]
        for i in range(found):
            place[order[i]] = -1
    return total


def _sweeps(begin: Ints, entries: Ints, sources: Ints) -> np.int64:
    """Search breadth first from each source: the yardstick of what the searches cost."""
    n = begin.shape[0] - 1
    order, seen = np.empty(n, np.int32), np.full(n, -1, np.int32)
    total = np.int64(0)
    for i in range(sources.shape[0]):
        order[0] = sources[i]
        seen[sources[i]] = i
        found, at = 1, 0
        while at < found:
            here = order[at]
            at += 1
            for entry in range(begin[here], begin[here + 1]):
                other = entries[entry]
                if seen[other] != i:
                    seen[other] = i
                    order[found] = other
                    found += 1
        total += found
    return total


transposed = jit(_transposed)
count = jit(_count)
sweeps = jit(_sweeps)
