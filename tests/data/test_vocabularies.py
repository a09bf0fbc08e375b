"""The vocabularies: the page says what the code says, and every list reads what people write."""

import csv
from pathlib import Path

import pytest

from collabnet.data.vocabularies import vocabulary_page
from collabnet.model.field_terms import ROLE, SECTOR, SERVICES
from collabnet.model.specs import TABLES
from data.small_site import HEADER, LOG, PEOPLE, where

ROOT = Path(__file__).resolve().parents[2]
LISTS = {
    column.vocabulary.name: column.vocabulary
    for spec in TABLES.values()
    for column in spec.columns
    if column.vocabulary
}
FIELD = (SECTOR, ROLE, SERVICES)
NEVER = ("prostitut", "delinquen", "rescue")


class TestPage:
    def test_the_page_is_what_the_code_says(self):
        """Write it anew: python -m collabnet.data.vocabularies > docs/reference/vocabularies.md"""
        page = ROOT / "docs" / "reference" / "vocabularies.md"
        assert page.read_text("utf-8") == vocabulary_page()

    @pytest.mark.parametrize("vocabulary", LISTS.values(), ids=list(LISTS))
    def test_every_term_and_every_other_way_stands_in_it(self, vocabulary):
        page = vocabulary_page()
        for term in vocabulary.terms:
            assert f"| `{term}` |" in page
        for other in filter(None, vocabulary.synonyms):
            assert other.replace("_", " ") in page


class TestLists:
    @pytest.mark.parametrize("vocabulary", FIELD, ids=lambda one: one.name)
    def test_every_synonym_leads_to_a_term_and_is_none_itself(self, vocabulary):
        assert set(vocabulary.synonyms.values()) <= set(vocabulary.terms)
        for term in vocabulary.terms:
            for written in (term, term.upper(), f" {term.replace(' ', '  ')} "):
                assert vocabulary.normalise(written) == (term, True)
        for written, term in vocabulary.synonyms.items():
            assert vocabulary.normalise(written.replace("_", " ")) == (term, True)

    @pytest.mark.parametrize("vocabulary", LISTS.values(), ids=list(LISTS))
    def test_no_word_that_blames(self, vocabulary):
        words = " ".join([*vocabulary.terms, *vocabulary.synonyms])
        assert not any(word in words for word in NEVER)

    def test_a_survivor_on_the_staff_is_told_by_no_role(self):
        assert ROLE.normalise("Survivor mentor") == ("peer mentor", True)
        assert not any("survivor" in term for term in ROLE.terms)

    @pytest.mark.parametrize(
        ("table", "column", "vocabulary"),
        [
            ("agencies", "sector", SECTOR),
            ("agencies", "services", SERVICES),
            ("people", "role", ROLE),
            ("referrals", "service", SERVICES),
        ],
    )
    def test_the_samples_are_written_in_terms(self, table, column, vocabulary):
        files = list((ROOT / "sample_networks").glob(f"*/{table}.csv"))
        assert files
        for path in files:
            with path.open(encoding="utf-8") as file:
                values = {row.get(column, "") for row in csv.DictReader(file)} - {""}
            for value in values:
                assert vocabulary.normalise(value) == (value, True), path

    @pytest.mark.parametrize(
        "service",
        ["emergency shelter", "transitional housing", "long-term housing", "health care",
         "domestic violence shelter", "sexual assault shelter", "dental care", "food",
         "mental health counseling", "substance use treatment", "legal advocacy",
         "immigration attorney", "case management", "language interpretation", "education",
         "employment and life skills", "financial support", "hotline", "survivor mentoring",
         "family reunification"],
    )  # fmt: skip
    def test_every_service_that_a_coalition_must_reach_is_known(self, service):
        assert SERVICES.normalise(service)[1]

    @pytest.mark.parametrize(
        "role",
        ["DJO", "truancy officer", "supervisor", "court administrator", "judge", "commissioner",
         "investigator", "detective", "prosecutor", "defense attorney",
         "Children's Division caseworker", "Children’s Division caseworker", "therapist",
         "case manager", "program director", "shelter staff", "director and case manager"],
    )  # fmt: skip
    def test_every_role_of_the_field_is_known(self, role):
        assert ROLE.normalise(role)[1]


class TestReading:
    def test_another_way_to_write_a_sector_is_read_and_said(self, site):
        site.write("agencies.csv", "agency_id,sector\ncourt,Police\nprogram,\nshelter,\n")
        problem = site.found("read_as")
        assert where(problem) == ("NOTE", "agencies.csv", 2, 2, "sector", "Police")
        assert problem.message == "'Police' in sector was read as 'law enforcement' (1 row)."
        assert site.load().agencies["sector"][0] == "law enforcement"

    def test_an_unlisted_role_is_noted_with_the_nearest_and_kept(self, site):
        people = PEOPLE.replace("agency_id\n", "agency_id,role\n").replace("court\n", "court,\n")
        site.write("people.csv", people.replace("program\n", "program,Shelter staf\n"))
        problem = site.found("unlisted_value")
        assert where(problem) == ("NOTE", "people.csv", 4, 4, "role", "Shelter staf")
        assert problem.message == (
            "'Shelter staf' is not a role that the vocabulary lists; kept in 1 row."
        )
        assert problem.remedy.startswith("Nothing to do if it is meant; listed are: shelter staff")
        assert problem.remedy.endswith("more, see vocabularies in the reference.")
        assert site.load().people["role"][2] == "Shelter staf"

    def test_of_an_unlisted_sector_it_is_said_what_others_are_shown(self, site):
        site.write("agencies.csv", "agency_id,sector\ncourt,Hope House\nprogram,\nshelter,\n")
        problem = site.found("unlisted_sector")
        assert where(problem) == ("NOTE", "agencies.csv", 2, 2, "sector", "Hope House")
        assert problem.message == (
            "'Hope House' is not a sector that the vocabulary lists; kept in 1 row."
        )
        assert problem.remedy.startswith(
            'Partners and the public are shown "other sector" instead, since what is written '
            "freely may name somebody. To have it shown, write one of those listed: "
        )
        assert site.load().agencies["sector"][0] == "Hope House"

    def test_a_list_of_services_is_read_term_by_term(self, site):
        rows = "court,\nprogram,Counseling; horse riding;Shelter\nshelter,case  management\n"
        site.write("agencies.csv", f"agency_id,services\n{rows}")
        assert site.codes() == ["unlisted_value", "read_as"]
        assert site.found("unlisted_value").value == "horse riding"
        assert site.found("read_as").message == (
            "'Counseling; horse riding;Shelter' in services was read as 'mental health "
            "counseling;horse riding;shelter' (1 row)."
        )
        assert list(site.load().agencies["services"]) == [
            "",
            "mental health counseling;horse riding;shelter",
            "case management",
        ]

    def test_the_service_of_a_referral_has_the_same_list(self, site):
        rows = [f"{row},hotline" for row in LOG.splitlines()[1:]]
        site.log(*rows, header=HEADER.replace("\n", ",service\n"))
        assert site.found("read_as").message == (
            "'hotline' in service was read as 'crisis intervention' (3 rows)."
        )
        assert set(site.load().referrals["service"]) == {"crisis intervention"}
