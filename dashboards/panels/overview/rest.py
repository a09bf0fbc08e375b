"""Panel: the other findings under their severities, more of them when asked."""

from itertools import groupby

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from ... import ids
from ...desk import Desk, Look
from ..finding import card
from ..pieces import panel, severity_tag
from .first import FIRST

AT_FIRST = 20
STEP = 50


def layout() -> Component:
    """Lay the panel out, empty."""
    more = html.Button(
        "Show more", id=ids.OVERVIEW_MORE, type="button", className="cn-button", hidden=True
    )
    return html.Div(
        panel("rest", "All other findings", [html.Div(id=ids.OVERVIEW_REST), more]),
        id=ids.OVERVIEW_REST_BOX,
    )


def listed(look: Look, n_shown: int) -> list[Component]:
    """Give the findings behind the first, under their severities; so many in all."""
    shown = look.released.findings[FIRST : FIRST + n_shown]
    totals = {one.severity: 0 for one in shown}
    for one in look.released.findings[FIRST:]:
        if one.severity in totals:
            totals[one.severity] += 1
    return [
        html.Div(
            [
                html.H3(
                    [severity_tag(severity, words), html.Span(_counted(totals[severity]))],
                    className="cn-severity-title",
                ),
                html.Ol([card(one, look, heading="h4") for one in items], className="cn-findings"),
            ]
        )
        for (severity, words), items in groupby(
            shown, key=lambda one: (one.severity, one.severity_words)
        )
    ]


def _counted(n: int) -> str:
    return f"{n} more finding" if n == 1 else f"{n} more findings"


def register(app: Dash, desk: Desk) -> None:
    """List them; more with each press of the button."""

    @app.callback(
        Output(ids.OVERVIEW_REST, "children"),
        Output(ids.OVERVIEW_MORE, "hidden"),
        Output(ids.OVERVIEW_REST_BOX, "hidden"),
        Input(ids.shown("overview"), "data"),
        Input(ids.OVERVIEW_MORE, "n_clicks"),
    )
    def _(shown: object, clicks: int | None) -> tuple[list[Component], bool, bool]:
        look = desk.look(shown)
        n_shown, n = AT_FIRST + STEP * (clicks or 0), len(look.released.findings)
        return listed(look, n_shown), FIRST + n_shown >= n, n <= FIRST
