"""Cheapest paths with whole costs, compiled: imported for large networks only.

Sums of costs are exact, in words of 62 bits; whoever calls has made sure that they fit. Where
one word isn't enough, the first still decides most of the time, and the others are added only
where it doesn't.
"""

from typing import TypeAlias

import numpy as np

from collabnet.engine.csr import Floats, Ints
from collabnet.engine.jit import drop_outdated, jit, jit_lean
from collabnet.engine.paths.costs_words import BITS
from collabnet.engine.paths.rings import Numbers

drop_outdated("paths.shortest_compiled", "paths.costs_words")

Costly: TypeAlias = tuple[Ints, Numbers, Ints, Numbers, Ints]
"""Where rows begin, the neighbours, and what going there costs: the first word of it, and where
the others stand in the last array (see ``shortest_paths_words``)."""
Queue: TypeAlias = tuple[Ints, Numbers, Ints, Ints]
"""Room for costs, actors and links of what waits, and for buckets if there are any."""

NOBODY = -1
FAR = (1 << 63) - 1
_WORD = (1 << BITS) - 1


def _push(queue: Queue, size: int, cost: int, actor: int, shift: int) -> None:
    """Let an actor wait: in the bucket of its cost, or in a heap if there are no buckets."""
    keys, actors, links, buckets = queue
    at = size
    if buckets.shape[0]:
        bucket = (cost >> shift) & (buckets.shape[0] - 1)
        links[at] = buckets[bucket]
        buckets[bucket] = at
    else:
        while at > 0:
            parent = (at - 1) >> 1
            if keys[parent] <= cost:
                break
            keys[at], actors[at] = keys[parent], actors[parent]
            at = parent
    keys[at], actors[at] = cost, actor


def _drop_first(queue: Queue, size: int) -> None:
    """Take the first off a heap of ``size``."""
    keys, actors, _, _ = queue
    last, actor, at, child = keys[size - 1], actors[size - 1], 0, 1
    while child < size - 1:
        if child + 1 < size - 1 and keys[child + 1] < keys[child]:
            child += 1
        if keys[child] >= last:
            break
        keys[at], actors[at] = keys[child], actors[child]
        at, child = child, 2 * child + 1
    keys[at], actors[at] = last, actor


def _add(rest: Ints, one: int, more: Ints, other: int, to: int) -> int:
    """Add a row of words to another, into a third; give what is carried to the first word."""
    carried = 0
    for i in range(rest.shape[1] - 1, -1, -1):
        total = rest[one, i] + more[other, i] + carried
        rest[to, i] = total & _WORD
        carried = total >> BITS
    return carried


def _compare(rest: Ints, one: int, other: int) -> int:
    """Say whether a row of words is less than, equal to or more than another: -1, 0 or 1."""
    for i in range(rest.shape[1]):
        if rest[one, i] != rest[other, i]:
            return -1 if rest[one, i] < rest[other, i] else 1
    return 0


push = jit_lean(_push)
drop_first = jit_lean(_drop_first)
add = jit_lean(_add)
compare = jit_lean(_compare)


