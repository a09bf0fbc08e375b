"""The value of an assumption at which the first three findings change order, or that none does."""

from math import isnan

import pytest

from collabnet.model import Assumptions
from collabnet.risk.assessment import assess
from collabnet.risk.turnover.disrupted import Case, disruption_of, stacked
from collabnet.risk.turnover.links import Link, Seat
from collabnet.risk.turnover.rates import Rate
from collabnet.risk.turnover.sensitivity import Ranking, sensitivity
from risk.cases import G1, coalition


def link(n, *, formal=False, rate=0.2, stated=True, maybe=(), weeks=None):
    """A pathway of ``n`` referrals a year, sent by one person to a position."""
    seat = Seat(
        "O1", Rate(rate, rate, rate, "", stated), frozenset(), frozenset(maybe), False, weeks
    )
    return disruption_of([Link(n, "yes" if formal else "no", seat, None)], 1.0)


def of(name, disruptions, **given):
    found = {one.assumption: one for one in sensitivity(disruptions, Assumptions(**given))}
    return found[name]


class TestRanking:
    def test_the_three_that_are_disrupted_most_equal_ones_by_id(self):
        given = {"d": link(30), "a": link(30), "c": link(10), "b": link(20)}
        assert Ranking(given).first(Case()) == ("a", "d", "b")

    def test_what_differs_by_the_error_of_a_sum_is_equal(self):
        given = {"a": link(0.3), "b": stacked([link(0.1), link(0.2)])}
        assert Ranking(given).first(Case()) == ("a", "b")


class TestSensitivity:
    def test_weeks_to_fill(self):
        """Formal 20 x weeks / 52 overtakes informal 10 x 26 / 52 at 13 weeks."""
        found = of(
            "weeks_to_fill", {"a": link(10), "b": link(20, formal=True)}, weeks_to_rebuild=26
        )
        assert found.changes_at == pytest.approx(13, abs=0.002)
        assert (found.order, found.order_then) == (("a", "b"), ("b", "a"))
        assert (found.value, found.low, found.high, found.is_stated) == (12, 4, 52, False)

    def test_weeks_to_rebuild_the_other_way_round(self):
        """10 x weeks / 52 falls below 20 x 12 / 52 at 24 weeks."""
        found = of("weeks_to_rebuild", {"a": link(10), "b": link(20, formal=True)})
        assert found.changes_at == pytest.approx(24, abs=0.002)

    def test_takeover(self):
        """10 (1 - t) x 1 falls below 6 at 0.4."""
        found = of("takeover", {"a": link(10, maybe=["O2"]), "b": link(6)})
        assert found.changes_at == pytest.approx(0.4, abs=0.002)

    def test_only_within_the_range(self):
        given = {"a": link(10, maybe=["O2"]), "b": link(6)}
        assert isnan(of("takeover", given, takeover=(0.0, 0.3)).changes_at)
        assert isnan(of("takeover", given, takeover=(0.0, 0.0)).changes_at)

    def test_a_stated_range_is_searched_and_the_nearest_value_found(self):
        """Below and above 12: at 10 the order changes, at 26 too."""
        given = {"a": link(10, formal=True), "b": link(10, weeks=10, formal=True)}
        found = of("weeks_to_fill", given, fill_range=(8.0, 40.0))
        assert found.is_stated
        assert found.changes_at == pytest.approx(10, abs=0.02)

    def test_weeks_that_can_wait(self):
        """A formal row of 12 weeks is disrupted no more when all of them can be waited for."""
        given = {"a": link(60, formal=True), "b": link(10)}
        found = of("weeks_can_wait", given, weeks_to_rebuild=50)
        assert found.changes_at == pytest.approx(4.4, abs=0.002)  # 60 (12 - w) = 10 (50 - w)

    def test_trust_counts_only_where_it_varies(self):
        """Formal 20 (12 + (1 - f) 26) reaches informal 10 x 52 at f = 0.4615."""
        given = {"a": link(10), "b": link(20, formal=True)}
        found = of("trust_share", given, trust_share=(0.0, 1.0))
        assert found.changes_at == pytest.approx(1 - 14 / 26, abs=0.002)
        weeks = of("trust_weeks", given, trust_share=(0.0, 1.0), trust_weeks=(4.0, 26.0))
        assert weeks.changes_at == pytest.approx(14, abs=0.002)

    def test_changed_at_the_very_beginning_of_the_range(self):
        given = {"a": link(10), "b": link(40, formal=True)}
        found = of("trust_weeks", given, trust_share=(0.0, 1.0), trust_weeks=(4.0, 26.0))
        assert found.changes_at == 4

    def test_the_one_rate_for_everybody_against_those_of_posts(self):
        """10 x rate overtakes 6 x 0.3 at 0.18."""
        given = {"a": link(6, rate=0.3, stated=False), "b": link(10, rate=0.15)}
        found = of("departure_rate", given, departure_rate=0.15)
        assert found.changes_at == pytest.approx(0.18, abs=0.002)
        assert (found.low, found.high) == (0.05, 0.35)

    def test_without_one_it_does_not_vary(self):
        found = sensitivity({"a": link(6), "b": link(10)}, Assumptions())
        assert "departure_rate" not in {one.assumption for one in found}

    def test_one_finding_has_no_order(self):
        assert sensitivity({"a": link(6)}, Assumptions()) == ()

    def test_the_fourth_may_come_in(self):
        given = {"a": link(9), "b": link(8), "c": link(7), "d": link(20, formal=True)}
        found = of("weeks_to_fill", given)
        assert found.order == ("a", "b", "c")
        assert found.changes_at == pytest.approx(7 * 52 / 20, abs=0.002)
        assert found.order_then == ("a", "b", "d")


class TestAssessment:
    def test_findings_about_pathways_by_expected_disruption(self):
        made = coalition(*G1, assumptions=Assumptions(departure_rate=0.15))
        found = assess(made, worlds=0).sensitivity
        assert found["order"].tolist()[0] == [
            "pathway:court:residential",
            "pathway:police:advocacy",
        ]
        assert found["assumption"].tolist() == [
            "departure_rate",
            "takeover",
            "weeks_to_fill",
            "weeks_can_wait",
            "weeks_to_rebuild",
            "trust_share",
            "trust_weeks",
        ]

    def test_nothing_without_rates(self):
        assert assess(coalition(*G1), worlds=0).sensitivity.empty
