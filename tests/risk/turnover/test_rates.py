"""Rates of leaving: of a role, of a post with its interval, one for everybody, none."""

import pandas as pd
import pytest
from scipy.stats import gamma

from collabnet.model import Assumptions
from collabnet.risk.turnover.rates import (
    Rate,
    post_rate,
    rates_of,
    roles_in,
    unseen_rates,
    weeks_to_fill_of,
)
from risk.cases import coalition, group, person

STAFF = (
    person("O1", "court", role="deputy juvenile officer"),
    person("O2", "court", role="DJO"),
    person("C1", "court", role="clerk"),
    person("I1", "program", role="intake worker"),
)


def site(*posts, people=STAFF, memberships=(), **given):
    """Posts: agency, role, holders, years, weeks vacant."""
    made = coalition(people=people, memberships=memberships, assumptions=Assumptions(**given))
    columns = ["agency_id", "role", "holders_in_period", "years", "weeks_vacant"]
    return made.with_tables(posts=pd.DataFrame(posts, columns=columns)) if posts else made


class TestPostRate:
    @pytest.mark.parametrize(("changes", "years"), [(0, 3), (2, 3), (5, 6)])
    def test_mean_and_interval_of_a_gamma_distribution(self, changes, years):
        """(c + 0.5) / y, with the central 95 % of gamma(c + 0.5, y)."""
        found = post_rate(changes, years, "asked")
        shape = gamma(changes + 0.5, scale=1 / years)
        assert found.middle == pytest.approx((changes + 0.5) / years)
        assert (found.low, found.high) == pytest.approx(shape.interval(0.95))

    def test_a_post_that_nobody_left_is_not_kept_for_ever(self):
        assert post_rate(0, 3, "asked").middle == pytest.approx(1 / 6)


class TestRate:
    def test_chance_of_leaving_is_one_less_the_chance_that_nobody_does(self):
        low, middle, high = Rate(0.0, 0.22314355131420976, 1.0, "test").chances(1)
        assert (low, middle, high) == (0.0, pytest.approx(0.2), pytest.approx(0.6321, abs=1e-4))


