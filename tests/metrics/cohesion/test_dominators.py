"""Dominators: on whom every path from one actor depends."""

import math

import networkx as nx
import pytest
from hypothesis import given, settings

from collabnet.metrics import dominators
from collabnet.model.errors import NotFoundError
from metrics.centrality.oracles import as_igraph
from metrics.cohesion.oracles import plain_of, reached, without
from metrics.drawn import drawn
from metrics.g1 import DIRECTED, UNDIRECTED, values
from metrics.networks import network_of, random_graphs

CHAIN = network_of(
    ("police", "intake"), ("police", "court"), ("intake", "program"), ("court", "program"),
    ("program", "clinic"), ("clinic", "shelter"), ("far", "police"), directed=True,
)  # fmt: skip


def named(table):
    """Give the immediate dominators that there are."""
    found = values(table, "dominator")
    return {actor: one for actor, one in found.items() if one == one}


class TestDominators:
    def test_two_ways_meet_and_go_on_as_one(self):
        table = dominators(CHAIN, from_actor="police")
        assert named(table) == {
            "intake": "police", "court": "police", "program": "police",
            "clinic": "program", "shelter": "clinic",
        }  # fmt: skip
        between = values(table, "n_on_every_path")
        assert (between["program"], between["clinic"], between["shelter"]) == (0, 1, 2)
        lost = values(table, "n_cut_off")
        assert lost == {
            "police": 5, "program": 2, "clinic": 1,
            "court": 0, "far": 0, "intake": 0, "shelter": 0,
        }  # fmt: skip

    def test_who_is_not_reached_has_none_and_loses_nobody(self):
        row = dominators(CHAIN, from_actor="police").set_index("actor_id").loc["far"]
        assert math.isnan(row["dominator"]) and math.isnan(row["n_on_every_path"])
        assert row["n_cut_off"] == 0

    def test_the_start_has_none(self):
        row = dominators(CHAIN, from_actor="police").set_index("actor_id").loc["police"]
        assert math.isnan(row["dominator"]) and math.isnan(row["n_on_every_path"])

    def test_paths_that_end_at_the_actor(self):
        table = dominators(CHAIN, from_actor="clinic", direction="in")
        assert named(table)["far"] == "police"
        assert named(table)["police"] == "program"

    def test_g1_undirected_from_a_detective(self):
        table = dominators(UNDIRECTED, from_actor="D2")
        assert named(table)["I1"] == "A1"
        assert values(table, "n_cut_off") | {"D2": 7, "A1": 6, "I1": 2} == values(
            table, "n_cut_off"
        )
        assert dominators(DIRECTED, from_actor="D2", direction="ignored").equals(table)

    def test_ids_that_are_numbers_stay_what_they_are(self):
        table = dominators(network_of((1, 2), (2, 3), directed=True), from_actor=1)
        assert table["dominator"].tolist()[1:] == [1, 2]
        assert type(table["dominator"].tolist()[2]) is int

    def test_an_actor_that_there_is_not(self):
        with pytest.raises(NotFoundError) as refused:
            dominators(CHAIN, from_actor="polise")
        assert str(refused.value) == (
            "There is no actor 'polise'. Did you mean police? Check the spelling; "
            "network.actor_ids lists all."
        )

    def test_the_flow_graph_of_lengauer_and_tarjan(self):
        """The dominator tree they print (1979), ACM Trans. Program. Lang. Syst. 1, 121-141."""
        steps = {"R": "ABC", "A": "D", "B": "ADE", "C": "FG", "D": "L", "E": "H", "F": "I",
                 "G": "IJ", "H": "EK", "I": "K", "J": "I", "K": "IR", "L": "H"}  # fmt: skip
        arcs = [(u, v) for u, to in steps.items() for v in to]
        table = dominators(network_of(*arcs, directed=True), from_actor="R")
        tree = {"A": "R", "B": "R", "C": "R", "D": "R", "E": "R", "F": "C", "G": "C", "H": "R",
                "I": "R", "J": "G", "K": "R", "L": "D"}  # fmt: skip
        assert named(table) == tree


class TestRandom:
    def test_against_taking_each_away_igraph_and_networkx(self):
        for graph in random_graphs():
            plain = plain_of(graph)
            start = next(iter(plain))
            table = dominators(graph, from_actor=start)
            here = {v for u, v in reached(plain) if u == start}
            lost = {
                actor: here
                - {actor}
                - {v for u, v in reached(without(plain, [actor])) if u == start}
                for actor in plain
            }
            nearest = named(table)
            assert set(nearest) == here
            for actor, n_between, n_lost in table.drop(columns="dominator").itertuples(index=False):
                assert n_lost == len(lost[actor])
                if actor in here:
                    on_the_way = {one for one in plain if one != start and actor in lost[one]}
                    assert n_between == len(on_the_way)
                    # The last one: all others on the way are on the way to it.
                    last = nearest[actor]
                    assert last == start if not on_the_way else last in on_the_way
                    assert all(last in lost[one] for one in on_the_way - {last})
                else:
                    assert math.isnan(n_between)
            both_ways = plain if plain.is_directed() else nx.DiGraph(plain)
            ids = list(plain)
            tree = as_igraph(both_ways).dominator(0)
            assert nearest == {ids[v]: ids[u] for v, u in enumerate(tree) if u >= 0 and v}
            found = nx.immediate_dominators(both_ways, start)
            assert nearest == {v: u for v, u in found.items() if v != start}


SMALL = drawn()


class TestProperties:
    @given(SMALL)
    @settings(max_examples=60)
    def test_whoever_is_between_is_lost_with_somebody(self, network):
        """Each actor on every path to another counts once on both sides; the start loses all."""
        table = dominators(network, from_actor=0)
        others = table[table["actor_id"] != 0]
        assert table["n_on_every_path"].sum() == others["n_cut_off"].sum()
        start = table.loc[table["actor_id"] == 0, "n_cut_off"].item()
        assert start == table["dominator"].notna().sum()

    @given(SMALL)
    @settings(max_examples=60)
    def test_turning_all_ties_round_turns_the_direction_round(self, network):
        turned = dominators(network.to_networkx().reverse(), from_actor=0, direction="in")
        assert turned.equals(dominators(network, from_actor=0))

    @given(SMALL)
    @settings(max_examples=60)
    def test_an_isolate_changes_nothing(self, network):
        graph = network.to_networkx()
        graph.add_node("alone")
        table = dominators(graph, from_actor=0)
        expected = dominators(network, from_actor=0).drop(columns="actor_id")
        assert table.drop(columns="actor_id").iloc[:-1].equals(expected)
