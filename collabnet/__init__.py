"""Which people hold each link between agencies, and what breaks when somebody leaves.

``import collabnet as cn`` loads next to nothing; each name below is imported when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabnet import metrics, stats, surveys
    from collabnet.comparison.sites import Comparison, compare
    from collabnet.comparison.waves.over_time import waves
    from collabnet.data.check import check
    from collabnet.data.load import load
    from collabnet.data.networks.read import read_network
    from collabnet.data.networks.write import write_network
    from collabnet.metrics.catalogue import explain_measure, list_measures, measure
    from collabnet.metrics.positions import build_projection
    from collabnet.metrics.r_checks import r_script
    from collabnet.model import Assumptions, Coalition, Network, Period, Settings
    from collabnet.model.errors import CollabnetError
    from collabnet.planning.actions import add_action, close_action, drop_action, load_actions
    from collabnet.planning.changes import (
        Backs,
        Closes,
        Formalizes,
        Invites,
        Leaves,
        Moves,
        Repairs,
        Retains,
        Ties,
    )
    from collabnet.planning.planner.plans import Plan, plan
    from collabnet.planning.scenarios import Scenario, load_scenarios, save_scenario
    from collabnet.planning.whatif import what_if
    from collabnet.reports.pictures import picture
    from collabnet.reports.progress_bar import progress
    from collabnet.reports.safe_copy.write import share
    from collabnet.reports.write import report
    from collabnet.risk.assessment import Assessment, assess
    from collabnet.risk.outcomes import Outcomes, outcomes
    from collabnet.sharing.uniqueness import uniqueness

__version__ = "0.1.0"

_HOMES = {
    "Assessment": "collabnet.risk.assessment",
    "Assumptions": "collabnet.model",
    "Backs": "collabnet.planning.changes",
    "Closes": "collabnet.planning.changes",
    "Coalition": "collabnet.model",
    "CollabnetError": "collabnet.model.errors",
    "Comparison": "collabnet.comparison.sites",
    "Formalizes": "collabnet.planning.changes",
    "Invites": "collabnet.planning.changes",
    "Leaves": "collabnet.planning.changes",
    "Moves": "collabnet.planning.changes",
    "Network": "collabnet.model",
    "Outcomes": "collabnet.risk.outcomes",
    "Period": "collabnet.model",
    "Plan": "collabnet.planning.planner.plans",
    "Repairs": "collabnet.planning.changes",
    "Retains": "collabnet.planning.changes",
    "Scenario": "collabnet.planning.scenarios",
    "Settings": "collabnet.model",
    "Ties": "collabnet.planning.changes",
    "add_action": "collabnet.planning.actions",
    "assess": "collabnet.risk.assessment",
    "build_projection": "collabnet.metrics.positions",
    "check": "collabnet.data.check",
    "close_action": "collabnet.planning.actions",
    "compare": "collabnet.comparison.sites",
    "drop_action": "collabnet.planning.actions",
    "explain_measure": "collabnet.metrics.catalogue",
    "list_measures": "collabnet.metrics.catalogue",
    "load": "collabnet.data.load",
    "load_actions": "collabnet.planning.actions",
    "load_scenarios": "collabnet.planning.scenarios",
    "measure": "collabnet.metrics.catalogue",
    "picture": "collabnet.reports.pictures",
    "outcomes": "collabnet.risk.outcomes",
    "plan": "collabnet.planning.planner.plans",
    "progress": "collabnet.reports.progress_bar",
    "r_script": "collabnet.metrics.r_checks",
    "read_network": "collabnet.data.networks.read",
    "report": "collabnet.reports.write",
    "save_scenario": "collabnet.planning.scenarios",
    "share": "collabnet.reports.safe_copy.write",
    "uniqueness": "collabnet.sharing.uniqueness",
    "waves": "collabnet.comparison.waves.over_time",
    "what_if": "collabnet.planning.whatif",
    "write_network": "collabnet.data.networks.write",
}

__all__ = [
    "Assessment",
    "Assumptions",
    "Backs",
    "Closes",
    "Coalition",
    "CollabnetError",
    "Comparison",
    "Formalizes",
    "Invites",
    "Leaves",
    "Moves",
    "Network",
    "Outcomes",
    "Period",
    "Plan",
    "Repairs",
    "Retains",
    "Scenario",
    "Settings",
    "Ties",
    "__version__",
    "add_action",
    "assess",
    "build_projection",
    "check",
    "close_action",
    "compare",
    "drop_action",
    "explain_measure",
    "list_measures",
    "load",
    "load_actions",
    "load_scenarios",
    "measure",
    "metrics",
    "outcomes",
    "picture",
    "plan",
    "progress",
    "r_script",
    "read_network",
    "report",
    "save_scenario",
    "share",
    "stats",
    "surveys",
    "uniqueness",
    "waves",
    "what_if",
    "write_network",
]


def __getattr__(name: str) -> object:
    if name in ("metrics", "stats", "surveys"):
        return import_module(f"collabnet.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module 'collabnet' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
