"""K-cores, undirected and directed."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings

from collabnet.metrics import core_numbers
from collabnet.model.errors import AssumptionError
from metrics.centrality.oracles import as_igraph
from metrics.cohesion.oracles import plain_of
from metrics.drawn import drawn
from metrics.g1 import DIRECTED, UNDIRECTED, values
from metrics.krackhardt import FRIENDS
from metrics.networks import network_of, random_graphs


def numbers(network, **options):
    return core_numbers(network, **options)["core_number"].tolist()


class TestCoreNumbers:
    @pytest.mark.parametrize("network", [UNDIRECTED, DIRECTED], ids=["undirected", "directed"])
    def test_g1_has_a_2_core_of_four(self, network):
        found = values(core_numbers(network), "core_number")
        assert {actor for actor, k in found.items() if k == 2} == {"O1", "I1", "A1", "D1"}
        assert set(found.values()) == {1, 2}

    def test_self_ties_and_parallel_ties_add_nothing_and_isolates_have_zero(self):
        pair = network_of(("a", "b"), ("b", "a"), ("a", "a"), actors=["alone"])
        assert numbers(pair) == [1, 1, 0]

    def test_ties_in_and_out_apart(self):
        """Two who lead to a third and to each other: out of the ring nothing comes in."""
        fed = network_of(("a", "b"), ("b", "a"), ("a", "c"), ("b", "c"), directed=True)
        assert numbers(fed, direction="in") == [1, 1, 1]
        assert numbers(fed, direction="out") == [1, 1, 0]
        assert numbers(fed) == [2, 2, 2]
        assert numbers(fed, variant="arcs") == [2, 2, 2]

    def test_a_pair_with_ties_both_ways_counts_twice_as_arcs(self):
        both = network_of(("a", "b"), ("b", "a"), directed=True)
        assert (numbers(both), numbers(both, variant="arcs")) == ([1, 1], [2, 2])

    def test_karate_club(self):
        """Zachary (1977): a 4-core of ten, as igraph 1.3.5 of R has it: coreness(g)."""
        found = values(core_numbers(nx.karate_club_graph()), "core_number")
        main = {actor for actor, k in found.items() if k == 4}
        assert main == {0, 1, 2, 3, 7, 8, 13, 30, 32, 33}
        assert max(found.values()) == 4

    def test_friends_among_managers_as_igraph_and_sna(self):
        """igraph 1.3.5 of R, coreness(g, mode = ...); sna 2.7-1, kcores(s)."""
        into = [4, 4, 4, 4, 4, 2, 2, 4, 4, 1, 4, 4, 1, 4, 4, 3, 4, 3, 4, 2, 4]
        out = [2, 2, 1, 2, 3, 2, 0, 1, 0, 2, 3, 2, 2, 1, 3, 2, 3, 1, 3, 1, 2]
        arcs = [7, 7, 6, 7, 7, 6, 3, 6, 6, 6, 7, 7, 3, 6, 7, 6, 7, 5, 7, 5, 7]
        assert numbers(FRIENDS, direction="in") == into
        assert numbers(FRIENDS, direction="out") == out
        assert numbers(FRIENDS, variant="arcs") == arcs

    def test_options_that_there_are_not(self):
        with pytest.raises(AssumptionError) as refused:
            core_numbers(DIRECTED, direction="up")
        assert str(refused.value) == (
            "core_numbers needs the direction 'ignored' or 'out' or 'in'; got 'up'."
        )
        with pytest.raises(AssumptionError) as refused:
            core_numbers(DIRECTED, variant="freeman")
        assert str(refused.value) == (
            "core_numbers needs the variant 'pairs' or 'arcs'; got 'freeman'."
        )


class TestRandom:
    def test_against_every_subset_networkx_and_igraph(self):
        for graph in random_graphs(most=8):
            plain, pairs = plain_of(graph), plain_of(graph, directed=False)
            assert numbers(graph) == by_subsets(pairs, nx.degree)
            assert numbers(graph) == [nx.core_number(pairs)[actor] for actor in graph]
            if plain.is_directed():
                made = as_igraph(plain)
                for direction, ties in (("in", nx.DiGraph.in_degree), ("out", nx.DiGraph.out_degree)):  # fmt: skip # noqa: E501
                    found = numbers(graph, direction=direction)
                    assert found == by_subsets(plain, lambda one, ties=ties: ties.__get__(one))
                    assert found == made.coreness(mode=direction)
                arcs = numbers(graph, variant="arcs")
                assert arcs == [nx.core_number(plain)[actor] for actor in graph]
                assert arcs == by_subsets(plain, nx.degree)


def by_subsets(plain, degree):
    """Give each actor the largest of the smallest degrees in any part that holds it."""
    best = dict.fromkeys(plain, 0)
    for size in range(1, len(plain) + 1):
        for some in combinations(plain, size):
            least = min(n for _, n in degree(plain.subgraph(some)))
            for actor in some:
                best[actor] = max(best[actor], least)
    return [best[actor] for actor in plain]


SMALL = drawn()


class TestProperties:
    @given(SMALL)
    @settings(max_examples=60)
    def test_in_and_out_change_places_when_ties_turn_round(self, network):
        turned = network.to_networkx().reverse()
        assert numbers(network, direction="in") == numbers(turned, direction="out")
        assert numbers(network) == numbers(turned)

    @given(SMALL)
    @settings(max_examples=60)
    def test_it_is_no_more_than_the_contacts_and_an_isolate_has_none(self, network):
        graph = network.to_networkx()
        graph.add_node("alone")
        pairs = plain_of(graph, directed=False)
        found = values(core_numbers(graph), "core_number")
        assert all(k <= pairs.degree(actor) for actor, k in found.items())
        assert found["alone"] == 0
        assert list(found.values())[:-1] == numbers(network)
