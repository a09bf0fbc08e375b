"""Reciprocity of networks and actors, and the dyad census."""

import math
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings

from collabnet.metrics import actor_reciprocity, degree, density, dyad_census, reciprocity
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.centrality.oracles import as_igraph, near, plain_of
from metrics.drawn import drawn
from metrics.g1 import DIRECTED, UNDIRECTED, values
from metrics.krackhardt import FRIENDS
from metrics.networks import network_of, random_graphs

THREE = network_of(("1", "2", 4), ("2", "1", 1), ("1", "3", 3), directed=True)


def value(network, **options):
    return reciprocity(network, **options)["reciprocity"].item()


def census(network):
    return tuple(dyad_census(network).iloc[0])


def same(expected):
    return pytest.approx(expected, rel=1e-9, nan_ok=True)


class TestReciprocity:
    def test_g1_returns_nothing(self):
        assert value(DIRECTED) == value(DIRECTED, variant="dyadic") == 0

    def test_two_of_three_ties_and_one_of_two_pairs(self):
        assert value(THREE) == pytest.approx(2 / 3)
        assert value(THREE, variant="dyadic") == pytest.approx(1 / 2)

    def test_of_strength_what_is_returned(self):
        """One of the four comes back, and all of the one: 2 of 8."""
        assert value(THREE, weights="strength") == pytest.approx(2 / 8)

    def test_undirected_ties_are_all_returned(self):
        assert value(UNDIRECTED) == value(UNDIRECTED, variant="dyadic") == 1
        assert value(UNDIRECTED, weights="strength") == 1

    def test_empty_pairs_never_count(self):
        """Where sna's default gives 1/3 + 97 empty pairs."""
        graph = THREE.to_networkx()
        graph.add_nodes_from(range(12))
        assert value(graph) == pytest.approx(2 / 3)

    def test_friends_among_managers(self):
        """23 mutual, 56 asymmetric pairs (Wasserman and Faust 1994); sna 2.7-1 of R: grecip(s)."""
        assert value(FRIENDS) == pytest.approx(46 / 102) == pytest.approx(0.450980392156863)
        dyadic = value(FRIENDS, variant="dyadic")
        assert dyadic == pytest.approx(23 / 79) == pytest.approx(0.291139240506329)

    def test_nothing_to_return_is_undefined(self):
        nobody = network_of(actors=["a", "b"], directed=True)
        assert math.isnan(value(nobody)) and math.isnan(value(nobody, weights="strength"))
        assert math.isnan(value(network_of(("a", "b", 0), directed=True), weights="strength"))

    def test_a_negative_strength_is_named(self):
        with pytest.raises(CollabnetError) as refused:
            reciprocity(network_of(("a", "b", -1), directed=True), weights="strength")
        assert str(refused.value) == (
            "The measure reciprocity needs strengths of zero or more; the tie 'a' to 'b' has -1.0. "
            "Correct it, leave the tie out, or measure without strengths."
        )

    def test_strengths_go_by_ties_alone(self):
        with pytest.raises(AssumptionError) as refused:
            reciprocity(THREE, variant="dyadic", weights="strength")
        assert str(refused.value) == (
            "reciprocity with the weights 'strength' needs the variant 'edgewise'; got 'dyadic'. "
            "Choose that, or the weights 'unweighted'."
        )

    @pytest.mark.parametrize("measure", [reciprocity, actor_reciprocity])
    def test_a_variant_that_there_is_not(self, measure):
        with pytest.raises(AssumptionError) as refused:
            measure(THREE, variant="arcs")
        assert str(refused.value) == (
            f"{measure.__name__} needs the variant 'edgewise' or 'dyadic'; got 'arcs'."
        )


class TestActorReciprocity:
    def test_contacts_both_ways_outwards_and_inwards(self):
        assert actor_reciprocity(THREE).to_dict("list") == {
            "actor_id": ["1", "2", "3"],
            "n_mutual": [1, 1, 0],
            "n_out_only": [1, 0, 0],
            "n_in_only": [0, 0, 1],
            "reciprocity": [2 / 3, 1, 0],
        }
        dyadic = values(actor_reciprocity(THREE, variant="dyadic"), "reciprocity")
        assert dyadic == {"1": 1 / 2, "2": 1, "3": 0}

    def test_an_isolate_has_nothing_to_return(self):
        table = actor_reciprocity(network_of(("a", "b"), actors=["c"]))
        assert table["reciprocity"].tolist() == pytest.approx([1, 1, math.nan], nan_ok=True)


