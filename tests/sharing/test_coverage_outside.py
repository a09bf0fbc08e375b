"""Coverage for those outside: the field's words, no count, no provider by a letter."""

import pytest

import collabnet as cn
from collabnet.model.settings import CoverageSettings
from collabnet.reports.text import assessment_text
from collabnet.sharing import release, release_what_if
from risk.cases import coalition, person
from samples.shared import assessment_of, coalition_of

OUTSIDE = pytest.mark.parametrize("audience", ["partner", "public"])


def told(given, audience):
    """The released findings about coverage by id, and the lines."""
    released = release(cn.assess(given, worlds=0), audience)
    return {one.id: one for one in released.findings if one.kind == "coverage"}, released.coverage


def small(n=12, consent=(), **cells):
    agencies = [
        {"agency_id": "a", "name": "Harbor", "services": "shelter;dancing", "sector": "housing"},
        {"agency_id": "b", "name": "Kitchen", "services": "food;legal", "sector": "housing"},
        {"agency_id": "c", "name": "Other", "services": "food;legal"},
    ]
    agencies[0] |= cells
    agencies[1] |= {"serves_genders": "boys", "region": "Elm Street", "languages": "Klingon"}
    log = ("c", "O1", "a", "I1", n, {"service": "shelter"})
    return coalition(log, agencies=agencies, consent=consent)


class TestService:
    @OUTSIDE
    def test_the_sentence_has_no_count_and_names_nobody(self, audience):
        found, lines = told(small(), audience)
        one = found["coverage:shelter"]
        assert one.sentence == (
            "Shelter rests on one agency: on record it is offered by one agency alone. If that "
            "agency closed or was full, no other agency on record could step in. Who can get "
            "shelter is not on record."
        )
        assert (one.subjects, one.people, one.rows, one.subject_ids) == ("for shelter", (), (), ())
        assert lines[0] == "Services on record; by one agency alone: one service and shelter."

    @OUTSIDE
    def test_groups_are_said_in_the_words_of_the_field(self, audience):
        one = told(small(serves_ages="12-17"), audience)[0]["coverage:shelter"]
        assert one.sentence.endswith(
            "Nobody on record offers shelter to boys and young men or to some young people, though "
            "other agencies here serve them. Whether one agency would is not on record."
        )

    @OUTSIDE
    @pytest.mark.parametrize("n", [1, 5, 6, 12])
    def test_nothing_depends_on_how_many_ask_for_it(self, audience, n):
        """Inside it is moderate from six referrals on: outside that would tell a small count."""
        assert told(small(n), audience) == told(small(12), audience)

    @OUTSIDE
    def test_what_only_a_cell_says_stays_inside(self, audience):
        found, lines = told(small(), audience)
        whole = "\n".join([*map(str, found.values()), *lines]).lower()
        assert "coverage:one service" in found
        for word in ("dancing", "elm street", "klingon", "harbor", "kitchen"):
            assert word not in whole

    @OUTSIDE
    def test_an_agency_that_agreed_is_named(self, audience):
        found, lines = told(small(consent=("a",)), audience)
        assert "offered by Harbor alone" in found["coverage:shelter"].sentence
        assert "shelter (Harbor)" in lines[0]

    def test_inside_everything_is_said(self):
        released = release(cn.assess(small(), worlds=0))
        one = next(one for one in released.findings if one.id == "coverage:shelter")
        given = release(cn.assess(small(serves_ages="12-17"), worlds=0)).findings
        by_group = next(one for one in given if one.id == "coverage:shelter")
        assert "12 referrals in this log ask for it" in one.sentence
        assert dict(one.numbers)["Agencies that offer it"] == "Harbor"
        assert (one.subjects, one.subject_ids) == ("for shelter", ("a",))
        assert "Klingon" in by_group.sentence


class TestTeam:
    @OUTSIDE
    def test_roles_of_the_field_are_said_and_others_are_not(self, audience):
        own = CoverageSettings(team=("role:judge", "role:elder"), is_own_team=True)
        given = coalition(
            ("court", "O1", "a", "I1", 3), people=[person("O1", "court", role="investigator")],
            coverage=own,
        )  # fmt: skip
        people = given.people
        people["role"] = "investigator"
        found, _ = told(given.with_tables(people=people), audience)
        who = {"partner": "judge", "public": "person for a post that is not named here"}[audience]
        assert found["coverage:response team"].sentence == (
            f"The lists of people and agencies have no {who}."
        )

    def test_for_the_public_no_role_is_said(self):
        """Its first line promises that: sectors are told, posts aren't."""
        found, lines = told(coalition_of("site_b"), "public")
        whole = "\n".join([*map(str, found.values()), *lines])
        for role in ("judge", "investigator", "supervisor", "deputy juvenile officer"):
            assert role not in whole
        assert lines[-1] == (
            "Response team: social services agency reached; child welfare agency only through "
            "strained ties."
        )

    def test_site_b(self):
        found, lines = told(coalition_of("site_b"), "partner")
        one = found["coverage:response team"]
        assert one.sentence.endswith(
            "Within a few hand-offs of law enforcement agency B or the juvenile court agency there "
            "is no judge on record."
        )
        assert lines[-1].startswith("Response team: deputy juvenile officer, supervisor")
        assert one.people == ()


class TestText:
    def test_the_report_has_a_short_section(self):
        released = release(cn.assess(coalition_of("programs"), worlds=0))
        text = assessment_text(released, None)
        assert text.split("\nCoverage\n")[1].split("\n\n")[0] == (
            "- One service on record; none by one agency alone.\n"
            "- One provider alone of residential care for young people aged 0 to 10 and "
            "transgender young people (Organization E) and young people whom a court sends "
            "(Organization B).\n"
            "- Places stated for residential care: 48; not known of Organization B."
        )

    def test_without_services_and_roles_there_is_none(self):
        released = release(cn.assess(coalition(("court", "O1", "a", "I1", 3)), worlds=0))
        assert released.coverage == ()
        assert "\nCoverage\n" not in assessment_text(released, None)


class TestWhatIf:
    def changed(self, *changes):
        return release_what_if(cn.what_if(assessment_of("site_b"), [*changes]))

    def test_a_service_that_is_gone_is_no_remedy(self):
        """Without its only provider nothing is left to find."""
        released = self.changed(cn.Closes("youth_shelter"))
        assert "coverage:shelter" in {one.id for one in released.resolved}
        assert "coverage:shelter" in released.broken

    def test_a_seat_that_is_filled_is_one(self):
        released = self.changed(cn.Ties("officer_b1", "judges_b"))
        assert "coverage:response team" in {one.id for one in released.resolved}
        assert "coverage:response team" not in released.broken

    def test_outside_it_has_no_number(self):
        made = cn.what_if(assessment_of("site_a"), [cn.Closes("shelter_a")])
        released = release_what_if(made, "partner")
        one = next(one for one in released.gained if one.id == "coverage:shelter")
        assert one.severity == "note"
        assert not any(letter.isdigit() for letter in one.sentence)
