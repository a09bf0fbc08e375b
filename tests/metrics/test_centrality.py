"""Degree, strength, betweenness and harmonic closeness, by hand on small networks."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from collabnet.metrics import betweenness, degree, harmonic, strength
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, CollabnetError, EmptyNetworkError
from metrics.g1 import DIRECTED, UNDIRECTED, nonzero, values

EMPTY = Network([], [], is_directed=False)
ALONE = Network([("clinic", {})], [], is_directed=False)
TWO = Network.from_pairs([("clinic", "outreach")])


class TestDegree:
    def test_undirected_ties_count_once_for_each_end(self):
        found = values(degree(UNDIRECTED), "degree")
        assert found == {"A1": 4, "D1": 2, "D2": 1, "I1": 4, "O1": 2, "O2": 1, "O3": 1, "S1": 1}

    def test_directed_ties_are_counted_out_and_in_apart(self):
        table = degree(DIRECTED)
        assert list(table.columns) == ["actor_id", "out_degree", "in_degree", "degree"]
        assert nonzero(table, "in_degree") == {"I1": 4, "A1": 3, "O1": 1}
        assert nonzero(table, "out_degree") == {
            "A1": 1,
            "D1": 2,
            "D2": 1,
            "O1": 1,
            "O2": 1,
            "O3": 1,
            "S1": 1,
        }
        assert values(table, "degree") == values(degree(UNDIRECTED), "degree")

    def test_both_directions_are_two_ties(self):
        both = Network.from_pairs([("a", "b"), ("b", "a")], is_directed=True)
        assert values(degree(both), "degree") == {"a": 2, "b": 2}

    def test_parallel_ties_count_once_and_self_ties_not_at_all(self):
        network = Network.from_pairs([("a", "b", 2), ("b", "a", 3), ("a", "a", 9)])
        assert values(degree(network), "degree") == {"a": 1, "b": 1}
        assert network.notices == ("1 self-tie is kept out of measures.",)

    def test_isolates_have_zero_and_are_rows(self):
        assert values(degree(ALONE), "degree") == {"clinic": 0}

    def test_strengths_that_are_no_numbers_do_not_matter(self):
        graph = nx.Graph([("a", "b", {"strength": "strong"})])
        assert values(degree(graph), "degree") == {"a": 1, "b": 1}


class TestStrength:
    def test_g1(self):
        table = strength(DIRECTED)
        assert nonzero(table, "in_strength") == {"I1": 15.0, "A1": 8.0, "O1": 2.0}
        assert nonzero(table, "out_strength") == {
            "A1": 3.0,
            "D1": 7.0,
            "D2": 1.0,
            "O1": 6.0,
            "O2": 4.0,
            "O3": 2.0,
            "S1": 2.0,
        }
        assert values(strength(UNDIRECTED), "strength")["A1"] == 11.0

    def test_parallel_ties_are_added_and_self_ties_left_out(self):
        network = Network.from_pairs([("a", "b", 2), ("b", "a", 3), ("a", "a", 9)])
        assert values(strength(network), "strength") == {"a": 5.0, "b": 5.0}

    def test_a_weight_serves_where_no_strength_is_given_and_else_each_tie_is_one(self):
        graph = nx.Graph()
        graph.add_edge("a", "b", weight=2.5)
        graph.add_edge("b", "c")
        assert values(strength(graph), "strength") == {"a": 2.5, "b": 3.5, "c": 1.0}

    @pytest.mark.parametrize("value", ["strong", None, float("nan"), float("inf")])
    def test_a_tie_without_a_number_is_refused_by_name(self, value):
        graph = nx.DiGraph([("court", "program", {"strength": value})])
        with pytest.raises(CollabnetError) as refused:
            strength(graph)
        assert str(refused.value) == (
            "The measure strength needs a number on each tie; the tie 'court' to 'program' has "
            "none. Correct it, leave the tie out, or measure degree."
        )


class TestBetweenness:
    def test_g1_undirected(self):
        raw = betweenness(UNDIRECTED)
        assert nonzero(raw, "betweenness") == {"I1": 12.5, "A1": 12.5, "O1": 1.5, "D1": 1.5}

    def test_g1_normalised_by_the_pairs_of_others(self):
        found = values(betweenness(UNDIRECTED, normalised=True), "betweenness")
        assert found["I1"] == found["A1"] == pytest.approx(12.5 / 21)
        assert round(found["I1"], 4) == 0.5952

    def test_g1_directed_the_only_receiver_stands_on_no_way_between_others(self):
        raw = values(betweenness(DIRECTED), "betweenness")
        assert (raw["A1"], raw["O1"], raw["I1"]) == (2.5, 0.5, 0)

    def test_directed_pairs_are_twice_as_many(self):
        found = values(betweenness(DIRECTED, normalised=True), "betweenness")
        assert found["A1"] == pytest.approx(2.5 / 42)

    def test_g1_weighted_stronger_is_closer(self):
        found = betweenness(UNDIRECTED, cost="1/strength")
        assert nonzero(found, "betweenness") == {"I1": 14.0, "A1": 14.0}

    def test_strength_is_not_taken_for_cost(self):
        """Misread as cost it would be I1 11, A1 12.5, D1 3, O1 1.5."""
        turned = Network.from_pairs([(u, v, 1 / n) for u, v, n in _triples()])
        found = betweenness(turned, cost="1/strength")
        wrong = {"I1": 11.0, "A1": 12.5, "D1": 3.0, "O1": 1.5}
        assert nonzero(found, "betweenness") == wrong
        assert nonzero(betweenness(UNDIRECTED, cost="1/strength"), "betweenness") != wrong

    def test_parallel_ties_are_added_before_the_cost_is_taken(self):
        """Two ties of strength 1 from a to c make a step as short as the way over b."""
        ties = [("a", "b", 4), ("b", "c", 4), ("a", "c", 1), ("c", "a", 1)]
        found = betweenness(Network.from_pairs(ties), cost="1/strength")
        assert nonzero(found, "betweenness") == {"b": 0.5}

    def test_tied_sums_of_fractions_are_told_exactly(self):
        """As floats 0.1 + 0.2 is more than 0.3, and one of two equal ways would be lost."""
        ties = [("a", "b", 1 / 0.1), ("b", "d", 1 / 0.2), ("a", "c", 1 / 0.2), ("c", "d", 1 / 0.1)]
        ties.append(("a", "d", 1 / 0.3))
        found = betweenness(Network.from_pairs(ties), cost="1/strength")
        assert nonzero(found, "betweenness") == pytest.approx(
            {"a": 1 / 2, "b": 1 / 3, "c": 1 / 3, "d": 1 / 2}
        )

    def test_a_very_small_strength_is_a_long_step(self):
        ties = [("a", "b", 1e-12), ("b", "c", 1e-12), ("a", "c", 1e-13)]
        found = betweenness(Network.from_pairs(ties), cost="1/strength")
        assert nonzero(found, "betweenness") == {"b": 1.0}

    @pytest.mark.parametrize("network", [ALONE, TWO], ids=["one", "two"])
    def test_without_pairs_of_others_normalised_is_undefined(self, network):
        assert set(betweenness(network)["betweenness"]) == {0.0}
        assert betweenness(network, normalised=True)["betweenness"].isna().all()

    @pytest.mark.parametrize("value", [0, -2, float("inf"), float("nan")])
    def test_a_cost_that_is_none_is_refused_by_name(self, value):
        network = Network.from_pairs([("a", "b", 1), ("court", "program", value)])
        with pytest.raises(CollabnetError) as refused:
            betweenness(network, cost="1/strength")
        assert str(refused.value) == (
            "A cost of 1/strength needs strengths above zero; the tie 'court' to 'program' has "
            f"{float(value)}. Correct it, leave the tie out, or use the cost 'unweighted'."
        )

    def test_another_cost_is_refused(self):
        with pytest.raises(AssumptionError) as refused:
            betweenness(TWO, cost="strength")
        assert str(refused.value) == (
            "betweenness needs the cost 'unweighted' or '1/strength'; got 'strength'."
        )


class TestHarmonic:
    def test_g1(self):
        found = values(harmonic(UNDIRECTED), "harmonic")
        rounded = {actor: round(value, 4) for actor, value in found.items()}
        assert (rounded["I1"], rounded["O1"], rounded["O2"]) == (0.7857, 0.5952, 0.5)

    def test_who_is_out_of_reach_adds_nothing(self):
        apart = Network.from_pairs([("a", "b"), ("c", "d")])
        assert set(harmonic(apart)["harmonic"]) == {1 / 3}

    def test_along_the_ties_from_the_actor_outwards(self):
        chain = Network.from_pairs([("a", "b"), ("b", "c")], is_directed=True)
        assert values(harmonic(chain), "harmonic") == {"a": 0.75, "b": 0.5, "c": 0}

    def test_one_actor_has_nobody_to_be_near(self):
        assert np.isnan(harmonic(ALONE)["harmonic"].item())


@pytest.mark.parametrize("measure", [degree, strength, betweenness, harmonic])
class TestEveryMeasure:
    def test_no_actors_is_an_error_that_names_the_measure(self, measure):
        with pytest.raises(EmptyNetworkError) as refused:
            measure(EMPTY)
        assert str(refused.value) == (
            f"{measure.__name__} needs at least one actor; the network has none. Check what it "
            "was built from."
        )

    def test_rows_follow_the_networks_order(self, measure):
        network = Network([("z", {}), ("a", {}), (7, {})], [("z", 7, 0, {})], is_directed=False)
        assert list(measure(network)["actor_id"]) == ["z", "a", 7]

    def test_a_networkx_graph_serves_as_well(self, measure):
        pd.testing.assert_frame_equal(measure(UNDIRECTED.to_networkx()), measure(UNDIRECTED))
        pd.testing.assert_frame_equal(measure(DIRECTED.to_networkx()), measure(DIRECTED))


def _triples():
    ties = UNDIRECTED.ties
    return zip(ties["from_id"], ties["to_id"], ties["strength"], strict=True)
