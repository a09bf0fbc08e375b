"""Three made-up arrangements: what collabnet says of them is what was found by hand."""

import math
from datetime import date
from functools import cache

import pytest

import collabnet as cn
from collabnet.risk.turnover.rates import rates_of
from samples.sample_files import ARRANGEMENTS, expected, table
from samples.shared import coalition_of

CENTER, FORCE, HOSPITAL = ARRANGEMENTS
ALIKE = (
    "referrals", "per_year", "named_share_sending", "named_share_receiving", "bus_factor", "basis",
    "cut_size", "cut_sets", "reach_cut_size", "reach_cut_sets", "last_used", "thin", "quiet",
)  # fmt: skip
CLOSE = ("per_year_low", "per_year_high", "top_share", "effective_carriers")


@cache
def assessed(sample):
    return cn.assess(coalition_of(sample), worlds=0)


def days_between(day, row):
    return (date.fromisoformat(row["date"]) - date.fromisoformat(day)).days


def plain(cut_sets):
    return sorted((tuple(cut["people"]), cut["side"]) for cut in cut_sets)


def by_id(sample):
    return {one.id: one for one in assessed(sample).found}


@pytest.mark.parametrize("sample", ARRANGEMENTS)
class TestEveryArrangement:
    def test_pathways(self, sample):
        found = {
            (one["from_agency"], one["to_agency"]): one
            for one in assessed(sample).pathway_dicts
            if one["service"] is None
        }
        answers = expected(sample)["pathways"]
        assert len(found) == len(answers)
        for answer in answers:
            made = found[answer["from_agency"], answer["to_agency"]]
            for key in ALIKE:
                left, right = made[key], answer[key]
                if key.endswith("cut_sets"):
                    left, right = plain(left), plain(right)
                assert left == right, (answer["from_agency"], answer["to_agency"], key)
            for key in CLOSE:
                assert made[key] == pytest.approx(answer[key], abs=0.0051), key

    def test_pairs_that_only_a_way_through_others_joins(self, sample):
        answers = [one for one in expected(sample)["reachable"] if not one["direct"]]
        found = {
            (one["from_agency"], one["to_agency"]): one for one in assessed(sample).reachable()
        }
        assert len(found) == len(answers)
        for answer in answers:
            made = found[answer["from_agency"], answer["to_agency"]]
            assert plain(made["reach_cut_sets"]) == plain(answer["reach_cut_sets"])

    def test_the_headline_pair(self, sample):
        answer, found = expected(sample)["headline"], assessed(sample).headline
        assert (found.of, found.covered) == (answer["rows"], answer["covered"])
        assert (found.lost_low, found.lost_high) == (answer["lost_low"], answer["lost_high"])

    def test_the_findings_that_must_be_there(self, sample):
        answer, found = expected(sample)["findings"], assessed(sample).found
        assert found[0].id == answer["first"]
        for one in answer["must_exist"]:
            assert by_id(sample)[one["id"]].severity == one.get("severity", "moderate"), one

    def test_whom_a_service_leaves_out(self, sample):
        coverage = assessed(sample).coverage
        for answer in expected(sample)["coverage"]:
            rows = coverage[coverage["service"] == answer["service"]]
            whole = rows.iloc[0]
            assert whole["providers"].split(";") == answer["providers"]
            assert whole["is_sole_provider"]
            wanted = pytest.approx(answer["capacity"] or math.nan, nan_ok=True)
            assert whole["capacity"] == wanted
            assert rows.loc[rows["is_unserved"], "group"].to_list() == answer["unserved"]

    def test_no_real_organization_is_named(self, sample):
        """The names are those of kinds of agencies; the texts name none either."""
        for row in [*table(sample, "agencies"), *table(sample, "people")]:
            assert not [word for word in row["name"].split()[1:] if word[:1].isupper()], row


