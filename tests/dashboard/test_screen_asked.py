"""What the page asks for, without a browser: stacked, undone, and refused when it is no wish."""

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
from collabnet_dashboards.asked import (
    CLEAR,
    MOST,
    UNDO,
    answer,
    from_plain,
    read_changes,
    remove,
    to_plain,
    try_,
)

CHANGES = [Leaves("ann"), Leaves("bea", "empty"), Formalizes("court", "shelter"), Closes("clinic")]
OTHERS = [
    Backs("ann"),
    Backs("ann", by="bea"),
    Ties("ann", "clinic:2"),
    Repairs("court", "clinic"),
    Invites("court", "ann"),
    Moves("ann", "clinic"),
    Retains("intake worker", 0.05),
]
NO_WISH = (
    "The page asked for something that this dashboard doesn't know. Reload the page and try again."
)


def stack(*changes):
    """Try changes one after the other."""
    tried = []
    for change in changes:
        tried = answer(tried, try_(change))
    return tried


class TestPlain:
    @pytest.mark.parametrize("change", [*CHANGES, *OTHERS], ids=str)
    def test_a_change_survives_the_way_through_the_browser(self, change):
        assert from_plain(to_plain(change)) == change

    def test_the_changes_are_read_in_order(self):
        assert read_changes(stack(*CHANGES)) == tuple(CHANGES)

    @pytest.mark.parametrize(
        "plain",
        [
            None,
            "leaves",
            {"what": "explodes"},
            {"what": "leaves", "person": 1, "post": "filled"},
            {"what": "leaves", "person": "ann", "post": "maybe"},
            {"what": "closes"},
            {"what": "formalizes", "from": "court", "to": "court"},
            {"what": "written", "change": "explodes:ann"},
            {"what": "written", "change": 1},
        ],
    )
    def test_anything_else_is_refused(self, plain):
        with pytest.raises(CollabnetError) as caught:
            from_plain(plain)
        assert str(caught.value) == NO_WISH

    def test_more_than_can_be_worked_out_is_refused(self):
        with pytest.raises(CollabnetError) as caught:
            read_changes(stack(*(Leaves(f"p{i}") for i in range(MOST + 1))))
        assert str(caught.value) == (
            "At most 12 changes can be tried at once; this would be one more. Take one back first."
        )

    @pytest.mark.parametrize("plain", [None, {}, "[]"])
    def test_no_list_is_refused(self, plain):
        with pytest.raises(CollabnetError):
            read_changes(plain)


class TestAnswer:
    def test_changes_stack(self):
        assert read_changes(stack(*CHANGES)) == tuple(CHANGES)

    def test_the_same_wish_twice_counts_once(self):
        assert stack(Leaves("ann"), Closes("clinic"), Leaves("ann")) == stack(
            Leaves("ann"), Closes("clinic")
        )

    def test_of_one_person_the_last_wish_counts_at_the_first_place(self):
        tried = stack(Leaves("ann"), Closes("clinic"), Leaves("ann", "empty"))
        assert read_changes(tried) == (Leaves("ann", "empty"), Closes("clinic"))

    def test_the_other_direction_is_another_link(self):
        assert len(stack(Formalizes("a", "b"), Formalizes("b", "a"))) == 2

    def test_one_is_taken_back(self):
        assert read_changes(answer(stack(*CHANGES), remove(1))) == (CHANGES[0], *CHANGES[2:])

    def test_undo_takes_the_last_back(self):
        assert read_changes(answer(stack(*CHANGES), UNDO)) == tuple(CHANGES[:-1])

    def test_nothing_is_left_to_undo(self):
        assert answer([], UNDO) == answer([], remove(3)) == []

    def test_clear_takes_all_back(self):
        assert answer(stack(*CHANGES), CLEAR) == []

    def test_what_was_tried_stays_as_it_is(self):
        """A wish gives a new list: nobody else's is changed."""
        tried = stack(*CHANGES)
        answer(tried, UNDO)
        assert len(tried) == len(CHANGES)

    @pytest.mark.parametrize("asked", [None, {}, {"do": "dance"}, {"do": "remove", "place": "1"}])
    def test_no_wish_is_refused(self, asked):
        with pytest.raises(CollabnetError) as caught:
            answer([], asked)
        assert str(caught.value) == NO_WISH
