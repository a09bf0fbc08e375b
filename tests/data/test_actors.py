"""Agencies and people: who is in a roster, twice, or under two names."""

import pytest

from collabnet.model.errors import ChoiceNeededError
from data.small_site import AGENCIES, HEADER, LOG, PEOPLE, where

GOOD = "r1,2024-01-05,o1,court,program,i1"


class TestUnknownActors:
    def test_an_id_in_no_roster_is_asked_about_with_the_nearest(self, site):
        site.write("referrals.csv", LOG.replace("program,i1", "progam,i1"))
        problem = site.found("unknown_actor")
        assert where(problem) == ("ASK", "referrals.csv", 2, 2, "to_agency", "progam")
        assert problem.message == (
            "'progam' in to_agency is in neither agencies.csv nor people.csv (2 rows). Did you "
            "mean program (Program: 'progam' may be a slip of 'program')?"
        )
        assert "--reading unknown_actors=add or --reading unknown_actors=reject" in problem.remedy
        with pytest.raises(ChoiceNeededError, match="unknown_actors=add"):
            site.load()

    def test_a_person_of_the_log_is_added_to_the_agency_of_the_row(self, site):
        site.log(GOOD, "r2,2024-01-06,o9,court,program,")
        people = site.load(unknown_actors="add").people.set_index("person_id")
        assert people.loc["o9", "agency_id"] == "court"
        assert site.found("actor_added", unknown_actors="add").message == (
            "'o9' was added as a person of 'court', as unknown_actors says."
        )

    def test_an_agency_of_the_log_is_added(self, site):
        site.log(GOOD, "r2,2024-01-06,,court,clinic,")
        assert "clinic" in list(site.load(unknown_actors="add").agencies["agency_id"])

    def test_the_end_of_a_tie_is_added_as_a_person_of_an_unknown_agency(self, site):
        site.ties("o1,detective,contact,")
        people = site.load(unknown_actors="add").people.set_index("person_id")
        assert people.loc["detective", "agency_id"] == "agency_of_detective"

    def test_rejected_rows_are_counted(self, site):
        site.log(GOOD, "r2,2024-01-06,o9,court,program,")
        problem = site.found("unknown_actor_rejected", unknown_actors="reject")
        assert where(problem) == ("ROW", "referrals.csv", 3, 3, "from_person", "o9")
        count = site.check(unknown_actors="reject").files[-1]
        assert (count.read, count.kept, count.rejected) == (2, 1, 1)

    def test_people_of_a_rejected_agency_go_with_it(self, site):
        site.write("people.csv", f"{PEOPLE}c1,Clerk,clinic\n").log(
            GOOD, "r2,2024-01-06,c1,court,program,"
        )
        rows = site.check(unknown_actors="reject").found
        assert [(p.file, p.row) for p in rows if p.level == "ROW"] == [
            ("people.csv", 5),
            ("referrals.csv", 3),
        ]

    def test_a_person_in_place_of_an_agency_rejects_the_row(self, site):
        problem = site.log(GOOD, "r2,2024-01-06,,o1,program,").found("wrong_kind")
        assert where(problem) == ("ROW", "referrals.csv", 3, 3, "from_agency", "o1")
        assert problem.message == "'o1' in from_agency is a person; an agency is needed."

    def test_a_respondent_in_no_roster_is_asked_about(self, site):
        rows = "o1,i1,contact,3\no9,i1,contact,2\n"
        site.write("survey_2024.csv", f"respondent,alter,question,value\n{rows}")
        problem = site.found("unknown_actor")
        assert where(problem) == ("ASK", "survey_2024.csv", 3, 3, "respondent", "o9")

    def test_a_refused_roster_makes_nobody_unknown(self, site):
        site.write("people.csv", "person_id,name\no1,Officer 1\no2,Officer 2\n")
        assert site.codes() == ["missing_column"]