class TestAdvocacyCenter:
    def test_hand_offs_and_ways_that_share_nobody_to_every_sector(self):
        reach = assessed(CENTER).service_reach
        sectors = reach[reach["target_kind"] == "sector"].set_index(["from_agency", "target"])
        for answer in expected(CENTER)["sector_reach"]:
            made = sectors.loc[answer["from_agency"], answer["sector"]]
            ways = math.nan if answer["ways"] is None else answer["ways"]
            assert made["hand_offs"] == answer["hand_offs"], answer
            assert made["n_disjoint_ways"] == pytest.approx(ways, nan_ok=True), answer

    def test_the_school_alone_has_one_way(self):
        answers = expected(CENTER)["sector_reach"]
        assert {one["from_agency"] for one in answers if one["ways"] == 1} == {"school"}
        assert {one["ways"] for one in answers if one["from_agency"] != "school"} == {2, None}

    def test_every_call_comes_within_two_days_of_its_report(self):
        reports = {
            (row["from_person"], row["to_person"], row["date"])
            for row in table(CENTER, "referrals")
            if row["to_agency"] == "advocacy_center"
        }
        days = {advocate: {day for _, to, day in reports if to == advocate}
                for advocate in ("advocate_1", "advocate_2")}  # fmt: skip
        for row in table(CENTER, "referrals"):
            if row["from_agency"] == "advocacy_center":
                near = [d for d in days[row["from_person"]] if 1 <= days_between(d, row) <= 2]
                assert near, row

    def test_all_four_sectors_are_on_the_team_from_everywhere(self):
        team, answer = assessed(CENTER).team, expected(CENTER)["team"]
        assert set(team["state"]) == {answer["state"]}
        assert team["member"].nunique() == answer["members"]
        assert team["from_agency"].nunique() == answer["from_agencies"]

    def test_a_second_person_at_the_school_makes_it_two_ways(self):
        """With half of the counselor's cases going on to the other advocate."""
        given = assessed(CENTER).coalition
        more = [cn.Backs("school_counselor"), cn.Backs("advocate_1", by="advocate_2")]
        reach = cn.what_if(given, more).after.service_reach
        of_school = reach[(reach["from_agency"] == "school") & (reach["target"] == "prosecution")]
        assert of_school["n_disjoint_ways"].to_list() == [2]


class TestTaskForce:
    def test_rates_of_the_posts(self):
        coalition = assessed(FORCE).coalition
        found = rates_of(coalition)
        people = table(FORCE, "people")
        for answer in expected(FORCE)["rates"]:
            of_post = [
                row["person_id"]
                for row in people
                if (row["agency_id"], row["role"]) == (answer["agency"], answer["role"])
            ]
            assert len(of_post) == answer["seats"]
            for person in of_post:
                assert found[person].middle == pytest.approx(answer["rate"], abs=5e-7)

    def test_the_rates_are_changes_and_a_half_by_seats_and_years(self):
        posts = {(row["agency_id"], row["role"]): row for row in table(FORCE, "posts")}
        for answer in expected(FORCE)["rates"]:
            post = posts[answer["agency"], answer["role"]]
            changes = int(post["holders_in_period"]) - answer["seats"]
            assert changes == answer["changes"]
            rate = (changes + 0.5) / (answer["seats"] * int(post["years"]))
            assert answer["rate"] == pytest.approx(rate, abs=5e-7)

    def test_the_chance_that_the_link_to_victim_services_is_gone(self):
        """Either the advocate leaves, or both detectives do."""
        answer = expected(FORCE)["chances"]
        detective, advocate = (1 - math.exp(-rate) for rate in (3.5 / 6, 2.5 / 6))
        assert answer["gone"] == pytest.approx(1 - (1 - advocate) * (1 - detective**2), abs=5e-5)
        found = next(
            one
            for one in assessed(FORCE).pathway_dicts
            if (one["from_agency"], one["to_agency"], one["service"])
            == (answer["from_agency"], answer["to_agency"], None)
        )
        assert found["p_any_leaves"] == pytest.approx(answer["any_carrier_leaves"], abs=5e-5)
        assert found["p_gone"] == pytest.approx(answer["gone"], abs=5e-5)

    def test_what_goes_with_a_grant_a_unit_and_a_role(self):
        shocks = assessed(FORCE).shocks.set_index(["kind", "name", "agency"])
        for answer in expected(FORCE)["shocks"]:
            made = shocks.loc[answer["kind"], answer["name"], answer["agency"]]
            assert made["n_people"] == len(answer["people"])
            assert made["lost_low"] == made["lost_high"] == answer["lost"]
            assert made["interrupted"] == answer["interrupted"]
            assert made["pathways_ended"] == answer["ended"]
            assert made["pathways_interrupted"] == answer["waiting"]
            assert made["pairs_without_way"] == answer["without_way"]

    def test_the_grant_takes_more_than_any_one_departure(self):
        grant = expected(FORCE)["shocks"][0]
        assert grant["lost"] == 27 > expected(FORCE)["headline"]["lost_high"] == 23

    def test_whom_each_level_misses_on_the_team(self):
        team = assessed(FORCE).team
        for answer in expected(FORCE)["team"]:
            rows = team[team["from_agency"] == answer["from_agency"]]
            missing = sorted(rows.loc[rows["state"] == "missing", "member"])
            assert missing == answer["missing"]
            assert set(rows["state"]) == {"missing", "reached"}


