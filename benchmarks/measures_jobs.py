"""What is timed: each measure of ours, its kernel, and what other programs call the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, cast

import networkit
import networkx as nx
import numpy as np
import rustworkx

from benchmarks.measures_peers import Given
from benchmarks.measures_recounts import (
    at_unit_length,
    by_tie,
    halved,
    igraph_pairs,
    nx_assortativity,
    recount_curve,
    recount_df,
    recount_pairs,
    scores_of,
    sizes_of_blocks,
    ties_in_order,
)
from collabnet import metrics
from collabnet.engine import betweenness as betweenness_kernel
from collabnet.engine import (
    departures,
    distance_weighted_fragmentation_without,
    reciprocal_distance_sums,
    tie_betweenness,
)
from collabnet.engine.parts.breaks import pairs_broken

Answer = Any
Run = Callable[[Given], Answer]
Grows = Literal["m", "nm", "nm2"]
"""How the time grows: with the ties, with actors times ties, or with that times actors."""


@dataclass(frozen=True)
class Job:
    """One measure: what it is called, how it is computed by each program."""

    family: str
    measure: str
    table: Run
    peers: Mapping[str, Run]
    answer: Callable[[Any, Given], Answer] | None = lambda table, _: table.iloc[:, -1]
    """What is compared; None where programs search for different things."""
    kernel: Run | None = None
    directed: bool = False
    grows: Grows = "m"
    within: float = 1e-6
    """Answers agree to this, relative; larger where programs stop searching at a tolerance."""
    options: str = ""
    at_most: Mapping[str, int] = field(default_factory=dict)
    """Actors up to which a program runs where it holds a value for every pair of them."""


def column(name: str) -> Callable[[Any, Given], Answer]:
    """Take one column of a table."""
    return lambda table, _: table[name]


_TRIADS = (
    "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D",
    "120U", "120C", "210", "300",
)  # fmt: skip
CENTRALITY = (
    Job("Centrality", "degree", lambda g: metrics.degree(g.network), {
        "networkx": lambda g: [d for _, d in g.networkx.degree()],
        "igraph": lambda g: g.igraph.degree(),
        "rustworkx": lambda g: [g.rustworkx.degree(i) for i in range(g.n)],
        "networkit": lambda g: scores_of(
            networkit.centrality.DegreeCentrality(g.networkit["plain"])
        ),
    }),
    Job("Centrality", "betweenness", lambda g: metrics.betweenness(g.network), {
        "networkx": lambda g: list(
            nx.betweenness_centrality(g.networkx, normalized=False).values()
        ),
        "igraph": lambda g: g.igraph.betweenness(),
        "rustworkx": lambda g: list(
            rustworkx.betweenness_centrality(g.rustworkx, normalized=False).values()
        ),
        "networkit": lambda g: halved(networkit.centrality.Betweenness(g.networkit["plain"])),
    }, kernel=lambda g: betweenness_kernel(g.csr, compiled=True), grows="nm"),
    Job("Centrality", "betweenness", lambda g: metrics.betweenness(g.network, cost="1/strength"), {
        "networkx": lambda g: list(
            nx.betweenness_centrality(g.networkx, normalized=False, weight="cost").values()
        ),
        "igraph": lambda g: g.igraph.betweenness(weights="cost"),
        "networkit": lambda g: halved(networkit.centrality.Betweenness(g.networkit["cost"])),
    }, kernel=lambda g: betweenness_kernel(*g.costs, compiled=True), grows="nm",
        options="cost 1/strength"),
    Job("Centrality", "tie_betweenness", lambda g: metrics.tie_betweenness(g.network), {
        "networkx": lambda g: by_tie(
            nx.edge_betweenness_centrality(g.networkx, normalized=False), g
        ),
        "igraph": lambda g: g.igraph.edge_betweenness(),
        "rustworkx": lambda g: list(
            rustworkx.edge_betweenness_centrality(g.rustworkx, normalized=False).values()
        ),
    }, answer=ties_in_order, kernel=lambda g: tie_betweenness(g.csr, compiled=True), grows="nm"),
    Job("Centrality", "closeness", lambda g: metrics.closeness(g.network), {
        "networkx": lambda g: list(nx.closeness_centrality(g.networkx).values()),
        "igraph": lambda g: g.igraph.closeness(normalized=True),
        "rustworkx": lambda g: list(rustworkx.closeness_centrality(g.rustworkx).values()),
        "networkit": lambda g: scores_of(networkit.centrality.Closeness(
            g.networkit["plain"], True, networkit.centrality.ClosenessVariant.STANDARD
        )),
    }, grows="nm"),
    Job("Centrality", "harmonic", lambda g: metrics.harmonic(g.network), {
        "networkx": lambda g: np.array(list(nx.harmonic_centrality(g.networkx).values()))
        / (g.n - 1),
        "igraph": lambda g: g.igraph.harmonic_centrality(),
        "networkit": lambda g: scores_of(
            networkit.centrality.HarmonicCloseness(g.networkit["plain"], normalized=True)
        ),
    }, kernel=lambda g: reciprocal_distance_sums(g.csr), grows="nm"),
    Job("Centrality", "eigenvector", lambda g: metrics.eigenvector(g.network), {
        "networkx": lambda g: list(nx.eigenvector_centrality_numpy(g.networkx).values()),
        "igraph": lambda g: at_unit_length(g.igraph.eigenvector_centrality()),
        "rustworkx": lambda g: list(
            rustworkx.eigenvector_centrality(g.rustworkx, max_iter=1000, tol=1e-9).values()
        ),
        "networkit": lambda g: at_unit_length(
            scores_of(networkit.centrality.EigenvectorCentrality(g.networkit["plain"], tol=1e-10))
        ),
    }, within=1e-3),
    Job("Centrality", "pagerank", lambda g: metrics.pagerank(g.network), {
        "networkx": lambda g: list(nx.pagerank(g.networkx, weight="strength", tol=1e-9).values()),
        "igraph": lambda g: g.igraph.pagerank(weights="weight"),
        "rustworkx": lambda g: list(
            rustworkx.pagerank(g.rustworkx.to_directed(), weight_fn=float, tol=1e-9).values()
        ),
        "networkit": lambda g: scores_of(
            networkit.centrality.PageRank(g.networkit["strength"], 0.85, 1e-9)
        ),
    }, within=1e-3),
)  # fmt: skip


CONTACTS = (
    Job("An actor's contacts", "constraint", lambda g: metrics.constraint(g.network), {
        "networkx": lambda g: list(nx.constraint(g.networkx).values()),
        "igraph": lambda g: g.igraph.constraint(weights=None),
    }),
    Job("An actor's contacts", "effective_size", lambda g: metrics.effective_size(g.network), {
        "networkx": lambda g: list(nx.effective_size(g.networkx).values()),
    }, at_most={"networkx": 5_000}),
    Job("An actor's contacts", "local_clustering", lambda g: metrics.local_clustering(g.network), {
        "networkx": lambda g: list(nx.clustering(g.networkx).values()),
        "igraph": lambda g: g.igraph.transitivity_local_undirected(mode="zero"),
        "networkit": lambda g: scores_of(
            networkit.centrality.LocalClusteringCoefficient(g.networkit["plain"])
        ),
    }, answer=lambda table, _: table.iloc[:, -1].fillna(0)),
)  # fmt: skip
CENSUS = (
    Job("Pairs and triples", "transitivity", lambda g: metrics.transitivity(g.network), {
        "networkx": lambda g: [nx.transitivity(g.networkx)],
        "igraph": lambda g: [g.igraph.transitivity_undirected()],
        "rustworkx": lambda g: [rustworkx.transitivity(g.rustworkx)],
        "networkit": lambda g: [
            networkit.globals.ClusteringCoefficient.exactGlobal(g.networkit["plain"])
        ],
    }),
    Job("Pairs and triples", "triad_census", lambda g: metrics.triad_census(g.network), {
        "networkx": lambda g: [nx.triadic_census(g.networkx)[name] for name in _TRIADS],
        "igraph": lambda g: [getattr(g.igraph.triad_census(), f"t{name}") for name in _TRIADS],
    }, answer=lambda table, _: table.iloc[0], directed=True),
    Job("Pairs and triples", "reciprocity", lambda g: metrics.reciprocity(g.network), {
        "networkx": lambda g: [nx.overall_reciprocity(g.networkx)],
        "igraph": lambda g: [g.igraph.reciprocity()],
    }, directed=True),
)  # fmt: skip
GROUPS = (
    Job("Groups and brokers", "group_assortativity",
        lambda g: metrics.group_assortativity(g.network, groups=g.groups), {
            "networkx": lambda g: [nx_assortativity(g)],
            "igraph": lambda g: [g.igraph.assortativity_nominal(list(g.groups.values()), False)],
        }),
    Job("Groups and brokers", "degree_assortativity",
        lambda g: metrics.degree_assortativity(g.network), {
            "networkx": lambda g: [nx.degree_pearson_correlation_coefficient(g.networkx)],
            "igraph": lambda g: [g.igraph.assortativity_degree(directed=False)],
        }, within=1e-4),
)  # fmt: skip


COHESION = (
    Job("Cohesion", "components", lambda g: metrics.components(g.network), {
        "networkx": lambda g: [max(map(len, nx.connected_components(g.networkx)))] * g.n,
        "igraph": lambda g: [max(g.igraph.connected_components().sizes())] * g.n,
        "rustworkx": lambda g: [max(map(len, rustworkx.connected_components(g.rustworkx)))] * g.n,
        "networkit": lambda g: [max(
            networkit.components.ConnectedComponents(g.networkit["plain"]).run()
            .getComponentSizes().values()
        )] * g.n,
    }),
    Job("Cohesion", "biconnected_components", lambda g: metrics.biconnected_components(g.network), {
        "networkx": lambda g: sizes_of_blocks(nx.biconnected_components(g.networkx)),
        "igraph": lambda g: sizes_of_blocks(g.igraph.biconnected_components()),
    }, answer=lambda table, _: sorted(table.drop_duplicates("part")["n_actors"])),
    Job("Cohesion", "bridges", lambda g: metrics.bridges(g.network), {
        "networkx": lambda g: [sum(1 for _ in nx.bridges(g.networkx))],
        "igraph": lambda g: [len(g.igraph.bridges())],
        "rustworkx": lambda g: [len(rustworkx.bridges(g.rustworkx))],
    }, answer=lambda table, _: [len(table)]),
    Job("Cohesion", "core_numbers", lambda g: metrics.core_numbers(g.network), {
        "networkx": lambda g: list(nx.core_number(g.networkx).values()),
        "igraph": lambda g: g.igraph.coreness(),
        # Its own types say that this is a number.
        "rustworkx": lambda g: [
            v for _, v in sorted(cast("dict[int, int]", rustworkx.core_number(g.rustworkx)).items())
        ],
        "networkit": lambda g: scores_of(
            networkit.centrality.CoreDecomposition(g.networkit["plain"])
        ),
    }),
    Job("Cohesion", "node_connectivity",
        lambda g: metrics.node_connectivity(g.network, from_actor=0, to_actor=g.n - 1), {
            "networkx": lambda g: [nx.node_connectivity(g.networkx, 0, g.n - 1)],
            "igraph": lambda g: [g.igraph.vertex_connectivity(0, g.n - 1)],
        }, answer=column("node_connectivity"), directed=True),
)  # fmt: skip
REMOVAL = (
    Job("When actors leave", "pairs_cut", lambda g: metrics.pairs_cut(g.network), {
        "networkx": recount_pairs, "igraph": igraph_pairs,
    }, kernel=lambda g: departures(g.csr, compiled=True), grows="nm", answer=column("pairs_cut"),
        options="of every actor"),
    Job("When actors leave", "fragmentation_without",
        lambda g: metrics.fragmentation_without(g.network), {"igraph": recount_df},
        kernel=lambda g: distance_weighted_fragmentation_without(g.csr), grows="nm2",
        answer=column("distance_weighted_without"), options="distance-weighted, of every actor"),
    Job("When actors leave", "pairs_broken", lambda g: metrics.pairs_broken(g.network), {},
        kernel=lambda g: pairs_broken(g.csr, compiled=True), directed=True, grows="nm",
        options="of every actor"),
    Job("When actors leave", "robustness", lambda g: metrics.robustness(g.network), {
        "networkx": recount_curve,
    }, grows="nm", answer=column("largest"), options="by degree, adaptive"),
)  # fmt: skip
COMMUNITIES = (
    Job("Communities and positions", "communities",
        lambda g: metrics.communities(g.network, draws=1), {
            "networkx": lambda g: nx.community.louvain_communities(g.networkx, weight=None, seed=1),
            "igraph": lambda g: g.igraph.community_multilevel(),
            "networkit": lambda g: networkit.community.PLM(g.networkit["plain"]).run(),
        }, answer=None, options="one run each"),
)  # fmt: skip
JOBS: tuple[Job, ...] = (
    *CENTRALITY, *CONTACTS, *CENSUS, *GROUPS, *COHESION, *REMOVAL, *COMMUNITIES,
)  # fmt: skip
