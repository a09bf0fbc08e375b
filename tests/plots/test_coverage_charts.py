"""Charts of coverage: how many provide a service, in how many ways it is reached, for whom."""

from math import nan

import pytest

import collabnet as cn
from collabnet.plots import coverage_places, coverage_providers, coverage_ways
from collabnet.plots.static_svg import to_svg
from collabnet.sharing import release_coverage
from collabnet.sharing.released_coverage import ReleasedGroup
from risk.cases import coalition
from samples.shared import coalition_of


def released(name):
    return release_coverage(cn.assess(coalition_of(name), worlds=0))


def bars(figure):
    """What the chart says: each part with its length in each bar, from top to bottom."""
    return {one.name: dict(zip(one.y, one.x, strict=True)) for one in figure.data}


def hostile():
    agencies = [{"agency_id": "a", "name": "A", "services": '<a href="x">care</a>'}]
    agencies.append({"agency_id": "b", "name": "B", "services": "food"})
    return release_coverage(cn.assess(coalition(agencies=agencies), worlds=0))


class TestProviders:
    def test_the_fewest_stand_first_and_who_is_alone_is_another_part(self):
        found = bars(coverage_providers.chart(released("site_b")))
        assert list(found["One agency alone"]) == [
            "legal help", "residential care", "shelter", "drop-in support", "therapy",
            "case management",
        ]  # fmt: skip
        assert list(found["One agency alone"].values()) == [1, 1, 1, 0, 0, 0]
        assert list(found["Several agencies"].values()) == [0, 0, 0, 2, 4, 5]
        assert set(found["May: no services listed"].values()) == {2}

    @pytest.mark.parametrize(
        ("sample", "said"),
        [
            (
                "site_b",
                "One agency alone: legal help (Defense attorneys), residential care (Residential "
                "program) and shelter (Youth shelter).",
            ),
            ("programs", "Every service has two or more agencies that say they offer it."),
        ],
    )
    def test_the_finding_is_said(self, sample, said):
        assert coverage_providers.finding(released(sample)) == said

    def test_where_one_agency_lists_services_nobody_is_called_the_only_one(self):
        agencies = [{"agency_id": "a", "services": "food"}, {"agency_id": "b"}]
        found = release_coverage(cn.assess(coalition(agencies=agencies), worlds=0))
        assert coverage_providers.finding(found) == (
            "Fewer than two agencies say what they offer, so none can be called the only one."
        )


class TestWays:
    def test_each_bar_counts_the_agencies_that_identify_cases(self):
        found = bars(coverage_ways.chart(released("hospital_program")))
        assert found == {
            "One way only": {
                "case management": 3, "education": 3, "financial support": 3, "health care": 1,
                "legal help": 3, "peer mentoring": 2,
            },
            "Has it itself": {
                "case management": 0, "education": 0, "financial support": 0, "health care": 2,
                "legal help": 0, "peer mentoring": 1,
            },
        }  # fmt: skip

    def test_the_finding_names_services_and_where_they_begin(self):
        assert coverage_ways.finding(released("advocacy_center_48h")) == (
            "In one way only: case management and health care (from School)."
        )

    def test_services_with_the_same_agencies_stand_together_and_many_are_counted(self):
        assert coverage_ways.finding(released("hospital_program")) == (
            "In one way only: case management, education, financial support and legal help (from "
            "all three agencies); health care (from Survivor-led organization); peer mentoring "
            "(from Adolescent health center and Emergency department)."
        )


class TestPlaces:
    def test_the_share_that_is_open_to_each_group(self):
        (service,) = released("programs").services
        found = bars(coverage_places.chart(service))
        assert list(found) == ["Open to them"]
        lengths = found["Open to them"]
        assert lengths["young people aged 0<br>to 10"] == 0.5
        assert lengths["girls and young<br>women"] == 1.0

    def test_what_is_not_known_is_written_instead_of_a_bar(self):
        (service,) = released("programs").services
        notes = [one.text for one in coverage_places.chart(service).layout.annotations]
        assert notes == ["nobody says so", "places not stated"]

    def test_who_is_alone_with_groups_is_said_agency_by_agency(self):
        (service,) = released("programs").services
        assert coverage_places.finding(service) == (
            "One agency alone takes: young people aged 0 to 10 and transgender young people "
            "(Organization E); young people whom a court sends (Organization B)."
        )

    def test_of_the_only_provider_it_says_whom_it_leaves_out(self):
        found = {one.id: one for one in released("hospital_program").services}
        assert coverage_places.finding(found["peer mentoring"]) == (
            "Nobody says it takes boys and young men."
        )

    @pytest.mark.parametrize(
        ("share", "possible", "said"),
        [
            (0.5, 0.5, "50 %"),
            (0.5, 1.0, "50 % to 100 %"),
            (0.5, nan, "50 % or more"),
            (1.0, nan, "100 %"),
            (nan, nan, "not known"),
        ],
    )
    def test_the_share_in_words(self, share, possible, said):
        group = ReleasedGroup("all", "Age", (), (), False, nan, share, possible)
        assert coverage_places.share_words(group) == said


@pytest.mark.parametrize("chart", [coverage_providers.chart, coverage_ways.chart])
class TestEach:
    def test_names_are_text_on_the_screen_and_on_paper(self, chart):
        figure = chart(hostile())
        shown = "".join(name for one in figure.data for name in one.y)
        assert "<a" not in shown
        assert "<a" not in to_svg(figure, title="t")

    def test_nothing_to_show_is_an_empty_chart(self, chart):
        empty = release_coverage(cn.assess(coalition(agencies=[{"agency_id": "a"}]), worlds=0))
        assert len(chart(empty).data) == 0

    def test_parts_are_told_apart_without_colour(self, chart):
        patterns = [one.marker.pattern.shape for one in chart(released("site_b")).data]
        assert len(set(patterns)) == len(patterns)

    def test_paper_shows_the_same(self, chart):
        figure = chart(released("site_b"))
        svg = to_svg(figure, title="t")
        assert all(one.name in svg for one in figure.data)
        assert "residential care" in svg
