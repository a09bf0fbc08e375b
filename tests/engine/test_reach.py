"""Who can be reached along the arcs, against networkx."""

from random import Random

import networkx as nx

from collabnet.engine import build_csr, marks_reached, neighbour_lists, reach_bits
from engine.oracles import G1_AGENCIES, G1_ARCS, columns, random_pairs, to_networkx


class TestReachBits:
    def test_g1_connects_seven_ordered_pairs_of_agencies(self):
        bits = reach_bits(build_csr(8, *columns(G1_ARCS), directed=True))
        pairs = [
            (a, b)
            for a in G1_AGENCIES
            for b in G1_AGENCIES
            if a != b and any(bits[u] >> v & 1 for u in a for v in b)
        ]
        assert len(pairs) == 7

    def test_nobody_reaches_themselves_even_on_a_ring(self):
        assert reach_bits(build_csr(2, [0, 1], [1, 0], directed=True)) == [0b10, 0b01]

    def test_equal_networkx_on_random_networks(self):
        for seed in range(500):
            random = Random(seed)
            n = random.randint(1, 15)
            pairs = random_pairs(random, n, 2 * n)
            graph = to_networkx(n, pairs, directed=True)
            bits = reach_bits(build_csr(n, *columns(pairs), directed=True))
            found = [{v for v in range(n) if row >> v & 1} for row in bits]
            assert found == [nx.descendants(graph, v) for v in range(n)]


class TestMarksReached:
    def test_nodes_to_skip_are_not_entered(self):
        steps = [[1], [2], []]
        marks = {0: 1, 1: 2, 2: 4}
        assert marks_reached(steps, [0], bytearray([0, 1, 0]), marks) == [1, 0, 0]

    def test_a_start_to_skip_reaches_nothing(self):
        assert marks_reached([[1], []], [0], bytearray([1, 0]), {1: 1}) == [0, 0]

    def test_equal_networkx_on_random_networks(self):
        for seed in range(500):
            random = Random(seed)
            n = random.randint(1, 12)
            pairs = random_pairs(random, n, 3 * n)
            steps = neighbour_lists(build_csr(n, *columns(pairs), directed=True))
            skip = bytearray(random.random() < 0.2 for _ in range(n))
            marks = {v: 1 << v for v in range(n) if random.random() < 0.5}
            starts = [v for v in range(n) if random.random() < 0.4]
            graph = to_networkx(n, pairs, directed=True)
            graph.remove_nodes_from([v for v in range(n) if skip[v]])
            found = marks_reached(steps, starts, skip, marks)
            for start in set(starts) & set(graph):
                reached = {start} | nx.descendants(graph, start)
                assert found[start] == sum(marks.get(v, 0) for v in reached)
