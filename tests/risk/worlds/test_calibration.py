"""Findings called solid or likely hold as often as they should, and enough of them are."""

import json
from pathlib import Path

import pytest

from risk.worlds.calibration import LEVELS, called, gathered, one_coalition, totals
from risk.worlds.simulated import SETTINGS

HERE = Path(__file__).parent
PAGE = HERE.parents[2] / "docs" / "reference" / "how-sure.md"
RESULTS = json.loads((HERE / "calibration.json").read_text("utf-8"))
NAMES = [setting.name for setting in SETTINGS]
THIN = "20 % did not answer, three referrals a pathway"
AT_LEAST = {"solid": 0.95, "likely": 0.75}


@pytest.fixture(scope="module")
def counts():
    """The counts of four coalitions in three settings, made now."""
    return [one_coalition(seed, SETTINGS[:3]) for seed in range(4)]


class TestCommitted:
    """300 simulated coalitions with known truth, recorded in each setting."""

    def test_there_are_300_in_every_setting(self):
        assert RESULTS["coalitions"] == 300
        assert list(RESULTS["settings"]) == NAMES

    @pytest.mark.parametrize("level", AT_LEAST)
    @pytest.mark.parametrize("name", NAMES)
    def test_a_level_holds_as_often_as_it_says(self, name, level):
        n, held, _ = totals(RESULTS["settings"][name])[level]
        assert held >= AT_LEAST[level] * n

    @pytest.mark.parametrize("name", [name for name in NAMES if name != THIN])
    def test_a_good_part_of_what_holds_is_called_so(self, name):
        levels = totals(RESULTS["settings"][name])
        assert called(levels) > 0.6
        assert levels["solid"][0] > 500

    def test_a_better_level_holds_more_often(self):
        for name in NAMES:
            shares = [held / n for n, held, _ in totals(RESULTS["settings"][name]).values() if n]
            assert min(shares[:2]) > max(shares[2:])

    def test_three_referrals_a_pathway_are_too_few_to_tell(self):
        found = RESULTS["settings"][THIN]["pathway"]
        assert found["too few to tell"][0] > 0.9 * sum(n for n, *_ in found.values())
        assert found.get("solid", [0])[0] <= 0.001 * found["too few to tell"][0]

    def test_the_page_has_the_same_numbers(self):
        page = PAGE.read_text("utf-8")
        for name in NAMES:
            for level in ("solid", "likely"):
                n, held, _ = totals(RESULTS["settings"][name])[level]
                row = next(line for line in page.splitlines() if line.startswith(f"| {name} |"))
                assert f" {100 * held / n:.1f} % of {n} (" in row


class TestSlice:
    """A few coalitions, made anew each time."""

    def test_every_level_is_one_of_four(self, counts):
        levels = {key[1] for one in counts for found in one.values() for key in found}
        assert levels <= set(LEVELS)

    def test_solid_and_likely_findings_hold(self, counts):
        made = {level: [0, 0] for level in AT_LEAST}
        for one in counts:
            for name in one:
                levels = totals(gathered(one[name]))
                for level in AT_LEAST:
                    made[level] = [a + b for a, b in zip(made[level], levels[level], strict=False)]
        for level, (n, held) in made.items():
            assert n > 20
            assert held >= AT_LEAST[level] * n

    def test_again_it_is_the_same(self, counts):
        assert one_coalition(0, SETTINGS[:3]) == counts[0]
