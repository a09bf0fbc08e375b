"""Constraint, effective size, efficiency and hierarchy of Burt, by hand and from print."""

from math import log

import networkx as nx
import numpy as np
import pytest

from collabnet.metrics import burt_efficiency, burt_hierarchy, constraint, effective_size
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, CollabnetError, EmptyNetworkError
from metrics.g1 import DIRECTED, UNDIRECTED, values
from metrics.networks import network_of

LEAVES = ("O2", "O3", "D2", "S1")
TRIANGLE = network_of(("a", "b"), ("b", "c"), ("c", "a"))
PENDANT = network_of(("ego", "a"), ("ego", "b"), ("ego", "c"), ("a", "b"))
BURT = network_of(*["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"])
"""The network that Borgatti (1997), Connections 20, 35-38, takes from Burt (1992), page 56."""
BOTH_WAYS = network_of(
    ("a", "b"), ("c", "b"), ("a", "c"), ("c", "a"), ("d", "a"), ("e", "d"), directed=True
)
STRENGTHS = network_of(
    ("a", "b", 3), ("b", "a", 1), ("a", "c", 2), ("c", "d", 5), ("d", "a", 0.5), ("b", "d", 4),
    ("e", "a", 2), directed=True,
)  # fmt: skip
EVERY = (constraint, effective_size, burt_efficiency, burt_hierarchy)
approx = pytest.approx


class TestConstraint:
    @pytest.mark.parametrize("network", [UNDIRECTED, DIRECTED])
    def test_of_the_sample_network(self, network):
        found = values(constraint(network), "constraint")
        assert found == {
            **dict.fromkeys(("I1", "A1"), 0.25),
            **dict.fromkeys(("O1", "D1"), 0.5),
            **dict.fromkeys(LEAVES, 1.0),
        }

    def test_contacts_that_know_each_other_constrain_more(self):
        found = values(constraint(PENDANT), "constraint")
        assert found == approx(
            {"ego": 11 / 18, "a": 145 / 144, "b": 145 / 144, "c": 1.0}, abs=1e-15
        )
        assert {actor: round(one, 4) for actor, one in found.items()} == {
            "ego": 0.6111, "a": 1.0069, "b": 1.0069, "c": 1.0,
        }  # fmt: skip

    def test_it_can_exceed_1(self):
        assert constraint(TRIANGLE)["constraint"].tolist() == [1.125] * 3

    def test_without_strengths_nothing_exceeds_1_125(self):
        """In any undirected network of up to 7 actors."""
        graphs = nx.graph_atlas_g()[1:]
        most = max(constraint(graph)["constraint"].max() for graph in graphs if graph.size())
        assert most == 1.125

    def test_with_strengths_it_comes_near_2(self):
        found = constraint(network_of(("a", "b"), ("a", "c"), ("b", "c", 1e6)), weights="strength")
        assert 1.99 < found["constraint"].max() < 2

    def test_an_actor_with_incoming_ties_alone_has_a_value(self):
        found = values(constraint(network_of(("a", "b"), ("c", "b"), directed=True)), "constraint")
        assert found == {"a": 1.0, "b": 0.5, "c": 1.0}

    def test_of_an_isolate_is_undefined(self):
        found = values(constraint(network_of(("a", "b"), actors=["z"])), "constraint")
        assert np.isnan(found.pop("z"))
        assert found == {"a": 1.0, "b": 1.0}

    def test_ties_both_ways_are_added(self):
        """As igraph 1.3.5 in R prints it."""
        found = constraint(BOTH_WAYS)["constraint"].tolist()
        assert found == approx([0.6267361, 1.2569444, 0.9444444, 0.5, 1.0], abs=5e-8)

    def test_strengths_as_igraph_takes_them(self):
        """As igraph 1.3.5 in R prints it, with the strengths as weights."""
        found = constraint(STRENGTHS, weights="strength")["constraint"].tolist()
        assert found == approx(
            [0.585246906323227, 0.557285126858304, 0.639024389289690, 0.659963447657049, 1.0]
        )
        for network in (UNDIRECTED, DIRECTED):
            counts = values(constraint(network, weights="strength"), "constraint")
            assert {actor: counts[actor] for actor in ("O1", "I1", "D1", "A1")} == approx(
                {"O1": 0.625, "I1": 13 / 45, "D1": 29 / 49, "A1": 39 / 121}
            )

    def test_in_the_karate_club(self):
        """As igraph 1.3.5 in R prints it."""
        found = constraint(nx.karate_club_graph())["constraint"]
        assert found[[0, 1, 2, 11, 16, 33]].tolist() == approx(
            [0.1554232976, 0.2795351080, 0.1851766397, 1.0, 0.78125, 0.1564186851], abs=5e-11
        )

    def test_within_the_network_of_ego_further_ties_of_contacts_are_none(self):
        """The network of a is a triangle; that of ego is the whole."""
        found = values(constraint(PENDANT, variant="ego network"), "constraint")
        assert found == approx({"ego": 11 / 18, "a": 1.125, "b": 1.125, "c": 1.0}, abs=1e-15)

    def test_ties_of_strength_0_are_none(self):
        zero = network_of(("a", "b", 2), ("a", "c", 0), ("d", "e", 0))
        found = values(constraint(zero, weights="strength"), "constraint")
        assert {actor: one for actor, one in found.items() if one == one} == {"a": 1.0, "b": 1.0}


