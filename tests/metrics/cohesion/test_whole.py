"""Density, connectedness, Krackhardt's efficiency and hierarchy."""

import math
from itertools import combinations, product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from collabnet.metrics import (
    connectedness,
    density,
    krackhardt_efficiency,
    krackhardt_hierarchy,
)
from collabnet.metrics.cohesion import whole
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.cohesion.oracles import parts_of, plain_of, reached
from metrics.drawn import drawn
from metrics.g1 import DIRECTED, UNDIRECTED
from metrics.krackhardt import FRIENDS
from metrics.networks import network_of, random_graphs

TREE = network_of(("head", "a"), ("head", "b"), ("b", "c"), ("b", "d"), directed=True)
RING = network_of(("a", "b"), ("b", "c"), ("c", "a"), directed=True)


def value(measure, network, **options):
    """Give the value of a network; the column is named like the measure."""
    return measure(network, **options)[measure.__name__].item()


def same(expected):
    return pytest.approx(expected, rel=1e-9, abs=1e-12, nan_ok=True)


class TestDensity:
    def test_g1(self):
        assert value(density, UNDIRECTED) == pytest.approx(0.2857, abs=5e-5)
        assert value(density, DIRECTED) == pytest.approx(0.1429, abs=5e-5)

    def test_it_says_how_many_there_are(self):
        assert density(UNDIRECTED).iloc[0].to_dict() == {
            "n_actors": 8, "n_ties": 8, "density": 8 / 28,
        }  # fmt: skip

    def test_strengths_in_place_of_ties(self):
        """25 referrals over 56 ordered pairs; undirected over 28."""
        assert value(density, DIRECTED, weights="strength") == pytest.approx(25 / 56)
        assert value(density, UNDIRECTED, weights="strength") == pytest.approx(25 / 28)

    def test_friends_among_managers(self):
        """102 of 420 ties, 0.243 (Wasserman and Faust 1994)."""
        assert value(density, FRIENDS) == pytest.approx(0.243, abs=5e-4)

    def test_a_strength_that_is_no_number_is_named(self):
        odd = network_of(("a", "b", float("nan")))
        assert value(density, odd) == 1
        with pytest.raises(CollabnetError) as refused:
            density(odd, weights="strength")
        assert str(refused.value) == (
            "The measure density needs a number on each tie; the tie 'a' to 'b' has none. Correct "
            "it, leave the tie out, or measure without strengths."
        )

    def test_weights_that_there_are_not(self):
        with pytest.raises(AssumptionError) as refused:
            density(UNDIRECTED, weights="cost")
        assert str(refused.value) == (
            "density needs the weights 'unweighted' or 'strength'; got 'cost'."
        )


class TestConnectedness:
    def test_g1_is_in_one_piece(self):
        assert value(connectedness, UNDIRECTED) == value(connectedness, DIRECTED) == 1

    def test_two_pairs_apart(self):
        assert value(connectedness, network_of(("a", "b"), ("c", "d"))) == pytest.approx(2 / 6)


class TestEfficiency:
    def test_g1(self):
        assert value(krackhardt_efficiency, DIRECTED) == pytest.approx(0.9796, abs=5e-5)

    def test_a_tree_has_no_tie_too_many(self):
        assert value(krackhardt_efficiency, TREE) == 1
        assert value(krackhardt_efficiency, TREE, direction="ignored") == 1

    def test_every_possible_tie_is_zero(self):
        for kind in (nx.Graph(), nx.DiGraph()):
            assert value(krackhardt_efficiency, nx.complete_graph(5, kind)) == 0

    def test_pairs_count_once_with_direction_ignored(self):
        """Three pairs among three actors, four ties: one pair too many of one, two ties of four."""
        both = network_of(("a", "b"), ("b", "a"), ("b", "c"), ("a", "c"), directed=True)
        assert value(krackhardt_efficiency, both) == pytest.approx(1 - 2 / 4)
        assert value(krackhardt_efficiency, both, direction="ignored") == 0

    def test_friends_among_managers_as_sna(self):
        """sna 2.7-1 of R: efficiency(s)."""
        assert value(krackhardt_efficiency, FRIENDS) == pytest.approx(0.795)

    def test_no_room_for_a_further_tie_is_undefined(self):
        pair = network_of(("a", "b"))
        assert math.isnan(value(krackhardt_efficiency, pair))
        assert value(krackhardt_efficiency, network_of(("a", "b"), directed=True)) == 1


