"""Marks of charts on paper: bars, lines, areas, signs, their words, and the legend."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from collabnet.plots.figure_style import GREY, SIZE
from collabnet.plots.static_axes import Axis
from collabnet.plots.static_text import width_of, write

BARS = 0.72  # of the room of a name
SIGN = 14.0  # of the legend
DASHES = {"dash": "8 5", "dot": "2 4", "dashdot": "8 4 2 4"}
HATCHES = {
    "/": '<path d="M0 7L7 0M-1 1L1 -1M6 8L8 6" stroke="{colour}" stroke-width="2"/>',
    "\\": '<path d="M0 0L7 7M-1 6L1 8M6 -1L8 1" stroke="{colour}" stroke-width="2"/>',
    "-": '<path d="M0 3.5H7" stroke="{colour}" stroke-width="2"/>',
    "x": '<path d="M0 0L7 7M7 0L0 7" stroke="{colour}" stroke-width="1.5"/>',
    ".": '<circle cx="3.5" cy="3.5" r="1.7" fill="{colour}"/>',
}
STACKED = ("stack", "relative")
Plain = dict[str, Any]


@dataclass(frozen=True)
class Frame:
    """The two axes, and the size of the whole."""

    x: Axis
    y: Axis
    width: float
    height: float


def marks(traces: Sequence[Plain], layout: Plain, frame: Frame) -> Iterator[str]:
    """Draw bars, then the other traces in their order."""
    yield from _bars([one for one in traces if one["type"] == "bar"], layout, frame)
    for trace in traces:
        if trace["type"] == "scatter":
            yield from _scatter(trace, frame)


def _bars(bars: Sequence[Plain], layout: Plain, frame: Frame) -> Iterator[str]:
    """Bars beside each other by group, on each other, or from a base of their own."""
    is_stacked = layout.get("barmode", "group") in STACKED
    groups = list(dict.fromkeys(map(_group, bars, range(len(bars)))))
    room = 1 - float(layout.get("bargap", 1 - BARS))
    each = room if is_stacked else room / max(len(groups), 1)
    ends: dict[float, float] = {}
    for number, bar in enumerate(bars):
        lying = bar.get("orientation") == "h"
        value, name, across = ("x", "y", frame.y) if lying else ("y", "x", frame.x)
        place = 0 if is_stacked else groups.index(_group(bar, number))
        shift = 0.0 if is_stacked else (place - (len(groups) - 1) / 2) * each
        for i, (length, at) in enumerate(zip(bar[value], bar[name], strict=True)):
            thick = float(_nth(bar.get("width"), i) or each)
            middle = across.number(at) + shift
            base = float(_nth(bar.get("base"), i) or (ends.get(middle, 0.0) if is_stacked else 0))
            ends[middle] = base + float(length or 0)
            sides = [(base, ends[middle]), (middle - thick / 2, middle + thick / 2)]
            (x, to_x), (y, to_y) = sides if lying else sides[::-1]
            corners = [(x, y), (to_x, y), (to_x, to_y), (x, to_y)]
            yield _area([_point(frame, *one) for one in corners], _bar_look(bar, i))
            if words := _nth(bar.get("text"), i):
                yield _bar_words(words, corners, frame, lying=lying, is_inside=is_stacked)


def _group(bar: Plain, number: int) -> str:
    """Bars of one group stand at one place; without a group each has its own."""
    return str(bar.get("offsetgroup") or number)


def _bar_words(
    words: object, corners: Sequence[tuple[float, float]], frame: Frame, *, lying: bool,
    is_inside: bool,
) -> str:  # fmt: skip
    """Words at the end of a bar; in the middle of one that others stand on."""
    (x, y), _, (to_x, to_y), _ = corners
    if is_inside:
        return write(words, *_point(frame, (x + to_x) / 2, (y + to_y) / 2), anchor="middle")
    if lying:
        right, middle = _point(frame, to_x, (y + to_y) / 2)
        return write(words, right + 6, middle)
    middle, top = _point(frame, (x + to_x) / 2, to_y)
    return write(words, middle, top - 3, anchor="middle", above=1.0)


def _bar_look(bar: Plain, i: int) -> Plain:
    marker = bar.get("marker", {})
    shape = _nth(marker.get("pattern", {}).get("shape"), i)
    line = marker.get("line", {})
    colour = _nth(marker.get("color", GREY), i)
    outline = _nth(line.get("color"), i) or (colour if shape else None)
    return {"fill": colour, "shape": shape, "line": outline, "width": line.get("width", 1)}


def _scatter(trace: Plain, frame: Frame) -> Iterator[str]:
    mode = trace.get("mode", "lines")
    points = [
        None if x is None or y is None else _point(frame, frame.x.number(x), frame.y.number(y))
        for x, y in zip(trace["x"], trace["y"], strict=True)
    ]
    line = trace.get("line", {})
    colour = line.get("color", GREY)
    for run in _runs(points):
        if trace.get("fill") == "toself":
            shape = trace.get("fillpattern", {}).get("shape")
            look = {"fill": trace.get("fillcolor", colour), "shape": shape, "line": colour}
            yield _area(run, look | {"width": line.get("width", 1)})
        elif "lines" in mode:
            dash = DASHES.get(line.get("dash", ""), "")
            places = " ".join(f"{x:.1f},{y:.1f}" for x, y in run)
            yield (
                f'<polyline points="{places}" fill="none" stroke="{html.escape(colour)}" '
                f'stroke-width="{line.get("width", 2):g}" stroke-dasharray="{dash}"/>'
            )
    for i, point in enumerate(points):
        if point is not None and "markers" in mode:
            yield _sign(point, trace.get("marker", {}), i)
        if point is not None and "text" in mode and (words := _nth(trace.get("text"), i)):
            yield _words(words, point, _nth(trace.get("textposition", "middle center"), i))


def _words(words: object, point: tuple[float, float], position: str) -> str:
    """Words beside a point, on the side that Plotly calls so."""
    height, _, side = position.partition(" ")
    anchor = {"right": "start", "left": "end"}.get(side, "middle")
    x = point[0] + {"right": 8, "left": -8}.get(side, 0)
    above = {"top": 1.0, "bottom": 0.0}.get(height, 0.5)
    y = point[1] + {"top": -7, "bottom": 7}.get(height, 0)
    return write(words, x, y, anchor=anchor, above=above)


def _sign(point: tuple[float, float], marker: Plain, i: int) -> str:
    size, colour = float(_nth(marker.get("size", 8), i)), _nth(marker.get("color", GREY), i)
    symbol = str(_nth(marker.get("symbol", "circle"), i))
    x, y = point
    half = size / 2
    is_open = symbol.endswith("-open")
    line = marker.get("line", {})
    edge = html.escape(str(line.get("color", colour)))
    paint = f'fill="{"none" if is_open else html.escape(str(colour))}" stroke="{edge}"'
    paint += f' stroke-width="{2 if is_open else line.get("width", 1):g}"'
    if symbol.startswith("square"):
        corners = [(x - half, y - half), (x + half, y - half), (x + half, y + half)]
        corners.append((x - half, y + half))
    elif symbol.startswith("diamond"):
        corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
    else:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{half:g}" {paint}/>'
    return f'<path d="{_path(corners)}" {paint}/>'


def legend(traces: Sequence[Plain], layout: Plain) -> Iterator[str]:
    """Name the traces in a line on top, where the figure says so."""
    if not layout.get("showlegend"):
        return
    at = float(layout.get("margin", {}).get("l", 8))
    for trace in traces:
        if trace.get("name") and trace.get("showlegend", True):
            yield _legend_sign(trace, at)
            yield write(trace["name"], at + SIGN + 6, 8 + SIGN / 2)
            at += SIGN + width_of(trace["name"], SIZE) + 24


def _legend_sign(trace: Plain, at: float) -> str:
    if trace.get("mode") == "markers":
        return _sign((at + SIGN / 2, 8 + SIGN / 2), trace.get("marker", {}), 0)
    look = _bar_look(trace, 0)
    if trace["type"] == "scatter":
        line = trace.get("line", {}).get("color", GREY)
        shape = trace.get("fillpattern", {}).get("shape")
        look |= {"fill": trace.get("fillcolor", line), "shape": shape, "line": line}
    corners = [(0.0, 0.0), (SIGN, 0.0), (SIGN, SIGN), (0.0, SIGN)]
    return _area([(at + x, 8 + y) for x, y in corners], look)


def _area(points: Sequence[tuple[float, float]], look: Plain) -> str:
    """An area, plain or hatched; hatching lies on a paler ground of its own colour."""
    colour = html.escape(str(look["fill"]))
    path = _path(points)
    drawn = ""
    if look["line"]:
        drawn = f' stroke="{html.escape(str(look["line"]))}" stroke-width="{look["width"]:g}"'
    if not look["shape"]:
        return f'<path d="{path}" fill="{colour}"{drawn}/>'
    hatch = HATCHES[look["shape"]].replace("{colour}", colour)
    name = "cn-hatch-" + re.sub(r"\W+", "-", f"{ord(look['shape'])}-{look['fill']}")
    return (
        f'<defs><pattern id="{name}" width="7" height="7" patternUnits="userSpaceOnUse">{hatch}'
        f'</pattern></defs><path d="{path}" fill="url(#{name})"{drawn}/>'
    )


def _path(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "z"


def _runs(points: Sequence[tuple[float, float] | None]) -> Iterator[list[tuple[float, float]]]:
    """The points between gaps."""
    run: list[tuple[float, float]] = []
    for point in [*points, None]:
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []


def _point(frame: Frame, x: float, y: float) -> tuple[float, float]:
    return frame.x.at(x), frame.y.at(y)


def _nth(given: Any, i: int) -> Any:  # noqa: ANN401 - one for all, or one for each
    return given[i] if isinstance(given, list | tuple) else given
