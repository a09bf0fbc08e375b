"""People of a role stay longer, or leave sooner."""

import math

import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import Retains, apply_changes
from collabnet.risk.turnover.rates import rates_of
from risk.cases import coalition, group, person

PEOPLE = (
    person("O1", "court", role="deputy juvenile officer"),
    person("O2", "court", role="DJO; court liaison"),
    person("I1", "program", role="intake worker"),
    group("team", "program", role="therapist"),
)
GIVEN = coalition(("court", "O1", "program", "I1", 3), people=PEOPLE)


class TestRetains:
    def test_it_is_an_assumption_about_everybody_in_the_role(self):
        found = Retains("deputy juvenile officer", 0.05).apply(GIVEN)
        assert found.settings.assumptions.role_rates == {"deputy juvenile officer": 0.05}
        assert {who: rate.middle for who, rate in rates_of(found).items()} == {
            "O1": 0.05,
            "O2": 0.05,
        }

    def test_a_role_can_be_written_in_other_ways(self):
        found = Retains("DJO", 0.05).apply(GIVEN)
        assert set(rates_of(found)) == {"O1", "O2"}

    def test_it_wins_over_the_rate_for_everybody(self):
        assumed = GIVEN.with_settings(assumptions=cn.Assumptions(departure_rate=0.35))
        rates = rates_of(Retains("intake worker", 0.05).apply(assumed))
        assert (rates["I1"].middle, rates["O1"].middle) == (0.05, 0.35)

    def test_several_in_any_order_are_kept_in_one_order(self):
        """The same assumptions have the same digest."""
        one, two = Retains("intake worker", 0.1), Retains("DJO", 0.2)
        assert apply_changes(GIVEN, [one, two]).digest == apply_changes(GIVEN, [two, one]).digest

    def test_the_last_one_counts(self):
        found = apply_changes(GIVEN, [Retains("DJO", 0.1), Retains("DJO", 0.2)])
        assert found.settings.assumptions.role_rates == {"deputy juvenile officer": 0.2}

    def test_tables_stay_as_they_are(self):
        found = Retains("DJO", 0.1).apply(GIVEN)
        assert found.with_settings(assumptions=GIVEN.settings.assumptions).digest == GIVEN.digest

    def test_what_it_says(self):
        assert str(Retains("intake worker", 0.05)) == "intake worker: 0.05 departures a year"


class TestRefusals:
    @pytest.mark.parametrize("rate", [-0.1, 12.5, math.nan, math.inf, True, "low", None])
    def test_what_is_no_rate(self, rate):
        with pytest.raises(CollabnetError) as refused:
            Retains("intake worker", rate)
        assert str(refused.value) == (
            "Retains needs departures a year of one person, a number from 0 to 12, such as 0.05; "
            f"got {rate!r}."
        )

    def test_a_role_that_nobody_holds(self):
        with pytest.raises(CollabnetError) as refused:
            Retains("intake wörker", 0.1).apply(GIVEN)
        assert str(refused.value) == (
            "There is no role 'intake wörker'. Did you mean intake worker? Roles of Small are: "
            "court liaison, deputy juvenile officer, intake worker, therapist."
        )

    def test_a_role_of_groups_alone(self):
        with pytest.raises(CollabnetError) as refused:
            Retains("therapist", 0.1).apply(GIVEN)
        assert str(refused.value) == (
            "Retains needs a role that one person holds; 'therapist' is held by groups alone, who "
            "can't leave. Record its people one by one, or name another role."
        )

    def test_a_coalition_without_roles(self):
        with pytest.raises(CollabnetError) as refused:
            Retains("judge", 0.1).apply(coalition(("a", "A1", "b", "B1", 1)))
        assert str(refused.value) == "There is no role 'judge'. Roles of Small are: none."
