"""How often early warnings are right, on drawn logs of which the truth is known."""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from comparison.waves.simulated import STATIONARY, Setting, false_alarms, found

ROOT = Path(__file__).resolve().parents[3]
RESULTS = json.loads(Path(__file__).with_name("calibration.json").read_text("utf-8"))
PAGE = ROOT / "docs" / "reference" / "early-warnings.md"


def script():
    spec = spec_from_file_location("calibrate_warnings", ROOT / "scripts/calibrate_warnings.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class TestCommittedResult:
    def test_it_is_of_every_setting_there_is(self):
        assert list(RESULTS["false_alarms"]) == [one.name for one in STATIONARY]

    def test_at_most_five_in_a_hundred_logs_without_a_change_warn(self):
        assert max(RESULTS["false_alarms"].values()) <= 0.05 * RESULTS["logs"]

    def test_a_carrier_whose_half_moves_to_colleagues_is_found_from_forty_referrals_on(self):
        enough = [row for row in RESULTS["found"] if row["a_window"] >= 40]
        least = 0.8 * RESULTS["found_of"]
        assert all(row["halved, colleagues take over"] >= least for row in enough)

    def test_one_whose_half_nobody_takes_over_from_eighty_on(self):
        enough = [row for row in RESULTS["found"] if row["a_window"] >= 80]
        least = 0.8 * RESULTS["found_of"]
        assert all(row["halved, nobody takes over"] >= least for row in enough)

    def test_the_page_has_it(self):
        page = PAGE.read_text("utf-8")
        assert script().renewed(page, RESULTS) == page


class TestSlice:
    """A few logs in the ordinary run: a rule that was broken would show."""

    @pytest.mark.parametrize(
        "setting", [one for one in STATIONARY if one.links < 40], ids=lambda one: one.name
    )
    def test_few_logs_without_a_change_warn(self, setting):
        assert false_alarms(setting, 20, draws=199) <= 4  # 1 in 400 at 5 %

    def test_most_halved_carriers_are_found(self):
        assert found(Setting("", 4, 36, 40), 20, taken_over=True) >= 14

    def test_a_log_of_thin_links_finds_no_halving(self):
        """Two referrals in six months: nothing could be beyond chance, and nothing is claimed."""
        assert found(Setting("", 4, 36, 2), 10) <= 1

    @pytest.mark.long
    @pytest.mark.parametrize("setting", STATIONARY, ids=lambda one: one.name)
    def test_the_committed_false_alarms_can_be_had_again(self, setting):
        n = false_alarms(setting, RESULTS["logs"], first_seed=RESULTS["first_seed"])
        assert n == RESULTS["false_alarms"][setting.name]
