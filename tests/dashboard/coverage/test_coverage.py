"""The page Coverage: one provider, one way, for whom, and the response team."""

import pytest

import collabnet as cn
from collabnet.sharing import release_coverage
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.panels.coverage import (
    heading,
    providers,
    service,
    team,
    team_choice,
    ways,
)
from collabnet_dashboards.panels.coverage.known import Known
from risk.cases import coalition
from risk.reading import GRADE, grade
from screen_page import text_of

TITLE = "Three of six services have one provider alone; one can be reached in only one way"


def desk_and_look(given="site_b", search=""):
    desk = Desk(given, home="/nowhere")
    now, _ = desk.open(given)
    view = {"path": "/coverage", "search": f"?c={given}{search}", "opened": dict(now)}
    return desk, desk.look(view)


def seen(given="site_b", search=""):
    """The view, what is covered, and what would be with what is tried."""
    desk, look = desk_and_look(given, search)
    known = Known(desk)
    return look, known.now(look), known.tried(look)


@pytest.fixture(scope="module")
def site_b():
    return seen()


def small(*agencies):
    return release_coverage(cn.assess(coalition(agencies=agencies), worlds=0))


def table(parts, words):
    """The rows of the table whose caption begins so, as text."""
    (made,) = [one for one in parts if getattr(one, "caption", "").startswith(words)]
    return made.columns, [
        [cell if isinstance(cell, str) else cell["text"] for cell in row] for row in made.rows
    ]


class TestTitle:
    @pytest.mark.parametrize(
        ("sample", "said"),
        [
            ("site_b", TITLE),
            (
                "advocacy_center_48h",
                "All three services have one provider alone; two can be reached in only one way "
                "from some agencies",
            ),
            (
                "hospital_program",
                "Five of six services have one provider alone; all can be reached in only one way",
            ),
            (
                "programs",
                "The service has two or more providers, but for three groups of young people "
                "there is one alone",
            ),
            ("g1", heading.TITLE),
        ],
    )
    def test_it_states_what_hangs_on_one(self, sample, said):
        assert heading.title(seen(sample)[1]) == said

    def test_where_nothing_hangs_on_one_it_says_so(self):
        found = small(
            {"agency_id": "a", "services": "food"}, {"agency_id": "b", "services": "food"}
        )
        assert heading.title(found) == "The service has two or more providers"

    def test_without_services_it_says_where_to_write_them(self):
        look, now, tried = seen("g1")
        assert text_of(heading.lead(now, tried, look)) == heading.NO_SERVICES
        assert providers.shown(now, tried, look) == []

    def test_the_services_are_named_below(self, site_b):
        look, now, tried = site_b
        assert text_of(heading.lead(now, tried, look)) == (
            "One agency alone: legal help (Defense attorneys), residential care (Residential "
            "program) and shelter (Youth shelter). In one way only: residential care (from "
            "Juvenile court). No way on record: legal help."
        )


class TestWays:
    def test_each_service_from_each_agency(self, site_b):
        look, now, tried = site_b
        columns, rows = table(ways.shown(now, tried, look), "Each service")
        assert columns == ["Service", "Juvenile court", "Police"]
        assert rows == [
            ["case management", "has it", "not fully named"],
            ["drop-in support", "three ways", "no way"],
            ["legal help", "no way", "no way"],
            ["residential care", "one way", "no way"],
            ["shelter", "two ways", "no way"],
            ["therapy", "three ways", "not fully named"],
        ]

    def test_with_what_is_tried_a_cell_says_what_becomes_of_it(self):
        look, now, tried = seen(search="&w=closes.a12")
        _, rows = table(ways.shown(now, tried, look), "Each service")
        assert rows[4] == ["shelter", "two ways; tried: no way", "no way"]
        assert rows[3] == ["residential care", "one way", "no way"]

    def test_from_one_agency_with_how_far_and_what_is_tried(self):
        _, now, tried = seen(search="&from=a4&w=closes.a12")
        parts = ways.shown_from(now, tried, "court_b")
        columns, rows = table(parts, "Services as reached")
        assert columns == ["To", "How", "How far", "Who offers it", "With what is tried"]
        said = {row[0]: row[1:] for row in rows}
        assert said["shelter"] == ["two ways", "one hand-off", "Youth shelter", "no way"]
        assert said["therapy"][-1] == "one way"
        assert said["residential care"][-1] == ""
        assert text_of(parts).startswith(
            "From Juvenile court. In one way only: residential care and training. No way on record:"
        )

    def test_where_nobody_sends_anybody_on_it_says_so(self):
        look, now, tried = seen("programs")
        assert text_of(ways.shown(now, tried, look)) == ways.NO_STARTS

    def test_an_agency_that_identifies_no_case_has_no_ways(self, site_b):
        _, now, tried = site_b
        assert ways.shown_from(now, tried, "youth_shelter") == []


