"""Plans of the samples, worth reading aloud in a meeting."""

from math import log as ln

import pytest

import collabnet as cn
from collabnet.model import Assumptions
from risk.cases import G1, coalition
from samples.shared import coalition_of

RATE = Assumptions(departure_rate=-ln(0.8))


@pytest.fixture(scope="module")
def site_b():
    return cn.plan(coalition_of("site_b"))


@pytest.fixture(scope="module")
def site_a():
    return cn.plan(coalition_of("site_a"))


def said(steps):
    return [(step.action, step.reason) for step in steps]


class TestSiteB:
    def test_paper_comes_first_then_a_second_receiver_then_a_fourth_carrier(self, site_b):
        """Each with what a departure would cost before and after it."""
        assert said(site_b.singles[:3]) == [
            (
                "Put the link from Juvenile court to Residential program on paper, in an agreement "
                "that names the post.",
                "If the one director who receives them left, 48 referrals a year from Juvenile "
                "court to Residential program would be lost for good. With the agreement about 11 "
                "would wait, in the 12 weeks until the post is filled; the others are expected to "
                "pass on (how well isn't known).",
            ),
            (
                "Name a second person at Residential program to receive from Juvenile court (a "
                "colleague).",
                "If the one director who receives them left, 48 referrals a year from Juvenile "
                "court to Residential program would be lost for good; with a second receiver 25. "
                "It also gives a second contact between Police and Residential program.",
            ),
            (
                "Let a colleague at Juvenile court make some of the referrals to Residential "
                "program that the busiest officer makes now.",
                "If the busiest officer left, 21 referrals a year from Juvenile court to "
                "Residential program would be lost for good; with a fourth carrier 16.",
            ),
        ]

    def test_the_three_together_are_the_best_plan_of_three(self, site_b):
        assert site_b.changes == (
            cn.Formalizes("court_b", "residential_program"),
            cn.Backs("program_director", "program_therapist"),
            cn.Backs("officer_b1", "officer_b4"),
        )
        assert (site_b.method, site_b.gap) == ("exact by enumeration", 0)

    def test_each_step_is_said_beside_those_before_it(self, site_b):
        """With the agreement nothing is lost for good any more; it waits."""
        assert site_b.steps[2].reason == (
            "If the busiest officer left, 21 referrals a year from Juvenile court to Residential "
            "program would wait until the post is filled; with a fourth carrier 16."
        )
        ends = [(step.before, step.after) for step in site_b.steps]
        assert ends[0] == (165, pytest.approx(165 - 69 * 40 / 52))
        assert [after for _, after in ends[:-1]] == [before for before, _ in ends[1:]]

    def test_recomputation_says_the_same(self, site_b):
        assert site_b.confirmed.effect == pytest.approx(site_b.effect)
        assert site_b.confirmed.difference == 0
        assert site_b.confirmed.sentence == (
            "Assessed anew with these changes, what is at stake goes from 165 to 99, as stated."
        )
        after = site_b.what_if.after.found
        assert "critical" not in {finding.severity for finding in after}

    def test_of_a_link_that_nobody_is_named_on_it_is_asked_first(self, site_b):
        """Six rows of the police name nobody: no change is proposed for their link."""
        assert not any("police_b" in str(one.change).split() for one in site_b.singles[:3])
        asked = {one.question for one in site_b.asks if one.subjects[0] == "police_b"}
        words = "the referrals from Police to Children's services"
        assert asked == {
            f"What do {words} rest on (6 rows): something written, or personal contact? If "
            "written, does it name the post?",
            f"Who made {words} that name no sender (6 rows)?",
            f"Who received {words} that name no receiver (6 rows)?",
        }

    def test_no_name_of_staff_stands_in_it(self, site_b):
        people = site_b.assessment.coalition.people
        names = set(people.loc[people["kind"] == "person", "name"])
        text = " ".join(part for one in (*site_b.steps, *site_b.singles) for part in said([one])[0])
        assert not [name for name in names if name in text]


