"""Fragmentation, whole and with actors gone: by hand, by R, and by removing and recounting."""

import networkx as nx
import numpy as np
import pytest

from collabnet.metrics import (
    distance_weighted_fragmentation,
    fragmentation,
    fragmentation_without,
)
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, NotFoundError
from metrics.g1 import DIRECTED, UNDIRECTED, values
from metrics.networks import network_of, random_graphs, simple
from metrics.removal.oracles import (
    distance_weighted_by_hand,
    fragmentation_by_hand,
    without,
)

ALONE = network_of(actors=["clinic"])
BOTH = pytest.mark.parametrize("network", [UNDIRECTED, DIRECTED], ids=["undirected", "directed"])


def one(table):
    """Give the one number of a network."""
    return table.iloc[0, 0]


def of_each(network, column):
    return values(fragmentation_without(network), column)


class TestFragmentation:
    @BOTH
    @pytest.mark.parametrize(
        ("gone", "among_stayers", "with_isolates"),
        [((), 0, 0), (("I1",), 0.5238, 0.6429), (("I1", "A1"), 0.9333, 0.9643), (("O1",), 0, 0.25)],
    )
    def test_g1_in_both_readings(self, network, gone, among_stayers, with_isolates):
        found = one(fragmentation(network, without=gone))
        as_isolates = one(fragmentation(network, without=gone, variant="isolates"))
        assert (round(found, 4), round(as_isolates, 4)) == (among_stayers, with_isolates)

    def test_all_isolated_is_one(self):
        assert one(fragmentation(network_of(actors="abc"))) == 1

    def test_one_actor_has_no_pair(self):
        assert np.isnan(one(fragmentation(ALONE)))
        assert np.isnan(one(fragmentation(network_of(("a", "b")), without=["a"])))

    def test_those_who_left_may_be_all(self):
        pair = network_of(("a", "b"))
        assert one(fragmentation(pair, without=["a", "b"], variant="isolates")) == 1
        assert np.isnan(one(fragmentation(pair, without=["a", "b"])))

    def test_settings_say_who_left_and_how_they_count(self):
        table = fragmentation(UNDIRECTED, without=["I1"], variant="isolates")
        assert table.attrs["settings"] == {"without": ("I1",), "variant": "isolates"}

    def test_one_id_is_one_actor_not_its_letters(self):
        assert one(fragmentation(UNDIRECTED, without="I1")) == pytest.approx(11 / 21)

    def test_one_number_is_one_actor_and_a_list_is_nobody(self):
        path = nx.path_graph(3)
        assert one(fragmentation(path, without=1)) == 1
        with pytest.raises(NotFoundError) as refused:
            fragmentation(path, without=[[1]])
        assert str(refused.value) == (
            "There is no actor '[1]'. fragmentation needs actors of the network."
        )

    def test_somebody_unknown_cannot_leave(self):
        with pytest.raises(NotFoundError) as refused:
            fragmentation(UNDIRECTED, without=["i1 "])
        assert str(refused.value) == (
            "There is no actor 'i1 '. Did you mean I1? fragmentation needs actors of the network."
        )

    def test_an_unknown_reading_is_refused(self):
        with pytest.raises(AssumptionError) as refused:
            fragmentation(UNDIRECTED, variant="original")
        assert str(refused.value) == (
            "fragmentation needs the variant 'removed' or 'isolates'; got 'original'."
        )


class TestDistanceWeightedFragmentation:
    @BOTH
    @pytest.mark.parametrize(
        ("gone", "value"), [((), 0.4048), (("I1",), 0.6825), (("I1", "A1"), 0.9333)]
    )
    def test_g1(self, network, gone, value):
        assert round(one(distance_weighted_fragmentation(network, without=gone)), 4) == value

    def test_everybody_tied_to_everybody_is_zero_and_no_ties_one(self):
        triangle = network_of(("a", "b"), ("b", "c"), ("a", "c"))
        assert one(distance_weighted_fragmentation(triangle)) == pytest.approx(0)
        assert one(distance_weighted_fragmentation(network_of(actors="abc"))) == 1

    def test_one_actor_has_no_pair(self):
        assert np.isnan(one(distance_weighted_fragmentation(ALONE)))


