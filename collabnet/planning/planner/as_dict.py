"""A plan as plain values, ready for JSON."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from collabnet.risk.as_dict import plain

if TYPE_CHECKING:
    from collabnet.planning.planner.plans import Plan

SCHEMA_VERSION = 1


def plan_dict(plan: "Plan") -> dict[str, Any]:
    """Give one object, ``schema_version`` first."""
    settings, confirmed = plan.assessment.coalition.settings, plan.confirmed
    made: dict[str, Any] = plain(
        {
            "schema_version": SCHEMA_VERSION,
            "name": settings.name,
            "label": settings.label,
            "audience": "internal",
            "before": plan.before,
            "effect": plan.effect,
            "steps": [step.to_dict() for step in plan.steps],
            "singles": [step.to_dict() for step in plan.singles],
            "asks": [{**asdict(one), "spread": one.spread} for one in plan.asks],
            "method": plan.method,
            "gap": plan.gap,
            "candidates": plan.n_candidates,
            "confirmed": None
            if confirmed is None
            else {
                "before": confirmed.before,
                "after": confirmed.after,
                "effect": confirmed.effect,
                "difference": confirmed.difference,
            },
            "measure": asdict(plan.measure),
            "terms": asdict(plan.terms),
        }
    )
    return made
