"""Direct cut sets: who has to leave before every row is stopped."""

from random import Random

from collabnet.engine import Cuts, direct_cuts
from engine.oracles import I1, O1, O2, O3, all_minimum_covers, random_fixed, random_pairs


class TestDirectCuts:
    def test_g1_court_to_residential(self):
        assert direct_cuts([(O1, I1), (O2, I1), (O3, I1)]) == Cuts(1, ((I1,),), True)

    def test_a_second_intake_worker_makes_it_two(self):
        rows = [(O1, I1), (O2, I1), (O2, 8), (O3, I1), (O3, 8)]
        assert direct_cuts(rows) == Cuts(2, ((I1, 8),), True)

    def test_a_position_cannot_leave(self):
        """Rows to a position are stopped on the other side."""
        assert direct_cuts([(0, 2), (1, 2)], fixed={2}) == Cuts(2, ((0, 1),), True)

    def test_a_row_between_two_positions_cannot_be_stopped(self):
        assert direct_cuts([(0, 2), (1, 3)], fixed={0, 2}) == Cuts(None, (), True)

    def test_indirect_ways_do_not_count(self):
        """0 reaches 2 only over 1; both rows have to stop, and 1 holds both."""
        assert direct_cuts([(0, 1), (1, 2)]) == Cuts(1, ((1,),), True)

    def test_somebody_on_both_sides_is_one_vertex(self):
        assert direct_cuts([(0, 1), (1, 0), (1, 2)]) == Cuts(1, ((1,),), True)

    def test_a_row_to_oneself_is_stopped_by_leaving(self):
        assert direct_cuts([(0, 0)]) == Cuts(1, ((0,),), True)
        assert direct_cuts([(0, 0)], fixed={0}).size is None

    def test_no_rows_need_nobody(self):
        assert direct_cuts([]) == Cuts(0, ((),), True)

    def test_equals_trying_every_set_when_the_sides_are_apart(self):
        for seed in range(500):
            random = Random(seed)
            n = random.randint(1, 6)
            rows = [(u, n + v) for u, v in random_pairs(random, n, 2 * n)]
            fixed = random_fixed(random, 2 * n)
            found = direct_cuts(rows, fixed=fixed, cap=10_000)
            assert found.is_complete
            assert found[:2] == all_minimum_covers(rows, fixed)

    def test_equals_trying_every_set_when_people_are_on_both_sides(self):
        for seed in range(1_000):
            random = Random(seed)
            n = random.randint(1, 11)
            rows = random_pairs(random, n, 2 * n)
            fixed = random_fixed(random, n)
            found = direct_cuts(rows, fixed=fixed, cap=10_000)
            assert found.is_complete
            assert found[:2] == all_minimum_covers(rows, fixed)


class TestCap:
    def test_beyond_64_sets_it_says_so(self):
        found = direct_cuts([(i, 7 + i) for i in range(7)])
        assert found.size == 7
        assert len(set(found.sets)) == 64
        assert not found.is_complete

    def test_exactly_64_sets_are_complete(self):
        found = direct_cuts([(i, 6 + i) for i in range(6)])
        assert len(set(found.sets)) == 64
        assert found.is_complete

    def test_which_sets_are_kept_does_not_depend_on_the_order_of_rows(self):
        for seed in range(300):
            random = Random(seed)
            n = random.randint(2, 11)
            rows = random_pairs(random, n, 2 * n)
            found = direct_cuts(rows, cap=2)
            assert direct_cuts(random.sample(rows, len(rows)), cap=2) == found
            every = direct_cuts(rows, cap=10_000)
            assert set(found.sets) <= set(every.sets)
            assert len(found.sets) == min(2, len(every.sets))
            assert found.is_complete == (len(every.sets) <= 2)
