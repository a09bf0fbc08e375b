"""Betweenness of actors and ties, costs of cheapest paths; compiled where there is much to do."""

from collections.abc import Sequence
from fractions import Fraction
from math import fsum
from typing import NamedTuple

import numpy as np

from collabnet.engine.csr import Csr, Floats, Ints, entry_rows
from collabnet.engine.paths.costs_words import sums_fit
from collabnet.engine.paths.shortest_plain import UNIT, costs_from, shares_of, steps_of
from collabnet.engine.paths.shortest_threads import costs_in_threads, shares_in_threads
from collabnet.engine.work import in_parts
from collabnet.engine.worth import is_worth_compiling

Costs = Sequence[int] | Ints
_PART = 16
PLAIN_ENTRY, PLAIN_COSTLY_ENTRY = 1.8e-7, 2.5e-7
"""Seconds of plain search for each actor and entry."""


def betweenness(
    csr: Csr,
    costs: Costs | None = None,
    *,
    compiled: bool | None = None,
    threads: int | None = None,
) -> Floats:
    """Sum, over pairs of others, the share of their shortest paths that run through an actor.

    Not normalised; pairs of an undirected network count once. ``costs`` are whole numbers, one
    for each entry of ``csr.indices`` (see ``integer_costs`` and ``entry_costs``): sums of floats
    would tell tied paths apart. Paths are counted exactly, and shares are added in whole numbers
    too, so equal positions have equal values, however actors are numbered. Compiled, which large
    networks are, counts and shares are floats, and values come to 12 significant digits.
    After Brandes (2001), J. Math. Sociol. 25, 163-177. Time: O(n m), with costs O(n m log n).

    Parameters
    ----------
    compiled : None: where there is much to do
    threads : None: as many as there are processors, 8 at most; the values are the same

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
    exact = _checked(csr, costs, "betweenness")
    if _is_compiled(csr, exact, compiled):
        found = shares_in_threads(csr, exact, ties=False, what="betweenness", threads=threads)
        if found is not None:
            return _rounded(found if csr.is_directed else found / 2)
    total = [0] * csr.n
    for shares, _ in in_parts(
        lambda begin, end: shares_of(csr, exact, begin, end, ties=False),
        csr.n,
        part=_PART,
        what="betweenness",
    ):
        total = [one + other for one, other in zip(total, shares, strict=True)]
    pairs = UNIT if csr.is_directed else 2 * UNIT
    return np.array([shares / pairs for shares in total], dtype=np.float64)


def tie_betweenness(
    csr: Csr,
    costs: Costs | None = None,
    *,
    compiled: bool | None = None,
    threads: int | None = None,
) -> Floats:
    """Sum, over pairs of actors, the share of their shortest paths that run along a tie.

    Not normalised; pairs of an undirected network count once. Costs as for ``betweenness``.
    After Brandes (2008), Social Networks 30, 136-145.

    Returns
    -------
    float array, one for each entry of ``csr.indices``; the same for both entries of an
    undirected tie

    Raises
    ------
    ValueError
        If there isn't one cost per entry, or one isn't positive.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> tie_betweenness(build_csr(4, [0, 1, 2], [1, 2, 3])).tolist()
    [3.0, 3.0, 4.0, 4.0, 3.0, 3.0]
    """
    exact = _checked(csr, costs, "tie_betweenness")
    if _is_compiled(csr, exact, compiled):
        found = shares_in_threads(csr, exact, ties=True, what="tie betweenness", threads=threads)
        if found is not None:
            return _rounded(found if csr.is_directed else (found + found[_other_way(csr)]) / 2)
    total: dict[tuple[int, int], int] = {}
    for _, along in in_parts(
        lambda begin, end: shares_of(csr, exact, begin, end, ties=True),
        csr.n,
        part=_PART,
        what="tie betweenness",
    ):
        for arc, shares in along.items():
            total[arc] = total.get(arc, 0) + shares
    arcs = zip(entry_rows(csr).tolist(), csr.indices.tolist(), strict=True)
    if csr.is_directed:
        values = [total.get(arc, 0) / UNIT for arc in arcs]
    else:
        values = [(total.get((u, v), 0) + total.get((v, u), 0)) / (2 * UNIT) for u, v in arcs]
    return np.array(values, dtype=np.float64)


class CostSums(NamedTuple):
    """What is summed over the others within an actor's reach, an item per actor."""

    reached: Ints
    """How many are within reach."""
    total: Floats
    """Costs of the cheapest paths, added."""
    reciprocal: Floats
    """1/cost, added."""
    farthest: Floats
    """The largest cost; 0 if nobody is within reach."""


