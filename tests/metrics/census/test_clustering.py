"""Triangles, and clustering as a share of pairs of contacts and as an average of actors."""

import math
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings

from collabnet.metrics import average_clustering, global_clustering, triad_census, triangles
from collabnet.model.errors import AssumptionError
from metrics.centrality.oracles import as_igraph
from metrics.drawn import drawn
from metrics.g1 import DIRECTED, UNDIRECTED, values
from metrics.krackhardt import FRIENDS
from metrics.networks import network_of, random_graphs, simple

PENDANT = network_of(("a", "b"), ("b", "c"), ("c", "a"), ("a", "d"))
KARATE = nx.karate_club_graph()
MISERABLES = nx.les_miserables_graph()


def whole(network):
    return global_clustering(network)["global_clustering"].item()


def average(network, **options):
    return average_clustering(network, **options)["average_clustering"].item()


def same(expected):
    return pytest.approx(expected, rel=1e-9, nan_ok=True)


class TestTriangles:
    def test_a_triangle_with_a_pendant(self):
        assert values(triangles(PENDANT), "n_triangles") == {"a": 1, "b": 1, "c": 1, "d": 0}

    def test_direction_is_ignored(self):
        ring = network_of(("a", "b"), ("b", "c"), ("c", "a"), ("a", "c"), directed=True)
        assert triangles(ring)["n_triangles"].tolist() == [1, 1, 1]

    def test_karate_club(self):
        """Zachary (1977): 45 in all, 18 and 15 of the heads (igraph 1.3.5: count_triangles(g))."""
        found = triangles(KARATE)["n_triangles"].tolist()
        assert sum(found) == 3 * 45
        assert (found[0], found[33]) == (18, 15)


class TestGlobalClustering:
    def test_three_of_five_pairs(self):
        assert whole(PENDANT) == pytest.approx(3 / 5)

    def test_g1_has_no_triangle(self):
        assert whole(UNDIRECTED) == whole(DIRECTED) == 0

    def test_karate_club_and_les_miserables(self):
        """igraph 1.3.5 of R, transitivity(g): karate club 0.2557, Les Miserables 0.4989."""
        assert whole(KARATE) == pytest.approx(0.2557, abs=5e-5)
        assert whole(MISERABLES) == pytest.approx(0.498931623931624)

    def test_nobody_with_two_contacts_is_undefined(self):
        assert math.isnan(whole(network_of(("a", "b"))))


class TestAverageClustering:
    def test_every_actor_counts_the_same(self):
        """a 1/3, b and c 1; d has one contact."""
        assert average(PENDANT) == pytest.approx(7 / 9)
        assert average(PENDANT, variant="zeros") == pytest.approx(7 / 12)

    def test_karate_club(self):
        """0.5879 (igraph's localaverage) leaves actor 12 out; 0.5706 counts 0 for it (networkx)."""
        assert average(KARATE) == pytest.approx(0.587930553304885)
        assert average(KARATE, variant="zeros") == pytest.approx(0.570638478207682)

    def test_friends_among_managers_as_igraph(self):
        """igraph 1.3.5 of R: transitivity(g, type = 'localaverage'); 'global' is 0.4715."""
        assert average(FRIENDS) == pytest.approx(0.566051035798935)
        assert whole(FRIENDS) == pytest.approx(0.471494607087827)

    def test_nobody_with_two_contacts(self):
        assert math.isnan(average(network_of(("a", "b"))))
        assert average(network_of(("a", "b")), variant="zeros") == 0

    def test_a_variant_that_there_is_not(self):
        with pytest.raises(AssumptionError) as refused:
            average_clustering(PENDANT, variant="ones")
        assert str(refused.value) == (
            "average_clustering needs the variant 'defined' or 'zeros'; got 'ones'."
        )


class TestRandom:
    def test_against_each_pair_of_contacts_networkx_and_igraph(self):
        for graph in random_graphs():
            plain = simple(graph, directed=False)
            made = as_igraph(plain)
            closed, pairs = {}, {}
            for actor in plain:
                contacts = list(combinations(plain[actor], 2))
                pairs[actor] = len(contacts)
                closed[actor] = sum(plain.has_edge(u, v) for u, v in contacts)
            assert values(triangles(graph), "n_triangles") == closed == nx.triangles(plain)
            total = sum(pairs.values())
            assert whole(graph) == same(sum(closed.values()) / total if total else math.nan)
            assert whole(graph) == same(made.transitivity_undirected())
            shares = [closed[actor] / pairs[actor] for actor in plain if pairs[actor]]
            expected = sum(shares) / len(shares) if shares else math.nan
            assert average(graph) == same(expected)
            if shares:
                found = made.transitivity_avglocal_undirected(mode="nan")
                assert average(graph) == same(found)
            zeros = average(graph, variant="zeros")
            assert zeros == same(sum(shares) / len(plain)) == same(nx.average_clustering(plain))


SMALL = drawn(directed=False)


class TestProperties:
    @given(SMALL)
    @settings(max_examples=60)
    def test_each_triangle_is_seen_from_three_actors(self, network):
        n_triangles = triad_census(network)["triads_300"].item()
        assert triangles(network)["n_triangles"].sum() == 3 * n_triangles

    @given(SMALL)
    @settings(max_examples=60)
    def test_shares_lie_between_none_and_all_and_an_isolate_changes_none(self, network):
        graph = network.to_networkx()
        graph.add_node("alone")
        for measure in (whole, average):
            found = measure(network)
            assert math.isnan(found) or 0 <= found <= 1
            assert measure(graph) == same(found)

    @given(SMALL, SMALL)
    @settings(max_examples=40)
    def test_triangles_of_two_networks_apart_are_those_of_each(self, one, other):
        both = nx.disjoint_union(one.to_networkx(), other.to_networkx())
        found = [triangles(network)["n_triangles"].tolist() for network in (one, other, both)]
        assert sorted(found[0] + found[1]) == sorted(found[2])
