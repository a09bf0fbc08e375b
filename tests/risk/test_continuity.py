"""What one departure takes along: lost, reduced, interrupted, kept; and the headline pair."""

import pytest

from collabnet.risk.assessment import assess
from collabnet.risk.continuity import Departure, departures, outcome, worst_departure
from collabnet.risk.rows import build_rows
from risk.cases import G1, agreement, coalition, group, tie

SHARED = (("court", "O1", "program", "I1", 6), ("court", "O2", "program", "I2", 2))


def leaving(*parts, **tables):
    """Lost at least, lost at most, interrupted: by person."""
    rows = build_rows(coalition(*parts, **tables))
    return {d.person: (d.lost_low, d.lost_high, d.interrupted) for d in departures(rows)}


def agreed(**cells):
    return [agreement("court", "program", **cells)]


def informal(*pairs):
    return [tie(*pair, "referral", basis="informal") for pair in pairs]


class TestOutcome:
    @pytest.mark.parametrize(
        ("lost", "interrupted", "said"),
        [
            (12, 0, "lost"),
            (11, 1, "reduced"),
            (4, 0, "reduced"),
            (3, 0, "kept"),
            (3, 1, "interrupted"),
            (0, 12, "interrupted"),
            (0, 3, "kept"),
            (0, 0, "kept"),
        ],
    )
    def test_of_twelve_rows(self, lost, interrupted, said):
        """More than a quarter but not all is reduced; a quarter is kept."""
        assert outcome(lost, interrupted, 12) == said


class TestDepartures:
    def test_rows_of_unknown_basis_are_lost_at_most(self):
        assert leaving(*SHARED)["O1"] == (0, 6, 0)

    def test_informal_rows_are_lost_either_way(self):
        assert leaving(*SHARED, ties=informal(("O1", "I1")))["O1"] == (6, 6, 0)

    def test_rows_under_an_agreement_that_names_the_position_wait_for_the_successor(self):
        assert leaving(*SHARED, agreements=agreed())["O1"] == (0, 0, 6)

    def test_under_one_that_does_not_they_are_lost(self):
        assert leaving(*SHARED, agreements=agreed(names_position="no"))["O1"] == (6, 6, 0)

    def test_where_that_is_unknown_they_are_a_range(self):
        assert leaving(*SHARED, agreements=agreed(names_position="unknown"))["O1"] == (0, 6, 0)

    def test_an_agreement_partly_in_use_leaves_a_range(self):
        assert leaving(*SHARED, agreements=agreed(in_use="partly"))["O1"] == (0, 6, 0)

    def test_both_ends_lose_their_rows(self):
        found = leaving(*SHARED)
        assert (found["I1"], found["I2"]) == ((0, 6, 0), (0, 2, 0))

    def test_somebody_at_both_ends_loses_a_row_once(self):
        assert leaving(("court", "O1", "court", "O1", 3)) == {"O1": (0, 3, 0)}

    def test_positions_and_groups_do_not_leave(self):
        found = leaving(("court", "team", "program", "program", 6), people=[group("team", "court")])
        assert found == {}

    def test_blanks_count_for_the_busiest_at_most_and_for_nobody_at_least(self):
        parts = (*SHARED, ("court", "", "program", "I1", 4))
        found = leaving(*parts, ties=informal(("O1", "I1"), ("O2", "I2")))
        assert found["O1"] == (6, 10, 0)
        assert found["O2"] == (2, 2, 0)
        assert found["I1"] == (6, 10, 0)

    def test_for_one_person_not_named_where_nobody_is(self):
        assert list(leaving(("court", "", "program", "", 4)).values()) == [(0, 4, 0), (0, 4, 0)]

    def test_the_busiest_is_that_of_the_pathway(self):
        """O2 sends most in all, but O1 is the one who is named on the pathway with the blank."""
        found = leaving(
            ("court", "O1", "program", "I1", 1),
            ("court", "", "program", "I1", 1),
            ("court", "O2", "shelter", "S1", 9),
        )
        assert (found["O1"], found["O2"]) == ((0, 2, 0), (0, 9, 0))


class TestDeparture:
    def test_outcomes_at_the_worse_end_and_if_it_is_on_paper(self):
        one = Departure("O1", 0, 12, 0, 12)
        assert (one.n_stopped, one.outcome, one.outcome_if_on_paper) == (12, "lost", "interrupted")


class TestWorstDeparture:
    def test_who_stops_most(self):
        pathway = assess(coalition(*SHARED)).all_pathways[0]
        found = worst_departure(pathway)
        assert (found.n_stopped, found.outcome) == (6, "reduced")

    def test_nobody_where_only_positions_stand(self):
        pathway = assess(coalition(("court", "court", "program", "program", 9))).all_pathways[0]
        assert worst_departure(pathway) is None


class TestHeadline:
    def of(self, *parts, **tables):
        head = assess(coalition(*parts, **tables)).headline
        return head.lost_low, head.lost_high, head.covered, head.of

    def test_g1_has_a_range_since_nothing_is_known_to_be_on_paper_or_not(self):
        """I1 touches 15 of 25."""
        assert self.of(*G1) == (0, 15, 0, 25)

    def test_the_most_rows_that_one_departure_loses_over_all_pathways(self):
        parts = (("court", "O1", "program", "I1", 3), ("court", "O1", "shelter", "shelter", 4))
        assert self.of(*parts)[:2] == (0, 7)
        assert self.of(*parts, ties=informal(("O1", "I1")))[:2] == (3, 7)

    def test_rows_covered_by_an_agreement_in_use(self):
        assert self.of(*SHARED, agreements=agreed()) == (0, 0, 8, 8)
        assert self.of(*SHARED, agreements=agreed(in_use="partly"))[2] == 0
        assert self.of(*SHARED, agreements=agreed(names_position="no")) == (6, 6, 8, 8)

    def test_a_formal_tie_is_no_agreement(self):
        formal = [tie("O1", "I1", "referral", basis="formal")]
        assert self.of(*SHARED, ties=formal)[2] == 0

    def test_ties_that_stand_for_a_pathway_are_no_rows(self):
        assert self.of(*SHARED, ties=[tie("I1", "O1", "referral")])[3] == 8

    def test_an_empty_log(self):
        assert self.of(agencies=[{"agency_id": "court"}]) == (0, 0, 0, 0)