def cost_sums(
    csr: Csr,
    costs: Costs,
    *,
    unit: int | Fraction = 1,
    compiled: bool | None = None,
    threads: int | None = None,
) -> CostSums:
    """Sum the costs of the cheapest paths from every actor, and 1/cost, over those it reaches.

    Sums of costs are exact until they are rounded once.

    Parameters
    ----------
    costs : positive whole numbers, one for each entry of ``csr.indices``
    unit : what counts as 1: whole numbers that stand for costs of 1/3 and 1/2 as 2 and 3 have 6

    Raises
    ------
    ValueError
        If there isn't one cost per entry, or one isn't positive.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> sums = cost_sums(build_csr(3, [0, 1], [1, 2]), [2, 2, 3, 3], unit=6)
    >>> sums.reached.tolist(), sums.reciprocal.tolist()
    ([2, 2, 2], [4.2, 5.0, 3.2])
    """
    exact = _checked(csr, costs, "cost_sums") or []
    one, of = unit.as_integer_ratio()
    if _is_compiled(csr, exact, compiled, paths=csr.n):
        reached, *whole, reciprocal = costs_in_threads(csr, exact, Fraction(unit), threads=threads)
        total, farthest = (np.array([cost * of / one for cost in column]) for column in whole)
        return CostSums(reached, total, reciprocal, farthest)
    steps = steps_of(csr, exact)

    def sums(begin: int, end: int) -> list[tuple[int, float, float, float]]:
        return [_of_costs(costs_from(steps, start), one, of) for start in range(begin, end)]

    parts = in_parts(sums, csr.n, part=_PART, what="costs of paths")
    rows = [row for part in parts for row in part]
    reached, *rest = (np.array([row[k] for row in rows]) for k in range(4))
    return CostSums(reached.astype(np.int64), *(column.astype(np.float64) for column in rest))


def _of_costs(costs: list[int], one: int, of: int) -> tuple[int, float, float, float]:
    return (
        len(costs),
        sum(costs) * of / one,
        fsum(one / (cost * of) for cost in costs),
        max(costs, default=0) * of / one,
    )


def _is_compiled(csr: Csr, costs: list[int] | None, asked: bool | None, paths: int = 1) -> bool:
    """Say whether to search compiled; sums of costs that don't fit are left to the plain search."""
    if not sums_fit(csr, costs, paths):
        return False
    if asked is not None:
        return asked
    entry = PLAIN_ENTRY if costs is None else PLAIN_COSTLY_ENTRY
    return is_worth_compiling(csr.n * (csr.indices.size + csr.n) * entry)


def _other_way(csr: Csr) -> Ints:
    """Where the other entry of each tie of an undirected network is."""
    return np.lexsort((entry_rows(csr), csr.indices))


def _rounded(values: Floats) -> Floats:
    """Round away what adding floats in another order changes: equal positions, equal values."""
    return np.array([float(f"{value:.12g}") for value in values.tolist()], dtype=np.float64)


def _checked(csr: Csr, costs: Costs | None, name: str) -> list[int] | None:
    """Give the costs as Python's integers, which have no largest."""
    if costs is None:
        return None
    listed = costs.tolist() if isinstance(costs, np.ndarray) else list(costs)
    if len(listed) != csr.indices.size or any(cost <= 0 for cost in listed):
        raise ValueError(
            f"{name} needs {csr.indices.size} positive costs, one per entry; "
            f"got {len(listed)}, the smallest {min(listed, default=None)}."
        )
    return listed
