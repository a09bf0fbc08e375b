"""A person moves to another agency: posts keep what is on paper, people what is their own."""

import pytest

from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import Moves
from risk.cases import agreement, coalition, group, person, tie

ROWS = (("court", "O1", "program", "I1", 3), ("court", "O2", "program", "I1", 2))
AGREED = {"agreements": [agreement("court", "program")]}


def after(*parts, to="police", **tables):
    tables.setdefault("agencies", [{"agency_id": "police"}])
    return Moves("O1", to).apply(coalition(*(parts or ROWS), **tables))


def ends(given):
    frame = given.referrals
    return sorted(zip(frame["from_agency"], frame["from_person"], frame["to_person"], strict=True))


def tied(given):
    return sorted(zip(given.ties["from_id"], given.ties["to_id"], strict=True))


class TestMoves:
    def test_the_agency_is_another_and_unit_and_office_are_blank(self):
        own = person("O1", "court", role="officer", unit="intake", office="2")
        (row,) = [
            r for r in after(people=[own]).people.to_dict("records") if r["person_id"] == "O1"
        ]
        named = ("agency_id", "role", "unit", "office")
        assert [row[one] for one in named] == ["police", "officer", "", ""]

    def test_rows_that_an_agreement_passes_on_stay_with_the_old_position(self):
        assert ("court", "court", "I1") in ends(after(**AGREED))
        assert len(after(**AGREED).referrals) == 5

    @pytest.mark.parametrize("cells", [{"in_use": "partly"}, {"names_position": "no"}])
    def test_the_others_go(self, cells):
        agreements = [agreement("court", "program", **cells)]
        assert ends(after(agreements=agreements)) == [("court", "O2", "I1")] * 2

    def test_rows_for_another_agency_stay(self):
        rows = (("clinic", "O1", "program", "I1", 2), ("court", "O1", "program", "I1", 1))
        members = [{"person_id": "O1", "agency_id": "clinic"}]
        found = after(*rows, people=[person("O1", "court")], memberships=members)
        assert ends(found) == [("clinic", "O1", "I1")] * 2
        assert found.agencies_of["O1"] == ("police", "clinic")

    def test_to_the_second_agency_of_theirs(self):
        members = [{"person_id": "O1", "agency_id": "clinic"}]
        found = after(*ROWS, to="clinic", people=[person("O1", "court")], memberships=members)
        assert found.agencies_of["O1"] == ("clinic",)
        assert found.memberships.empty

    def test_who_has_left_the_first_agency_moves_from_the_one_where_they_are(self):
        members = [
            {"person_id": "O1", "agency_id": "court", "to": "2024-01-31"},
            {"person_id": "O1", "agency_id": "clinic", "from": "2024-02-01"},
        ]
        rows = (("clinic", "O1", "program", "I1", 2), ("court", "O1", "program", "I1", 1))
        found = after(*rows, people=[person("O1", "court")], memberships=members)
        assert ends(found) == [("court", "O1", "I1")]
        assert found.agencies_of["O1"] == ("police",)

    def test_informal_usable_contacts_move_along(self):
        ties = [
            tie("I1", "O1", basis="informal"),
            tie("O1", "O2", basis="informal", quality="positive"),
            tie("O1", "D1", basis="unknown"),
            tie("O1", "program", basis="informal", quality="strained"),
            tie("O1", "I1", "information", basis="informal", quality="absent"),
        ]
        people = [person("D1", "police")]
        assert tied(after(ties=ties, people=people)) == [("I1", "O1"), ("O1", "O2")]

    def test_contacts_under_an_agreement_stay_with_the_old_position(self):
        ties = [tie("I1", "O1", basis="informal"), tie("O1", "I1", "information", basis="formal")]
        assert tied(after(ties=ties, **AGREED)) == [("I1", "court"), ("court", "I1")]

    def test_who_only_enters_data_leaves_the_log_as_it_is(self):
        clerk = [person("O1", "court", enters_data_only="yes")]
        assert len(after(people=clerk).referrals) == 5

    def test_what_it_says(self):
        assert str(Moves("O1", "police")) == "O1 moves to police"


class TestRefusals:
    given = coalition(*ROWS, people=[group("team", "court")])

    @pytest.mark.parametrize(
        ("change", "text"),
        [
            (
                Moves("O11", "program"),
                "There is no person 'O11'. Did you mean O1? Ids of Small stand in people.csv.",
            ),
            (
                Moves("O1", "progam"),
                "There is no agency 'progam'. Did you mean program? Ids of Small stand in "
                "agencies.csv.",
            ),
            (
                Moves("team", "program"),
                "Moves needs one person; 'team' is several people recorded as one. Name one "
                "person, each recorded by an id of their own.",
            ),
            (
                Moves("O1", "court"),
                "Moves needs another agency; 'O1' belongs to 'court' already. Name the agency to "
                "move to.",
            ),
        ],
        ids=str,
    )
    def test_they_say_what_was_needed(self, change, text):
        with pytest.raises(CollabnetError) as refused:
            change.apply(self.given)
        assert str(refused.value) == text
