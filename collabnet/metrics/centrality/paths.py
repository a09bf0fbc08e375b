"""What steps along the ties of a network cost, and sums over its shortest paths."""

from fractions import Fraction

import numpy as np

from collabnet.engine import CostSums, Csr, cost_sums, distance_sums
from collabnet.metrics.arrays import costs_along, csr_along, strengths_along
from collabnet.metrics.options import Cost, Direction, check_option
from collabnet.model.network import Network


def steps_along(
    network: Network, measure: str, direction: Direction, cost: Cost
) -> tuple[Csr, list[int] | None]:
    """Compressed rows and what the step of each entry costs; None where all cost 1.

    Raises
    ------
    AssumptionError
        If the direction or the cost is none of those there are.
    CollabnetError
        If a strength is zero, negative or not a number, and the cost is made from it.
    """
    check_option(measure, "direction", direction, ("out", "in", "ignored"))
    check_option(measure, "cost", cost, ("unweighted", "1/strength"))
    if cost == "unweighted":
        return csr_along(network, direction), None
    return costs_along(network, measure, direction)


def path_sums(network: Network, measure: str, direction: Direction, cost: Cost) -> CostSums:
    """Sum over whom each actor reaches what the shortest path costs, and 1 over it.

    Raises
    ------
    AssumptionError, CollabnetError
        As ``steps_along``.
    """
    csr, costs = steps_along(network, measure, direction, cost)
    if costs is None:
        found = distance_sums(csr)
        total, farthest = found.total.astype(np.float64), found.farthest.astype(np.float64)
        return CostSums(found.reached, total, found.reciprocal, farthest)
    unit = Fraction(1)
    if costs:  # whole numbers in proportion: what stands for the cost 1
        _, strengths = strengths_along(network, measure, direction)
        unit = costs[0] * Fraction(float(strengths[0]))
    return cost_sums(csr, costs, unit=unit)
