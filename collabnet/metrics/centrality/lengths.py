"""How far apart the actors of a network are: efficiency, mean distance, diameter."""

from math import fsum, nan
from typing import Literal, TypeAlias

import pandas as pd

from collabnet.engine import CostSums
from collabnet.metrics.arrays import Given, of_network, read
from collabnet.metrics.centrality.paths import path_sums
from collabnet.metrics.options import Cost, Direction, check_option

LengthVariant: TypeAlias = Literal["connected", "within_reach"]


def global_efficiency(
    network: Given, *, direction: Direction = "out", cost: Cost = "unweighted"
) -> pd.DataFrame:
    """Average 1/distance over all pairs of actors; a pair without a path adds 0.

    In a directed network over ordered pairs, along the ties. With cost "1/strength" a tie of
    strength 2 is half as long as one of 1; without, it is 1 less distance-weighted
    fragmentation. After Latora and Marchiori (2001), Phys. Rev. Lett. 87, 198701.

    Parameters
    ----------
    direction : "ignored" takes a directed network as undirected; "in" gives the same as "out"

    Returns
    -------
    DataFrame, one row
        global_efficiency : float, 0 (no ties) to 1 (everybody tied to everybody; with costs, to
        the largest strength); NaN with one actor

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If a strength is zero, negative or not a number, and the cost is made from it.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> global_efficiency(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
       global_efficiency
    0           0.833333
    """
    sums, n = _sums(network, "global_efficiency", direction, cost)
    value = fsum(sums.reciprocal.tolist()) / (n * (n - 1)) if n > 1 else nan
    return of_network(settings={"direction": direction, "cost": cost}, global_efficiency=value)


def mean_distance(
    network: Given,
    *,
    direction: Direction = "out",
    cost: Cost = "unweighted",
    variant: LengthVariant = "connected",
) -> pd.DataFrame:
    """Average the number of ties, or the cost, of a shortest path over all pairs of actors.

    In a directed network over ordered pairs, along the ties. Undefined where a pair has no
    path. With cost "1/strength" a tie of strength 2 is half as long as one of 1. After Watts
    and Strogatz (1998), Nature 393, 440-442: characteristic path length.

    Parameters
    ----------
    direction : "ignored" takes a directed network as undirected; "in" gives the same as "out"
    variant : "within_reach": over the pairs with a path, as in igraph and UCINET

    Returns
    -------
    DataFrame, one row
        mean_distance : float, 1 or more, in ties, with costs above 0, in those; NaN where
        undefined

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If a strength is zero, negative or not a number, and the cost is made from it.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> mean_distance(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
       mean_distance
    0       1.333333
    """
    check_option("mean_distance", "variant", variant, ("connected", "within_reach"))
    sums, n = _sums(network, "mean_distance", direction, cost)
    pairs = _pairs(sums, n, variant)
    value = fsum(sums.total.tolist()) / pairs if pairs else nan
    settings = {"direction": direction, "cost": cost, "variant": variant}
    return of_network(settings=settings, mean_distance=value)


def diameter(
    network: Given,
    *,
    direction: Direction = "out",
    cost: Cost = "unweighted",
    variant: LengthVariant = "connected",
) -> pd.DataFrame:
    """Count the ties between the two actors who are farthest apart, or add up what they cost.

    In a directed network along the ties. Undefined where a pair has no path. With cost
    "1/strength" a tie of strength 2 is half as long as one of 1.
    After Harary (1969), Graph Theory, ch. 2.

    Parameters
    ----------
    direction : "ignored" takes a directed network as undirected; "in" gives the same as "out"
    variant : "within_reach": among the pairs with a path, as in igraph

    Returns
    -------
    DataFrame, one row
        diameter : float, a whole number from 1 to n - 1, with costs above 0; NaN where undefined

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If a strength is zero, negative or not a number, and the cost is made from it.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> diameter(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
       diameter
    0       2.0
    """
    check_option("diameter", "variant", variant, ("connected", "within_reach"))
    sums, n = _sums(network, "diameter", direction, cost)
    value = float(sums.farthest.max()) if _pairs(sums, n, variant) else nan
    settings = {"direction": direction, "cost": cost, "variant": variant}
    return of_network(settings=settings, diameter=value)


def _sums(network: Given, measure: str, direction: Direction, cost: Cost) -> tuple[CostSums, int]:
    given = read(network, measure)
    return path_sums(given, measure, direction, cost), len(given.actor_ids)


def _pairs(sums: CostSums, n: int, variant: LengthVariant) -> int:
    """The ordered pairs to be looked at; 0 where one without a path makes the whole undefined."""
    reached = int(sums.reached.sum())
    return reached if variant == "within_reach" or reached == n * (n - 1) else 0
