"""Many scenarios at once, against a search for each; drawn alike by numpy, compiled, threaded."""

from itertools import product
from math import prod
from random import Random

import networkx as nx
import numpy as np
import pytest

from collabnet.engine.scenarios.blocks import (
    ScenarioGraph,
    pattern_weights,
    patterns,
    scenario_words,
    weight_of,
)
from collabnet.engine.scenarios.count import count_no_way
from collabnet.engine.scenarios.draw import BLOCK, count_bits, draw_left, draw_until


def draw_graph(random, n=9):
    """A directed graph with two groups of starts and two of ends, overlaps among them."""
    n = random.randint(1, n)
    arcs = {(random.randrange(n), random.randrange(n)) for _ in range(random.randint(0, 3 * n))}
    groups = [
        tuple(tuple(sorted(random.sample(range(n), random.randint(0, min(3, n))))) for _ in "ab")
        for _ in range(2)
    ]
    return ScenarioGraph(n, tuple(sorted(arcs)), *groups)


def has_way(graph, up, start, end):
    """By networkx: a path of nodes that are up, its ends among them."""
    left = nx.DiGraph(graph.arcs)
    left.add_nodes_from(range(graph.n))
    left.remove_nodes_from([v for v in range(graph.n) if not up[v]])
    reached = {v for s in start if up[s] for v in {s, *nx.descendants(left, s)}}
    return not reached.isdisjoint(end)


class TestPatterns:
    @pytest.mark.parametrize("n", range(9))
    def test_bit_i_of_a_scenarios_number_in_row_i(self, n):
        bits = np.unpackbits(patterns(n).astype("<u8").view(np.uint8), axis=1, bitorder="little")
        expected = [[(k >> i) & 1 for k in range(2**n)] for i in range(n)]
        assert bits[:, : 2**n].tolist() == expected

    def test_weights_are_the_chances_of_the_combinations(self):
        p = [0.1, 0.7, 0.4]
        expected = [
            prod(one if (k >> i) & 1 else 1 - one for i, one in enumerate(p)) for k in range(8)
        ]
        assert pattern_weights(p) == pytest.approx(expected)
        assert weight_of(patterns(3)[1], pattern_weights(p)) == pytest.approx(0.7)


