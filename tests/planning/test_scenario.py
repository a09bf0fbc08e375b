"""A scenario as a value: steps on and off, undo and redo, stale or not."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import collabnet as cn
from collabnet.planning.scenarios import Scenario, Step, baseline_of
from collabnet.planning.scenarios.scenario import HISTORY
from risk.cases import G1, coalition

GIVEN = coalition(*G1)
MADE = Scenario.of(GIVEN, "Second worker", ["backs:I1", cn.Leaves("O1")])


class TestSteps:
    def test_changes_and_their_texts_are_steps_that_are_on(self):
        assert MADE.steps == (Step(cn.Backs("I1")), Step(cn.Leaves("O1")))
        assert MADE.changes == (cn.Backs("I1"), cn.Leaves("O1"))

    def test_one_that_is_off_is_kept_and_not_tried(self):
        off = MADE.switched(0)
        assert off.changes == (cn.Leaves("O1"),)
        assert len(off.steps) == 2
        assert off.switched(0).changes == off.switched(0, is_on=True).changes == MADE.changes

    def test_one_more_and_one_less(self):
        assert MADE.with_change("closes:police").changes[-1] == cn.Closes("police")
        assert MADE.without(0).changes == (cn.Leaves("O1"),)

    def test_each_edit_gives_a_new_value(self):
        MADE.with_change("closes:police").switched(0).without(1)
        assert MADE.changes == (cn.Backs("I1"), cn.Leaves("O1"))

    def test_a_step_that_is_not_there(self):
        for edit in (MADE.without, MADE.switched):
            for place in (2, -1):
                with pytest.raises(cn.CollabnetError) as refused:
                    edit(place)
                assert str(refused.value) == (
                    f"The scenario 'Second worker' has no step {place + 1}. Its steps are: "
                    "1. backs:I1; 2. leaves:O1."
                )


EDITS = st.lists(
    st.one_of(
        st.just(lambda one: one.with_change("closes:police")),
        st.integers(0, 3).map(lambda i: lambda one: one.switched(i % len(one.steps))),
        st.integers(0, 3).map(
            lambda i: lambda one: one.without(i % len(one.steps)) if len(one.steps) > 1 else one
        ),
    ),
    max_size=8,
)


class TestUndo:
    @settings(max_examples=30)
    @given(EDITS)
    def test_undoing_all_edits_and_redoing_them_gives_the_same(self, edits):
        made = MADE
        for edit in edits:
            made = edit(made)
        back = made
        while back.past:
            back = back.undone()
        assert back.steps == MADE.steps
        while back.future:
            back = back.redone()
        assert back == made

    def test_an_edit_after_undoing_forgets_what_was_undone(self):
        made = MADE.with_change("closes:police").undone().with_change("closes:court")
        assert made.future == ()
        assert made.undone().steps == MADE.steps

    def test_an_edit_that_changes_nothing_is_none(self):
        assert MADE.switched(0, is_on=True) is MADE

    def test_so_many_edits_are_kept(self):
        made = MADE
        for _ in range(HISTORY + 5):
            made = made.switched(0)
        assert len(made.past) == HISTORY

    def test_nothing_to_undo_or_redo(self):
        with pytest.raises(cn.CollabnetError) as refused:
            MADE.undone()
        assert str(refused.value) == (
            "Nothing in 'Second worker' can be undone: it is as it was made. Add or switch a step "
            "first."
        )
        with pytest.raises(cn.CollabnetError) as refused:
            MADE.redone()
        assert str(refused.value) == (
            "Nothing in 'Second worker' can be redone: nothing was undone since its last edit. "
            "Undo a step first."
        )


class TestStale:
    changed = GIVEN.with_tables(referrals=GIVEN.referrals.iloc[1:])

    def test_when_the_coalition_has_changed(self):
        assert not MADE.is_stale(GIVEN)
        assert MADE.is_stale(self.changed)
        assert MADE.notice(GIVEN) == ""
        saved = replace(MADE, saved_at=datetime(2026, 1, 2, tzinfo=UTC))
        assert saved.notice(self.changed) == (
            "The coalition has changed since 'Second worker' was saved on 2026-01-02. Its steps "
            "are tried on the coalition as it is now: look whether each still makes sense, then "
            "save the scenario again."
        )

    def test_it_can_still_be_tried(self):
        assert MADE.what_if(self.changed).changes == MADE.changes

    def test_a_rate_given_with_a_run_makes_no_other_baseline(self):
        assumed = cn.Assumptions(departure_rate=0.15, rate_label="middle")
        assert baseline_of(GIVEN.with_settings(assumptions=assumed)) == baseline_of(GIVEN)
        weeks = cn.Assumptions(weeks_to_fill=30)
        assert baseline_of(GIVEN.with_settings(assumptions=weeks)) != baseline_of(GIVEN)

    def test_one_that_stands_on_nothing_is_not_stale(self):
        assert not Scenario("x", ["leaves:O1"]).is_stale(GIVEN)
        assert Scenario("x").rebased(self.changed).is_stale(GIVEN)


class TestWhatIf:
    def test_only_what_is_on_is_tried(self):
        found = MADE.switched(1).what_if(GIVEN)
        assert found.changes == (cn.Backs("I1"),)
        assert MADE.what_if(found.before).before is found.before

    def test_with_nothing_on(self):
        with pytest.raises(cn.CollabnetError) as refused:
            Scenario("Empty").what_if(GIVEN)
        assert str(refused.value) == (
            "The scenario 'Empty' has no step that is on, so there is nothing to try. Add a step, "
            "or switch one on."
        )


class TestName:
    def test_blanks_and_accents_have_one_spelling(self):
        assert Scenario("  Cafe\u0301 \t first ").name == "Caf\u00e9 first"
        assert MADE.renamed("Other").name == "Other"
        assert MADE.renamed("Other").past == ()

    @pytest.mark.parametrize("name", ["", "  ", "a\x00b", "x" * 101, "\u202ename"])
    def test_one_that_nobody_can_read(self, name):
        with pytest.raises(cn.CollabnetError) as refused:
            Scenario(name)
        assert str(refused.value) == (
            "A scenario needs a name of 1 to 100 letters that can be read; got "
            f"{name[:100]!a}. Say in a few words what is tried."
        )
