"""The months that two logs both cover."""

from datetime import date

import pytest

from collabnet.comparison.months import common_months, months_words, within
from collabnet.model import Period
from risk.cases import coalition


def period(start, end):
    return Period(date.fromisoformat(start), date.fromisoformat(end))


class TestCommonMonths:
    @pytest.mark.parametrize(
        ("one", "other", "common"),
        [
            ("2023-01-01 2023-12-31", "2023-04-01 2024-03-31", "2023-04-01 2023-12-31"),
            ("2023-01-15 2023-12-31", "2023-01-01 2023-11-29", "2023-02-01 2023-10-31"),
            ("2023-01-15 2023-02-10", "2023-01-15 2023-02-10", "2023-01-15 2023-02-10"),
            ("2023-01-01 2024-02-29", "2023-12-02 2024-02-29", "2024-01-01 2024-02-29"),
        ],
    )  # fmt: skip
    def test_only_whole_months_that_both_cover(self, one, other, common):
        first, second, both = (period(*each.split()) for each in (one, other, common))
        assert common_months(first, second) == both
        assert common_months(second, first) == both

    def test_there_may_be_none(self):
        year = period("2023-01-01", "2023-12-31")
        assert common_months(year, period("2024-01-01", "2024-12-31")) is None
        assert common_months(year, period("2023-03-02", "2023-04-29")) is None
        assert common_months(year, None) is None


class TestWithin:
    def test_the_log_is_cut_down_and_the_rest_stays(self):
        days = [date(2024, 2, 1), date(2024, 6, 30), date(2024, 7, 1)]
        site = coalition(("court", "O1", "home", "I1", days))
        cut = within(site, period("2024-03-01", "2024-06-30"))
        assert cut.referrals["on"].dt.date.tolist() == [date(2024, 6, 30)]
        assert cut.period == period("2024-03-01", "2024-06-30")
        assert len(cut.people) == len(site.people)

    def test_the_whole_log_stays_the_same_coalition(self):
        site = coalition(("court", "O1", "home", "I1", 3))
        assert within(site, site.period) is site
        assert within(site, None) is site


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-01-01", "2023-12-31", "January 2023 to December 2023"),
        ("2023-02-01", "2023-02-28", "February 2023"),
        ("2023-02-03", "2023-02-28", "2023-02-03 to 2023-02-28"),
    ],
)
def test_months_are_said_as_people_would(start, end, words):
    assert months_words(period(start, end)) == words
