"""Components, weak and strong, and their sizes."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.metrics import component_sizes, components, density
from collabnet.model.errors import AssumptionError
from metrics.cohesion.oracles import parts_of, plain_of, reached
from metrics.drawn import drawn
from metrics.g1 import DIRECTED, UNDIRECTED, values
from metrics.krackhardt import FRIENDS
from metrics.networks import network_of, random_graphs

TWO = network_of(("b", "c"), ("c", "b"), ("c", "d"), ("x", "y"), actors=["alone"], directed=True)


class TestComponents:
    def test_g1_is_one(self):
        assert set(components(UNDIRECTED)["component_size"]) == {8}

    def test_numbered_from_1_as_they_come(self):
        assert values(components(TWO), "component") == {
            "b": 1, "c": 1, "d": 1, "x": 2, "y": 2, "alone": 3,
        }  # fmt: skip
        assert components(TWO)["component_size"].tolist() == [3, 3, 3, 2, 2, 1]

    def test_strong_ones_lead_back(self):
        assert values(components(TWO, variant="strong"), "component") == {
            "b": 1, "c": 1, "d": 2, "x": 3, "y": 4, "alone": 5,
        }  # fmt: skip
        assert set(components(DIRECTED, variant="strong")["component_size"]) == {1}

    def test_friends_among_managers(self):
        """Managers 7 and 9 name nobody: the 19 others reach each other, as in igraph 1.3.5."""
        strong = values(components(FRIENDS, variant="strong"), "component_size")
        assert {manager for manager, size in strong.items() if size < 19} == {7, 9}

    def test_a_variant_that_there_is_not(self):
        with pytest.raises(AssumptionError) as refused:
            components(TWO, variant="both")
        assert str(refused.value) == (
            "components needs the variant 'weak' or 'strong'; got 'both'."
        )


class TestComponentSizes:
    def test_the_largest_first(self):
        found = component_sizes(TWO)
        assert found.to_dict("list") == {
            "component": [1, 2, 3],
            "n_actors": [3, 2, 1],
            "n_ties": [3, 1, 0],
            "actors_share": [1 / 2, 1 / 3, 1 / 6],
        }

    def test_ties_between_strong_components_are_in_none(self):
        found = component_sizes(TWO, variant="strong")
        assert found["n_ties"].tolist() == [2, 0, 0, 0, 0]
        assert found.attrs["settings"] == {"variant": "strong"}


class TestRandom:
    def test_against_closing_every_path_and_networkx(self):
        for graph in random_graphs():
            plain, pairs = plain_of(graph), plain_of(graph, directed=False)
            for variant, seen in (("weak", pairs), ("strong", plain)):
                table = components(graph, variant=variant)
                parts = parts_of(seen, reached(seen))
                label = {actor: k for k, part in enumerate(parts, 1) for actor in part}
                assert table["component"].tolist() == [label[actor] for actor in graph]
                sizes = [len(parts[k - 1]) for k in table["component"]]
                assert table["component_size"].tolist() == sizes
                found = (
                    nx.strongly_connected_components(seen)
                    if seen.is_directed()
                    else nx.connected_components(seen)
                )
                assert {frozenset(part) for part in parts} == {frozenset(one) for one in found}
                listed = component_sizes(graph, variant=variant)
                assert listed["n_actors"].tolist() == sorted(map(len, parts), reverse=True)
                for number, n_ties in zip(listed["component"], listed["n_ties"], strict=True):
                    assert n_ties == plain.subgraph(parts[number - 1]).number_of_edges()


SMALL = drawn()


class TestProperties:
    @given(SMALL, st.sampled_from(["weak", "strong"]))
    @settings(max_examples=50)
    def test_everybody_is_in_one_and_turning_round_changes_nothing(self, network, variant):
        listed = component_sizes(network, variant=variant)
        assert listed["n_actors"].sum() == len(network.actor_ids)
        assert listed["actors_share"].sum() == pytest.approx(1)
        turned = network.to_networkx().reverse()
        assert components(turned, variant=variant).equals(components(network, variant=variant))

    @given(SMALL)
    @settings(max_examples=50)
    def test_no_tie_leads_out_of_a_weak_component(self, network):
        listed = component_sizes(network)
        assert listed["n_ties"].sum() == density(network)["n_ties"].item()

    @given(SMALL)
    @settings(max_examples=50)
    def test_an_isolate_is_one_more(self, network):
        graph = network.to_networkx()
        graph.add_node("alone")
        assert len(component_sizes(graph)) == len(component_sizes(network)) + 1
