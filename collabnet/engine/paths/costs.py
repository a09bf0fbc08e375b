"""Costs of ties as exact whole numbers: sums of floats would tell tied paths apart."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import gcd, lcm

from collabnet.engine.csr import Csr, IntsLike, entry_rows


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
