"""The fewest people whose leaving stops a pathway: directly, and by every way."""

import pytest

from collabnet.risk.cutsets import CAP, CutSet, CutSets, Reach, direct_cut_sets
from collabnet.risk.rows import build_rows
from risk.cases import G1, G1_SECOND_INTAKE, coalition
from risk.random_rows import row


def rows_of(parts):
    return build_rows(coalition(*parts))


def direct(parts, from_agency, to_agency, reading="named"):
    pair = (from_agency, to_agency)
    own = [r for r in rows_of(parts) if (r.from_agency, r.to_agency) == pair]
    return sets_of(direct_cut_sets(own, reading))


def reach(parts, from_agency, to_agency, reading="named"):
    return sets_of(Reach(rows_of(parts), reading).cut_sets(from_agency, to_agency))


def sets_of(found):
    return {one.people: one.side for one in found.sets}


class TestDirectOnG1:
    @pytest.mark.parametrize(
        ("pair", "sets"),
        [
            (("court", "residential"), {("I1",): "receiving"}),
            (("police", "advocacy"), {("A1",): "receiving"}),
            (("advocacy", "residential"), {("A1",): "sending", ("I1",): "receiving"}),
            (("hospital", "advocacy"), {("S1",): "sending", ("A1",): "receiving"}),
            (("police", "court"), {("D1",): "sending", ("O1",): "receiving"}),
        ],
    )
    def test_all_minimum_sets_with_their_sides(self, pair, sets):
        assert direct(G1, *pair) == sets

    def test_three_officers_carry_it_but_one_receives_it(self):
        own = [r for r in rows_of(G1) if r.from_agency == "court"]
        found = direct_cut_sets(own)
        assert (found.size, found.singles, found.is_complete) == (1, ("I1",), True)


class TestReachOnG1:
    def test_court_to_residential(self):
        assert reach(G1, "court", "residential") == {("I1",): "receiving"}

    def test_police_to_residential_over_the_court_and_over_the_advocate(self):
        assert reach(G1, "police", "residential") == {("I1",): "receiving"}

    def test_police_to_court(self):
        assert reach(G1, "police", "court") == {("D1",): "sending", ("O1",): "receiving"}

    def test_hospital_to_residential_is_a_chain(self):
        assert reach(G1, "hospital", "residential") == {
            ("S1",): "sending",
            ("A1",): "between",
            ("I1",): "receiving",
        }

    def test_seven_ordered_pairs_of_agencies_are_joined(self):
        assert Reach(rows_of(G1)).pairs == (
            ("advocacy", "residential"),
            ("court", "residential"),
            ("hospital", "advocacy"),
            ("hospital", "residential"),
            ("police", "advocacy"),
            ("police", "court"),
            ("police", "residential"),
        )

    def test_where_no_way_is_nothing_can_be_cut(self):
        assert Reach(rows_of(G1)).cut_sets("court", "police") == CutSets()
        assert Reach(rows_of(G1)).cut_sets("court", "nowhere") == CutSets()


class TestSecondIntakeWorker:
    def test_court_to_residential_needs_both(self):
        for found in (direct, reach):
            assert found(G1_SECOND_INTAKE, "court", "residential") == {("I1", "I2"): "receiving"}

    def test_police_to_residential_still_rests_on_the_first(self):
        assert reach(G1_SECOND_INTAKE, "police", "residential") == {("I1",): "receiving"}


class TestEndsThatStay:
    def test_a_position_cannot_be_removed_so_the_other_side_is_cut(self):
        parts = [("court", f"O{i}", "program", "program", 1) for i in (1, 2)]
        assert direct(parts, "court", "program") == {("O1", "O2"): "sending"}

    def test_nor_can_a_group(self):
        own = [row("court", "team+", "program", "I1"), row("court", "O1", "program", "I1")]
        assert sets_of(direct_cut_sets(own)) == {("I1",): "receiving"}

    @pytest.mark.parametrize("receiver", ["program", "team+"])
    def test_a_row_between_two_such_ends_leaves_nothing_to_cut(self, receiver):
        own = [row("court", "court", "program", receiver), row("court", "O1", "program", "I1")]
        assert direct_cut_sets(own) == CutSets(None, (), True)

    def test_a_way_over_positions_alone_leaves_nothing_to_cut(self):
        made = [
            row("court", "court", "clinic", "clinic"),
            row("clinic", "clinic", "program", "program"),
            row("court", "O1", "program", "I1"),
        ]
        assert Reach(made).cut_sets("court", "program") == CutSets()


