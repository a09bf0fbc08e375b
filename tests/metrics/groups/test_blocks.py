"""Ties within and between groups, by hand, by definition and from print."""

from itertools import combinations, permutations

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from collabnet.metrics import (
    density_between,
    group_mixing,
    strength_between,
)
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.g1 import AGENCY, DIRECTED, UNDIRECTED
from metrics.groups import definitions
from metrics.networks import network_of, random_graphs, simple, two_groups

approx = pytest.approx
STRENGTHS = network_of(
    ("a", "b", 3), ("b", "a", 1), ("a", "c", 2), ("c", "d", 5), ("d", "a", 0.5), ("b", "d", 4),
    ("e", "a", 2), directed=True,
)  # fmt: skip
IN_THREE = {"a": 1, "b": 1, "c": 2, "d": 2, "e": 3}
COUPLES = {
    "black": {"black": 258, "hispanic": 16, "white": 35, "other": 13},
    "hispanic": {"black": 12, "hispanic": 157, "white": 58, "other": 19},
    "white": {"black": 13, "hispanic": 23, "white": 306, "other": 35},
    "other": {"black": 5, "hispanic": 7, "white": 24, "other": 16},
}
"""Couples of San Francisco per thousand, men by women: Newman (2003), table I."""


def cells(table, column):
    pairs = zip(table["from_group"], table["to_group"], strict=True)
    return dict(zip(pairs, table[column], strict=True))


class TestDensityBetween:
    def test_directed_ties_lead_from_the_first_group_to_the_second(self):
        """The densities as sna 2.7-1 gives them: blockmodel(s, groups)$block.model."""
        found = cells(density_between(STRENGTHS, groups=IN_THREE), "density")
        nan = found.pop((3, 3))
        assert np.isnan(nan)
        assert found == {
            (1, 1): 1.0, (1, 2): 0.5, (1, 3): 0.0,
            (2, 1): 0.25, (2, 2): 0.5, (2, 3): 0.0,
            (3, 1): 0.5, (3, 2): 0.0,
        }  # fmt: skip

    def test_undirected_pairs_of_groups_stand_once(self):
        table = density_between(UNDIRECTED, groups=AGENCY)
        assert len(table) == 15
        assert table["n_pairs"].sum() == 28
        assert table["n_ties"].sum() == 8
        assert cells(table, "n_ties")["court", "residential"] == 3
        assert cells(table, "density")["court", "residential"] == 1.0
        assert cells(table, "density")["court", "police"] == 1 / 6

    def test_the_other_way_round_is_the_table_turned(self):
        out, into = (
            cells(density_between(DIRECTED, groups=AGENCY, direction=d), "n_ties")
            for d in ("out", "in")
        )
        assert into == {(b, a): ties for (a, b), ties in out.items()}

    @pytest.mark.parametrize("direction", ["out", "ignored"])
    def test_by_counting_every_pair(self, direction):
        for graph in random_graphs():
            groups = two_groups(graph)
            plain = simple(graph, directed=graph.is_directed() and direction == "out")
            table = density_between(graph, groups=groups, direction=direction)
            pairs = permutations(plain, 2) if plain.is_directed() else combinations(plain, 2)
            n_pairs, n_ties = dict.fromkeys(cells(table, "n_pairs"), 0), {}
            for u, v in pairs:
                ends = groups[u], groups[v]
                key = ends if plain.is_directed() else tuple(sorted(ends))
                n_pairs[key] += 1
                n_ties[key] = n_ties.get(key, 0) + plain.has_edge(u, v)
            assert cells(table, "n_pairs") == n_pairs
            assert cells(table, "n_ties") == {key: n_ties.get(key, 0) for key in n_pairs}
            shares = [n_ties[key] / n if n else np.nan for key, n in n_pairs.items()]
            np.testing.assert_allclose(table["density"], shares, rtol=1e-12)

    def test_numbers_come_first_by_size_then_what_is_written(self):
        network = network_of(("a", "b"), ("b", "c"), ("c", "d"))
        groups = {"a": "A", "b": 10, "c": (2, "x"), "d": 9}
        table = density_between(network, groups=groups, direction="out")
        assert table["from_group"].tolist() == [9] * 4 + [10] * 3 + [(2, "x")] * 2 + ["A"]
        assert table["to_group"].tolist()[:4] == [9, 10, (2, "x"), "A"]

    def test_missing_values_of_pandas_are_no_groups(self):
        for nothing in (pd.NA, pd.NaT, np.nan):
            with pytest.raises(AssumptionError) as refused:
                density_between(network_of(("a", "b")), groups={"a": nothing, "b": nothing})
            assert str(refused.value) == (
                "density_between needs a group for every actor; 'a' has none, nor has 1 other. "
                "Give it one, or leave it out with network.without([...])."
            )

    def test_a_column_of_groups_serves_a_list_is_refused(self):
        network = network_of(("a", "b"))
        column = pd.Series(["x", "y"], index=["a", "b"])
        assert cells(density_between(network, groups=column), "n_ties")["x", "y"] == 1
        with pytest.raises(AssumptionError) as refused:
            density_between(network, groups=["x", "y"])
        assert str(refused.value) == (
            "density_between needs as groups the name of an attribute of the actors, or a dict "
            "from actor to group; got list. A list becomes one with "
            "dict(zip(network.actor_ids, groups))."
        )

    def test_an_actor_with_several_groups(self):
        with pytest.raises(AssumptionError) as refused:
            density_between(network_of(("a", "b")), groups={"a": "x", "b": ["x", "y"]})
        assert str(refused.value) == (
            "density_between needs one group for every actor; 'b' has the list ['x', 'y']. Give "
            "it a word or a number."
        )

    @pytest.mark.parametrize("measure", [density_between, strength_between, group_mixing])
    def test_a_group_for_each_of_thousands_is_refused(self, measure):
        many = nx.path_graph(3_000)
        with pytest.raises(AssumptionError) as refused:
            measure(many, groups={actor: actor for actor in many})
        assert str(refused.value) == (
            f"{measure.__name__} needs at most 2,000 groups, for its table has a row for each "
            "pair of them; got 3,000. Choose groups with more actors in each."
        )

    def test_an_attribute_of_the_actors_serves_as_groups(self):
        table = density_between(nx.karate_club_graph(), groups="club")
        assert cells(table, "n_ties") == {
            ("Mr. Hi", "Mr. Hi"): 35, ("Mr. Hi", "Officer"): 11, ("Officer", "Officer"): 32,
        }  # fmt: skip
        assert table.attrs["settings"] == {"groups": "club", "direction": "out"}

    def test_an_actor_without_a_group(self):
        with pytest.raises(AssumptionError) as refused:
            density_between(UNDIRECTED, groups={**AGENCY, "S1": None})
        assert str(refused.value) == (
            "density_between needs a group for every actor; 'S1' has none. Give it one, or leave "
            "it out with network.without([...])."
        )

    def test_a_direction_that_does_not_exist(self):
        with pytest.raises(AssumptionError) as refused:
            density_between(UNDIRECTED, groups=AGENCY, direction="up")
        assert str(refused.value) == (
            "density_between needs the direction 'out' or 'in' or 'ignored'; got 'up'."
        )


