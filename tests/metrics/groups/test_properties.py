"""What holds of the measures of groups for any network."""

from random import Random

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.metrics import (
    brokerage_expected,
    brokerage_roles,
    brokerage_totals,
    degree_assortativity,
    density_between,
    ei_index,
    ei_index_by_actor,
    ei_index_by_group,
    group_assortativity,
    group_mixing,
    multiplexity,
    strength_between,
)
from metrics.networks import random_graph

graphs = st.builds(
    lambda seed, directed: random_graph(Random(seed), directed=directed),
    st.integers(0, 10**6),
    st.booleans(),
)
NETWORK = [ei_index, group_assortativity, brokerage_totals, group_mixing, strength_between]
ACTORS = [brokerage_roles, brokerage_expected, ei_index_by_actor]
BLOCKS = [density_between, ei_index_by_group]


def in_groups(graph):
    return {actor: "ABC"[i % 3] for i, actor in enumerate(graph)}


def rewritten(graph, names, order):
    """The same network under other names, its actors in another order."""
    other = graph.__class__()
    other.add_nodes_from(names[actor] for actor in order)
    for u, v, values in graph.edges(data=True):
        other.add_edge(names[u], names[v], **values)
    return other


def values_of(table):
    return table.select_dtypes("number").to_numpy(float)


class TestNamesAndOrder:
    @pytest.mark.parametrize("measure", NETWORK + BLOCKS)
    @settings(max_examples=25)
    @given(graph=graphs, seed=st.integers(0, 1000))
    def test_of_networks_and_groups(self, measure, graph, seed):
        order = list(graph)
        Random(seed).shuffle(order)
        names = {actor: ("new", actor) for actor in graph}
        groups = in_groups(graph)
        other = rewritten(graph, names, order)
        renamed = {names[actor]: group for actor, group in groups.items()}
        found, expected = measure(other, groups=renamed), measure(graph, groups=groups)
        np.testing.assert_allclose(values_of(found), values_of(expected), rtol=1e-12)

    @pytest.mark.parametrize("measure", ACTORS)
    @settings(max_examples=25)
    @given(graph=graphs, seed=st.integers(0, 1000))
    def test_of_actors(self, measure, graph, seed):
        """Names of groups change nothing either."""
        order = list(graph)
        Random(seed).shuffle(order)
        names = {actor: ("new", actor) for actor in graph}
        groups = in_groups(graph)
        renamed = {names[actor]: {"A": "z", "B": 5, "C": "a"}[groups[actor]] for actor in graph}
        found = measure(rewritten(graph, names, order), groups=renamed).set_index("actor_id")
        expected = measure(graph, groups=groups)
        rows = found.loc[[names[actor] for actor in graph]]
        np.testing.assert_allclose(values_of(rows), values_of(expected.iloc[:, 1:]), rtol=1e-12)


class TestIsolates:
    @settings(max_examples=40)
    @given(graph=graphs)
    def test_one_more_changes_no_ties(self, graph):
        groups = in_groups(graph)
        more = graph.copy()
        more.add_node("alone")
        with_it = {**groups, "alone": "A"}
        for measure in (group_assortativity, group_mixing, brokerage_totals, strength_between):
            found, expected = measure(more, groups=with_it), measure(graph, groups=groups)
            np.testing.assert_allclose(values_of(found), values_of(expected), rtol=1e-12)
        for measure in (brokerage_roles, ei_index_by_actor):
            found, expected = measure(more, groups=with_it), measure(graph, groups=groups)
            assert found.iloc[:-1].equals(expected.astype(found.dtypes))
        for measure in (degree_assortativity, multiplexity):
            assert measure(more).equals(measure(graph))


class TestReversal:
    @settings(max_examples=40)
    @given(graph=graphs.filter(nx.is_directed))
    def test_turns_tables_and_leaves_indices(self, graph):
        groups, turned = in_groups(graph), graph.reverse()
        k = len(set(groups.values()))
        for measure, column in ((group_mixing, "mixing_share"), (density_between, "density")):
            found = measure(turned, groups=groups)[column].to_numpy().reshape(k, k)
            expected = measure(graph, groups=groups)[column].to_numpy().reshape(k, k)
            np.testing.assert_allclose(found, expected.T, rtol=1e-12)
        for measure in (ei_index, group_assortativity):
            found, expected = measure(turned, groups=groups), measure(graph, groups=groups)
            np.testing.assert_allclose(values_of(found), values_of(expected), rtol=1e-12)
        assert degree_assortativity(turned).equals(degree_assortativity(graph))


class TestUnion:
    @settings(max_examples=40)
    @given(first=graphs, second=graphs)
    def test_roles_of_separate_networks_add_up(self, first, second):
        if first.is_directed() != second.is_directed():
            return
        kind = nx.MultiDiGraph if first.is_directed() else nx.MultiGraph
        both = nx.union(kind(first), kind(second), rename=("first", "second"))
        groups = {f"first{actor}": group for actor, group in in_groups(first).items()}
        groups |= {f"second{actor}": group for actor, group in in_groups(second).items()}
        apart = [brokerage_totals(one, groups=in_groups(one)) for one in (first, second)]
        assert brokerage_totals(both, groups=groups).equals(apart[0] + apart[1])


class TestRanges:
    @settings(max_examples=60)
    @given(graph=graphs, weights=st.sampled_from(["unweighted", "strength"]))
    def test_shares_and_indices(self, graph, weights):
        groups = in_groups(graph)
        found = ei_index(graph, groups=groups, weights=weights, draws=1).iloc[0]
        shares = [found[f"ei_{one}"] for one in ("at_least", "at_most", "p_value")]
        if np.isnan(found["ei_index"]):
            assert np.isnan(shares).all()
        else:
            assert all(0 < share <= 1 for share in shares)
            assert shares[0] + shares[1] > 1
            assert -1 <= found["ei_index"] <= 1
        mixed = group_mixing(graph, groups=groups, weights=weights)["mixing_share"]
        assert mixed.isna().all() or mixed.sum() == pytest.approx(1)
        one = group_assortativity(graph, groups=groups, weights=weights).iloc[0, 0]
        assert np.isnan(one) or -1 - 1e-12 <= one <= 1 + 1e-12
        other = degree_assortativity(graph).iloc[0, 0]
        assert np.isnan(other) or -1 <= other <= 1
