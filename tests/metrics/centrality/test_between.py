"""Betweenness of actors and ties, by hand and against every shortest path there is."""

from fractions import Fraction
from itertools import combinations, permutations
from math import lcm
from random import Random

import networkx as nx
import pytest

from collabnet.metrics import betweenness, tie_betweenness
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.centrality.oracles import (
    as_igraph,
    betweenness_of,
    costs_of,
    near,
    plain_of,
    shortest_paths_of,
)
from metrics.g1 import DIRECTED, TRIPLES, UNDIRECTED, nonzero, values
from metrics.networks import random_graphs, simple

ALONE = Network([("clinic", {})], [], is_directed=False)
TWO = Network.from_pairs([("clinic", "outreach")])


def of_ties(table):
    pairs = zip(table["from_id"], table["to_id"], strict=True)
    return dict(zip(pairs, table["tie_betweenness"], strict=True))


class TestBetweenness:
    def test_g1_undirected(self):
        raw = betweenness(UNDIRECTED)
        assert nonzero(raw, "betweenness") == {"I1": 12.5, "A1": 12.5, "O1": 1.5, "D1": 1.5}

    def test_g1_normalised_by_the_pairs_of_others(self):
        found = values(betweenness(UNDIRECTED, normalised=True), "betweenness")
        assert found["I1"] == found["A1"] == pytest.approx(12.5 / 21)
        assert round(found["I1"], 4) == 0.5952

    def test_g1_directed_the_only_receiver_stands_on_no_way_between_others(self):
        raw = values(betweenness(DIRECTED), "betweenness")
        assert (raw["A1"], raw["O1"], raw["I1"]) == (2.5, 0.5, 0)

    def test_directed_pairs_are_twice_as_many(self):
        found = values(betweenness(DIRECTED, normalised=True), "betweenness")
        assert found["A1"] == pytest.approx(2.5 / 42)

    def test_g1_with_its_direction_ignored_is_g1_undirected(self):
        for cost in ("unweighted", "1/strength"):
            found = betweenness(DIRECTED, direction="ignored", cost=cost)["betweenness"]
            assert found.tolist() == betweenness(UNDIRECTED, cost=cost)["betweenness"].tolist()

    def test_g1_weighted_stronger_is_closer(self):
        found = betweenness(UNDIRECTED, cost="1/strength")
        assert nonzero(found, "betweenness") == {"I1": 14.0, "A1": 14.0}
        settings = {"direction": "out", "cost": "1/strength", "normalised": False}
        assert found.attrs["settings"] == settings

    def test_strength_is_not_taken_for_cost(self):
        """Misread as cost it would be I1 11, A1 12.5, D1 3, O1 1.5."""
        turned = Network.from_pairs([(u, v, 1 / n) for u, v, n in TRIPLES])
        found = betweenness(turned, cost="1/strength")
        wrong = {"I1": 11.0, "A1": 12.5, "D1": 3.0, "O1": 1.5}
        assert nonzero(found, "betweenness") == wrong
        assert nonzero(betweenness(UNDIRECTED, cost="1/strength"), "betweenness") != wrong

    def test_parallel_ties_are_added_before_the_cost_is_taken(self):
        """Two ties of strength 1 from a to c make a step as short as the way over b."""
        ties = [("a", "b", 4), ("b", "c", 4), ("a", "c", 1), ("c", "a", 1)]
        found = betweenness(Network.from_pairs(ties), cost="1/strength")
        assert nonzero(found, "betweenness") == {"b": 0.5}

    def test_tied_sums_of_fractions_are_told_exactly(self):
        """As floats 0.1 + 0.2 is more than 0.3, and one of two equal ways would be lost."""
        ties = [("a", "b", 1 / 0.1), ("b", "d", 1 / 0.2), ("a", "c", 1 / 0.2), ("c", "d", 1 / 0.1)]
        ties.append(("a", "d", 1 / 0.3))
        found = betweenness(Network.from_pairs(ties), cost="1/strength")
        assert nonzero(found, "betweenness") == pytest.approx(
            {"a": 1 / 2, "b": 1 / 3, "c": 1 / 3, "d": 1 / 2}
        )

    def test_a_very_small_strength_is_a_long_step(self):
        ties = [("a", "b", 1e-12), ("b", "c", 1e-12), ("a", "c", 1e-13)]
        found = betweenness(Network.from_pairs(ties), cost="1/strength")
        assert nonzero(found, "betweenness") == {"b": 1.0}

    def test_an_actor_with_only_incoming_ties_is_an_end_and_no_way(self):
        ties = [("a", "end"), ("b", "end"), ("a", "b"), ("b", "c"), ("c", "a")]
        found = values(betweenness(Network.from_pairs(ties, is_directed=True)), "betweenness")
        assert found == {"a": 2.0, "b": 1.0, "c": 1.0, "end": 0.0}

    @pytest.mark.parametrize("network", [ALONE, TWO], ids=["one", "two"])
    def test_without_pairs_of_others_normalised_is_undefined(self, network):
        assert set(betweenness(network)["betweenness"]) == {0.0}
        assert betweenness(network, normalised=True)["betweenness"].isna().all()

    @pytest.mark.parametrize("value", [0, -2, float("inf"), float("nan")])
    @pytest.mark.parametrize("measure", [betweenness, tie_betweenness])
    def test_a_cost_that_is_none_is_refused_by_name(self, measure, value):
        network = Network.from_pairs([("a", "b", 1), ("court", "program", value)])
        with pytest.raises(CollabnetError) as refused:
            measure(network, cost="1/strength")
        assert str(refused.value) == (
            f"The measure {measure.__name__} with a cost of 1/strength needs strengths above zero; "
            f"the tie 'court' to 'program' has {float(value)}. Correct it, leave the tie out, or "
            "use the cost 'unweighted'."
        )

    def test_another_cost_is_refused(self):
        with pytest.raises(AssumptionError) as refused:
            betweenness(TWO, cost="strength")
        assert str(refused.value) == (
            "betweenness needs the cost 'unweighted' or '1/strength'; got 'strength'."
        )


