"""Cutpoints, bridges, pairs cut and fragmentation, by hand on small networks."""

import numpy as np
import pytest

from collabnet.metrics import (
    bridges,
    core_numbers,
    cutpoints,
    distance_weighted_fragmentation,
    fragmentation,
    fragmentation_without,
    pairs_cut,
)
from collabnet.model import Network
from collabnet.model.errors import EmptyNetworkError
from metrics.g1 import AGENCY, DIRECTED, UNDIRECTED, nonzero, values

ALONE = Network([("clinic", {})], [], is_directed=False)
RING = Network.from_pairs([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")])


def found(network, column):
    return values(fragmentation_without(network), column)


class TestCutpoints:
    @pytest.mark.parametrize("network", [UNDIRECTED, DIRECTED], ids=["undirected", "directed"])
    def test_g1_whatever_the_direction(self, network):
        table = cutpoints(network)
        assert set(nonzero(table, "is_cutpoint")) == {"I1", "A1"}
        assert nonzero(table, "pairs_cut") == {"I1": 11, "A1": 11}

    def test_ten_pairs_of_28_are_left_when_a_key_player_goes(self):
        """28 pairs in contact; those with the leaver are 7; 11 of the other 21 are cut."""
        assert 28 - 7 - values(cutpoints(UNDIRECTED), "pairs_cut")["I1"] == 10

    def test_a_ring_has_none(self):
        assert not nonzero(cutpoints(RING), "is_cutpoint")


class TestPairsCut:
    def test_pairs_of_different_agencies_alone(self):
        table = pairs_cut(UNDIRECTED, groups=AGENCY)
        assert nonzero(table, "pairs_cut") == {"I1": 11, "A1": 11}
        assert nonzero(table, "pairs_cut_between_groups") == {"I1": 8, "A1": 10}

    def test_without_groups_there_is_no_such_column(self):
        assert list(pairs_cut(UNDIRECTED).columns) == ["actor_id", "pairs_cut"]

    def test_an_actor_without_a_group_counts_as_one_of_its_own(self):
        star = Network.from_pairs([("hub", end) for end in "abcd"])
        table = pairs_cut(star, groups={"a": 1, "b": 1})
        assert nonzero(table, "pairs_cut_between_groups") == {"hub": 5}


class TestBridges:
    def test_g1_has_four(self):
        table = bridges(UNDIRECTED)
        pairs = {frozenset(pair) for pair in zip(table["from_id"], table["to_id"], strict=True)}
        assert pairs == {
            frozenset(p) for p in (("O2", "I1"), ("O3", "I1"), ("D2", "A1"), ("S1", "A1"))
        }

    def test_parallel_ties_are_one_bridge(self):
        """Two rows between the same two are still their only contact."""
        assert len(bridges(Network.from_pairs([("a", "b", 1), ("b", "a", 1)]))) == 1

    def test_none_is_an_empty_table_with_its_columns(self):
        assert list(bridges(RING).columns) == ["from_id", "to_id"]
        assert bridges(RING).empty


class TestCoreNumbers:
    def test_g1_has_a_2_core_of_four(self):
        found = values(core_numbers(UNDIRECTED), "core_number")
        assert {actor for actor, k in found.items() if k == 2} == {"O1", "I1", "A1", "D1"}
        assert set(found.values()) == {1, 2}

    def test_self_ties_and_parallel_ties_add_nothing_and_isolates_have_zero(self):
        assert values(core_numbers(ALONE), "core_number") == {"clinic": 0}
        pair = Network.from_pairs([("a", "b"), ("b", "a"), ("a", "a")])
        assert values(core_numbers(pair), "core_number") == {"a": 1, "b": 1}


class TestFragmentation:
    def test_g1_is_whole(self):
        assert fragmentation(UNDIRECTED) == 0

    def test_all_isolated_is_one(self):
        apart = Network([("a", {}), ("b", {}), ("c", {})], [], is_directed=False)
        assert fragmentation(apart) == 1

    def test_without_the_intake_worker(self):
        assert round(fragmentation(UNDIRECTED.without(["I1"])), 4) == 0.5238

    def test_without_both_key_players(self):
        left = UNDIRECTED.without(["I1", "A1"])
        assert round(fragmentation(left), 4) == 0.9333
        assert round(distance_weighted_fragmentation(left), 4) == 0.9333
        apart = Network.from_pairs([("D1", "O1")])
        as_isolates = Network(
            [(actor, {}) for actor in UNDIRECTED.actor_ids],
            [("D1", "O1", 0, {})],
            is_directed=False,
        )
        assert round(fragmentation(as_isolates), 4) == 0.9643
        assert fragmentation(apart) == 0

    def test_one_actor_has_no_pair(self):
        assert np.isnan(fragmentation(ALONE))
        assert np.isnan(distance_weighted_fragmentation(ALONE))


class TestDistanceWeightedFragmentation:
    def test_g1_before_and_after(self):
        intact = distance_weighted_fragmentation(UNDIRECTED)
        without = distance_weighted_fragmentation(UNDIRECTED.without(["I1"]))
        assert (round(intact, 4), round(without, 4)) == (0.4048, 0.6825)
        assert without - intact == pytest.approx(0.2778, abs=5e-5)

    def test_everybody_tied_to_everybody_is_zero(self):
        assert distance_weighted_fragmentation(
            Network.from_pairs([("a", "b"), ("b", "c"), ("a", "c")])
        ) == pytest.approx(0)


class TestFragmentationWithout:
    def test_g1_with_those_who_stay_counted(self):
        f = {actor: round(value, 4) for actor, value in found(UNDIRECTED, "fragmentation").items()}
        assert f == {"I1": 0.5238, "A1": 0.5238} | dict.fromkeys(
            ("O1", "O2", "O3", "D1", "D2", "S1"), 0
        )

    def test_g1_with_the_leaver_counted_as_an_isolate(self):
        other = found(UNDIRECTED, "fragmentation_as_isolate")
        assert round(other["I1"], 4) == round(other["A1"], 4) == 0.6429
        assert round(other["O1"], 4) == 0.25

    def test_g1_by_distance(self):
        assert round(found(UNDIRECTED, "distance_weighted")["I1"], 4) == 0.6825

    def test_fewer_than_two_who_stay_have_no_pair(self):
        two = Network.from_pairs([("a", "b")])
        assert np.isnan(found(two, "fragmentation")["a"])
        assert found(two, "fragmentation_as_isolate")["a"] == 1


@pytest.mark.parametrize(
    "measure",
    [
        cutpoints,
        core_numbers,
        pairs_cut,
        bridges,
        fragmentation,
        fragmentation_without,
        distance_weighted_fragmentation,
    ],
)
def test_no_actors_is_an_error_that_names_the_measure(measure):
    with pytest.raises(EmptyNetworkError) as refused:
        measure(Network([], [], is_directed=False))
    assert str(refused.value) == (
        f"{measure.__name__} needs at least one actor; the network has none. Check what it was "
        "built from."
    )
