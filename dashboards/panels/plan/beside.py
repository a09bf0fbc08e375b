"""What stands beside a plan: its picture, questions, single changes, how it was worked out."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from collabnet.planning.planner.amounts import amount_words
from collabnet.planning.planner.search import ENUMERATED, GREEDY, PROGRAM, STOPPED
from collabnet.plots.plan_steps import plan_steps, stages
from collabnet.risk.wording import count
from collabnet.sharing import ReleasedPlan, release_quality

from ...desk import Look
from ..charts import chart
from ..pieces import panel, plain_table
from .advice import step_item, title, together

UNIT = "Bars count the referrals at stake in a year"
METHODS = {
    ENUMERATED: "Exact by enumeration: every choice of so many changes was tried.",
    PROGRAM: "Exact by integer programming: no choice can be better, by calculation.",
    STOPPED: "The calculation was stopped before it could rule out every better choice.",
    GREEDY: "One change after the other was chosen, then single ones were exchanged.",
}
"""What the words for the ways of finding mean."""


def parts(look: Look, plan: ReleasedPlan) -> list[Component]:
    """Lay the plan out."""
    return [
        *together(look, plan),
        *picture(look, plan),
        *questions(look, plan),
        *alone(look, plan),
        panel("plan-how", "How this was worked out", how(plan)),
    ]


def picture(look: Look, plan: ReleasedPlan) -> list[Component]:
    """Draw what is at stake as it is and after each change, with its table."""
    found = stages(plan)
    if len(found) < 2:
        return []
    said = "; ".join(f"{words.lower()} {amount_words(value)}" for words, value in found)
    table = pd.DataFrame([(words, amount_words(value)) for words, value in found])
    table.columns = pd.Index(["When", "Referrals at stake a year"])
    data = release_quality(look.assessment)
    of = [data.referrals, data.made_up, look.released.period]
    drawn = chart(
        plan_steps(plan),
        says=f"{title(plan)}. At stake: {said}.",
        caption=" ".join(f"{one}." for one in (*of, UNIT) if one),
        table=plain_table(table, "What is at stake, step by step", cards=False),
    )
    return [panel("plan-picture", "What each step brings", [drawn])]


def questions(look: Look, plan: ReleasedPlan) -> list[Component]:
    """List the questions whose answers would move the result most."""
    if not plan.asks:
        return []
    items = [html.Li([html.H3(question), html.P(told)]) for question, told in plan.asks]
    way = html.A("Enter answers on the page Data", href=look.link("data"))
    hint = "Their answers would move this most. Asking costs less than changing."
    return [
        panel(
            "plan-asks",
            "Worth asking",
            [html.P(hint, className="cn-hint"), html.Ul(items, className="cn-plan-advice"), way],
        )
    ]


def alone(look: Look, plan: ReleasedPlan) -> list[Component]:
    """List the best changes, each as if it were the only one."""
    if not plan.singles:
        return []
    items = html.Ol([step_item(look, one) for one in plan.singles], className="cn-plan-advice")
    words = f"Show the {count(len(plan.singles), 'change')}"
    folded = html.Details([html.Summary(words), items], className="cn-more")
    hint = "Each as if it were the only one, the most for its effort first."
    return [
        panel(
            "plan-alone",
            "The best changes, each alone",
            [html.P(hint, className="cn-hint"), folded],
        )
    ]


def how(plan: ReleasedPlan) -> list[Component]:
    """Say what is counted, how the steps were found, and what the efforts are."""
    meant = [words for method, words in METHODS.items() if method in plan.found]
    return [html.P(one) for one in (plan.measured, " ".join([plan.found, *meant]), plan.effort)]
