"""Local clustering and the density of an actor's contacts, by hand."""

import networkx as nx
import numpy as np
import pytest

from collabnet.metrics import ego_density, local_clustering
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.ego.test_holes import PENDANT, STRENGTHS
from metrics.g1 import DIRECTED, values
from metrics.networks import network_of

approx = pytest.approx


class TestLocalClustering:
    def test_closed_pairs_over_pairs_of_contacts(self):
        found = values(local_clustering(PENDANT), "local_clustering")
        assert np.isnan(found.pop("c"))
        assert found == approx({"ego": 1 / 3, "a": 1.0, "b": 1.0})

    def test_a_ring_of_four_closes_nothing(self):
        found = values(local_clustering(DIRECTED), "local_clustering")
        assert {actor: one for actor, one in found.items() if one == one} == {
            "A1": 0.0, "D1": 0.0, "I1": 0.0, "O1": 0.0,
        }  # fmt: skip

    def test_in_the_karate_club(self):
        """As igraph 1.3.5 in R prints it; actor 12 has one contact."""
        found = local_clustering(nx.karate_club_graph())["local_clustering"]
        assert found[[0, 1, 2, 16, 33]].tolist() == approx(
            [0.15, 1 / 3, 0.2444444444, 1.0, 0.1102941176], abs=5e-11
        )
        assert np.isnan(found[11])

    def test_direction_and_strength_are_ignored(self):
        found = local_clustering(STRENGTHS)["local_clustering"].tolist()
        assert found[:4] == approx([1 / 3, 1.0, 1.0, 2 / 3])

    def test_barrat_weighs_a_closed_pair_by_the_two_ties_to_it(self):
        """As igraph 1.3.5 in R prints it, strengths both ways added."""
        found = local_clustering(STRENGTHS, variant="Barrat")["local_clustering"].tolist()
        assert found[:4] == approx([0.274509803921569, 1.0, 1.0, 0.526315789473684])

    def test_onnela_takes_the_geometric_mean_over_the_largest(self):
        network = network_of(("a", "b", 1), ("a", "c", 2), ("b", "c", 4), ("c", "d", 8))
        found = values(local_clustering(network, variant="Onnela"), "local_clustering")
        assert found["a"] == found["b"] == approx(2 / 8)
        assert found["c"] == approx(2 / 8 / 3)

    @pytest.mark.parametrize(("tie", "share"), [(("c", "a"), 1 / 2), (("a", "c"), 1 / 2)])
    def test_fagiolo_counts_one_of_the_two_ways_to_close_a_pair(self, tie, share):
        network = network_of(("a", "b"), ("b", "c"), tie, directed=True)
        found = local_clustering(network, variant="Fagiolo")["local_clustering"]
        assert found.tolist() == [share] * 3

    def test_fagiolo_of_one_contact_both_ways_is_undefined(self):
        """Two ties, but both with the same contact: no triangle could be."""
        network = network_of(("a", "b"), ("b", "a"), directed=True)
        found = local_clustering(network, variant="Fagiolo")["local_clustering"]
        assert found.isna().all()

    def test_fagiolo_of_an_undirected_network_is_the_usual_one(self):
        usual, other = (local_clustering(PENDANT, variant=v) for v in ("Watts-Strogatz", "Fagiolo"))
        assert usual["local_clustering"].equals(other["local_clustering"])

    def test_a_variant_that_does_not_exist(self):
        with pytest.raises(AssumptionError) as refused:
            local_clustering(PENDANT, variant="mine")
        assert str(refused.value) == (
            "local_clustering needs the variant 'Watts-Strogatz' or 'Fagiolo' or 'Barrat' or "
            "'Onnela'; got 'mine'."
        )

    def test_strengths_below_zero(self):
        with pytest.raises(CollabnetError) as refused:
            local_clustering(network_of(("a", "b", -1)), variant="Onnela")
        assert str(refused.value) == (
            "The measure local_clustering needs strengths of zero or more; the tie 'a' to 'b' has "
            "-1.0. Correct it, leave the tie out, or measure without strengths."
        )


class TestEgoDensity:
    def test_undirected_pairs_count_once(self):
        table = ego_density(PENDANT).set_index("actor_id")
        assert table.loc["ego"].tolist() == [3, 1, 1 / 3, 2]
        assert table.loc["a"].tolist() == [2, 1, 1.0, 0]
        assert table.loc["c", ["ego_size", "ego_ties", "ego_brokerage"]].tolist() == [1, 0, 0]
        assert np.isnan(table.loc["c", "ego_density"])

    @pytest.mark.parametrize(
        ("direction", "expected"),
        [("out", [2, 1, 0.5, 1]), ("in", [2, 2, 1.0, 0]), ("ignored", [3, 3, 0.5, 3])],
    )
    def test_directed_pairs_count_both_ways(self, direction, expected):
        """a has ties to b and c, gets them from c and d; among these b > c, c > d and d > c."""
        network = network_of(
            ("a", "b"), ("a", "c"), ("c", "a"), ("d", "a"), ("b", "c"), ("c", "d"), ("d", "c"),
            directed=True,
        )  # fmt: skip
        table = ego_density(network, direction=direction).set_index("actor_id")
        assert table.loc["a"].tolist() == expected

    def test_a_direction_that_does_not_exist(self):
        with pytest.raises(AssumptionError) as refused:
            ego_density(PENDANT, direction="up")
        assert str(refused.value) == (
            "ego_density needs the direction 'out' or 'in' or 'ignored'; got 'up'."
        )
