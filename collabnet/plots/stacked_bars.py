"""Lying bars in stacked parts, told apart by colour and hatching."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from collabnet.plots.figure_style import BAR, styled, text

NAME = 20
"""Letters on a line of a name."""
AROUND = 110
"""Height of the legend above the bars and of the words below them."""


class Part(NamedTuple):
    """One part of all bars: its words, colour and hatching, and its length in each bar."""

    words: str
    colour: str
    shape: str
    lengths: Sequence[float]


def stacked(names: Sequence[str], parts: Sequence[Part], **xaxis: Any) -> go.Figure:  # noqa: ANN401
    """Draw bars from top to bottom; a part that is empty everywhere is left out.

    Parameters
    ----------
    names : of the bars, as text
    xaxis : what the axis of lengths has of its own, as Plotly takes it

    Examples
    --------
    >>> parts = [Part("Yes", "#0072b2", "", [2, 1]), Part("No", "#d55e00", "/", [0, 0])]
    >>> [trace.name for trace in stacked(["Shelter", "Food"], parts, title="Agencies").data]
    ['Yes']
    """
    bars = [
        go.Bar(
            x=list(part.lengths),
            y=[text(name, NAME) for name in names],
            name=part.words,
            orientation="h",
            marker={"color": part.colour, "pattern": _hatching(part.shape)},
            hoverinfo="x+name",
        )
        for part in parts
        if any(part.lengths)
    ]
    return styled(
        go.Figure(bars),
        height=AROUND + BAR * max(1, len(names)),
        barmode="stack",
        showlegend=True,
        legend_traceorder="normal",
        margin_r=28,  # so that the last number of the axis is whole
        xaxis={"rangemode": "tozero", **xaxis},
        yaxis={
            "showgrid": False,
            "autorange": "reversed",
            "ticks": "outside",
            "ticklen": 6,
            "tickcolor": "rgba(0,0,0,0)",
        },
    )


def whole_steps(most: int) -> int:
    """The step of an axis that counts: whole numbers, and some ten of them at most.

    Examples
    --------
    >>> whole_steps(5), whole_steps(36)
    (1, 4)
    """
    return max(1, -(-most // 10))


def _hatching(shape: str) -> dict[str, Any]:
    return {"shape": shape, "size": 7, "solidity": 0.35} if shape else {}
