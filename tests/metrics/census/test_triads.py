"""The triad census and transitivity."""

import math
from itertools import combinations, permutations
from math import comb

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from collabnet.metrics import dyad_census, global_clustering, transitivity, triad_census
from collabnet.metrics.census.triads import TYPES
from collabnet.metrics.ego import corners
from metrics.centrality.oracles import as_igraph, plain_of
from metrics.drawn import drawn
from metrics.g1 import DIRECTED, UNDIRECTED
from metrics.krackhardt import FRIENDS
from metrics.networks import network_of, random_graphs

DRAWN = {
    "003": "",
    "012": "a>b",
    "102": "a>b b>a",
    "021D": "b>a b>c",
    "021U": "a>b c>b",
    "021C": "a>b b>c",
    "111D": "a>b b>a c>b",
    "111U": "a>b b>a b>c",
    "030T": "b>a c>b c>a",
    "030C": "b>a c>b a>c",
    "201": "a>b b>a b>c c>b",
    "120D": "b>a b>c a>c c>a",
    "120U": "a>b c>b a>c c>a",
    "120C": "a>b b>c a>c c>a",
    "210": "a>b b>c c>b a>c c>a",
    "300": "a>b b>a b>c c>b a>c c>a",
}
"""The sixteen types as Holland and Leinhardt draw them."""


def counts(network):
    row = triad_census(network).iloc[0]
    return {name.removeprefix("triads_"): int(n) for name, n in row.items()}


def some(network):
    return {name: n for name, n in counts(network).items() if n}


def picture(name):
    arcs = [tuple(arc.split(">")) for arc in DRAWN[name].split()]
    return network_of(*arcs, actors="abc", directed=True)


def value(network):
    return transitivity(network)["transitivity"].item()


def same(expected):
    return pytest.approx(expected, rel=1e-9, nan_ok=True)


class TestTriadCensus:
    @pytest.mark.parametrize("name", DRAWN)
    def test_each_type_is_named_as_it_is_drawn(self, name):
        assert some(picture(name)) == {name: 1}

    def test_the_columns_are_the_sixteen_types(self):
        assert [name.removeprefix("triads_") for name in triad_census(DIRECTED)] == list(DRAWN)
        assert list(DRAWN) == list(TYPES)

    def test_g1(self):
        """By hand: 14 pairs of legs (I1 6, A1 6, O1 1, D1 1); 8 ties by 6, less 28."""
        found = some(DIRECTED)
        assert found == {"003": 22, "012": 20, "021D": 1, "021U": 9, "021C": 4}
        assert some(UNDIRECTED) == {"003": 22, "102": 20, "201": 14}

    def test_friends_among_managers(self):
        """Wasserman and Faust (1994), chapter 14: Krackhardt's high-tech managers, friendship."""
        published = (376, 366, 143, 114, 34, 35, 39, 101, 23, 0, 20, 16, 25, 9, 23, 6)
        assert tuple(counts(FRIENDS).values()) == published

    def test_karate_club_has_45_triangles(self):
        """Zachary (1977), as igraph 1.3.5 of R: triad_census(g)."""
        assert some(nx.karate_club_graph()) == {"003": 3971, "102": 1575, "201": 393, "300": 45}

    def test_fewer_than_three_actors_make_no_triple(self):
        assert set(counts(network_of(("a", "b"))).values()) == {0}


class TestTransitivity:
    def test_a_shortcut_or_none(self):
        assert value(picture("030T")) == 1
        assert value(picture("030C")) == 0
        assert value(picture("300")) == 1

    def test_there_and_back_leads_nowhere(self):
        assert math.isnan(value(picture("102")))
        assert math.isnan(value(picture("021U")))

    def test_g1_has_no_shortcut(self):
        assert value(DIRECTED) == 0
        assert value(UNDIRECTED) == 0

    def test_karate_club(self):
        """Zachary (1977): 0.2557 in igraph 1.3.5 of R, transitivity(g)."""
        assert value(nx.karate_club_graph()) == pytest.approx(0.2557, abs=5e-5)

    def test_friends_among_managers_as_sna(self):
        """sna 2.7-1 of R: gtrans(s)."""
        assert value(FRIENDS) == pytest.approx(0.461052631578947)