class TestStrengthBetween:
    def test_referrals_between_agencies(self):
        table = strength_between(DIRECTED, groups=AGENCY)
        found = {pair: size for pair, size in cells(table, "strength").items() if size}
        assert found == {
            ("advocacy", "residential"): 3.0,
            ("court", "residential"): 12.0,
            ("hospital", "advocacy"): 2.0,
            ("police", "advocacy"): 6.0,
            ("police", "court"): 2.0,
        }
        assert cells(table, "strength_mean")["court", "residential"] == 4.0
        assert np.isnan(cells(table, "strength_mean")["court", "court"])

    def test_all_strengths_are_there_once(self):
        for graph in random_graphs():
            pairs = definitions.pairs_of(graph, direction="out", weighted=True)
            for direction in ("out", "in", "ignored"):
                table = strength_between(graph, groups=two_groups(graph), direction=direction)
                assert table["strength"].sum() == approx(sum(size for _, _, size in pairs))

    def test_a_strength_that_is_no_number(self):
        with pytest.raises(CollabnetError) as refused:
            strength_between(Network.from_pairs([("a", "b", "often")]), groups={"a": "A", "b": "B"})
        assert str(refused.value).startswith(
            "The measure strength_between needs a number on each tie; the tie 'a' to 'b' has none."
        )


class TestGroupMixing:
    @pytest.mark.parametrize("weights", ["unweighted", "strength"])
    def test_by_counting_every_tie(self, weights):
        for graph in random_graphs():
            groups = two_groups(graph)
            mixed = definitions.mixing(graph, groups, weighted=weights == "strength")
            found = cells(group_mixing(graph, groups=groups, weights=weights), "mixing_share")
            total = sum(mixed.values())
            assert set(found) == {
                (a, b) for a in set(groups.values()) for b in set(groups.values())
            }
            for pair, share in found.items():
                assert share == approx(mixed[pair] / total if total else np.nan, nan_ok=True)

    def test_as_networkx_gives_it(self):
        for graph in random_graphs():
            plain = simple(graph, directed=graph.is_directed())
            if not plain.size():
                continue
            groups = two_groups(graph)
            nx.set_node_attributes(plain, groups, "group")
            order = {name: i for i, name in enumerate(sorted(set(groups.values())))}
            theirs = nx.attribute_mixing_matrix(plain, "group", mapping=order)
            ours = group_mixing(graph, groups=groups)["mixing_share"]
            np.testing.assert_allclose(ours, theirs.ravel(), rtol=1e-12)
