"""PARTNER: a list of members becomes agencies and people; addresses are never stored."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabnet.data.options import Answers
from collabnet.data.readers.partner import PARTNER
from collabnet.data.table import read_draft
from data.readers.survey_platforms import Reading, csv_text, opened

COLUMNS = ("Primary Organization", "Node Label", "First Name", "Last Name", "Email", "Job Title",
           "Website", "Phone Number", "Address", "City", "Province", "Postal Code", "Country",
           "Latitude", "Longitude", "Sector", "Primary Org Function")  # fmt: skip


def member(name, label="", first="", last="", title="", sector="", province="Region B"):
    """One row of the template that PARTNER gives out."""
    return [name, label, first, last, f"{label}@example.org", title, "", "555-555-0100",
            "1 Main St", "Town B", province, "10001", "US", "1.2", "-3.4", sector, ""]  # fmt: skip


def members(*rows, columns=COLUMNS):
    return "\ufeff" + csv_text(columns, *rows, line_end="\r\n")


LIST = members(
    member("Juvenile court", "JC", "Officer", "B1", "Probation officer", "court"),
    member("Juvenile court", "JC", "Officer", "B2", "Supervisor", "court"),
    member("Shelter", "SH", "", "", "", "shelter"),
)


class TestMembers:
    def test_the_two_needed_columns_make_it_certain(self):
        assert PARTNER.recognise(opened(LIST)) == 1.0

    def test_organisations_are_agencies_once_and_contacts_are_people(self):
        read = Reading(PARTNER, LIST)
        assert read.rows("agencies", "agency_id", "name", "sector", "region",
                         "alternate_names") == [
            ("Juvenile court", "Juvenile court", "court", "Region B", "JC"),
            ("Shelter", "Shelter", "shelter", "Region B", "SH"),
        ]  # fmt: skip
        assert read.rows("people") == [
            ("Officer B1", "Officer B1", "Juvenile court", "Probation officer"),
            ("Officer B2", "Officer B2", "Juvenile court", "Supervisor"),
        ]
        assert read.ledger.n_read == 3

    def test_the_checks_of_values_take_both_tables(self):
        for draft in Reading(PARTNER, LIST).drafts:
            table = read_draft(draft, Answers(), date(2024, 6, 30))
            assert not table.ledger.is_refused
            assert len(table.kept) == len(draft.cells)

    def test_addresses_are_named_and_never_stored(self):
        read = Reading(PARTNER, LIST)
        assert read.found("survey_personal_left_out").message == (
            "Left out and not stored: Email, Phone Number, Address, City, Postal Code, Latitude "
            "and Longitude."
        )
        stored = str([draft.cells for draft in read.drafts])
        for detail in ("example.org", "555-555", "Main St", "10001", "'1.2'"):
            assert detail not in stored

    def test_a_column_that_was_accepted_by_name_is_kept(self):
        read = Reading(PARTNER, LIST, accept=("email",))
        assert read.rows("agencies", "agency_id", "Email")[0] == (
            "Juvenile court",
            "JC@example.org",
        )
        table = read_draft(read.drafts[0], Answers({"accept": ("email",)}), date(2024, 6, 30))
        assert "column_accepted" in [one.code for one in table.ledger.problems]
        assert "Email" in table.kept

    def test_columns_of_one_s_own_are_kept_with_the_agency(self):
        rows = [[*member("Shelter", "SH"), "24 hours"]]
        read = Reading(PARTNER, members(*rows, columns=[*COLUMNS, "Open"]))
        assert read.rows("agencies", "agency_id", "Open") == [("Shelter", "24 hours")]

    def test_two_offices_of_one_name_are_kept_apart_by_their_labels(self):
        text = members(member("County court", "CCA"), member("County court", "CCB"))
        read = Reading(PARTNER, text)
        assert read.rows("agencies", "agency_id", "name") == [
            ("County court (CCA)", "County court"),
            ("County court (CCB)", "County court"),
        ]
        assert read.found("members_same_name").message == (
            "'County court' stands with the labels CCA and CCB; they are kept apart under name "
            "and label."
        )

    def test_a_row_that_adds_nothing_is_skipped_and_said(self):
        read = Reading(PARTNER, members(member("Court", "CO"), member("Court", "CO")))
        assert read.found("members_repeated").message == (
            "1 row names an organisation again and nobody in it: skipped."
        )
        assert read.ledger.skipped == {2}

    def test_two_people_of_one_name_in_two_organisations_are_two(self):
        text = members(member("Court", "CO", "Officer", "B1"), member("Clinic", "CL", "Officer",
                       "B1"))  # fmt: skip
        assert Reading(PARTNER, text).rows("people", "person_id") == [
            ("Officer B1",),
            ("Officer B1, Clinic",),
        ]

    def test_what_rows_of_one_organisation_say_differently_is_said(self):
        text = members(member("Court", "CO", "A", "1", sector="court"),
                       member("Court", "CO", "B", "2", sector="justice"))  # fmt: skip
        problem = Reading(PARTNER, text).found("members_differ")
        assert problem.message == (
            "'Court' has more than one Sector: court and justice; the first was taken."
        )


class TestBadShapes:
    def test_a_row_without_its_organisation_is_rejected(self):
        read = Reading(PARTNER, members(member("", "X"), member("Shelter", "SH")))
        problem = read.found("required_blank")
        assert (problem.level, problem.row, problem.column) == ("ROW", 2, "Primary Organization")
        assert read.rows("agencies", "agency_id") == [("Shelter",)]

    def test_the_template_alone_holds_no_members(self):
        assert Reading(PARTNER, members()).found("no_data_rows").level == "STOP"

    def test_another_list_is_refused(self):
        problem = Reading(PARTNER, "Name,City\nx,y\n").found("survey_headers")
        assert problem.message == (
            "survey.csv needs the column Primary Organization; its first row has Name and City."
        )

    @pytest.mark.parametrize(("row", "code"), [("a,b", "row_too_short")])
    def test_a_row_that_does_not_fit_is_rejected(self, row, code):
        assert Reading(PARTNER, LIST + row + "\r\n").found(code).row == 5


NAMES = st.text(
    st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12
).map(str.strip).filter(bool)  # fmt: skip
HARD = st.sampled_from(['Court, "B"', "007", "🏠 Shelter", "بيت آمن", "=SUM(1)", "x\ny", "NA"])


class TestAnyNames:
    @settings(max_examples=60)
    @given(st.lists(st.one_of(NAMES, HARD), min_size=1, max_size=6, unique=True))
    def test_names_come_through_as_they_stand(self, names):
        read = Reading(PARTNER, members(*(member(f"x{name}") for name in names)))
        wanted = list(dict.fromkeys(f"x{name}" for name in names))
        assert [row[0] for row in read.rows("agencies", "name")] == wanted
