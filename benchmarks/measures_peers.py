"""The same random network, ready in every program: built before anything is timed."""

import random
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import igraph
import networkit
import networkx as nx
import numpy as np
import rustworkx

from collabnet.engine import Csr
from collabnet.metrics import robustness
from collabnet.metrics.arrays import costs_along, csr_along
from collabnet.model import Network

PEERS = ("networkx", "igraph", "rustworkx", "networkit")
STRENGTHS = (1, 2, 4)
"""Their reciprocals are exact in floating point, so that every program finds the same paths."""


@dataclass
class Given:
    """One network in all programs, with groups and the ties it was made of."""

    n: int
    m: int
    pairs: list[tuple[int, int]]
    strengths: list[int]
    network: Network
    csr: Csr
    networkx: Any
    igraph: Any
    rustworkx: Any
    networkit: Any

    @cached_property
    def costs(self) -> tuple[Csr, list[int]]:
        """The arrays that measures with costs compute on."""
        return costs_along(self.network, "benchmark")

    @cached_property
    def leavers(self) -> list[int]:
        """In which order actors leave, the most tied of those left first."""
        return [int(one) for one in robustness(self.network)["actor_id"][1:]]

    @cached_property
    def groups(self) -> dict[Hashable, Hashable]:
        """Ten groups by turns."""
        return {actor: actor % 10 for actor in range(self.n)}


def random_pairs(n: int, m: int, seed: int) -> list[tuple[int, int]]:
    """Draw ``m`` different pairs that join all actors: a tree first, then pairs at random."""
    draw = random.Random(seed)
    found = {(draw.randrange(v), v): None for v in range(1, n)}
    while len(found) < m:
        u, v = sorted((draw.randrange(n), draw.randrange(n)))
        if u != v:
            found[u, v] = None
    pairs = [pair if draw.random() < 0.5 else pair[::-1] for pair in found]
    draw.shuffle(pairs)
    return pairs


def build(n: int, m: int, seed: int, *, directed: bool) -> Given:
    """Build the network in every program."""
    pairs = random_pairs(n, m, seed)
    draw = random.Random(seed)
    strengths = [draw.choice(STRENGTHS) for _ in pairs]
    graph = (nx.DiGraph if directed else nx.Graph)()
    graph.add_nodes_from(range(n))
    weighted = [(u, v, w) for (u, v), w in zip(pairs, strengths, strict=True)]
    graph.add_edges_from((u, v, {"strength": w, "cost": 1 / w}) for u, v, w in weighted)
    network = Network.from_networkx(graph)
    _ = network.arcs
    other = igraph.Graph(n, pairs, directed=directed)
    other.es["weight"] = strengths
    other.es["cost"] = [1 / w for w in strengths]
    rust = (rustworkx.PyDiGraph if directed else rustworkx.PyGraph)(multigraph=False)
    rust.add_nodes_from(range(n))
    rust.add_edges_from([(u, v, float(w)) for u, v, w in weighted])
    return Given(
        n, m, pairs, strengths, network, csr_along(network, "out"), graph, other, rust,
        _networkit(n, pairs, np.array(strengths, dtype=float), directed=directed),
    )  # fmt: skip


def _networkit(n: int, pairs: list[tuple[int, int]], weights: Any, *, directed: bool) -> Any:  # noqa: ANN401
    """Its graphs by what a tie counts: 1, the strength, the cost."""
    ends = tuple(np.ascontiguousarray(end) for end in np.array(pairs).T)
    graphs = {
        name: networkit.GraphFromCoo((values, ends), n=n, weighted=True, directed=directed)
        for name, values in (("strength", weights), ("cost", 1 / weights))
    }
    return {"plain": networkit.graphtools.toUnweighted(graphs["cost"]), **graphs}
