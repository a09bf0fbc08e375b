"""Multiplexity, by hand and by counting."""

from collections import defaultdict
from random import Random

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from collabnet.metrics import multiplexity, multiplexity_by_actor
from collabnet.model.errors import AssumptionError
from metrics.networks import random_graphs

KINDS = ("refer", "train", "share")


def related(*ties, directed=False):
    graph = nx.MultiDiGraph() if directed else nx.MultiGraph()
    for u, v, *kinds in ties:
        for kind in kinds:
            graph.add_edge(u, v, kind=kind)
    return graph


THREE = related(("A", "B", "refer", "train"), ("A", "C", "refer"), ("B", "C", *KINDS))


class TestMultiplexity:
    def test_pairs_with_two_kinds_or_more_over_pairs_with_any(self):
        assert multiplexity(THREE).iloc[0].tolist() == [3, 2, 2 / 3]

    def test_several_ties_of_one_kind_are_one_relation(self):
        graph = related(("A", "B", "refer", "refer"), ("B", "C", "refer", "train"))
        assert multiplexity(graph).iloc[0].tolist() == [2, 1, 0.5]

    @pytest.mark.parametrize(
        ("direction", "expected"), [("ignored", [1, 1, 1.0]), ("out", [2, 0, 0.0])]
    )
    def test_the_two_ways_of_a_pair_are_taken_together_or_each_for_itself(
        self, direction, expected
    ):
        graph = related(("A", "B", "refer"), ("B", "A", "train"), directed=True)
        assert multiplexity(graph, direction=direction).iloc[0].tolist() == expected

    @pytest.mark.parametrize("nothing", [None, "", float("nan"), pd.NA])
    def test_ties_that_do_not_say_their_kind_are_left_out(self, nothing):
        graph = related(("A", "B", "refer", nothing), ("A", "C", nothing))
        graph.add_edge("B", "C")
        graph.add_edge("A", "A", kind="train")
        assert multiplexity(graph).iloc[0].tolist() == [1, 0, 0.0]

    def test_without_kinds_it_is_undefined(self):
        found = multiplexity(nx.path_graph(3)).iloc[0]
        assert found["related_pairs"] == 0
        assert np.isnan(found["multiplexity"])

    def test_one_tie_may_be_of_several_kinds(self):
        graph = nx.Graph()
        graph.add_edge("A", "B", relation=["refer", "train"])
        graph.add_edge("B", "C", relation={"refer"})
        table = multiplexity(graph, kind="relation")
        assert table.iloc[0].tolist() == [2, 1, 0.5]
        assert table.attrs["settings"] == {"direction": "ignored", "kind": "relation"}

    @pytest.mark.parametrize("direction", ["out", "in", "ignored"])
    def test_by_counting(self, direction):
        for seed, graph in enumerate(random_graphs()):
            draw = Random(seed)
            for _, _, values in graph.edges(data=True):
                values["kind"] = draw.choice(KINDS)
            together = not graph.is_directed() or direction == "ignored"
            kinds, by_actor = defaultdict(set), defaultdict(lambda: defaultdict(set))
            for u, v, kind in graph.edges(data="kind"):
                if u == v:
                    continue
                kinds[frozenset((u, v)) if together else (u, v)].add(kind)
                if together or direction == "out":
                    by_actor[u][v].add(kind)
                if together or direction == "in":
                    by_actor[v][u].add(kind)
            several = sum(len(one) > 1 for one in kinds.values())
            share = several / len(kinds) if kinds else np.nan
            found = multiplexity(graph, direction=direction).iloc[0].tolist()
            np.testing.assert_equal(found, [len(kinds), several, share])
            for row in multiplexity_by_actor(graph, direction=direction).itertuples():
                own = by_actor[row.actor_id].values()
                assert row.related_contacts == len(own)
                assert row.multiplex_contacts == sum(len(one) > 1 for one in own)

    def test_a_direction_that_does_not_exist(self):
        for measure in (multiplexity, multiplexity_by_actor):
            with pytest.raises(AssumptionError) as refused:
                measure(THREE, direction="up")
            assert str(refused.value) == (
                f"{measure.__name__} needs the direction 'out' or 'in' or 'ignored'; got 'up'."
            )


class TestOfActors:
    def test_contacts_with_two_kinds_or_more_over_contacts_with_any(self):
        THREE.add_node("Z")
        table = multiplexity_by_actor(THREE).set_index("actor_id")
        assert table.loc["A"].tolist() == [2, 1, 0.5]
        assert table.loc["B"].tolist() == [2, 2, 1.0]
        assert np.isnan(table.loc["Z", "multiplex_share"])
