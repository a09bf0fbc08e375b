"""The page Links: who sends to whom, on what it rests, and how few carry it."""

from dataclasses import replace

import pytest

from collabnet.sharing import release_links
from collabnet.sharing.released import SEAL
from collabnet_dashboards.panels.links import (
    contacts,
    filters,
    heading,
    matrix,
    picture,
    table,
    words,
)
from dashboard.links.linked import ENDS, TITLE, large, links, look_at, open_link
from risk.reading import GRADE, grade
from samples.shared import assessment_of
from screen_page import text_of


@pytest.fixture(scope="module")
def site_b():
    return look_at(), links()


@pytest.fixture(name="large")
def largest():
    return large()


def found(released, kept):
    """The same release with other links."""
    return replace(released, links=tuple(kept), seal=SEAL)


class TestHeading:
    def test_the_title_counts_links_on_one_person_and_on_paper(self, site_b):
        assert heading.title(site_b[1]) == TITLE

    @pytest.mark.parametrize(
        ("sample", "said"),
        [
            ("site_a", "1 of 4 links rests on one person; 2 are on paper"),
            ("hospital_program", "All 8 links rest on one person each; 7 are on paper"),
            ("advocacy_center_48h", "1 of 9 links rests on one person; 8 are on paper"),
        ],
    )
    def test_it_tells_coalitions_apart(self, sample, said):
        assert heading.title(release_links(assessment_of(sample))) == said

    def test_one_link_none_and_only_thin_ones_are_said(self, site_b, large):
        released = site_b[1]
        paper = {"formal": 48, "informal": 0, "unknown": 0}
        solid = replace(large, forms=paper, one_receives=False)
        assert heading.title(found(released, [large])) == (
            "The only link rests on one person; it is not on paper"
        )
        assert heading.title(found(released, [solid])) == (
            "No link rests on one person; it is on paper"
        )
        assert heading.title(found(released, [solid, replace(solid, id="b")])) == (
            "None of 2 links rests on one person; all are on paper"
        )
        assert heading.title(found(released, [replace(large, is_thin=True)])) == (
            "No link has enough referrals to rank"
        )
        assert heading.title(found(released, [])) == "No link between agencies is on record"

    def test_the_lead_says_what_is_counted_and_what_stands_apart(self, site_b):
        said = heading.lead(site_b[1])
        assert said == (
            "59 referrals between agencies, 2023-01-01 to 2023-12-31; 6 do not name both ends. "
            "Two links with few referrals, or silent of late, stand apart below."
        )
        assert grade(said) <= GRADE


class TestFilters:
    def chosen(self, **args):
        look = look_at(**args)
        released = release_links(look.assessment, service=look.chosen("service"))
        return [words.ends(one) for one in filters.chosen(released, look)]

    def test_all_links_are_shown_where_nothing_is_asked(self):
        assert len(self.chosen()) == 4

    def test_kinds_agencies_and_services_narrow_them(self, site_b):
        refs = site_b[0].refs
        assert self.chosen(only="one") == ["Juvenile court to Residential program"]
        assert self.chosen(only="blank") == ["Police to Children's services"]
        assert len(self.chosen(only="unwritten")) == 4
        assert len(self.chosen(agency=refs.short("court_b"))) == 3
        assert self.chosen(service=refs.number("s", "therapy")) == ["Police to Children's services"]

    def test_a_word_that_is_no_kind_asks_for_all(self):
        assert len(self.chosen(only="nothing")) == 4


