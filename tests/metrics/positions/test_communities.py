"""Communities: the best there is on small networks, the same whatever order the data came in."""

import json
import os
import subprocess
import sys
from random import Random

import igraph
import networkx as nx
import numpy as np
import pytest

from collabnet.engine.work import told_to
from collabnet.metrics import communities, community_agreement
from collabnet.metrics.positions.ties import ties_of
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.g1 import DIRECTED, UNDIRECTED, values
from metrics.networks import network_of, random_graphs, simple

KARATE = nx.karate_club_graph()
TRIANGLE_AND_PAIR = network_of(("a", "b"), ("b", "c"), ("a", "c"), ("d", "e"), actors=["f"])
ELSEWHERE = """
import json, random, sys
import networkx as nx
from collabnet.metrics import communities, community_agreement

def kinds(i):
    return [i, f"p{i}", ("p", i), frozenset({f"x{i}", "y", "z"})][i % 4]

def shuffled(graph):
    draw = random.Random(int(sys.argv[1]))
    actors, ties = list(graph), list(graph.edges)
    draw.shuffle(actors)
    draw.shuffle(ties)
    other = nx.Graph()
    other.add_nodes_from(actors)
    other.add_edges_from(ties)
    return other

for graph in (nx.karate_club_graph(), nx.cycle_graph(9)):
    named = nx.relabel_nodes(graph, kinds)
    table = communities(shuffled(named), draws=10).set_index("actor_id").loc[list(named)]
    agreement = community_agreement(shuffled(named), draws=10)
    print(json.dumps([table.values.tolist(), agreement.values.tolist()]))
"""


def found(network, **options):
    return community_agreement(network, **options).iloc[0]


def shuffled(graph, seed):
    """The same graph with actors and ties in another order, ties turned round."""
    draw = Random(seed)
    actors, ties = list(graph.nodes(data=True)), list(graph.edges(data=True))
    draw.shuffle(actors)
    draw.shuffle(ties)
    other = graph.__class__()
    other.add_nodes_from(actors)
    for u, v, values_of in ties:
        ends = (u, v) if graph.is_directed() or draw.random() < 0.5 else (v, u)
        other.add_edge(*ends, **values_of)
    return other


class TestPublished:
    def test_karate_club(self):
        """0.4198 in four groups is proven to be the best (Brandes et al. 2008, IEEE TKDE 20)."""
        best = community_agreement(KARATE)
        assert best["modularity"].item() == pytest.approx(0.4198, abs=5e-5)
        assert best["n_communities"].item() == 4
        assert best.attrs["sizes"] == [12, 11, 6, 5]

    def test_families_of_florence(self):
        """Marriages: networkx finds no higher modularity."""
        graph = nx.florentine_families_graph()
        best = found(graph)["modularity"]
        for seed in range(20):
            other = nx.community.louvain_communities(graph, weight=None, seed=seed)
            assert best >= nx.community.modularity(graph, other, weight=None) - 1e-12

    def test_les_miserables_with_strengths(self):
        graph = nx.les_miserables_graph()
        best = found(graph, weights="strength")["modularity"]
        other = igraph.Graph.from_networkx(graph)
        assert best >= other.community_multilevel(weights="weight").modularity - 1e-12
        assert best == pytest.approx(0.5667, abs=5e-5)


