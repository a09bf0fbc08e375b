"""The E-I index of networks, groups and actors, and its test by relabelling."""

from itertools import permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.metrics import ei_index, ei_index_by_actor, ei_index_by_group
from collabnet.metrics.groups import relabelling
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.g1 import AGENCY, DIRECTED, UNDIRECTED
from metrics.groups import definitions
from metrics.networks import network_of, random_graphs, two_groups

approx = pytest.approx
DIRECTIONS = pytest.mark.parametrize("direction", ["out", "in", "ignored"])
WEIGHTS = pytest.mark.parametrize("weights", ["unweighted", "strength"])
EIGHT = network_of(
    ("a1", "b1"), ("a1", "b2"), ("a2", "b1"), ("a2", "b2"), ("a3", "b1"), ("a3", "b2"),
    ("a1", "a2"), ("b1", "b2"),
)  # fmt: skip
BY_LETTER = {actor: actor[0] for actor in EIGHT.actor_ids}


class TestNetwork:
    @pytest.mark.parametrize("network", [UNDIRECTED, DIRECTED])
    @DIRECTIONS
    def test_all_referrals_of_the_sample_leave_the_agency(self, network, direction):
        found = ei_index(network, groups=AGENCY, direction=direction).iloc[0]
        assert (found["ei_external"], found["ei_internal"], found["ei_index"]) == (8, 0, 1.0)

    def test_6_external_and_2_internal_ties_give_one_half(self):
        found = ei_index(EIGHT, groups=BY_LETTER).iloc[0]
        assert (found["ei_external"], found["ei_internal"]) == (6, 2)
        assert found["ei_index"] == 0.5

    def test_the_karate_club(self):
        """Zachary (1977): 78 ties, 11 of them between the factions networkx records."""
        found = ei_index(nx.karate_club_graph(), groups="club", draws=200).iloc[0]
        assert found["ei_index"] == (11 - 67) / 78
        assert found["ei_at_most"] == 1 / 201
        assert found["ei_p_value"] == 2 / 201
        assert (found["ei_relabellings"], found["ei_is_exact"]) == (200, False)

    @DIRECTIONS
    @WEIGHTS
    def test_by_definition(self, direction, weights):
        for graph in random_graphs():
            groups = two_groups(graph)
            pairs = definitions.pairs_of(graph, direction=direction, weighted=weights == "strength")
            table = ei_index(graph, groups=groups, direction=direction, weights=weights)
            assert table["ei_index"][0] == approx(definitions.ei(pairs, groups), nan_ok=True)

    @WEIGHTS
    def test_chance_is_every_way_to_deal_the_groups_out(self, weights):
        for graph in random_graphs(most=6):
            groups = two_groups(graph)
            pairs = definitions.pairs_of(graph, weighted=weights == "strength")
            found = ei_index(graph, groups=groups, weights=weights).iloc[0]
            assert found["ei_is_exact"]
            own = definitions.ei(pairs, groups)
            if np.isnan(own):
                assert np.isnan(found["ei_p_value"]) and np.isnan(found["ei_expected"])
                continue
            dealt = [
                definitions.ei(pairs, dict(zip(graph, names, strict=True)))
                for names in set(permutations(groups.values()))
            ]
            at_least = np.mean([one >= own - 1e-9 for one in dealt])
            at_most = np.mean([one <= own + 1e-9 for one in dealt])
            assert found["ei_relabellings"] == len(dealt)
            assert found["ei_expected"] == approx(np.mean(dealt), abs=1e-12)
            assert found["ei_at_least"] == approx(at_least)
            assert found["ei_at_most"] == approx(at_most)
            assert found["ei_p_value"] == approx(min(1, 2 * at_least, 2 * at_most))

    def test_where_ways_are_few_all_are_gone_through_whatever_the_draws(self):
        found = ei_index(EIGHT, groups=BY_LETTER, draws=1).iloc[0]
        assert (found["ei_relabellings"], found["ei_is_exact"]) == (10, True)

    def test_drawn_shares_count_the_grouping_as_it_is_and_come_near_to_the_exact_ones(
        self, monkeypatch
    ):
        ten = network_of(*[(f"a{i}", f"b{j}") for i in range(5) for j in range(i, 5)])
        groups = {actor: actor[0] if actor != "a0" else "b" for actor in ten.actor_ids}
        exact = ei_index(ten, groups=groups).iloc[0]
        assert (exact["ei_relabellings"], exact["ei_is_exact"]) == (210, True)
        monkeypatch.setattr(relabelling, "FEW", 0)
        few = ei_index(ten, groups=groups, draws=9).iloc[0]
        assert (few["ei_relabellings"], few["ei_is_exact"]) == (9, False)
        assert few["ei_at_least"] in [k / 10 for k in range(1, 11)]
        monkeypatch.setattr(relabelling, "number_of_ways", lambda sizes, most: None)
        many = ei_index(ten, groups=groups, draws=4_000).iloc[0]
        assert many["ei_at_least"] == approx(exact["ei_at_least"], abs=0.03)
        assert many["ei_at_most"] == approx(exact["ei_at_most"], abs=0.03)
        assert many["ei_expected"] == exact["ei_expected"]

    def test_the_seed_decides_and_the_order_of_the_input_does_not(self):
        graph = nx.gnp_random_graph(40, 0.2, seed=1)
        groups = {actor: actor % 3 for actor in graph}
        other = nx.Graph()
        other.add_nodes_from(reversed(list(graph)))
        other.add_edges_from((v, u) for u, v in reversed(list(graph.edges)))
        runs = [
            ei_index(one, groups=groups, draws=300, seed=seed)["ei_at_least"][0]
            for one, seed in ((graph, 1), (other, 1), (graph, 2))
        ]
        assert runs[0] == runs[1] != runs[2]

    def test_parts_change_nothing(self, monkeypatch):
        graph = nx.gnp_random_graph(40, 0.2, seed=1)
        groups = {actor: actor % 3 for actor in graph}
        whole = ei_index(graph, groups=groups, draws=300)
        monkeypatch.setattr(relabelling, "AT_ONCE", 1)
        assert ei_index(graph, groups=groups, draws=300).equals(whole)

    def test_no_draws(self):
        with pytest.raises(AssumptionError) as refused:
            ei_index(EIGHT, groups=BY_LETTER, draws=0)
        assert str(refused.value) == "ei_index needs 1 draw or more; got 0."

    @pytest.mark.parametrize("measure", [ei_index, ei_index_by_group, ei_index_by_actor])
    def test_strengths_below_zero(self, measure):
        with pytest.raises(CollabnetError) as refused:
            measure(network_of(("a", "b", -1)), groups={"a": 1, "b": 2}, weights="strength")
        assert str(refused.value) == (
            f"The measure {measure.__name__} needs strengths of zero or more; the tie 'a' to 'b' "
            "has -1.0. Correct it, leave the tie out, or measure without strengths."
        )

    def test_settings_stand_with_the_table(self):
        table = ei_index(EIGHT, groups=BY_LETTER, draws=50, seed=3)
        assert table.attrs["settings"] == {
            "groups": "as given",
            "direction": "ignored",
            "weights": "unweighted",
            "seed": 3,
            "draws": 50,
        }


