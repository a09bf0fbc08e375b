"""Shortest paths in exact whole numbers, one source at a time: for small networks."""

from collections.abc import Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from collabnet.engine.csr import Csr, neighbour_lists

Along = dict[tuple[int, int], int]
"""What runs along each arc of a shortest path."""


class _Search(NamedTuple):
    """Shortest paths from one actor: who was reached in what order, after whom, how often."""

    order: list[int]
    before: list[list[int]]
    n_paths: list[int]


# Shares are whole numbers of 2**-96: far finer than a float, so that rounding at the end
# yields the float nearest to the true value.
_BITS = 96
UNIT = 1 << _BITS


def shares_of(
    csr: Csr, costs: Sequence[int] | None, begin: int, end: int, *, ties: bool
) -> tuple[list[int], Along]:
    """Sum the shares of shortest paths from some actors that run through actors, and along arcs.

    Returns
    -------
    In units of 2**-96; for every actor, and, for ``ties``, for arcs that a shortest path runs along

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> through, along = shares_of(build_csr(3, [0, 1], [1, 2]), None, 0, 1, ties=True)
    >>> [share / UNIT for share in through], {arc: share / UNIT for arc, share in along.items()}
    ([0.0, 1.0, 0.0], {(1, 2): 1.0, (0, 1): 2.0})
    """
    total = [0] * csr.n
    along: Along = {}
    neighbours = neighbour_lists(csr)
    steps = None if costs is None else steps_of(csr, costs)
    for start in range(begin, end):
        search = _by_ties(neighbours, start) if steps is None else _by_costs(steps, start)
        _add_shares(search, start, total, along if ties else None)
    return total, along


def costs_from(steps: list[list[tuple[int, int]]], start: int) -> list[int]:
    """List the costs of the cheapest paths to all others within reach.

    Examples
    --------
    >>> costs_from([[(1, 5), (2, 1)], [], [(1, 3)]], 0)
    [1, 4]
    """
    cost_to = {start: 0}
    found: dict[int, int] = {}
    waiting = [(0, start)]
    while waiting:
        so_far, here = heappop(waiting)
        if here in found:
            continue
        found[here] = so_far
        for other, cost in steps[here]:
            there = so_far + cost
            if other not in cost_to or there < cost_to[other]:
                cost_to[other] = there
                heappush(waiting, (there, other))
    del found[start]
    return list(found.values())


def steps_of(csr: Csr, costs: Sequence[int]) -> list[list[tuple[int, int]]]:
    """List every actor's neighbours with the cost of going there.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> steps_of(build_csr(2, [0], [1]), [7, 7])
    [[(1, 7)], [(0, 7)]]
    """
    ends = csr.indptr.tolist()
    return [
        list(zip(row, costs[ends[actor] : ends[actor + 1]], strict=True))
        for actor, row in enumerate(neighbour_lists(csr))
    ]


def _by_ties(neighbours: list[list[int]], start: int) -> _Search:
    n = len(neighbours)
    steps_to = [-1] * n
    steps_to[start] = 0
    n_paths = [0] * n
    n_paths[start] = 1
    before: list[list[int]] = [[] for _ in range(n)]
    order = [start]
    for here in order:
        next_step = steps_to[here] + 1
        paths = n_paths[here]
        for other in neighbours[here]:
            if steps_to[other] < 0:
                steps_to[other] = next_step
                order.append(other)
            if steps_to[other] == next_step:
                n_paths[other] += paths
                before[other].append(here)
    return _Search(order, before, n_paths)


def _by_costs(steps: list[list[tuple[int, int]]], start: int) -> _Search:
    n = len(steps)
    cost_to = [-1] * n
    cost_to[start] = 0
    n_paths = [0] * n
    n_paths[start] = 1
    before: list[list[int]] = [[] for _ in range(n)]
    order = []
    waiting = [(0, start)]
    while waiting:
        so_far, here = heappop(waiting)
        if so_far > cost_to[here]:
            continue  # a cheaper way was found meanwhile
        order.append(here)
        for other, cost in steps[here]:
            there = so_far + cost
            if cost_to[other] < 0 or there < cost_to[other]:
                cost_to[other] = there
                n_paths[other] = n_paths[here]
                before[other] = [here]
                heappush(waiting, (there, other))
            elif there == cost_to[other]:
                n_paths[other] += n_paths[here]
                before[other].append(here)
    return _Search(order, before, n_paths)


def _add_shares(search: _Search, start: int, total: list[int], along: Along | None) -> None:
    order, before, n_paths = search
    # Dividing drops less than one unit per path: as many more bits as it takes to hide that.
    spare = 2 * max(n_paths).bit_length() + len(order).bit_length()
    unit = UNIT << spare
    shares = [0] * len(n_paths)
    for here in reversed(order):
        if here == start:
            continue
        passed_on = (unit + shares[here]) // n_paths[here]
        for earlier in before[here]:
            share = n_paths[earlier] * passed_on
            shares[earlier] += share
            if along is not None:
                arc = earlier, here
                along[arc] = along.get(arc, 0) + (share >> spare)
        total[here] += shares[here] >> spare
