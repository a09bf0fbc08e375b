"""What is tried: its code in the address names nobody, survives the way, and can be undone."""

import pytest

from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import (
    Backs,
    Closes,
    Formalizes,
    Invites,
    Leaves,
    Moves,
    Repairs,
    Retains,
    Ties,
)
from collabnet.planning.scenarios.scenario import Step
from collabnet_dashboards.state.refs import Refs
from collabnet_dashboards.state.steps import (
    MOST,
    History,
    changes_of,
    decode,
    encode,
    from_plain,
    switched,
    to_plain,
    with_change,
    without,
)

REFS = Refs(
    people=("ann: x", "bea\\", "empty"),
    agencies=("clinic:2", "court", "shelter"),
    services=(),
    roles=("intake worker",),
)
CHANGES = {
    Leaves("ann: x"): "leaves.p0",
    Leaves("bea\\", "empty"): "leaves.p1.empty",
    Leaves("empty", "empty"): "leaves.p2.empty",
    Closes("clinic:2"): "closes.a0",
    Formalizes("court", "shelter"): "formalizes.a1.a2",
    Backs("ann: x"): "backs.p0",
    Backs("ann: x", by="empty"): "backs.p0.p2",
    Ties("ann: x", "clinic:2"): "ties.p0.a0",
    Repairs("court", "shelter"): "repairs.a1.a2",
    Invites("court", "bea\\"): "invites.a1.p1",
    Moves("ann: x", "shelter"): "moves.p0.a2",
    Retains("intake worker", 0.05): "retains.r0.0_05",
}


def steps(*changes):
    return tuple(map(Step, changes))


class TestCode:
    @pytest.mark.parametrize("change", CHANGES, ids=str)
    def test_a_change_survives_the_way_through_the_address_without_a_name(self, change):
        assert encode([Step(change)], REFS) == CHANGES[change]
        assert decode(CHANGES[change], REFS) == (Step(change),)

    def test_steps_keep_their_order_and_whether_they_are_on(self):
        found = (Step(Closes("court")), Step(Leaves("ann: x"), is_on=False))
        assert encode(found, REFS) == "closes.a1~-leaves.p0"
        assert decode("closes.a1~-leaves.p0", REFS) == found
        assert decode("", REFS) == ()

    @pytest.mark.parametrize(
        "code",
        ["leaves", "leaves.p9", "leaves.ann", "leaves.p-1", "leaves.p\u0661", "steals.p0", "~",
         "leaves.p0.gone", "retains.r0", "retains.r0.often", "closes.a0.a1"],
    )  # fmt: skip
    def test_what_is_no_change_is_refused(self, code):
        with pytest.raises(CollabnetError):
            decode(code, REFS)

    def test_more_than_the_most_is_refused(self):
        with pytest.raises(CollabnetError) as caught:
            decode("~".join(["leaves.p0"] * (MOST + 1)), REFS)
        assert str(caught.value) == (
            "At most 12 changes can be tried at once; this would be one more. Take one back first."
        )

    def test_somebody_who_is_not_there_is_refused(self):
        with pytest.raises(CollabnetError) as caught:
            decode("leaves.p9", REFS)
        assert str(caught.value) == (
            "This address names somebody who isn't in the files. It may have been made before "
            "they changed: start from the first page."
        )

    def test_an_id_with_blanks_at_its_ends_comes_back_whole(self):
        refs = Refs(people=(" cal ", "d\ne"), agencies=(), services=(), roles=())
        found = steps(Leaves(" cal "), Backs("d\ne", by=" cal "))
        assert decode(encode(found, refs), refs) == found


class TestEditing:
    def test_a_change_is_not_tried_twice_but_switched_on(self):
        one = with_change((), Closes("court"))
        assert with_change(switched(one, 0), Closes("court")) == one

    def test_of_one_person_who_leaves_the_last_wish_counts_at_its_place(self):
        found = with_change(steps(Leaves("ann: x"), Closes("court")), Leaves("ann: x", "empty"))
        assert changes_of(found) == (Leaves("ann: x", "empty"), Closes("court"))

    def test_a_step_can_be_switched_off_and_taken_out(self):
        both = steps(Leaves("ann: x"), Closes("court"))
        assert changes_of(switched(both, 0)) == (Closes("court"),)
        assert without(both, 1) == steps(Leaves("ann: x"))

    def test_no_more_than_the_most(self):
        full = tuple(Step(Retains(f"role {i}", 0.1)) for i in range(MOST))
        with pytest.raises(CollabnetError, match="At most 12 changes"):
            with_change(full, Closes("court"))

    @pytest.mark.parametrize("change", CHANGES, ids=str)
    def test_a_button_says_its_change(self, change):
        assert from_plain(to_plain(change)) == change

    def test_a_button_that_asks_for_nothing_is_refused(self):
        with pytest.raises(CollabnetError, match="The page asked for no change"):
            from_plain({"do": "try", "change": 3})


class TestHistory:
    def test_undo_and_redo_go_one_step_each(self):
        seen = History().seen("a").seen("a~b")
        assert (seen.undone, seen.redone) == ("a", None)
        back = seen.seen("a")
        assert (back.undone, back.redone) == ("", "a~b")

    def test_what_is_tried_after_an_undo_takes_the_place_of_what_was_undone(self):
        seen = History().seen("a").seen("a~b").seen("a").seen("a~c")
        assert (seen.codes, seen.undone, seen.redone) == (("", "a", "a~c"), "a", None)

    def test_a_page_that_opens_with_steps_can_undo_them_one_by_one(self):
        seen = History.opened("a~b~c")
        assert (seen.undone, seen.seen("a~b").undone) == ("a~b", "a")
        assert History.opened("") == History()

    def test_what_was_tried_at_once_is_undone_at_once(self):
        assert History.opened("").seen("a~b~c").undone == ""

    def test_it_survives_the_way_through_the_browser(self):
        seen = History().seen("a").seen("a~b").seen("a")
        assert History.of(seen.to_plain()) == seen

    @pytest.mark.parametrize(
        "plain", [None, [], {"codes": []}, {"codes": ["", 1], "at": 0}, {"codes": [""], "at": 5}]
    )
    def test_what_is_none_begins_anew(self, plain):
        assert History.of(plain) == History()
