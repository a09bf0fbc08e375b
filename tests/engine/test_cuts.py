"""Minimum vertex cuts: all of them, and only they, against trying every set."""

import re
from random import Random

import pytest

from collabnet.engine import Cuts, VertexCutGraph, minimum_cuts
from engine.oracles import (
    A1,
    COURT,
    D1,
    G1_ARCS,
    HOSPITAL,
    I1,
    O1,
    O2,
    O3,
    POLICE,
    RESIDENTIAL,
    S1,
    all_minimum_cuts,
    random_fixed,
    random_members,
    random_pairs,
)


def parallel_chains(k):
    """Build k chains of two vertices: one of each chain has to go, 2**k ways to choose."""
    return 2 * k, [(i, k + i) for i in range(k)], range(k), range(k, 2 * k)


class TestG1:
    """Who has to leave before no way between two agencies is left."""

    graph = VertexCutGraph(8, G1_ARCS)

    def test_court_to_residential_rests_on_the_intake_worker(self):
        assert self.graph.minimum_cuts(COURT, RESIDENTIAL) == Cuts(1, ((I1,),), True)

    def test_police_to_residential_rests_on_the_intake_worker(self):
        """Ways over the court and over the advocate meet only there."""
        assert self.graph.minimum_cuts(POLICE, RESIDENTIAL) == Cuts(1, ((I1,),), True)

    def test_police_to_court_rests_on_either_end(self):
        assert self.graph.minimum_cuts(POLICE, COURT) == Cuts(1, ((O1,), (D1,)), True)

    def test_hospital_to_residential_is_a_chain_of_three(self):
        assert self.graph.minimum_cuts(HOSPITAL, RESIDENTIAL).sets == ((I1,), (A1,), (S1,))

    def test_no_way_from_the_court_to_the_police(self):
        assert self.graph.minimum_cuts(COURT, POLICE) == Cuts(0, ((),), True)

    def test_a_second_intake_worker(self):
        """O2 sends to both intake workers, O3 too; O1 and the advocate only to the first."""
        second = 8
        graph = VertexCutGraph(9, [*G1_ARCS, (O2, second), (O3, second)])
        assert graph.minimum_cuts(COURT, [I1, second]) == Cuts(2, ((I1, second),), True)
        assert graph.minimum_cuts(POLICE, [I1, second]) == Cuts(1, ((I1,),), True)