class TestByHand:
    def test_components_of_friends(self):
        table = communities(TRIANGLE_AND_PAIR)
        assert values(table, "community") == {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 3}

    def test_an_isolate_is_with_nobody_and_apart_from_all(self):
        last = communities(TRIANGLE_AND_PAIR).iloc[-1]
        assert np.isnan(last["together_share"])
        assert last["apart_share"] == 1

    def test_where_all_are_one_community_nobody_is_apart(self):
        table = communities(network_of(("a", "b"), ("b", "c"), ("a", "c")))
        assert set(table["community"]) == {1}
        assert table["apart_share"].isna().all()

    def test_strengths_count_on_request(self):
        """A ring of four, strong on two opposite sides: only strengths say who belongs together."""
        ring = network_of(("a", "b", 9), ("b", "c", 1), ("c", "d", 9), ("d", "a", 1))
        label = values(communities(ring, weights="strength"), "community")
        assert label["a"] == label["b"] != label["c"] == label["d"]
        assert found(ring, weights="strength")["modularity"] == pytest.approx(0.4)
        assert found(ring)["modularity"] == 0

    def test_direction_kept_apart_by_name(self):
        """All ties go from two to two: by direction, nothing is more than chance."""
        network = network_of(("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"), directed=True)
        assert found(network, direction="out")["modularity"] == 0
        assert found(DIRECTED)["modularity"] == found(UNDIRECTED)["modularity"]

    def test_a_high_resolution_leaves_everybody_alone(self):
        assert found(TRIANGLE_AND_PAIR, resolution=9.0)["n_communities"] == 6

    def test_a_low_resolution_gives_the_components(self):
        assert found(KARATE, resolution=0.01)["n_communities"] == 1

    def test_a_ring_of_five_has_no_clear_communities(self):
        """2 and 3 side by side: five such partitions with the same modularity."""
        ring = network_of(*((i, (i + 1) % 5) for i in range(5)))
        agreement = found(ring)
        assert agreement["n_partitions"] == 5
        assert agreement["same_share"] < 0.5
        assert agreement["adjusted_rand"] < 0.5
        assert (communities(ring)["together_share"] < 1).all()

    def test_one_run_agrees_with_no_other(self):
        agreement = found(KARATE, draws=1)
        assert agreement["n_partitions"] == agreement["same_share"] == 1
        assert np.isnan(agreement["adjusted_rand"])

    def test_numbers_go_by_size(self):
        sizes = communities(KARATE)["community"].value_counts()
        assert sizes.to_dict() == {1: 12, 2: 11, 3: 6, 4: 5}


class TestRefusals:
    @pytest.mark.parametrize("measure", [communities, community_agreement])
    def test_fewer_than_one_run(self, measure):
        with pytest.raises(AssumptionError) as refused:
            measure(KARATE, draws=0)
        assert str(refused.value) == (
            f"{measure.__name__} needs as draws a whole number, 1 or more; got 0."
        )

    def test_a_strength_that_is_no_number(self):
        with pytest.raises(CollabnetError) as refused:
            communities(network_of(("a", "b", "many")), weights="strength")
        assert str(refused.value) == (
            "communities needs strengths of 0 or more; the tie 'a' to 'b' has nan. Correct it, "
            "leave the tie out, or use the weights 'unweighted'."
        )


class TestOrder:
    def test_karate_club_from_20_orders_of_actors_and_ties(self):
        tables = [
            values(communities(shuffled(KARATE, seed), draws=30), "community") for seed in range(20)
        ]
        assert all(table == tables[0] for table in tables)

    def test_every_column_on_random_networks_with_strengths(self):
        for seed, graph in enumerate(random_graphs(count=40)):
            plain = simple(graph, directed=graph.is_directed())
            options = {"weights": "strength", "draws": 8}
            one, other = (communities(g, **options) for g in (plain, shuffled(plain, seed)))
            other = other.set_index("actor_id").loc[list(plain)].reset_index()
            assert one.equals(other), seed

    def test_sums_of_parallel_strengths_do_not_depend_on_their_order(self):
        """0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1 in floats."""
        several = [("a", "b", w) for w in (0.1, 0.2, 0.3)] + [("b", "c", 0.6)]
        one = ties_of(network_of(*several), "m", "strength", directed=False)
        other = ties_of(network_of(*several[::-1]), "m", "strength", directed=False)
        assert one.strength.tolist() == other.strength.tolist() == [6, 6, 6, 6]
        assert one.unit == 10

    def test_hash_seeds_and_orders_in_other_processes(self):
        """Ids of several kinds, sets among them, whose text differs from process to process."""
        answers = set()
        for seed in ("0", "1", "12345"):
            done = subprocess.run(
                [sys.executable, "-c", ELSEWHERE, seed],
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
                text=True,
            )
            answers.add(done.stdout)
        assert len(answers) == 1
        assert [len(json.loads(line)[0]) for line in answers.pop().splitlines()] == [34, 9]


def test_long_work_is_told_and_can_be_cancelled():
    class Stopping:
        def expect(self, what, seconds):
            pass

        def advance(self, what, done, total):
            heard.append((what, total))
            raise KeyboardInterrupt

    heard = []
    with told_to(Stopping()), pytest.raises(KeyboardInterrupt):
        communities(KARATE, draws=200)
    assert heard == [("communities", 200)]
