"""Several measures at once, by name."""

import pandas as pd
import pytest

import collabnet as cn
from collabnet.metrics.catalogue import MEASURES, measure
from collabnet.model import Network
from collabnet.model.errors import EmptyNetworkError, NotFoundError
from metrics.g1 import DIRECTED, UNDIRECTED


class TestMeasure:
    def test_columns_come_in_the_order_asked_for(self):
        table = measure(UNDIRECTED, ["harmonic", "degree"])
        assert list(table.columns) == ["actor_id", "harmonic", "degree"]
        assert tuple(table["actor_id"]) == UNDIRECTED.actor_ids

    def test_a_measure_named_twice_is_computed_once(self):
        assert list(measure(UNDIRECTED, ["degree", "degree"]).columns) == ["actor_id", "degree"]

    def test_all_measures_where_none_is_named(self):
        table = measure(DIRECTED)
        assert list(table.columns) == [
            "actor_id",
            "out_degree",
            "in_degree",
            "degree",
            "out_strength",
            "in_strength",
            "strength",
            "betweenness",
            "harmonic",
            "is_cutpoint",
            "pairs_cut",
        ]

    @pytest.mark.parametrize("name", MEASURES)
    def test_the_same_as_the_measure_alone(self, name):
        pd.testing.assert_frame_equal(measure(UNDIRECTED, [name]), MEASURES[name](UNDIRECTED))

    def test_a_networkx_graph_serves_as_well(self):
        pd.testing.assert_frame_equal(measure(UNDIRECTED.to_networkx()), measure(UNDIRECTED))

    def test_it_is_part_of_the_public_face(self):
        assert cn.measure is measure
        assert cn.metrics.degree is MEASURES["degree"]

    def test_an_unknown_name_says_what_there_is(self):
        with pytest.raises(NotFoundError) as refused:
            measure(UNDIRECTED, ["betweeness"])
        assert str(refused.value) == (
            "There is no measure 'betweeness'. Did you mean betweenness? Measures are degree, "
            "strength, betweenness, harmonic, cutpoints."
        )

    def test_no_actors_is_an_error(self):
        with pytest.raises(EmptyNetworkError) as refused:
            measure(Network([], [], is_directed=False), ["degree"])
        assert str(refused.value) == (
            "degree needs at least one actor; the network has none. Check what it was built from."
        )
