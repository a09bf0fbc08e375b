"""What is drawn: the same for a seed and a name, months within the calendar month."""

from datetime import date

import numpy as np
import pytest

from collabnet.model import Period
from collabnet.risk.worlds.draws import Months, generator

TWO_YEARS = Period(date(2023, 1, 1), date(2024, 12, 31))
THREE_YEARS = Period(date(2022, 1, 1), date(2024, 12, 31))


class TestGenerator:
    """A generator is made of the seed and the finding's name, and of nothing else."""

    def test_the_same_name_draws_the_same(self):
        assert np.array_equal(generator(1, "a").random(5), generator(1, "a").random(5))

    @pytest.mark.parametrize(("seed", "name"), [(2, "a"), (1, "b")])
    def test_another_seed_or_name_draws_otherwise(self, seed, name):
        assert not np.array_equal(generator(1, "a").random(5), generator(seed, name).random(5))

    def test_what_is_drawn_never_changes(self):
        assert generator(0, "pathway:a:b").integers(0, 1000, 4).tolist() == [457, 454, 834, 750]


class TestMonths:
    """From 24 months on, months are drawn among those with the same name."""

    def test_each_calendar_month_keeps_its_number(self):
        weights = Months(THREE_YEARS, 50, 1).weights[:, :-1]
        by_name = weights.reshape(50, 3, 12).sum(axis=1)
        assert weights.shape == (50, 36)
        assert (by_name == 3).all()

    def test_some_count_twice_and_some_not_at_all(self):
        weights = Months(TWO_YEARS, 400, 1).weights[:, :-1]
        shares = [(weights == n).mean() for n in (0, 1, 2)]
        assert shares == pytest.approx([0.25, 0.5, 0.25], abs=0.02)

    def test_a_row_without_a_day_always_counts_once(self):
        months = Months(TWO_YEARS, 5, 1)
        assert (months.weights[:, months.place(None)] == 1).all()

    def test_a_day_has_the_place_of_its_month(self):
        months = Months(TWO_YEARS, 5, 1)
        assert [months.place(date(2023, 1, 31)), months.place(date(2024, 3, 1))] == [0, 14]

    @pytest.mark.parametrize("period", [None, Period(date(2023, 1, 1), date(2024, 11, 30))])
    def test_in_a_shorter_log_every_month_counts_once(self, period):
        months = Months(period, 4, 1)
        assert months.weights.tolist() == [[1.0]] * 4
        assert months.place(date(2024, 3, 1)) == 0
