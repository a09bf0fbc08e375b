"""A chart as a picture of its own: title, n and period above it, for whom it is below."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from collabnet.plots.figure_style import INK, SIZE
from collabnet.plots.map_look import PAPER, SOFT
from collabnet.plots.map_shapes import clean, n, text
from collabnet.plots.map_svg import FONT
from collabnet.plots.static_text import LETTER

MARGIN = 24.0
TITLE = 20.0
LINE = 1.35
MARK = "#8c1d18"
_BOX = re.compile(r'viewBox="([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)"')


def framed(svg: str, *, title: str, above: Sequence[str], below: Sequence[str]) -> str:
    """Set a chart between its title with lines below it, and lines at the foot.

    Parameters
    ----------
    svg : from `collabnet.plots.static_svg.to_svg`
    above : what stands below the title: n, period, unit
    below : what stands at the foot: for whom it is, where the data come from

    Examples
    --------
    >>> made = framed('<svg viewBox="0 0 720 90"></svg>', title="A & B", above=["n = 3"], below=[])
    >>> "A &amp; B" in made and "n = 3" in made
    True
    """
    _, _, width, height = box_of(svg)
    over = [*_lines([title], width, TITLE), *_lines(above, width, SIZE)]
    under = list(_lines(below, width, SIZE))
    top = MARGIN + sum(LINE * size for _, size in over) + 8
    whole = top + height + 8 + sum(LINE * size for _, size in under) + MARGIN
    wide = width + 2 * MARGIN
    inside = svg.replace("<svg ", f'<svg x="{n(MARGIN)}" y="{n(top)}" ', 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{n(wide)}"'
        f' height="{n(whole)}" viewBox="0 0 {n(wide)} {n(whole)}" font-family="{FONT}"'
        f' fill="{INK}"><title>{escape(clean(title))}</title>',
        f'<rect width="{n(wide)}" height="{n(whole)}" fill="{PAPER}"/>',
        *_written(over, MARGIN, bold=True),
        inside,
        *_written(under, top + height + 8, bold=False),
        "</svg>",
    ]
    return "\n".join(parts)


def marked(svg: str, words: str) -> str:
    """Write a word pale across a picture, so that a copy of it is seen for what it is.

    Examples
    --------
    >>> "INTERNAL</text>" in marked('<svg viewBox="0 0 720 90"></svg>', "INTERNAL")
    True
    """
    left, top, width, height = box_of(svg)
    x, y, size = left + width / 2, top + height / 2, width / (0.8 * len(words))
    turned = (
        f'fill="{MARK}" fill-opacity="0.13" font-weight="700" '
        f'transform="rotate(-24 {n(x)} {n(y)})" text-anchor="middle"'
    )
    return svg.removesuffix("</svg>") + text(x, y, size, words, turned) + "\n</svg>"


def box_of(svg: str) -> tuple[float, float, float, float]:
    """Give left, top, width and height of a picture."""
    found = _BOX.search(svg)
    if found is None:
        raise ValueError("A picture of ours has a viewBox.")
    left, top, width, height = map(float, found.groups())
    return left, top, width, height


def _lines(said: Sequence[str], width: float, size: float) -> Iterator[tuple[str, float]]:
    for one in said:
        for line in textwrap.wrap(clean(one), int(width / (LETTER * size))):
            yield line, size


def _written(lines: Sequence[tuple[str, float]], top: float, *, bold: bool) -> Iterator[str]:
    at = top
    for line, size in lines:
        at += LINE * size
        look = 'font-weight="700"' if bold and size == TITLE else f'fill="{SOFT}"'
        yield text(MARGIN, at - 0.3 * size, size, line, look)