class TestDyadCensus:
    def test_g1(self):
        assert census(DIRECTED) == (0, 8, 20)
        assert census(UNDIRECTED) == (8, 0, 20)

    def test_friends_among_managers(self):
        """Wasserman and Faust (1994), chapter 13: M = 23, A = 56, N = 131."""
        assert census(FRIENDS) == (23, 56, 131)


class TestRandom:
    def test_against_each_pair_networkx_and_igraph(self):
        for graph in random_graphs():
            plain = plain_of(graph)
            pairs = [plain.has_edge(u, v) + plain.has_edge(v, u) for u, v in combinations(plain, 2)]
            mutual, one_way, null = (pairs.count(k) for k in (2, 1, 0))
            assert census(graph) == (mutual, one_way, null)
            n_ties = 2 * mutual + one_way
            edgewise = 2 * mutual / n_ties if n_ties else math.nan
            dyadic = mutual / (mutual + one_way) if n_ties else math.nan
            assert value(graph) == same(edgewise)
            assert value(graph, variant="dyadic") == same(dyadic)
            strong = sum(
                min(cells["strength"], plain.edges[v, u]["strength"])
                for u, v, cells in plain.edges(data=True)
                if plain.has_edge(v, u)
            )
            total = sum(strength for _, _, strength in plain.edges(data="strength"))
            expected = strong / total if total else math.nan
            assert value(graph, weights="strength") == same(expected)
            if plain.is_directed():
                assert census(graph) == tuple(as_igraph(plain).dyad_census())
                assert value(graph) == same(as_igraph(plain).reciprocity())
                found = as_igraph(plain).reciprocity(mode="ratio")
                assert value(graph, variant="dyadic") == same(found)
                if n_ties:
                    assert value(graph) == same(nx.overall_reciprocity(plain))

    def test_each_actor_against_its_contacts_and_networkx(self):
        for graph in random_graphs():
            plain = plain_of(graph)
            for actor, mutual, out, into, share in actor_reciprocity(graph).itertuples(index=False):
                to, back = {*plain[actor]}, {u for u in plain if actor in plain[u]}
                assert (mutual, out, into) == tuple(map(len, (to & back, to - back, back - to)))
                n_ties = len(to) + len(back)
                assert share == same(2 * len(to & back) / n_ties if n_ties else math.nan)
            dyadic = actor_reciprocity(graph, variant="dyadic")
            contacts = dyadic[["n_mutual", "n_out_only", "n_in_only"]].sum(axis=1)
            shares = dyadic["n_mutual"] / contacts.where(contacts > 0)
            assert dyadic["reciprocity"].tolist() == near(shares)
            if plain.is_directed() and not nx.number_of_isolates(plain):
                found = nx.reciprocity(plain, plain)
                shares = actor_reciprocity(graph)["reciprocity"].tolist()
                assert shares == near(found[actor] for actor in graph)


SMALL = drawn()


class TestProperties:
    @given(SMALL)
    @settings(max_examples=60)
    def test_pairs_and_ties_add_up(self, network):
        mutual, one_way, null = census(network)
        n = len(network.actor_ids)
        assert mutual + one_way + null == n * (n - 1) // 2
        assert 2 * mutual + one_way == density(network)["n_ties"].item()

    @given(SMALL)
    @settings(max_examples=60)
    def test_actors_add_up_to_pairs_and_to_degrees(self, network):
        table, (mutual, one_way, _) = actor_reciprocity(network), census(network)
        assert table["n_mutual"].sum() == 2 * mutual
        assert table["n_out_only"].sum() == table["n_in_only"].sum() == one_way
        out = table["n_mutual"] + table["n_out_only"]
        assert out.tolist() == degree(network)["out_degree"].tolist()

    @given(SMALL)
    @settings(max_examples=60)
    def test_turning_all_ties_round_changes_nothing_but_out_and_in(self, network):
        turned = network.to_networkx().reverse()
        assert census(turned) == census(network)
        assert value(turned) == same(value(network))
        one, other = actor_reciprocity(network), actor_reciprocity(turned)
        assert one["n_out_only"].tolist() == other["n_in_only"].tolist()

    @given(SMALL)
    @settings(max_examples=60)
    def test_the_dyadic_share_is_never_the_larger(self, network):
        edgewise, dyadic = value(network), value(network, variant="dyadic")
        assert math.isnan(edgewise) or 0 <= dyadic <= edgewise <= 1

    @given(SMALL, SMALL)
    @settings(max_examples=40)
    def test_two_networks_apart_add_up(self, one, other):
        both = census(nx.disjoint_union(one.to_networkx(), other.to_networkx()))
        assert both[:2] == tuple(map(sum, zip(census(one)[:2], census(other)[:2], strict=True)))
