"""Contacts change: a new one, strained ones repaired, invitations that were missing."""

import pytest

from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import Invites, Repairs, Ties
from collabnet.planning.whatif import what_if
from risk.cases import coalition, group, person, tie
from samples.shared import coalition_of

ROWS = (("court", "O1", "program", "I1", 3), ("police", "D1", "court", "O2", 2))
SITE_B = coalition_of("site_b")


def after(change, ties):
    return change.apply(coalition(*ROWS, people=PEOPLE, ties=ties))


def cells(given):
    names = ["from_id", "to_id", "kind", "quality"]
    return sorted(tuple(row) for row in given.ties[names].to_numpy().tolist())


PEOPLE = (group("team", "program"), person("B1", "court"))


class TestTies:
    def test_a_contact_that_is_informal_and_made_up(self):
        (row,) = after(Ties("O1", "D1"), []).ties.to_dict("records")
        named = ("from_id", "to_id", "directed", "kind", "basis", "quality", "status")
        assert [row[one] for one in named] == [
            "O1", "D1", "no", "contact", "informal", "positive", "illustrative",
        ]  # fmt: skip

    def test_a_gap_between_the_two_is_closed(self):
        gaps = [tie("D1", "O1", quality="absent"), tie("O2", "D1", quality="absent")]
        assert cells(after(Ties("O1", "D1"), gaps)) == [
            ("O1", "D1", "contact", "positive"),
            ("O2", "D1", "contact", "absent"),
        ]

    @pytest.mark.parametrize("gap", [("O1", "police"), ("court", "D1"), ("police", "court")])
    def test_so_is_one_with_an_agency_as_a_whole(self, gap):
        found = after(Ties("O1", "D1"), [tie(*gap, quality="absent")])
        assert cells(found) == [("O1", "D1", "contact", "positive")]

    def test_a_gap_of_another_kind_stays(self):
        found = after(Ties("O1", "D1"), [tie("O1", "D1", "protocol", quality="absent")])
        assert ("O1", "D1", "protocol", "absent") in cells(found)

    def test_groups_and_positions_can_be_in_contact(self):
        assert ("team", "police", "contact", "positive") in cells(after(Ties("team", "police"), []))

    def test_a_strained_contact_does_not_stand_in_the_way(self):
        found = after(Ties("O1", "D1"), [tie("O1", "D1", quality="strained")])
        assert len(found.ties) == 2

    def test_a_single_contact_is_none_any_more(self):
        """Between court and police of Site B everything rests on one on each side."""
        change = what_if(SITE_B, Ties("officer_b2", "police_b"))
        contacts = change.contacts.set_index(["agency", "other_agency"])
        row = contacts.loc[("court_b", "police_b")]
        assert (row["single_before"], row["single_after"]) == (2, 0)

    def test_what_it_says(self):
        assert str(Ties("O1", "D1")) == "a contact between O1 and D1"


class TestRepairs:
    strained = (
        tie("O1", "D1", quality="strained"),
        tie("D1", "court", "case_report", quality="strained"),
        tie("O2", "O1", quality="strained"),
        tie("O1", "I1", quality="strained"),
        tie("O2", "D1"),
    )

    def qualities(self, change):
        found = after(change, list(self.strained)).ties
        return found["quality"].tolist()

    def test_every_strained_tie_between_two_agencies(self):
        assert self.qualities(Repairs("police", "court")) == [
            "positive", "positive", "strained", "strained", "unrated",
        ]  # fmt: skip

    def test_only_those_of_two_people(self):
        assert self.qualities(Repairs("D1", "O1"))[:2] == ["positive", "strained"]

    def test_those_of_a_person_with_an_agency(self):
        assert self.qualities(Repairs("D1", "court"))[:2] == ["positive", "positive"]

    def test_an_agency_twice_is_what_is_strained_inside(self):
        assert self.qualities(Repairs("court", "court")) == [
            "strained", "strained", "positive", "strained", "unrated",
        ]  # fmt: skip

    def test_of_somebody_in_two_agencies_it_is_between_the_others(self):
        """As contacts count it: a tie of B1 to a colleague is one of the other agency's."""
        members = [{"person_id": "B1", "agency_id": "clinic"}]
        ties = [tie("B1", "O1", quality="strained")]
        given = coalition(*ROWS, people=PEOPLE, memberships=members, ties=ties)
        assert Repairs("clinic", "court").apply(given).ties["quality"].tolist() == ["positive"]
        with pytest.raises(CollabnetError, match="nothing to repair"):
            Repairs("court", "court").apply(given)

    def test_the_strain_is_gone_from_the_findings(self):
        change = what_if(SITE_B, Repairs("court_b", "police_b"))
        (pair,) = [b for _, b in change.changed if b.id == "contacts:court_b:police_b"]
        assert pair.numbers["strained"] == 0

    def test_what_it_says(self):
        assert str(Repairs("a", "b")) == "strained ties between a and b are repaired"
        assert str(Repairs("a", "a")) == "strained ties inside a are repaired"


