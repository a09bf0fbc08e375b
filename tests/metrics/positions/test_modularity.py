"""Modularity of given groups: against the definition, networkx and igraph."""

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabnet.metrics import modularity
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.g1 import AGENCY, DIRECTED, UNDIRECTED
from metrics.networks import network_of, random_graphs, simple, two_groups
from metrics.positions import by_definition

KARATE = nx.karate_club_graph()
TWO_PAIRS = network_of(("a", "b"), ("c", "d"))


def of(network, groups, **options):
    return modularity(network, groups=groups, **options)["modularity"].item()


class TestPublished:
    """Zachary's karate club: person 9 sided with John A. and left with Mr. Hi (Zachary 1977)."""

    def test_who_left_with_whom(self):
        assert of(KARATE, "club") == pytest.approx(0.3582, abs=5e-5)

    def test_the_two_factions(self):
        factions = {**dict(KARATE.nodes("club")), 8: "Officer"}
        assert of(KARATE, factions) == pytest.approx(0.3715, abs=5e-5)


class TestByHand:
    def test_two_ties_apart_are_half(self):
        """1/2 inside each of two groups that hold half the ties: 2 (1/2 - 1/4)."""
        assert of(TWO_PAIRS, {"a": 1, "b": 1, "c": 2, "d": 2}) == 0.5

    def test_one_group_has_none(self):
        assert of(UNDIRECTED, dict.fromkeys(UNDIRECTED.actor_ids, 1)) == 0

    def test_all_ties_between_two_groups_of_equal_ties_are_the_lowest_there_is(self):
        assert of(network_of(("a", "b")), {"a": 1, "b": 2}) == -0.5

    def test_g1_by_agency(self):
        """No tie inside; courts hold 4 of 16 ends, I1 and A1 4 each, police 3, hospital 1."""
        assert of(UNDIRECTED, AGENCY) == -(16 + 16 + 16 + 9 + 1) / 256

    def test_direction_kept_apart(self):
        """a to b, b to a, c to b: of 3 ties, 2 inside; out 2 and 1, in 3 and 0."""
        three = network_of(("a", "b"), ("b", "a"), ("c", "b"), directed=True)
        groups = {"a": 1, "b": 1, "c": 2}
        assert of(three, groups, direction="out") == pytest.approx(2 / 3 - 6 / 9)
        assert of(three, groups) == pytest.approx(1 / 2 - (9 + 1) / 16)

    def test_a_higher_resolution_counts_chance_more(self):
        assert of(TWO_PAIRS, {"a": 1, "b": 1, "c": 2, "d": 2}, resolution=2.0) == 0

    def test_without_ties_it_is_undefined(self):
        assert np.isnan(of(network_of(actors="abc"), {"a": 1, "b": 1, "c": 2}))

    def test_a_tie_of_strength_0_adds_nothing(self):
        three = network_of(("a", "b", 2), ("b", "c", 0))
        assert of(three, {"a": 1, "b": 1, "c": 2}, weights="strength") == 0

    def test_groups_are_counted(self):
        assert modularity(UNDIRECTED, groups=AGENCY)["n_groups"].item() == 5


class TestRefusals:
    def test_an_actor_without_a_group(self):
        with pytest.raises(AssumptionError) as refused:
            modularity(TWO_PAIRS, groups={"a": 1})
        assert str(refused.value) == (
            "modularity needs a group for every actor; 'b' has none, nor have 2 others. Give it "
            "one, or leave it out with network.without([...])."
        )

    def test_a_strength_below_zero(self):
        with pytest.raises(CollabnetError) as refused:
            of(network_of(("a", "b", -1)), {"a": 1, "b": 1}, weights="strength")
        assert str(refused.value) == (
            "modularity needs strengths of 0 or more; the tie 'a' to 'b' has -1.0. Correct it, "
            "leave the tie out, or use the weights 'unweighted'."
        )

    @pytest.mark.parametrize("resolution", [0, -1, float("nan"), float("inf")])
    def test_a_resolution_that_is_none(self, resolution):
        with pytest.raises(AssumptionError) as refused:
            of(TWO_PAIRS, dict.fromkeys("abcd", 1), resolution=resolution)
        assert str(refused.value) == (
            f"modularity needs a resolution above 0; got {resolution}. 1 is the usual one."
        )

    def test_an_option_that_there_is_not(self):
        with pytest.raises(AssumptionError) as refused:
            of(TWO_PAIRS, dict.fromkeys("abcd", 1), direction="up")
        assert str(refused.value) == (
            "modularity needs the direction 'out' or 'in' or 'ignored'; got 'up'."
        )
        with pytest.raises(AssumptionError) as refused:
            of(TWO_PAIRS, dict.fromkeys("abcd", 1), weights="cost")
        assert str(refused.value) == (
            "modularity needs the weights 'unweighted' or 'strength'; got 'cost'."
        )