class TestFragmentationWithout:
    def test_g1_with_those_who_stay_counted(self):
        found = of_each(UNDIRECTED, "fragmentation_without")
        assert {a: round(f, 4) for a, f in found.items() if f} == {"I1": 0.5238, "A1": 0.5238}

    def test_g1_with_the_leaver_counted_as_an_isolate(self):
        found = of_each(UNDIRECTED, "fragmentation_as_isolate")
        assert round(found["I1"], 4) == round(found["A1"], 4) == 0.6429
        assert round(found["O1"], 4) == 0.25

    def test_g1_by_distance_and_the_rise(self):
        assert round(of_each(UNDIRECTED, "distance_weighted_without")["I1"], 4) == 0.6825
        assert round(of_each(UNDIRECTED, "distance_weighted_rise")["I1"], 4) == 0.2778
        assert round(of_each(UNDIRECTED, "fragmentation_rise")["I1"], 4) == 0.5238

    def test_an_isolate_that_leaves_lowers_it(self):
        found = of_each(network_of(("a", "b"), actors=["c"]), "fragmentation_rise")
        assert found["c"] == pytest.approx(-2 / 3)

    def test_fewer_than_two_who_stay_have_no_pair(self):
        two = network_of(("a", "b"))
        assert np.isnan(of_each(two, "fragmentation_without")["a"])
        assert of_each(two, "fragmentation_as_isolate")["a"] == 1

    def test_florentine_families_as_computed_with_r(self):
        """Padgett's marriages; R 4.2.2, igraph 1.3.5: delete_vertices, components and
        global_efficiency(directed = FALSE) by the formulas of Borgatti (2006)."""
        network = Network.from_networkx(nx.florentine_families_graph())
        found = fragmentation_without(network).set_index("actor_id")
        for family, f, df in (
            ("Medici", 0.3846154, 0.6738095),
            ("Guadagni", 0.1428571, 0.5672161),
            ("Albizzi", 0.1428571, 0.5565934),
            ("Salviati", 0.1428571, 0.5366300),
            ("Strozzi", 0, 0.5153846),
        ):
            assert found.loc[family, "fragmentation_without"] == pytest.approx(f, abs=5e-8)
            assert found.loc[family, "distance_weighted_without"] == pytest.approx(df, abs=5e-8)


class TestRandom:
    def test_whole_and_without_any_one(self):
        """By removing and counting again, and by networkx's efficiency."""
        for graph in random_graphs():
            plain, n = simple(graph, directed=False), len(graph)
            whole = one(fragmentation(graph)), one(distance_weighted_fragmentation(graph))
            by_hand = fragmentation_by_hand(plain), distance_weighted_by_hand(plain)
            assert whole == pytest.approx(by_hand, rel=1e-9, nan_ok=True)
            if n > 1:
                assert whole[1] == pytest.approx(1 - nx.global_efficiency(plain), rel=1e-9)
            table = fragmentation_without(graph)
            for at, actor in enumerate(graph):
                left = without(plain, actor)
                expected = [
                    fragmentation_by_hand(left),
                    fragmentation_by_hand(left, n),
                    fragmentation_by_hand(left) - by_hand[0],
                    distance_weighted_by_hand(left),
                    distance_weighted_by_hand(left) - by_hand[1],
                ]
                found = table.iloc[at, 1:].tolist()
                assert found == pytest.approx(expected, rel=1e-9, abs=1e-12, nan_ok=True)

    def test_without_several_in_both_readings(self):
        for seed, graph in enumerate(random_graphs(count=60)):
            gone = list(graph)[: seed % 4]
            left = without(simple(graph, directed=False), *gone)
            for measure, by_hand in (
                (fragmentation, fragmentation_by_hand),
                (distance_weighted_fragmentation, distance_weighted_by_hand),
            ):
                removed = one(measure(graph, without=gone))
                assert removed == pytest.approx(by_hand(left), rel=1e-9, nan_ok=True)
                isolates = one(measure(graph, without=gone, variant="isolates"))
                assert isolates == pytest.approx(by_hand(left, len(graph)), rel=1e-9, nan_ok=True)
