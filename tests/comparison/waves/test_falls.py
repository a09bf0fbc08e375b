"""Falls of a share beyond chance: by hand, by scipy, and on drawn logs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from collabnet.comparison.waves.falls import Stretch, find_falls, orders, stretches

ROWS = st.integers(0, 9)


class TestStretches:
    def test_the_last_window_and_the_last_two_at_each_end(self):
        assert stretches(24, 6) == (
            Stretch(18, 24), Stretch(12, 24), Stretch(12, 18), Stretch(6, 18), Stretch(6, 12),
        )  # fmt: skip

    @given(st.integers(0, 80), st.integers(1, 24))
    def test_a_window_at_least_stands_before_each(self, months, window):
        assert all(window <= one.start < one.end <= months for one in stretches(months, window))


class TestSize:
    def test_it_is_the_signed_root_of_the_g_statistic(self):
        """As scipy has it: 12 of 90 after 108 of 270."""
        carried = np.array([[6.0] * 18 + [2.0] * 6])
        found = find_falls(carried, np.full((1, 24), 15.0), 6, draws=19)
        table = [[12, 78], [108, 162]]
        expected = chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
        assert found.size[0, 0] == pytest.approx(np.sqrt(expected), rel=1e-12)

    def test_a_share_that_rises_is_no_fall(self):
        carried = np.array([[2.0] * 18 + [6.0] * 6])
        found = find_falls(carried, np.full((1, 24), 15.0), 6, draws=19)
        assert found.size[0, 0] == 0.0
        assert found.chance[0, 0] == 1.0


class TestChance:
    def test_it_is_the_share_of_orders_with_a_fall_as_large_of_anybody_anywhere(self):
        """Worked out once more, one order after the other."""
        generator = np.random.default_rng(3)
        own = generator.poisson(4, size=(3, 18)).astype(float)
        named = own + generator.poisson(8, size=(3, 18))
        found = find_falls(own, named, 6, draws=99, seed=5)
        largest = []
        for order in orders(18, 99, 5):
            tried = find_falls(own[:, order], named[:, order], 6, draws=19)
            largest.append(tried.size.max())
        for size, chance in zip(found.size.ravel(), found.chance.ravel(), strict=True):
            as_large = sum(one >= size * (1 - 1e-12) for one in largest)
            assert chance == pytest.approx((as_large + 1) / 100)

    @settings(max_examples=20, deadline=None)
    @given(st.lists(ROWS, min_size=18, max_size=18), st.lists(ROWS, min_size=18, max_size=18))
    def test_the_order_of_the_carriers_changes_nothing(self, one, other):
        own = np.array([one, other], dtype=float)
        named = np.tile(own.sum(axis=0), (2, 1))
        found = find_falls(own, named, 6, draws=19, seed=1)
        turned = find_falls(own[::-1], named, 6, draws=19, seed=1)
        assert np.array_equal(found.chance, turned.chance[::-1])

    def test_a_log_of_less_than_two_windows_has_none(self):
        found = find_falls(np.ones((2, 11)), np.full((2, 11), 3.0), 6)
        assert found.stretches == ()
        assert found.chance.shape == (2, 0)
