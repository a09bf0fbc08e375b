"""Pairs cut by every actor, compiled: imported for large networks only.

What :mod:`collabnet.engine.parts.forest` gives, with actors numbered in the order of discovery, so
that an actor and its parent lie near each other in memory.
"""

import numpy as np

from collabnet.engine.csr import Ints, Small
from collabnet.engine.jit import jit


def _search(begin: Ints, entries: Ints) -> tuple[Small, Small, Small]:
    """Search depth first: who was found when, each one's parent, and its low point.

    Returns
    -------
    the actors in the order of discovery; by that order, the place of the parent (-1 for a root)
    and of the earliest actor tied to anybody but through the parent (oneself if there is none)
    """
    n = begin.shape[0] - 1
    order, parent, low = np.empty(n, np.int32), np.empty(n, np.int32), np.empty(n, np.int32)
    # 0: not met; below 0: waiting, met last by -value - 1; above 0: its place, counted from 1.
    state = np.zeros(n, np.int32)
    waiting = np.empty(entries.shape[0] + 1, np.int32)
    found = 0
    for root in range(n):
        if state[root] != 0:
            continue
        waiting[0], top, state[root] = root, 1, -(n + 1)
        while top > 0:
            top -= 1
            here = waiting[top]
            if state[here] > 0:
                continue
            # Who met an actor last is deepest, and taken up first: a true depth-first search.
            above = -state[here] - 1
            if above == n:
                above = -1
            order[found] = here
            parent[found] = above
            found += 1
            state[here] = found
            lowest = found - 1
            for at in range(begin[here], begin[here + 1]):
                other = entries[at]
                when = state[other]
                if when > 0:
                    if when - 1 < lowest and when - 1 != above:
                        lowest = when - 1
                else:
                    state[other] = -found
                    waiting[top] = other
                    top += 1
            low[found - 1] = lowest
    return order, parent, low


def _pairs_cut(begin: Ints, entries: Ints) -> tuple[Ints, Ints, Small]:
    """Give every actor's component size, the pairs that its going cuts, and the bridges."""
    order, parent, low = search(begin, entries)
    n = order.shape[0]
    size = np.ones(n, np.int32)
    split, squares = np.zeros(n, np.int64), np.zeros(n, np.int64)
    n_bridges = 0
    for at in range(n - 1, -1, -1):
        above = parent[at]
        if above < 0:
            continue
        below = np.int64(size[at])
        size[above] += size[at]
        if low[at] >= above:
            split[above] += below
            squares[above] += below * below
            n_bridges += low[at] > above
        elif low[at] < low[above]:
            low[above] = low[at]
    whole, cut = np.empty(n, np.int64), np.empty(n, np.int64)
    bridges = np.empty((n_bridges, 2), np.int32)
    in_all, n_bridges = np.int64(0), 0
    for at in range(n):
        here, above = order[at], parent[at]
        if above < 0:
            in_all = np.int64(size[at])
        elif low[at] > above:
            other = order[above]
            bridges[n_bridges, 0] = min(here, other)
            bridges[n_bridges, 1] = max(here, other)
            n_bridges += 1
        rest = in_all - 1 - split[at]
        whole[here] = in_all
        cut[here] = ((in_all - 1) ** 2 - squares[at] - rest * rest) // 2
    return whole, cut, bridges


def _sweep(begin: Ints, entries: Ints) -> Small:
    """Search all breadth first, and give the order: the yardstick of what one search costs."""
    n = begin.shape[0] - 1
    order, seen = np.empty(n, np.int32), np.zeros(n, np.bool_)
    done = found = 0
    for root in range(n):
        if seen[root]:
            continue
        seen[root] = True
        order[found] = root
        found += 1
        while done < found:
            here = order[done]
            done += 1
            for at in range(begin[here], begin[here + 1]):
                other = entries[at]
                if not seen[other]:
                    seen[other] = True
                    order[found] = other
                    found += 1
    return order


search = jit(_search)
pairs_cut = jit(_pairs_cut)
sweep = jit(_sweep)
