"""Communities on random networks: all partitions tried, runs counted, and what never changes."""

from collections import Counter
from itertools import combinations

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.engine.communities.louvain_many import runs_of
from collabnet.metrics import communities, community_agreement, modularity
from collabnet.metrics.positions.partition import rand_index
from collabnet.metrics.positions.ties import canonical_order, ties_of
from collabnet.model import Network
from metrics.g1 import values
from metrics.networks import network_of, random_graphs, simple
from metrics.positions import by_definition


def found(network, **options):
    return community_agreement(network, **options).iloc[0]


class TestOnRandomNetworks:
    @pytest.mark.parametrize(
        ("weights", "direction"),
        [("unweighted", "ignored"), ("strength", "ignored"), ("strength", "out")],
    )
    def test_the_best_of_all_partitions(self, weights, direction):
        """Of up to 4,140; and its modularity is that of the groups that are shown."""
        for graph in random_graphs(most=8):
            is_directed = graph.is_directed() and direction != "ignored"
            table = by_definition.matrix(
                graph, directed=is_directed, strengths=weights == "strength"
            )
            if table.sum() == 0:
                continue
            options = {"weights": weights, "direction": direction}
            best = found(graph, **options, draws=30)["modularity"]
            assert best == pytest.approx(by_definition.highest_modularity(table), abs=1e-9)
            label = values(communities(graph, **options, draws=30), "community")
            shown = modularity(graph, groups=label, **options)["modularity"].item()
            assert shown == pytest.approx(best, abs=1e-12)

    def test_communities_are_connected_and_numbered_by_size(self):
        for graph in random_graphs():
            label = values(communities(graph, draws=3), "community")
            plain = simple(graph, directed=False)
            sizes = Counter(label.values())
            assert [sizes[i + 1] for i in range(len(sizes))] == sorted(sizes.values())[::-1]
            for one in sizes:
                assert nx.is_connected(plain.subgraph(a for a in plain if label[a] == one))

    def test_shares_and_agreement_by_counting_runs(self):
        for graph in random_graphs(count=60):
            network = Network.from_networkx(graph)
            ties = ties_of(network, "m", "unweighted", directed=False)
            order = canonical_order(network, ties)
            pulls = ties.renumbered(np.argsort(order)).pulls()
            runs = runs_of(pulls, seed=3, draws=12)[:, np.argsort(order)]
            table = communities(graph, seed=3, draws=12)
            label = table["community"].tolist()
            for i, row in enumerate(table.itertuples()):
                others = [j for j in range(len(label)) if j != i]
                within = [(runs[:, i] == runs[:, j]).mean() for j in others if label[j] == label[i]]
                across = [(runs[:, i] != runs[:, j]).mean() for j in others if label[j] != label[i]]
                for share, counted in ((row.together_share, within), (row.apart_share, across)):
                    wanted = np.mean(counted) if counted else np.nan
                    assert share == pytest.approx(wanted, abs=1e-12, nan_ok=True)
            agreement = found(graph, seed=3, draws=12)
            pairs = [
                igraph.compare_communities(a.tolist(), b.tolist(), method="adjusted_rand")
                if len(a) > 1
                else 1.0
                for a, b in combinations(runs, 2)
            ]
            pairs = [1.0 if np.isnan(one) else one for one in pairs]
            assert agreement["adjusted_rand"] == pytest.approx(np.mean(pairs), abs=1e-9)
            kinds = Counter(tuple(np.unique(run, return_inverse=True)[1]) for run in runs)
            assert agreement["n_partitions"] == len(kinds)


class TestRandIndex:
    def test_by_hand(self):
        """(Hubert and Arabie 1985) 1 pair in common, of 2 and 1; by chance 2 x 1 / 6."""
        one, other = np.array([0, 0, 1, 1]), np.array([0, 0, 1, 2])
        assert rand_index(one, other) == pytest.approx((1 - 1 / 3) / (3 / 2 - 1 / 3))

    def test_all_together_against_all_alone_is_chance(self):
        assert rand_index(np.zeros(4, dtype=int), np.arange(4)) == 0


PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=18)


class TestProperties:
    @settings(max_examples=40)
    @given(PAIRS, st.permutations(range(8)))
    def test_names_change_no_value(self, pairs, names):
        one = found(network_of(*pairs, actors=range(8)), draws=60)
        renamed = [(names[u], names[v]) for u, v in pairs]
        other = found(network_of(*renamed, actors=range(8)), draws=60)
        assert other["modularity"] == pytest.approx(one["modularity"], abs=1e-12, nan_ok=True)

    @settings(max_examples=40)
    @given(PAIRS)
    def test_an_isolate_adds_itself_alone(self, pairs):
        one = found(network_of(*pairs), draws=20)
        other = found(network_of(*pairs, actors=["alone"]), draws=20)
        assert other["modularity"] == pytest.approx(one["modularity"], abs=1e-12, nan_ok=True)
        assert other["n_communities"] == one["n_communities"] + 1

    @settings(max_examples=40)
    @given(PAIRS, PAIRS)
    def test_no_community_spans_two_networks_side_by_side(self, pairs, more):
        network = network_of(*pairs, *((f"b{u}", f"b{v}") for u, v in more))
        label = values(communities(network, draws=5), "community")
        first = {one for actor, one in label.items() if isinstance(actor, str)}
        assert not first & {one for actor, one in label.items() if not isinstance(actor, str)}
