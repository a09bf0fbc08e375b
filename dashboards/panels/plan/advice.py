"""A plan in words: its steps in the order to take, with what each would change."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from collabnet.risk.wording import capital, count
from collabnet.sharing import ReleasedFinding, ReleasedPlan, ReleasedStep

from ...desk import Look
from ..pieces import aria, ask_button, panel

NOTHING = "Nothing is at stake by what is counted here"
NEEDED = (
    "A plan needs a log of referrals, or contacts between people: from a survey, or written down."
)
NO_HELP = "No change on offer would lower what is at stake"


def title(plan: ReleasedPlan) -> str:
    """Say what the plan would bring."""
    n = len(_made(plan.steps))
    if not plan.before:
        return NOTHING
    if not n:
        return _asking(plan) if plan.steps else NO_HELP
    first = "" if n == len(plan.steps) else "Ask one thing first. "
    ends = f"from {plan.before:,.0f} to {plan.after:,.0f} referrals a year"
    return f"{first}{capital(count(n, 'change'))} would lower what is at stake {ends}"


def _asking(plan: ReleasedPlan) -> str:
    ask = plan.steps[0]
    ends = f"{ask.after:,.0f} to {ask.before:,.0f}"
    return f"Ask one thing first: by the answer {ends} referrals a year are at stake"


def together(look: Look, plan: ReleasedPlan) -> list[Component]:
    """Lay out the steps of the plan in the order to take, with the way to try them all."""
    if not plan.steps:
        needed = (
            [] if plan.before else [html.P(NEEDED), html.A("Bring in data", href=look.link("data"))]
        )
        return [panel("plan-steps", "The plan", [html.P(plan.found), *needed])]
    changes = [step.change for step in _made(plan.steps)]
    whole = ask_button(
        "Try the whole plan" if len(changes) > 1 else "Try it",
        {"do": "try", "changes": changes},
        is_first=True,
    )
    items = [step_item(look, one) for one in plan.steps]
    meaning = html.A("What “at stake” means", href="#plan-how")
    tried = " It is added to what you try already." if look.steps else ""
    return [
        panel(
            "plan-steps",
            "The plan, in the order to take",
            [
                html.P([f"{plan.loss} {plan.confirmed} ", meaning], className="cn-hint"),
                *([html.Div([whole, html.Span(tried)], className="cn-buttons")] if changes else []),
                html.Ol(items, className="cn-plan-advice"),
            ],
        )
    ]


def step_item(look: Look, step: ReleasedStep) -> Component:
    """Lay out one step: what to do, why, how sure that is, and what it would change."""
    sure = how_sure(look, step)
    said = [
        html.H3(step.action),
        html.P(step.reason),
        *([html.P(sure, className="cn-small")] if sure else []),
        html.Div(_ways(look, step), className="cn-buttons"),
    ]
    return html.Li([html.Div(said), _facts(step)])


def _facts(step: ReleasedStep) -> Component:
    """What a step would change, in large numbers, and what it takes."""
    before, after = f"{step.before:,.0f}", f"{step.after:,.0f}"
    if step.change:
        what, numbers = "At stake a year", _change(before, after)
    else:
        what, numbers = "At stake a year, by the answer", [f"{after} to {before}"]
    facts = [(what, html.Dd(numbers, className="cn-plan-change"))]
    if step.effort:
        facts.append(("Effort, a guess", html.Dd(f"{step.effort} of meetings")))
    return html.Dl(
        [html.Div([html.Dt(words), dd]) for words, dd in facts], className="cn-plan-facts"
    )


def _change(before: str, after: str) -> list[Component | str]:
    """Write an arrow for those who see it, words for those who hear it."""
    arrow = html.Span(" \u2192 ", **aria(hidden="true"))
    return [before, arrow, html.Span(" before, ", className="cn-sr-only"), after,
            html.Span(" after", className="cn-sr-only")]  # fmt: skip


def how_sure(look: Look, step: ReleasedStep) -> str:
    """Say how sure the finding is that the step is about; "" where there is none."""
    found = _finding(look, step)
    return found.sure if found else ""


def _finding(look: Look, step: ReleasedStep) -> ReleasedFinding | None:
    return next((one for one in look.released.findings if one.id == step.finding), None)


def _ways(look: Look, step: ReleasedStep) -> list[Component]:
    """The button that tries a step, and the way to the link that it is about."""
    if not step.change:
        return [html.A("Enter the answer on the page Data", href=look.link("data"))]
    ways: list[Component] = [
        ask_button("Try this step", {"do": "try", "change": step.change}, about=step.action)
    ]
    found = _finding(look, step)
    if found is not None and found.kind == "pathway":
        numbers = map(look.refs.short, found.subject_ids[:2])
        href = look.link("links", **dict(zip(("from", "to"), numbers, strict=True)))
        ways.append(html.A("See the link", href=href))
    return ways


def _made(steps: Sequence[ReleasedStep]) -> list[ReleasedStep]:
    """The steps that are changes; the others are questions."""
    return [one for one in steps if one.change]
