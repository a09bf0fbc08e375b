"""Decisions of a crosswalk when a coalition is loaded, and initials, which are asked about once."""

import pytest

from collabnet.data.crosswalk.decisions import Decision
from collabnet.data.crosswalk.file import add_decisions
from data.small_site import PEOPLE, TODAY, where

CROSSWALK = "kind,written,means,decision,at_agency,in_file\n"
GOOD = "r1,2024-01-05,o1,court,program,i1"


def to_agency(site, name):
    """What the log's second row is read as, when it names an agency like this."""
    site.log(GOOD, f"r2,2024-01-06,o1,court,{name},")
    return site.load().referrals["to_agency"][1]


class TestDecisions:
    def test_same_is_read_and_names_its_line(self, site):
        site.write("crosswalk.csv", f"{CROSSWALK}agency,The Door,shelter,same,,\n")
        assert to_agency(site, "The Door") == "shelter"
        problem = site.found("name_read_as")
        assert problem.message == (
            "'The Door' in to_agency was read as 'shelter': crosswalk.csv, row 2 says so (1 row)."
        )
        assert "crosswalk.csv" in site.load().inputs

    def test_it_holds_for_the_same_spelling_in_capitals(self, site):
        site.write("crosswalk.csv", f"{CROSSWALK}agency,The Door,shelter,same,,\n")
        assert to_agency(site, "THE DOOR.") == "shelter"

    def test_different_undoes_what_was_certain(self, site):
        site.write("crosswalk.csv", f"{CROSSWALK}agency,Shelter,shelter,different,,\n")
        site.log(GOOD, "r2,2024-01-06,o1,court,Shelter,")
        assert site.codes() == ["unknown_actor"]

    def test_one_spelling_is_split_by_file(self, site):
        site.write("crosswalk.csv", f"{CROSSWALK}agency,Door,shelter,same,,\n"
                   "agency,Door,program,same,,agreements.csv\n")  # fmt: skip
        site.write("agreements.csv", "agreement_id,from_agency,to_agency\na1,court,Door\n")
        assert to_agency(site, "Door") == "shelter"
        assert site.load().agreements["to_agency"][0] == "program"

    def test_one_spelling_is_split_by_agency(self, site):
        site.write("people.csv", f"{PEOPLE}s1,Staff 1,shelter\n")
        site.write("crosswalk.csv", f"{CROSSWALK}person,B,o1,same,court,\n"
                   "person,B,s1,same,shelter,\n")  # fmt: skip
        site.log(",2024-01-06,B,court,program,", ",2024-01-07,B,shelter,program,")
        assert list(site.load().referrals["from_person"]) == ["o1", "s1"]

    def test_an_id_that_is_nowhere_is_noted(self, site):
        site.write("crosswalk.csv", f"{CROSSWALK}agency,Door,sheltr,same,,\n")
        assert site.found("crosswalk_unknown_id").message == (
            "'Door' is said to mean 'sheltr', which is in no table; the line has no effect."
        )

    def test_an_id_stands_for_itself(self, site):
        site.write("crosswalk.csv", f"{CROSSWALK}agency,court,shelter,same,,\n")
        assert site.found("crosswalk_of_id").row == 2
        assert site.load().referrals["from_agency"][0] == "court"

    def test_a_crosswalk_that_is_none_stops_the_reading(self, site):
        problem = site.write("crosswalk.csv", "kind,written\na,b\n").found("crosswalk_columns")
        assert problem.message == (
            "crosswalk.csv needs one column each of means and decision; found kind and written."
        )
        assert site.check().is_refused

    def test_it_is_no_file_that_is_left_alone(self, site):
        checked = site.write("crosswalk.csv", CROSSWALK).check()
        assert (checked.not_read, checked.other_files) == ((), ())


class TestInitials:
    PEOPLE = "person_id,name,agency_id\no1,Officer B1,court\nd1,Program director,program\n"

    def write(self, site, *cells):
        site.write("people.csv", self.PEOPLE)
        return site.log(*(f",2024-01-06,{cell},court,program," for cell in cells))

    def test_they_are_asked_about_once(self, site):
        problem = self.write(site, "OB", "OB", "o1").found("initials_of_whom")
        assert where(problem) == ("ASK", "referrals.csv", 2, 2, "from_person", "OB")
        assert problem.message == (
            "'OB' in from_person may be the initials of Officer B1 (o1) (2 rows)."
        )
        assert problem.remedy.startswith("Say once who it is, with collabnet names; or ")
        assert site.codes(besides=["names_to_settle"]) == ["initials_of_whom"]

    def test_the_answer_is_kept_in_the_crosswalk(self, site):
        self.write(site, "OB", "O.B.", "o1")
        add_decisions(site.path, [Decision("person", "OB", "o1", "same", "court")], today=TODAY)
        assert set(site.load().referrals["from_person"]) == {"o1"}
        self.write(site, "OB", "o1", "OB")
        assert site.codes(besides=["name_read_as"]) == []

    def test_said_to_be_nobody_they_are_one_more_unknown_name(self, site):
        self.write(site, "OB", "o1").write("crosswalk.csv", f"{CROSSWALK}person,OB,,different,,\n")
        assert site.codes() == ["unknown_actor"]

    @pytest.mark.parametrize(("answer", "read"), [("keep", "OB"), ("unknown", "")])
    def test_a_setting_answers_for_all(self, site, answer, read):
        self.write(site, "OB", "o1")
        log = site.load(initials=answer, unknown_actors="add").referrals
        assert list(log["from_person"]) == [read, "o1"]

    def test_of_nobody_at_the_agency_they_are_no_initials(self, site):
        self.write(site, "XY", "PD", "o1")
        assert site.codes() == ["unknown_actor", "unknown_actor"]

    def test_without_a_roster_they_are_compared_with_the_log(self, site):
        (site.path / "people.csv").unlink()
        site.log(*(f",2024-01-06,{one},court,program," for one in ("Echo Birch", "EB", "XX")))
        assert site.found("initials_of_whom").message == (
            "'EB' in from_person may be the initials of Echo Birch (Echo Birch) (1 row)."
        )
