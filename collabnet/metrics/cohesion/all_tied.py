"""Cliques: sets of actors in which everybody has a tie with everybody."""

from collections import Counter
from itertools import combinations

import pandas as pd

from collabnet.engine import build_csr, entry_rows, neighbour_lists
from collabnet.metrics.arrays import Given, by_pair, read
from collabnet.metrics.census.dyads import BOTH, coded
from collabnet.metrics.cohesion.blocks import members_listed
from collabnet.metrics.cohesion.joined import VARIANTS, Variant
from collabnet.metrics.options import check_option
from collabnet.model.errors import AssumptionError, CollabnetError
from collabnet.model.network import Network

MOST = 100_000
"""Maximal cliques of three actors or more that a network may have; of two, any number."""


def cliques(network: Given, *, size: int = 3, variant: Variant = "weak") -> pd.DataFrame:
    """List the largest sets of actors in which everybody has a tie with everybody.

    No further actor could join such a set; sets overlap. ``weak``: a tie in one direction is
    enough. ``strong``: it takes ties both ways. Strengths aren't used. Made for networks of
    some hundred actors: with more than 100,000 sets of three or more it refuses. After Luce and
    Perry (1949), Psychometrika 14, 95-116; found by networkx. Time: exponential at worst.

    Parameters
    ----------
    size : the fewest actors of a set that is listed

    Returns
    -------
    DataFrame, one row per set and actor, the largest sets first
        clique : int, from 1
        n_actors : int, in the set, ``size`` to n
        actor_id

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If the size is below 1, or there is no such variant.
    CollabnetError
        If there are too many.

    Examples
    --------
    >>> ring = [("a", "b"), ("b", "c"), ("c", "a"), ("a", "d")]
    >>> cliques(Network.from_pairs(ring))
       clique  n_actors actor_id
    0       1         3        a
    1       1         3        b
    2       1         3        c
    """
    given = read(network, "cliques")
    table = members_listed(given.actor_ids, _found(given, size, variant, "cliques"), "clique")
    table.attrs["settings"] = {"size": size, "variant": variant}
    return table


def clique_overlap(network: Given, *, size: int = 3, variant: Variant = "weak") -> pd.DataFrame:
    """Count for each pair of actors the cliques they share; see ``cliques``.

    Returns
    -------
    DataFrame, one row per pair that shares a clique, in the network's order
        from_id, to_id
        n_cliques : int, from 1

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If the size is below 1, or there is no such variant.
    CollabnetError
        If there are too many cliques.

    Examples
    --------
    >>> two = [("a", "b"), ("b", "c"), ("c", "a"), ("b", "d"), ("c", "d")]
    >>> clique_overlap(Network.from_pairs(two)).loc[2:3]
      from_id to_id  n_cliques
    2       b     c          2
    3       b     d          1
    """
    given = read(network, "clique_overlap")
    found = _found(given, size, variant, "clique_overlap")
    shared = Counter(pair for one in found for pair in combinations(sorted(one), 2))
    pairs = sorted(shared)
    return by_pair(
        given,
        [u for u, _ in pairs],
        [v for _, v in pairs],
        settings={"size": size, "variant": variant},
        n_cliques=pd.Series([shared[pair] for pair in pairs], dtype="int64"),
    )


def _found(network: Network, size: int, variant: Variant, measure: str) -> list[list[int]]:
    import networkx as nx

    check_option(measure, "variant", variant, VARIANTS)
    if size < 1:
        raise AssumptionError(f"{measure} needs a size of 1 or more; got {size}.")
    csr, codes = coded(network)
    if variant == "strong":
        kept = codes == BOTH
        csr = build_csr(csr.n, entry_rows(csr)[kept], csr.indices[kept])
    graph: nx.Graph[int] = nx.Graph(dict(enumerate(neighbour_lists(csr))))
    found, n_large = [], 0
    for one in nx.find_cliques(graph):
        n_large += len(one) > 2
        if n_large > MOST:
            raise CollabnetError(
                f"{measure} needs a network with at most {MOST:,} cliques of three or more; this "
                f"one, with {csr.n:,} actors and {csr.indices.size // 2:,} pairs with a tie, has "
                "more. Leave out weak ties, measure a part of the network, or use core_numbers, "
                "which finds dense parts of any network."
            )
        if len(one) >= size:
            found.append(one)
    return found