class TestMinimumCuts:
    def test_both_source_and_sink_is_a_way_by_itself(self):
        assert minimum_cuts(2, [], [0, 1], [0]) == Cuts(1, ((0,),), True)

    def test_a_fixed_way_cannot_be_stopped(self):
        found = minimum_cuts(4, [(0, 1), (1, 2), (0, 3), (3, 2)], [0], [2], fixed={0, 1, 2})
        assert found == Cuts(None, (), True)

    def test_a_fixed_source_that_is_a_sink_cannot_be_stopped(self):
        assert minimum_cuts(1, [], [0], [0], fixed={0}).size is None

    def test_the_vertices_between_fixed_ends_have_to_go(self):
        arcs = [(0, 1), (0, 2), (1, 3), (2, 3)]
        assert minimum_cuts(4, arcs, [0], [3], fixed={0, 3}) == Cuts(2, ((1, 2),), True)

    def test_a_fixed_vertex_passes_any_number_of_ways(self):
        arcs = [(0, 2), (1, 2), (2, 3), (2, 4)]
        found = minimum_cuts(5, arcs, [0, 1], [3, 4], fixed={2})
        assert found == Cuts(2, ((0, 1), (3, 4)), True)

    def test_without_sources_or_sinks_there_is_no_way(self):
        assert minimum_cuts(2, [(0, 1)], [], [1]) == Cuts(0, ((),), True)
        assert minimum_cuts(2, [(0, 1)], [0], []) == Cuts(0, ((),), True)

    def test_equals_trying_every_set_on_random_graphs(self):
        for seed in range(1_000):
            random = Random(seed)
            n = random.randint(2, 12)
            arcs = random_pairs(random, n, 4 * n)
            sources, sinks = random_members(random, n, 5), random_members(random, n, 5)
            fixed = random_fixed(random, n)
            found = minimum_cuts(n, arcs, sources, sinks, fixed=fixed, cap=10_000)
            assert found.is_complete
            assert found[:2] == all_minimum_cuts(n, arcs, sources, sinks, fixed)

    def test_equals_trying_every_set_on_layers(self):
        """Four layers of three, arcs to the next layer and back: many sets of one size."""
        most = 0
        for seed in range(500):
            random = Random(seed)
            pairs = [(u, v) for u in range(9) for v in range(u // 3 * 3 + 3, u // 3 * 3 + 6)]
            forward = [pair for pair in pairs if random.random() < 0.6]
            arcs = forward + [(v, u) for u, v in pairs if random.random() < 0.2]
            fixed = random_fixed(random, 12)
            found = minimum_cuts(12, arcs, range(3), range(9, 12), fixed=fixed)
            assert found.is_complete
            assert found[:2] == all_minimum_cuts(12, arcs, range(3), range(9, 12), fixed)
            most = max(most, len(found.sets))
        assert most > 10

    def test_one_graph_answers_many_questions(self):
        """No question leaves anything behind for the next."""
        random = Random(7)
        arcs = random_pairs(random, 12, 60)
        graph = VertexCutGraph(12, arcs, fixed={3})
        for _ in range(50):
            sources, sinks = random_members(random, 12, 4), random_members(random, 12, 4)
            expected = minimum_cuts(12, arcs, sources, sinks, fixed={3})
            assert graph.minimum_cuts(sources, sinks) == expected

    def test_numbering_the_vertices_anew_renames_the_sets(self):
        for seed in range(200):
            random = Random(seed)
            n = random.randint(2, 20)
            arcs = random_pairs(random, n, 3 * n)
            sources, sinks = random_members(random, n, 5), random_members(random, n, 5)
            fixed = random_fixed(random, n)
            new = random.sample(range(n), n)
            one = minimum_cuts(n, arcs, sources, sinks, fixed=fixed, cap=10_000)
            two = minimum_cuts(
                n,
                [(new[u], new[v]) for u, v in arcs],
                [new[v] for v in sources],
                [new[v] for v in sinks],
                fixed={new[v] for v in fixed},
                cap=10_000,
            )
            assert one.size == two.size
            renamed = {tuple(sorted(new[v] for v in cut)) for cut in one.sets}
            assert renamed == set(two.sets)

    def test_a_vertex_outside_the_graph_is_refused(self):
        said = "Cuts need vertices from 0 to 2; got 0 to 5."
        with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
            minimum_cuts(3, [(0, 1)], [0, 5], [2])


class TestCap:
    @pytest.mark.parametrize(("k", "count"), [(3, 8), (5, 32), (6, 64)])
    def test_up_to_64_sets_are_all_there(self, k, count):
        found = minimum_cuts(*parallel_chains(k))
        assert found.size == k
        assert len(set(found.sets)) == count
        assert found.is_complete

    def test_beyond_64_sets_it_says_so(self):
        found = minimum_cuts(*parallel_chains(7))
        assert found.size == 7
        assert len(set(found.sets)) == 64
        assert not found.is_complete
        assert all(sorted(v % 7 for v in cut) == list(range(7)) for cut in found.sets)

    def test_many_chains_are_no_more_work(self):
        assert len(minimum_cuts(*parallel_chains(40)).sets) == 64

    def test_a_cap_of_one_keeps_the_set_closest_to_the_sources(self):
        n, arcs, sources, sinks = parallel_chains(3)
        assert minimum_cuts(n, arcs, sources, sinks, cap=1) == Cuts(3, ((0, 1, 2),), False)

    def test_which_sets_are_kept_does_not_depend_on_the_order_of_arcs(self):
        n, chains, sources, sinks = parallel_chains(7)
        # Crossing arcs that lead back leave the cuts as they are but change what is found first.
        arcs = [*chains, *((7 + i, (i + 1) % 7) for i in range(7))]
        found = minimum_cuts(n, arcs, sources, sinks)
        for seed in range(20):
            random = Random(seed)
            arcs = random.sample(arcs, len(arcs))
            shuffled = random.sample(sources, 7), random.sample(sinks, 7)
            assert minimum_cuts(n, arcs, *shuffled) == found

    def test_a_low_cap_keeps_some_of_all_sets(self):
        for seed in range(300):
            random = Random(seed)
            n = random.randint(2, 12)
            arcs = random_pairs(random, n, 2 * n)
            sources, sinks = random_members(random, n, 4), random_members(random, n, 4)
            every = minimum_cuts(n, arcs, sources, sinks, cap=10_000)
            some = minimum_cuts(n, arcs, sources, sinks, cap=2)
            assert some.size == every.size
            assert set(some.sets) <= set(every.sets)
            assert len(some.sets) == min(2, len(every.sets))
            assert some.is_complete == (len(every.sets) <= 2)