class TestEffectiveSize:
    def test_of_the_sample_network(self):
        assert values(effective_size(UNDIRECTED), "effective_size") == {
            **dict.fromkeys(("I1", "A1"), 4.0),
            **dict.fromkeys(("O1", "D1"), 2.0),
            **dict.fromkeys(LEAVES, 1.0),
        }

    def test_what_contacts_have_in_common_is_left_out(self):
        found = values(effective_size(PENDANT), "effective_size")
        assert found == approx({"ego": 7 / 3, "a": 1.0, "b": 1.0, "c": 1.0}, abs=1e-15)

    def test_as_borgatti_prints_it(self):
        """Borgatti (1997): the effective size of G is 4.67 and its efficiency 0.78."""
        found = values(effective_size(BURT), "effective_size")
        assert {actor: round(found[actor], 2) for actor in "AGC"} == {"A": 2.5, "G": 4.67, "C": 1.0}
        assert round(values(burt_efficiency(BURT), "burt_efficiency")["G"], 2) == 0.78

    def test_without_direction_and_strength_it_is_borgattis_formula(self):
        """The number of contacts, less twice the ties among them over that number."""
        graph = nx.karate_club_graph()
        found = effective_size(graph)["effective_size"]
        for actor, one in zip(graph, found, strict=True):
            inside = graph.subgraph(graph[actor])
            assert one == approx(len(inside) - 2 * inside.size() / len(inside), rel=1e-12)

    def test_of_directed_networks_keeps_fractions(self):
        """By hand: for a, contact b shares c (1/2 of a's ties), contact c shares b (1/4, halved).

        networkx 3.6.1 for all actors at once gives 2.5 for a, and one by one NaN for b.
        """
        found = values(effective_size(BOTH_WAYS), "effective_size")
        assert found == approx({"a": 3 - 0.5 - 0.125, "b": 1.0, "c": 7 / 6, "d": 2.0, "e": 1.0})

    def test_of_strengths_by_hand(self):
        """Contacts b (2) and c (1) of a; their tie of 1 is half b's strongest, all of c's."""
        network = network_of(("a", "b", 2), ("a", "c", 1), ("b", "c", 1))
        found = values(effective_size(network, weights="strength"), "effective_size")
        assert found["a"] == approx(2 - 1 / 3 * 1 / 2 - 2 / 3 * 1)

    def test_within_the_network_of_ego_strongest_ties_elsewhere_are_none(self):
        network = network_of(("a", "b", 2), ("a", "c", 1), ("b", "c", 1), ("b", "d", 4))
        whole = effective_size(network, weights="strength")
        alone = effective_size(network, weights="strength", variant="ego network")
        assert values(whole, "effective_size")["a"] == approx(2 - 1 / 3 * 1 / 4 - 2 / 3)
        assert values(alone, "effective_size")["a"] == approx(2 - 1 / 3 * 1 / 2 - 2 / 3)


class TestHierarchy:
    def test_contacts_that_constrain_alike_give_0(self):
        assert burt_hierarchy(TRIANGLE)["burt_hierarchy"].tolist() == [0.0] * 3

    def test_by_hand(self):
        """On ego, a and b each weigh (1/3 + 1/6)^2, c weighs 1/9."""
        part = np.array([1 / 4, 1 / 4, 1 / 9])
        x = part / part.mean()
        found = values(burt_hierarchy(PENDANT), "burt_hierarchy")["ego"]
        assert found == approx(float((x * np.log(x)).sum()) / (3 * log(3)))

    def test_one_strong_contact_gives_nearly_1(self):
        network = network_of(("a", "b", 1e9), ("a", "c", 1))
        found = values(burt_hierarchy(network, weights="strength"), "burt_hierarchy")
        assert found["a"] == approx(1.0)
        assert np.isnan(found["b"])


class TestRefusals:
    @pytest.mark.parametrize("measure", EVERY)
    def test_no_actors(self, measure):
        with pytest.raises(EmptyNetworkError) as refused:
            measure(nx.Graph())
        assert str(refused.value) == (
            f"{measure.__name__} needs at least one actor; the network has none. Check what it was "
            "built from."
        )

    @pytest.mark.parametrize("measure", EVERY)
    def test_options_that_do_not_exist(self, measure):
        name = measure.__name__
        with pytest.raises(AssumptionError) as refused:
            measure(TRIANGLE, weights="heavy")
        assert str(refused.value) == (
            f"{name} needs the weights 'unweighted' or 'strength'; got 'heavy'."
        )
        with pytest.raises(AssumptionError) as refused:
            measure(TRIANGLE, variant="mine")
        assert str(refused.value) == (
            f"{name} needs the variant 'whole network' or 'ego network'; got 'mine'."
        )

    @pytest.mark.parametrize("measure", EVERY)
    def test_strengths_below_zero(self, measure):
        with pytest.raises(CollabnetError) as refused:
            measure(network_of(("a", "b", 1), ("b", "c", -2)), weights="strength")
        assert str(refused.value) == (
            f"The measure {measure.__name__} needs strengths of zero or more; the tie 'b' to 'c' "
            "has -2.0. Correct it, leave the tie out, or measure without strengths."
        )

    def test_strengths_that_are_no_numbers(self):
        with pytest.raises(CollabnetError) as refused:
            constraint(Network.from_pairs([("a", "b", "often")]), weights="strength")
        assert str(refused.value).startswith(
            "The measure constraint needs a number on each tie; the tie 'a' to 'b' has none."
        )

    def test_settings_stand_with_the_table(self):
        table = constraint(TRIANGLE, weights="strength", variant="ego network")
        assert table.attrs["settings"] == {"weights": "strength", "variant": "ego network"}
