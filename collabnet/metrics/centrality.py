"""How central each actor is: degree, strength, betweenness, harmonic closeness."""

from collections import defaultdict
from fractions import Fraction
from typing import Literal

import numpy as np
import pandas as pd

from collabnet.engine import (
    betweenness as betweenness_of,
)
from collabnet.engine import (
    build_csr,
    entry_costs,
    integer_costs,
    reciprocal_distance_sums,
)
from collabnet.metrics.arrays import Given, by_actor, csr_of, read
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, CollabnetError

Cost = Literal["unweighted", "1/strength"]


def degree(network: Given) -> pd.DataFrame:
    """Count the ties of each actor; in a directed network those going out and coming in apart.

    Parallel ties count once, self-ties not at all. A tie's strength is not used. Isolates
    have 0.

    Returns
    -------
    DataFrame, one row per actor
        degree (undirected), or out_degree, in_degree and degree, their sum : int, 0 to n - 1
        each way

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> degree(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
       actor_id  degree
    0    clinic       1
    1  outreach       2
    2   shelter       1
    """
    given = read(network, "degree")
    csr = csr_of(given, directed=given.is_directed)
    out = np.diff(csr.indptr)
    if not given.is_directed:
        return by_actor(given, degree=out)
    into = np.bincount(csr.indices, minlength=csr.n)
    return by_actor(given, out_degree=out, in_degree=into, degree=out + into)


def strength(network: Given) -> pd.DataFrame:
    """Add up the strengths of each actor's ties; out and in apart in a directed network.

    Higher is closer. Parallel ties are added; self-ties left out; a tie without a strength
    counts 1.

    Returns
    -------
    DataFrame, one row per actor
        strength (undirected), or out_strength, in_strength and strength, their sum : float, in
        units of the ties

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If a strength is not a number.

    Examples
    --------
    >>> strength(Network.from_pairs([("O1", "I1", 6), ("O2", "I1", 4)], is_directed=True))
      actor_id  out_strength  in_strength  strength
    0       I1           0.0         10.0      10.0
    1       O1           6.0          0.0       6.0
    2       O2           4.0          0.0       4.0
    """
    given = read(network, "strength")
    rows, columns, weights = given.arcs
    n = len(given.actor_ids)
    if (bad := np.flatnonzero(~np.isfinite(weights))).size:
        first, second = given.actor_ids[rows[bad[0]]], given.actor_ids[columns[bad[0]]]
        raise CollabnetError(
            f"The measure strength needs a number on each tie; the tie {first!r} to {second!r} "
            "has none. Correct it, leave the tie out, or measure degree."
        )
    out = np.bincount(rows, weights=weights, minlength=n)
    into = np.bincount(columns, weights=weights, minlength=n)
    if not given.is_directed:
        return by_actor(given, strength=out + into)
    return by_actor(given, out_strength=out, in_strength=into, strength=out + into)


def betweenness(
    network: Given, *, cost: Cost = "unweighted", normalised: bool = False
) -> pd.DataFrame:
    """Sum over pairs of others the share of their shortest paths that pass through an actor.

    End points score 0. Undirected pairs count once. Normalised by (n-1)(n-2)/2 pairs, twice
    that in a directed network. With cost "1/strength" a stronger tie is a shorter step;
    costs are exact, so that tied paths are told from nearly tied ones.
    After Freeman (1977) and Brandes (2001), J. Math. Sociol. 25, 163-177.

    Returns
    -------
    DataFrame, one row per actor
        betweenness : float, 0 to the number of pairs; 0 to 1 if normalised, NaN with fewer
        than three actors, for there is no pair of others

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If a strength is zero, negative or not a number, and the cost is made from it.

    Examples
    --------
    >>> betweenness(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
       actor_id  betweenness
    0    clinic          0.0
    1  outreach          1.0
    2   shelter          0.0
    """
    given = read(network, "betweenness")
    if cost not in ("unweighted", "1/strength"):
        raise AssumptionError(
            f"betweenness needs the cost 'unweighted' or '1/strength'; got {cost!r}."
        )
    if cost == "unweighted":
        values = betweenness_of(csr_of(given, directed=given.is_directed))
    else:
        values = _weighted(given)
    if normalised:
        n = len(given.actor_ids)
        pairs = (n - 1) * (n - 2) / (1 if given.is_directed else 2)
        values = values / pairs if pairs > 0 else np.full(n, np.nan)
    return by_actor(given, betweenness=values)


def _weighted(network: Network) -> np.ndarray:
    """Betweenness on exact costs: parallel ties are added before the cost is taken."""
    rows, columns, weights = network.arcs
    total: defaultdict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for u, v, weight in zip(rows.tolist(), columns.tolist(), weights.tolist(), strict=True):
        if not 0 < weight < float("inf"):
            raise CollabnetError(
                "A cost of 1/strength needs strengths above zero; the tie "
                f"{network.actor_ids[u]!r} to {network.actor_ids[v]!r} has {weight}. Correct "
                "it, leave the tie out, or use the cost 'unweighted'."
            )
        pair = (u, v) if network.is_directed or u < v else (v, u)
        exact = Fraction(weight)
        total[pair] += exact.limit_denominator(10**9) or exact
    pairs = sorted(total)
    costs = integer_costs([1 / total[pair] for pair in pairs])
    firsts, seconds = [u for u, _ in pairs], [v for _, v in pairs]
    csr = build_csr(len(network.actor_ids), firsts, seconds, directed=network.is_directed)
    return betweenness_of(csr, entry_costs(csr, firsts, seconds, costs))


def harmonic(network: Given) -> pd.DataFrame:
    """Average 1/distance from each actor to all others; an actor out of reach adds 0.

    In a directed network along the ties, from the actor outwards. After Marchiori and Latora
    (2000), Physica A 285, 539-546.

    Returns
    -------
    DataFrame, one row per actor
        harmonic : float, 0 (isolate) to 1 (tied to everybody); NaN with one actor

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> harmonic(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
       actor_id  harmonic
    0    clinic      0.75
    1  outreach      1.00
    2   shelter      0.75
    """
    given = read(network, "harmonic")
    n = len(given.actor_ids)
    sums = reciprocal_distance_sums(csr_of(given, directed=given.is_directed))
    return by_actor(given, harmonic=sums / (n - 1) if n > 1 else np.full(n, np.nan))
