"""The wishes of buttons: several changes at once, and why one can't be met, with names."""

import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.frame.tried import wished
from collabnet_dashboards.panels.refusing import named, refusal
from collabnet_dashboards.panels.what_if.steps import rows
from collabnet_dashboards.state.steps import History


@pytest.fixture(scope="module")
def desk():
    return Desk("sample:g1", home="/nowhere")


def look_at(desk, search=""):
    now, _ = desk.open("g1")
    return desk.look({"path": "/plan", "search": search, "opened": now})


class TestWished:
    def test_several_changes_are_tried_at_once_after_those_there(self, desk):
        refs = look_at(desk).refs
        officer, intake, court = (refs.short(one) for one in ("O1", "I1", "court"))
        look = look_at(desk, f"?w=leaves.{officer}")
        asked = {"do": "try", "changes": ["backs:I1", "closes:court"]}
        address = wished(look, asked, History())
        assert address.page == "what-if"
        assert address.steps == f"leaves.{officer}~backs.{intake}~closes.{court}"

    @pytest.mark.parametrize(
        "given", [None, 3, [], ["backs:I1", 3], {"a": "backs:I1"}, "steals:I1"]
    )
    def test_what_is_no_change_is_refused(self, desk, given):
        if given == []:
            assert wished(look_at(desk), {"do": "try", "changes": given}, History()).steps == ""
            return
        with pytest.raises(CollabnetError):
            wished(look_at(desk), {"do": "try", "changes": given}, History())

    def test_a_sequence_that_can_not_be_is_refused_whole(self, desk):
        asked = {"do": "try", "changes": ["closes:court", "leaves:O1"]}
        with pytest.raises(CollabnetError, match="There is no person 'O1'"):
            wished(look_at(desk), asked, History())

    def test_steps_that_can_not_be_are_listed_and_taken_out_one_by_one(self, desk):
        """An address may hold some that were written by hand, or by another version."""
        refs = look_at(desk).refs
        officer, court = refs.short("O1"), refs.short("court")
        look = look_at(desk, f"?w=closes.{court}~leaves.{officer}~leaves.{officer}.empty")
        assert [row.words for row in rows(look)] == [
            "Court closes.",
            "Officer O1 at Court leaves; a successor is in the post.",
            "Officer O1 at Court leaves; the post is empty.",
        ]
        assert named(look, look.problem).startswith(
            "This can't be tried together. There is no person Officer O1"
        )
        one_less = wished(look, {"do": "remove", "place": 2}, History())
        assert one_less.steps == f"closes.{court}~leaves.{officer}"
        look = look_at(desk, one_less.search)
        assert wished(look, {"do": "remove", "place": 1}, History()).steps == f"closes.{court}"


class TestRefusal:
    def test_names_stand_for_ids(self, desk):
        error = CollabnetError("Between 'O1' and \"court\" there is none, nor at 'elsewhere'.")
        assert refusal(look_at(desk), error) == (
            "This can't be tried. Between Officer O1 and Court there is none, nor at 'elsewhere'."
        )

    def test_a_real_reason_reads_well(self, desk):
        with pytest.raises(CollabnetError) as caught:
            cn.what_if(cn.load("sample:g1"), cn.Repairs("court", "police"))
        assert refusal(look_at(desk), caught.value).startswith(
            "This can't be tried. Between Court and Police no tie is called strained"
        )
