"""Names in a coalition's files are read as ids where that is certain or decided, else asked."""

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collabnet.data.crosswalk.decisions import Decision
from collabnet.data.crosswalk.file import add_decisions
from collabnet.model.errors import ChoiceNeededError
from data.small_site import AGENCIES, PEOPLE, TODAY, Site, where

GOOD = "r1,2024-01-05,o1,court,program,i1"


def to_agency(site, name, **reading):
    """What the log's second row is read as, when it names an agency like this."""
    site.log(GOOD, f"r2,2024-01-06,o1,court,{quoted(name)},")
    return site.load(**reading).referrals["to_agency"][1]


def quoted(name):
    made = io.StringIO()
    csv.writer(made, lineterminator="").writerow([name])
    return made.getvalue()


def tables(coalition):
    """Every table of a coalition as text."""
    names = ("agencies", "people", "referrals", "ties", "memberships", "agreements")
    return [getattr(coalition, name).to_csv() for name in names]


class TestWhatIsCertain:
    @pytest.mark.parametrize(
        ("name", "how"),
        [
            ("Juvenile court", "it is the name"),
            ("JUVENILE  court", "it is 'Juvenile court' but for capitals, spaces or punctuation"),
            ("Juvenile-court.", "it is 'Juvenile court' but for capitals, spaces or punctuation"),
            ("COURT", "it is 'court' but for capitals, spaces or punctuation"),
        ],
    )
    def test_a_name_is_read_as_its_id_and_said_once(self, site, name, how):
        site.log("r1,2024-01-05,,program,shelter,", *[f",2024-01-06,,program,{name},"] * 3)
        problem = site.found("name_read_as")
        assert where(problem) == ("NOTE", "referrals.csv", 3, 3, "to_agency", name)
        assert problem.message == f"'{name}' in to_agency was read as 'court': {how} (3 rows)."
        assert list(site.load().referrals["to_agency"]) == ["shelter", "court", "court", "court"]

    def test_an_alternate_name_counts_as_much(self, site):
        rows = AGENCIES.replace("\n", ",alternate_names\n", 1).replace(
            "Juvenile court", "JC,Old Courthouse; DJO"
        )
        site.write("agencies.csv", rows.replace("m\n", "m,\n").replace("Shelter\n", "Shelter,\n"))
        assert to_agency(site, "Old Courthouse") == "court"
        assert site.found("name_read_as").message.endswith("it is an alternate name (1 row).")
        assert to_agency(site, "djo") == "court"

    def test_accents_in_another_encoding_are_the_same(self, site):
        site.write("agencies.csv", f"{AGENCIES}cafe,Caf\u00e9\n")
        assert to_agency(site, "Cafe\u0301") == "cafe"

    def test_the_original_spelling_is_kept_beside(self, site):
        site.log(GOOD, "r2,2024-01-06,Officer 1,Juvenile court,program,")
        referrals = site.load().referrals
        assert list(referrals["from_agency"]) == ["court", "court"]
        assert list(referrals["from_agency_written"]) == ["court", "Juvenile court"]
        assert list(referrals["from_person_written"]) == ["o1", "Officer 1"]
        assert "to_agency_written" not in referrals

    def test_every_table_is_read_so(self, site):
        site.write("people.csv", PEOPLE.replace("i1,Intake 1,program", "i1,Intake 1,Program"))
        site.write("memberships.csv", "person_id,agency_id\nOfficer 2,Shelter\n")
        agreement = "agreement_id,from_agency,to_agency\na1,Juvenile court,Program\n"
        site.write("agreements.csv", agreement)
        site.ties("Officer 1,intake 1,contact,2,Officer 1; OFFICER 2",
                  header="source,target,kind,strength,reported_by")  # fmt: skip
        coalition = site.load()
        assert coalition.people["agency_id"][2] == "program"
        assert coalition.memberships.iloc[0, :2].tolist() == ["o2", "shelter"]
        assert coalition.agreements.loc[0, ["from_agency", "to_agency"]].tolist() == [
            "court",
            "program",
        ]
        tie = coalition.ties.iloc[0]
        assert (tie["from_id"], tie["to_id"], tie["reported_by"]) == ("o1", "i1", "o1;o2")

    def test_the_answers_of_a_survey_are_read_so(self, site):
        site.write("survey_2024.csv", "respondent,alter,question,value\ncourt,Program,contact,3\n")
        assert list(site.load().answers["alter"]) == ["program"]

    def test_a_person_is_read_in_a_row_of_the_same_agency(self, site):
        site.log(GOOD, "r2,2024-01-06,officer 2,Juvenile Court,program,Intake 1")
        referrals = site.load().referrals
        assert (referrals["from_person"][1], referrals["to_person"][1]) == ("o2", "i1")

    def test_exact_ids_and_no_crosswalk_change_nothing(self, site):
        assert site.codes() == []
        assert not [name for name in site.load().referrals if name.endswith("_written")]

    @pytest.mark.parametrize("name", ["Shelter 🏠", "Ångström & Söhne"])
    def test_any_letters_may_be_in_a_name(self, site, name):
        site.write("agencies.csv", f"{AGENCIES}x,{name}\n")
        assert to_agency(site, name.upper()) == "x"


