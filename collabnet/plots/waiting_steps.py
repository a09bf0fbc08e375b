"""How many are still waiting, day by day: Kaplan-Meier steps with their interval."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from collabnet.plots.figure_style import BLUE, styled
from collabnet.sharing.released_outcomes import ReleasedWait

HEIGHT = 300
LEAST = 30.0
ROOM = 1.25
"""The days shown: so many at least, and so much more than up to the last step."""
_BAND = "rgba(0, 114, 178, 0.18)"  # BLUE, thin enough to read the grid through


def waiting_steps(wait: ReleasedWait) -> go.Figure:
    """Draw the share still waiting after each day; an empty figure for fewer than six."""
    steps = in_view(wait.curve)
    figure = go.Figure()
    if len(steps):
        days = steps["day"].tolist()
        named = ("still_waiting_ci_low", "still_waiting_ci_high", "still_waiting_share")
        low, high, share = (corners(days, steps[column].tolist()) for column in named)
        figure.add_scatter(
            x=[*low[0], *reversed(high[0])],
            y=[*low[1], *reversed(high[1])],
            mode="lines",
            fill="toself",
            fillcolor=_BAND,
            line={"width": 0, "color": BLUE},
            hoverinfo="skip",
        )
        figure.add_scatter(
            x=share[0],
            y=share[1],
            mode="lines",
            line={"width": 2.5, "color": BLUE},
            hovertemplate="day %{x:.0f}: %{y:.0%} still waiting<extra></extra>",
        )
    return styled(
        figure,
        height=HEIGHT,
        xaxis={"title": {"text": "Days since the referral"}, "rangemode": "tozero"},
        yaxis={
            "title": {"text": "Still waiting"},
            "range": [0, 1.02],
            "tickformat": ".0%",
            "dtick": 0.25,
        },
    )


def in_view(curve: pd.DataFrame) -> pd.DataFrame:
    """Cut off the level end after the last step: open ones may be followed for a year."""
    if curve.empty:
        return curve
    moved = curve.loc[(curve["n_reached"] > 0) | (curve["n_otherwise"] > 0), "day"]
    last = max(LEAST, ROOM * moved.max()) if len(moved) else LEAST
    if last >= curve["day"].iloc[-1]:
        return curve
    kept = curve[curve["day"] <= last]
    return pd.concat([kept, kept.tail(1).assign(day=last)], ignore_index=True)


def corners(days: Sequence[float], values: Sequence[float]) -> tuple[list[float], list[float]]:
    """Give the corners of steps: a value holds up to the day of the next.

    Examples
    --------
    >>> corners([0, 3, 5], [1.0, 0.5, 0.2])
    ([0, 3, 3, 5, 5], [1.0, 1.0, 0.5, 0.5, 0.2])
    """
    across = [days[0], *(day for day in days[1:] for _ in range(2))]
    down = [value for value in values for _ in range(2)]
    return across, down[:-1]