class TestHandOversInside:
    def test_none_inside_an_agency_unless_a_row_says_so(self):
        """O2 receives from the police, O1 sends to the program: no way without a row O2 to O1."""
        apart = [row("police", "D1", "court", "O2"), row("court", "O1", "program", "I1")]
        assert ("police", "program") not in Reach(apart).pairs
        joined = [*apart, row("court", "O2", "court", "O1")]
        assert sets_of(Reach(joined).cut_sets("police", "program")) == {
            ("D1",): "sending",
            ("O2",): "between",
            ("O1",): "between",
            ("I1",): "receiving",
        }

    def test_a_position_hands_on_to_itself(self):
        """Whoever is on duty receives and sends on."""
        made = [row("police", "D1", "court", "court"), row("court", "court", "program", "I1")]
        assert sets_of(Reach(made).cut_sets("police", "program")) == {
            ("D1",): "sending",
            ("I1",): "receiving",
        }


class TestSides:
    def test_sets_over_both_sides_are_mixed(self):
        """Two officers to one worker each, and one officer to both: O1 with I2, or O2 with I1."""
        own = [
            row("court", "O1", "program", "I1"),
            row("court", "O1", "program", "I3"),
            row("court", "O2", "program", "I2"),
            row("court", "O3", "program", "I2"),
        ]
        assert sets_of(direct_cut_sets(own)) == {("I2", "O1"): "mixed"}

    def test_somebody_who_stands_on_both_sides_is_mixed(self):
        own = [row("court", "B1", "program", "I1"), row("court", "O1", "program", "B1")]
        assert sets_of(direct_cut_sets(own)) == {("B1",): "mixed"}

    def test_somebody_of_both_agencies_may_be_a_way_alone(self):
        made = [row("court", "B1", "clinic", "C1"), row("clinic", "C2", "program", "B1")]
        assert sets_of(Reach(made).cut_sets("court", "program")) == {("B1",): "mixed"}


class TestBlanks:
    """A blank end is left out (named), can't leave (best), or is the busiest person (worst)."""

    own = (
        row("court", "O1", "program", "I1"),
        row("court", "O1", "program", "I2"),
        row("court", "O2", "program", "I2"),
        row("court", "", "program", "I3"),
    )

    def cut(self, reading):
        return sets_of(direct_cut_sets(self.own, reading))

    def test_readings(self):
        assert self.cut("named") == {
            ("I1", "I2"): "receiving",
            ("I2", "O1"): "mixed",
            ("O1", "O2"): "sending",
        }
        assert set(self.cut("best")) == {("I1", "I2", "I3"), ("I2", "I3", "O1"), ("I3", "O1", "O2")}
        assert self.cut("worst") == {("O1", "O2"): "sending", ("I2", "O1"): "mixed"}

    def test_one_person_where_nobody_is_named(self):
        own = [row("court", "", "program", f"I{i}") for i in range(3)]
        assert direct_cut_sets(own, "worst").size == 1
        assert direct_cut_sets(own, "best").size == 3
        assert direct_cut_sets(own, "named") == CutSets()

    def test_blank_on_both_sides_can_be_anybody(self):
        own = [row("court", "", "program", "")]
        assert direct_cut_sets(own, "best").size is None
        assert len(direct_cut_sets(own, "worst").sets) == 2

    def test_a_blank_and_a_position_leave_nothing_to_cut_at_best(self):
        own = [row("court", "", "program", "program")]
        assert direct_cut_sets(own, "best").size is None
        assert direct_cut_sets(own, "worst").size == 1

    def test_indirect_ways_too(self):
        made = [
            row("court", "O1", "clinic", "C1"),
            row("clinic", "", "program", "I1"),
            row("clinic", "C1", "program", "I1"),
        ]
        assert set(sets_of(Reach(made, "worst").cut_sets("court", "program"))) == {
            ("O1",),
            ("C1",),
            ("I1",),
        }


class TestCap:
    def test_of_more_than_64_sets_64_are_given_and_said_to_be_not_all(self):
        own = [row("court", f"O{i}", "program", f"I{i}") for i in range(7)]
        found = direct_cut_sets(own)
        assert (found.size, len(found.sets), found.is_complete) == (7, CAP, False)
        found = Reach(own).cut_sets("court", "program")
        assert (found.size, len(found.sets), found.is_complete) == (7, CAP, False)

    def test_64_are_all(self):
        own = [row("court", f"O{i}", "program", f"I{i}") for i in range(6)]
        assert (len(direct_cut_sets(own).sets), direct_cut_sets(own).is_complete) == (64, True)


class TestOrder:
    def test_the_order_of_rows_changes_nothing(self):
        rows = rows_of(G1_SECOND_INTAKE)
        turned = rows[::-1]
        assert direct_cut_sets(rows[:12]) == direct_cut_sets(rows[:12][::-1])
        for pair in Reach(rows).pairs:
            assert Reach(rows).cut_sets(*pair) == Reach(turned).cut_sets(*pair)

    def test_sets_come_in_order_of_their_people(self):
        own = [row("court", "O1", "program", "I1")]
        assert direct_cut_sets(own).sets == (
            CutSet(("I1",), "receiving"),
            CutSet(("O1",), "sending"),
        )
