"""What must hold for any network: names, other components, isolates, reversal, sums, ranges."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.metrics import (
    distance_weighted_fragmentation,
    fragmentation,
    fragmentation_without,
    key_players,
    pairs_broken,
    pairs_cut,
    robustness,
    robustness_r,
)
from metrics.drawn import drawn
from metrics.g1 import values

FEW = settings(max_examples=40)


def one(table):
    return table.iloc[0, 0]


def plain_of(network):
    return network.to_networkx()


class TestRelabelling:
    @FEW
    @given(drawn(directed=True), st.randoms(use_true_random=False))
    def test_of_each_actor(self, network, draw):
        graph = plain_of(network)
        actors = list(graph)
        draw.shuffle(actors)
        names = {actor: f"new{i}" for i, actor in enumerate(actors)}
        moved = nx.MultiDiGraph()
        moved.add_nodes_from(sorted(names.values()))
        moved.add_edges_from((names[u], names[v]) for u, v in graph.edges())
        for measure in (pairs_cut, pairs_broken, fragmentation_without):
            before, after = measure(graph), measure(moved)
            for column in before.columns[1:]:
                found = values(after, column)
                expected = values(before, column)
                assert [found[names[a]] for a in graph] == pytest.approx(
                    [expected[a] for a in graph], nan_ok=True
                )

    @FEW
    @given(drawn(directed=False, most=6), st.randoms(use_true_random=False))
    def test_the_score_of_key_players_and_how_many_sets_are_tied(self, network, draw):
        graph = plain_of(network)
        actors = list(graph)
        draw.shuffle(actors)
        moved = nx.MultiGraph()
        moved.add_nodes_from(actors)
        moved.add_edges_from(graph.edges())
        for criterion in ("fragmentation", "distance fragmentation", "reach"):
            before = key_players(graph, criterion=criterion)
            after = key_players(moved, criterion=criterion)
            for column in ("score", "score_intact", "tied_sets"):
                assert before[column][0] == pytest.approx(after[column][0], nan_ok=True)


class TestUnion:
    @FEW
    @given(drawn(directed=True), drawn(directed=True))
    def test_a_second_network_beside_it_leaves_pairs_as_they_are(self, network, other):
        both = nx.disjoint_union(plain_of(network), plain_of(other))
        for measure, column in ((pairs_cut, "pairs_cut"), (pairs_broken, "pairs_broken")):
            parts = [*measure(network)[column], *measure(other)[column]]
            assert measure(both)[column].tolist() == parts

    @FEW
    @given(drawn(directed=False))
    def test_an_isolate_adds_its_pairs_and_nothing_else(self, network):
        graph = plain_of(network)
        n, before = len(graph), (one(fragmentation(graph)), one(robustness_r(graph)))
        df = one(distance_weighted_fragmentation(graph))
        sizes = robustness(graph)["largest"].tolist()
        graph.add_node("alone")
        if n > 1:
            share = (n - 1) / (n + 1)
            assert 1 - one(fragmentation(graph)) == pytest.approx((1 - before[0]) * share)
            expected = (1 - df) * share
            assert 1 - one(distance_weighted_fragmentation(graph)) == pytest.approx(expected)
        assert robustness(graph)["largest"].sum() == sum(sizes) + 1


class TestReversal:
    @FEW
    @given(drawn(directed=True))
    def test_pairs_broken_from_the_other_end_are_the_same(self, network):
        graph = plain_of(network)
        sources, targets = list(graph)[:3], list(graph)[1:]
        forth = pairs_broken(graph, from_actors=sources, to_actors=targets)
        back = pairs_broken(graph.reverse(), from_actors=targets, to_actors=sources)
        assert forth["pairs_broken"].tolist() == back["pairs_broken"].tolist()

    @FEW
    @given(drawn(directed=True))
    def test_what_ignores_direction_is_the_same_undirected(self, network):
        graph = plain_of(network)
        both_ways = graph.to_undirected()
        assert pairs_cut(graph).equals(pairs_cut(both_ways))
        assert fragmentation_without(graph).equals(fragmentation_without(both_ways))
        assert robustness(graph).equals(robustness(both_ways))


class TestSums:
    @FEW
    @given(drawn(directed=False))
    def test_undirected_pairs_broken_are_pairs_cut_from_both_ends(self, network):
        twice = (2 * pairs_cut(network)["pairs_cut"]).tolist()
        assert pairs_broken(network)["pairs_broken"].tolist() == twice

    @FEW
    @given(drawn(directed=True, least=3))
    def test_ranges(self, network):
        n = len(network.actor_ids)
        broken = pairs_broken(network)["pairs_broken"]
        assert broken.between(0, (n - 1) * (n - 2)).all()
        table = fragmentation_without(network)
        assert table["fragmentation_without"].between(0, 1).all()
        df = table["distance_weighted_without"]
        assert (df >= table["fragmentation_without"] - 1e-12).all() and (df <= 1).all()
        r = one(robustness_r(network))
        assert (n - 1) / n**2 - 1e-12 <= r <= (n - 1) / (2 * n) + 1e-12

    @FEW
    @given(drawn(directed=False, least=2))
    def test_the_best_single_actor_is_the_highest_of_all(self, network):
        best = key_players(network)["score"][0]
        without = fragmentation_without(network)["fragmentation_without"]
        assert best == pytest.approx(without.max(), nan_ok=True)

    @FEW
    @given(drawn(directed=False, least=3))
    def test_a_larger_set_leaves_no_more_pairs_and_reaches_no_less(self, network):
        scores = [
            key_players(network, size=size, criterion="pairs connectivity")["score"][0]
            for size in (1, 2, 3)
        ]
        assert scores == sorted(scores, reverse=True)
        reach = [key_players(network, size=k, criterion="reach")["score"][0] for k in (1, 2, 3)]
        assert reach == sorted(reach)
        assert 0 < reach[0] <= reach[2] <= 1 + 1e-12
