"""Lengths of periods: whole months first, days after."""

from datetime import date

import pytest

from collabnet.model import Period
from collabnet.model.period import whole_months


def period(start, end):
    return Period(date.fromisoformat(start), date.fromisoformat(end))


class TestMonths:
    @pytest.mark.parametrize(
        ("start", "end", "months"),
        [
            ("2023-01-01", "2023-12-31", 12),
            ("2023-02-01", "2023-02-28", 1),
            ("2024-02-01", "2024-02-29", 1),
            ("2023-01-15", "2023-02-14", 1),
            ("2023-06-01", "2023-06-15", 0.5),
            ("2022-07-01", "2023-06-30", 12),
        ],
    )
    def test_whole_months_then_days(self, start, end, months):
        assert period(start, end).months == pytest.approx(months)
        assert period(start, end).years == pytest.approx(months / 12)


class TestYearlyFigure:
    def test_needs_nine_months(self):
        assert period("2023-01-01", "2023-09-30").yearly_is_defined
        assert not period("2023-01-01", "2023-09-29").yearly_is_defined


class TestAYear:
    def test_scaled_from_nine_months_on(self):
        assert period("2023-01-01", "2023-09-30").a_year(9) == pytest.approx(12)
        assert period("2023-01-01", "2023-06-30").a_year(9) == 9


class TestLastMonths:
    def test_the_end_of_a_longer_period(self):
        year = period("2023-01-01", "2023-12-31")
        assert year.last_months(6) == period("2023-07-01", "2023-12-31")
        assert year.last_months(12) == year

    def test_over_the_turn_of_the_year(self):
        found = period("2022-01-01", "2023-02-28").last_months(6)
        assert found == period("2022-09-01", "2023-02-28")

    def test_a_shorter_period_is_the_whole(self):
        short = period("2023-11-01", "2023-12-31")
        assert short.last_months(6) == short


class TestWholeMonths:
    def test_from_the_first_to_the_last_day_of_a_month(self):
        found = whole_months(date(2024, 2, 9), date(2024, 2, 10))
        assert found == period("2024-02-01", "2024-02-29")
