"""coalition.toml on planning: efforts, the worth of a contact, of whom nothing is asked."""

import re
from pathlib import Path

import pytest

from collabnet.model.settings import EFFORTS, PlanningSettings


def read(site, text):
    return site.write("coalition.toml", text).load().settings.planning


class TestPlanningSettings:
    def test_nothing_stated_leaves_the_defaults(self, site):
        assert read(site, 'name = "x"\n') == PlanningSettings()
        assert PlanningSettings().efforts == EFFORTS

    def test_everything_stated_is_read(self, site):
        text = (
            "[planning]\nefforts = { formalizes = 5, ties = 1.5 }\ncontact_worth = 12\n"
            'at_most_per_person = 2\nnot_people = ["o1"]\n'
        )
        assert read(site, text) == PlanningSettings(
            efforts={**EFFORTS, "formalizes": 5.0, "ties": 1.5},
            contact_worth=12.0,
            at_most_per_person=2,
            not_people=("o1",),
        )
        assert site.codes() == []

    def test_a_name_in_place_of_an_id_is_noted(self, site):
        """Else a plan would ask something of whom it should leave out, and nothing would say so."""
        site.write("people.csv", "person_id,name,agency_id\nO1,Ann Roe,court\n")
        site.write("coalition.toml", '[planning]\nnot_people = ["ann roe", "O1", "nobody"]\n')
        found = [one for one in site.check().found if one.code == "unknown_in_settings"]
        assert [one.message for one in found] == [
            "planning.not_people names the person 'ann roe', which is in no table. It may be O1.",
            "planning.not_people names the person 'nobody', which is in no table.",
        ]

    @pytest.mark.parametrize(
        ("line", "name"),
        [
            ("efforts = 3", "planning.efforts"),
            ("efforts = { ties = 0 }", "planning.efforts.ties"),
            ('efforts = { ties = "long" }', "planning.efforts.ties"),
            ("contact_worth = -1", "planning.contact_worth"),
            ("at_most_per_person = 0", "planning.at_most_per_person"),
            ("not_people = 3", "planning.not_people"),
        ],
    )
    def test_what_is_wrong_is_said(self, site, line, name):
        site.write("coalition.toml", f"[planning]\n{line}\n")
        assert site.found("wrong_setting").column == name

    def test_an_unknown_kind_is_noted(self, site):
        assert read(site, "[planning]\nefforts = { tie = 1 }\n") == PlanningSettings()
        assert site.found("unknown_setting").column == "planning.efforts.tie"


def test_the_page_tells_the_defaults():
    """docs/how-to/plan-what-to-do.md lists every kind with its half-days."""
    page = Path(__file__).parents[2] / "docs" / "how-to" / "plan-what-to-do.md"
    told = re.findall(r"\| `(\w+)` \| (\d+) \|", page.read_text("utf-8"))
    assert {kind: float(effort) for kind, effort in told} == EFFORTS
