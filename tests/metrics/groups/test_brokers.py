"""Roles of brokers, by hand, from R and by going through every triple."""

from random import Random

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.metrics import (
    brokerage_expected,
    brokerage_roles,
    brokerage_roles_by_group,
    brokerage_totals,
)
from collabnet.metrics.groups import open_pairs
from collabnet.model.errors import AssumptionError, EmptyNetworkError
from metrics.g1 import AGENCY, DIRECTED
from metrics.groups import definitions
from metrics.groups.definitions import ROLES
from metrics.groups.test_blocks import IN_THREE, STRENGTHS
from metrics.networks import network_of, random_graph, random_graphs

approx = pytest.approx
COLUMNS = (*ROLES, "total")
SNA = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total")
"""The roles in the order of sna's columns: w_I, w_O, b_IO, b_OI, b_O, t."""
FOUR = network_of(("a1", "a2"), ("a2", "b1"), ("b1", "c1"), ("b1", "a1"), directed=True)


def by_letter(graph):
    return {actor: "ABC"[i % 3] for i, actor in enumerate(graph)}


def nonzero(table):
    found = {
        row["actor_id"]: {role: row[role] for role in ROLES if row[role]}
        for row in table.to_dict("records")
    }
    return {actor: roles for actor, roles in found.items() if roles}


class TestRoles:
    def test_of_the_sample_network(self):
        found = nonzero(brokerage_roles(DIRECTED, groups=AGENCY))
        assert found == {"O1": {"liaison": 1}, "A1": {"liaison": 3}}

    def test_each_role_by_hand(self):
        groups = {actor: actor[0] for actor in FOUR.actor_ids}
        assert nonzero(brokerage_roles(FOUR, groups=groups)) == {
            "a1": {"gatekeeper": 1},
            "a2": {"representative": 1},
            "b1": {"itinerant": 1, "liaison": 1},
        }
        inside = brokerage_roles(FOUR, groups=dict.fromkeys(FOUR.actor_ids, "all"))
        assert inside["coordinator"].tolist() == [1, 1, 2, 0] == inside["total"].tolist()

    def test_a_pair_with_a_tie_needs_no_broker(self):
        closed = network_of(("a", "b"), ("b", "c"), ("a", "c"), directed=True)
        assert nonzero(brokerage_roles(closed, groups={"a": 1, "b": 2, "c": 3})) == {}
        other_way = network_of(("a", "b"), ("b", "c"), ("c", "a"), directed=True)
        found = brokerage_roles(other_way, groups={"a": 1, "b": 2, "c": 3})
        assert found["liaison"].tolist() == [1, 1, 1]

    def test_as_sna_prints_them(self):
        """Version 2.7-1 in R: brokerage(s, groups)$raw.nli and $raw.gli."""
        table = brokerage_roles(STRENGTHS, groups=IN_THREE)
        assert table[list(SNA)].to_numpy().tolist() == [
            [0, 1, 1, 2, 1, 5],
            [0, 0, 1, 0, 0, 1],
            [0, 0, 0, 1, 0, 1],
            [0, 0, 1, 0, 0, 1],
            [0, 0, 0, 0, 0, 0],
        ]
        totals = brokerage_totals(STRENGTHS, groups=IN_THREE)
        assert totals[list(SNA)].to_numpy().tolist() == [[0, 1, 3, 3, 1, 8]]

    def test_undirected_pairs_count_in_both_orders_as_in_sna(self):
        """The karate club with sna 2.7-1 in R."""
        karate = nx.karate_club_graph()
        table = brokerage_roles(karate, groups="club")[list(SNA)]
        assert table.loc[[0, 2, 8, 31, 33]].to_numpy().tolist() == [
            [174, 0, 15, 15, 0, 204],
            [10, 12, 23, 23, 0, 68],
            [0, 0, 5, 5, 0, 10],
            [14, 0, 5, 5, 0, 24],
            [156, 6, 40, 40, 0, 242],
        ]
        totals = brokerage_totals(karate, groups="club")[list(SNA)]
        assert totals.to_numpy().tolist() == [[510, 20, 128, 128, 0, 786]]

    def test_by_going_through_every_triple(self):
        for graph in random_graphs():
            ties, groups = definitions.arcs(graph), by_letter(graph)
            table = brokerage_roles(graph, groups=groups)
            for row in table.to_dict("records"):
                actor = row.pop("actor_id")
                assert row == definitions.roles(graph, ties, groups, actor)

    def test_groups_and_network_are_sums_over_actors(self):
        for graph in random_graphs(count=50):
            groups = by_letter(graph)
            table = brokerage_roles(graph, groups=groups)
            summed = table.groupby(list(groups.values()))[list(COLUMNS)].sum()
            by_group = brokerage_roles_by_group(graph, groups=groups).set_index("group")
            assert by_group.to_dict() == summed.to_dict()
            totals = brokerage_totals(graph, groups=groups).iloc[0]
            assert totals.to_dict() == table[list(COLUMNS)].sum().to_dict()

    @settings(max_examples=50)
    @given(seed=st.integers(0, 10**6))
    def test_ties_the_other_way_round_swap_gatekeeper_and_representative(self, seed):
        graph = random_graph(Random(seed), directed=True)
        groups = by_letter(graph)
        found = brokerage_roles(graph.reverse(), groups=groups)
        names = {"gatekeeper": "representative", "representative": "gatekeeper"}
        expected = brokerage_roles(graph, groups=groups).rename(columns=names)
        assert found.equals(expected[list(found.columns)])

    @settings(max_examples=50)
    @given(seed=st.integers(0, 10**6), at_once=st.sampled_from([1, 5]))
    def test_the_size_of_a_part_changes_nothing(self, seed, at_once):
        graph = random_graph(Random(seed))
        expected = brokerage_roles(graph, groups=by_letter(graph))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(open_pairs, "AT_ONCE", at_once)
            assert brokerage_roles(graph, groups=by_letter(graph)).equals(expected)


