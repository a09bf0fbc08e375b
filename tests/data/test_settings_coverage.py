"""coalition.toml on coverage: who identifies a case, and who the response team is."""

import pytest

from collabnet.model.settings import DEFAULT_TEAM, CoverageSettings


def read(site, text):
    return site.write("coalition.toml", text).load().settings.coverage


class TestCoverageSettings:
    def test_nothing_stated_leaves_the_team_of_the_field_guide(self, site):
        """The default isn't the coalition's own, so nothing is held against anybody."""
        assert read(site, 'name = "x"\n') == CoverageSettings(
            identifying=(), team=DEFAULT_TEAM, is_own_team=False, hand_offs=2
        )

    def test_everything_stated_is_read(self, site):
        """Words are read as in the tables; a member stands once."""
        text = (
            '[coverage]\nidentifying = ["court"]\n[team]\nhand_offs = 3\n'
            'members = ["role: DJO", "Sector:medical", "role:judge", "role:djo"]\n'
        )
        assert read(site, text) == CoverageSettings(
            identifying=("court",),
            team=("role:deputy juvenile officer", "sector:health care", "role:judge"),
            is_own_team=True,
            hand_offs=3,
        )
        assert site.codes() == []

    def test_an_agency_that_no_table_has_is_noted(self, site):
        site.write("coalition.toml", '[coverage]\nidentifying = ["clinic"]\n')
        assert site.found("unknown_in_settings").message == (
            "coverage.identifying names the agency 'clinic', which is in no table."
        )

    def test_a_role_outside_the_list_is_kept_and_noted(self, site):
        text = '[team]\nmembers = ["role:jugde", "sector:quilting circle"]\n'
        assert read(site, text).team == ("role:jugde", "sector:quilting circle")
        notes = [one.message for one in site.check().found if one.code == "unlisted_in_settings"]
        assert notes == [
            "team.members names the role 'jugde', which is not on the list and is kept as "
            "written. It may be judge.",
            "team.members names the sector 'quilting circle', which is not on the list and is "
            "kept as written.",
        ]

    @pytest.mark.parametrize(
        ("text", "name", "needed"),
        [
            ("[coverage]\nidentifying = 'court'", "coverage.identifying", "a list of ids"),
            ("[team]\nmembers = 'judge'", "team.members", "a list of roles and sectors"),
            ("[team]\nmembers = ['judge']", "team.members", "a list of roles and sectors"),
            ("[team]\nmembers = ['role:']", "team.members", "a list of roles and sectors"),
            ("[team]\nmembers = [3]", "team.members", "a list of roles and sectors"),
            ("[team]\nhand_offs = -1", "team.hand_offs", "a whole number from 0 to 10"),
            ("[team]\nhand_offs = true", "team.hand_offs", "a whole number from 0 to 10"),
            ("[team]\nhand_offs = 2.5", "team.hand_offs", "a whole number from 0 to 10"),
        ],
    )
    def test_a_value_that_a_setting_cannot_have_is_refused(self, site, text, name, needed):
        problem = site.write("coalition.toml", text).found("wrong_setting")
        assert problem.message.startswith(f"The setting {name} needs {needed}")

    def test_settings_that_nobody_knows_are_noted(self, site):
        site.write("coalition.toml", "[team]\nmember = []\n[coverage]\nagencies = []\n")
        values = [one.value for one in site.check().found if one.code == "unknown_setting"]
        assert values == ["coverage.agencies", "team.member"]