class TestHospitalProgram:
    def test_the_case_manager_is_named_as_a_single_point_of_failure(self):
        answer = expected(HOSPITAL)["single_point"]
        hub = by_id(HOSPITAL)["hub:case_manager"]
        assert hub.numbers["only_contact_of"] == answer["agencies"]
        assert (
            "All six agencies in touch with Hospital program reach it through this one post. "
            "That helps those who are served, and it is by design a single point of failure."
        ) in hub.sentence
        assert "Name a stand-in who answers while the post is empty." in hub.remedy

    def test_every_row_and_every_way_goes_through_the_case_manager(self):
        answer = expected(HOSPITAL)
        lost = {one["person"]: one for one in answer["exposure"]}["case_manager"]
        assert lost["rows_touched"] == answer["headline"]["rows"] == answer["single_point"]["rows"]
        assert lost["reachable_lost"] == len(answer["reachable"]) == 21
        found = cn.what_if(assessed(HOSPITAL).coalition, [cn.Leaves("case_manager", post="empty")])
        assert found.after.reachable() == [] == found.after.pathway_dicts

    def test_who_stands_on_every_way_from_the_emergency_department(self):
        for answer in expected(HOSPITAL)["unavoidable"]:
            reach = [
                one
                for one in expected(HOSPITAL)["reachable"]
                if (one["from_agency"], one["to_agency"])
                == (answer["from_agency"], answer["to_agency"])
            ]
            (found,) = reach
            assert sorted(cut["people"][0] for cut in found["reach_cut_sets"]) == answer["people"]

    def test_from_the_emergency_department_one_way_and_two_hand_offs(self):
        reach = assessed(HOSPITAL).service_reach
        rows = reach[(reach["from_agency"] == "emergency_department") & (reach["hand_offs"] == 2)]
        services = rows[rows["target_kind"] == "service"]
        assert sorted(services["target"]) == [
            "education", "financial support", "legal", "peer mentoring"
        ]  # fmt: skip
        assert set(services["n_disjoint_ways"]) == {1}

    def test_the_team_is_reached(self):
        team, answer = assessed(HOSPITAL).team, expected(HOSPITAL)["team"]
        assert set(team["state"]) == {answer["state"]}
        assert team["member"].nunique() == answer["members"]
        assert team["from_agency"].nunique() == answer["from_agencies"]

    def test_a_second_person_ends_it(self):
        """With half of the case manager's work on another, no departure there ends a pathway."""
        change = cn.Backs("case_manager", by="program_director")
        after = cn.what_if(assessed(HOSPITAL).coalition, [change]).after
        for one in after.pathway_dicts:
            if one["service"] is None:
                assert ["case_manager"] not in [cut["people"] for cut in one["cut_sets"]]

    def test_that_second_person_is_the_first_thing_that_a_plan_suggests(self):
        plan = cn.plan(assessed(HOSPITAL).coalition, changes=1)
        assert plan.singles[0].change == cn.Backs("case_manager", by="program_director")
