"""Referrals disrupted a year, to first order: who waits, for how long, and who takes over."""

import pytest

from collabnet.model import Assumptions
from collabnet.risk.turnover.disrupted import Case, disruption_of, end_cases, stated_case
from collabnet.risk.turnover.links import Link, Seat
from collabnet.risk.turnover.rates import assumed


def seat(rate, who="O1", *, same=(), maybe=(), weeks=None):
    return Seat(who, assumed(rate, "test"), frozenset(same), frozenset(maybe), False, weeks)


def share(sender=None, receiver=None, *, formal=True, **case):
    """Of one referral a year, the share that is disrupted."""
    link = Link(1, "yes" if formal else "no", sender, receiver)
    return disruption_of([link], 1.0).per_year(Case(**case))


class TestOneEnd:
    def test_one_person_twelve_a_year_twelve_weeks_two_waited(self):
        """12 / 52 x 10 = 2.31."""
        assert round(12 * share(seat(1), fill=12, wait=2), 2) == 2.31

    def test_informal_rows_wait_until_the_tie_is_built_anew_a_year_at_most(self):
        assert share(seat(0.5), formal=False, rebuild=26) == pytest.approx(0.25)
        assert share(seat(0.5), formal=False, rebuild=500) == pytest.approx(0.5)

    def test_waiting_longer_than_it_takes_disrupts_nothing(self):
        assert share(seat(1), seat(1, "I1"), fill=3, wait=4) == 0

    def test_nobody_leaves_from_a_position(self):
        assert share(None, None, formal=False) == 0

    def test_a_post_with_weeks_of_its_own_is_empty_for_so_long(self):
        assert share(seat(1, weeks=26), fill=12) == pytest.approx(0.5)

    def test_a_rate_of_ten_a_year_disrupts_all_and_not_more(self):
        assert share(seat(10), formal=False) == 1

    def test_successors_are_trusted_after_some_weeks(self):
        """12 weeks empty, then 26 weeks at half: 25 of 52."""
        assert share(seat(1), trust_share=0.5, trust_weeks=26) == pytest.approx(25 / 52)
        assert share(seat(1), fill=50, trust_share=0, trust_weeks=26) == 1


class TestBothEnds:
    def test_are_joined_so_that_no_referral_counts_twice(self):
        assert share(seat(0.5), seat(0.5, "I1"), formal=False) == pytest.approx(0.75)

    def test_the_same_person_at_both_ends_leaves_once(self):
        assert share(seat(0.5), seat(0.5), formal=False) == pytest.approx(0.5)


class TestTakeover:
    def test_colleagues_of_the_same_unit_take_over_all(self):
        assert share(seat(1, same=["O2"]), takeover=0.0) == 0

    def test_of_unknown_unit_the_share_assumed(self):
        found = share(seat(1, maybe=["O2"]), formal=False, takeover=0.25)
        assert found == pytest.approx(0.75)

    def test_nobody_takes_over_from_who_is_alone(self):
        assert share(seat(1), formal=False, takeover=1.0) == 1

    def test_the_other_end_stays_disrupted(self):
        found = share(seat(1, same=["O2"]), seat(0.5, "I1"), formal=False)
        assert found == pytest.approx(0.5)


class TestCases:
    def test_as_stated_nobody_takes_over_and_successors_are_trusted(self):
        given = Assumptions(weeks_to_fill=8, weeks_can_wait=2, weeks_to_rebuild=40)
        assert stated_case(given) == Case(0.0, 8, 2, 40, 1.0, 0.0)

    def test_best_and_worst_take_every_range_at_its_end(self):
        given = Assumptions(fill_range=(8, 26), wait_range=(0, 4), rebuild_range=(20, 52))
        best, worst = end_cases(given)
        assert best == Case(1.0, 8, 4, 20, 1.0, 4.0)
        assert worst == Case(0.0, 26, 0, 52, 0.5, 26.0)

    def test_without_a_range_the_stated_value_is_both_ends(self):
        best, worst = end_cases(Assumptions(weeks_to_fill=9))
        assert (best.fill, worst.fill) == (9, 9)
