"""Plans: their terms, what they hold, what is asked."""

import json
from dataclasses import replace

import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError, NotFoundError
from planning.planner.drawn import draw
from risk.cases import G1, agreement, coalition, person, tie
from samples.shared import coalition_of


@pytest.fixture(scope="module")
def site_b():
    return cn.plan(coalition_of("site_b"))


class TestTerms:
    def test_of_these_people_nothing_is_asked(self):
        made = cn.plan(coalition_of("site_a"), not_people=["investigator_a2"])
        asked = {part for one in made.singles for part in str(one.change).split()}
        assert "investigator_a2" not in asked

    def test_at_most_so_many_changes_ask_something_of_one_person(self):
        """The third step asks one investigator again: with one at most another step comes."""
        given = coalition_of("site_a")
        assert cn.plan(given, kinds="ties").changes == cn.plan(given, kinds=["ties"]).changes
        kinds = ["backs", "ties"]
        twice = cn.plan(given, kinds=kinds).changes
        once = cn.plan(given, kinds=kinds, at_most_per_person=1).changes
        assert sum("investigator_a1" in str(one) for one in twice) == 2
        assert sum("investigator_a1" in str(one) for one in once) == 1

    def test_only_the_kinds_wanted_are_chosen_among(self):
        made = cn.plan(coalition_of("site_b"), kinds=["repairs", "invites"])
        assert {one.kind for one in made.singles} == {"repairs", "invites"}

    def test_other_efforts_give_another_order(self):
        """If an agreement took thirty half-days, a second receiver would come first."""
        made = cn.plan(coalition_of("site_b"), 1, efforts={"formalizes": 30})
        assert made.changes == (cn.Backs("program_director", "program_therapist"),)

    def test_what_coalition_toml_says_holds(self):
        """The colleague is left out, and agreements take long: somebody new comes first."""
        given = coalition_of("site_b")
        stated = given.settings.planning
        efforts = {**stated.efforts, "formalizes": 30.0}
        own = type(stated)(efforts=efforts, not_people=("program_therapist",))
        made = cn.plan(given.with_settings(planning=own), 1)
        assert made.changes == (cn.Backs("program_director"),)
        assert {one.effort for one in made.singles if one.kind == "formalizes"} == {30}

    def test_by_volume_the_effort_does_not_count(self):
        made = cn.plan(coalition_of("site_b"), efforts={"formalizes": 900}, rank_by="volume")
        assert cn.Formalizes("court_b", "residential_program") in made.changes

    @pytest.mark.parametrize(
        ("terms", "text"),
        [
            (
                {"changes": 0},
                "A plan needs a number of changes from 1 to 20; got 0. Ask for three: few are "
                "done.",
            ),
            (
                {"takeover": 2},
                "A plan needs the share that colleagues take over, a number from 0 to 1; got 2. "
                "Leave it out for the middle of what is assumed.",
            ),
            (
                {"at_most_per_person": 0},
                "A plan needs a whole number from 1 of changes for one person; got 0. Leave it out "
                "for no limit, or name people of whom nothing is asked.",
            ),
            (
                {"efforts": {"ties": 0}},
                "An effort needs half-days of meetings, a number above 0 and at most 1000; ties "
                "has 0. State what it would take.",
            ),
            (
                {"kinds": []},
                "A plan needs a kind of change; none came. Kinds are formalizes, backs, ties, "
                "repairs, invites, retains.",
            ),
        ],
    )
    def test_what_cannot_be_is_refused(self, terms, text):
        with pytest.raises(CollabnetError) as caught:
            cn.plan(coalition(*G1), **terms)
        assert str(caught.value) == text

    @pytest.mark.parametrize(
        "terms",
        [{"kinds": ["backing"]}, {"efforts": {"tie": 1}}, {"not_people": ["I9"]}, {"rank_by": "x"}],
    )
    def test_what_is_unknown_is_refused_with_what_there_is(self, terms):
        with pytest.raises(NotFoundError):
            cn.plan(coalition(*G1), **terms)