class TestRatesOf:
    def test_nothing_given_nobody_has_a_rate(self):
        assert rates_of(site()) == {}

    def test_one_for_everybody(self):
        found = rates_of(site(departure_rate=0.15, rate_label="middle"))
        assert set(found) == {"O1", "O2", "C1", "I1"}
        assert found["O1"] == Rate(0.15, 0.15, 0.15, "middle", is_stated=True)

    def test_of_a_post_by_agency_and_role_whatever_the_role_is_called(self):
        """Two officers; four held the post in three years: two changes in six seat-years."""
        found = rates_of(site(("court", "djo", 4, 3, None)))
        assert set(found) == {"O1", "O2"}
        assert found["O1"].middle == pytest.approx(2.5 / 6)
        assert found["O1"].source == "posts.csv, row 2"

    def test_a_row_without_role_is_for_the_whole_agency_where_no_other_fits(self):
        posts = (("court", "", 4, 3, None), ("court", "clerk", 1, 2, None))
        found = rates_of(site(*posts))
        assert found["O1"].middle == pytest.approx(1.5 / 9)
        assert found["C1"].middle == pytest.approx(0.5 / 2)

    def test_fewer_holders_than_seats_is_no_change(self):
        assert rates_of(site(("court", "djo", 1, 3, None)))["O1"].middle == pytest.approx(0.5 / 6)

    def test_without_holders_or_years_a_row_says_nothing(self):
        assert rates_of(site(("court", "", None, 3, None), ("program", "", 2, None, 4))) == {}
        assert rates_of(site(("court", "", 0, 3, None), ("program", "", 2, 0, 4))) == {}

    def test_seats_that_a_row_states_count_and_not_who_is_there(self):
        """Two officers are there, a third desk is empty: one change in nine seat-years."""
        made = site(("court", "djo", 4, 3, None))
        stated = made.with_tables(posts=made.posts.assign(seats=3))
        assert rates_of(stated)["O1"].middle == pytest.approx(1.5 / 9)

    def test_of_a_row_with_two_roles_everybody_in_one_of_them_holds_a_seat(self):
        found = rates_of(site(("court", "djo; clerk", 4, 3, None)))
        assert found["O1"].middle == found["C1"].middle == pytest.approx(1.5 / 9)

    def test_who_left_holds_no_seat(self):
        people = (*STAFF[:1], person("O2", "court", role="djo", active_to="2024-03-01"))
        found = rates_of(site(("court", "djo", 3, 3, None), people=people))
        assert found["O1"].middle == pytest.approx(2.5 / 3)

    def test_two_answers_about_one_post_are_taken_together(self):
        posts = (("program", "intake worker", 2, 3, None), ("program", "intake worker", 4, 3, None))
        one, other = post_rate(1, 3, ""), post_rate(3, 3, "")
        found = rates_of(site(*posts))["I1"]
        assert (found.low, found.high) == (one.low, other.high)
        assert found.middle == pytest.approx((one.middle + other.middle) / 2)
        assert found.source == "posts.csv, row 2; posts.csv, row 3"

    def test_posts_win_over_the_one_for_everybody_and_roles_over_posts(self):
        given = {"departure_rate": 0.35, "role_rates": {"DJO": 0.01}}
        posts = (("court", "djo", 4, 3, None), ("program", "", 2, 3, None))
        found = rates_of(site(*posts, **given))
        assert found["O1"] == Rate(0.01, 0.01, 0.01, "set for the role deputy juvenile officer")
        assert found["I1"].source == "posts.csv, row 3"
        assert found["C1"].middle == 0.35

    def test_a_rate_of_nought_is_a_rate(self):
        assert rates_of(site(departure_rate=0.0))["O1"].middle == 0

    def test_groups_do_not_leave(self):
        people = (group("judges", "court", role="judge"),)
        assert rates_of(site(("court", "judge", 4, 3, None), people=people)) == {}

    def test_a_post_at_any_of_a_persons_agencies(self):
        memberships = [{"person_id": "I1", "agency_id": "court"}]
        found = rates_of(site(("court", "intake worker", 2, 3, None), memberships=memberships))
        assert set(found) == {"I1"}


class TestUnseenRates:
    def test_of_the_agency_or_everybody(self):
        posts = (("court", "", 4, 3, None),)
        assert set(unseen_rates(site(*posts))) == {"court"}
        both = unseen_rates(site(*posts, departure_rate=0.1))
        assert both["program"].middle == 0.1

    def test_else_the_worst_of_its_people_if_every_one_has_a_rate(self):
        some = (("court", "djo", 4, 3, None),)
        assert unseen_rates(site(*some)) == {}
        every = (*some, ("court", "clerk", 9, 3, None))
        assert unseen_rates(site(*every))["court"].middle == pytest.approx(8.5 / 3)


class TestWeeksToFill:
    def test_of_the_post_where_it_is_known(self):
        posts = (("court", "djo", None, None, 20), ("program", "", 2, 3, 4))
        assert weeks_to_fill_of(site(*posts)) == {"O1": 20, "O2": 20, "I1": 4}

    def test_weeks_of_all_the_years_are_shared_by_the_changes(self):
        """Three held the post one after the other, and it was empty for 20 weeks: 10 each time."""
        assert weeks_to_fill_of(site(("program", "", 3, 3, 20))) == {"I1": 10}

    def test_nobody_left_and_it_was_never_empty_tells_nothing(self):
        assert weeks_to_fill_of(site(("program", "", 1, 3, 0))) == {}
        assert weeks_to_fill_of(site(("program", "", 2, 3, 0))) == {"I1": 0}


class TestRolesIn:
    def test_several_roles_of_a_cell_by_their_names_in_the_list(self):
        assert roles_in("Detective; liaison") == ("investigator", "liaison")
        assert roles_in("") == ()
