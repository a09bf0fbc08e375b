"""A plan in a notebook: its steps as a list, with what each would spare."""

from html import escape
from typing import TYPE_CHECKING

from collabnet.planning.planner.amounts import amount_words

if TYPE_CHECKING:
    from collabnet.planning.planner.plans import Plan


def plan_html(plan: "Plan") -> str:
    """Write the steps and the first questions; names of staff don't stand in it."""
    settings = plan.assessment.coalition.settings
    title = f"{settings.name} [{settings.label}]" if settings.label else settings.name
    steps = "".join(
        f"<li><b>{escape(step.action)}</b> {escape(step.reason)} "
        f"({amount_words(step.before)} to {amount_words(step.after)})</li>"
        for step in plan.steps
    )
    asks = "".join(f"<li>{escape(one.question)}</li>" for one in plan.asks[:3])
    asked = f"<p>Questions whose answers would help most</p><ul>{asks}</ul>" if asks else ""
    return f"<p>Plan for {escape(title)}: {escape(plan.method)}</p><ol>{steps}</ol>{asked}"
