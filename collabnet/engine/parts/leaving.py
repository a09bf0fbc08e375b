"""How large the largest component is while actors leave one after the other."""

from heapq import heapify, heappop, heappush

import numpy as np
import numpy.typing as npt

from collabnet.engine.csr import Csr, Floats, Ints, IntsLike, neighbour_lists, to_undirected
from collabnet.engine.parts.components import isolate
from collabnet.engine.paths.shortest import betweenness
from collabnet.engine.work import in_parts
from collabnet.engine.worth import ENTRY, is_worth_compiling

STEPS = 10
ALIKE = 1e-9
"""Values that differ by less than this share of the larger one count as tied."""


def largest_left(csr: Csr, order: IntsLike, *, compiled: bool | None = None) -> Ints:
    """Give the size of the largest component with everybody there, then after each leaving.

    Direction is ignored. ``order`` names every actor once. Computed backwards: actors come back
    one by one, and components only grow. Time: O(n + m) but for a factor below 5.

    Returns
    -------
    int array, n + 1 items, from the largest component of all to 0

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> largest_left(build_csr(4, [0, 1, 2], [1, 2, 3]), [1, 0, 2, 3]).tolist()
    [4, 2, 2, 1, 0]
    """
    both_ways = to_undirected(csr)
    actors = np.asarray(order, dtype=np.int64)
    if compiled is None:
        seconds = 3 * (csr.n + both_ways.indices.size) * ENTRY
        compiled = is_worth_compiling(seconds, "parts.leaving_compiled")
    if compiled:
        from collabnet.engine.parts.leaving_compiled import largest

        found: Ints = largest(both_ways.indptr, both_ways.indices, actors)
        return found
    return _largest(neighbour_lists(both_ways), actors.tolist())


def _largest(neighbours: list[list[int]], order: list[int]) -> Ints:
    n = len(order)
    above = [-1] * n  # -1: has left
    size = [1] * n
    sizes = [0] * (n + 1)
    largest = 0
    for q in range(n - 1, -1, -1):
        root = order[q]
        above[root] = root
        for other in neighbours[root]:
            if above[other] < 0:
                continue
            while above[other] != other:
                above[other] = above[above[other]]
                other = above[other]  # climbs
            if other == root:
                continue
            if size[other] > size[root]:
                root, other = other, root
            above[other] = root
            size[root] += size[other]
        largest = max(largest, size[root])
        sizes[q] = largest
    return np.array(sizes, dtype=np.int64)


def surroundings(csr: Csr) -> Ints:
    """Rank the actors by what surrounds them: degrees up to ten steps away; then by number.

    Direction is ignored. The order is fixed but has no meaning: what counts is that it doesn't
    hang on the actors' numbers, unless they are alike in this. After Weisfeiler and Leman (1968).

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> ranks = surroundings(build_csr(4, [0, 1, 2], [1, 2, 3]))
    >>> bool(ranks[1] < ranks[2]), sorted(ranks.tolist())
    (True, [0, 1, 2, 3])
    """
    both_ways = to_undirected(csr)
    tied = np.flatnonzero(np.diff(both_ways.indptr))
    mark = np.diff(both_ways.indptr).astype(np.uint64)
    for _ in range(STEPS if tied.size else 0):
        mark = _scrambled(mark)
        around = np.zeros_like(mark)
        around[tied] = np.add.reduceat(mark[both_ways.indices], both_ways.indptr[tied])
        mark = mark * np.uint64(3) + around
    rank = np.empty(csr.n, dtype=np.int64)
    rank[np.argsort(mark, kind="stable")] = np.arange(csr.n)
    return rank


def _scrambled(mark: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """SplitMix64's finaliser."""
    mark = mark + np.uint64(0x9E3779B97F4A7C15)
    mark = (mark ^ (mark >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mark = (mark ^ (mark >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mark ^ (mark >> np.uint64(31))


def by_degree_left(csr: Csr, rank: IntsLike) -> Ints:
    """Order the actors by the ties they still have when it is their turn, most first.

    Direction is ignored. Of those with as many ties, whoever has the lowest ``rank`` goes
    first. Time: O((n + m) log n).

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> by_degree_left(build_csr(5, [0, 1, 2, 3], [1, 2, 3, 4]), range(5)).tolist()
    [1, 3, 0, 2, 4]
    """
    neighbours = neighbour_lists(to_undirected(csr))
    ranks = np.asarray(rank, dtype=np.int64).tolist()
    ties = [len(row) for row in neighbours]
    waiting = [(-many, ranks[v], v) for v, many in enumerate(ties)]
    heapify(waiting)
    order: list[int] = []
    while waiting:
        many, _, here = heappop(waiting)
        if ties[here] != -many:
            continue  # it has fewer by now, or has left
        ties[here] = -1
        order.append(here)
        for other in neighbours[here]:
            if ties[other] > 0:
                ties[other] -= 1
                heappush(waiting, (-ties[other], ranks[other], other))
    return np.array(order, dtype=np.int64)


def by_value(values: Floats, rank: IntsLike) -> Ints:
    """Order the actors by a value, highest first; those alike by their rank, lowest first.

    Values that follow each other within rounding are alike.

    Examples
    --------
    >>> by_value(np.array([1.0, 3.0, 3.0 + 1e-12]), [0, 2, 1]).tolist()
    [2, 1, 0]
    """
    ranks = np.asarray(rank, dtype=np.int64)
    order = np.lexsort((ranks, -values))
    falling = values[order]
    steps = falling[:-1] - falling[1:] > ALIKE * np.abs(falling[:-1])
    level = np.concatenate([[0], np.cumsum(steps)])[: falling.size]
    again: Ints = order[np.lexsort((ranks[order], level))]
    return again


def by_betweenness_left(csr: Csr, rank: IntsLike) -> Ints:
    """Order the actors by their betweenness among those who are left, highest first.

    Direction is ignored; those alike by their rank, lowest first. Time: n times betweenness.
    """
    both_ways = to_undirected(csr)
    ranks = np.asarray(rank, dtype=np.int64)
    stays = np.ones(csr.n, dtype=np.bool_)
    size = csr.n + both_ways.indices.size
    compiled = is_worth_compiling(csr.n * csr.n * size * ENTRY)
    order: list[int] = []

    def work(begin: int, end: int) -> None:
        for _ in range(begin, end):
            left = isolate(both_ways, order)
            if left.indices.size:
                here = np.flatnonzero(stays)
                values = betweenness(left, compiled=compiled)
                first = here[by_value(values[here], ranks[here])[0]]
            else:
                first = np.flatnonzero(stays)[np.argmin(ranks[stays])]
            stays[first] = False
            order.append(int(first))

    part = max(1, 2_000_000 // (csr.n * size + 1))
    for _ in in_parts(work, csr.n, part=part, what="robustness by betweenness"):
        pass
    return np.array(order, dtype=np.int64)