class TestTies:
    def test_a_row_for_each_tie_once_in_the_order_of_actors(self):
        found = of_ties(tie_betweenness(UNDIRECTED))
        assert found == {
            ("A1", "D1"): 6.0,
            ("A1", "D2"): 7.0,
            ("A1", "I1"): 12.0,
            ("A1", "S1"): 7.0,
            ("D1", "O1"): 4.0,
            ("I1", "O1"): 6.0,
            ("I1", "O2"): 7.0,
            ("I1", "O3"): 7.0,
        }

    def test_a_directed_tie_carries_paths_along_it_alone(self):
        both = Network.from_pairs(
            [("a", "b"), ("b", "a"), ("b", "c"), ("c", "d")], is_directed=True
        )
        found = {("a", "b"): 3.0, ("b", "a"): 1.0, ("b", "c"): 4.0, ("c", "d"): 3.0}
        assert of_ties(tie_betweenness(both)) == found

    def test_normalised_by_all_pairs(self):
        assert of_ties(tie_betweenness(TWO, normalised=True)) == {("clinic", "outreach"): 1.0}
        found = of_ties(tie_betweenness(DIRECTED, normalised=True))
        assert found["A1", "I1"] == pytest.approx(3.5 / 56)

    def test_a_tie_longer_than_the_way_around_it_has_zero(self):
        ties = [("a", "b", 4), ("b", "c", 4), ("a", "c", 1)]
        found = of_ties(tie_betweenness(Network.from_pairs(ties), cost="1/strength"))
        assert found == {("a", "b"): 2.0, ("a", "c"): 0.0, ("b", "c"): 2.0}

    def test_parallel_ties_are_one_row(self):
        assert len(tie_betweenness(Network.from_pairs([("a", "b"), ("b", "a")]))) == 1


