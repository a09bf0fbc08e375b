"""The page Agencies: who is asked by everybody, one agency's contacts, and who works there."""

import pytest

import collabnet as cn
from collabnet.sharing import release_agencies
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.panels.agencies import asked, contacts, findings, glance, heading, people
from collabnet_dashboards.panels.agencies import table as agencies_table
from risk.cases import coalition, tie
from risk.reading import GRADE, grade
from screen_page import text_of

PROGRAM = "Residential program: one of two contacts rests on one person alone"


def look_at(given="site_b", search=""):
    desk = Desk(given, home="/nowhere")
    now, _ = desk.open(given)
    view = {"path": "/agencies", "search": f"?c={given}{search}", "opened": dict(now)}
    return desk.look(view)


@pytest.fixture(scope="module")
def site_b():
    look = look_at()
    return look, release_agencies(look.assessment)


def small(*parts, **tables):
    return release_agencies(cn.assess(coalition(*parts, **tables), worlds=0))


class TestTitle:
    def test_it_says_who_is_asked_by_many_and_how_many_are_alone(self, site_b):
        assert heading.title(site_b[1]) == (
            "Police and Residential program are asked by many; six agencies have no working "
            "contact on record"
        )

    def test_many_are_counted_and_none_is_said(self):
        ties = [tie(a, b) for a, b in ("ab", "bc", "ca", "ad", "bd", "cd")]
        people = [{"person_id": one, "agency_id": f"{one}1"} for one in "abcd"]
        assert heading.title(small(people=people, ties=ties)) == "d1 is asked by many"
        assert heading.title(small(people=people[:2], ties=ties[:1])) == (
            "Two agencies: each has a working contact, and none is asked by many"
        )

    @pytest.mark.parametrize(
        ("agency", "said"),
        [
            ("residential_program", PROGRAM),
            ("police_b", "Police: each of its five contacts rests on one person alone"),
            (
                "childrens_services",
                "Children's services: its one contact rests on one person alone",
            ),
            ("bench_b", "Judges: no working contact with another agency on record"),
        ],
    )
    def test_of_one_agency_it_says_what_rests_on_one_person(self, site_b, agency, said):
        assert heading.title_of(site_b[1].agency(agency)) == said


class TestAsked:
    def test_both_halves_are_answered_with_a_way_to_each_agency(self, site_b):
        look, released = site_b
        found = asked.answers(released, look)
        said = text_of(found)
        assert "Police four of the 12 others name it" in said
        assert "Judges only strained or missing ties on record" in said
        assert said.endswith(
            "28 people and groups of people are on record. No contact is on record of 14 of them: "
            "five were not asked and of nine nobody wrote down the contacts."
        )

    def test_posts_that_many_rely_on_are_told_without_a_name(self):
        look = look_at("site_a")
        said = text_of(asked.answers(release_agencies(look.assessment), look))
        assert "One supervisor at Juvenile court" in said
        assert "Supervisor (Site A)" not in said


class TestTable:
    def test_agencies_stand_by_name_each_with_its_own_address(self, site_b):
        look, released = site_b
        (made, note) = agencies_table.rows(released, look)
        names = [row[0]["text"] for row in made.rows]
        assert names == sorted(names)
        assert made.rows[0][0]["href"] == f"/agencies?c=site_b&v={look.stamp[:8]}&agency=a1"
        assert made.columns[-1] == "Outside"  # all are reported, which the note says
        assert note.children.startswith("Example: coding of a published article, log made up; all")

    def test_what_rests_on_one_person_is_marked_by_a_sign(self, site_b):
        look, released = site_b
        made = agencies_table.rows(released, look)[0]
        row = next(row for row in made.rows if row[0]["text"] == "Police")
        assert row[made.columns.index("Rest on one person")] == {"text": "5", "mark": "alone"}


class TestOne:
    def test_its_services_lead_to_coverage(self, site_b):
        look, released = site_b
        found = str(glance.facts(released.agency("youth_shelter"), look))
        assert "/coverage?c=site_b" in found
        assert "service=s8" in found

    def test_its_contacts_lead_to_agencies_and_links(self, site_b):
        look, released = site_b
        made = contacts.rows(released.agency("residential_program"), released, look)[0]
        court = next(row for row in made.rows if row[0]["text"] == "Juvenile court")
        assert court[0]["href"].endswith("&agency=a4")
        assert court[1]["text"] == "48"
        assert court[1]["href"].startswith("/links?c=site_b")
        assert court[1]["href"].endswith("&from=a4&to=a10")

    def test_with_what_is_tried_a_contact_says_what_becomes_of_it(self):
        look = look_at(search="&w=closes.a10")
        released = release_agencies(look.assessment)
        made = contacts.rows(released.agency("court_b"), released, look)[0]
        said = {row[0]["text"]: row[-1] for row in made.rows}
        assert made.columns[-1] == "With what is tried"
        assert said["Residential program"] == "what it sends: lost"
        assert said["Youth shelter"] == ""

    def test_findings_are_those_of_its_links_and_posts(self, site_b):
        look, released = site_b
        found = findings.about(released.agency("residential_program"), look)
        assert found[0].id == "pathway:court_b:residential_program"
        assert all("residential_program" in one.subject_ids for one in found)
        look = look_at("site_a")
        court = release_agencies(look.assessment).agency("court_a")
        assert {one.kind for one in findings.about(court, look)} >= {"hub", "contacts"}

    def test_of_many_findings_the_worst_are_shown_and_the_others_counted(self, site_b, monkeypatch):
        look, released = site_b
        monkeypatch.setattr(findings, "FIRST", 2)
        _, listed, more = findings.cards(released.agency("residential_program"), look)
        assert [card.tag for card in listed.children] == ["Critical", "Moderate"]
        assert text_of(more) == "Three more stand in  the list of all findings ."

    def test_people_stand_by_name_and_a_group_cannot_leave(self, site_b):
        (_, made) = people.listed(site_b[1].agency("court_b"))
        (part,) = made.children[0].parts
        names = [one["name"] for one in part["people"]]
        assert names == sorted(names)
        asks = {one["name"]: len(one["asks"]) for one in part["people"]}
        assert asks["Officer B1"] == 2
        assert asks["Court administrators (Site B)"] == 0

    def test_what_is_said_of_a_person_is_role_contact_and_evidence(self, site_b):
        (_, made) = people.listed(site_b[1].agency("youth_dropin"))
        said = {one["name"]: one["about"] for one in made.children[0].parts[0]["people"]}
        assert said["Staff, youth drop-in"] == (
            "drop-in center staff; contacts not known; reported"
        )


def test_an_address_from_before_the_files_changed_says_so(site_b):
    look = look_at(search="&v=00000000&agency=a3")
    assert look.chosen("agency") is None
    assert text_of(heading.lead(site_b[1], look)).startswith("This link was made before the files")


def test_every_sentence_can_be_read(site_b):
    _, released = site_b
    said = [asked.MANY, people.HINT, findings.NONE, contacts.NONE, heading.OUTDATED]
    said += [sentence for one in released.agencies for sentence in one.load]
    assert {one: grade(one) for one in said if grade(one) > GRADE} == {}
