"""Networks to compare measures on: random ones of many kinds, and the degenerate ones."""

import os
from random import Random

import networkx as nx

from collabnet.model import Network

N_RANDOM = int(os.environ.get("COLLABNET_RANDOM_NETWORKS", "200"))
"""How many random networks; 1,000 in the longer run."""


def random_graphs(*, directed=None, most=9, count=None, whole_strengths=False):
    """Yield ``count`` networkx graphs (N_RANDOM if not said), small enough for brute force.

    Sparse and dense, trees, rings, stars, two-mode, acyclic, several components, isolates, with
    self-ties and parallel ties (multigraphs), strengths that tie often, ids of several types.
    ``directed``: None for both kinds.
    """
    for seed in range(N_RANDOM if count is None else count):
        yield random_graph(Random(seed), directed=directed, most=most, whole=whole_strengths)


def random_graph(draw, *, directed=None, most=9, whole=False):
    """Draw one graph; the same draw gives the same graph."""
    n = draw.randint(1, most)
    is_directed = draw.random() < 0.5 if directed is None else directed
    is_multi = draw.random() < 0.3
    kind = draw.choice(["sparse", "dense", "tree", "ring", "star", "two-mode", "acyclic", "parts"])
    kinds = {
        (False, False): nx.Graph,
        (True, False): nx.DiGraph,
        (False, True): nx.MultiGraph,
        (True, True): nx.MultiDiGraph,
    }
    graph = kinds[is_directed, is_multi]()
    ids = [draw.choice([f"a{i}", i, ("p", i)]) for i in range(n)]
    draw.shuffle(ids)
    graph.add_nodes_from(ids)
    for u, v in _pairs(draw, n, kind):
        for _ in range(draw.choice([1, 1, 1, 2]) if is_multi else 1):
            ends = (
                (ids[u], ids[v]) if kind == "acyclic" or draw.random() < 0.5 else (ids[v], ids[u])
            )
            strength = draw.choice([1, 2, 2, 3, 4, 6] if whole else [0.1, 0.2, 0.3, 0.5, 0.7, 1, 2])
            graph.add_edge(*ends, strength=strength)
            if is_directed and kind != "acyclic" and draw.random() < 0.3:
                graph.add_edge(*ends[::-1], strength=strength)
    if draw.random() < 0.3:
        graph.add_edge(ids[0], ids[0], strength=1)
    return graph


def _pairs(draw, n, kind):
    every = [(u, v) for u in range(n) for v in range(u + 1, n)]
    if kind == "tree":
        return [(draw.randrange(v), v) for v in range(1, n)]
    if kind == "ring":
        return [(v, (v + 1) % n) for v in range(n)] if n > 2 else every
    if kind == "star":
        return [(0, v) for v in range(1, n)]
    if kind == "two-mode":
        every = [(u, v) for u, v in every if u % 2 != v % 2]
    elif kind == "parts":
        every = [(u, v) for u, v in every if u % 3 == v % 3]
    share = 0.8 if kind == "dense" else 0.4
    return [pair for pair in every if draw.random() < share]


def simple(graph, *, directed):
    """Give the plain graph that measures see: no self-ties, parallel strengths added.

    ``directed=False`` on a directed graph ignores direction; ties both ways are added.
    """
    plain = nx.DiGraph() if directed else nx.Graph()
    plain.add_nodes_from(graph)
    for u, v, values in graph.edges(data=True):
        if u != v:
            so_far = plain.edges[u, v]["strength"] if plain.has_edge(u, v) else 0
            plain.add_edge(u, v, strength=so_far + values.get("strength", 1))
    return plain


def two_groups(graph):
    """Put every actor into one of two groups, by turns."""
    return {actor: "AB"[i % 2] for i, actor in enumerate(graph)}


def network_of(*pairs, actors=(), directed=False):
    """Build a network from pairs or triples, with isolates."""
    built = Network.from_pairs(pairs, is_directed=directed).to_networkx()
    built.add_nodes_from(actors)
    return Network.from_networkx(built)