class TestRandom:
    def test_census_against_each_triple_networkx_and_igraph(self):
        shapes = {name: [shape(picture(name), *p) for p in permutations("abc")] for name in DRAWN}
        type_of = {one: name for name, some in shapes.items() for one in some}
        for graph in random_graphs():
            plain = nx.DiGraph(plain_of(graph))
            expected = dict.fromkeys(TYPES, 0)
            for triple in combinations(plain, 3):
                expected[type_of[shape(plain, *triple)]] += 1
            assert counts(graph) == expected == nx.triadic_census(plain)
            if len(plain) >= 3:
                found = [n or 0 for n in as_igraph(plain).triad_census()]
                assert [0 if n != n else n for n in found] == list(expected.values())

    def test_transitivity_against_all_two_steps_and_networkx(self):
        for graph in random_graphs():
            plain = plain_of(graph)
            steps = [
                (a, c)
                for a, b, c in permutations(plain, 3)
                if plain.has_edge(a, b) and plain.has_edge(b, c)
            ]
            closed = sum(plain.has_edge(a, c) for a, c in steps)
            assert value(graph) == same(closed / len(steps) if steps else math.nan)
            if not plain.is_directed():
                assert value(graph) == same(global_clustering(graph).iloc[0, 0])
                if steps:
                    assert value(graph) == same(nx.transitivity(plain))

    def test_a_larger_one_in_parts(self, monkeypatch):
        """Counted in many parts as in one, and as networkx counts."""
        graph = nx.gnm_random_graph(60, 900, seed=1, directed=True)
        whole = counts(graph)
        monkeypatch.setattr(corners, "AT_ONCE", 200)
        assert counts(graph) == whole == nx.triadic_census(graph)


def shape(graph, a, b, c):
    """Give the ties among three, in the order they are named."""
    has = graph.to_networkx().has_edge if hasattr(graph, "to_networkx") else graph.has_edge
    return tuple(has(u, v) for u, v in permutations((a, b, c), 2))


SMALL = drawn()
TURNED = {"021D": "021U", "021U": "021D", "111D": "111U", "111U": "111D", "120D": "120U",
          "120U": "120D"}  # fmt: skip


class TestProperties:
    @given(SMALL)
    @settings(max_examples=60)
    def test_triples_add_up_and_their_pairs_are_those_of_the_dyad_census(self, network):
        found, n = counts(network), len(network.actor_ids)
        assert sum(found.values()) == comb(n, 3)
        pairs = [sum(int(name[k]) * n_found for name, n_found in found.items()) for k in range(3)]
        assert pairs == [n_pairs * max(n - 2, 0) for n_pairs in dyad_census(network).iloc[0]]

    @given(SMALL)
    @settings(max_examples=60)
    def test_turning_all_ties_round_turns_down_to_up(self, network):
        turned = counts(network.to_networkx().reverse())
        assert counts(network) == {name: turned[TURNED.get(name, name)] for name in DRAWN}
        assert value(network) == same(value(network.to_networkx().reverse()))

    @given(SMALL)
    @settings(max_examples=60)
    def test_transitivity_follows_from_the_census(self, network):
        """Closed and open two steps of each type; an isolate adds none."""
        found = np.array(list(counts(network).values()))
        closed = [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 2, 1, 3, 6]
        steps = [0, 0, 0, 0, 0, 1, 1, 1, 1, 3, 2, 2, 2, 3, 4, 6]
        whole = found @ steps
        assert value(network) == same(found @ closed / whole if whole else math.nan)
        graph = network.to_networkx()
        graph.add_node("alone")
        assert value(graph) == same(value(network))