class TestWays:
    @pytest.mark.parametrize("seed", range(40))
    def test_equal_a_search_in_every_scenario(self, seed):
        graph = draw_graph(Random(seed), n=7)
        ways = graph.ways(patterns(graph.n))
        for k, up in enumerate(product((0, 1), repeat=graph.n)):
            up = up[::-1]  # bit 0 first
            for s, start in enumerate(graph.starts):
                for e, end in enumerate(graph.ends):
                    bit = (int(ways[s, e, k // 64]) >> (k % 64)) & 1
                    assert bool(bit) == has_way(graph, up, start, end)

    def test_more_words_than_are_worked_on_at_once(self):
        graph = ScenarioGraph(12, tuple((i, i + 1) for i in range(11)), ((0,),), ((11,),))
        assert count_bits(graph.ways(patterns(12)))[0, 0] == 1

    def test_without_arcs_a_node_in_both_groups_is_a_way(self):
        graph = ScenarioGraph(2, (), ((0,), (1,)), ((0,),))
        assert count_bits(graph.ways(patterns(2)))[:, 0].tolist() == [32, 0]


class TestScenarioWords:
    def test_a_bit_for_each_scenario_in_which_a_node_is_up(self):
        words = scenario_words([[0]] * 65 + [[]], 2)
        assert words.shape == (2, 2)
        assert (int(words[0, 0]), int(words[0, 1]) & 0b11) == (0, 0b10)


class TestDrawLeft:
    def test_each_row_with_its_chance(self):
        """Within five standard errors; 0 and 1 are exact."""
        p, n = np.array([0.0, 0.003, 0.2, 0.5, 0.9, 1.0]), 100 * BLOCK
        share = count_bits(draw_left(p, 1, 0, 100)) / n
        assert (share[0], share[-1]) == (0, 1)
        assert (abs(share - p) <= 5 * np.sqrt(p * (1 - p) / n)).all()

    def test_rows_are_independent(self):
        left = draw_left([0.5, 0.5, 0.5], 1, 0, 100)
        both = count_bits(left[:2] & left[1:]) / (100 * BLOCK)
        assert both == pytest.approx([0.25, 0.25], abs=0.01)

    def test_a_block_is_the_same_wherever_drawing_begins(self):
        p = [0.1, 0.6]
        assert (draw_left(p, 7, 0, 5)[:, 24:] == draw_left(p, 7, 3, 2)).all()
        assert (draw_left(p, 7, 0, 1) != draw_left(p, 8, 0, 1)).any()


class TestCountNoWay:
    @pytest.mark.parametrize("seed", range(25))
    def test_compiled_and_plain_count_the_same_for_any_number_of_threads(self, seed):
        random = Random(seed)
        graph = draw_graph(random, n=30)
        p = [random.choice([0.0, 1.0, random.random()]) for _ in range(graph.n)]
        plain = count_no_way(graph, p, seed, 2, 5, compiled=False)
        for threads in (1, 2, 3):
            found = count_no_way(graph, p, seed, 2, 5, compiled=True, threads=threads)
            assert found.tolist() == plain.tolist()

    @pytest.mark.parametrize("seed", range(60))
    def test_within_four_standard_errors_of_counting_every_combination(self, seed):
        """16,384 draws; where the chance is 0 or 1, exactly so."""
        random = Random(1000 + seed)
        graph = draw_graph(random)
        p = [random.random() for _ in range(graph.n)]
        none_left = ~graph.ways(patterns(graph.n))
        weights = pattern_weights([1 - one for one in p])
        drawn = count_no_way(graph, p, seed, 0, 32) / (32 * BLOCK)
        for s, e in product(range(2), repeat=2):
            exact = weight_of(none_left[s, e], weights)
            error = np.sqrt(max(0.0, exact * (1 - exact)) / (32 * BLOCK))
            assert abs(drawn[s, e] - exact) <= 4 * error + 1e-12

    def test_small_networks_are_never_compiled(self, monkeypatch):
        monkeypatch.setattr("collabnet.engine.scenarios.count._compiled", None)
        graph = ScenarioGraph(50, tuple((i, i + 1) for i in range(49)), ((0,),), ((49,),))
        assert count_no_way(graph, [0.5] * 50, 0, 0, 16).tolist() == [[BLOCK * 16]]

    def test_large_ones_are_where_numba_is_there(self, monkeypatch):
        called = []
        monkeypatch.setattr("collabnet.engine.scenarios.count.COMPILED_FROM", 1)
        monkeypatch.setattr(
            "collabnet.engine.scenarios.count._compiled", lambda *_: called.append("compiled")
        )
        graph = ScenarioGraph(2, ((0, 1),), ((0,),), ((1,),))
        count_no_way(graph, [0.5] * 2, 0, 0, 16)
        assert called == ["compiled"]
        monkeypatch.setattr("collabnet.engine.scenarios.count.find_spec", lambda _: None)
        assert count_no_way(graph, [1.0] * 2, 0, 0, 16).tolist() == [[BLOCK * 16]]
        assert called == ["compiled"]


class TestDrawUntil:
    def test_stops_when_every_standard_error_is_small_enough(self):
        drawn = draw_until(lambda _, blocks: np.array([0, BLOCK * blocks // 2]), error=0.004)
        assert (drawn.draws, drawn.is_settled) == (16384, True)
        assert drawn.standard_error[1] == pytest.approx(0.5 / 128)

    def test_or_at_the_most_draws_and_says_so(self):
        drawn = draw_until(lambda _, n: np.array([BLOCK * n // 2]), error=1e-9, most=20_000)
        assert (drawn.draws, drawn.is_settled) == (20_480, False)

    def test_none_in_all_draws_is_no_proof_of_never(self):
        drawn = draw_until(lambda *_: np.array([0]))
        assert drawn.share[0] == 0
        assert drawn.standard_error[0] > 0

    def test_blocks_are_asked_for_once_each(self):
        asked = []

        def count(first, blocks):
            asked.extend(range(first, first + blocks))
            return np.array([BLOCK * blocks // 2])

        draw_until(count, error=1e-9, most=50_000)
        assert asked == list(range(98))
