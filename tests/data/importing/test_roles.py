"""What a column is taken for: by its name, by another name for it, by what it holds."""

import pytest

from collabnet.data.importing.roles import propose_roles, score_table
from collabnet.model.specs import TABLES

LOG = TABLES["referrals"]


def roles(headers, *rows, spec=LOG, ids=()):
    return [(one.role, one.why) for one in propose_roles(headers, rows, spec, ids)]


class TestProposeRoles:
    def test_a_name_of_ours_is_sure(self):
        assert roles(["date", "From-Agency"]) == [("date", "name"), ("from_agency", "name")]

    def test_another_name_is_a_synonym(self):
        assert roles(["Date of referral", "Sent by", "Referred to"]) == [
            ("date", "synonym"),
            ("from_agency", "synonym"),
            ("to_agency", "synonym"),
        ]

    def test_each_of_our_columns_is_given_once(self):
        assert roles(["Sent to", "Referred to"])[1] == ("keep", "other")

    def test_our_own_name_wins_over_a_synonym_before_it(self):
        assert roles(["Sent to", "to_agency"]) == [("keep", "other"), ("to_agency", "name")]

    def test_days_are_found_by_what_the_column_holds(self):
        found = roles(["When exactly", "x"], ["5 Jan 2024", "a"], ["6 Jan 2024", "b"])
        assert found[0] == ("date", "content")

    def test_numbers_that_could_be_excel_days_are_no_proof_of_days(self):
        assert roles(["Seen", "x"], ["45292", "a"])[0] == ("keep", "other")

    def test_ids_of_the_roster_are_found_by_what_the_column_holds(self):
        rows = [["court_b", "shelter"], ["court_b", "program"]]
        ids = {"court_b", "shelter", "program"}
        assert roles(["A", "B"], *rows, ids=ids) == [
            ("from_agency", "content"),
            ("to_agency", "content"),
        ]

    @pytest.mark.parametrize(
        "header", ["Client name", "DOB", "Phone number", "Guardian", "client e-mail"]
    )
    def test_what_seems_personal_is_left_out_and_never_shown(self, header):
        (role,) = propose_roles([header], [["J.D."]], LOG, ())
        assert (role.role, role.why, role.examples) == ("ignore", "personal", ())

    def test_ids_of_clients_are_left_out_without_a_question(self):
        (role,) = propose_roles(["Youth ID"], [["17"]], LOG, ())
        assert (role.role, role.why, role.examples) == ("ignore", "client id", ())
        assert role.is_sure

    def test_free_text_is_left_out(self):
        text = "She was brought in by an officer late at night and asked for a bed."
        assert roles(["What happened"], [text]) == [("ignore", "free text")]

    def test_who_referred_is_a_person_where_an_agency_stands_beside(self):
        headers = ["Date", "Referred by", "Agency", "Referred to"]
        found = roles(headers, ["2024-01-05", "Ann Lee", "Court", "Shelter"])
        assert [role for role, _ in found[1:]] == ["from_person", "from_agency", "to_agency"]
        assert roles(["Referred by"], ["Court"]) == [("from_agency", "synonym")]

    def test_examples_are_the_first_different_values(self):
        (role,) = propose_roles(["Zone"], [["n"], ["n"], ["s"], [""], ["w"], ["e"]], LOG, ())
        assert role.examples == ("n", "s", "w")

    def test_rows_that_are_too_short_do_no_harm(self):
        assert roles(["date", "zone"], ["2024-01-01"]) == [("date", "name"), ("keep", "other")]


class TestScoreTable:
    def test_counts_needed_exact_and_all(self):
        assert score_table(["date", "Sent by", "to_agency"], LOG) == (True, 2, 3)

    def test_a_needed_column_that_is_missing_counts_against_it(self):
        assert score_table(["date", "Sent by"], LOG) == (False, 1, 2)
