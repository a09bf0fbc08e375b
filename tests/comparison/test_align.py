"""Which agencies of two sites have the same part."""

import pytest

from collabnet.comparison.align import AS_SAID, BY_ID, BY_SECTOR, BY_WORK, align_agencies
from collabnet.model.errors import CollabnetError, NotFoundError
from risk.cases import coalition, person
from samples.shared import coalition_of


def site(*agencies, people=(), name="Town"):
    """A site from (id, sector) or (id, sector, services)."""
    rows = [
        {"agency_id": one, "name": one, "sector": sector, "services": ";".join(services)}
        for one, sector, *services in agencies
    ]
    return coalition(agencies=rows, people=people, name=name)


def pairs(alignment):
    return [(one.a, one.b, one.by) for one in alignment.pairs]


def alone(alignment):
    return [(one.site, one.agency, one.reason) for one in alignment.alone]


class TestAlignAgencies:
    def test_the_same_id_comes_before_the_sector(self):
        found = align_agencies(
            site(("shelter", "social services"), ("court_a", "juvenile court")),
            site(("shelter", "health care"), ("court_b", "Juvenile  Court"), name="City"),
        )
        assert pairs(found) == [("court_a", "court_b", BY_SECTOR), ("shelter", "shelter", BY_ID)]

    def test_of_several_in_a_sector_the_most_alike_work_decides(self):
        found = align_agencies(
            site(
                ("unit", "law enforcement", "investigation"),
                ("patrol", "law enforcement", "case management"),
                people=[person("d1", "unit", role="Detective")],
            ),
            site(
                ("police", "law enforcement", "investigation"),
                people=[person("d9", "police", role="detective")],
                name="City",
            ),
        )
        assert pairs(found) == [("unit", "police", BY_WORK)]
        assert alone(found) == [
            ("a", "patrol", "the agencies of its sector in City have other counterparts")
        ]

    def test_where_two_are_equally_alike_nobody_is_chosen(self):
        found = align_agencies(
            site(("one", "law enforcement"), ("two", "law enforcement")),
            site(("police", "law enforcement"), name="City"),
        )
        assert pairs(found) == []
        reason = "several agencies of its sector in {} are as like it: say which"
        assert alone(found) == [
            ("a", "one", reason.format("City")),
            ("a", "two", reason.format("City")),
            ("b", "police", reason.format("Town")),
        ]

    def test_a_sector_that_the_other_site_lacks_or_that_nobody_stated_has_no_counterpart(self):
        found = align_agencies(
            site(("clinic", "health care"), ("club", "")), site(("court", ""), name="City")
        )
        assert alone(found) == [
            ("a", "clinic", "City has no agency of its sector"),
            ("a", "club", "no sector is stated for it"),
            ("b", "court", "no sector is stated for it"),
        ]

    def test_what_is_said_comes_first_and_none_keeps_an_agency_alone(self):
        a = site(("shelter", "social services"), ("court", "juvenile court"))
        b = site(("shelter", "social services"), ("house", "social services"), name="City")
        found = align_agencies(a, b, {"shelter": "house", "court": None})
        assert pairs(found) == [("shelter", "house", AS_SAID)]
        assert alone(found) == [
            ("a", "court", "you said that it has no counterpart"),
            ("b", "shelter", "the agencies of its sector in Town have other counterparts"),
        ]

    def test_an_agency_outside_has_no_counterpart(self):
        """Site A's police unit stands outside Site B: the police of Site B are its counterpart."""
        found = align_agencies(coalition_of("site_a"), coalition_of("site_b"))
        assert ("htu_a", "police_b", BY_WORK) in pairs(found)
        assert [one.agency for one in found.alone] == ["fbi", "shelter_a"]

    def test_the_sites_may_change_places(self):
        one = align_agencies(coalition_of("site_a"), coalition_of("site_b"))
        other = align_agencies(coalition_of("site_b"), coalition_of("site_a"))
        assert sorted((b, a) for a, b, _ in pairs(other)) == sorted(
            (a, b) for a, b, _ in pairs(one)
        )

    def test_an_id_that_is_no_agency_is_refused_with_its_neighbours(self):
        with pytest.raises(
            NotFoundError,
            match=r"^There is no agency of City 'cort'\. Did you mean court\? Agencies of City "
            r"are: court\.$",
        ):
            align_agencies(
                site(("court_a", "juvenile court")),
                site(("court", "juvenile court"), name="City"),
                {"court_a": "cort"},
            )

    def test_nobody_is_the_counterpart_of_two(self):
        a = site(("one", "law enforcement"), ("two", "law enforcement"))
        b = site(("police", "law enforcement"), name="City")
        with pytest.raises(
            CollabnetError,
            match=r"^An agency has one counterpart at most; police of City was given to several\. "
            r"Keep one of them\.$",
        ):
            align_agencies(a, b, {"one": "police", "two": "police"})