class TestWhatIsAsked:
    def asked(self, site, name):
        site.log(GOOD, f"r2,2024-01-06,o1,court,{quoted(name)},")
        problem = site.found("unknown_actor")
        with pytest.raises(ChoiceNeededError):
            site.load()
        return problem.message

    def test_what_is_likely_is_offered_with_the_evidence(self, site):
        assert self.asked(site, "Juv. Ct.") == (
            "'Juv. Ct.' in to_agency is in neither agencies.csv nor people.csv (1 row). Did you "
            "mean court (Juvenile court: 'juv' may be short for 'juvenile'; 'ct' may be short for "
            "'court')?"
        )

    def test_two_agencies_of_one_name_are_never_merged(self, site):
        """The same agency in two counties: somebody has to say which."""
        site.write("agencies.csv", "agency_id,name,site\ncourt,C,A\nprogram,P,A\nshelter,S,A\n"
                   "da_a,Dept. of Aid,A\nda_b,Dept. of Aid,B\n")  # fmt: skip
        assert self.asked(site, "Dept. of Aid").endswith(
            "Did you mean da_a (Dept. of Aid: the same name; 2 have this name) or da_b (Dept. of "
            "Aid: the same name; 2 have this name)?"
        )

    def test_a_row_of_another_site_is_not_merged(self, site):
        site.write("agencies.csv", "agency_id,name,site\ncourt,Court,A\nprogram,P,\nshelter,S,\n")
        people = "person_id,name,agency_id,site\no1,X,Court,A\no2,Y,Court,B\ni1,Z,program,\n"
        problem = site.write("people.csv", people).found("unknown_actor")
        assert (problem.row, problem.value) == (3, "Court")

    @pytest.mark.parametrize(
        ("name", "codes"),
        [
            ("\u0421ourt", ["look_alike", "unknown_actor"]),
            ("Sh\u0435lter", ["look_alike", "unknown_actor"]),
            ("Shel\u200bter", ["hidden_character", "unknown_actor"]),
            ("Shelter\u202e", ["hidden_character", "unknown_actor"]),
        ],
    )
    def test_look_alikes_and_hidden_characters_are_flagged_and_asked(self, site, name, codes):
        site.log(GOOD, f"r2,2024-01-06,o1,court,{name},")
        assert sorted(site.codes(besides=["names_to_settle"])) == codes
        assert "letters that look alike, or hidden characters, differ" in self.asked(site, name)

    def test_what_cannot_be_seen_is_shown_as_a_code(self, site):
        assert self.asked(site, "Shel\u200bter").startswith("'Shel\\u200bter' in to_agency")

    def test_a_letter_of_another_script_alone_is_flagged(self, site):
        site.write("agencies.csv", f"{AGENCIES}a,Court A\nb,Court \u0410\n")
        assert site.found("look_alike").message.startswith("'Court \u0410' mixes letters of two")
        assert site.found("names_alike").row == 6
        assert "unknown_actor" in site.log(GOOD, ",2024-01-06,o1,court,court a,").codes()

    def test_a_person_of_another_agency_is_asked_about(self, site):
        site.log(GOOD, "r2,2024-01-06,Officer 1,shelter,program,")
        assert site.found("unknown_actor").value == "Officer 1"

    def test_an_agency_in_the_cell_of_a_person_is_asked_about(self, site):
        """Its position, or nobody: that isn't for a name to say."""
        site.log(GOOD, "r2,2024-01-06,Juvenile court,court,program,")
        assert site.found("unknown_actor").column == "from_person"

    def test_a_long_name_and_a_blank_one_reject_their_rows(self, site):
        site.log(GOOD, f"r2,2024-01-06,o1,court,{'x' * 5000},", "r3,2024-01-07,o1,court,  ,")
        rows = [(one.code, one.row) for one in site.check().found if one.level == "ROW"]
        assert rows == [("name_too_long", 3), ("required_blank", 4)]


