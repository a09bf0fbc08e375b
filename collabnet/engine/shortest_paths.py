"""Betweenness with exact counts of tied shortest paths (Brandes)."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from heapq import heappop, heappush
from math import gcd, lcm
from typing import NamedTuple

import numpy as np

from collabnet.engine.csr import Csr, Floats, IntsLike, entry_rows, neighbour_lists


class _Search(NamedTuple):
    """Shortest paths from one actor: who was reached in what order, after whom, how often."""

    order: list[int]
    before: list[list[int]]
    n_paths: list[int]


def betweenness(csr: Csr, costs: Sequence[int] | None = None) -> Floats:
    """Sum, over pairs of others, the share of their shortest paths that run through an actor.

    Not normalised; pairs of an undirected network count once. ``costs`` are whole numbers, one
    for each entry of ``csr.indices`` (see ``integer_costs`` and ``entry_costs``): sums of floats
    would tell tied paths apart. Paths are counted exactly, and shares are added in whole
    numbers too, so equal positions have equal values, however actors are numbered.
    After Brandes (2001), J. Math. Sociol. 25, 163-177. Time: O(n m), with costs O(n m log n).

    Raises
    ------
    ValueError
        If there isn't one cost per entry, or one isn't positive.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> square = build_csr(5, [0, 1, 2, 3, 3], [1, 2, 3, 0, 4])
    >>> betweenness(square).tolist()
    [1.0, 0.5, 1.0, 3.5, 0.0]
    """
    n = csr.n
    neighbours = neighbour_lists(csr)
    if costs is None:
        searches = (_by_ties(neighbours, start) for start in range(n))
    else:
        if len(costs) != csr.indices.size or any(cost <= 0 for cost in costs):
            raise ValueError(
                f"betweenness needs {csr.indices.size} positive costs, one per entry; "
                f"got {len(costs)}, the smallest {min(costs, default=None)}."
            )
        ends = csr.indptr.tolist()
        steps = [
            list(zip(row, costs[ends[actor] : ends[actor + 1]], strict=True))
            for actor, row in enumerate(neighbours)
        ]
        searches = (_by_costs(steps, start) for start in range(n))
    total = [0] * n
    for start, search in enumerate(searches):
        _add_shares(search, start, total)
    pairs = _UNIT if csr.is_directed else 2 * _UNIT
    return np.array([shares / pairs for shares in total], dtype=np.float64)


def integer_costs(costs: Iterable[int | Fraction]) -> list[int]:
    """Turn costs into whole numbers in the same proportions.

    Raises
    ------
    ValueError
        If a cost isn't positive.

    Examples
    --------
    >>> integer_costs([Fraction(1, 3), Fraction(1, 2), 1])
    [2, 3, 6]
    """
    exact = [Fraction(cost) for cost in costs]
    if any(cost <= 0 for cost in exact):
        raise ValueError(f"integer_costs needs positive costs; got {min(exact)}.")
    scale = lcm(*(cost.denominator for cost in exact))
    whole = [int(cost * scale) for cost in exact]
    common = gcd(*whole) or 1
    return [cost // common for cost in whole]


def entry_costs(csr: Csr, rows: IntsLike, columns: IntsLike, costs: Sequence[int]) -> list[int]:
    """Put the costs of listed ties into the order of ``csr.indices``.

    Raises
    ------
    ValueError
        If an entry has no cost, or a pair is listed twice with different costs.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> entry_costs(build_csr(3, [0, 1], [1, 2]), [1, 0], [2, 1], [5, 4])
    [4, 4, 5, 5]
    """
    cost_of: dict[tuple[int, int], int] = {}
    for row, column, cost in zip(rows, columns, costs, strict=True):
        both = [(int(row), int(column))]
        if not csr.is_directed:
            both.append((int(column), int(row)))
        for pair in both:
            if cost_of.setdefault(pair, cost) != cost:
                raise ValueError(f"Pair {pair} has costs {cost_of[pair]} and {cost}; give one.")
    pairs = zip(entry_rows(csr).tolist(), csr.indices.tolist(), strict=True)
    try:
        return [cost_of[pair] for pair in pairs]
    except KeyError as missing:
        raise ValueError(f"Pair {missing} of the network has no cost.") from None


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


# Shares are whole numbers of 2**-96: far finer than a float, so that rounding at the end
# yields the float nearest to the true value.
_BITS = 96
_UNIT = 1 << _BITS


def _add_shares(search: _Search, start: int, total: list[int]) -> None:
    order, before, n_paths = search
    # Dividing drops less than one unit per path: as many more bits as it takes to hide that.
    spare = 2 * max(n_paths).bit_length() + len(order).bit_length()
    unit = _UNIT << spare
    shares = [0] * len(n_paths)
    for here in reversed(order):
        if here == start:
            continue
        passed_on = (unit + shares[here]) // n_paths[here]
        for earlier in before[here]:
            shares[earlier] += n_paths[earlier] * passed_on
        total[here] += shares[here] >> spare