class TestPicture:
    def test_its_text_alternative_states_the_finding(self, site_b):
        assert picture.says(site_b[1].links) == (
            "The widest ribbon leads from Juvenile court to Residential program: 48 of 59 "
            "referrals, not on paper; one person receives. 1 of 4 rest on one person at an end."
        )

    def test_its_caption_has_n_period_missing_and_unit(self, site_b):
        assert picture.caption(site_b[1].links, site_b[1]) == (
            "n = 59 referrals on 4 links, 2023-01-01 to 2023-12-31. Numbers are referrals. "
            "Missing: 6 of 59 referrals do not name both ends. Example: coding of a published "
            "article, log made up."
        )

    def test_of_too_many_it_says_how_many_are_drawn(self, site_b, large):
        many = [replace(large, id=str(n), referrals=n) for n in range(1, 31)]
        assert "on the 24 largest of 30 links, 2023" in picture.caption(many, site_b[1])

    def test_ties_alone_and_nothing_are_said(self, site_b, large):
        tie = replace(large, referrals=None)
        assert picture.says([tie]) == "Links that only ties speak of: 1."
        assert text_of(picture.drawn([], site_b[1])) == "No link is of this kind."
        empty = release_links(assessment_of("programs"))
        assert text_of(picture.drawn([], empty)) == (
            "Links come from a log of referrals, or from ties that people report."
        )


class TestMatrix:
    def drawn(self, links, site_b, look=None):
        return matrix.drawn(links, site_b[1], look or site_b[0])[0]

    def test_a_cell_says_all_that_its_signs_say(self, site_b):
        made = self.drawn(site_b[1].links, site_b)
        assert made.columns[1] == "Residential program"
        cell = made.rows[0]["cells"][0]
        assert (made.rows[0]["name"], cell["column"]) == ("Juvenile court", 1)
        assert (cell["text"], cell["marks"], cell["level"]) == ("48", "□①", 4)
        assert cell["says"] == (
            "Juvenile court to Residential program: 48 referrals, not on paper, one person receives"
        )
        thin = made.rows[0]["cells"][1]
        assert (thin["text"], thin["level"]) == ("2", 0)
        assert thin["says"].endswith("not known whether on paper, too few to rank")

    def test_shades_go_by_referrals_and_thin_links_have_none(self, large):
        shades = [matrix.level(replace(large, referrals=n), 100) for n in (6, 25, 26, 100, None)]
        assert shades == [1, 1, 2, 4, 0]

    def test_the_open_link_and_what_is_tried_are_marked(self, site_b):
        look = open_link(*ENDS, w="closes." + site_b[0].refs.short("court_b"))
        cell = self.drawn(site_b[1].links, site_b, look).rows[0]["cells"][0]
        assert cell["chosen"]
        assert cell["says"].endswith(", lost")

    def test_of_too_many_agencies_those_with_the_most_referrals_are_shown(self, site_b, large):
        court = site_b[0].refs.agencies
        many = [
            replace(large, id=str(n), from_name=f"Agency {n:02}", referrals=n, from_id=f"x{n}")
            for n in range(1, 50)
        ]
        assert len(court) < 50
        kept = matrix._largest(many, "from")
        assert len(kept) == 40
        assert kept[0] == "x10"
        said = matrix.caption(many, kept, ["residential_program"], site_b[1])
        assert said.endswith("40 links of 49, those of the agencies with the most referrals.")


class TestTables:
    def test_links_stand_by_name_and_the_thin_ones_apart(self, site_b):
        look, released = site_b
        rows = table.listed(released.links, released, look)[0].rows
        assert [row[0]["text"] for row in rows] == [
            "Juvenile court to Residential program", "Police to Children's services",
        ]  # fmt: skip
        assert rows[0][1:] == [
            "48", "48 (35 to 64)", "three people", {"text": "one person", "mark": "alone"},
            "48 no", "2023-12-29",
        ]  # fmt: skip
        thin = table.apart(released.links, released, look)[0]
        assert thin.caption == "Fewer than six referrals"
        assert thin.columns == ["Link", "Referrals", "On paper", "Last used"]

    def test_silent_links_stand_apart_too(self, site_b, large):
        quiet = table.apart([replace(large, is_quiet=True)], site_b[1], site_b[0])
        assert [one.caption for one in quiet] == ["Silent of late"]
        assert text_of(table.apart([large], site_b[1], site_b[0])) == table.NO_OTHERS

    def test_strained_and_missing_ties_are_listed_the_others_folded(self, site_b):
        weak, rest = contacts.listed(site_b[0])
        assert ["Children's Division", "Juvenile court", "5", "5", "0"] in weak.rows
        assert rest.children[0].children == "Other direct contacts: 8"