class TestInvites:
    @pytest.mark.parametrize("kind", ["team_invitation", "meeting_invitation"])
    def test_missing_invitations_become_positive(self, kind):
        ties = [tie("court", "D1", kind, quality="absent"), tie("D1", "O1", kind, quality="absent")]
        found = after(Invites("court", "police"), ties)
        assert found.ties["quality"].tolist() == ["positive", "absent"]

    def test_one_without_direction_counts_both_ways(self):
        ties = [tie("D1", "O1", "team_invitation", quality="absent", directed="no")]
        assert after(Invites("court", "police"), ties).ties["quality"].tolist() == ["positive"]

    def test_none_reported_missing_one_is_added(self):
        (row,) = after(Invites("court", "police"), []).ties.to_dict("records")
        named = ("from_id", "to_id", "directed", "kind", "basis", "quality", "status")
        assert [row[one] for one in named] == [
            "court", "police", "yes", "team_invitation", "informal", "positive", "illustrative",
        ]  # fmt: skip

    def test_the_caseworkers_of_site_b_invite_the_court(self):
        found = Invites("caseworkers", "court_b").apply(SITE_B).ties
        invited = found[found["kind"] == "meeting_invitation"]
        assert set(invited["quality"]) == {"positive"} and len(invited) == 5

    def test_what_it_says(self):
        assert str(Invites("a", "b")) == "a invites b"


class TestRefusals:
    @pytest.mark.parametrize(
        ("change", "text"),
        [
            (
                Ties("O1", "D11"),
                "There is no person or agency 'D11'. Did you mean D1? Ids of Small stand in "
                "people.csv and agencies.csv.",
            ),
            (
                Ties("O1", "O1"),
                "Ties needs two people or agencies; got 'O1' twice. Name another one.",
            ),
            (
                Ties("I1", "O1"),
                "Between 'I1' and 'O1' there is a contact already that nobody calls strained. "
                "Name two who have none.",
            ),
            (
                Repairs("O1", "O1"),
                "Repairs needs two people or agencies; got 'O1' twice. Name another one.",
            ),
            (
                Repairs("court", "police"),
                "Between 'court' and 'police' no tie is called strained, so there is nothing to "
                "repair. Strained ties stand in ties.csv with the quality strained.",
            ),
            (
                Repairs("police", "police"),
                "Inside 'police' no tie is called strained, so there is nothing to repair. "
                "Strained ties stand in ties.csv with the quality strained.",
            ),
            (
                Repairs("cort", "police"),
                "There is no person or agency 'cort'. Did you mean court? Ids of Small stand in "
                "people.csv and agencies.csv.",
            ),
            (
                Invites("court", "court"),
                "Invites needs two people or agencies; got 'court' twice. Name another one.",
            ),
            (
                Invites("court", "program"),
                "'court' invites 'program' already, and nobody reports an invitation as missing. "
                "Name two of whom one isn't invited.",
            ),
        ],
        ids=str,
    )
    def test_they_say_what_was_needed(self, change, text):
        ties = [tie("O1", "I1"), tie("court", "team", "team_invitation")]
        with pytest.raises(CollabnetError) as refused:
            after(change, ties)
        assert str(refused.value) == text
