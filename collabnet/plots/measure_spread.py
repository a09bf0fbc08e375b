"""How the values of a measure are spread: bars and a sentence, without saying whose they are."""

import math
from collections import Counter
from statistics import median
from typing import NamedTuple

import plotly.graph_objects as go

from collabnet.plots.figure_style import BLUE, styled
from collabnet.risk.wording import count
from collabnet.sharing import Spread
from collabnet.sharing.measures import FEW, number_words

MOST_SINGLE = 14
"""Up to so many whole numbers have a bar each."""
BINS = 10
MOST_PARTS = 20
FEWEST = 10
"""Among fewer, nothing is said of halves."""
HEIGHT = 240


class Bar(NamedTuple):
    """A bar: which values it stands for, and how many have them.

    ``start`` and ``width`` say where it stands among numbers; a width of 0: side by side.
    """

    words: str
    n: int
    start: float = 0.0
    width: float = 0.0


def bars(spread: Spread) -> list[Bar]:
    """Count the values: whole numbers one by one where they are few, else in ten equal steps.

    Examples
    --------
    >>> found = Spread("Degree", "ties", "number", (0.0, 1.0, 1.0, 3.0), 0)
    >>> [(one.words, one.n) for one in bars(found)]
    [('0', 1), ('1', 2), ('2', 0), ('3', 1)]
    """
    values = spread.values
    if not values:
        return []
    if spread.kind == "yes or no":
        yes = sum(one > 0 for one in values)
        return [Bar("yes", yes), Bar("no", len(values) - yes)]
    if spread.kind == "part":
        sizes = Counter(int(one) for one in values)
        named = [Bar(str(part), sizes[part]) for part in sorted(sizes)]
        rest = sum(one.n for one in named[MOST_PARTS:])
        return named[:MOST_PARTS] + ([Bar("others", rest)] if rest else [])
    low, high = values[0], values[-1]
    if _is_whole(values) and high - low <= MOST_SINGLE:
        found = Counter(int(one) for one in values)
        return [Bar(str(one), found[one]) for one in range(int(low), int(high) + 1)]
    return _steps(values)


def _is_whole(values: tuple[float, ...]) -> bool:
    return all(one.is_integer() for one in values)


def _steps(values: tuple[float, ...]) -> list[Bar]:
    """Count in steps of a round width, each from its lower end up to the next."""
    width = _round_up((values[-1] - values[0]) / BINS) or 1.0
    if _is_whole(values):
        width = max(1.0, math.ceil(width))
    first = math.floor(values[0] / width + 1e-9)
    found = Counter(math.floor(one / width + 1e-9) - first for one in values)
    decimals = max(0, -math.floor(math.log10(width) + 1e-9)) + (not _is_tenth(width))
    ends = [f"{(first + i) * width:,.{decimals}f}" for i in range(max(found) + 2)]
    if _is_whole(values):
        last = [f"{(first + i + 1) * width - 1:,.0f}" for i in range(max(found) + 1)]
        said = [a if a == b else f"{a} to {b}" for a, b in zip(ends, last, strict=False)]
    else:
        said = [f"{ends[i]} to {ends[i + 1]}" for i in range(max(found) + 1)]
    return [
        Bar(words.replace("-", "\N{MINUS SIGN}"), found[i], (first + i) * width, width)
        for i, words in enumerate(said)
    ]


def _round_up(width: float) -> float:
    """The next of 1, 2, 2.5, 5 and 10 times a power of ten.

    Examples
    --------
    >>> _round_up(0.043), _round_up(7.0), _round_up(0.0)
    (0.05, 10.0, 0.0)
    """
    if not width:
        return 0.0
    power = 10.0 ** math.floor(math.log10(width))
    return next(round(step * power, 12) for step in (1, 2, 2.5, 5, 10) if step * power >= width)


def _is_tenth(width: float) -> bool:
    """Whether a width has one digit, such as 0.05, and not two as 0.25."""
    scaled = width / 10.0 ** math.floor(math.log10(width) + 1e-9)
    return abs(scaled - round(scaled)) < 1e-6


def finding(spread: Spread) -> str:
    """Say in a sentence how the values are spread.

    Examples
    --------
    >>> finding(Spread("Degree", "ties", "number", (0.0, 1.0, 1.0, 3.0), 0))
    'from 0 to 3'
    >>> finding(Spread("Is cutpoint", "", "yes or no", (0.0, 0.0, 1.0), 0))
    'yes for 1 of 3'
    """
    values, n = spread.values, len(spread.values)
    if not values:
        return "none has a value"
    if spread.kind == "yes or no":
        return f"yes for {sum(one > 0 for one in values)} of {n}"
    if spread.kind == "part":
        sizes = Counter(values)
        return f"{count(len(sizes), 'part')}, the largest with {max(sizes.values())} of {n}"
    low, high = _words(values[0], n), _words(values[-1], n)
    if low == high:
        return f"{low} for all {n}"
    if n < FEWEST:
        return f"from {low} to {high}"
    if median(values) == values[0]:
        alike = sum(one == values[0] for one in values)
        return f"{low} for {alike} of {n}, up to {high} for the others"
    return f"from {low} to {high}, half of them at {_words(median(values), n)} or below"


def _words(value: float, n: int) -> str:
    """Write a value with as many decimals as are meant among so many."""
    return number_words(value, 0 if value.is_integer() else 2 if n < FEW else 4)


def chart(spread: Spread) -> go.Figure:
    """Draw the bars."""
    shown = bars(spread)
    is_scale = any(one.width for one in shown)
    figure = go.Figure(
        go.Bar(
            x=[one.start + one.width / 2 if is_scale else one.words for one in shown],
            width=[0.92 * one.width for one in shown] if is_scale else None,
            y=[one.n for one in shown],
            text=[str(one.n) if one.n else "" for one in shown],
            textposition="outside",
            cliponaxis=False,
            marker={"color": BLUE},
            hoverinfo="skip",
        )
    )
    styled(figure, height=HEIGHT, bargap=0.12)
    figure.update_xaxes(
        type="linear" if is_scale else "category", showgrid=False, title={"text": spread.name}
    )
    figure.update_yaxes(visible=False, rangemode="tozero")
    return figure
