"""What whoever holds the data sees of each agency: contacts, load, staff by name."""

import pytest

import collabnet as cn
from collabnet.sharing import ReleasedAgencies, release_agencies
from collabnet.sharing.released_agencies import ASKED, NOT_ASKED, NOT_KNOWN
from risk.cases import G1, agreement, coalition, group, person, tie


def released(*parts, **tables):
    return release_agencies(cn.assess(coalition(*parts, **tables), worlds=0))


def test_only_sharing_makes_it():
    with pytest.raises(TypeError, match="call release_agencies"):
        ReleasedAgencies("", "", "", 0, ())


class TestContacts:
    def test_referrals_are_told_apart_by_direction_and_ties_beside_them(self):
        found = released(
            ("a", "O1", "b", "I1", 4),
            ("b", "I1", "a", "O2", 2),
            ties=[tie("O1", "I1"), tie("O1", "I1", quality="strained")],
        )
        (one,) = found.agency("a").contacts
        assert (one.id, one.sent, one.received, one.ties, one.strained) == ("b", 4, 2, 1, 1)
        (other,) = found.agency("b").contacts
        assert (other.id, other.sent, other.received, other.ties) == ("a", 2, 4, 1)
        assert one.n_usable == other.n_usable == 7

    def test_who_carries_it_is_counted_on_both_sides_and_named_on_none(self):
        court = released(*G1).agency("court")
        said = [(one.name, one.here, one.there, one.rests_on) for one in court.contacts]
        assert said == [
            ("police", "one person", "one person", ("court", "police")),
            ("residential", "three people", "one person", ("residential",)),
        ]

    def test_what_an_agreement_covers_is_on_paper(self):
        found = released(("a", "O1", "b", "I1", 4), agreements=[agreement("a", "b")])
        assert found.agency("a").contacts[0].on_paper == 4

    def test_a_strained_or_missing_tie_is_no_working_contact(self):
        people = [person("O1", "a"), person("I1", "b")]
        found = released(people=people, ties=[tie("O1", "I1", quality="strained")])
        one = found.agency("a")
        assert (len(one.contacts), one.working, one.is_alone) == (1, (), True)
        assert one.alone_because == "only strained or missing ties on record"


class TestLoad:
    def test_it_is_said_of_the_agency_and_of_posts_without_a_name(self):
        assert released(*G1).agency("residential").load == (
            "None of the four other agencies names it in a tie that works.",
            "It receives 15 of the 25 referrals between agencies (60 %).",
            "If it closed, no other agency is known to take them.",
            "One person here takes part in all 15 referrals that it sends or receives.",
            "If that person left, nobody else here is known to carry them.",
        )

    def test_colleagues_who_would_carry_over_half_more_are_counted(self):
        assert released(*G1).agency("court").load[-1] == (
            "If that person left, nobody else here is known to carry two of them and two "
            "colleagues would carry over half as much again as now."
        )

    def test_few_referrals_say_nothing_of_who_carries_most(self):
        """Five referrals, all by one person: too few to say so."""
        load = released(("a", "O1", "b", "I1", 5)).agency("a").load
        assert load == ("The one other agency doesn't name it in a tie that works.",)

    def test_a_third_of_the_others_or_of_the_referrals_makes_it_asked_by_many(self):
        found = released(*G1)
        assert [one.id for one in found.ours if one.is_busy] == ["residential"]
        ties = [tie(f"P{i}", "H") for i in range(3)]
        people = [person("H", "h"), *(person(f"P{i}", f"x{i}") for i in range(9))]
        found = released(people=people, ties=ties)
        assert [(one.id, one.named_by) for one in found.ours if one.is_busy] == [("h", 3)]
        people.append(person("P9", "x9"))
        assert not released(people=people, ties=ties).agency("h").is_busy


class TestStaff:
    def test_they_stand_by_name_whatever_they_carry(self):
        people = [person("p2", "court", name="Zoe"), person("p1", "court", name="Ann")]
        found = released(("court", "p2", "b", "I1", 9), people=people)
        assert [one.name for one in found.agency("court").staff] == ["Ann", "Zoe"]

    def test_without_a_contact_it_is_said_what_is_known_of_them(self):
        people = [
            person("asked", "a", interviewed="yes"),
            person("silent", "a"),
            person("unknown", "a", interviewed="yes", ties_known="no"),
            group("many", "a"),
        ]
        found = released(("a", "O1", "b", "I1", 1), people=people)
        said = {one.id: one.contact for one in found.agency("a").staff}
        assert said == {
            "O1": "", "asked": ASKED, "silent": NOT_ASKED, "unknown": NOT_KNOWN, "many": NOT_ASKED
        }  # fmt: skip

    def test_an_agency_is_never_called_alone_by_those_who_told_nothing(self):
        people = [person("O1", "a", ties_known="no"), person("I1", "b", interviewed="yes")]
        found = released(people=people)
        assert (
            found.agency("a").alone_because == "its contacts aren't known: nobody there told of any"
        )
        assert found.agency("b").alone_because == "somebody there was asked and told of none"

    def test_who_belongs_to_two_agencies_stands_in_both(self):
        people = [person("O1", "a", name="Ann")]
        memberships = [{"person_id": "O1", "agency_id": "b"}]
        found = released(people=people, memberships=memberships)
        assert [found.agency(one).staff[0].also_at for one in "ab"] == ["b", "a"]


def test_agencies_stand_by_name_and_those_outside_are_told_apart():
    agencies = [
        {"agency_id": "1", "name": "Zoo"},
        {"agency_id": "2", "name": "art", "outside": "yes"},
        {"agency_id": "3", "name": "Bank", "services": "legal; food"},
    ]
    found = released(agencies=agencies)
    assert [one.name for one in found.agencies] == ["art", "Bank", "Zoo"]
    assert [one.name for one in found.ours] == ["Bank", "Zoo"]
    assert [one.words for one in found.agency("3").services] == ["legal help", "food"]
    assert found.agency("nobody") is None
