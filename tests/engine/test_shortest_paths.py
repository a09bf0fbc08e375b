"""Betweenness: exact where paths tie, against networkx and against listing all paths."""

import re
from fractions import Fraction
from itertools import permutations
from random import Random

import networkx as nx
import numpy as np
import pytest

from collabnet.engine import betweenness, build_csr, entry_costs, integer_costs
from engine.oracles import A1, D1, G1_ARCS, G1_COUNTS, I1, O1, columns, random_pairs, to_networkx


def weighted(n, pairs, costs, *, directed=False):
    """Build the network and put its costs in order."""
    csr = build_csr(n, *columns(pairs), directed=directed)
    return csr, entry_costs(csr, *columns(pairs), costs)


def by_listing_paths(graph):
    """Share of the cheapest simple paths of every ordered pair that run through each vertex."""
    total = dict.fromkeys(graph, Fraction(0))
    for start, end in permutations(graph, 2):
        paths = list(nx.all_simple_paths(graph, start, end))
        costs = [sum(graph[u][v]["cost"] for u, v in nx.utils.pairwise(path)) for path in paths]
        best = [path for path, cost in zip(paths, costs, strict=True) if cost == min(costs)]
        for path in best:
            for between in path[1:-1]:
                total[between] += Fraction(1, len(best))
    return [float(total[v] if graph.is_directed() else total[v] / 2) for v in sorted(graph)]


class TestBetweenness:
    def test_g1_undirected(self):
        found = betweenness(build_csr(8, *columns(G1_ARCS)))
        assert found[[I1, A1, O1, D1]].tolist() == [12.5, 12.5, 1.5, 1.5]
        assert found.sum() == 28
        assert found[I1] / 21 == pytest.approx(0.5952, abs=5e-5)

    def test_g1_directed(self):
        found = betweenness(build_csr(8, *columns(G1_ARCS), directed=True))
        assert found[[A1, O1, I1]].tolist() == [2.5, 0.5, 0]
        assert found.sum() == 3

    def test_g1_with_cost_1_over_strength(self):
        costs = integer_costs(Fraction(1, count) for count in G1_COUNTS)
        found = betweenness(*weighted(8, G1_ARCS, costs))
        assert found.tolist() == [0, 0, 0, 14, 14, 0, 0, 0]

    def test_g1_with_strength_misread_as_cost_differs(self):
        found = betweenness(*weighted(8, G1_ARCS, G1_COUNTS))
        assert found[[I1, A1, D1, O1]].tolist() == [11, 12.5, 3, 1.5]

    def test_equal_networkx_on_random_networks(self):
        for seed in range(200):
            random = Random(seed)
            n = random.randint(1, 30)
            pairs = random_pairs(random, n, 3 * n)
            directed = seed % 2 == 1
            graph = to_networkx(n, pairs, directed=directed)
            expected = nx.betweenness_centrality(graph, normalized=False)
            found = betweenness(build_csr(n, *columns(pairs), directed=directed))
            assert found == pytest.approx([expected[v] for v in range(n)])

    @pytest.mark.parametrize("directed", [False, True])
    def test_costs_in_tenths_equal_listing_all_paths(self, directed):
        """Tied sums such as 0.1 + 0.2 and 0.3 count as tied."""
        for seed in range(150):
            random = Random(seed)
            n = random.randint(2, 6)
            graph = to_networkx(n, random_pairs(random, n, 3 * n), directed=directed)
            pairs = list(graph.edges)
            tenths = [random.randint(1, 7) for _ in pairs]
            for (u, v), cost in zip(pairs, tenths, strict=True):
                graph[u][v]["cost"] = cost
            costs = integer_costs(Fraction(cost, 10) for cost in tenths)
            found = betweenness(*weighted(n, pairs, costs, directed=directed))
            assert found.tolist() == by_listing_paths(graph)

    def test_equal_costs_are_the_same_as_none(self):
        for seed in range(50):
            random = Random(seed)
            n = random.randint(1, 20)
            pairs = random_pairs(random, n, 3 * n)
            csr, costs = weighted(n, pairs, [5] * len(pairs))
            assert np.array_equal(betweenness(csr, costs), betweenness(csr))

    def test_numbering_the_actors_anew_changes_no_digit(self):
        for seed in range(100):
            random = Random(seed)
            n = random.randint(2, 30)
            pairs = random_pairs(random, n, 3 * n)
            new = random.sample(range(n), n)
            one = betweenness(build_csr(n, *columns(pairs)))
            two = betweenness(build_csr(n, *columns((new[u], new[v]) for u, v in pairs)))
            assert np.array_equal(one, two[new])

    def test_more_paths_than_a_machine_integer_counts(self):
        """A chain of 70 squares has 2**70 shortest paths; a square's two sides share them."""
        pairs = []
        for k in range(70):
            left, up, down, right = range(3 * k, 3 * k + 4)
            pairs += [(left, up), (left, down), (up, right), (down, right)]
        n = 3 * 70 + 1
        found = betweenness(build_csr(n, *columns(pairs)))
        for k in range(70):
            outside = (3 * k + 1) * (3 * (69 - k) + 1) / 2
            assert found[3 * k + 1] == found[3 * k + 2] == outside

    def test_a_cost_is_needed_for_every_entry(self):
        said = "betweenness needs 4 positive costs, one per entry; got 2, the smallest 1."
        with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
            betweenness(build_csr(3, [0, 1], [1, 2]), [1, 1])

    def test_a_cost_of_zero_is_refused(self):
        said = "betweenness needs 2 positive costs, one per entry; got 2, the smallest 0."
        with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
            betweenness(build_csr(2, [0], [1]), [1, 0])


class TestIntegerCosts:
    def test_proportions_are_kept(self):
        assert integer_costs([Fraction(1, 10), Fraction(2, 10), Fraction(3, 10)]) == [1, 2, 3]

    def test_no_costs(self):
        assert integer_costs([]) == []

    def test_a_cost_that_is_not_positive_is_refused(self):
        said = "integer_costs needs positive costs; got -1/2."
        with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
            integer_costs([1, Fraction(-1, 2)])


class TestEntryCosts:
    def test_directed_entries_have_their_own_cost(self):
        csr = build_csr(2, [0, 1], [1, 0], directed=True)
        assert entry_costs(csr, [1, 0], [0, 1], [7, 3]) == [3, 7]

    def test_a_pair_with_two_costs_is_refused(self):
        said = "Pair (1, 0) has costs 3 and 7; give one."
        with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
            entry_costs(build_csr(2, [0], [1]), [0, 1], [1, 0], [3, 7])

    def test_a_pair_without_cost_is_refused(self):
        said = "Pair (1, 2) of the network has no cost."
        with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
            entry_costs(build_csr(3, [0, 1], [1, 2]), [0], [1], [3])
