"""What tells who a client is never enters a coalition unless somebody says that it doesn't."""

import tomllib

import pytest

from collabnet.data.codes.base import naming
from collabnet.data.personal import personal_detail
from collabnet.model.errors import ReadingError
from data.small_site import HEADER, where

GOOD = "r1,2024-01-05,o1,court,program,i1", "r2,2024-02-06,o2,court,program,i1"


def log_with(site, column, *cells):
    rows = [f'{row},"{cell}"' for row, cell in zip(GOOD, cells, strict=True)]
    return site.log(*rows, header=HEADER.replace("\n", f",{column}\n"))


class TestClientIds:
    @pytest.mark.parametrize(
        "column", ["client", "client_id", "PersonalID", "Youth ID", "survivor", "patient_no"]
    )
    def test_ids_of_clients_are_dropped_and_counted(self, site, column):
        problem = log_with(site, column, "c-17", "").found("client_ids_dropped")
        assert where(problem) == ("NOTE", "referrals.csv", None, None, column, "")
        assert "1 cell was dropped and not stored" in problem.message
        coalition = site.load()
        assert "c-17" not in coalition.referrals.to_csv()
        assert "c-17" not in str(site.check().to_dict())

    def test_whom_an_agency_serves_is_no_client(self, site):
        site.write("agencies.csv", "agency_id,youth\ncourt,yes\nprogram,no\nshelter,yes\n")
        assert site.codes() == ["unknown_column"]


class TestColumns:
    @pytest.mark.parametrize(
        ("column", "what"),
        [
            ("client_name", "names of clients"),
            ("Youth First Name", "names of clients"),
            ("dob", "birth dates"),
            ("client_birth_date", "birth dates"),
            ("ssn", "social security numbers"),
            ("email", "e-mail addresses"),
            ("home_address", "addresses"),
            ("phone", "phone numbers"),
            ("case_number", "case numbers"),
            ("guardian_name", "names of people around a client"),
        ],
    )
    def test_a_column_named_for_personal_details_is_refused(self, site, column, what):
        problem = log_with(site, column, "x", "y").found("personal_column")
        assert where(problem) == ("STOP", "referrals.csv", None, None, column, "")
        assert problem.message == (
            f"The column {column} seems to hold {what}; nothing of it was stored."
        )
        with pytest.raises(ReadingError, match=r'--reading "?drop='):
            site.load()

    @pytest.mark.parametrize(
        ("column", "drop", "accept"),
        [
            ("dob", "--reading drop=dob, or ", "--reading accept=dob, or "),
            (
                "client name",
                '--reading "drop=client name", or ',
                '--reading "accept=client name", or ',
            ),
        ],
        ids=["one word", "with a blank"],
    )
    def test_both_ways_to_answer_are_written_out(self, site, column, drop, accept):
        """On the command line in quotes where that is needed, and in coalition.toml."""
        problem = log_with(site, column, "x", "y").found("personal_column")
        name, under = column, "under [reading] in coalition.toml"
        assert problem.remedy == (
            f'Remove the column; or leave it out: {drop}drop = ["{name}"] {under}; or, if it holds '
            f'no such thing, keep it: {accept}accept = ["{name}"] {under}.'
        )
        site.write("coalition.toml", f'[reading]\ndrop = ["{name}"]\n')
        assert site.codes() == ["column_dropped"]

    @pytest.mark.parametrize("name", ['the "name"', "$name"])
    def test_a_name_that_a_terminal_would_change_goes_to_the_file(self, name):
        written = naming("drop", name)
        stated = written.removesuffix(" under [reading] in coalition.toml")
        assert tomllib.loads(stated) == {"drop": [name]}

    def test_a_name_with_a_comma_stands_in_quotes(self, site):
        log_with(site, '"phone, home"', "555-010-0100", "")
        written = naming("drop", "phone, home")
        said = "--reading 'drop=\"phone, home\"'"
        assert written.startswith(said)
        assert "phone, home" not in site.load(drop='"phone, home"').referrals

    def test_it_can_be_dropped_or_accepted_by_name(self, site):
        log_with(site, "dob", "2008-01-01", "")
        assert "dob" not in site.load(drop="dob").referrals
        assert site.codes(drop="referrals.dob") == ["column_dropped"]
        assert "dob" in site.load(accept=["dob"]).referrals
        assert site.found("column_accepted", accept="dob").level == "NOTE"

    def test_the_rest_of_the_file_is_looked_at_meanwhile(self, site):
        log_with(site, "dob", "x", "y").write("agencies.csv", "agency_id\ncourt\nshelter\n")
        assert {"personal_column", "unknown_actor"} == set(site.codes())

    def test_a_needed_column_is_never_dropped(self, site):
        assert len(site.load(drop=["date"]).referrals) == 3

    @pytest.mark.parametrize(
        "column", ["parent_agency", "name_of_service", "age_group", "phone_call", "caseload"]
    )
    def test_other_columns_are_kept(self, site, column):
        assert log_with(site, column, "x", "y").codes() == ["unknown_column"]


class TestCells:
    @pytest.mark.parametrize(
        ("cell", "what"),
        [
            ("SSN 123-45-6789", "a social security number"),
            ("write to ann@example.org", "an e-mail address"),
            ("call (555) 010-0199", "a phone number"),
            ("555.010.0199", "a phone number"),
            ("lives at 12 North Main Street", "a street address"),
            ("DOB: 4/5/2008", "a birth date"),
            ("see case no. 24-1187", "a case number"),
        ],
    )
    @pytest.mark.parametrize("column", ["reason", "notes"])
    def test_free_text_with_personal_details_is_refused(self, site, column, cell, what):
        problem = log_with(site, column, "", cell).found("personal_values")
        assert where(problem) == ("STOP", "referrals.csv", 3, 3, column, "(not shown)")
        assert problem.message == (
            f"1 cell of {column} with what looks like {what}; nothing of it was stored."
        )
        assert f"--reading drop={column}" in problem.remedy
        assert cell not in str(site.check().to_dict())
        assert {problem.code for problem in site.check().found} <= {
            "personal_values",
            "unknown_column",
        }
        assert len(site.load(drop=column).referrals) == 2
        assert site.load(accept=column).referrals[column][1] == cell

    @pytest.mark.parametrize(
        "text",
        [
            "3.2.1: whoever in the court identifies or suspects a case reports it",
            "3.3.1: predominantly through three officers (3 or 4); none of the three is named",
            "4: in the majority of interviews he is the person to call",
            "3.1 and 3.2.3",
            "13 of 35 interviews, 2 in Site B",
            "signed 2023-01-05, expires 2025-12-31",
            "within 48 hours; 24/7 hotline",
            "case 3 of 12: declined",
            "11-17; 12-24",
            "referral 2024-000123",
            "moved to bed 12 on Main",
            "in case of doubt call the supervisor",
        ],
    )
    def test_ordinary_sentences_are_no_personal_details(self, text):
        assert personal_detail(text) == ""

    def test_ids_and_days_are_never_looked_into(self, site):
        site.log("123-45-6789,2024-01-05,o1,court,program,i1", GOOD[1])
        assert site.codes() == []

    def test_values_of_free_text_are_never_written_down(self, site):
        problem = log_with(site, "reason", "Bea\x07", "").found("control_character")
        assert problem.value == "(not shown)"
        assert "Bea" not in str(site.check().to_dict())
