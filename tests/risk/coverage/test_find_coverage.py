"""Findings about coverage: one for each service, one for the team, in plain sentences."""

import pytest

from collabnet.model.settings import CoverageSettings
from collabnet.risk.assessment import assess
from risk.cases import coalition, person, tie
from samples.shared import coalition_of


def found(given):
    """The findings about coverage, by id."""
    return {one.id: one for one in assess(given, worlds=0).found if one.kind == "coverage"}


def agency(agency_id, services="", **cells):
    return {"agency_id": agency_id, "services": services, **cells}


def asked_for(service, n):
    return ("court", "O1", "a", "I1", n, {"service": service})


class TestOneProvider:
    def test_a_service_that_the_log_asks_for(self):
        agencies = [agency("a", "shelter", name="Harbor"), agency("b", "food"), agency("court")]
        one = found(coalition(asked_for("shelter", 12), agencies=agencies))["coverage:shelter"]
        assert (one.severity, one.rule) == ("moderate", "one provider")
        assert one.sentence == (
            "Shelter rests on one agency: on record it is offered by Harbor alone. 12 referrals in "
            "this log ask for it. If that agency closed or was full, no other agency on record "
            "could step in."
        )
        assert one.remedy == (
            "Ask who else could offer it, or agree now where to turn when that agency is full. Ask "
            "the agencies without services on record what they offer."
        )
        assert one.sure.notes == ("For court no services are on record.",)
        assert (one.rows, one.sources, one.people) == (
            (("agencies.csv", 2),), ("coding", "log"), (),
        )  # fmt: skip
        assert one.numbers["providers"] == ["a"]
        assert one.numbers["referrals"] == 12

    @pytest.mark.parametrize("n", [0, 5])
    def test_one_that_few_ask_for_is_a_note(self, n):
        agencies = [agency("a", "shelter"), agency("b", "food")]
        log = [asked_for("shelter", n)] if n else [asked_for("", 3)]
        one = found(coalition(*log, agencies=agencies))["coverage:shelter"]
        assert (one.severity, one.rule) == ("note", "one provider, seldom asked for")

    def test_without_a_log_nothing_is_said_of_it(self):
        agencies = [agency("a", "shelter"), agency("b", "legal")]
        one = found(coalition(agencies=agencies))["coverage:legal"]
        assert one.sentence == (
            "Legal help rests on one agency: on record it is offered by b alone. If that agency "
            "closed or was full, no other agency on record could step in."
        )
        assert (one.severity, one.sources) == ("note", ("coding",))

    def test_a_second_provider_or_one_that_the_log_shows_is_enough(self):
        both = [agency("a", "shelter"), agency("b", "shelter")]
        assert found(coalition(asked_for("shelter", 12), agencies=both)) == {}
        other = ("court", "O1", "c", "N1", 1, {"service": "shelter"})
        agencies = [agency("a", "shelter"), agency("b", "shelter", outside="yes"), agency("c")]
        agencies.append(agency("d", "food"))
        given = coalition(asked_for("shelter", 12), other, agencies=agencies)
        assert "coverage:shelter" not in found(given)

    def test_what_one_agency_has_by_law_is_no_gap(self):
        agencies = [agency("a", "investigation;training"), agency("b", "child protection")]
        assert found(coalition(agencies=agencies)) == {}

    def test_one_agency_that_lists_services_is_no_list(self):
        assert found(coalition(agencies=[agency("a", "shelter;food"), agency("b")])) == {}

    def test_made_up_rows_say_so(self):
        agencies = [agency("a", "shelter", status="illustrative"), agency("b", "food")]
        one = found(coalition(agencies=agencies))["coverage:shelter"]
        assert one.sure.notes == (
            "Without inferred and illustrative rows nobody offers it on record.",
        )


