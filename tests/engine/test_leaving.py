"""The largest component while actors leave: plain and compiled, against counting again."""

from random import Random

import networkx as nx
import numpy as np
import pytest

from collabnet.engine import build_csr
from collabnet.engine.parts.leaving import (
    by_betweenness_left,
    by_degree_left,
    by_value,
    largest_left,
    surroundings,
)
from engine.oracles import columns, random_pairs, to_networkx


@pytest.mark.parametrize("compiled", [False, True], ids=["plain", "compiled"])
def test_largest_left_equals_counting_again(compiled):
    for seed in range(200):
        random = Random(seed)
        n = random.randint(0, 14)
        pairs = random_pairs(random, n, 2 * n) if n else []
        order = random.sample(range(n), n)
        csr = build_csr(n, *columns(pairs), directed=seed % 2 == 1)
        graph = to_networkx(n, pairs)
        expected = [max(map(len, nx.connected_components(graph)), default=0)]
        for leaver in order:
            graph.remove_node(leaver)
            expected.append(max(map(len, nx.connected_components(graph)), default=0))
        assert largest_left(csr, order, compiled=compiled).tolist() == expected


class TestSurroundings:
    def test_numbering_the_actors_anew_changes_only_the_order_of_those_alike(self):
        for seed in range(60):
            random = Random(seed)
            n = random.randint(1, 12)
            pairs = random_pairs(random, n, 2 * n)
            new = random.sample(range(n), n)
            one = surroundings(build_csr(n, *columns(pairs)))
            two = surroundings(build_csr(n, *columns([(new[u], new[v]) for u, v in pairs])))
            graph = to_networkx(n, pairs)
            nx.set_node_attributes(graph, dict(enumerate(one.tolist())), "at")
            moved = nx.relabel_nodes(graph, dict(enumerate(new)))
            for v in range(n):  # whoever has the same rank has as many ties
                other = int(np.flatnonzero(two == one[v])[0])
                assert graph.degree(v) == moved.degree(other)

    def test_the_two_ends_of_a_path_are_alike_and_stay_in_their_order(self):
        ranks = surroundings(build_csr(5, [0, 1, 2, 3], [1, 2, 3, 4]))
        assert abs(ranks[0] - ranks[4]) == 1 and ranks[0] < ranks[4]


def test_ties_in_degree_go_by_the_rank():
    ring = build_csr(4, [0, 1, 2, 3], [1, 2, 3, 0])
    assert by_degree_left(ring, [3, 2, 1, 0]).tolist()[0] == 3
    assert by_degree_left(ring, [0, 1, 2, 3]).tolist()[0] == 0


def test_values_within_rounding_are_tied():
    values = np.array([0.1 + 0.2, 0.3, 0.5])
    assert by_value(values, [1, 0, 2]).tolist() == [2, 1, 0]


def test_betweenness_is_counted_anew():
    path = build_csr(7, range(6), range(1, 7))
    assert by_betweenness_left(path, range(7)).tolist()[:3] == [3, 1, 5]
