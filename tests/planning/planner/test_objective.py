"""What a plan is measured by, on small coalitions worked out by hand."""

from math import log as ln

import pandas as pd
import pytest

from collabnet.model import Assumptions
from collabnet.planning.planner.ground import ground_of, measure_of
from collabnet.risk.assessment import Assessment
from risk.cases import G1, agreement, coalition, tie

RATE = Assumptions(departure_rate=-ln(0.8))
COURT = G1[:3]


def total(*parts, takeover=None, **given):
    """The loss of a coalition, with 6 referrals a year for a contact."""
    return total_of(coalition(*parts, **given), takeover)


def total_of(given, takeover=None):
    """The same of one that is there."""
    ground = ground_of(Assessment(given))
    return ground.total(measure_of(ground, given, takeover, 6.0))


class TestStructure:
    def test_each_side_counts_what_its_worst_departure_stops(self):
        """Six of the busiest officer's and all twelve of the receiver's."""
        assert total(*COURT) == 6 + 12

    def test_rows_that_pass_on_count_for_the_weeks_until_the_post_is_filled(self):
        named = {"agreements": [agreement("court", "residential")]}
        assert total(*COURT, **named) == pytest.approx(18 * 12 / 52)

    def test_an_agreement_that_does_not_name_the_post_passes_nothing_on(self):
        unnamed = {"agreements": [agreement("court", "residential", names_position="no")]}
        assert total(*COURT, **unnamed) == 18

    def test_rows_that_name_nobody_are_the_busiest_ones(self):
        assert total(*COURT, ("court", "", "residential", "I1", 3)) == (6 + 3) + 15

    def test_a_position_does_not_leave(self):
        assert total(("court", "O1", "residential", "residential", 12)) == 12

    def test_a_thin_pathway_counts_nothing_nor_its_single_contact(self):
        assert total(("court", "O1", "residential", "I1", 5)) == 0

    def test_unless_it_is_vital(self):
        vital = (("court", "residential"),)
        assert total(("court", "O1", "residential", "I1", 5), vital=vital) == 10

    def test_a_year_is_what_counts(self):
        given = coalition(*COURT)
        longer = given.with_settings(period_start=given.period.start.replace(year=2023))
        assert total_of(longer) == 9


class TestWithRates:
    """p is 0.2: risk.md names 4.32 and 2.48 of 12 for the court's link to the program."""

    @pytest.mark.parametrize(("takeover", "lost"), [(0, 4.32), (1, 12 * 0.20636928), (None, 3.398)])
    def test_the_expected_loss_of_g1(self, takeover, lost):
        assert total(*COURT, assumptions=RATE, takeover=takeover) == pytest.approx(lost, abs=5e-4)

    def test_rows_that_pass_on_count_for_the_weeks_too(self):
        named = {"agreements": [agreement("court", "residential")]}
        found = total(*COURT, assumptions=RATE, takeover=0, **named)
        assert found == pytest.approx(4.32 * 12 / 52)

    def test_people_without_a_rate_leave_structure(self):
        """Rates of some posts only: chances and worst cases are not added up."""
        posts = pd.DataFrame([{"agency_id": "court", "holders_in_period": 4, "years": 3}])
        assert total_of(coalition(*COURT).with_tables(posts=posts)) == 18

    def test_who_has_left_is_no_backup(self):
        people = [{"person_id": "O3", "agency_id": "court", "active_to": "2024-06-30"}]
        stays = total(*COURT, assumptions=RATE, takeover=1)
        left = total(*COURT, assumptions=RATE, takeover=1, people=people)
        assert left == pytest.approx(12 * (1 - (1 - 0.2**2) * 0.8))
        assert left > stays


class TestContacts:
    """Each pair of agencies counts 6 referrals a year for what is wrong, 12 at most."""

    @pytest.mark.parametrize(
        ("ties", "lost"),
        [
            ([tie("O1", "I1")], 6),
            ([tie("O1", "I1"), tie("O2", "I2")], 0),
            ([tie("O1", "I1"), tie("O2", "I2", quality="strained")], 12),
            ([tie("O1", "I1", quality="strained")], 12),
            ([tie("O1", "I1", quality="absent")], 12),
            ([tie("O1", "I1"), tie("O2", "I2"), tie("O1", "I2", quality="strained")], 6),
            ([tie("O1", "I1"), tie("O2", "I2"), tie("O1", "I2", quality="absent")], 6),
            ([tie("O1", "O2", quality="strained")], 0),
        ],
        ids=[
            "one person on both sides",
            "two on both",
            "on one person, and strained",
            "nothing works",
            "nothing is there",
            "strained beside a working one",
            "missing beside a working one",
            "inside one agency",
        ],
    )
    def test_what_is_wrong_between_two_agencies(self, ties, lost):
        people = [
            {"person_id": who, "agency_id": home}
            for who, home in (("O1", "court"), ("O2", "court"), ("I1", "home"), ("I2", "home"))
        ]
        assert total(people=people, ties=ties) == lost

    def test_a_single_contact_that_a_counted_pathway_tells_is_not_counted_again(self):
        assert total(("court", "O1", "residential", "I1", 6)) == 12

    def test_an_agency_outside_counts_nothing(self):
        agencies = [{"agency_id": "court"}, {"agency_id": "home", "outside": "yes"}]
        people = [
            {"person_id": "O1", "agency_id": "court"},
            {"person_id": "I1", "agency_id": "home"},
        ]
        assert total(agencies=agencies, people=people, ties=[tie("O1", "I1")]) == 0