class TestSteps:
    """Every step is of use, and says what is so at its place in the plan."""

    def test_steps_that_only_make_good_each_other_are_left_out(self):
        """On paper 10/4.3 wait; each shared officer adds rows to the next, who is the busiest."""
        rows = [("court", f"O{n % 3 + 1}", "program", "program", 1) for n in range(30)]
        made = cn.plan(coalition(*rows), 3)
        assert made.changes == (cn.Formalizes("court", "program"),)
        assert made.before - made.effect == pytest.approx(10 * 12 / 52)

    def test_no_step_leaves_more_at_stake_than_the_plan_without_it(self):
        """One receiver named in 11 of 30 rows: a second one helps, more carriers don't."""
        rows = [("court", f"O{n % 3 + 1}", "program", "I1" if n < 11 else "", 1) for n in range(30)]
        people = [{"person_id": "I2", "agency_id": "program"}]
        made = cn.plan(coalition(*rows, people=people), 3)
        assert made.changes == (cn.Backs("I1", "I2"),)

    def test_a_reason_speaks_of_its_own_pair_whatever_the_steps_before_it_did(self):
        """The contact made between court and police is none between court and program."""
        ties = [
            tie("O1", "I1"),
            tie("D1", "I1", quality="strained"),
            tie("D1", "O2", quality="absent"),
        ]
        homes = {"O1": "court", "O2": "court", "O3": "court", "I1": "program", "I2": "program",
                 "D1": "police"}  # fmt: skip
        people = [{"person_id": who, "agency_id": home} for who, home in homes.items()]
        made = cn.plan(coalition(people=people, ties=ties), 3)
        reasons = [step.reason for step in made.steps if step.change is not None]
        assert [reason.split(".")[0] for reason in reasons] == [
            "One contact between court and police is reported missing",
            "One person at court and one person at program hold all contact between court and "
            "program",
            "One tie between police and program is described as strained",
        ]

    def test_a_link_is_not_on_paper_because_another_was_put_there_before(self):
        """Court to program is put on paper first; police to center is not, so rows are lost."""
        rows = [("court", "O1", "program", "I1", 24), ("police", "D1", "center", "A1", 12)]
        made = cn.plan(coalition(*rows), 2, efforts={"backs_new": 1})
        of_police = [one for one in made.steps if "police" in one.action]
        assert all("lost for good" in one.reason for one in of_police)

    def test_two_people_do_not_take_over_each_others_work(self):
        rows = [("court", f"O{n}", "program", "I1", 10 + n % 2) for n in (1, 2)]
        made = cn.plan(coalition(*rows), 3, kinds=["backs"])
        shared = {(one.person, one.by) for one in made.changes}
        assert not {("O1", "O2"), ("O2", "O1")} <= shared

    @pytest.mark.parametrize(
        ("names", "unknown"),
        [("no", ""), ("unknown", ", if the agreement isn't in use or doesn't name the post")],
    )
    def test_where_there_is_an_agreement_none_is_asked_for(self, names, unknown):
        rows = ("court", "O1", "program", "I1", 12)
        agreed = agreement("court", "program", names_position=names)
        made = cn.plan(coalition(rows, agreements=[agreed]), 1)
        assert made.steps[0].action == (
            "Let the agreement from court to program name the post, and see that it is in use."
        )
        assert made.steps[0].reason == (
            "If the one person who receives them left, 12 referrals a year from court to program "
            f"would be lost for good{unknown}. If it is in use and names the post, about 3 would "
            "wait, in the 12 weeks until the post is filled; the others are expected to pass on "
            "(how well isn't known)."
        )

    def test_a_contact_of_posts_only_introduces_nobody(self):
        ties = [tie("P1", "program"), tie("P1", "program", kind="information")]
        known = {"people": [person("P1", "police")], "agencies": [{"agency_id": "program"}]}
        made = cn.plan(coalition(ties=ties, **known), 1, kinds=["ties"])
        (step,) = [one for one in made.steps if one.change is not None]
        assert step.action == "Name whom to call, a post at police and one at program."

    def test_work_that_helps_only_when_shared_with_others_names_its_link(self):
        rows = [("court", f"O{n % 3 + 1}", "program", "program", 1) for n in range(30)]
        made = cn.plan(coalition(*rows), 3, kinds=["backs"])
        steps = [one for one in made.steps if one.change is not None]
        assert [one.effect for one in steps] == [0, 0, 5]
        assert all("referrals to program" in one.action for one in steps)


class TestPlan:
    def test_it_has_a_table_values_for_json_and_html(self, site_b):
        assert site_b.table["kind"].tolist() == ["formalizes", "backs", "backs"]
        found = json.loads(json.dumps(site_b.to_dict(), allow_nan=False))
        assert next(iter(found)) == "schema_version"
        assert found["steps"][0]["change"] == "formalizes:court_b:residential_program"
        assert found["confirmed"]["difference"] == 0
        html = site_b._repr_html_()
        assert "<ol><li><b>Put the link" in html
        assert "Children&#x27;s" in html
        assert repr(site_b) == "Plan('Site B': 3 changes, exact by enumeration)"

    def test_it_is_the_same_each_time(self):
        first, again = (cn.plan(draw(1, rates=True)).to_dict() for _ in range(2))
        assert first == again

    def test_where_nothing_helps_it_is_empty(self):
        made = cn.plan(coalition(("court", "O1", "program", "I1", 2)))
        assert (made.steps, made.singles, made.effect, made.confirmed) == ((), (), 0, None)

    def test_a_difference_from_the_recomputation_is_said(self, site_b):
        other = replace(site_b.confirmed, expected=70.0)
        assert other.sentence == (
            "Assessed anew with these changes, what is at stake goes from 165 to 99: 65.5 "
            "fewer, not 70.0 as worked out step by step. The former is what holds."
        )

    def test_a_strained_tie_told_from_one_side_is_a_question_too(self):
        people = [
            {"person_id": "O1", "agency_id": "court", "interviewed": "yes"},
            {"person_id": "C1", "agency_id": "division"},
        ]
        ties = [tie("O1", "C1", quality="strained")]
        made = cn.plan(coalition(people=people, ties=ties))
        (asked,) = made.asks
        assert asked.question == "With whom at court do people at division work, and how well?"
        assert asked.sentence.startswith("Nobody at division was asked.")
        assert (asked.low, asked.high) == (0, 12)