class TestLeftOut:
    def test_groups_that_no_provider_says_it_serves(self):
        agencies = [
            agency("a", "shelter", serves_genders="girls", serves_ages="14-17"),
            agency("b", "shelter", serves_genders="girls", serves_ages="16-17"),
            agency("c", "food;legal", serves_genders="all", serves_ages="10-24"),
            agency("d", "food;legal", serves_genders="boys", referral="mandated"),
        ]
        one = found(coalition(agencies=agencies))["coverage:shelter"]
        assert (one.severity, one.rule) == ("moderate", "group left out")
        assert one.sentence == (
            "Nobody on record offers shelter to young people aged 10 to 13, to boys and young "
            "men or to young people whom a court sends, though other agencies here serve them. "
            "Whether a or b would is not on record."
        )
        assert one.numbers["unserved"] == [
            {"dimension": "age", "group": "10-13"},
            {"dimension": "gender", "group": "male"},
            {"dimension": "referral", "group": "court-mandated"},
        ]

    def test_where_no_provider_says_whom_it_serves_it_is_asked(self):
        agencies = [
            agency("a", "shelter"),
            agency("b", "shelter"),
            agency("c", "", serves_genders="boys"),
        ]
        one = found(coalition(agencies=agencies))["coverage:shelter"]
        assert (one.severity, one.rule) == ("ask", "not known whom it serves")
        assert one.sentence == "Who can get shelter is not on record."
        assert one.remedy == "Ask whom the providers take, and write it down."

    def test_a_silent_provider_alone_lists_no_groups(self):
        others = {"serves_genders": "girls; boys", "serves_ages": "12-17", "languages": "Spanish"}
        agencies = [agency("a", "shelter"), agency("b", "food", **others)]
        one = found(coalition(agencies=agencies))["coverage:shelter"]
        assert one.sentence == (
            "Shelter rests on one agency: on record it is offered by a alone. If that agency "
            "closed or was full, no other agency on record could step in. Who can get shelter is "
            "not on record."
        )
        assert len(one.numbers["unserved"]) == 4
        assert "Ask whom the providers take" in one.remedy
        assert "left out" not in one.remedy

    def test_one_that_says_something_is_told_by_group(self):
        """It takes all ages there are; whether it takes boys isn't said."""
        agencies = [
            agency("a", "shelter", serves_ages="12-17"),
            agency("b", "food", serves_ages="12-17", serves_genders="boys"),
        ]
        one = found(coalition(agencies=agencies))["coverage:shelter"]
        assert "Nobody on record offers shelter to boys and young men" in one.sentence
        assert "Whether a would is not on record." in one.sentence

    def test_adults_are_nobody_s_gap_here(self):
        agencies = [
            agency("a", "shelter", serves_ages="12-17"),
            agency("b", "shelter", serves_ages="12-17"),
        ]
        agencies.append(agency("c", "", serves_ages="18+"))
        assert found(coalition(agencies=agencies)) == {}

    def test_regions_and_languages_too(self):
        agencies = [
            agency("a", "shelter", region="North", languages="English"),
            agency("b", "shelter", region="North", languages="English"),
            agency("c", "", region="South", languages="spanish"),
        ]
        one = found(coalition(agencies=agencies))["coverage:shelter"]
        assert one.sentence.startswith(
            "Nobody on record offers shelter to young people in South or to young people who speak "
            "Spanish, though"
        )

    def test_both_reasons_are_one_finding(self):
        agencies = [
            agency("a", "shelter", serves_genders="girls"),
            agency("b", "food", serves_genders="boys;girls"),
        ]
        one = found(coalition(asked_for("shelter", 3), agencies=agencies))["coverage:shelter"]
        assert (one.severity, one.rule) == (
            "moderate", "one provider, seldom asked for, group left out",
        )  # fmt: skip


class TestTeam:
    def test_site_a(self):
        """The judges are the gap; the strained tie is told elsewhere."""
        one = found(coalition_of("site_a"))["coverage:response team"]
        assert (one.severity, one.rule) == ("moderate", "seat of the team empty")
        assert one.sentence == "The response team on record has no judge."
        assert one.remedy == "Invite them to the team, and write down which post comes."
        assert one.people == ("judges_a",)
        assert {file for file, _ in one.rows} == {"agencies.csv", "people.csv", "ties.csv"}

    def test_site_b(self):
        one = found(coalition_of("site_b"))["coverage:response team"]
        assert one.sentence.endswith(
            "Within two hand-offs of Juvenile court or Police there is no judge on record."
        )

    def test_a_default_accuses_nobody_of_having_no_such_role(self):
        """G1 has no supervisor and no judge at all: only a team that it states would need one."""
        assert found(coalition_of("g1")) == {}
        own = CoverageSettings(team=("role:judge", "sector:health care"), is_own_team=True)
        given = coalition_of("g1").with_settings(coverage=own)
        one = found(given)["coverage:response team"]
        assert one.sentence == "The lists of people and agencies have no judge."
        assert one.remedy == "Ask who holds these posts, and add them to the lists."

    def test_stated_agencies_must_reach_it_each(self):
        people = [
            person("O1", "court", role="deputy juvenile officer"),
            person("J1", "bench", role="judge"),
            person("I1", "program", role="intake worker"),
        ]
        ties = [tie("I1", "J1")]
        log = ("court", "O1", "program", "I1", 3)
        assert found(coalition(log, people=people, ties=ties)) == {}
        near = CoverageSettings(hand_offs=1, identifying=("court", "program"))
        given = coalition(log, people=people, ties=ties, coverage=near)
        one = found(given)["coverage:response team"]
        assert "ithin one hand-off of court there is no judge on record." in one.sentence
        assert one.sentence.endswith(
            "ithin one hand-off of program there is no deputy juvenile officer on record."
        )
        assert one.numbers["from_agencies"] == ["court", "program"]


class TestOrder:
    @pytest.mark.parametrize("name", ["site_a", "site_b", "g1"])
    def test_the_others_keep_their_order(self, name):
        """Coverage has no referrals at stake: it stands behind those of its severity that have."""
        findings = assess(coalition_of(name), worlds=0).found
        keys = [(one.severity, -one.rows_a_year) for one in findings]
        order = ["critical", "high", "moderate", "note", "ask"]
        assert keys == sorted(keys, key=lambda key: (order.index(key[0]), key[1]))

    def test_nothing_is_found_without_services_and_roles(self):
        assert found(coalition(("court", "O1", "program", "I1", 12))) == {}
