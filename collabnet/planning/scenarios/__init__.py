"""Scenarios: changes to try, with a name, kept in the coalition's folder."""

from collabnet.planning.scenarios.changes_file import read_changes
from collabnet.planning.scenarios.folder import (
    FOLDER,
    ScenarioChangedError,
    Scenarios,
    Unreadable,
    delete_scenario,
    load_scenarios,
    own_folder,
    rename_scenario,
    save_scenario,
)
from collabnet.planning.scenarios.scenario import Scenario, Step, baseline_of
from collabnet.planning.scenarios.toml import VERSION, read_scenario, write_scenario

__all__ = [
    "FOLDER",
    "VERSION",
    "Scenario",
    "ScenarioChangedError",
    "Scenarios",
    "Step",
    "Unreadable",
    "baseline_of",
    "delete_scenario",
    "load_scenarios",
    "own_folder",
    "read_changes",
    "read_scenario",
    "rename_scenario",
    "save_scenario",
    "write_scenario",
]
