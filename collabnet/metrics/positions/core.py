"""Core and periphery: who is tied to everybody, while the rest are tied to them alone."""

import numpy as np
import pandas as pd

from collabnet.engine.communities.cores import (
    MOST_COUNTED,
    Cores,
    Pattern,
    best_cores_of_all,
    best_of,
    searched_core,
)
from collabnet.engine.work import in_parts
from collabnet.metrics.arrays import Given, by_actor, of_network, read
from collabnet.metrics.options import Weights, check_count
from collabnet.metrics.positions.ties import canonical_order, ties_of
from collabnet.model.network import Network


def core_periphery(
    network: Given, *, seed: int = 1, draws: int = 100, weights: Weights = "unweighted"
) -> pd.DataFrame:
    """Who is in the core of the network: the set that fits the pattern of a core best.

    In the pattern each member of the core is tied to everybody, and the others are tied to the
    core alone. Up to 20 actors every set is tried; beyond, the best of ``draws`` seeded searches
    is taken, which may miss the best of all: :func:`core_periphery_fit` says which. Where several
    sets fit equally well, the smallest is marked, then the first by what the actors' ties say and
    by id. In a directed network every ordered pair counts, and a tie from or to the core is what
    the pattern has. Isolates are outside; with several components the core may span them.
    After Borgatti and Everett (1999), Soc. Networks 21, 375-395. Time: O(2^n) up to 20 actors,
    about O(n + m) a step of a search beyond.

    Parameters
    ----------
    draws : searches, where there are more than 20 actors
    weights : whether every tie counts 1, or its strength

    Returns
    -------
    DataFrame, one row per actor
        is_core : bool; False for all where no set can fit (see ``core_periphery_fit``)
        best_cores_share : float, 0 to 1, share of the equally good cores that were found that
            the actor is in; NaN where no set can fit

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If the searches are fewer than 1.
    CollabnetError
        If strengths count and one is below zero.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> core_periphery(Network.from_pairs([("hub", "a"), ("hub", "b"), ("hub", "c")]))
      actor_id  is_core  best_cores_share
    0        a    False               0.0
    1        b    False               0.0
    2        c    False               0.0
    3      hub     True               1.0
    """
    given = read(network, "core_periphery")
    found = _find(given, "core_periphery", seed, draws, weights)
    n = len(given.actor_ids)
    return by_actor(
        given,
        settings={"seed": seed, "draws": draws, "weights": weights},
        is_core=found.is_core[0] if found else np.zeros(n, dtype=np.bool_),
        best_cores_share=found.is_core.mean(axis=0) if found else np.full(n, np.nan),
    )


def core_periphery_fit(
    network: Given, *, seed: int = 1, draws: int = 100, weights: Weights = "unweighted"
) -> pd.DataFrame:
    """How far the network looks like a core with a periphery.

    The correlation, over all ordered pairs of actors, of their tie with "1 if either end is in the
    core", for the core of :func:`core_periphery`. In an undirected network pairs counted once
    give the same. After Borgatti and Everett (1999), Soc. Networks 21, 375-395. Time: O(2^n) up
    to 20 actors, about O(n + m) a step of a search beyond.

    Returns
    -------
    DataFrame, one row
        correlation : float, -1 to 1; 1 is a perfect core with its periphery; NaN with fewer than
            three actors, and where every pair is tied alike, as without ties
        n_core : int, actors in the core; 0 where the correlation is NaN
        n_best_cores : int, equally good cores that were found
        is_exact : bool, whether every set was tried, so that none fits better

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If the searches are fewer than 1.
    CollabnetError
        If strengths count and one is below zero.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> core_periphery_fit(Network.from_pairs([("hub", "a"), ("hub", "b"), ("hub", "c")]))
       correlation  n_core  n_best_cores  is_exact
    0          1.0       1             1      True
    """
    given = read(network, "core_periphery_fit")
    found = _find(given, "core_periphery_fit", seed, draws, weights)
    return of_network(
        settings={"seed": seed, "draws": draws, "weights": weights},
        correlation=min(1.0, max(-1.0, found.fit)) if found else float("nan"),
        n_core=int(found.is_core[0].sum()) if found else 0,
        n_best_cores=len(found.is_core) if found else 0,
        is_exact=not found or len(given.actor_ids) <= MOST_COUNTED,
    )


def _find(given: Network, measure: str, seed: int, draws: int, weights: Weights) -> Cores | None:
    """Find the best cores, with actors in the network's order; None where no set can fit."""
    check_count(measure, "draws", draws)
    check_count(measure, "seed", seed, least=0)
    ties = ties_of(given, measure, weights, directed=True)
    order = canonical_order(given, ties)
    place = np.empty_like(order)
    place[order] = np.arange(order.size)
    pattern = Pattern(ties.renumbered(place).pulls(), float(ties.strength @ ties.strength))
    if not pattern.is_defined:
        return None
    if pattern.n <= MOST_COUNTED:
        found = best_cores_of_all(pattern)
    else:
        found = best_of(
            in_parts(
                lambda begin, _: searched_core(pattern, seed, begin), draws, part=1, what="the core"
            )
        )
    return Cores(found.is_core[:, place], found.fit)
