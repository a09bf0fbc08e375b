"""What each actor's leaving changes about distances, compiled: imported for large networks only.

From each actor one search, and the tree of who stands on *all* shortest paths to whom. It says
who is just one tie further away without whom; only for the rest is searched again, among them
alone.
"""

from typing import TypeAlias

import numpy as np

from collabnet.engine.csr import Ints
from collabnet.engine.jit import drop_outdated, jit
from collabnet.engine.paths.rings_compiled_tree import UNMET, Met, Short, Ties, Tree, look, search

drop_outdated("paths.rings_compiled", "paths.rings_compiled_tree")

Room: TypeAlias = tuple[Short, Short, Short, Short, Short]
"""By number: the distance without somebody; buckets by distance, as links; and who is in need."""
Sums: TypeAlias = tuple[Ints, Ints, Ints]
"""What a distance is worth, pairs of each actor are worth, and are worth less without each."""


def _again(
    ties: Ties, ties_in: Ties, met: Met, place: Short, span: tuple[int, int, int], room: Room
) -> None:
    """Search again for some below v.

    ``span``: v, and the places of those below. Who is in need has ``fresh`` 0; it becomes the
    distance, where there is a way.
    """
    number, far, _, who = met
    v, first, last = span
    fresh, heads, links, slots, needy = room
    taken, nearest, farthest = 0, heads.shape[0], 0
    for i in range(needy.shape[0]):
        k = needy[i]
        best = heads.shape[0]
        for j in range(ties_in[0][who[k]], ties_in[0][who[k] + 1]):
            u = ties_in[1][j]
            if far[u] != UNMET and number[u] != v and fresh[number[u]] == UNMET:
                is_below = first <= place[number[u]] < last
                best = min(best, far[u] + 2 if is_below else far[u] + 1)
        if best < heads.shape[0]:
            fresh[k], slots[taken], links[taken], heads[best] = best, k, heads[best], taken
            taken += 1
            nearest, farthest = min(nearest, best), max(farthest, best)
    distance = nearest
    while distance <= farthest:
        slot, heads[distance] = heads[distance], UNMET
        distance += 1
        while slot != UNMET:
            k, slot = slots[slot], links[slot]
            if fresh[k] != distance - 1:
                continue  # nearer by another way
            for j in range(ties[0][who[k]], ties[0][who[k] + 1]):
                w = ties[1][j]
                if far[w] != UNMET:
                    other = number[w]
                    if fresh[other] == 0 or fresh[other] > distance:
                        fresh[other], slots[taken], links[taken] = distance, other, heads[distance]
                        heads[distance] = taken
                        taken += 1
                        farthest = max(farthest, distance)


again = jit(_again)


def _place(above: Short, size: Short) -> Short:
    """Give everybody a place such that those below one stand right behind."""
    place, free = np.zeros(size.shape[0], np.int32), np.ones(size.shape[0], np.int32)
    for k in range(1, size.shape[0]):
        place[k] = free[above[k]]
        free[above[k]] += size[k]
        free[k] = place[k] + 1
    return place


def _needy(tree: Tree, below: Short) -> tuple[Ints, Short]:
    """List, for every v, those below who aren't just one tie further away without v.

    Nobody where v cuts off all those below: there is no way to be found.
    """
    above, since, until, _ = tree
    n = below.shape[0]
    begins, who = np.zeros(n + 1, np.int64), np.empty(0, np.int32)
    upwards = np.zeros(n, np.int32)  # to the next v that doesn't cut off, themselves included
    for k in range(1, n):
        upwards[k] = k if below[k] < k else upwards[above[k]]
    for fills in range(2):
        for k in range(1, n):
            v = upwards[above[k]]
            while v != 0:
                if until[k] < v <= since[k]:
                    v = upwards[until[k]]
                else:
                    if fills:
                        who[begins[v]] = k
                    begins[v] += 1
                    v = upwards[above[v]]
        if not fills:
            total = 0
            for v in range(n):
                total, begins[v] = total + begins[v], total
            who = np.empty(total, np.int32)
    begins[1:] = begins[:-1].copy()
    begins[0] = 0
    return begins, who


place_all = jit(_place)
find_needy = jit(_needy)


def _without_each(
    ties: Ties, ties_in: Ties, start: int, met: Met, above: Short, room: Room, sums: Sums
) -> None:
    """Add what the pairs from one actor are worth, and what they are worth less without others."""
    worth, own, less = sums
    _, far, _, who = met
    n = search(ties, start, met, above)
    since, until, outside = np.zeros(n, np.int32), np.zeros(n, np.int32), np.zeros(n, np.int32)
    tree = above[:n], since, until, outside
    lost, size = np.zeros(n, np.int64), np.ones(n, np.int32)
    below, is_needed = np.full(n, n, np.int32), False
    for k in range(1, n):
        if above[k] != 0:
            look(ties_in, met, tree, k)
            is_needed |= until[k] != 0 or since[k] != above[k]
            if since[k] != until[k]:
                lost[since[k]] -= worth[far[who[k]] + 1]
                lost[until[k]] += worth[far[who[k]] + 1]
    for k in range(n - 1, 0, -1):
        up, pair = above[k], worth[far[who[k]]]
        own[who[k]] += pair
        own[start] += pair
        less[who[k]] += lost[k]
        lost[up] += lost[k] + pair
        size[up] += size[k]
        below[up] = min(below[up], outside[k], below[k])
    if not is_needed:
        return
    begins, needy = find_needy(tree, below)
    place = place_all(tree[0], size)
    fresh, heads, links, slots, _ = room
    for v in range(1, n):
        some = needy[begins[v] : begins[v + 1]]
        if some.shape[0]:
            fresh[some] = 0
            span = v, place[v], place[v] + size[v]
            again(ties, ties_in, met, place, span, (fresh, heads, links, slots, some))
            for i in range(some.shape[0]):
                less[who[v]] -= worth[fresh[some[i]]]
                fresh[some[i]] = UNMET


without_each = jit(_without_each)


def _changes(ties: Ties, ties_in: Ties, worth: Ints, begin: int, end: int) -> tuple[Ints, Ints]:
    """Sum what pairs from some actors are worth: pairs of each actor, and lost without each.

    ``worth[d]`` is what a pair at distance d is worth, ``worth[0]`` 0. Gives the worth of the pairs
    from and to each actor; and what pairs of others are worth less without them.
    """
    n = ties[0].shape[0] - 1
    own, less = np.zeros(n, np.int64), np.zeros(n, np.int64)
    above = np.empty(n, np.int32)
    met = np.empty(n, np.int32), np.empty(n, np.int32), np.empty(n, np.int32), np.empty(n, np.int32)
    fresh, heads = np.full(n, UNMET, np.int32), np.full(n + 2, UNMET, np.int32)
    links, slots = np.empty(2 * n, np.int32), np.empty(2 * n, np.int32)
    room = fresh, heads, links, slots, slots
    for start in range(begin, end):
        without_each(ties, ties_in, start, met, above, room, (worth, own, less))
    return own, less


changes = jit(_changes)
