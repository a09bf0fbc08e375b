"""The team check: by the team on record, else by hand-offs; nobody is missing who isn't known."""

import pytest

from collabnet.model.settings import CoverageSettings
from collabnet.risk.assessment import assess
from risk.cases import coalition, group, person, tie
from samples.shared import coalition_of

JUDGE = "role:judge"


def states(given):
    """The state of each member, from each identifying agency."""
    table = assess(given, worlds=0).team
    columns = zip(table["member"], table["from_agency"], table["state"], strict=True)
    return {(member, start): state for member, start, state in columns}


def state(given, member=JUDGE, start="court"):
    return states(given)[member, start]


def hand_offs(given, member=JUDGE, start="court"):
    table = assess(given, worlds=0).team.set_index(["member", "from_agency"])
    found = table.loc[(member, start), "hand_offs"]
    return None if found != found else int(found)


def small(*ties, people=(), agencies=(), **settings):
    """A court that refers to a program, and a judge somewhere else."""
    everybody = [
        person("O1", "court", role="deputy juvenile officer"),
        person("I1", "program", role="intake worker"),
        person("J1", "bench", role="judge"),
        *people,
    ]
    parts = [("court", "O1", "program", "I1", 3)]
    return coalition(*parts, people=everybody, agencies=agencies, ties=ties, **settings)


class TestStudySites:
    def test_site_a_has_a_team_on_record_without_judges(self):
        """Nichols et al.: judges are not part of it; the caseworkers' tie is strained."""
        table = assess(coalition_of("site_a"), worlds=0).team
        found = dict(zip(table["member"], table["state"], strict=True))
        assert found == {
            "role:deputy juvenile officer": "on the team",
            "role:supervisor": "on the team",
            "role:investigator": "on the team",
            "role:judge": "missing",
            "sector:child welfare": "strained",
            "sector:social services": "on the team",
        }
        assert set(table["basis"]) == {"team on record"}

    def test_site_b_has_none_so_that_hand_offs_count(self):
        """No working tie leads to the judges; to the caseworkers only strained ones do."""
        found = states(coalition_of("site_b"))
        assert found[JUDGE, "court_b"] == found[JUDGE, "police_b"] == "missing"
        assert found["sector:child welfare", "court_b"] == "strained"
        assert found["role:supervisor", "court_b"] == "reached"
        assert found["role:investigator", "court_b"] == "reached"


class TestHandOffs:
    def test_a_colleague_takes_none(self):
        given = small(people=[person("J2", "court", role="judge")])
        assert (state(given), hand_offs(given)) == ("reached", 0)

    def test_referrals_and_usable_ties_are_steps(self):
        given = small(tie("I1", "J1"))
        assert (state(given), hand_offs(given)) == ("reached", 2)

    def test_ties_are_used_in_their_direction(self):
        """Whoever is told something by the judge can't call on the judge by that."""
        given = small(tie("J1", "O1", "information", directed="yes"))
        assert (state(given), hand_offs(given)) == ("missing", None)
        assert state(small(tie("J1", "O1", "contact", directed="no"))) == "reached"

    def test_farther_than_allowed_is_missing(self):
        ties = (tie("I1", "N1"), tie("N1", "J1"))
        given = small(*ties, people=[person("N1", "clinic", role="nurse")])
        assert (state(given), hand_offs(given)) == ("missing", 3)
        wide = CoverageSettings(hand_offs=3)
        given = small(*ties, people=[person("N1", "clinic", role="nurse")], coverage=wide)
        assert state(given) == "reached"

    def test_strained_ties_are_told_apart_and_absent_ones_are_none(self):
        assert state(small(tie("O1", "J1", quality="strained"))) == "strained"
        assert state(small(tie("O1", "J1", quality="absent"))) == "missing"

    def test_trust_and_court_reports_are_no_way(self):
        assert state(small(tie("O1", "J1", "court_report"))) == "missing"

    def test_each_identifying_agency_is_asked_about(self):
        stated = CoverageSettings(identifying=("court", "program"))
        found = states(small(tie("I1", "J1"), coverage=stated))
        assert (found[JUDGE, "court"], found[JUDGE, "program"]) == ("reached", "reached")
        near = CoverageSettings(identifying=("court", "program"), hand_offs=1)
        found = states(small(tie("I1", "J1"), coverage=near))
        assert (found[JUDGE, "court"], found[JUDGE, "program"]) == ("missing", "reached")


class TestNotKnown:
    def test_somebody_whom_no_row_names_was_not_asked(self):
        """The judge is on the list, and nobody ever spoke of her: that is no gap."""
        assert state(small()) == "not known"

    def test_somebody_who_was_asked_is_known(self):
        asked = [person("J2", "bench", role="judge", interviewed="yes")]
        assert state(small(people=asked)) == "missing"

    def test_a_blank_role_may_be_it(self):
        assert state(coalition(("court", "O1", "program", "I1", 3))) == "not known"
        near = small(tie("J1", "I1"), people=[person("X1", "court")])
        assert state(near) == "not known"

    def test_without_anybody_of_the_kind_nobody_is_listed(self):
        assert state(small(), "role:supervisor") == "nobody listed"

    def test_a_blank_sector_may_be_it_too(self):
        assert state(small(), "sector:child welfare") == "not known"
        agencies = [
            {"agency_id": one, "sector": "judiciary"} for one in ("bench", "court", "program")
        ]
        assert state(small(agencies=agencies), "sector:child welfare") == "nobody listed"

    def test_without_any_referral_there_is_nowhere_to_start(self):
        given = coalition(people=[person("J1", "bench", role="judge", interviewed="yes")])
        assert state(given, start="") == "not known"


class TestTeamOnRecord:
    def test_both_ends_of_an_invitation_are_on_it(self):
        given = small(
            tie("S1", "O1", "team_invitation"),
            people=[person("S1", "court", role="supervisor")],
        )
        assert state(given, "role:supervisor") == "on the team"
        assert state(given, "role:deputy juvenile officer") == "on the team"
        assert state(given) == "not known"

    def test_somebody_whom_rows_name_elsewhere_is_missing(self):
        given = small(tie("O1", "I1", "team_invitation"), tie("O1", "J1"))
        assert (state(given), hand_offs(given)) == ("missing", 1)

    def test_an_agency_invited_stands_for_its_people(self):
        assert state(small(tie("O1", "bench", "team_invitation"))) == "on the team"

    def test_a_group_counts_as_its_role(self):
        given = small(
            tie("O1", "Js", "team_invitation"), people=[group("Js", "bench", role="judge")]
        )
        assert state(given) == "on the team"

    @pytest.mark.parametrize(
        ("quality", "found"), [("strained", "strained"), ("absent", "missing")]
    )
    def test_a_strained_invitation_is_no_seat(self, quality, found):
        ties = (tie("O1", "I1", "team_invitation"), tie("O1", "J1", "team_invitation"))
        assert state(small(ties[0], ties[1] | {"quality": quality})) == found

    def test_a_person_of_several_roles_takes_each_seat(self):
        several = [person("D1", "program", role="director and supervisor")]
        given = small(tie("O1", "D1", "team_invitation"), people=several)
        assert state(given, "role:supervisor") == "on the team"

    def test_people_outside_the_coalition_are_no_members(self):
        given = small(
            tie("O1", "J1", "team_invitation"), agencies=[{"agency_id": "bench", "outside": "yes"}]
        )
        assert state(given) == "nobody listed"
