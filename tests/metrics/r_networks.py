"""The networks whose measures were computed with R, and what each measure was told."""

import networkx as nx

from metrics.g1 import DIRECTED, UNDIRECTED
from metrics.networks import two_groups


def networks():
    """Give the networks by name: as published, and with what published ones seldom have."""
    return {
        "karate club": nx.karate_club_graph(),
        "florentine families": nx.florentine_families_graph(),
        "kite": nx.krackhardt_kite_graph(),
        "southern women": nx.davis_southern_women_graph(),
        "G1": UNDIRECTED.to_networkx(),
        "G1 directed": DIRECTED.to_networkx(),
        "parts and isolates": _parts(nx.Graph()),
        "directed parts and isolates": _parts(nx.DiGraph()),
        "strongly connected": _strengths(nx.gnp_random_graph(12, 0.3, seed=4, directed=True)),
        "acyclic": _strengths(nx.gn_graph(14, seed=2)),
        "dense": _strengths(nx.gnp_random_graph(10, 0.7, seed=1)),
        "ring": nx.cycle_graph(7),
    }


def told(entry, graph):
    """Give a measure what it needs."""
    actors = list(graph)
    given = {"groups": two_groups(graph), "from_actor": actors[0], "to_actor": actors[-1]}
    return {name: given[name] for name in entry.needs if name in given}


def _parts(graph):
    graph.add_nodes_from(range(12))
    graph.add_weighted_edges_from(
        [(0, 1, 2), (1, 2, 1), (2, 0, 3), (2, 3, 1), (3, 4, 5), (4, 3, 5), (5, 6, 2), (6, 7, 4),
         (7, 5, 1), (6, 5, 1), (9, 10, 7)]
    )  # fmt: skip
    return graph


def _strengths(graph):
    for i, (u, v) in enumerate(sorted(graph.edges)):
        graph.edges[u, v]["strength"] = 1 + i * 7 % 5
    return graph
