"""Axes of charts on paper: which place on the page a value has, and which values are named."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

TICKS = 5


@dataclass(frozen=True)
class Axis:
    """One axis: the values from ``low`` to ``high`` lie between the places ``start`` and ``end``.

    ``names`` are those of an axis of names, in order: each has the room from its number less a
    half to its number and a half.
    """

    low: float
    high: float
    start: float
    end: float
    names: tuple[str, ...] = ()
    ticks: tuple[tuple[float, str], ...] = ()
    is_shown: bool = True
    has_grid: bool = True
    title: str = ""

    def number(self, value: object) -> float:
        """Give the number of a value: a name's is its place in the order."""
        if self.names:
            return float(self.names.index(str(value)))
        return float(value)  # type: ignore[arg-type] # a number, as in the figure

    def at(self, number: float) -> float:
        """Give the place of a number on the page."""
        share = (number - self.low) / (self.high - self.low or 1.0)
        return self.start + share * (self.end - self.start)


def axis(
    given: dict[str, Any], values: Sequence[Any], start: float, end: float, *, from_zero: bool
) -> Axis:
    """Make an axis as the figure's layout has it, for the values of its traces.

    Examples
    --------
    >>> found = axis({}, [0, 48], 0.0, 500.0, from_zero=True)
    >>> found.high, found.at(24), [words for _, words in found.ticks]
    (50.4, 238.0952380952381, ['0', '10', '20', '30', '40', '50'])
    """
    known = [one for one in values if one is not None]
    is_named = given.get("type") == "category" or any(isinstance(one, str) for one in known)
    named = [*given.get("categoryarray", ()), *map(str, known)] if is_named else []
    names = tuple(dict.fromkeys(named))
    low, high = (-0.5, len(names) - 0.5) if names else _ends(known, from_zero=from_zero)
    if (ends := given.get("range")) is not None:
        low, high = float(ends[0]), float(ends[1])
    if given.get("autorange") == "reversed":
        low, high = high, low
    title = given.get("title", {})
    return Axis(
        low=low,
        high=high,
        start=start,
        end=end,
        names=names,
        ticks=tuple(_ticks(given, names, min(low, high), max(low, high))),
        is_shown=given.get("visible", True),
        has_grid=given.get("showgrid", not names),
        title=title.get("text", "") if isinstance(title, dict) else str(title),
    )


def _ends(values: Iterable[Any], *, from_zero: bool) -> tuple[float, float]:
    numbers = [float(one) for one in values] or [0.0]
    low, high = min(numbers), max(numbers)
    room = 0.05 * (high - low or 1.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
        room = 0.05 * (high - low or 1.0)
        return low - room * (low < 0), high + room * (high > 0 or low == high)
    return low - room, high + room


def _ticks(
    given: dict[str, Any], names: Sequence[str], low: float, high: float
) -> Iterator[tuple[float, str]]:
    """The values that are named, within what is shown."""
    if given.get("showticklabels") is False:
        return
    if (places := given.get("tickvals")) is not None:
        words = given.get("ticktext", [str(one) for one in places])
        for place, word in zip(places, words, strict=True):
            yield float(names.index(str(place)) if names else place), str(word)
    elif names:
        yield from ((float(i), name) for i, name in enumerate(names))
    else:
        step = float(given.get("dtick") or _step(high - low))
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        for i in range(first, last + 1):
            yield i * step, _words(i * step, str(given.get("tickformat", "")))


def _step(width: float) -> float:
    """A round step that names about five values.

    >>> [_step(width) for width in (1, 7, 50, 130)]
    [0.2, 2.0, 10.0, 20.0]
    """
    rough = width / TICKS
    power = 10.0 ** math.floor(math.log10(rough)) if rough > 0 else 1.0
    return next(k * power for k in (1.0, 2.0, 5.0, 10.0) if k * power >= rough * 0.72)


def _words(value: float, form: str) -> str:
    if form.endswith("%"):
        return f"{100 * value:.0f} %"
    return f"{value:g}"
