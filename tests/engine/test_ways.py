"""Ways that share no vertex: as many as a minimum cut holds, whatever is left out."""

from itertools import pairwise
from random import Random

import pytest

from collabnet.engine import VertexCutGraph, Ways, minimum_cuts
from collabnet.engine.cuts.bits import lowest, mask, members
from engine.oracles import random_fixed, random_members, random_pairs


class TestBits:
    def test_a_set_is_what_went_in(self):
        for seed in range(100):
            some = random_members(Random(seed), 200, 20)
            assert list(members(mask(some))) == sorted(set(some))
            assert lowest(mask(some)) == min(some)


class TestDisjointWays:
    def test_two_ways_round_a_square(self):
        graph = VertexCutGraph(6, [(0, 1), (1, 5), (2, 3), (3, 4)])
        assert graph.disjoint_ways([0, 2], [4, 5]) == Ways(2, ((0, 1, 5), (2, 3, 4)))

    def test_a_vertex_left_out_is_on_no_way(self):
        graph = VertexCutGraph(4, [(0, 1), (1, 3), (0, 2), (2, 3)])
        assert graph.solve([1, 2], [1, 2], without=[0, 1, 3])[1] == Ways(1, ((2,),))
        assert graph.solve([0], [3], without=[1, 2])[0].size == 0

    def test_a_way_over_fixed_vertices_is_a_shortest_one(self):
        arcs = [(0, 1), (1, 3), (3, 4), (0, 2), (2, 4)]
        graph = VertexCutGraph(5, arcs, fixed=range(5))
        assert graph.disjoint_ways([0], [4]) == Ways(None, ((0, 2, 4),))
        assert graph.solve([0], [4], without=[2, 3])[1] == Ways(0, ())

    def test_a_ring_over_a_fixed_vertex_is_cut_short(self):
        """However units were turned round at 2, no way passes it twice."""
        for seed in range(300):
            random = Random(seed)
            n = random.randint(3, 14)
            arcs = random_pairs(random, n, 4 * n)
            fixed = {v for v in range(n) if random.random() < 0.5}
            starts, ends = random_members(random, n, 5), random_members(random, n, 5)
            for way in VertexCutGraph(n, arcs, fixed).disjoint_ways(starts, ends).ways:
                assert len(way) == len(set(way))

    def test_they_are_ways_and_share_nothing_that_can_be_removed(self):
        for seed in range(1_000):
            random = Random(seed)
            n = random.randint(2, 30)
            arcs = random_pairs(random, n, 4 * n)
            starts, ends = random_members(random, n, 6), random_members(random, n, 6)
            fixed = random_fixed(random, n)
            cuts, found = VertexCutGraph(n, arcs, fixed).solve(starts, ends)
            assert found.n == cuts.size
            free = [v for way in found.ways for v in way if v not in fixed]
            assert len(free) == len(set(free))
            for way in found.ways:
                assert way[0] in starts
                assert way[-1] in ends
                assert set(pairwise(way)) <= set(arcs)

    def test_the_order_of_arcs_changes_nothing(self):
        for seed in range(200):
            random = Random(seed)
            n = random.randint(2, 30)
            arcs = random_pairs(random, n, 3 * n)
            starts, ends = random_members(random, n, 6), random_members(random, n, 6)
            one = VertexCutGraph(n, arcs).disjoint_ways(starts, ends)
            shuffled = random.sample(arcs, len(arcs))
            assert VertexCutGraph(n, shuffled).disjoint_ways(starts, ends) == one

    def test_an_arc_outside_the_graph_is_refused(self):
        with pytest.raises(ValueError, match="vertices from 0 to 2; got 0 to 3"):
            VertexCutGraph(3, [(0, 3)])


class TestLarge:
    """Beyond what can be tried out: cuts do cut, and as many ways show that no fewer would."""

    @pytest.mark.parametrize(("n", "degree"), [(120, 2), (120, 3), (200, 5), (200, 12)])
    def test_every_cut_cuts_and_both_ends_agree(self, n, degree):
        for seed in range(12):
            random = Random(seed)
            arcs = [(random.randrange(n), random.randrange(n)) for _ in range(n * degree)]
            fixed = {v for v in range(n) if random.random() < random.choice([0, 0.05])}
            starts = random.sample(range(n), random.randint(1, 12))
            ends = random.sample(range(n), random.randint(1, 12))
            cuts, found = VertexCutGraph(n, arcs, fixed).solve(starts, ends)
            assert found.n == cuts.size
            turned = VertexCutGraph(n, [(v, u) for u, v in arcs], fixed).solve(ends, starts)[0]
            assert turned.size == cuts.size
            if cuts.is_complete:
                assert turned.sets == cuts.sets
            for cut in cuts.sets[:8]:
                left = [(u, v) for u, v in arcs if u not in cut and v not in cut]
                sources, sinks = set(starts) - set(cut), set(ends) - set(cut)
                assert minimum_cuts(n, left, sources, sinks).size == 0