class TestWithoutARoster:
    def test_spellings_that_are_hard_to_tell_apart_are_noted(self, site):
        for name in ("agencies.csv", "people.csv"):
            (site.path / name).unlink()
        rows = ["court,Shelter,", "court,Shelter,", "court,shelter ,", "court,SHELTER.,"]
        site.log(*(f",2024-01-0{at},,{row}" for at, row in enumerate(rows, 1)))
        found = [one for one in site.check().found if one.code == "spellings_alike"]
        assert [one.message for one in found] == [
            f"'{name}' (1 row) and 'Shelter' in to_agency are hard to tell apart; they are kept "
            "apart."
            for name in ("shelter", "SHELTER.")
        ]
        assert set(site.load().referrals["to_agency"]) == {"Shelter", "shelter", "SHELTER."}

    def test_a_decision_joins_them(self, site):
        for name in ("agencies.csv", "people.csv"):
            (site.path / name).unlink()
        site.log(*(f",2024-01-0{at},,court,{name}," for at, name in enumerate(["A", "A", "a"], 1)))
        site.write("crosswalk.csv", "kind,written,means,decision\nagency,a,A,same\n")
        assert set(site.load().referrals["to_agency"]) == {"A"}
        assert list(site.load().agencies["agency_id"]) == ["A", "court"]


NAMES = ("court", "Juvenile court", "JUVENILE COURT", "Juv. Court", "shelter", "Shelter", "x")
EDITS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=5)
QUICK = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


class TestReadingAgain:
    @QUICK
    @given(EDITS)
    def test_a_reading_of_what_was_read_changes_nothing(self, tmp_path_factory, names):
        site = Site(tmp_path_factory.mktemp("coalition") / "site")
        site.log(*(f"r{at},2024-01-06,,program,{name}," for at, name in enumerate(names)))
        first = site.load(unknown_actors="add").referrals
        site.log(*(f"r{at},2024-01-06,,program,{name},"
                   for at, name in enumerate(first["to_agency"])))  # fmt: skip
        again = site.load(unknown_actors="add").referrals
        assert list(again["to_agency"]) == list(first["to_agency"])
        assert "to_agency_written" not in again

    @QUICK
    @given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(["court", "shelter"])),
                    min_size=1, max_size=4))  # fmt: skip
    def test_undo_restores_the_reading_before_to_the_byte(self, tmp_path_factory, made):
        site = Site(tmp_path_factory.mktemp("coalition") / "site")
        site.log(*(f"r{at},2024-01-06,,program,{name}," for at, name in enumerate(NAMES)))
        before = tables(site.load(unknown_actors="add"))
        lines = [Decision("agency", written, means) for written, means in made]
        undo = [Decision("agency", written, "", "undone") for written, _ in reversed(made)]
        add_decisions(site.path, lines, today=TODAY)
        add_decisions(site.path, undo, today=TODAY)
        assert tables(site.load(unknown_actors="add")) == before

    def test_the_files_stay_as_they_are(self, site):
        site.log(GOOD, "r2,2024-01-06,Officer 1,Juvenile Court,program,")
        before = {one.name: one.read_bytes() for one in site.path.iterdir()}
        site.load()
        assert {one.name: one.read_bytes() for one in site.path.iterdir()} == before