class TestExpected:
    def test_random_grouping_by_every_way_to_deal_the_groups_out(self):
        checked = 0
        for graph in random_graphs(most=7):
            ties, groups = definitions.arcs(graph), by_letter(graph)
            table = brokerage_expected(graph, groups=groups).set_index("actor_id")
            for actor in list(graph)[:3]:
                expected = definitions.random_grouping(graph, ties, groups, actor)
                for role, (mean, variance) in expected.items():
                    row = table.loc[[actor]].iloc[0]
                    assert row[f"{role}_expected"] == approx(mean, rel=1e-9, abs=1e-12)
                    assert row[f"{role}_sd"] ** 2 == approx(variance, rel=1e-9, abs=1e-9)
                    checked += variance > 0
        assert checked > 200

    def test_random_grouping_of_four_contacts_of_a_kind_each(self):
        """By enumeration where two pairs may have nobody in common."""
        star = nx.star_graph(5)
        groups = dict(zip(star, "AAABBC", strict=True))
        ties = definitions.arcs(star)
        table = brokerage_expected(star, groups=groups)
        for role, (mean, variance) in definitions.random_grouping(star, ties, groups, 0).items():
            assert table[f"{role}_expected"][0] == approx(mean)
            assert table[f"{role}_sd"][0] ** 2 == approx(variance, abs=1e-12)

    def test_random_ties_by_every_network_there_could_be(self):
        """All 4,096 directed networks of four actors, each with its probability."""
        groups = {"a1": "A", "a2": "A", "b1": "B", "c1": "C"}
        table = brokerage_expected(FOUR, groups=groups, chance="random ties")
        for place, actor in ((0, "a1"), (2, "b1")):
            expected = definitions.random_ties(FOUR.actor_ids, 4 / 12, groups, actor)
            for role, (mean, variance) in expected.items():
                assert table[f"{role}_expected"][place] == approx(mean)
                assert table[f"{role}_sd"][place] ** 2 == approx(variance, abs=1e-12)

    def test_random_ties_as_sna_prints_them(self):
        """Version 2.7-1 in R: $exp.nli, $sd.nli and $z.nli."""
        table = brokerage_expected(STRENGTHS, groups=IN_THREE, chance="random ties")

        def row(actor, name):
            return [table[f"{role}_{name}"][actor] for role in SNA]

        assert row(0, "expected") == approx([0, 0.15925, 0.238875, 0.238875, 0.3185, 0.9555])
        assert row(4, "expected") == approx([0, 0.3185, 0, 0, 0.637, 0.9555])
        assert row(0, "sd") == approx(
            [0, 0.382844248683456, 0.538982244025719, 0.538982244025719, 0.583298915651315,
             1.20191370842503]
        )  # fmt: skip
        assert row(0, "z") == approx(
            [np.nan, 2.196062766754922, 1.412152271130625, 3.267500960413758, 1.168354649243661,
             3.3650502291881383], nan_ok=True,
        )  # fmt: skip
        assert row(4, "z") == approx(
            [np.nan, -0.588264054070006, np.nan, np.nan, -0.723736720201876, -0.7949821965605798],
            nan_ok=True,
        )

    def test_random_ties_in_the_karate_club_as_sna_prints_them(self):
        table = brokerage_expected(nx.karate_club_graph(), groups="club", chance="random ties")
        assert [table[f"{role}_z"][33] for role in SNA] == approx(
            [38.665595776, 0.3429252734, 8.1562299786, 8.1562299786, np.nan, 19.7144814301],
            rel=1e-9, nan_ok=True,
        )  # fmt: skip

    def test_with_random_grouping_the_total_is_what_it_is(self):
        for graph in random_graphs(count=50):
            groups = by_letter(graph)
            total = brokerage_roles(graph, groups=groups)["total"]
            found = brokerage_expected(graph, groups=groups)
            assert (found["total_expected"] == total).all()
            assert (found["total_sd"] == 0).all() and found["total_z"].isna().all()
            parts = sum(found[f"{role}_expected"] for role in ROLES)
            np.testing.assert_allclose(parts, total, rtol=1e-12)

    def test_a_kind_of_chance_that_does_not_exist(self):
        with pytest.raises(AssumptionError) as refused:
            brokerage_expected(FOUR, groups=IN_THREE | dict.fromkeys(FOUR.actor_ids, 1), chance="x")
        assert str(refused.value) == (
            "brokerage_expected needs the chance 'random grouping' or 'random ties'; got 'x'."
        )


@pytest.mark.parametrize(
    "measure", [brokerage_roles, brokerage_expected, brokerage_roles_by_group, brokerage_totals]
)
class TestRefusals:
    def test_no_actors(self, measure):
        with pytest.raises(EmptyNetworkError) as refused:
            measure(nx.Graph(), groups={})
        assert str(refused.value) == (
            f"{measure.__name__} needs at least one actor; the network has none. Check what it was "
            "built from."
        )

    def test_an_actor_without_a_group(self, measure):
        with pytest.raises(AssumptionError) as refused:
            measure(FOUR, groups={"a1": "A"})
        assert str(refused.value) == (
            f"{measure.__name__} needs a group for every actor; 'a2' has none, nor have 2 others. "
            "Give it one, or leave it out with network.without([...])."
        )
