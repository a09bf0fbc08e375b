"""What is at stake as it is and after each step of a plan, as bars from one start."""

import plotly.graph_objects as go

from collabnet.plots.figure_style import BAR, BLUE, GREY, styled
from collabnet.sharing.released_plan import ReleasedPlan

AS_IT_IS = "As it is"
ROOM = 64  # for the axis


def stages(plan: ReleasedPlan) -> list[tuple[str, float]]:
    """Give what is at stake as it is and after each change, those before it made.

    Questions to ask change nothing by themselves, so they are no stage.
    """
    made = [
        (f"After step {place}", step.after)
        for place, step in enumerate(plan.steps, start=1)
        if step.change
    ]
    return [(AS_IT_IS, plan.before), *made]


def plan_steps(plan: ReleasedPlan) -> go.Figure:
    """Draw what is at stake, stage by stage."""
    found = stages(plan)
    words, values = [one for one, _ in found], [value for _, value in found]
    bars = go.Bar(
        orientation="h",
        x=values,
        y=words,
        text=[f"{value:,.0f}" for value in values],
        textposition="outside",
        cliponaxis=False,
        marker={
            "color": [GREY, *[BLUE] * (len(values) - 1)],
            "pattern": {
                "shape": ["/", *[""] * (len(values) - 1)], "size": 7, "solidity": 0.35
            },
        },
        hoverinfo="skip",
    )  # fmt: skip
    return styled(
        go.Figure(bars),
        height=BAR * len(found) + ROOM,
        xaxis={
            "title": {"text": "Referrals at stake a year"},
            "range": [0, max(values) * 1.15 or 1],
        },
        yaxis={"autorange": "reversed", "ticklabelstandoff": 6},
    )
