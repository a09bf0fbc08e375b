"""Words of charts on paper: names are text, whatever they hold."""

import html
import re

from collabnet.plots.figure_style import SIZE

LETTER = 0.62  # width of a letter, in sizes of the text, on the generous side
LINE = 1.25  # height of a line
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain_text(said: object) -> str:
    """Write what Plotly would show as text of an SVG.

    Examples
    --------
    >>> plain_text("&lt;i&gt; & <b>")
    '&lt;i&gt; &amp; &lt;b&gt;'
    """
    return html.escape(UNSEEN.sub("", html.unescape(str(said))))


def lines_of(said: object) -> list[str]:
    """Split a text of Plotly into its lines."""
    return str(said).split("<br>")


def width_of(said: object, size: float = SIZE) -> float:
    """Guess the width of a text's longest line."""
    return max(LETTER * size * len(html.unescape(line)) for line in lines_of(said))


def write(
    said: object, x: float, y: float, *, anchor: str = "start", above: float = 0.5, size: float = 0
) -> str:
    """Write text in lines; ``above`` is the share of its height that lies above ``y``.

    Examples
    --------
    >>> write("Court", 10, 20)
    '<text text-anchor="start"><tspan x="10.0" y="24.6">Court</tspan></text>'
    """
    lines, high = lines_of(said), (size or SIZE) * LINE
    first = y - above * high * len(lines) + 0.76 * high
    spans = "".join(
        f'<tspan x="{x:.1f}" y="{first + i * high:.1f}">{plain_text(line)}</tspan>'
        for i, line in enumerate(lines)
    )
    sized = f' font-size="{size:g}"' if size and size != SIZE else ""
    return f'<text text-anchor="{anchor}"{sized}>{spans}</text>'
