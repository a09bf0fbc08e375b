"""A plan in words: for whoever holds the data, nobody else."""

import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet.sharing import release_plan
from risk.cases import G1, coalition
from samples.shared import coalition_of


@pytest.fixture(scope="module")
def site_b():
    return release_plan(cn.plan(coalition_of("site_b")))


class TestReleasePlan:
    def test_it_says_what_is_counted_how_the_steps_were_found_and_what_is_lost(self, site_b):
        assert site_b.measured == (
            "What is at stake: for each link and each of its two sides the referrals a year that "
            "one departure would stop at most, all added up; of those that an agreement passes "
            "on only the 12 weeks until the post is filled. A weak contact between two agencies "
            "counts as 6 referrals a year: one that rests on one person, is strained or missing."
        )
        assert site_b.loss == "At stake as it is: 165 a year. With the plan: 99."
        assert site_b.found == (
            "Chosen among 30 changes, exact by enumeration: no other three changes together would "
            "spare more for their effort."
        )

    def test_each_step_says_the_loss_before_and_after_its_effort_and_its_change(self, site_b):
        step = site_b.steps[0]
        assert step.loss == "At stake a year: 165 before, 112 after"
        assert (step.effort, step.change) == (
            "3 half-days",
            "formalizes:court_b:residential_program",
        )

    def test_with_rates_it_says_so(self):
        given = coalition(*G1, assumptions=cn.Assumptions(departure_rate=0.2))
        found = release_plan(cn.plan(given, 1, takeover=0.25))
        assert found.measured.startswith(
            "What is at stake: the referrals a year expected to be lost at the rates of leaving "
            "assumed, if colleagues take over 25 % of what a person did."
        )

    def test_how_far_from_the_best_it_is_at_most(self, monkeypatch):
        from collabnet.planning.planner import integer, search

        monkeypatch.setattr(search, "MOST_SETS", 0)
        monkeypatch.setattr(integer, "MOST_COLUMNS", -1)
        found = release_plan(cn.plan(coalition_of("site_b"), 5, rank_by="volume"))
        assert found.found.startswith("Chosen among 30 changes by lazy greedy, then exchanges: ")

    def test_where_nothing_helps_it_says_so(self):
        found = release_plan(cn.plan(coalition(("court", "O1", "program", "I1", 2))))
        assert found.loss == "Nothing of what is counted is at stake."
        assert found.found == "There is no change to choose among."
        assert (found.steps, found.confirmed) == ((), "")

    def test_what_is_at_stake_is_said_where_the_kinds_wanted_change_nothing(self):
        found = release_plan(cn.plan(coalition_of("site_b"), kinds=["retains"]))
        assert found.loss == "At stake as it is: 165 a year."
        assert found.found == "There is no change to choose among."

    def test_one_half_day_is_no_half_days(self):
        found = release_plan(cn.plan(coalition(*G1), 1, efforts={"formalizes": 1}))
        assert found.steps[0].effort == "1 half-day"
        assert found.found.endswith("no other change would spare more for its effort.")

    def test_a_takeover_without_rates_is_not_passed_over_in_silence(self):
        found = release_plan(cn.plan(coalition(*G1), 1, takeover=0.25))
        assert found.measured.endswith(
            "What colleagues take over counts only where there are rates of leaving."
        )

    @pytest.mark.parametrize("audience", ["partner", "public"])
    def test_outside_it_is_refused(self, audience):
        made = cn.plan(coalition(*G1), 1)
        with pytest.raises(CollabnetError, match=r"^A plan is for whoever holds the data: "):
            release_plan(made, audience)

    def test_nobody_else_makes_one(self, site_b):
        from dataclasses import replace

        with pytest.raises(TypeError, match=r"^Only collabnet\.sharing makes released "):
            replace(site_b, name="other", seal=None)


class TestNumbers:
    def test_a_plan_has_what_is_at_stake_before_and_after_as_assessed_anew(self, site_b):
        assert (site_b.before, round(site_b.after, 2)) == (165, 99.46)
        assert [(s.before, round(s.after)) for s in site_b.steps[:1]] == [(165, 112)]

    def test_each_step_has_the_finding_that_it_helps(self, site_b):
        link = "pathway:court_b:residential_program"
        assert [step.finding for step in site_b.steps] == [link] * 3
        assert [step.finding for step in site_b.singles[3:]] == [
            "contacts:bench_b:residential_program",
            "contacts:childrens_division:court_b",
        ]

    def test_a_question_has_no_finding(self):
        asked = release_plan(cn.plan(coalition_of("deputized_task_force")))
        assert (asked.steps[0].change, asked.steps[0].finding) == ("", "")