class TestHierarchy:
    def test_g1_a_tree_and_a_ring(self):
        found = [value(krackhardt_hierarchy, one) for one in (DIRECTED, TREE, RING, UNDIRECTED)]
        assert found == [1, 1, 0, 0]

    def test_an_office_in_which_one_way_leads_back(self):
        """head <-> deputy -> clerk: of three pairs one reaches back."""
        office = network_of(("head", "deputy"), ("deputy", "head"), ("deputy", "clerk"),
                            directed=True)  # fmt: skip
        assert value(krackhardt_hierarchy, office) == pytest.approx(2 / 3)

    def test_friends_among_managers_as_sna(self):
        """sna 2.7-1 of R: hierarchy(s, measure='krackhardt'). 19 of 21 reach each other."""
        assert value(krackhardt_hierarchy, FRIENDS) == pytest.approx(0.181818181818182, abs=1e-14)
        assert value(krackhardt_hierarchy, FRIENDS) == pytest.approx(38 / (38 + 19 * 18 / 2))

    def test_counted_in_several_parts(self, monkeypatch):
        monkeypatch.setattr(whole, "AT_ONCE", 4)
        assert value(krackhardt_hierarchy, FRIENDS) == pytest.approx(2 / 11)


class TestRandom:
    def test_against_the_definitions_and_networkx(self):
        for graph in random_graphs():
            plain, pairs = plain_of(graph), plain_of(graph, directed=False)
            n, ways = len(plain), 1 if plain.is_directed() else 2
            room = n * (n - 1) / ways
            m = sum(1 for u, v in product(plain, plain) if plain.has_edge(u, v)) / ways
            total = sum(plain.edges[u, v]["strength"] for u, v in plain.edges)
            assert value(density, graph) == same(m / room if room else np.nan)
            assert value(density, graph) == same(nx.density(plain) if n > 1 else np.nan)
            strong = value(density, graph, weights="strength")
            assert strong == same(total / room if room else np.nan)

            joined = reached(pairs)
            share = len(joined) / (n * (n - 1)) if n > 1 else np.nan
            assert value(connectedness, graph) == same(share)
            sizes = [len(part) for part in parts_of(pairs, joined)]
            assert value(krackhardt_efficiency, graph) == same(efficiency(m, sizes, ways))
            ignored = efficiency(pairs.number_of_edges(), sizes, 2)
            assert value(krackhardt_efficiency, graph, direction="ignored") == same(ignored)
            assert value(krackhardt_hierarchy, graph) == same(hierarchy(plain))


def efficiency(m, sizes, ways):
    """As Krackhardt writes it: violations over the most there can be."""
    needed = sum(size - 1 for size in sizes)
    most = sum(size * (size - 1) / ways - (size - 1) for size in sizes)
    return 1 - (m - needed) / most if most else np.nan


def hierarchy(plain):
    found = reached(plain)
    pairs = [((u, v) in found, (v, u) in found) for u, v in combinations(plain, 2)]
    some = [pair for pair in pairs if any(pair)]
    return sum(not all(pair) for pair in some) / len(some) if some else np.nan


SMALL = drawn(least=2)
MEASURES = (density, connectedness, krackhardt_efficiency, krackhardt_hierarchy)


class TestProperties:
    @given(SMALL)
    @settings(max_examples=50)
    def test_from_zero_to_one(self, network):
        for measure in MEASURES:
            found = value(measure, network)
            assert math.isnan(found) or 0 <= found <= 1

    @given(SMALL)
    @settings(max_examples=50)
    def test_turning_all_ties_round_changes_nothing(self, network):
        turned = network.to_networkx().reverse()
        for measure in MEASURES:
            assert value(measure, network) == same(value(measure, turned))

    @given(SMALL)
    @settings(max_examples=50)
    def test_an_isolate_changes_neither_efficiency_nor_hierarchy_and_dilutes_the_rest(
        self, network
    ):
        graph = network.to_networkx()
        graph.add_node("alone")
        n = len(network.actor_ids)
        for measure in MEASURES:
            by = (n - 1) / (n + 1) if measure in (density, connectedness) else 1
            assert value(measure, graph) == same(value(measure, network) * by)

    @given(SMALL, SMALL)
    @settings(max_examples=50)
    def test_the_ties_of_two_networks_add_up(self, one, other):
        both = nx.disjoint_union(one.to_networkx(), other.to_networkx())
        n_ties = [density(network)["n_ties"].item() for network in (one, other, both)]
        assert n_ties[0] + n_ties[1] == n_ties[2]


def test_the_options_are_said_with_the_result():
    found = krackhardt_efficiency(DIRECTED, direction="ignored")
    assert found.attrs["settings"] == {"direction": "ignored"}
    assert density(Network.from_pairs([("a", "b")])).attrs["settings"] == {"weights": "unweighted"}
