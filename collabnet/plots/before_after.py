"""Counts of referrals before and after a change, as pairs of bars on one scale."""

from collections.abc import Sequence

import plotly.graph_objects as go

from collabnet.plots.figure_style import BAR, BLUE, GREY, styled, text
from collabnet.sharing.released import Compared

WIDE = 24
ROOM = 72  # for the legend and the axis


def before_after(compared: Sequence[Compared]) -> go.Figure:
    """Draw what is counted as it is above what it would be.

    A range is a bar to its smallest value, and dots from there to its largest.

    Examples
    --------
    >>> figure = before_after([Compared("Referrals", (59, 59), (38, 40))])
    >>> [(bar.name, *bar.base, *bar.x, *(bar.text or ())) for bar in figure.data]
    [('Before', 0, 59), ('Before', 59, 0, '59'), ('After', 0, 38), ('After', 38, 2, '38 to 40')]
    """
    words = [text(one.words, WIDE) for one in compared]
    bars = [
        *_bars("Before", words, [one.before for one in compared], GREY, "/"),
        *_bars("After", words, [one.after for one in compared], BLUE, ""),
    ]
    most = max((ends[1] for one in compared for ends in (one.before, one.after)), default=0)
    return styled(
        go.Figure(bars),
        height=int(2.4 * BAR * len(compared)) + ROOM,
        barmode="group",
        bargap=0.35,
        showlegend=True,
        margin={"l": 8, "r": 8, "t": 36, "b": 8},
        xaxis={"title": {"text": "Referrals"}, "range": [0, most * 1.2 or 1]},
        yaxis={"autorange": "reversed", "ticklabelstandoff": 6},
    )


def _bars(
    name: str, words: Sequence[str], ends: Sequence[tuple[int, int]], colour: str, shape: str
) -> list[go.Bar]:
    """The bars to the smallest values, and what is between those and the largest."""
    lows = [low for low, _ in ends]
    said = [str(low) if low == high else f"{low} to {high}" for low, high in ends]
    sure = _bar(name, words, [0] * len(ends), lows, colour, shape)
    unsure = _bar(name, words, lows, [high - low for low, high in ends], colour, ".")
    unsure.update(text=said, textposition="outside", cliponaxis=False, showlegend=False)
    return [sure, unsure]


def _bar(
    name: str,
    words: Sequence[str],
    begins: Sequence[int],
    lengths: Sequence[int],
    colour: str,
    shape: str,
) -> go.Bar:
    return go.Bar(
        name=name,
        offsetgroup=name,
        orientation="h",
        base=begins,
        x=lengths,
        y=words,
        marker={"color": colour, "pattern": {"shape": shape, "size": 7, "solidity": 0.35}},
        hoverinfo="skip",
    )
