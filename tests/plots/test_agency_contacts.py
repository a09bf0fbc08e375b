"""The chart of agencies: how many of their contacts rest on one person."""

import collabnet as cn
from collabnet.plots import agency_contacts
from collabnet.plots.static_svg import to_svg
from collabnet.sharing import release_agencies
from risk.cases import coalition, person, tie


def released(*parts, **tables):
    return release_agencies(cn.assess(coalition(*parts, **tables), worlds=0))


def site_b():
    return release_agencies(cn.assess(cn.load("sample:site_b"), worlds=0))


def test_agencies_stand_by_name_each_with_its_contacts_in_three_parts():
    figure = agency_contacts.chart(site_b())
    names = list(figure.data[0].y)
    assert names == sorted(names)
    court = names.index("Juvenile court")
    assert {one.name: one.x[court] for one in figure.data} == {
        "Rests on one person": 2, "Rests on more": 3, "Only strained or missing": 1
    }  # fmt: skip


def test_an_agency_outside_is_no_bar():
    agencies = [{"agency_id": "b", "outside": "yes"}]
    figure = agency_contacts.chart(released(("a", "O1", "b", "I1", 2), agencies=agencies))
    assert list(figure.data[0].y) == ["a"]


def test_the_finding_is_said():
    assert agency_contacts.finding(site_b()) == (
        "At two of 12 agencies every contact rests on one person, at four some do."
    )
    people = [person(f"{one}{i}", one) for one in "ab" for i in "12"]
    ties = [tie("a1", "b1"), tie("a2", "b2")]
    assert agency_contacts.finding(released(people=people, ties=ties)) == (
        "No contact is known to rest on one person."
    )


def test_names_are_text_and_paper_shows_the_same():
    agencies = [{"agency_id": "a", "name": '<a href="x">A</a>'}]
    figure = agency_contacts.chart(released(("a", "O1", "b", "I1", 2), agencies=agencies))
    assert "<a" not in "".join(figure.data[0].y)
    svg = to_svg(figure, title="t")
    assert "<a" not in svg
    assert "Rests on one person" in svg
