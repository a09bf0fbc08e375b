"""The look that all charts share: colours, patterns, room, and names as text.

Grounds are transparent and marks of a middle tone (after Okabe and Ito), so that a chart can be
read on a light page, a dark one and on paper. No chart tells anything by colour alone.
"""

import html
import textwrap
from typing import Any

import plotly.graph_objects as go

BLUE = "#0072b2"
ORANGE = "#d55e00"
GREEN = "#009e73"
PURPLE = "#b8649a"
GREY = "#7f8893"
"""Each has at least 3 to 1 on the light and on the dark page."""

INK = "#1c2733"
"""Of text on paper; on the screen the page's style sheet sets it (assets/figures.css)."""
RULE = "rgba(127, 136, 147, 0.4)"

FORMS = ("formal", "informal", "unknown")
FORM_COLOURS = {"formal": BLUE, "informal": ORANGE, "unknown": GREY}
FORM_PATTERNS = {"formal": "", "informal": "/", "unknown": "."}
FORM_WORDS = {"formal": "On paper", "informal": "Not on paper", "unknown": "Not known"}

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif'
SIZE = 14
BAR = 34  # height of a bar with the room around it


def text(name: object, width: int = 0) -> str:
    """Write a name so that Plotly shows it as it is; with ``width`` in lines of so many letters.

    Plotly reads some HTML in its texts: a name that looks like a link would become one. Names
    never go into templates (``hovertemplate``), which fill in what stands in braces.

    Examples
    --------
    >>> text('<a href="x">Court</a> & Co')
    '&lt;a href="x"&gt;Court&lt;/a&gt; &amp; Co'
    >>> text("Children's advocacy center", 16)
    "Children's<br>advocacy center"
    """
    plain = " ".join(str(name).split())
    lines = textwrap.wrap(plain, width) if width else [plain]
    return "<br>".join(html.escape(line, quote=False) for line in lines)


def pattern(form: str) -> dict[str, Any]:
    """Give the hatching of bars and areas that rest on a form: formal, informal or unknown."""
    shape = FORM_PATTERNS[form]
    return {"shape": shape, "size": 7, "solidity": 0.35} if shape else {}


def styled(figure: go.Figure, *, height: int, **layout: Any) -> go.Figure:  # noqa: ANN401
    """Give a figure the common look; ``layout`` is what it has of its own.

    Nothing moves or zooms: the page scrolls, and the keyboard has the table beside the chart.
    """
    figure.update_layout(
        template="none",
        height=height,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT, "size": SIZE, "color": INK},
        dragmode=False,
        showlegend=False,
        legend={"orientation": "h", "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom"},
        hoverlabel={"font": {"family": FONT, "size": SIZE}, "align": "left"},
    )
    axis = {
        "fixedrange": True,
        "gridcolor": RULE,
        "zeroline": False,
        "automargin": True,
        "title": {"font": {"size": SIZE}},  # Plotly's own are larger than all other words
    }
    figure.update_xaxes(**axis)
    figure.update_yaxes(**axis)
    figure.update_layout(**layout)
    return figure