class TestOnRandomNetworks:
    @pytest.mark.parametrize("weights", ["unweighted", "strength"])
    @pytest.mark.parametrize("direction", ["ignored", "out", "in"])
    def test_the_definition_networkx_and_igraph(self, weights, direction):
        for graph in random_graphs():
            groups = two_groups(graph)
            found = of(graph, groups, weights=weights, direction=direction, resolution=1.3)
            is_directed = graph.is_directed() and direction != "ignored"
            strengths = weights == "strength"
            table = by_definition.matrix(graph, directed=is_directed, strengths=strengths)
            label = [list("AB").index(groups[actor]) for actor in graph]
            wanted = by_definition.modularity(table, label, 1.3)
            assert found == pytest.approx(wanted, rel=1e-9, abs=1e-12, nan_ok=True)
            plain = simple(graph, directed=is_directed)
            if plain.number_of_edges() == 0:
                continue
            weight = "strength" if strengths else None
            parts = [{a for a in graph if groups[a] == one} for one in set(groups.values())]
            same = nx.community.modularity(plain, parts, weight=weight, resolution=1.3)
            assert found == pytest.approx(same, rel=1e-9, abs=1e-12)
            other = igraph.Graph.from_networkx(plain)
            same = other.modularity(label, weights=weight, resolution=1.3, directed=True)
            assert found == pytest.approx(same, rel=1e-9, abs=1e-12)


PAIRS = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8), st.integers(1, 5)), min_size=1, max_size=25
)


class TestProperties:
    @given(PAIRS, st.booleans(), st.sampled_from(["ignored", "out"]), st.integers(1, 4))
    def test_range_relabelling_reversal_and_an_isolate(self, pairs, directed, direction, groups):
        network = network_of(*pairs, directed=directed)
        group = {actor: actor % groups for actor in range(9)}
        options = {"weights": "strength", "direction": direction}
        value = of(network, group, **options)
        if np.isnan(value):
            assert all(u == v for u, v, _ in pairs)
            return
        assert -0.5 - 1e-12 <= value <= 1
        renamed = network_of(*((8 - u, 8 - v, w) for u, v, w in pairs), directed=directed)
        moved = {8 - actor: one for actor, one in group.items()}
        assert of(renamed, moved, **options) == pytest.approx(value, abs=1e-12)
        back = network_of(*((v, u, w) for u, v, w in pairs), directed=directed)
        assert of(back, group, **options) == pytest.approx(value, abs=1e-12)
        more = network_of(*pairs, actors=["alone"], directed=directed)
        assert of(more, {**group, "alone": 0}, **options) == value

    @given(PAIRS)
    def test_putting_all_together_gives_0(self, pairs):
        value = of(network_of(*pairs), dict.fromkeys(range(9), "all"))
        assert np.isnan(value) or value == 0


def test_settings_say_what_was_chosen():
    found = modularity(DIRECTED, groups=AGENCY, direction="out", weights="strength")
    assert found.attrs["settings"] == {
        "groups": "as given",
        "weights": "strength",
        "direction": "out",
        "resolution": 1.0,
    }


def test_a_network_handed_over_as_a_graph_or_a_value():
    assert of(Network.from_networkx(KARATE), "club") == of(KARATE, "club")