class TestSiteA:
    def test_the_vacancy_the_single_contacts_and_the_strained_tie(self, site_a):
        assert site_a.changes == (
            cn.Backs("investigator_a1", "investigator_a2"),
            cn.Backs("officer_a6", "officer_a5"),
            cn.Repairs("childrens_division", "court_a"),
        )
        assert said(site_a.steps) == [
            (
                "Name a stand-in at Police unit who also receives from Juvenile court (a "
                "colleague).",
                "If the one investigator who receives them left, 60 case reports a year from "
                "Juvenile court to Police unit would wait until the post is filled; with a second "
                "receiver 30. It also gives a second contact between Judges and commissioner and "
                "Police unit and between Defense attorneys and Police unit.",
            ),
            (
                "Let a colleague at Juvenile court share the contact with FBI and Prosecutor.",
                "One officer at Juvenile court holds all contact between Juvenile court and FBI. "
                "If that person left, there would be none; a second one would keep it. It also "
                "gives a second contact between Juvenile court and Prosecutor.",
            ),
            (
                "Bring Children's Division and Juvenile court together on what each needs, and "
                "hear both sides.",
                "Ten ties between Children's Division and Juvenile court are described as "
                "strained. No working tie between the two is on record.",
            ),
        ]

    def test_they_are_the_first_alone_too(self, site_a):
        assert [one.change for one in site_a.singles[:3]] == list(site_a.changes)

    def test_recomputation_says_the_same(self, site_a):
        assert site_a.confirmed.difference == 0


class TestG1WithRates:
    """With p = 0.2 a second intake worker takes 0.2064 to 0.0477, a fourth officer to 0.2013."""

    def test_the_best_single_addition_is_a_second_intake_worker(self):
        made = cn.plan(coalition(*G1, assumptions=RATE), 1, kinds=["backs"])
        assert made.changes == (cn.Backs("I1"),)
        gone = made.what_if.after.pathways.set_index(["from_agency", "to_agency", "service"])
        pair = ("court", "residential")
        found = gone[gone.index.get_level_values("service").isna()]["p_gone"].droplevel("service")
        assert found[pair] == pytest.approx(0.0477, abs=5e-5)
        assert "goes from 21 % to 5 %" in made.steps[-1].reason

    def test_a_fourth_officer_hardly_helps(self):
        made = cn.plan(coalition(*G1, assumptions=RATE), 1, kinds=["backs"])
        fourth = next(one for one in made.singles if one.change == cn.Backs("O1"))
        assert "goes from 21 % to 20 %" in fourth.reason
        after = cn.what_if(made.assessment, fourth.change).after.pathways
        court = after[(after["from_agency"] == "court") & (after["to_agency"] == "residential")]
        assert court["p_gone"].iloc[0] == pytest.approx(0.2013, abs=5e-5)

    def test_both_ends_of_takeover_are_said(self):
        made = cn.plan(coalition(*G1, assumptions=RATE), 1, kinds=["backs"])
        assert made.steps[-1].reason.startswith(
            "At these rates 2.5 to 4.3 referrals a year from court to residential would be lost, "
            "from full takeover by colleagues to none; with one more person 0.6 to 4.3."
        )

    def test_keeping_people_longer_is_tried_where_rates_are_given(self):
        people = [{"person_id": "I1", "agency_id": "residential", "role": "intake worker"}]
        made = cn.plan(coalition(*G1, assumptions=RATE, people=people), 1, kinds=["retains"])
        (change,) = made.changes
        assert (change.role, change.rate) == ("intake worker", pytest.approx(0.1116))
        assert made.confirmed.difference == 0

    def test_without_rates_it_is_not(self):
        assert cn.plan(coalition(*G1), kinds=["retains"]).changes == ()

    def test_a_question_goes_first_that_moves_more_than_the_best_change(self):
        """Is the court's link on paper? No second person brings as much as the answer."""
        made = cn.plan(coalition(*G1, assumptions=RATE), 1, kinds=["backs"])
        asked, change = made.steps
        assert (asked.kind, asked.change, change.kind) == ("ask", None, "backs")
        assert asked.effect == made.asks[0].spread > made.singles[0].effect
