"""Cutpoints, bridges and biconnected components."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings

from collabnet.metrics import biconnected_components, bridges, cutpoints
from metrics.cohesion.oracles import members, plain_of, reached, without
from metrics.drawn import drawn
from metrics.g1 import DIRECTED, UNDIRECTED, nonzero, values
from metrics.krackhardt import FRIENDS
from metrics.networks import network_of, random_graphs

RING = network_of(("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"))
BOTH = pytest.mark.parametrize("network", [UNDIRECTED, DIRECTED], ids=["undirected", "directed"])
MARRIAGES = nx.florentine_families_graph()


def pairs_of(table):
    return {frozenset(pair) for pair in zip(table["from_id"], table["to_id"], strict=True)}


class TestCutpoints:
    @BOTH
    def test_g1_whatever_the_direction(self, network):
        table = cutpoints(network)
        assert set(nonzero(table, "is_cutpoint")) == {"I1", "A1"}
        assert nonzero(table, "pairs_cut") == {"I1": 11, "A1": 11}

    def test_ten_pairs_of_28_are_left_when_a_key_player_goes(self):
        """28 pairs in contact; those with the leaver are 7; 11 of the other 21 are cut."""
        assert 28 - 7 - values(cutpoints(UNDIRECTED), "pairs_cut")["I1"] == 10

    def test_a_ring_has_none(self):
        assert not nonzero(cutpoints(RING), "is_cutpoint")

    def test_florentine_marriages(self):
        """The families of Padgett and Ansell (1993), as igraph 1.3.5: articulation_points(g)."""
        found = nonzero(cutpoints(MARRIAGES), "is_cutpoint")
        assert set(found) == {"Albizzi", "Guadagni", "Medici", "Salviati"}

    def test_friends_among_managers_have_none(self):
        assert not nonzero(cutpoints(FRIENDS), "is_cutpoint")


class TestBridges:
    @BOTH
    def test_g1_has_four(self, network):
        expected = (("O2", "I1"), ("O3", "I1"), ("D2", "A1"), ("S1", "A1"))
        assert pairs_of(bridges(network)) == {frozenset(pair) for pair in expected}

    def test_the_first_in_the_order_stands_first(self):
        found = bridges(network_of(("b", "a"), ("c", "b"), directed=True))
        assert found["from_id"].tolist() == ["a", "b"]
        assert found["to_id"].tolist() == ["b", "c"]

    def test_parallel_ties_are_one_bridge(self):
        """Two rows between the same two are still their only contact."""
        assert len(bridges(network_of(("a", "b", 1), ("b", "a", 1)))) == 1

    def test_none_is_an_empty_table_with_its_columns(self):
        assert list(bridges(RING).columns) == ["from_id", "to_id"]
        assert bridges(RING).empty

    def test_florentine_marriages(self):
        """igraph 1.3.5 of R: bridges(g)."""
        assert pairs_of(bridges(MARRIAGES)) == {
            frozenset(pair)
            for pair in (
                ("Acciaiuoli", "Medici"), ("Ginori", "Albizzi"), ("Guadagni", "Lamberteschi"),
                ("Medici", "Salviati"), ("Pazzi", "Salviati"),
            )
        }  # fmt: skip


class TestBiconnectedComponents:
    @BOTH
    def test_g1_is_a_ring_of_four_with_four_ties_on_it(self, network):
        found = members(biconnected_components(network), "part")
        assert found[0] == ("A1", "D1", "I1", "O1")
        assert found[1:] == [("A1", "D2"), ("A1", "S1"), ("I1", "O2"), ("I1", "O3")]

    def test_each_row_says_how_many_are_in_the_part(self):
        found = biconnected_components(network_of(("a", "b"), ("b", "c"), actors=["alone"]))
        assert found.to_dict("list") == {
            "part": [1, 1, 2, 2],
            "n_actors": [2, 2, 2, 2],
            "actor_id": ["a", "b", "b", "c"],
        }

    def test_karate_club(self):
        """Zachary (1977), as igraph 1.3.5: one actor hangs on the leader, five on two ties."""
        found = members(biconnected_components(nx.karate_club_graph()), "part")
        assert [len(part) for part in found] == [28, 6, 2]
        assert found[1] == (0, 4, 5, 6, 10, 16)
        assert found[2] == (0, 11)


class TestRandom:
    def test_against_taking_each_away_and_networkx(self):
        for graph in random_graphs(most=7):
            plain = plain_of(graph, directed=False)
            whole = reached(plain)
            table = cutpoints(graph)
            for actor, is_cutpoint, n_cut in table.itertuples(index=False):
                others = {pair for pair in whole if actor not in pair}
                cut = len(others - reached(without(plain, [actor]))) // 2
                assert (is_cutpoint, n_cut) == (cut > 0, cut)
            assert set(nonzero(table, "is_cutpoint")) == set(nx.articulation_points(plain))

            found = pairs_of(bridges(graph))
            for u, v in plain.edges:
                left = plain.copy()
                left.remove_edge(u, v)
                assert (frozenset((u, v)) in found) == ((u, v) not in reached(left))
            assert found == {frozenset(pair) for pair in nx.bridges(plain)}

            parts = members(biconnected_components(graph), "part")
            assert {frozenset(part) for part in parts} == blocks(plain)
            expected = sorted(map(len, nx.biconnected_components(plain)), reverse=True)
            assert [len(part) for part in parts] == expected


def blocks(plain):
    """Try all sets: the largest ones, of two or more, that stay in one piece whoever leaves."""
    found = []
    for size in range(len(plain), 1, -1):
        for some in map(frozenset, combinations(plain, size)):
            if any(some <= one for one in found):
                continue
            inside = plain.subgraph(some)
            rests = [inside, *(without(nx.Graph(inside), [actor]) for actor in some)]
            if all(nx.is_connected(rest) for rest in rests):
                found.append(some)
    return set(found)


SMALL = drawn(directed=False)


class TestProperties:
    @given(SMALL)
    @settings(max_examples=60)
    def test_two_parts_share_one_actor_at_most_and_shared_ones_are_the_cutpoints(self, network):
        parts = [set(one) for one in members(biconnected_components(network), "part")]
        shared = [one & other for one, other in combinations(parts, 2)]
        assert all(len(some) < 2 for some in shared)
        assert set().union(*shared) == set(nonzero(cutpoints(network), "is_cutpoint"))

    @given(SMALL)
    @settings(max_examples=60)
    def test_bridges_are_parts_of_two(self, network):
        parts = {frozenset(one) for one in members(biconnected_components(network), "part")}
        assert {one for one in parts if len(one) == 2} == pairs_of(bridges(network))

    @given(SMALL)
    @settings(max_examples=60)
    def test_an_isolate_changes_nothing(self, network):
        graph = network.to_networkx()
        graph.add_node("alone")
        assert bridges(graph).equals(bridges(network))
        assert members(biconnected_components(graph), "part") == members(
            biconnected_components(network), "part"
        )
        assert cutpoints(graph)["pairs_cut"].tolist() == [*cutpoints(network)["pairs_cut"], 0]
