"""Degree and strength, by hand on small networks and against networkx."""

import networkx as nx
import numpy as np
import pytest

from collabnet.metrics import degree, strength
from collabnet.model import Network
from collabnet.model.errors import CollabnetError
from metrics.centrality.oracles import near, plain_of
from metrics.g1 import DIRECTED, UNDIRECTED, nonzero, values
from metrics.networks import random_graphs

ALONE = Network([("clinic", {})], [], is_directed=False)


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

    def test_normalised_by_the_ties_there_could_be(self):
        assert values(degree(UNDIRECTED, normalised=True), "degree")["I1"] == 4 / 7
        table = degree(DIRECTED, normalised=True)
        assert values(table, "in_degree")["I1"] == 4 / 7
        assert values(table, "out_degree")["D1"] == 2 / 7
        assert values(table, "degree")["I1"] == 4 / 14

    def test_one_actor_has_no_ties_there_could_be(self):
        assert np.isnan(degree(ALONE, normalised=True)["degree"].item())

    def test_as_networkx_on_random_networks(self):
        for graph in random_graphs():
            plain, table = plain_of(graph), degree(graph)
            assert table["degree"].tolist() == [d for _, d in plain.degree]
            if plain.is_directed():
                assert table["out_degree"].tolist() == [d for _, d in plain.out_degree]
                assert table["in_degree"].tolist() == [d for _, d in plain.in_degree]
            if len(plain) > 1:
                share = np.array(list(nx.degree_centrality(plain).values()))
                both = 2 if plain.is_directed() else 1
                assert degree(graph, normalised=True)["degree"].tolist() == near(share / both)


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

    def test_normalised_by_ties_to_everybody_as_strong_as_the_strongest(self):
        table = strength(DIRECTED, normalised=True)
        assert values(table, "in_strength")["I1"] == 15 / (7 * 6)
        assert values(table, "strength")["O1"] == 8 / (2 * 7 * 6)
        assert strength(ALONE, normalised=True)["strength"].isna().all()

    @pytest.mark.parametrize("value", ["strong", None, float("nan"), float("inf")])
    def test_a_tie_without_a_number_is_refused_by_name(self, value):
        graph = nx.DiGraph([("court", "program", {"strength": value})])
        with pytest.raises(CollabnetError) as refused:
            strength(graph)
        assert str(refused.value) == (
            "The measure strength needs a number on each tie; the tie 'court' to 'program' has "
            "none. Correct it, leave the tie out, or measure without strengths."
        )

    def test_as_networkx_on_random_networks(self):
        for graph in random_graphs():
            plain, table = plain_of(graph), strength(graph)
            assert table["strength"].tolist() == near(d for _, d in plain.degree(weight="strength"))
            if plain.is_directed():
                into = [d for _, d in plain.in_degree(weight="strength")]
                assert table["in_strength"].tolist() == near(into)
                out = [d for _, d in plain.out_degree(weight="strength")]
                assert table["out_strength"].tolist() == near(out)
