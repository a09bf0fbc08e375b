"""Who stands in the cell of a person: what isn't one name is asked about, and kept as written."""

import pytest

from data.hand_kept.kept_log import KeptLog
from data.small_site import where

DAY = "2024-01-05"


def log_of(*persons, **given):
    return KeptLog(*([DAY, one, "Court", "Shelter", "Intake 1"] for one in persons), **given)


class TestTwoNames:
    @pytest.mark.parametrize(
        "cell", ["Ann/Bea", "Ann & Bea", "Ann and Bea", "Ann + Bea", "Ann w/ Bea", "Ann or Bea"]
    )
    def test_two_names_in_a_cell_are_asked_about(self, cell):
        problem = log_of("Officer B1", cell).found("two_names")
        assert where(problem) == ("ASK", "log.xlsx", 3, 3, "from_person", cell)
        assert problem.sheet == "Log"
        assert problem.message == f"1 cell of from_person with more than one name: '{cell}'."
        assert problem.remedy == (
            "Do they share (shared: each gets every other row of the same link, so that each "
            "carries half), does the first count (first), or is it one name (one)? Say --reading "
            "two_names=shared or --reading two_names=first or --reading two_names=one, or "
            'two_names = "shared" under [reading] in coalition.toml.'
        )

    def test_shared_rows_are_dealt_out_so_that_each_carries_half(self):
        log = log_of("Ann/Bea", "Ann/Bea", "Officer B1", "Ann/Bea", "Ann/Bea", two_names="shared")
        assert log.column("from_person") == ["Ann", "Bea", "Officer B1", "Ann", "Bea"]
        assert log.column("from_person_as_written") == [*["Ann/Bea"] * 2, "", *["Ann/Bea"] * 2]
        said = log.found("two_names_read")
        assert (said.level, said.message) == (
            "NOTE",
            "4 cells of from_person with more than one name read as shared between them, row by "
            "row, as two_names says: 'Ann/Bea'.",
        )

    def test_each_link_is_dealt_out_by_itself(self):
        log = KeptLog(
            f"{DAY},Ann/Bea,Court,Shelter,",
            f"{DAY},Ann/Bea,Court,Clinic,",
            f"{DAY},Ann/Bea,Court,Shelter,",
            two_names="shared",
        )
        assert log.column("from_person") == ["Ann", "Ann", "Bea"]

    def test_the_first_only(self):
        assert log_of("Ann/Bea", two_names="first").column("from_person") == ["Ann"]

    def test_one_name_is_kept(self):
        log = log_of("Ann/Bea", two_names="one")
        assert log.column("from_person") == ["Ann/Bea"]
        assert "from_person_as_written" not in log.draft.names

    def test_a_name_that_is_known_needs_no_question(self):
        assert log_of("Ann/Bea", known=["Ann/Bea"]).codes == []

    def test_a_comma_may_part_two_names_or_one(self):
        problem = log_of("Hall, Ann").found("comma_in_name")
        assert problem.message == "1 cell of from_person with a comma: 'Hall, Ann'."
        assert problem.answers == ("one", "shared", "first")
        log = log_of("Ann, Bea", "Ann, Bea", comma_in_name="shared")
        assert log.column("from_person") == ["Ann", "Bea"]
        assert log.found("comma_in_name_read").level == "NOTE"


class TestInitials:
    def test_initials_are_asked_about_once_with_a_list(self):
        problem = log_of("AB", "C.D.", "AB", "Officer B1").found("initials")
        assert where(problem) == ("ASK", "log.xlsx", 2, 2, "from_person", "AB")
        assert problem.message == "3 cells of from_person with initials: 'AB' and 'C.D.'."
        assert problem.remedy.startswith(
            "Enter once in crosswalk.csv who they are; or let each stand for one person (keep)"
        )

    def test_the_crosswalk_answers(self):
        assert log_of("AB", "C.D.", known=["AB", "C.D."]).codes == []

    @pytest.mark.parametrize(("answer", "read"), [("keep", "AB"), ("unknown", "")])
    def test_the_answer(self, answer, read):
        log = log_of("AB", initials=answer)
        assert log.column("from_person") == [read]
        assert log.found("person_read").level == "NOTE"

    def test_ids_with_digits_are_no_initials(self):
        assert log_of("O1", "I1").codes == []


class TestRoles:
    @pytest.mark.parametrize("cell", ["Deputy juvenile officer", "detective", "DJO", "Court"])
    def test_a_role_or_an_agency_is_asked_about(self, cell):
        problem = log_of(cell).found("role_in_person_cell")
        assert where(problem) == ("ASK", "log.xlsx", 2, 2, "from_person", cell)
        assert problem.message == f"1 cell of from_person with a role or an agency: '{cell}'."
        assert problem.remedy.startswith(
            "Is that the agency's position, whoever holds it (position), or is it not known "
            "(unknown)? Say --reading role_in_person_cell=position or"
        )

    def test_position_is_the_agency_of_the_row(self):
        log = log_of("detective", "Officer B1", role_in_person_cell="position")
        assert log.column("from_person") == ["Court", "Officer B1"]
        assert log.column("from_person_as_written") == ["detective", ""]

    def test_the_position_of_another_agency_stays_that_agency_s(self):
        log = log_of("Shelter", role_in_person_cell="position")
        assert log.column("from_person") == ["Shelter"]

    def test_unknown_is_an_empty_cell(self):
        assert log_of("detective", role_in_person_cell="unknown").column("from_person") == [""]

    def test_the_id_of_an_agency_in_the_roster_is_its_position_without_a_question(self):
        assert log_of("Court", known=["Court"]).codes == []

    @pytest.mark.parametrize("cell", ["program_director", "residential_program"])
    def test_ids_of_a_coalition_s_own_files_are_no_roles(self, cell):
        assert KeptLog(f"{DAY},,court_b,residential_program,{cell}").codes == []


class TestNobodyInParticular:
    @pytest.mark.parametrize("cell", ["on call", "On-Call", "intake", "staff", "duty"])
    def test_whoever_is_there_is_asked_about(self, cell):
        problem = log_of("Officer B1", cell).found("placeholder_person")
        assert where(problem) == ("ASK", "log.xlsx", 3, 3, "from_person", cell)
        assert problem.message == f"1 cell of from_person with '{cell}'."
        assert problem.answers == ("position", "unknown")

    @pytest.mark.parametrize("cell", ["unknown", "?", "n/a", "--"])
    def test_nobody_known_is_asked_about_apart(self, cell):
        problem = log_of(cell).found("unknown_person")
        assert where(problem) == ("ASK", "log.xlsx", 2, 2, "from_person", cell)
        assert problem.answers == ("unknown", "position")

    def test_each_question_has_its_answer(self):
        log = log_of("on call", "?", "", placeholder_person="position", unknown_person="unknown")
        assert log.column("from_person") == ["Court", "", ""]
        assert [problem.message for problem in log.ledger.problems] == [
            "1 cell of from_person read as the agency's position, as placeholder_person says: "
            "'on call'.",
            "1 cell of from_person read as unknown, as unknown_person says: '?'.",
        ]

    def test_both_ends_are_looked_at(self):
        log = KeptLog(f"{DAY},,Court,Shelter,intake", placeholder_person="position")
        assert log.column("to_person") == ["Shelter"]
