"""Structural equivalence: actors with the same ties to the same others."""

from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Floats, Ints
from collabnet.engine.work import in_parts
from collabnet.metrics.arrays import Given, by_actor, by_pair, read
from collabnet.metrics.options import Weights, check_count, check_option
from collabnet.metrics.positions.ties import Ties, canonical_order, numbered, ties_of
from collabnet.model.errors import AssumptionError
from collabnet.model.network import Network

Variant: TypeAlias = Literal["Euclidean", "correlation"]
MOST = 3_000
"""Actors up to which every pair is compared: 4.5 million."""
PART = 200_000


def structural_equivalence(network: Given, *, weights: Weights = "unweighted") -> pd.DataFrame:
    """How alike the ties of two actors are, for every pair.

    A profile holds the ties that an actor has to each other and those that come from each; an
    undirected tie stands in both halves. Two profiles are compared over the other n - 2 actors:
    what the two have to do with each other is left out. Isolates are equivalent to one another.
    After Burt (1976), Soc. Forces 55, 93-122, and Wasserman and Faust (1994), chapter 9.
    Time: O(n^3); at most 3,000 actors.

    Parameters
    ----------
    weights : whether every tie counts 1, or its strength

    Returns
    -------
    DataFrame, one row per unordered pair of actors, the first before the second in the network
        correlation : float, -1 to 1, of the profiles; 1 is equivalent but for a scale; NaN where a
            profile has no variation, and with fewer than three actors
        distance : float, 0 or more, Euclidean, between the profiles; 0 is equivalent; NaN with
            fewer than three actors

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If there are more than 3,000 actors.
    CollabnetError
        If strengths count and one is below zero.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> pairs = [("court", "clinic"), ("court", "shelter"), ("police", "clinic")]
    >>> structural_equivalence(Network.from_pairs(pairs)).round(3)
      from_id    to_id  correlation  distance
    0  clinic    court         -1.0     2.000
    1  clinic   police          NaN     1.414
    2  clinic  shelter          NaN     1.414
    3   court   police          NaN     1.414
    4   court  shelter          NaN     1.414
    5  police  shelter         -1.0     2.000
    """
    given = read(network, "structural_equivalence")
    n = _check_size(given, "structural_equivalence")
    correlation, distance = _compared(
        ties_of(given, "structural_equivalence", weights, directed=True)
    )
    rows, columns = np.triu_indices(n, 1)
    return by_pair(
        given,
        rows,
        columns,
        settings={"weights": weights},
        correlation=correlation[rows, columns],
        distance=distance[rows, columns],
    )


def equivalent_positions(
    network: Given,
    *,
    n_positions: int = 4,
    variant: Variant = "Euclidean",
    weights: Weights = "unweighted",
) -> pd.DataFrame:
    """Which actors hold the same position: those whose ties are alike, put together step by step.

    Average-linkage clustering of the distances of :func:`structural_equivalence`, or of 1 less
    the correlation; where that is undefined, equal profiles have distance 0 and others 1. Fewer
    positions come out where several would join at the same distance. Direction, strength and
    isolates as in :func:`structural_equivalence`. The order of actors in the data changes nothing.
    After Wasserman and Faust (1994), Social Network Analysis, chapter 9. Time: O(n^3); at most
    3,000 actors.

    Parameters
    ----------
    n_positions : how many positions, at most
    variant : what is compared

    Returns
    -------
    DataFrame, one row per actor
        position : int, from 1, the largest

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If there are more than 3,000 actors, fewer than one position is asked for, or there is no
        such variant.
    CollabnetError
        If strengths count and one is below zero.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> star = Network.from_pairs([("hub", "a"), ("hub", "b"), ("hub", "c")])
    >>> equivalent_positions(star, n_positions=2)
      actor_id  position
    0        a         1
    1        b         1
    2        c         1
    3      hub         2
    """
    given = read(network, "equivalent_positions")
    check_option("equivalent_positions", "variant", variant, ("Euclidean", "correlation"))
    check_count("equivalent_positions", "n_positions", n_positions)
    n = _check_size(given, "equivalent_positions")
    ties = ties_of(given, "equivalent_positions", weights, directed=True)
    order = canonical_order(given, ties)
    place = np.empty_like(order)
    place[order] = np.arange(n)
    label = (
        _clustered(ties.renumbered(place), n_positions, variant) if n > 2 else np.zeros_like(order)
    )
    return by_actor(
        given,
        settings={"n_positions": n_positions, "variant": variant, "weights": weights},
        position=numbered(label, np.arange(n))[place],
    )


def _clustered(ties: Ties, n_positions: int, variant: Variant) -> Ints:
    from scipy.cluster.hierarchy import average, fcluster

    correlation, distance = _compared(ties)
    if variant == "correlation":
        distance = np.where(np.isnan(correlation), distance > 0, 1 - correlation)
    pairs = distance[np.triu_indices(ties.n, 1)].round(12)  # what is even stays even
    tree = average(pairs)
    equal: Ints = fcluster(tree, 0.0, "distance").astype(np.int64)
    if equal.max() <= n_positions:  # who joins at distance 0 stays together
        return equal
    found: Ints = fcluster(tree, n_positions, "maxclust").astype(np.int64)
    return found


def _check_size(given: Network, measure: str) -> int:
    n = len(given.actor_ids)
    if n > MOST:
        raise AssumptionError(
            f"{measure} compares every pair of at most {MOST:,} actors; the network has {n:,}. "
            "Leave actors out with network.without([...]), or take the network of agencies."
        )
    return n


def _compared(ties: Ties) -> tuple[Floats, Floats]:
    """Give correlation and distance of all pairs of profiles."""
    n, strength = ties.n, ties.matrix()
    correlation, distance = np.full((n, n), np.nan), np.full((n, n), np.nan)
    if n < 3:
        return correlation, distance
    entries = 2 * (n - 2)
    both = strength + strength.T
    squares = strength**2 + strength.T**2
    sums, sums_of_squares = both.sum(axis=1), squares.sum(axis=1)

    def work(begin: int, end: int) -> None:
        # The two's own entries add nothing to the product: nobody is tied to themselves.
        part = slice(begin, end)
        product = strength[part] @ strength.T + strength[:, part].T @ strength
        one, other = sums[part, None] - both[part], sums[None] - both[part]
        square = sums_of_squares[part, None] - squares[part]
        other_square = sums_of_squares[None] - squares[part]
        spread = entries * square - one**2, entries * other_square - other**2
        is_defined = (spread[0] > 1e-12 * entries * square) & (
            spread[1] > 1e-12 * entries * other_square
        )
        below = np.sqrt(np.where(is_defined, spread[0], 1) * np.where(is_defined, spread[1], 1))
        value = (entries * product - one * other) / below
        correlation[part] = np.where(is_defined, value.clip(-1, 1), np.nan)
        apart = square + other_square - 2 * product
        is_far = apart > 1e-14 * (square + other_square)  # less is rounding
        distance[part] = np.sqrt(np.where(is_far, apart, 0)) / ties.unit

    for _ in in_parts(work, n, part=max(1, PART // n), what="structural equivalence"):
        pass
    return correlation, distance
