"""What whoever holds the data sees of coverage: services, groups, ways and the response team."""

import pytest

import collabnet as cn
from collabnet.model.settings import CoverageSettings
from collabnet.sharing import ReleasedCoverage, release_coverage, release_seats
from risk.cases import coalition, person, tie

AGENCIES = [
    {"agency_id": "a", "name": "Harbor", "services": "shelter", "capacity": 8},
    {"agency_id": "b", "name": "Kitchen", "services": "food; shelter", "serves_genders": "boys"},
    {"agency_id": "c", "name": "Court", "services": "legal"},
    {"agency_id": "d", "name": "Silent"},
]


def assessed(*parts, agencies=AGENCIES, **tables):
    return cn.assess(coalition(*parts, agencies=agencies, **tables), worlds=0)


def released(*parts, **tables):
    return release_coverage(assessed(*parts, **tables))


def ways(found, target):
    return {way.start.id: way.how for way in found.ways_to(target)}


def test_only_sharing_makes_it():
    with pytest.raises(TypeError, match="call release_coverage"):
        ReleasedCoverage("", "", "", (), (), (), (), False, False, False, 2, 0, 0)


class TestServices:
    def test_who_offers_it_who_may_and_who_is_alone(self):
        found = {one.id: one for one in released().services}
        assert [one.name for one in found["shelter"].providers] == ["Harbor", "Kitchen"]
        assert [one.name for one in found["shelter"].possible] == ["Silent"]
        assert {one.id for one in found.values() if one.is_alone} == {"food", "legal"}
        assert (found["shelter"].places, found["shelter"].n_without_places) == (8.0, 1)
        assert found["legal"].words == "legal help"

    def test_referrals_that_ask_for_it_are_counted_only_where_there_is_a_log(self):
        assert {one.n_referrals for one in released().services} == {None}
        found = released(("c", "O1", "a", "I1", 3, {"service": "shelter"}))
        assert {one.id: one.n_referrals for one in found.services} == {
            "food": 0, "legal": 0, "shelter": 3
        }  # fmt: skip

    def test_a_group_has_those_who_say_so_and_those_who_may(self):
        shelter = next(one for one in released().services if one.id == "shelter")
        (boys,) = shelter.groups
        assert (boys.group, boys.dimension) == ("boys and young men", "Gender")
        assert [one.name for one in boys.providers] == ["Kitchen"]
        assert [one.name for one in boys.possible] == ["Harbor", "Silent"]
        assert boys.is_alone and not boys.is_unserved

    def test_what_one_agency_has_by_law_is_not_counted(self):
        agencies = [*AGENCIES, {"agency_id": "e", "services": "investigation"}]
        found = released(agencies=agencies)
        assert [one.id for one in found.sought] == ["food", "legal", "shelter"]


class TestWays:
    def test_the_kinds_of_way(self):
        found = released(
            ("c", "O1", "a", "I1", 2),
            ("c", "O2", "b", "", 2),
            ("d", "", "b", "", 1),
            ("e", "E1", "a", "a", 1),
            ("e", "E1", "f", "F1", 1),
        )
        assert ways(found, "legal") == {"c": "here", "d": "none", "e": "none"}
        assert ways(found, "shelter") == {"c": "one", "d": "unnamed", "e": "one"}
        assert ways(found, "food") == {"c": "unnamed", "d": "unnamed", "e": "none"}
        assert [one.id for one in found.in_one_way()] == ["shelter"]

    def test_several_ways_share_nobody(self):
        found = released(("c", "O1", "a", "I1", 2), ("c", "O2", "b", "I2", 2))
        assert ways(found, "shelter") == {"c": "several"}
        assert ways(found, "food") == {"c": "one"}

    def test_what_no_agency_reaches_is_out_of_reach(self):
        found = released(("c", "O1", "a", "I1", 2))
        assert [one.id for one in found.out_of_reach()] == ["food"]

    def test_it_begins_where_the_settings_say(self):
        stated = CoverageSettings(identifying=("d",))
        found = released(("c", "O1", "a", "I1", 2), coverage=stated)
        assert (found.starts_stated, [one.name for one in found.starts]) == (True, ["Silent"])

    def test_without_rows_there_is_nowhere_to_begin(self):
        found = released()
        assert (found.starts, found.ways, found.out_of_reach()) == ((), (), ())


class TestSeats:
    PEOPLE = (person("J", "c", role="judge"), person("O", "d", role="deputy juvenile officer"))

    def test_each_seat_is_seen_from_each_agency(self):
        stated = CoverageSettings(team=("role:judge",), is_own_team=True, identifying=("d", "a"))
        found = released(people=self.PEOPLE, ties=[tie("O", "J")], coverage=stated)
        seats = [(one.member, one.start.name, one.state, one.hand_offs) for one in found.seats]
        assert seats == [("judge", "Harbor", "not known", None), ("judge", "Silent", "reached", 1)]

    def test_a_team_on_record_is_the_same_from_everywhere(self):
        invited = [tie("O", "J", kind="team_invitation")]
        found = released(people=self.PEOPLE, ties=invited)
        assert found.is_team_on_record
        state = {one.member: (one.start, one.state) for one in found.seats}
        assert state["judge"] == (None, "on the team")

    def test_another_team_can_be_looked_for(self):
        (seat,) = release_seats(assessed(people=self.PEOPLE), ["sector:health care"])
        assert (seat.member, seat.state) == ("health care agency", "not known")
