"""Bars before and after a change, and of a plan's steps: what they show, and on which scale."""

import collabnet as cn
from collabnet.plots.before_after import before_after
from collabnet.plots.plan_steps import plan_steps, stages
from collabnet.sharing import release_plan, release_what_if
from collabnet.sharing.released import Compared
from samples.shared import assessment_of, coalition_of

PAPER = cn.Formalizes("court_b", "residential_program")


def drawn(*changes):
    made = cn.what_if(assessment_of("site_b"), changes)
    return before_after(release_what_if(made).referrals)


class TestBeforeAfter:
    def test_bars_end_at_what_was_counted(self):
        before, _, after, _ = drawn(cn.Leaves("officer_b1")).data
        assert (before.name, *before.x) == ("Before", 59, 0, 48)
        assert (after.name, *after.x) == ("After", 38, 0, 27)

    def test_a_range_is_a_bar_to_its_smallest_value_and_dots_to_its_largest(self):
        sure, unsure = drawn(PAPER).data[2:]
        assert (sure.x[2], unsure.base[2], unsure.x[2], unsure.text[2]) == (0, 0, 6, "0 to 6")
        assert unsure.marker.pattern.shape == "."

    def test_before_and_after_differ_by_pattern_as_well_as_by_colour(self):
        before, _, after, _ = drawn(PAPER).data
        assert (before.marker.pattern.shape, after.marker.pattern.shape) == ("/", "")

    def test_the_scale_begins_at_nothing_with_room_for_the_largest(self):
        low, high = drawn(PAPER).layout.xaxis.range
        assert low == 0
        assert high > 59
        assert before_after([Compared("x", (0, 0), (0, 0))]).layout.xaxis.range == (0, 1)


class TestPlanSteps:
    def test_each_change_is_a_stage_and_a_question_is_none(self):
        asked = release_plan(cn.plan(coalition_of("deputized_task_force")))
        assert [words for words, _ in stages(asked)] == [
            "As it is", "After step 2", "After step 3", "After step 4",
        ]  # fmt: skip

    def test_bars_go_from_what_is_at_stake_down(self):
        bars = plan_steps(release_plan(cn.plan(coalition_of("site_b")))).data[0]
        assert list(bars.text) == ["165", "112", "101", "99"]
        assert list(bars.marker.pattern.shape) == ["/", "", "", ""]
