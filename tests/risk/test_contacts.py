"""Who reaches whom directly: usable ties, single contacts, and who was asked about them."""

import pytest

from collabnet.risk.assessment import assess
from collabnet.risk.contacts import sides_asked
from risk.cases import coalition, group, person, tie

PEOPLE = (
    person("C1", "court"),
    person("C2", "court"),
    person("P1", "police"),
    person("P2", "police"),
)


def pairs(*parts, people=PEOPLE, **tables):
    return {p.pair: p for p in assess(coalition(*parts, people=people, **tables)).all_contacts}


def pair(*parts, **tables):
    return pairs(*parts, **tables)["court", "police"]


def single(*ties, **tables):
    return pair(ties=ties, **tables).single


class TestUsable:
    @pytest.mark.parametrize(
        ("quality", "n"), [("positive", 1), ("unrated", 1), ("strained", 0), ("absent", 0)]
    )
    def test_strained_and_absent_ties_are_no_contacts(self, quality, n):
        found = pair(ties=[tie("C1", "P1", quality=quality)])
        assert len(found.usable) == n
        assert (len(found.strained), len(found.absent)) == (
            quality == "strained",
            quality == "absent",
        )

    @pytest.mark.parametrize("kind", ["contact", "trust", "advice", "protocol", "anything"])
    def test_ties_of_any_kind_count(self, kind):
        assert len(pair(ties=[tie("C1", "P1", kind)]).usable) == 1

    def test_rows_of_the_log_count(self):
        assert len(pair(("court", "C1", "police", "P1", 2)).usable) == 2

    def test_a_tie_to_oneself_is_none(self):
        assert pairs(ties=[tie("C1", "C1")]) == {}

    def test_ties_inside_an_agency_are_a_pair_of_their_own_that_never_is_single(self):
        found = pairs(ties=[tie("C1", "C2")])["court", "court"]
        assert found.is_inside
        assert found.single == ()


class TestSingle:
    def test_all_rest_on_one_person_on_one_side(self):
        assert single(tie("C1", "P1"), tie("P2", "C1")) == (("court", "C1"),)

    def test_on_both_sides(self):
        assert single(tie("C1", "P1")) == (("court", "C1"), ("police", "P1"))

    def test_not_where_two_on_each_side_hold_it(self):
        assert single(tie("C1", "P1"), tie("C2", "P2")) == ()

    def test_a_position_is_not_one_person(self):
        assert single(tie("court", "P1"), tie("court", "P2")) == ()

    def test_nor_is_a_group(self):
        people = (*PEOPLE, group("team", "court"))
        assert single(tie("team", "P1"), tie("team", "P2"), people=people) == ()

    def test_nor_one_person_beside_a_position(self):
        assert single(tie("court", "P1"), tie("C1", "P2")) == ()

    def test_the_log_and_ties_are_taken_together(self):
        found = pair(("court", "C1", "police", "P1", 9), ties=[tie("P2", "C2")])
        assert found.single == ()

    def test_blanks_may_be_the_one_person_named(self):
        parts = [("court", "C1", "police", "P1", 1), ("court", "", "police", "P2", 3)]
        assert pair(*parts).single == (("court", "C1"),)

    def test_where_nobody_is_named_it_is_one_person_at_worst(self):
        assert pair(("court", "", "police", "police", 3)).single == (("court", ""),)

    def test_strained_ties_would_be_ways_if_they_counted(self):
        """One usable tie; a strained one would have been a second way."""
        assert single(tie("C1", "P1"), tie("C2", "P2", quality="strained")) == (
            ("court", "C1"),
            ("police", "P1"),
        )
        assert single(tie("C1", "P1"), tie("C2", "P2", quality="positive")) == ()


class TestTwoAgencies:
    people = (*PEOPLE, person("B1", "court"))
    members = ({"person_id": "B1", "agency_id": "clinic"},)

    def test_a_tie_of_somebody_of_two_agencies_joins_both(self):
        found = pairs(people=self.people, memberships=self.members, ties=[tie("B1", "P1")])
        assert set(found) == {("court", "police"), ("clinic", "police")}

    def test_but_never_stays_inside_where_it_goes_across(self):
        found = pairs(people=self.people, memberships=self.members, ties=[tie("B1", "C1")])
        assert set(found) == {("clinic", "court")}


class TestWithoutWeakEvidence:
    def test_inferred_and_illustrative_ties_are_left_out(self):
        ties = [tie("C1", "P1", status=one) for one in ("reported", "inferred", "illustrative")]
        assert len(pair(ties=ties).strong.usable) == 1

    def test_a_log_that_is_illustrative_as_a_whole_stays(self):
        parts = ("court", "C1", "police", "P1", 2)
        assert len(pair(parts, log_status="illustrative").strong.usable) == 2
        weak = {"evidence_status": "illustrative"}
        assert len(pair((*parts, weak)).strong.usable) == 0


class TestSidesAsked:
    """Asked if reported_by names one of its people, else if one of them was interviewed."""

    def asked(self, reported_by="", interviewed=(), ends=("C1", "P1")):
        people = [
            one | {"interviewed": "yes" if one["person_id"] in interviewed else "no"}
            for one in PEOPLE
        ]
        given = coalition(
            people=people, ties=[tie(*ends, quality="strained", reported_by=reported_by)]
        )
        (found,) = assess(given).all_contacts
        return sides_asked(given, found)

    def test_nobody(self):
        assert self.asked() == ()

    def test_by_an_interview(self):
        assert self.asked(interviewed=["C2"]) == ("court",)
        assert self.asked(interviewed=["C2", "P2"]) == ("court", "police")

    def test_by_a_report(self):
        assert self.asked(reported_by="P1") == ("police",)
        assert self.asked(reported_by="P2; C1") == ("court", "police")

    def test_a_report_of_an_agency_is_its_own(self):
        assert self.asked(reported_by="court") == ("court",)

    def test_who_was_interviewed_was_asked_though_only_the_other_side_reported(self):
        assert self.asked(reported_by="C1", interviewed=["P1"]) == ("court", "police")

    def test_a_stranger_is_nobodys_side(self):
        assert self.asked(reported_by="somebody else") == ()

    def test_inside_an_agency_there_is_one_side(self):
        assert self.asked(ends=("C1", "C2"), interviewed=["C2"]) == ("court",)
