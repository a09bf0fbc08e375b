"""What other programs need around a call: one order, one scale, and recounting after each loss."""

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx
import numpy as np

from benchmarks.measures_peers import Given


def scores_of(algorithm: Any) -> Any:  # noqa: ANN401 - networkit has no types
    """Run one of networkit's algorithms and take its value of each actor."""
    return algorithm.run().scores()


def halved(algorithm: Any) -> Any:  # noqa: ANN401
    """Undirected pairs once, where networkit counts them twice."""
    return np.array(scores_of(algorithm)) / 2


def by_tie(found: Mapping[tuple[int, int], float], given: Given) -> list[float]:
    """Put values of ties into the order in which the ties were drawn."""
    return [found[pair] if pair in found else found[pair[::-1]] for pair in given.pairs]


def ties_in_order(table: Any, given: Given) -> list[float]:  # noqa: ANN401
    """Put our table of ties into the order in which the ties were drawn."""
    ends = zip(table["from_id"], table["to_id"], strict=True)
    return by_tie(dict(zip(ends, table.iloc[:, -1], strict=True)), given)


def pairs_in(sizes: Iterable[int]) -> int:
    """Count the pairs inside components of these sizes."""
    return sum(size * (size - 1) // 2 for size in sizes)


def recount_pairs(given: Given) -> list[int]:
    """Remove each actor from a copy and recount: what one does without the kernel."""
    found = []
    for actor in given.networkx:
        left = given.networkx.copy()
        left.remove_node(actor)
        after = pairs_in(map(len, nx.connected_components(left)))
        found.append(pairs_in([given.n]) - (given.n - 1) - after)  # the network is connected
    return found


def igraph_pairs(given: Given) -> list[int]:
    """Remove and recount as well, with igraph."""
    found = []
    for actor in range(given.n):
        left = given.igraph.copy()
        left.delete_vertices([actor])
        after = pairs_in(left.connected_components().sizes())
        found.append(pairs_in([given.n]) - (given.n - 1) - after)
    return found


def recount_df(given: Given) -> list[float]:
    """Distance-weighted fragmentation after removing each actor from a copy, with igraph."""
    n = given.n - 1
    found = []
    for actor in range(given.n):
        left = given.igraph.copy()
        left.delete_vertices([actor])
        total = np.nansum(left.harmonic_centrality(normalized=False))
        found.append(1 - total / (n * (n - 1)))
    return found


def recount_curve(given: Given) -> list[int]:
    """Remove actors in the order that we found, and recount the largest component each time."""
    left = given.networkx.copy()
    sizes = []
    for actor in given.leavers:
        sizes.append(max(map(len, nx.connected_components(left))))
        left.remove_node(actor)
    return [*sizes, 0]


def sizes_of_blocks(found: Any) -> list[int]:  # noqa: ANN401
    """How many actors each block has, smallest first."""
    return sorted(len(part) for part in found)


def at_unit_length(values: Any) -> Any:  # noqa: ANN401
    """Scale values to a length of 1."""
    return np.array(values) / np.linalg.norm(values)


def nx_assortativity(given: Given) -> float:
    """Hand the groups to networkx and ask."""
    nx.set_node_attributes(given.networkx, given.groups, "group")
    return float(nx.attribute_assortativity_coefficient(given.networkx, "group"))
