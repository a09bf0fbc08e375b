"""Panel: the three findings that matter most, each opening to what stands behind it."""

from dash import html
from dash.development.base_component import Component

from ... import ids
from ...desk import Look
from ..finding import card
from ..pieces import panel

FIRST = 3


def layout() -> Component:
    """Lay the panel out, empty."""
    hint = html.P(
        "Open one for what would help, how sure it is, its numbers, and the people concerned.",
        className="cn-hint",
    )
    return panel("first", "What matters most", [hint, html.Div(id=ids.OVERVIEW_FIRST)])


def cards(look: Look) -> list[Component]:
    """Give the first findings; they come ranked by how bad they are and what is at stake."""
    found = look.released.findings[:FIRST]
    if not found:
        way = html.A("See which services rest on one agency", href=look.link("coverage"))
        return [html.P(["There is no finding to open. ", way, "."])]
    return [html.Ol([card(one, look, tag=True) for one in found], className="cn-findings")]
