"""Write a chart as an SVG: the same figure that the screen shows, for the brief and for print.

It draws what our charts are made of (bars, lines, areas, signs, texts, notes, a legend) and refuses
the rest. Nothing runs in it and nothing is fetched: names are text.
"""

import html
from collections.abc import Iterator
from typing import Any

import plotly.graph_objects as go

from collabnet.model.errors import CollabnetError
from collabnet.plots.figure_style import FONT, INK, RULE, SIZE
from collabnet.plots.static_axes import Axis, axis
from collabnet.plots.static_marks import STACKED, Frame, legend, marks
from collabnet.plots.static_text import LINE, plain_text, width_of, write

KINDS = ("bar", "scatter")


def to_svg(figure: go.Figure, *, title: str, describes: str = "", width: int = 720) -> str:
    """Write a figure as the text of an SVG.

    Parameters
    ----------
    figure : made by one of our charts; its layout has the height
    title, describes : what is read out in its place: what it is, and what it shows

    Raises
    ------
    CollabnetError
        If something in the figure can't be drawn here.

    Examples
    --------
    >>> figure = go.Figure(go.Bar(x=[3], y=["Court"], orientation="h"))
    >>> to_svg(figure.update_layout(height=100), title="Referrals")[:48]
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox='
    """
    plain = figure.to_plotly_json()
    traces, layout = plain["data"], plain["layout"]
    if other := {one["type"] for one in traces} - set(KINDS):
        raise CollabnetError(f"A chart for print has bars and lines; got {', '.join(other)}.")
    height = float(layout.get("height", 320))
    frame = _frame(traces, layout, float(width), height)
    parts = [
        *_grid(frame),
        *marks(traces, layout, frame),
        *_notes(layout, frame),
        *legend(traces, layout),
    ]
    described = f"<desc>{plain_text(describes)}</desc>" if describes else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:g}" role="img" '
        f'width="{width}" height="{height:g}" font-family="{html.escape(FONT)}" '
        f'font-size="{SIZE}" fill="{INK}">'
        f"<title>{plain_text(title)}</title>{described}{''.join(parts)}</svg>"
    )


def _frame(
    traces: list[dict[str, Any]], layout: dict[str, Any], width: float, height: float
) -> Frame:
    """Find the room of the marks: what the names beside and below them leave."""
    given = [layout.get(f"{name}axis", {}) for name in "xy"]
    bars = [one for one in traces if one["type"] == "bar"]
    lying = any(one.get("orientation") == "h" for one in bars)
    values = [[v for one in traces for v in _values(one, name)] for name in "xy"]
    for name, found in zip("xy", values, strict=True):
        notes = layout.get("annotations", ())
        found += [one[name] for one in notes if isinstance(one.get(name), str)]
    if layout.get("barmode") in STACKED and bars:
        values[0 if lying else 1] += _sums(bars, lying=lying)
    zero = [bool(bars) and lying, bool(bars) and not lying]
    zero = [z or one.get("rangemode") == "tozero" for z, one in zip(zero, given, strict=True)]
    side = axis(given[1], values[1], 0.0, 1.0, from_zero=zero[1])
    names = [words for _, words in side.ticks] if side.is_shown else []
    margin = {"l": 8, "r": 8, "t": 8, "b": 8} | layout.get("margin", {})
    left = margin["l"] + max((width_of(one) + 8 for one in names), default=0.0)
    below = given[0].get("visible", True)
    title = given[0].get("title", {})
    bottom = margin["b"] + below * (SIZE * LINE + 6) + bool(below and title) * SIZE * LINE
    top = margin["t"] + bool(layout.get("showlegend")) * (SIZE * LINE + 10)
    right = width - margin["r"] - (10 if below else 0)
    return Frame(
        x=axis(given[0], values[0], left, right, from_zero=zero[0]),
        y=axis(given[1], values[1], height - bottom, top, from_zero=zero[1]),
        width=width,
        height=height,
    )


def _values(trace: dict[str, Any], name: str) -> list[Any]:
    """The values on an axis; of bars also where they end, on both axes."""
    known = [one for one in trace.get(name, ()) if one is not None]
    if trace["type"] != "bar":
        return known
    is_along = (name == "x") == (trace.get("orientation") == "h")
    if is_along and (base := trace.get("base")) is not None:
        begins = base if isinstance(base, list | tuple) else [base] * len(known)
        return [*begins, *(a + b for a, b in zip(begins, known, strict=True))]
    if not is_along and (wide := trace.get("width")) is not None:
        wides = wide if isinstance(wide, list | tuple) else [wide] * len(known)
        return [end for at, w in zip(known, wides, strict=True) for end in (at - w / 2, at + w / 2)]
    return known


def _sums(bars: list[dict[str, Any]], *, lying: bool) -> list[float]:
    found: dict[str, float] = {}
    value, name = ("x", "y") if lying else ("y", "x")
    for bar in bars:
        for place, number in zip(bar[name], bar[value], strict=True):
            found[str(place)] = found.get(str(place), 0.0) + float(number or 0)
    return list(found.values())


def _grid(frame: Frame) -> Iterator[str]:
    """The lines behind the marks, and the words at the axes."""
    x, y = frame.x, frame.y
    if x.is_shown:
        for value, words in x.ticks:
            at = x.at(value)
            if x.has_grid:
                yield _line(at, y.start, at, y.end)
            yield write(words, at, y.start + 6, anchor="middle", above=0)
        if x.title:
            below = y.start + 6 + SIZE * LINE
            yield write(x.title, (x.start + x.end) / 2, below, anchor="middle", above=0)
    if y.is_shown:
        for value, words in y.ticks:
            at = y.at(value)
            if y.has_grid:
                yield _line(x.start, at, x.end, at)
            yield write(words, x.start - 8, at, anchor="end")


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{RULE}"/>'


def _notes(layout: dict[str, Any], frame: Frame) -> Iterator[str]:
    """The notes of a figure, where they stand."""
    anchors = {"left": "start", "center": "middle", "right": "end"}
    heights = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
    for note in layout.get("annotations", ()):
        x = _of_note(frame.x, note.get("xref", "x"), note.get("x", 0.5))
        y = _of_note(frame.y, note.get("yref", "y"), note.get("y", 0.5))
        said = write(
            note["text"],
            x + note.get("xshift", 0),
            y - note.get("yshift", 0),
            anchor=anchors[note.get("xanchor", "center")],
            above=heights[note.get("yanchor", "middle")],
            size=float(note.get("font", {}).get("size", 0)),
        )
        yield f'<g paint-order="stroke" stroke="#fff" stroke-width="3">{said}</g>'


def _of_note(one: Axis, ref: str, value: Any) -> float:  # noqa: ANN401 - as in the figure
    if ref == "paper":
        return one.start + float(value) * (one.end - one.start)
    return one.at(one.number(value))
