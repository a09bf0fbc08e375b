"""What holds of the measures of contacts for any network."""

from random import Random

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.metrics import (
    burt_efficiency,
    burt_hierarchy,
    constraint,
    effective_size,
    ego_density,
    local_clustering,
)
from collabnet.metrics.ego import corners, sums
from metrics.networks import random_graph

graphs = st.builds(
    lambda seed, directed: random_graph(Random(seed), directed=directed),
    st.integers(0, 10**6),
    st.booleans(),
)
MEASURES = [
    constraint,
    effective_size,
    burt_efficiency,
    burt_hierarchy,
    local_clustering,
    ego_density,
    lambda graph: constraint(graph, weights="strength", variant="ego network"),
    lambda graph: effective_size(graph, weights="strength"),
    lambda graph: local_clustering(graph, variant="Barrat"),
    lambda graph: local_clustering(graph, variant="Fagiolo"),
]
EACH = pytest.mark.parametrize("measure", MEASURES)


def by_name(table):
    return {row[0]: tuple(row[1:]) for row in table.itertuples(index=False)}


def assert_alike(found, expected):
    assert set(found) == set(expected)
    for actor, values in expected.items():
        np.testing.assert_allclose(found[actor], values, rtol=1e-12, atol=1e-12)


@EACH
class TestProperties:
    @settings(max_examples=40)
    @given(graph=graphs, seed=st.integers(0, 1000))
    def test_the_order_of_actors_and_their_names_change_not_one_digit(self, measure, graph, seed):
        order = list(graph)
        Random(seed).shuffle(order)
        other = graph.__class__()
        other.add_nodes_from(("new", actor) for actor in order)
        # Parallel ties are added up in the order in which they come: that stays.
        for u, v, values in graph.edges(data=True):
            other.add_edge(("new", u), ("new", v), **values)
        found = {actor: one for (_, actor), one in by_name(measure(other)).items()}
        expected = by_name(measure(graph))
        assert {actor: repr(one) for actor, one in found.items()} == {
            actor: repr(one) for actor, one in expected.items()
        }

    @settings(max_examples=40)
    @given(graph=graphs, more=graphs)
    def test_other_components_change_nothing(self, measure, graph, more):
        if graph.is_directed() != more.is_directed():
            return
        kind = nx.MultiDiGraph if graph.is_directed() else nx.MultiGraph
        both = nx.union(kind(graph), kind(more), rename=("first", "second"))
        for prefix, one in (("first", graph), ("second", more)):
            renamed = nx.relabel_nodes(one, {actor: f"{prefix}{actor}" for actor in one})
            found = by_name(measure(both))
            assert_alike({actor: found[actor] for actor in renamed}, by_name(measure(renamed)))

    @settings(max_examples=40)
    @given(graph=graphs)
    def test_turning_all_ties_round_changes_nothing(self, measure, graph):
        turned = graph.reverse() if graph.is_directed() else graph
        assert_alike(by_name(measure(turned)), by_name(measure(graph)))


class TestRanges:
    @settings(max_examples=40)
    @given(graph=graphs, weights=st.sampled_from(["unweighted", "strength"]))
    def test_structural_holes(self, graph, weights):
        contacts = ego_density(graph)["ego_size"]
        for variant in ("whole network", "ego network"):
            options = {"weights": weights, "variant": variant}
            held = constraint(graph, **options)["constraint"]
            size = effective_size(graph, **options)["effective_size"]
            steep = burt_hierarchy(graph, **options)["burt_hierarchy"]
            assert (held.isna() == (contacts == 0)).all()
            assert (size.isna() == (contacts == 0)).all()
            assert (steep.isna() == (contacts < 2)).all()
            assert held.dropna().between(1 / max(1, contacts.max()) - 1e-9, 2).all()
            assert size.dropna().between(1 - 1e-9, contacts[contacts > 0] + 1e-9).all()
            assert steep.dropna().between(0, 1 + 1e-9).all()


class TestSums:
    @settings(max_examples=40)
    @given(
        terms=st.lists(st.floats(0, 1e6), min_size=1, max_size=60),
        seed=st.integers(0, 1000),
    )
    def test_any_order_gives_the_same_sum(self, terms, seed):
        other = list(terms)
        Random(seed).shuffle(other)
        found = []
        for some in (terms, other):
            made = sums.Sums(1, largest=max(terms), most=len(terms))
            made.add(np.zeros(len(some), dtype=np.int64), np.array(some))
            found.append(float(made.total[0]))
        assert found[0] == found[1] == pytest.approx(sum(terms), rel=1e-12)

    def test_a_place_of_tiny_terms_stands_next_to_one_of_huge_ones(self):
        places, terms = np.array([0, 0, 1, 1, 2]), np.array([1e-30, 2e-30, 1e30, 1e30, 5e-324])
        found = sums.sums_at(places, terms, 4).tolist()
        assert found == pytest.approx([3e-30, 2e30, 5e-324, 0], rel=1e-12, abs=0)


class TestCorners:
    @settings(max_examples=40)
    @given(graph=graphs, at_once=st.sampled_from([1, 7, 10**6]))
    def test_the_size_of_a_part_changes_nothing(self, graph, at_once):
        expected = constraint(graph)["constraint"]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(corners, "AT_ONCE", at_once)
            assert constraint(graph)["constraint"].equals(expected)
