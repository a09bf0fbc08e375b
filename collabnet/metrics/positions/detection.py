"""Communities: groups with more ties inside than chance would give them, from many runs."""

import numpy as np
import pandas as pd

from collabnet.engine import Ints
from collabnet.engine.communities.louvain_many import runs_of
from collabnet.metrics.arrays import Given, by_actor, of_network, read
from collabnet.metrics.options import Direction, Weights, check_count
from collabnet.metrics.positions.partition import Runs, check_resolution, is_kept_apart
from collabnet.metrics.positions.ties import canonical_order, numbered, ties_of
from collabnet.model.network import Network


def communities(
    network: Given,
    *,
    seed: int = 1,
    draws: int = 100,
    weights: Weights = "unweighted",
    direction: Direction = "ignored",
    resolution: float = 1.0,
) -> pd.DataFrame:
    """Each actor's community, the best of many runs, and in how many runs it held together.

    Every run of Louvain's method takes the actors in another random order, and every fourth is
    content with the first better community for an actor; between runs, groups may differ. Shown
    is the partition with the highest modularity; where several have it, that with fewest
    communities, then the first in order. Direction is ignored unless ``direction`` is ``out`` (or
    ``in``, the same): then outgoing and incoming ties are kept apart. An isolate is a community
    of its own; none spans two components. The order of actors and ties in the data changes
    nothing. After Blondel and others (2008), J. Stat. Mech., P10008.
    Time: about O(m) a run.

    Parameters
    ----------
    draws : runs
    weights : whether every tie counts 1, or its strength
    resolution : more than 1 gives smaller communities, less gives larger ones

    Returns
    -------
    DataFrame, one row per actor
        community : int, from 1, the largest
        together_share : float, 0 to 1, share of runs in which it was with another of its
            community, mean over these; NaN if there are none
        apart_share : float, 0 to 1, share of runs in which it was apart from somebody of another
            community, mean over these; NaN if there are none

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If the runs are fewer than 1, or the resolution isn't above zero.
    CollabnetError
        If strengths count and one is below zero.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> communities(Network.from_pairs([("a", "b"), ("b", "c"), ("a", "c"), ("d", "e")]))
      actor_id  community  together_share  apart_share
    0        a          1             1.0          1.0
    1        b          1             1.0          1.0
    2        c          1             1.0          1.0
    3        d          2             1.0          1.0
    4        e          2             1.0          1.0
    """
    given = read(network, "communities")
    settings = _settings(seed, draws, weights, direction, resolution)
    order, runs = _find("communities", given, seed, draws, weights, direction, resolution)
    label, (together, apart) = runs.partitions[runs.best], runs.shares()
    place = np.argsort(order)
    return by_actor(
        given,
        settings=settings,
        community=numbered(label, np.arange(order.size))[place],
        together_share=together[place],
        apart_share=apart[place],
    )


def community_agreement(
    network: Given,
    *,
    seed: int = 1,
    draws: int = 100,
    weights: Weights = "unweighted",
    direction: Direction = "ignored",
    resolution: float = 1.0,
) -> pd.DataFrame:
    """How good the communities are, and how far the runs that look for them agree.

    The options are those of :func:`communities`, and so are the communities. Where runs agree
    little, the network has no clear communities, whatever the modularity.
    After Hubert and Arabie (1985), J. Classif. 2, 193-218, for the adjusted Rand index.
    Time: about O(m) a run, and O(n) for each two different partitions.

    Returns
    -------
    DataFrame, one row
        modularity : float, -0.5 to 1, of the communities; NaN without ties
        n_communities : int
        n_partitions : int, 1 to ``draws``, different partitions that the runs gave
        same_share : float, above 0 to 1, share of runs that gave exactly these communities
        adjusted_rand : float, -1 to 1, mean over pairs of runs; 1 all agree, 0 as by chance; NaN
            with one run

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If the runs are fewer than 1, or the resolution isn't above zero.
    CollabnetError
        If strengths count and one is below zero.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> found = community_agreement(Network.from_pairs([("a", "b"), ("c", "d")]))
    >>> found.iloc[0].to_dict() == {
    ...     "modularity": 0.5, "n_communities": 2, "n_partitions": 1, "same_share": 1.0,
    ...     "adjusted_rand": 1.0,
    ... }
    True
    """
    given = read(network, "community_agreement")
    settings = _settings(seed, draws, weights, direction, resolution)
    _, runs = _find("community_agreement", given, seed, draws, weights, direction, resolution)
    table = of_network(
        settings=settings,
        modularity=runs.modularity,
        n_communities=int(runs.partitions[runs.best].max()) + 1,
        n_partitions=int(runs.counts.size),
        same_share=float(runs.counts[runs.best] / runs.counts.sum()),
        adjusted_rand=runs.mean_rand_index(),
    )
    sizes = np.bincount(runs.partitions[runs.best])
    table.attrs["sizes"] = sorted(sizes.tolist(), reverse=True)
    return table


def _settings(
    seed: int, draws: int, weights: Weights, direction: Direction, resolution: float
) -> dict[str, object]:
    return {
        "seed": seed,
        "draws": draws,
        "weights": weights,
        "direction": direction,
        "resolution": resolution,
    }


def _find(
    measure: str,
    given: Network,
    seed: int,
    draws: int,
    weights: Weights,
    direction: Direction,
    resolution: float,
) -> tuple[Ints, Runs]:
    """Run on the actors in their canonical order; give this order, and what came out in it."""
    is_directed = is_kept_apart(measure, direction)
    check_resolution(measure, resolution)
    check_count(measure, "draws", draws)
    check_count(measure, "seed", seed, least=0)
    ties = ties_of(given, measure, weights, directed=is_directed)
    order = canonical_order(given, ties)
    pulls = ties.renumbered(np.argsort(order)).pulls()
    runs = runs_of(pulls, seed=seed, draws=draws, resolution=resolution)
    return order, Runs.of(runs, pulls, resolution)