class TestRostersThatAreAbsent:
    def test_a_log_alone_is_enough(self, site):
        for name in ("agencies.csv", "people.csv"):
            (site.path / name).unlink()
        assert site.codes() == ["no_roster", "no_roster"]
        coalition = site.load()
        assert list(coalition.agencies["agency_id"]) == ["court", "program", "shelter"]
        assert list(coalition.people["person_id"]) == ["i1", "o1", "o2"]

    def test_an_agency_in_a_person_cell_is_its_position(self, site):
        (site.path / "people.csv").unlink()
        site.log(GOOD, "r2,2024-01-06,shelter,court,program,program")
        assert set(site.load().people["person_id"]) == {"o1", "i1"}
        assert list(site.load().log()["from_kind"]) == ["person", "position"]

    def test_where_ties_are_all_there_is_their_ends_are_agencies(self, site):
        for name in ("agencies.csv", "people.csv", "referrals.csv"):
            (site.path / name).unlink()
        problem = site.ties("a,b,contact,2", "b,c,contact,1").found("no_roster")
        assert problem.message == (
            "ties.csv names 3 actors; taken as agencies, since there is no agencies.csv."
        )
        assert list(site.load().agencies["agency_id"]) == ["a", "b", "c"]

    def test_rejecting_leaves_nobody_of_an_agency_that_is_gone(self, site):
        (site.path / "people.csv").unlink()
        site.log(GOOD, "r2,2024-01-06,o9,clinic,program,")
        assert list(site.load(unknown_actors="reject").people["person_id"]) == ["i1", "o1"]


class TestIds:
    def test_the_second_row_of_an_id_is_rejected(self, site):
        problem = site.write("people.csv", f"{PEOPLE}o1,Officer One,court\n").found("duplicate_id")
        assert where(problem) == ("ROW", "people.csv", 5, 5, "person_id", "o1")
        assert problem.message == "'o1' already stands in row 2."
        assert "memberships.csv" in problem.remedy

    def test_a_row_that_is_there_twice_is_skipped(self, site):
        problem = site.write("people.csv", f"{PEOPLE}o1,Officer 1,court\n").found("duplicate_row")
        assert (problem.level, problem.row) == ("NOTE", 5)
        count = site.check().files[1]
        assert (count.read, count.kept, count.rejected, count.skipped) == (4, 3, 0, 1)

    def test_a_referral_id_given_twice_is_rejected(self, site):
        assert site.log(GOOD, "r1,2024-02-05,o2,court,shelter,").found("duplicate_id").row == 3

    def test_referrals_without_ids_may_be_alike(self, site):
        site.log(*[GOOD.removeprefix("r1")] * 3)
        assert len(site.load().referrals) == 3

    def test_an_id_of_an_agency_and_a_person_is_refused(self, site):
        problem = site.write("people.csv", f"{PEOPLE}court,Court,court\n").found("id_in_two_tables")
        assert where(problem) == ("STOP", "people.csv", 5, 5, "person_id", "court")