class TestAgainstAllPaths:
    @pytest.mark.parametrize("weighted", [False, True])
    def test_random_networks(self, weighted):
        cost = "1/strength" if weighted else "unweighted"
        for graph in random_graphs():
            plain = plain_of(graph)
            paths = shortest_paths_of(plain, costs_of(plain, weighted=weighted))
            actors, ties = betweenness_of(plain, paths)
            assert values(betweenness(graph, cost=cost), "betweenness") == actors
            found = of_ties(tie_betweenness(graph, cost=cost))
            if not plain.is_directed():
                found |= {(v, u): value for (u, v), value in found.items()}
            assert {tie: found[tie] for tie in ties} == ties

    def test_networkx_and_igraph(self):
        for graph in random_graphs():
            plain = plain_of(graph)
            found = betweenness(graph)["betweenness"].tolist()
            assert found == near(nx.betweenness_centrality(plain, normalized=False).values())
            assert found == near(as_igraph(plain).betweenness())
            if len(plain) > 2:
                share = betweenness(graph, normalised=True)["betweenness"].tolist()
                assert share == near(nx.betweenness_centrality(plain).values())
            for normalised in (False, True):
                theirs = nx.edge_betweenness_centrality(plain, normalized=normalised)
                table = tie_betweenness(graph, normalised=normalised)
                ours = of_ties(table)
                assert sorted(ours.values()) == near(sorted(theirs.values()))
                assert [ours.get(tie, ours.get(tie[::-1])) for tie in theirs] == near(
                    theirs.values()
                )

    def test_direction_ignored(self):
        for graph in random_graphs(directed=True, count=60):
            plain = simple(graph, directed=False)
            expected = nx.betweenness_centrality(plain, normalized=False)
            assert betweenness(graph, direction="ignored")["betweenness"].tolist() == near(
                expected.values()
            )

    def test_2000_small_networks_with_tied_strengths_in_any_order(self):
        """Not one may differ, and no order of ties or actors may change anything."""
        for seed in range(2000):
            ids, ties, is_directed = _tied(Random(seed))
            expected = _exhaustive(ids, ties, is_directed)
            for turn in range(2):
                found = betweenness(_network(ids, ties, is_directed, turn), cost="1/strength")
                assert values(found, "betweenness") == expected, seed


def _tied(draw):
    """A small network whose strengths cost 0.1 to 0.7, or are 0.1 to 0.7: sums of costs tie."""
    ids = [f"a{i}" for i in range(draw.randint(3, 6))]
    is_directed = draw.random() < 0.5
    pairs = permutations(ids, 2) if is_directed else combinations(ids, 2)
    share = draw.choice([0.4, 0.6, 0.9]) / (2 if is_directed else 1)
    turned = draw.random() < 0.5
    ties = []
    for u, v in pairs:
        if draw.random() < share:
            tenths = draw.randint(1, 7)
            ties.append((u, v, 1 / (tenths / 10) if turned else tenths / 10))
    return ids, ties, is_directed


def _network(ids, ties, is_directed, turn):
    shuffled, others = list(ties), list(ids)
    Random(turn).shuffle(shuffled)
    if turn:
        others.reverse()
        if not is_directed:
            shuffled = [(v, u, strength) for u, v, strength in shuffled]
    keyed = [(u, v, i, {"strength": strength}) for i, (u, v, strength) in enumerate(shuffled)]
    return Network([(actor, {}) for actor in others], keyed, is_directed=is_directed)


def _exhaustive(ids, ties, is_directed):
    """Walk every path there is, short or long, and keep the cheapest of each pair."""
    exact = {(u, v): 1 / Fraction(s).limit_denominator(10**6) for u, v, s in ties}
    unit = lcm(*(cost.denominator for cost in exact.values()))
    costs = {pair: int(cost * unit) for pair, cost in exact.items()}
    if not is_directed:
        costs |= {(v, u): cost for (u, v), cost in costs.items()}
    after = {actor: [v for u, v in costs if u == actor] for actor in ids}
    cheapest = {}

    def walk(path, so_far):
        for other in after[path[-1]]:
            if other not in path:
                longer, cost = (*path, other), so_far + costs[path[-1], other]
                best, found = cheapest.get((path[0], other), (cost + 1, []))
                if cost < best:
                    cheapest[path[0], other] = cost, [longer]
                elif cost == best:
                    found.append(longer)
                walk(longer, cost)

    for actor in ids:
        walk((actor,), 0)
    total = dict.fromkeys(ids, Fraction(0))
    for _, paths in cheapest.values():
        for path in paths:
            for actor in path[1:-1]:
                total[actor] += Fraction(1, len(paths) * (1 if is_directed else 2))
    return {actor: float(value) for actor, value in total.items()}
