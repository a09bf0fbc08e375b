"""Shapes of the network map, written as SVG; every word is escaped."""

import math
import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from collabnet.plots.map_bends import Point
from collabnet.plots.map_look import SIGNS, Kind

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(words: str) -> str:
    """Leave no character that XML can't hold."""
    return NOT_XML.sub("\ufffd", words)


def n(value: float) -> str:
    """Write a number with one decimal at most."""
    return f"{round(value, 1):g}"


def at(point: Point) -> str:
    """Write a place as paths have it."""
    return f"{n(point.x)} {n(point.y)}"


def dashes(pattern: Sequence[float], stretch: float) -> str:
    """Write a pattern of dashes, stretched; nothing for a whole line."""
    return (
        f' stroke-dasharray="{" ".join(n(part * stretch) for part in pattern)}"' if pattern else ""
    )


def rect(x: float, y: float, width: float, height: float, corner: float, look: str) -> str:
    """Write a box by its upper left corner."""
    return (
        f'<rect x="{n(x)}" y="{n(y)}" width="{n(width)}" height="{n(height)}"'
        f' rx="{n(corner)}" {look}/>'
    )


def circle(x: float, y: float, radius: float, look: str) -> str:
    """Write a circle; ``look`` are its other attributes."""
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(radius)}" {look}/>'


def text(x: float, y: float, size: float, words: str, look: str) -> str:
    """Write a line of words."""
    return f'<text x="{n(x)}" y="{n(y)}" font-size="{n(size)}" {look}>{escape(words)}</text>'


def lines_of_text(
    words: Sequence[str], top: Point, size: float, ink: str, weight: int, *, ground: str
) -> str:
    """Write lines around a middle, each on a plate of the ground's colour.

    The plate keeps them readable where a line of the map passes. A rim around the letters would
    not: WeasyPrint draws it over them.
    """
    shown = [clean(line) for line in words]
    plates = "".join(
        rect(
            top.x - 0.31 * size * len(line),
            top.y + size * 1.2 * i,
            0.62 * size * len(line),
            1.15 * size,
            0.25 * size,
            f'fill="{ground}" fill-opacity="0.85"',
        )
        for i, line in enumerate(shown)
        if line
    )
    spans = "".join(
        f'<tspan x="{n(top.x)}" y="{n(top.y + size * (0.9 + 1.2 * i))}">{escape(line)}</tspan>'
        for i, line in enumerate(shown)
    )
    return (
        f'{plates}<text font-size="{n(size)}" font-weight="{weight}" text-anchor="middle"'
        f' fill="{ink}">{spans}</text>'
    )


def sign(kind: Kind, middle: Point, side: float, ink: str) -> str:
    """Write the sign of a kind of actor around a middle."""
    circles, filled, drawn = SIGNS[kind]
    shapes = [circle(x, y, radius, f'fill="{ink}"') for x, y, radius in circles]
    shapes += [f'<path d="{d}" fill="{ink}"/>' for d in filled]
    shapes += [
        f'<path d="{d}" fill="none" stroke="{ink}" stroke-width="2.3" stroke-linecap="round"/>'
        for d in drawn
    ]
    corner = Point(middle.x - side / 2, middle.y - side / 2)
    return f'<g transform="translate({at(corner)}) scale({side / 24:.3f})">{"".join(shapes)}</g>'


def arrow(tip: Point, source: Point, width: float, colour: str) -> str:
    """Write the head of an arrow that comes from ``source``."""
    length = math.hypot(tip.x - source.x, tip.y - source.y) or 1.0
    dx, dy = (tip.x - source.x) / length, (tip.y - source.y) / length
    size = 0.95 * max((width * 13.37) ** 0.9, 29.0)
    base = Point(tip.x - 0.3 * size * dx, tip.y - 0.3 * size * dy)
    side = 0.15 * size
    left, right = (Point(base.x - sign * side * dy, base.y + sign * side * dx) for sign in (1, -1))
    return f'<path d="M{at(tip)}L{at(left)}L{at(right)}Z" fill="{colour}"/>'