class TestNames:
    def test_spaces_around_names_and_ids_are_left_out_and_said(self, site):
        problem = site.write("people.csv", PEOPLE.replace("o1,", "o1 ,")).found("spaces_trimmed")
        assert where(problem)[:5] == ("NOTE", "people.csv", 2, 2, "person_id")
        assert site.load().people["person_id"][0] == "o1"

    @pytest.mark.parametrize("other", ["PROGRAM", "Pro\u200bgram", "\u0420rogram"])
    def test_names_that_look_the_same_are_noted_and_kept_apart(self, site, other):
        site.write("agencies.csv", f"{AGENCIES}program2,{other}\n")
        assert site.codes(besides=["hidden_character", "look_alike"]) == ["names_alike"]
        assert len(site.load().agencies) == 4

    def test_accents_in_two_encodings_look_the_same(self, site):
        site.write("agencies.csv", f"{AGENCIES}a,Caf\u00e9\nb,Cafe\u0301\n")
        problem = site.found("names_alike")
        assert (problem.level, problem.row, problem.column) == ("NOTE", 6, "name")
        assert "(a, b) are hard to tell apart" in problem.message

    def test_two_agencies_of_one_name_are_kept_apart(self, site):
        problem = site.write("agencies.csv", f"{AGENCIES}shelter2,Shelter\n").found("same_name")
        assert where(problem) == ("NOTE", "agencies.csv", 5, 5, "name", "Shelter")
        assert problem.message == (
            "'Shelter' is the name of shelter and shelter2; they are kept apart."
        )

    def test_a_letter_of_another_script_is_noted(self, site):
        problem = site.write("agencies.csv", f"{AGENCIES}a,\u0410gency\n").found("look_alike")
        assert problem.level == "NOTE"
        assert "Cyrillic and Latin" in problem.message

    def test_characters_that_cannot_be_seen_are_shown_as_codes(self, site):
        problem = site.write("agencies.csv", f"{AGENCIES}a,Ann\u202ebeth\n").found(
            "hidden_character"
        )
        assert problem.value == "Ann\\u202ebeth"
        assert "right-to-left override" in problem.message

    @pytest.mark.parametrize(
        "name",
        [
            "Shelter 🏠",
            "Ångström & Söhne",
            "=HYPERLINK(1)",
            "+cmd|x",
            "@SUM(A1)",
            "<script>alert(1)</script>",
            "javascript:alert(1)",
            "[x](http://y)",
            "'; DROP TABLE people; --",
            "../../etc/passwd",
            "%s%n {0}",
        ],
    )
    def test_every_other_name_is_text(self, site, name):
        site.write("agencies.csv", f'{AGENCIES}a,"{name}"\n')
        assert site.codes() == []
        assert site.load().agencies["name"][3] == name

    def test_a_name_of_5000_characters_rejects_its_row(self, site):
        problem = site.write("agencies.csv", f"{AGENCIES}a,{'x' * 5000}\n").found("name_too_long")
        assert (problem.level, problem.row, problem.column) == ("ROW", 5, "name")
        assert problem.message == (
            "The cell name has 5,000 characters; names and ids have at most 1,000."
        )

    def test_the_id_stands_for_a_blank_name(self, site):
        problem = site.write("agencies.csv", f"{AGENCIES}a,   \n").found("blank_name")
        assert (problem.level, problem.row) == ("NOTE", 5)
        assert site.load().names["a"] == "a"


class TestTheLog:
    def test_a_person_of_another_agency_is_noted(self, site):
        problem = site.log(GOOD, "r2,2024-01-06,o1,shelter,program,").found("other_agency")
        assert where(problem) == ("NOTE", "referrals.csv", 3, 3, "from_person", "o1")
        assert problem.message == "'o1' belongs to court, not to shelter as 1 row says."

    def test_of_an_unknown_person_no_agency_is_claimed(self, site):
        """Whoever isn't in people.csv belongs nowhere yet: one question, no note beside it."""
        site.log(GOOD, "r2,2024-01-06,o7,shelter,program,", "r3,2024-01-07,o7,court,program,")
        assert site.codes() == ["unknown_actor"]

    def test_a_second_agency_is_no_contradiction(self, site):
        site.write("memberships.csv", "person_id,agency_id\no1,shelter\n")
        assert site.log(GOOD, "r2,2024-01-06,o1,shelter,program,").codes() == []

    def test_referrals_to_the_own_agency_are_kept_and_counted(self, site):
        problem = site.log(GOOD, "r2,2024-01-06,o1,court,court,o2").found("own_agency")
        assert (problem.level, problem.row) == ("NOTE", 3)
        assert problem.message == (
            "1 referral goes to the agency that sends them; kept as hand-offs inside."
        )
        assert len(site.load().referrals) == 2

    def test_who_only_enters_data_is_unknown_and_listed_once(self, site):
        people = PEOPLE.replace("\n", ",enters_data_only\n", 1).replace("court\n", "court,yes\n", 1)
        site.write(
            "people.csv",
            people.replace("o2,Officer 2,court", "o2,Officer 2,court,").replace(
                "program\n", "program,\n"
            ),
        )
        problem = site.found("enters_data_only")
        assert (problem.level, problem.value) == ("NOTE", "o1")
        assert list(site.load().log()["from_kind"]) == ["unknown", "person", "unknown"]

    def test_terms_outside_the_vocabulary_are_kept_and_named(self, site):
        header = HEADER.replace("\n", ",status\n")
        site.log(f"{GOOD},ghosted", "r2,2024-01-06,o1,court,program,i1,sent", header=header)
        problem = site.found("unlisted_value")
        assert where(problem) == ("NOTE", "referrals.csv", 2, 2, "status", "ghosted")
        assert "listed are: made, acknowledged" in problem.remedy
        assert site.found("read_as").message == "'sent' in status was read as 'made' (1 row)."
        assert list(site.load().referrals["status"]) == ["ghosted", "made"]
