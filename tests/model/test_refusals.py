"""Tables that can't be a coalition: what was needed, what came, what to do."""

import pandas as pd
import pytest

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError, MissingColumnError, unknown_name
from risk.cases import agreement, coalition, log, person, tie


def refused(**tables):
    with pytest.raises(CollabnetError) as error:
        Coalition.from_frames(**{name: pd.DataFrame(rows) for name, rows in tables.items()})
    return str(error.value)


class TestMissingColumn:
    def test_the_text_lists_what_was_found_and_near_matches(self):
        frame = log(("court", "O1", "program", "I1", 1)).rename(
            columns={"from_agency": "from agency", "date": "day"}
        )
        with pytest.raises(MissingColumnError) as error:
            Coalition.from_frames(referrals=frame)
        assert str(error.value) == (
            "the table referrals needs the column date and from_agency; found day, from agency, "
            "from_person, to_agency and to_person. Near matches: from agency may be from_agency. "
            "Rename the column in the first row of the file, or add it."
        )
        assert error.value.missing == ("date", "from_agency")

    def test_without_a_near_match(self):
        assert refused(agencies=[{"x": 1}]) == (
            "the table agencies needs the column agency_id; found x. Rename the column in the "
            "first row of the file, or add it."
        )


class TestIds:
    def test_an_id_is_given(self):
        assert refused(agencies=[{"agency_id": "court"}, {"agency_id": " "}]) == (
            "The table agencies needs an id in the column agency_id; the row at position 1 has "
            "none. Give each row an id of its own."
        )

    def test_and_given_once(self):
        assert refused(people=[person("O1", "court"), person("O1", "police")]) == (
            "Ids in the table people are given once; 'O1' stands more than once. Keep one of the "
            "rows, or give the other an id of its own."
        )

    def test_an_agency_and_a_person_do_not_share_one(self):
        assert refused(people=[person("court", "court")]) == (
            "An id names an agency or a person, not both; 'court' is in agencies and in people. "
            "Rename one of them wherever it is used."
        )

    def test_a_log_may_repeat_its_ids(self):
        frame = log(("court", "O1", "program", "I1", 2)).assign(referral_id="r1")
        assert len(Coalition.from_frames(referrals=frame).referrals) == 2


COURT = [{"agency_id": "court"}]


class TestEnds:
    @pytest.mark.parametrize(
        ("tables", "place", "where"),
        [
            ({"people": [person("O1", "curt")]}, "agency_id of the table people", "agencies"),
            (
                {"memberships": [{"person_id": "O1", "agency_id": "curt"}]},
                "agency_id of the table memberships",
                "agencies",
            ),
            (
                {"agreements": [agreement("curt", "court")]},
                "from_agency of the table agreements",
                "agencies",
            ),
            (
                {"agreements": [agreement("court", "curt")]},
                "to_agency of the table agreements",
                "agencies",
            ),
            ({"ties": [tie("curt", "O1")]}, "from_id of the table ties", "people or agencies"),
            ({"ties": [tie("O1", "curt")]}, "to_id of the table ties", "people or agencies"),
        ],
    )
    def test_an_end_is_in_its_table(self, tables, place, where):
        given = {"agencies": COURT, "people": [person("O1", "court")]} | tables
        assert refused(**given) == (
            f"The column {place} needs ids that are in {where}; row 2 has 'curt'. Add it there, "
            "or correct it."
        )

    def test_a_member_is_in_people(self):
        members = [{"person_id": "O2", "agency_id": "court"}]
        assert refused(agencies=COURT, people=[person("O1", "court")], memberships=members) == (
            "The column person_id of the table memberships needs ids that are in people; row 2 "
            "has 'O2'. Add it there, or correct it."
        )

    def test_the_row_is_that_of_the_sheet(self):
        frame = log(("court", "O1", "court", "O1", 2), ("curt", "O1", "court", "O1", 1))
        with pytest.raises(CollabnetError) as error:
            Coalition.from_frames(
                agencies=pd.DataFrame(COURT),
                people=pd.DataFrame([person("O1", "court")]),
                referrals=frame,
            )
        assert str(error.value) == (
            "The column from_agency of the table referrals needs ids that are in agencies; row 4 "
            "has 'curt'. Add it there, or correct it."
        )


class TestCells:
    def test_a_day(self):
        assert refused(agencies=COURT, people=[person("O1", "court", active_to="31.12.2024")]) == (
            "The table people needs a day as YYYY-MM-DD in the column active_to; the row at "
            "position 0 has '31.12.2024'. Correct it, or leave the cell empty."
        )

    def test_a_number(self):
        assert refused(agencies=[{"agency_id": "court", "capacity": "9-12"}]) == (
            "The table agencies needs a plain number such as 12 or 3.5 in the column capacity; "
            "the row at position 0 has '9-12'. Correct it, or leave the cell empty."
        )

    def test_blanks_are_no_number_and_no_day(self):
        given = coalition(people=[person("O1", "court", active_to="", group_size="")])
        assert given.people[["active_to", "group_size"]].isna().all(axis=None)

    def test_days_with_a_time_or_a_zone_are_days(self):
        given = coalition(
            ("court", "O1", "program", "I1", ["2024-03-05T23:30:00"]),
            people=[person("O1", "court", active_to=pd.Timestamp("2024-05-06 01:00", tz="UTC"))],
        )
        assert given.referrals["on"].tolist() == [pd.Timestamp("2024-03-05")]
        assert given.people["active_to"].iloc[0] == pd.Timestamp("2024-05-06")

    def test_terms_are_normalised_and_others_kept(self):
        given = coalition(
            people=[person("O1", "court"), person("I1", "program")],
            ties=[
                tie("O1", "I1", " Contacts ", basis="written", quality="", status=""),
                tie("O1", "I1", "telepathy", basis="handshake"),
            ],
        )
        first, second = given.ties.to_dict("records")
        assert (first["kind"], first["basis"], first["quality"], first["status"]) == (
            "contact",
            "formal",
            "unrated",
            "reported",
        )
        assert (second["kind"], second["basis"]) == ("telepathy", "handshake")


class TestUnknownName:
    def test_with_and_without_a_near_one(self):
        known = ["officer_b1", "officer_b2", "judge"]
        assert str(unknown_name("person", "oficer_b1", known, "Look.")) == (
            "There is no person 'oficer_b1'. Did you mean officer_b1 or officer_b2? Look."
        )
        assert str(unknown_name("person", "xyz", known, "Look.")) == (
            "There is no person 'xyz'. Look."
        )
