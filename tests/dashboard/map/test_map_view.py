"""What the address says of the map, and what is told beside it; without a browser."""

import pytest

import collabnet as cn
from collabnet.sharing.map_sizes import map_sizes
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.panels.map import chosen, heading, sizing, table, view
from screen_page import text_of


def look_at(given="site_b", search=""):
    desk = Desk(given, home="/nowhere")
    now, _ = desk.open(given)
    shown = {"path": "/map", "search": f"?c={given}{search}", "opened": dict(now)}
    return desk.look(shown)


@pytest.fixture(scope="module")
def site_b():
    return look_at()


def drawn(*ties, people=()):
    agencies = [{"id": "court", "sector": "court"}, {"id": "shelter", "sector": ""}]
    return {"agencies": agencies, "people": list(people), "ties": list(ties)}


class TestView:
    @pytest.mark.parametrize(
        ("shown", "code"),
        [
            ({}, ""),
            ({"filters": {"bases": ["formal", "informal"]}}, "b.fi"),
            ({"filters": {"bases": []}}, "b."),
            ({"filters": {"qualities": ["usable", "strained", "absent"]}}, "q.usa"),
            ({"filters": {"relations": ["case report", "referral"]}}, "r.0,5"),
            ({"filters": {"sectors": ["judiciary"]}}, "x.1"),
            ({"filters": {"from": "2023-02", "least": 3}}, "f.2023-02~l.3"),
            ({"filters": {"to": "2023-05"}}, "t.2023-05"),
            ({"focus": {"what": "person", "id": "officer_b1", "steps": 2}}, "o.p{officer},2"),
            ({"collapsed": ["court_b"]}, "c.a{court}"),
            ({"filters": {"bases": ["unknown"]}, "collapsed": []}, "b.u"),
        ],
    )  # fmt: skip
    def test_is_written_for_the_address_and_read_again(self, site_b, shown, code):
        refs = site_b.refs
        numbers = {"officer": refs.short("officer_b1")[1:], "court": refs.short("court_b")[1:]}
        written = view.encode(shown, site_b.released.map, refs)
        assert written == code.format(**numbers)
        found = view.decode(written, site_b.released.map, refs)
        usual = {"filters": {}, "collapsed": shown.get("collapsed") or None, "focus": None}
        assert found == usual | {k: v for k, v in shown.items() if k != "collapsed"}

    def test_services_are_numbered(self, site_b):
        shown = {"filters": {"services": ["residential care"]}}
        written = view.encode(shown, site_b.released.map, site_b.refs)
        assert written == f"s.{site_b.refs.number('s', 'residential care')}"
        assert view.decode(written, site_b.released.map, site_b.refs)["filters"] == shown["filters"]

    def test_all_agencies_closed_is_one_word(self, site_b):
        agencies = [row["id"] for row in site_b.released.map["agencies"]]
        assert view.encode({"collapsed": agencies}, site_b.released.map, site_b.refs) == "c.all"
        found = view.decode("c.all", site_b.released.map, site_b.refs)
        assert found["collapsed"] == agencies

    @pytest.mark.parametrize(
        "code", ["b.xyz", "r.99", "r.a", "o.p999", "c.z1", "l.many", "~~", "?"]
    )
    def test_what_cannot_be_read_is_as_usual(self, site_b, code):
        found = view.decode(code, site_b.released.map, site_b.refs)
        assert found == {"filters": {}, "collapsed": None, "focus": None}

    def test_with_many_ties_agencies_begin_closed_and_open_ones_are_told(self, site_b):
        tie = {"id": "t", "from": "court_b", "to": "bench_b", "kind": "contact"}
        many = site_b.released.map | {"ties": [tie] * (view.MANY_TIES + 1)}
        closed = view.first_closed(many)
        assert len(closed) == len(many["agencies"])
        assert view.first_closed(many | {"ties": [tie] * view.MANY_TIES}) is None
        assert view.encode({"collapsed": closed}, many, site_b.refs) == ""
        assert view.encode({"collapsed": []}, many, site_b.refs) == "c."
        assert view.decode("c.", many, site_b.refs)["collapsed"] == []