class TestGroupsAndActors:
    def test_referrals_of_the_sample_with_one_more_inside(self):
        network = network_of(*DIRECTED.ties[["from_id", "to_id", "strength"]].values.tolist(),
                             ("D1", "D2", 3), directed=True)  # fmt: skip
        table = ei_index_by_group(network, groups=AGENCY).set_index("group")
        assert table.loc["police"].tolist() == [3, 1, 0.5]
        assert table.loc["court"].tolist() == [4, 0, 1.0]
        heavy = ei_index_by_group(network, groups=AGENCY, weights="strength", direction="out")
        assert heavy.set_index("group").loc["police"].tolist() == [8, 3, 5 / 11]
        actor = ei_index_by_actor(network, groups=AGENCY).set_index("actor_id")
        assert actor.loc["D1"].tolist() == [2, 1, 1 / 3]
        assert actor.loc["D2"].tolist() == [1, 1, 0.0]

    def test_a_tie_within_counts_from_both_ends_by_name(self):
        """As the sum over the group's actors, which UCINET gives."""
        options = {"groups": BY_LETTER, "weights": "strength"}
        network = network_of(("O1", "O2"), ("O2", "O1"), ("O3", "O1"), ("O1", "D1"), directed=True)
        for direction in ("ignored", "out", "in"):
            found = ei_index_by_group(network, groups=AGENCY, direction=direction, variant="ends")
            actors = ei_index_by_actor(network, groups=AGENCY, direction=direction)
            actors["group"] = [AGENCY[actor] for actor in actors["actor_id"]]
            sums = actors.groupby("group")[["ei_external", "ei_internal"]].sum()
            assert found["ei_internal"].tolist() == sums["ei_internal"].tolist()
            assert found["ei_external"].tolist() == sums["ei_external"].tolist()
        once, twice = (ei_index_by_group(EIGHT, variant=one, **options) for one in ("ties", "ends"))
        assert (twice["ei_internal"] == 2 * once["ei_internal"]).all()
        with pytest.raises(AssumptionError) as refused:
            ei_index_by_group(EIGHT, groups=BY_LETTER, variant="both")
        assert str(refused.value) == (
            "ei_index_by_group needs the variant 'ties' or 'ends'; got 'both'."
        )

    @DIRECTIONS
    @WEIGHTS
    def test_by_definition(self, direction, weights):
        for graph in random_graphs():
            groups = two_groups(graph)
            pairs = definitions.pairs_of(graph, direction=direction, weighted=weights == "strength")
            ends = {"out": (0,), "in": (1,), "ignored": (0, 1)}[direction]
            ends = ends if graph.is_directed() else (0, 1)
            options = {"groups": groups, "direction": direction, "weights": weights}
            for row in ei_index_by_actor(graph, **options).itertuples():
                own = [one for one in pairs if row.actor_id in [one[end] for end in ends]]
                assert row.ei_index == approx(definitions.ei(own, groups), nan_ok=True)
            for row in ei_index_by_group(graph, **options).itertuples():
                own = [one for one in pairs if row.group in [groups[one[end]] for end in ends]]
                assert row.ei_index == approx(definitions.ei(own, groups), nan_ok=True)

    @settings(max_examples=40)
    @given(seed=st.integers(0, 10**6))
    def test_ties_of_actors_groups_and_network_add_up(self, seed):
        graph = nx.gnp_random_graph(9, 0.4, seed=seed)
        groups = {actor: actor % 3 for actor in graph}
        whole = ei_index(graph, groups=groups, draws=1).iloc[0]
        by_actor, by_group = (
            ei_index_by_actor(graph, groups=groups),
            ei_index_by_group(graph, groups=groups),
        )
        assert by_actor["ei_external"].sum() == 2 * whole["ei_external"]
        assert by_actor["ei_internal"].sum() == 2 * whole["ei_internal"]
        assert by_group["ei_external"].sum() == 2 * whole["ei_external"]
        assert by_group["ei_internal"].sum() == whole["ei_internal"]


class TestWays:
    @pytest.mark.parametrize("sizes", [(1,), (3,), (1, 1, 1), (2, 3), (2, 1, 2), (0, 2, 1)])
    def test_every_way_stands_once(self, sizes):
        sizes = np.array(sizes)
        found = [tuple(way.tolist()) for way in relabelling.every_way(sizes)]
        names = np.repeat(np.arange(sizes.size), sizes).tolist()
        assert len(found) == len(set(found)) == relabelling.number_of_ways(sizes, 10**6)
        assert set(found) == set(permutations(names))