class TestProviders:
    def test_who_is_alone_is_said_and_marked(self, site_b):
        look, now, tried = site_b
        made = providers.shown(now, tried, look)[1]
        alone = [row[1] for row in made.rows if isinstance(row[1], dict)]
        assert alone == [
            {"text": f"{name} alone", "mark": "alone"}
            for name in ("Defense attorneys", "Residential program", "Youth shelter")
        ]

    def test_what_closes_leaves_nobody(self):
        look, now, tried = seen(search="&w=closes.a12")
        _, rows = table(providers.shown(now, tried, look), "Services, who")
        said = {row[0]: row[-1] for row in rows}
        assert said["shelter"] == "nobody"
        assert said["legal help"] == ""
        assert said["therapy"] == (
            "Children's services, Prevention education groups and Residential program"
        )

    def test_what_one_agency_has_by_law_stands_apart(self, site_b):
        look, now, tried = site_b
        apart = providers.shown(now, tried, look)[-1]
        assert providers.LEFT_OUT in text_of(apart)
        assert "investigation" in str(apart)


class TestService:
    def test_groups_with_who_takes_them_and_the_share_of_places(self):
        _, now, _ = seen("programs")
        parts = service.shown(now, "residential care")
        _, rows = table(parts, "Residential care")
        said = {row[0]: row[1:] for row in rows}
        assert said["Young people aged 0 to 10"] == ["Organization E alone", "–", "24", "50 %"]
        assert said["Transgender young people"] == [
            "Organization E alone", "Organization D", "24", "50 % or more"
        ]  # fmt: skip
        assert said["Young people aged 25 or more"][:2] == ["nobody", "Organization D"]

    def test_nobody_who_says_whom_they_take_is_said(self, site_b):
        _, now, _ = site_b
        said = text_of(service.shown(now, "shelter"))
        assert said.startswith("Youth shelter offers it alone; Judges and Prosecutors list no")
        assert said.endswith(service.NOBODY_SAYS)

    def test_before_a_service_is_chosen_it_says_what_to_do(self, site_b):
        _, now, _ = site_b
        assert text_of(service.shown(now, "")) == service.CHOOSE


class TestTeam:
    def test_seats_from_each_agency(self, site_b):
        _, now, _ = site_b
        parts = team.shown(now, now.seats, (), is_other=False)
        columns, rows = table(parts, "Seats")
        assert columns == ["Seat", "Juvenile court", "Police"]
        assert rows[0] == ["Deputy juvenile officer", "in the agency", "reached in one hand-off"]
        assert rows[3] == ["Judge", "missing", "missing"]

    def test_another_team_is_tried_by_words_of_ours_in_the_address(self):
        desk, look = desk_and_look(search="&team=role.judge,sector.health_care,role.nobody")
        other = team_choice.chosen(look.arg("team"))
        assert other == ["role:judge", "sector:health care"]
        seats = Known(desk).seats(look, other)
        said = text_of(team.shown(Known(desk).now(look), seats, (), is_other=True))
        assert said.startswith("Missing: judge. Nobody on record: health care agency.")
        assert "This list is only tried here." in said

    def test_with_what_is_tried_a_seat_says_what_becomes_of_it(self):
        _, now, tried = seen(search="&w=closes.a7")
        _, rows = table(team.shown(now, now.seats, tried.seats, is_other=False), "Seats")
        investigator = next(row for row in rows if row[0] == "Investigator")
        assert investigator[1].startswith("reached in one hand-off; with what is tried: ")

    @pytest.mark.parametrize("sample", ["site_a", "site_b", "programs", "hospital_program"])
    def test_it_says_how_it_was_looked_for(self, sample):
        now = seen(sample)[1]
        said = team.how(now)
        assert ("a tie of invitation" in said) == now.is_team_on_record
        assert ("your own" in said) == now.is_own_team


def test_an_address_from_before_the_files_changed_says_so():
    look, now, tried = seen(search="&v=00000000&service=s3")
    assert text_of(heading.lead(now, tried, look)).startswith("This link was made before the files")


def test_every_sentence_can_be_read(site_b):
    _, now, _ = site_b
    said = [heading.NO_SERVICES, heading.OUTDATED, ways.NO_STARTS, providers.LEFT_OUT]
    said += [service.CHOOSE, service.NOBODY_SAYS, team.KEEP, team.how(now)]
    assert {one: grade(one) for one in said if grade(one) > GRADE} == {}
