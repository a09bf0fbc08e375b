"""Costs whose sums need several words of 62 bits: compiled search against plain search."""

from fractions import Fraction

import numpy as np
import pytest

from collabnet.engine import (
    betweenness,
    build_csr,
    cost_sums,
    entry_costs,
    integer_costs,
    tie_betweenness,
)
from collabnet.engine.paths.costs_words import sums_fit
from collabnet.engine.paths.shortest_plain import costs_from, steps_of
from collabnet.engine.paths.shortest_threads import costs_in_threads
from engine.oracles import columns
from engine.path_networks import networks, wide_costs_of

pytest.importorskip("numba")

MOST = 1 << 62 * 256 - 1
"""Twice this has no room."""
WIDE = ["1/strength", "near ties", "far apart", "full words"]


class TestBetweenness:
    @pytest.mark.parametrize("measure", [betweenness, tie_betweenness])
    @pytest.mark.parametrize("kind", WIDE)
    def test_equals_plain_search_where_costs_are_wide(self, measure, kind):
        for seed, csr in enumerate(networks(40, most=40)):
            costs = wide_costs_of(csr, kind, seed)
            found = measure(csr, costs, compiled=True, threads=1)
            assert found == pytest.approx(measure(csr, costs, compiled=False), rel=1e-11)

    def test_a_path_dearer_by_next_to_nothing_is_no_tie(self):
        """From 0 to 3, 1/3 + 1/6 is as much as 1/5 + 3/10; strengths to 100 make costs wide."""
        pairs = [(0, 1), (1, 3), (0, 2), (2, 3), *((3 + k, 4 + k) for k in range(100))]
        costs = [Fraction(1, 3), Fraction(1, 6), Fraction(1, 5), Fraction(3, 10)]
        costs += [Fraction(1, strength) for strength in range(1, 101)]
        csr = build_csr(104, *columns(pairs))
        for dearer, shares in ((0, [50.5, 50.5]), (1, [0, 101]), (-1, [101, 0])):
            costs[0] = Fraction(1, 3) + dearer * Fraction(1, 10**60)
            exact = entry_costs(csr, *columns(pairs), integer_costs(costs))
            assert max(exact) > 1 << 124
            assert betweenness(csr, exact, compiled=True)[1:3].tolist() == shares


class TestCostSums:
    @pytest.mark.parametrize("kind", WIDE)
    def test_equal_plain_search_where_costs_are_wide(self, kind):
        for seed, csr in enumerate(networks(40)):
            costs = wide_costs_of(csr, kind, seed)
            unit = Fraction(max(costs, default=1), 3)
            plain = cost_sums(csr, costs, unit=unit, compiled=False)
            found = cost_sums(csr, costs, unit=unit, compiled=True)
            for name in ("reached", "total", "farthest"):
                assert np.array_equal(getattr(plain, name), getattr(found, name)), (seed, name)
            assert found.reciprocal == pytest.approx(plain.reciprocal, rel=1e-13)

    @pytest.mark.parametrize("kind", WIDE)
    def test_wide_sums_are_right_to_the_last_digit_before_they_are_rounded(self, kind):
        for seed, csr in enumerate(networks(20)):
            costs = wide_costs_of(csr, kind, seed)
            _, total, farthest, _ = costs_in_threads(csr, costs, Fraction(1), threads=1)
            found = [costs_from(steps_of(csr, costs), start) for start in range(csr.n)]
            assert total == [sum(to) for to in found]
            assert farthest == [max(to, default=0) for to in found]

    def test_what_has_no_room_in_words_is_left_to_plain_search(self):
        path = build_csr(3, [0, 1], [1, 2])
        for wide in (1 << 60, 1 << 61, MOST >> 1, MOST):
            found = cost_sums(path, [wide] * 4, unit=wide, compiled=True)
            assert found.total.tolist() == [3, 2, 3]
            assert found.reciprocal == pytest.approx([1.5, 2, 1.5], rel=1e-14)
            assert betweenness(path, [wide] * 4, compiled=True).tolist() == [0, 1, 0]
        assert sums_fit(path, [MOST - 1])
        assert not sums_fit(path, [MOST])

    def test_costs_too_far_apart_are_left_to_plain_search(self):
        """The first word of the smaller cost would be 0."""
        path = build_csr(3, [0, 1], [1, 2])
        assert sums_fit(path, [1 << 20, 1 << 80])
        assert not sums_fit(path, [1 << 19, 1 << 80])
        for small in (1 << 20, 1 << 19):
            found = cost_sums(path, [small, small, 1 << 80, 1 << 80], compiled=True)
            both = float(small + (1 << 80))
            assert found.farthest.tolist() == [both, 1 << 80, both]
