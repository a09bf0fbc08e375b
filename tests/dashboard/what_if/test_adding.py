"""The form for one more change: what it offers, what it asks for, what it refuses."""

import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import CHANGES
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.panels.what_if import kinds, offered
from collabnet_dashboards.panels.what_if.adding import asked, form, wished


@pytest.fixture(scope="module")
def desk():
    return Desk("sample:site_b", home="/nowhere")


def look_at(desk, search="?c=site_b"):
    now, _ = desk.open("site_b")
    return desk.look({"path": "/what-if", "search": search, "opened": now})


@pytest.fixture(scope="module")
def look(desk):
    return look_at(desk)


def labels(options):
    """Say what can be chosen, under its groups."""
    return {one["group"]: [item["label"] for item in one["items"]] for one in options}


class TestOptions:
    def test_every_kind_of_change_can_be_tried(self):
        assert set(kinds.KINDS) == {kind.__name__.lower() for kind in CHANGES}
        offered = [item["value"] for group in kinds.GROUPS for item in group["items"]]
        assert sorted(offered) == sorted(kinds.KINDS)

    def test_people_stand_under_their_agencies_by_name_without_groups(self, look):
        found = labels(offered.people(look))
        assert found["Residential program"] == ["Program director", "Program therapist (therapist)"]
        assert found["Juvenile court"][0] == "Officer B1 (deputy juvenile officer)"
        assert list(found) == sorted(found)
        assert "Judges" not in found

    def test_a_contact_may_be_with_a_group_or_an_agency(self, look):
        found = labels(offered.options(look, "actors"))
        assert "Judges" in found["Agencies"]
        assert found["Judges"] == ["Judges (Site B) (judge)"]

    def test_only_strained_ties_can_be_repaired(self, look):
        assert [one["label"] for one in offered.strained(look)] == [
            "Children's Division and Juvenile court",
            "Defense attorneys and Police",
            "Juvenile court and Police",
            "Police and Prosecutors",
        ]

    def test_only_roles_of_single_people_can_stay_longer(self, look):
        found = [one["label"] for one in offered.roles(look)]
        assert "program director" in found
        assert "judge" not in found

    def test_no_option_holds_a_name(self, look):
        for of in ("people", "agencies", "actors", "strained", "roles"):
            for one in offered.options(look, of):
                for item in one.get("items", [one]):
                    assert all(part[0] in "apr" and part[1:].isdigit()
                               for part in item["value"].split("."))  # fmt: skip


class TestForm:
    def test_it_asks_what_the_kind_needs(self, look):
        made = form(look, "closes")
        assert (made["first"]["label"], made["is_short"]) == ("Which agency", True)
        made = form(look, "leaves")
        assert (made["first"]["label"], made["second"]["label"]) == ("Who leaves", "Their post")
        assert (made["first"]["value"], made["second"]["value"]) == (None, "filled")

    def test_who_is_chosen_on_another_page_is_filled_in(self, desk, look):
        person = look.refs.short("officer_b2")
        there = look_at(desk, f"?c=site_b&v={look.stamp[:8]}&who={person}&with=empty")
        made = form(there, "leaves")
        assert (made["first"]["value"], made["second"]["value"]) == (person, "empty")

    def test_nobody_is_filled_in_whom_the_box_does_not_offer(self, desk, look):
        agency = look.refs.short("court_b")
        assert form(look_at(desk, f"?c=site_b&who={agency}"), "leaves")["first"]["value"] is None
        outdated = look_at(desk, f"?c=site_b&v=00000000&who={look.refs.short('officer_b2')}")
        assert form(outdated, "leaves")["first"]["value"] is None

    def test_a_kind_that_is_none_is_the_first(self, look):
        assert form(look, "steals")["kind"] == "leaves"


class TestWished:
    @pytest.mark.parametrize(
        ("kind", "who", "other", "change"),
        [
            ("leaves", "officer_b1", "filled", cn.Leaves("officer_b1")),
            ("leaves", "officer_b1", "empty", cn.Leaves("officer_b1", "empty")),
            ("moves", "officer_b1", "police_b", cn.Moves("officer_b1", "police_b")),
            ("closes", "court_b", None, cn.Closes("court_b")),
            ("formalizes", "court_b", "police_b", cn.Formalizes("court_b", "police_b")),
            ("backs", "officer_b1", "new", cn.Backs("officer_b1")),
            ("backs", "officer_b1", "officer_b2", cn.Backs("officer_b1", "officer_b2")),
            ("ties", "bench_b", "officer_b1", cn.Ties("bench_b", "officer_b1")),
            ("invites", "police_b", "court_b", cn.Invites("police_b", "court_b")),
        ],
        ids=str,
    )
    def test_the_boxes_say_one_change(self, look, kind, who, other, change):
        words = {"filled", "empty", "new", None}
        values = [one if one in words else look.refs.short(one) for one in (who, other)]
        assert wished(look, kind, *values) == change

    def test_a_strained_tie_and_a_role_are_chosen_whole(self, look):
        pair = offered.strained(look)[0]["value"]
        assert wished(look, "repairs", pair, None) == cn.Repairs("childrens_division", "court_b")
        role = look.refs.number("r", "program director")
        assert wished(look, "retains", role, "0_05") == cn.Retains("program director", 0.05)

    def test_what_is_missing_is_said(self, look):
        with pytest.raises(CollabnetError) as caught:
            wished(look, "formalizes", look.refs.short("court_b"), None)
        assert str(caught.value) == "Choose first: To which agency."

    def test_both_boxes_can_not_say_the_same(self, look):
        court = look.refs.short("court_b")
        with pytest.raises(CollabnetError, match=r"^Both boxes say the same\."):
            wished(look, "formalizes", court, court)


class TestAsked:
    def test_what_can_not_be_done_beside_the_others_is_refused_with_names(self, desk, look):
        court, officer = look.refs.short("court_b"), look.refs.short("officer_b1")
        there = look_at(desk, f"?c=site_b&w=closes.{court}")
        change, why = asked(there, "leaves", officer, "filled")
        assert change is None
        assert why.startswith("This can't be tried. There is no person Officer B1.")

    def test_what_can_be_done_is_given_without_a_word(self, look):
        court = look.refs.short("court_b")
        assert asked(look, "closes", court, None) == (cn.Closes("court_b"), "")
