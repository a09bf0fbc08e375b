"""Measures of contacts on random networks: against plain loops, networkx and igraph."""

import igraph
import networkx as nx
import numpy as np
import pytest

from collabnet.metrics import (
    burt_efficiency,
    burt_hierarchy,
    constraint,
    effective_size,
    ego_density,
    local_clustering,
)
from metrics.ego import definitions
from metrics.networks import random_graphs, simple

WEIGHTS = pytest.mark.parametrize("weights", ["unweighted", "strength"])


def same(found, expected):
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-12)


@WEIGHTS
@pytest.mark.parametrize("variant", ["whole network", "ego network"])
class TestAgainstDefinitions:
    def test_structural_holes(self, weights, variant):
        options = {"weights": weights, "variant": variant}
        alone = {"alone": variant == "ego network"}
        for graph in random_graphs():
            z = definitions.in_contact(graph, weighted=weights == "strength")
            size = [definitions.effective_size(z, i, **alone) for i in graph]
            n = [len(z[i]) or 1 for i in graph]
            same(effective_size(graph, **options)["effective_size"], size)
            same(burt_efficiency(graph, **options)["burt_efficiency"], np.divide(size, n))
            same(
                constraint(graph, **options)["constraint"],
                [definitions.constraint(z, i, **alone) for i in graph],
            )
            same(
                burt_hierarchy(graph, **options)["burt_hierarchy"],
                [definitions.hierarchy(z, i, **alone) for i in graph],
            )


@WEIGHTS
class TestAgainstPrograms:
    def test_constraint_as_networkx_and_igraph_give_it(self, weights):
        name = "strength" if weights == "strength" else None
        for graph in random_graphs():
            plain = simple(graph, directed=graph.is_directed())
            if not plain.size():
                continue
            found = constraint(graph, weights=weights)["constraint"]
            same(found, list(nx.constraint(plain, weight=name).values()))
            same(found, igraph.Graph.from_networkx(plain).constraint(weights=name))

    def test_effective_size_as_networkx_gives_it_actor_by_actor(self, weights):
        """All at once, networkx 3.6.1 divides by the other end's strongest tie."""
        name = "strength" if weights == "strength" else None
        for graph in random_graphs():
            plain = simple(graph, directed=graph.is_directed())
            found = effective_size(graph, weights=weights)["effective_size"]
            theirs = list(nx.effective_size(plain, nodes=list(plain), weight=name).values())
            has_out = [len(plain[actor]) > 0 for actor in plain]  # others are NaN there
            same(found[has_out], np.array(theirs)[has_out])


class TestLocalClustering:
    @pytest.mark.parametrize("variant", ["Watts-Strogatz", "Fagiolo", "Barrat", "Onnela"])
    def test_as_defined(self, variant):
        for graph in random_graphs():
            found = local_clustering(graph, variant=variant)["local_clustering"]
            same(found, [definitions.clustering(graph, i, variant) for i in graph])

    @pytest.mark.parametrize("variant", ["Watts-Strogatz", "Fagiolo", "Onnela"])
    def test_as_networkx_gives_it_with_0_where_undefined(self, variant):
        for graph in random_graphs():
            plain = simple(graph, directed=variant == "Fagiolo" and graph.is_directed())
            found = local_clustering(graph, variant=variant)["local_clustering"].fillna(0)
            weight = "strength" if variant == "Onnela" else None
            same(found, list(nx.clustering(plain, weight=weight).values()))

    def test_as_igraph_gives_it(self):
        for graph in random_graphs():
            plain = simple(graph, directed=False)
            if not plain.size():
                continue
            other = igraph.Graph.from_networkx(plain)
            found = local_clustering(graph)["local_clustering"]
            same(found, other.transitivity_local_undirected(mode="nan"))
            weighed = local_clustering(graph, variant="Barrat")["local_clustering"]
            same(weighed, other.transitivity_local_undirected(mode="nan", weights="strength"))


class TestEgoDensity:
    @pytest.mark.parametrize("direction", ["out", "in", "ignored"])
    def test_as_networkx_counts_it(self, direction):
        for graph in random_graphs():
            plain = simple(graph, directed=graph.is_directed())
            table = ego_density(graph, direction=direction)
            for row in table.itertuples():
                if not plain.is_directed():
                    chosen = set(plain[row.actor_id])
                else:
                    out, into = set(plain.succ[row.actor_id]), set(plain.pred[row.actor_id])
                    chosen = {"out": out, "in": into, "ignored": out | into}[direction]
                inside = plain.subgraph(chosen)
                n = len(chosen)
                pairs = n * (n - 1) // (1 if plain.is_directed() else 2)
                assert (row.ego_size, row.ego_ties) == (n, inside.size())
                assert row.ego_brokerage == pairs - inside.size()
                same(row.ego_density, nx.density(inside) if n > 1 else np.nan)