def _search(
    ties: Costly,
    start: int,
    queue: Queue,
    shift: int,
    cost_to: Ints,
    rest_to: Ints,
    paths: Floats,
    order: Numbers,
) -> int:
    """Find the cheapest paths from one actor, and count them; give how many actors are met.

    A bucket is no wider than the smallest cost, so nobody in it can be reached more cheaply by
    way of another in it: all who wait there are at their final cost, in any order. The same
    holds for those at the same first word in a heap, as no cost has a first word of 0.
    """
    indptr, indices, costs, kinds, rest = ties
    keys, actors, links, buckets = queue
    spare = cost_to.shape[0]  # the last row of rest_to
    cost_to[:] = FAR
    cost_to[start], rest_to[start, :], paths[start] = 0, 0, 1.0
    push(queue, 0, 0, start, shift)
    size, waiting, met, bucket, slot = 1, 1, 0, 0, NOBODY
    while waiting > 0:
        if buckets.shape[0]:
            while slot == NOBODY:
                place = bucket & (buckets.shape[0] - 1)
                slot, buckets[place] = buckets[place], NOBODY
                bucket += 1
            so_far, u, slot = keys[slot], actors[slot], links[slot]
        else:
            so_far, u = keys[0], actors[0]
            drop_first(queue, size)
            size -= 1
        waiting -= 1
        if so_far > cost_to[u]:
            continue  # a cheaper way was found meanwhile
        order[met] = u
        met += 1
        for j in range(indptr[u], indptr[u + 1]):
            w, there = indices[j], so_far + costs[j]
            if there > cost_to[w]:
                continue
            sign = -1 if there < cost_to[w] else 0
            if rest.shape[1]:
                there += add(rest_to, u, rest, kinds[j], spare)
                sign = -1 if there < cost_to[w] else 1
                if there == cost_to[w]:
                    sign = compare(rest_to, spare, w)
                if sign < 0:
                    for i in range(rest.shape[1]):
                        rest_to[w, i] = rest_to[spare, i]
            if sign < 0:
                if there < cost_to[w]:
                    push(queue, size, there, w, shift)
                    size += 1
                    waiting += 1
                cost_to[w], paths[w] = there, paths[u]
            elif sign == 0:
                paths[w] += paths[u]
    return met


search = jit_lean(_search)


def _shares(
    ties: Costly, queue: Queue, shift: int, begin: int, end: int, through: Floats, along: Floats
) -> float:
    """Add what runs through actors, and along entries if there is room for them.

    Gives the largest count of paths, as for paths in ties.
    """
    indptr, indices, costs, kinds, rest = ties
    n = indptr.shape[0] - 1
    cost_to, order = np.empty(n, np.int64), np.empty(n, np.uint32)
    rest_to = np.empty((n + 1, rest.shape[1]), np.int64)
    paths, share = np.empty(n), np.empty(n)
    most = 1.0
    for start in range(begin, end):
        met = search(ties, start, queue, shift, cost_to, rest_to, paths, order)
        for k in range(met - 1, -1, -1):
            u = order[k]
            sums = 0.0
            for j in range(indptr[u], indptr[u + 1]):
                w = indices[j]
                carried = cost_to[w] - cost_to[u] - costs[j]
                if carried > 1 or carried < 0:
                    continue
                if rest.shape[1]:
                    if add(rest_to, u, rest, kinds[j], n) != carried or compare(rest_to, n, w) != 0:
                        continue
                elif carried:
                    continue
                sums += share[w]
                if along.shape[0]:
                    along[j] += paths[u] * share[w]
            share[u] = 1.0 / paths[u] + sums
            most = max(most, paths[u])
            if k > 0:
                through[u] += paths[u] * sums
    return most


def _sums(
    ties: Costly,
    queue: Queue,
    shift: int,
    begin: int,
    end: int,
    total: tuple[Ints, Ints],
    largest: tuple[Ints, Ints],
    reached: Ints,
    reciprocal: Floats,
) -> None:
    """Write the costs to those who are met, added, and the largest; how many; and 1/cost added.

    Costs are read by their first words there, to the last digit a float has.
    """
    n, rest = ties[0].shape[0] - 1, ties[4]
    cost_to, order, paths = np.empty(n, np.int64), np.empty(n, np.uint32), np.empty(n)
    rest_to = np.empty((n + 1, rest.shape[1]), np.int64)
    for start in range(begin, end):
        met = search(ties, start, queue, shift, cost_to, rest_to, paths, order)
        row, last = start - begin, start
        high, low = 0.0, 0.0
        for k in range(1, met):
            u = order[k]
            total[0][row] += cost_to[u]
            term = float(cost_to[u])
            if rest.shape[1]:
                total[0][row] += add(total[1], row, rest_to, u, row)
                term += rest_to[u, 0] / 2.0**BITS
            if cost_to[u] > cost_to[last] or (
                cost_to[u] == cost_to[last] and compare(rest_to, u, last) > 0
            ):
                last = u
            term = 1.0 / term
            added = high + term
            took = added - high
            low += (high - (added - took)) + (term - took)
            high = added
        largest[0][row], largest[1][row, :] = cost_to[last], rest_to[last, :]
        reached[row], reciprocal[row] = met - 1, high + low


shares = jit(_shares)
sums = jit(_sums)
