"""The tables of people and agencies against removing each and counting again."""

from functools import cache
from itertools import combinations
from random import Random

import networkx as nx
import pytest

from collabnet.risk.assessment import assess
from risk import oracles
from risk.random_coalitions import draw_network


def in_contact(graph, groups):
    pairs = [p for part in nx.connected_components(graph) for p in combinations(part, 2)]
    return len(pairs), sum(groups[one] != groups[other] for one, other in pairs)


def cut(graph, groups, actor):
    """Pairs of others that lose contact, all and of different agencies."""
    left = graph.copy()
    left.remove_node(actor)
    near = nx.node_connected_component(graph, actor) - {actor}
    others = sum(groups[one] != groups[actor] for one in near)
    before, after = in_contact(graph, groups), in_contact(left, groups)
    return before[0] - len(near) - after[0], before[1] - others - after[1]


def undirected(coalition, level):
    graph = nx.Graph(coalition.network(level, ["referral"]).to_networkx())
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    return graph


@cache
def drawn(seed):
    """Draw a coalition and assess it, once for all tests of a seed."""
    return assess(draw_network(Random(seed)))


@pytest.mark.parametrize("seed", range(40))
class TestRandom:
    def test_pairs_cut_and_cutpoints_of_people(self, seed):
        given = drawn(seed).coalition
        graph = undirected(given, "people")
        groups = {actor: homes[0] for actor, homes in given.agencies_of.items()}
        points = set(nx.articulation_points(graph))
        for row in drawn(seed).people.to_dict("records"):
            found = row["pairs_cut"], row["pairs_cut_between_agencies"]
            assert found == cut(graph, groups, row["person_id"])
            assert row["is_cutpoint"] == (row["person_id"] in points)

    def test_pairs_cut_and_cutpoints_of_agencies(self, seed):
        given = drawn(seed).coalition
        graph = undirected(given, "agencies")
        groups = {agency: agency for agency in graph}
        points = set(nx.articulation_points(graph))
        for row in drawn(seed).agencies.to_dict("records"):
            assert row["pairs_cut"] == cut(graph, groups, row["agency_id"])[0]
            assert row["is_cutpoint"] == (row["agency_id"] in points)

    def test_reachable_pairs_and_direct_pathways_lost(self, seed):
        """By the rows that name both ends, as if the person's were not there."""
        found = drawn(seed)
        rows = [r for r in found.rows if "unknown" not in (r.sender.kind, r.receiver.kind)]
        agencies = list(found.coalition.agencies["agency_id"])
        pairs = [(a, b) for a in agencies for b in agencies if a != b]
        ways = oracles.Ways(rows, "named")
        joined = [pair for pair in pairs if ways.joins(*pair)]
        direct = {(r.from_agency, r.to_agency) for r in rows if not r.is_inside}
        for row in found.people.to_dict("records"):
            person = row["person_id"]
            if row["kind"] == "group":
                assert row["reachable_pairs_lost"] == row["direct_pathways_lost"] == 0
                continue
            lost = sum(person in ways.unavoidable([a], b) for a, b in joined)
            assert row["reachable_pairs_lost"] == lost, person
            left = [r for r in rows if person not in r.people]
            kept = {(r.from_agency, r.to_agency) for r in left if not r.is_inside}
            assert row["direct_pathways_lost"] == len(direct - kept), person
            assert row["rows_touched"] == sum(person in r.people for r in found.rows)