class TestHeading:
    def test_the_title_states_on_what_the_ties_rest(self, site_b):
        assert heading.title(site_b.released.map) == (
            "25 of 41 ties are held by people, not by paper or post"
        )
        informal, formal = {"basis": "informal"}, {"basis": "formal"}
        assert heading.title(drawn()) == "No ties are on record"
        assert heading.title(drawn(formal)) == "One tie is formal: on paper, or part of a post"
        assert heading.title(drawn(informal, informal, {"quality": "absent"})) == (
            "Two ties are held by people, not by paper or post"
        )

    def test_the_lead_says_what_is_strained_missing_and_tried(self, site_b):
        assert heading.lead(site_b.released.map, tried=True) == (
            "Boxes are agencies with their people inside. Lines are ties. 11 ties are strained. "
            "11 ties are reported missing: press \u201creported missing\u201d in the legend to see "
            "them. What you try is marked: who leaves, and which ties are lost."
        )
        assert heading.lead(drawn(), tried=False) == (
            "Boxes are agencies with their people inside. Lines are ties."
        )


class TestChosen:
    def test_a_person_with_ties_by_name_and_what_can_be_tried(self, site_b):
        told = text_of(chosen.told(site_b, {"what": "person", "id": "officer_b1"}, None))
        assert told.startswith(
            "Officer B1 .  Deputy juvenile officer,  Juvenile court What if they left? Officer B1 "
            "What if the post stayed empty? Officer B1 Nine ties with others, by name "
        )
        names = told.split(" with others, by name ")[1]
        assert (
            names.startswith("Children's Division caseworkers : contact, basis unknown, ") or names
        )
        assert "Program director : referral, informal, 21 referrals in the log" in told

    def test_an_agency_a_tie_several_and_nobody(self, site_b):
        agency = text_of(chosen.told(site_b, {"what": "agency", "id": "court_b"}, None))
        assert agency.startswith(
            "Juvenile court .  Juvenile court, seven people ;  its contacts and people "
            "What if it closed? Juvenile court 31 ties with others, by name "
        )
        log = "log:officer_b1>program_director:informal"
        told = chosen.told(site_b, {"what": "tie", "id": log}, None)
        assert text_of(told) == (
            "Officer B1 to Program director .  Referral, informal, 21 referrals in the log ;  "
            "the link of the two agencies"
        )
        many = [{"what": "person", "id": one} for one in ("officer_b2", "officer_b1")]
        assert text_of(chosen.told(site_b, None, many)) == (
            "2 are chosen .  Officer B1, Officer B2"
        )
        for nobody in (None, {"what": "person", "id": "gone"}, {"what": "x"}, "y"):
            assert text_of(chosen.told(site_b, nobody, [])) == chosen.NOBODY


class TestSizes:
    def test_contacts_and_referrals_are_counted_for_people_and_agencies(self):
        g1 = cn.assess(cn.load("sample:g1"), worlds=0)
        assert map_sizes(g1, "contacts")["I1"] == 4.0
        referrals = map_sizes(g1, "referrals")
        assert (referrals["I1"], referrals["D1"], referrals["police"]) == (15.0, 7.0, 8.0)
        assert map_sizes(g1, "between")["A1"] == 2.5

    def test_the_address_says_by_what(self):
        assert sizing.sizes(look_at()) is None
        assert sizing.sizes(look_at(search="&size=nothing")) is None
        found = sizing.sizes(look_at(search="&size=referrals"))
        assert found["measure"] == "referrals sent and received"
        assert found["values"]["program_director"] == 48.0


class TestTable:
    def test_it_has_every_pair_of_agencies(self, site_b):
        (found,) = table.listed(site_b.released)
        assert len(found.rows) == len(site_b.released.contacts)
        assert "id" not in [name.lower() for name in found.columns]
