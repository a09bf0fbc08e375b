"""Structural equivalence and positions: the definition, sna in R, and clustering by hand."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabnet.metrics import equivalent_positions, structural_equivalence
from collabnet.metrics.positions import equivalence
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.g1 import DIRECTED, UNDIRECTED, values
from metrics.networks import network_of, random_graphs
from metrics.positions import by_definition

STAR = network_of(("hub", "a"), ("hub", "b"), ("hub", "c"))
COLUMNS = ("correlation", "distance")
R_POSITIONS = {
    frozenset({"D2", "O2", "O3", "S1"}),
    frozenset({"A1", "D1"}),
    frozenset({"I1"}),
    frozenset({"O1"}),
}


def pair(network, one, other, column, **options):
    table = structural_equivalence(network, **options)
    row = table[table["from_id"].isin((one, other)) & table["to_id"].isin((one, other))]
    return row[column].item()


class TestSna:
    """sna 2.7-1 (R 4.2.2): sedist(m, method = "correlation") and "euclidean"."""

    def test_g1_undirected(self):
        found = [
            pair(UNDIRECTED, *ends, column)
            for ends in (("O1", "D1"), ("I1", "A1"))
            for column in COLUMNS
        ]
        assert found == pytest.approx([-0.2, 2, -1, 3.4641016151])

    def test_g1_directed_with_strengths(self):
        found = [
            pair(DIRECTED, *ends, column, weights="strength")
            for ends in (("O1", "D1"), ("I1", "A1"))
            for column in COLUMNS
        ]
        assert found == pytest.approx([-0.0909090909, 7.8102496759, -0.2428333976, 9.2736184955])


class TestByHand:
    def test_same_ties_to_the_same_others(self):
        assert pair(STAR, "a", "b", "distance") == 0
        assert pair(STAR, "a", "b", "correlation") == pytest.approx(1)

    def test_what_the_two_have_to_do_with_each_other_is_left_out(self):
        """In a triangle with a fourth, tied to one: the two others are equivalent."""
        network = network_of(("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"))
        assert pair(network, "a", "b", "distance") == 0

    def test_each_other_counts_twice_once_for_each_direction(self):
        network = network_of(("a", "c"), ("b", "d"))
        assert pair(network, "a", "b", "distance") == 2
        directed = network_of(("a", "c"), ("b", "d"), directed=True)
        assert pair(directed, "a", "b", "distance") == pytest.approx(np.sqrt(2))

    def test_isolates_are_equivalent_but_correlate_with_nobody(self):
        network = network_of(("a", "b"), actors=["c", "d"])
        assert pair(network, "c", "d", "distance") == 0
        assert np.isnan(pair(network, "c", "d", "correlation"))
        assert np.isnan(pair(network, "a", "c", "correlation"))

    def test_two_actors_alone_have_no_others(self):
        table = structural_equivalence(network_of(("a", "b")))
        assert table[["correlation", "distance"]].isna().all(axis=None)

    def test_strengths_in_proportion_correlate_perfectly(self):
        network = network_of(("a", "c", 1), ("a", "d", 2), ("b", "c", 10), ("b", "d", 20))
        assert pair(network, "a", "b", "correlation", weights="strength") == pytest.approx(1)
        assert pair(network, "a", "b", "distance", weights="strength") == pytest.approx(
            np.sqrt(2 * (81 + 324))
        )

    def test_equal_strengths_with_fractions_are_no_variation(self):
        """Three times 0.1: sums in floats would leave a variance of 1e-17."""
        network = network_of(("a", "c", 0.1), ("a", "d", 0.1), ("b", "c", 0.3), ("b", "d", 0.1))
        assert np.isnan(pair(network, "a", "b", "correlation", weights="strength"))
        assert pair(network, "a", "b", "distance", weights="strength") == pytest.approx(
            np.sqrt(0.08)
        )


class TestOnRandomNetworks:
    @pytest.mark.parametrize("weights", ["unweighted", "strength"])
    def test_the_definition(self, weights):
        for graph in random_graphs():
            table = by_definition.matrix(graph, directed=True, strengths=weights == "strength")
            found = structural_equivalence(graph, weights=weights)
            pairs = zip(*np.triu_indices(len(graph), 1), strict=True)
            actors = list(graph)
            for row, (i, j) in zip(found.itertuples(), pairs, strict=True):
                assert (row.from_id, row.to_id) == (actors[i], actors[j])
                one, other = by_definition.profiles(table, i, j)
                if one.size == 0:
                    assert np.isnan(row.distance)
                    assert np.isnan(row.correlation)
                    continue
                assert row.distance == pytest.approx(np.linalg.norm(one - other), rel=1e-9)
                if np.ptp(one) == 0 or np.ptp(other) == 0:
                    assert np.isnan(row.correlation)
                else:
                    wanted = np.corrcoef(one, other)[0, 1]
                    assert row.correlation == pytest.approx(wanted, rel=1e-9, abs=1e-12)

    def test_parts_of_the_work_change_nothing(self, monkeypatch):
        graph = nx.gnm_random_graph(30, 80, seed=1)
        whole = structural_equivalence(graph)
        monkeypatch.setattr(equivalence, "PART", 90)
        assert structural_equivalence(graph).equals(whole)


class TestRefusals:
    @pytest.mark.parametrize("measure", [structural_equivalence, equivalent_positions])
    def test_more_actors_than_can_be_compared(self, measure, monkeypatch):
        monkeypatch.setattr(equivalence, "MOST", 3)
        with pytest.raises(AssumptionError) as refused:
            measure(STAR)
        assert str(refused.value) == (
            f"{measure.__name__} compares every pair of at most 3 actors; the network has 4. "
            "Leave actors out with network.without([...]), or take the network of agencies."
        )

    def test_no_position(self):
        with pytest.raises(AssumptionError) as refused:
            equivalent_positions(STAR, n_positions=0)
        assert str(refused.value) == (
            "equivalent_positions needs as n_positions a whole number, 1 or more; got 0."
        )

    def test_a_variant_that_there_is_not(self):
        with pytest.raises(AssumptionError) as refused:
            equivalent_positions(STAR, variant="exact")
        assert str(refused.value) == (
            "equivalent_positions needs the variant 'Euclidean' or 'correlation'; got 'exact'."
        )

    def test_a_strength_below_zero(self):
        with pytest.raises(CollabnetError) as refused:
            structural_equivalence(network_of(("a", "b", -1)), weights="strength")
        assert str(refused.value) == (
            "structural_equivalence needs strengths of 0 or more; the tie 'a' to 'b' has -1.0. "
            "Correct it, leave the tie out, or use the weights 'unweighted'."
        )


class TestEquivalentPositions:
    @pytest.mark.parametrize("variant", ["Euclidean", "correlation"])
    def test_a_hub_and_those_around_it(self, variant):
        label = values(equivalent_positions(STAR, n_positions=2, variant=variant), "position")
        assert label == {"hub": 2, "a": 1, "b": 1, "c": 1}

    def test_equals_stay_together_where_more_positions_are_asked_for(self):
        table = equivalent_positions(STAR, n_positions=4)
        assert table["position"].nunique() == 2

    def test_two_kinds_that_are_tied_across(self):
        """Everybody of one kind to everybody of the other: two positions."""
        graph = nx.complete_bipartite_graph(3, 5)
        label = equivalent_positions(graph, n_positions=2)["position"].tolist()
        assert label == [2, 2, 2, 1, 1, 1, 1, 1]

    def test_direction_tells_senders_from_receivers(self):
        ties = [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")]
        directed = values(equivalent_positions(network_of(*ties, directed=True)), "position")
        assert directed["a"] == directed["b"] != directed["x"] == directed["y"]

    def test_as_hclust_and_cutree_of_r_on_g1(self):
        """R 4.2.2: cutree(hclust(as.dist(sedist(w, method = "euclidean")), "average"), 4)."""
        label = values(equivalent_positions(DIRECTED, weights="strength"), "position")
        groups = {frozenset(a for a in label if label[a] == one) for one in label.values()}
        assert groups == R_POSITIONS

    def test_few_actors_are_one_position(self):
        assert equivalent_positions(network_of(("a", "b")))["position"].tolist() == [1, 1]

    def test_the_order_of_the_data_changes_nothing(self):
        for graph in random_graphs(count=60):
            other = graph.__class__()
            other.add_nodes_from(reversed(list(graph)))
            other.add_edges_from(reversed(list(graph.edges(data=True))))
            for variant in ("Euclidean", "correlation"):
                one, two = (
                    values(equivalent_positions(g, n_positions=3, variant=variant), "position")
                    for g in (graph, other)
                )
                assert one == two

    def test_at_most_as_many_as_asked_for(self):
        for graph in random_graphs():
            table = equivalent_positions(graph, n_positions=3)
            sizes = table["position"].value_counts().sort_index().tolist()
            assert len(sizes) <= 3
            assert sizes == sorted(sizes, reverse=True)

    @pytest.mark.parametrize("variant", ["Euclidean", "correlation"])
    def test_joining_the_nearest_two_step_by_step(self, variant):
        """Strengths that are never even, so that there is one answer."""
        for seed in range(40):
            graph = nx.gnm_random_graph(9, 20, directed=seed % 2 == 1, seed=seed)
            draw = np.random.default_rng(seed)
            graph.add_weighted_edges_from((u, v, draw.random() + 0.1) for u, v in graph.edges)
            table = structural_equivalence(graph, weights="strength")
            if table["correlation"].isna().any():  # counts as 0, more than once
                continue
            value = table["distance"] if variant == "Euclidean" else 1 - table["correlation"]
            apart = np.zeros((9, 9))
            apart[np.triu_indices(9, 1)] = value
            options = {"n_positions": 3, "variant": variant, "weights": "strength"}
            label = equivalent_positions(graph, **options)["position"]
            found = {frozenset(np.flatnonzero(label == one)) for one in set(label)}
            assert found == joined(apart + apart.T, 3)


def joined(apart, n):
    """Join the two groups with the lowest mean distance until n are left."""
    groups = [frozenset({i}) for i in range(len(apart))]
    while len(groups) > n:
        one, other = min(
            combinations(groups, 2), key=lambda two: apart[np.ix_(*map(sorted, two))].mean()
        )
        groups = [group for group in groups if group not in (one, other)] + [one | other]
    return set(groups)


PAIRS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 4)), min_size=1, max_size=16
)


class TestProperties:
    @given(PAIRS, st.permutations(range(7)), st.booleans())
    def test_names_reversal_and_scale(self, pairs, names, directed):
        def found(ties):
            network = network_of(*ties, actors=range(7), directed=directed)
            table = structural_equivalence(network, weights="strength")
            ends = map(frozenset, zip(table["from_id"], table["to_id"], strict=True))
            return dict(zip(ends, table[["correlation", "distance"]].to_numpy(), strict=True))

        whole = found(pairs)
        renamed = found([(names[u], names[v], w) for u, v, w in pairs])
        back = found([(v, u, w) for u, v, w in pairs])
        twice = found([(u, v, 2 * w) for u, v, w in pairs])
        for (one, other), (correlation, distance) in whole.items():
            assert renamed[frozenset({names[one], names[other]})] == pytest.approx(
                [correlation, distance], abs=1e-12, nan_ok=True
            )
            same = frozenset({one, other})
            assert back[same] == pytest.approx([correlation, distance], abs=1e-12, nan_ok=True)
            assert twice[same] == pytest.approx([correlation, 2 * distance], nan_ok=True)
            assert distance >= 0
            assert np.isnan(correlation) or -1 <= correlation <= 1

    @given(PAIRS)
    def test_an_isolate_changes_no_distance(self, pairs):
        one = structural_equivalence(network_of(*pairs, actors=range(7)))
        other = structural_equivalence(network_of(*pairs, actors=[*range(7), "alone"]))
        kept = other[(other["from_id"] != "alone") & (other["to_id"] != "alone")]
        assert kept["distance"].tolist() == pytest.approx(one["distance"].tolist())
