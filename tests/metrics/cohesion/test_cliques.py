"""Cliques, and how many two actors share."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings

from collabnet.metrics import clique_overlap, cliques
from collabnet.metrics.cohesion import all_tied
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.cohesion.oracles import members, plain_of
from metrics.drawn import drawn
from metrics.g1 import UNDIRECTED
from metrics.krackhardt import FRIENDS
from metrics.networks import network_of, random_graphs

TWO = network_of(("a", "b"), ("b", "c"), ("c", "a"), ("b", "d"), ("c", "d"), ("d", "e"))
"""Two triangles on one tie, and a tie of its own."""


def sets_of(network, **options):
    return members(cliques(network, **options), "clique")


class TestCliques:
    def test_g1_has_none_of_three(self):
        assert cliques(UNDIRECTED).empty
        assert list(cliques(UNDIRECTED).columns) == ["clique", "n_actors", "actor_id"]
        assert len(sets_of(UNDIRECTED, size=2)) == 8

    def test_they_overlap_and_the_largest_come_first(self):
        assert sets_of(TWO) == [("a", "b", "c"), ("b", "c", "d")]
        assert sets_of(TWO, size=1) == [("a", "b", "c"), ("b", "c", "d"), ("d", "e")]

    def test_an_isolate_is_one_of_size_1(self):
        assert sets_of(network_of(("a", "b"), actors=["alone"]), size=1)[1] == ("alone",)

    def test_strong_ones_take_ties_both_ways(self):
        ring = network_of(("a", "b"), ("b", "a"), ("b", "c"), ("c", "a"), directed=True)
        assert sets_of(ring) == [("a", "b", "c")]
        assert sets_of(ring, size=2, variant="strong") == [("a", "b")]

    def test_karate_club(self):
        """Zachary (1977): 36 maximal cliques in all, the largest of five (igraph 1.3.5)."""
        found = sets_of(nx.karate_club_graph(), size=1)
        assert len(found) == 36
        assert [one for one in found if len(one) == 5] == [(0, 1, 2, 3, 7), (0, 1, 2, 3, 13)]

    def test_friends_among_managers_as_sna_and_igraph(self):
        """sna 2.7-1 of R, clique.census(s): 4, 9 and 6 of one, two and three actors."""
        strong = sets_of(FRIENDS, size=1, variant="strong")
        assert [sum(len(one) == k for one in strong) for k in (1, 2, 3)] == [4, 9, 6]
        weak = [len(one) for one in sets_of(FRIENDS)]
        assert [weak.count(k) for k in (3, 4, 5)] == [11, 6, 13]

    def test_too_many_are_refused(self, monkeypatch):
        monkeypatch.setattr(all_tied, "MOST", 1)
        assert sets_of(nx.complete_graph(3)) == [(0, 1, 2)]
        assert len(sets_of(nx.path_graph(9), size=2)) == 8  # of two there may be any number
        with pytest.raises(CollabnetError) as refused:
            cliques(TWO)
        assert str(refused.value) == (
            "cliques needs a network with at most 1 cliques of three or more; this one, with 5 "
            "actors and 6 pairs with a tie, has more. Leave out weak ties, measure a part of the "
            "network, or use core_numbers, which finds dense parts of any network."
        )

    def test_a_size_below_1_is_refused(self):
        with pytest.raises(AssumptionError) as refused:
            cliques(TWO, size=0)
        assert str(refused.value) == "cliques needs a size of 1 or more; got 0."


class TestCliqueOverlap:
    def test_a_tie_on_two_triangles_is_in_both(self):
        found = clique_overlap(TWO)
        pairs = zip(found["from_id"], found["to_id"], found["n_cliques"], strict=True)
        assert list(pairs) == [
            ("a", "b", 1), ("a", "c", 1), ("b", "c", 2), ("b", "d", 1), ("c", "d", 1),
        ]  # fmt: skip

    def test_none_is_an_empty_table_with_its_columns(self):
        assert list(clique_overlap(UNDIRECTED).columns) == ["from_id", "to_id", "n_cliques"]


class TestRandom:
    def test_against_every_subset_and_networkx(self):
        for graph in random_graphs(most=8):
            plain, pairs = plain_of(graph), plain_of(graph, directed=False)
            mutual = plain.to_undirected(reciprocal=True) if plain.is_directed() else plain
            for variant, seen in (("weak", pairs), ("strong", mutual)):
                found = sets_of(graph, size=1, variant=variant)
                assert {frozenset(one) for one in found} == by_subsets(seen)
                assert len(found) == sum(1 for _ in nx.find_cliques(seen))
                overlap = clique_overlap(graph, size=2, variant=variant)
                for u, v, n_shared in overlap.itertuples(index=False):
                    assert n_shared == sum({u, v} <= set(one) for one in found)
                assert len(overlap) == seen.number_of_edges()


def by_subsets(plain):
    found = []
    for size in range(len(plain), 0, -1):
        for some in map(frozenset, combinations(plain, size)):
            tied = all(plain.has_edge(u, v) for u, v in combinations(some, 2))
            if tied and not any(some <= one for one in found):
                found.append(some)
    return set(found)


SMALL = drawn(directed=False)


class TestProperties:
    @given(SMALL)
    @settings(max_examples=50)
    def test_everybody_is_in_one_of_any_size(self, network):
        found = sets_of(network, size=1)
        assert set().union(*found) == set(network.actor_ids)

    @given(SMALL, SMALL)
    @settings(max_examples=50)
    def test_those_of_two_networks_apart_are_those_of_both(self, one, other):
        both = nx.disjoint_union(one.to_networkx(), other.to_networkx())
        assert len(sets_of(both)) == len(sets_of(one)) + len(sets_of(other))
