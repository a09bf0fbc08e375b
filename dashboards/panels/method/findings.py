"""Panel: each kind of finding with the rule that makes it, from the rule table itself."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from collabnet.risk.reference import SECTIONS
from collabnet.risk.rules import LIMITS, Rule
from collabnet.risk.wording import capital

from ..pieces import panel

HINT = (
    "Each finding is made by one line of these rules, the same for everybody. The first line that "
    "fits decides. It says nothing of how well anybody works."
)
LIMITED = "What limits how bad it can be"


def layout() -> Component:
    """Lay the panel out: the lines by what they are about, closed."""
    parts = [_part(title, rules) for title, rules in SECTIONS.items()]
    limits = [_row(one.name, "", one.when) for one in LIMITS]
    return panel(
        "method-findings",
        "What each kind of finding says",
        [html.P(HINT, className="cn-hint"), *parts, _closed(LIMITED, limits)],
    )


def _part(title: str, rules: tuple[Rule[Any], ...]) -> Component:
    return _closed(title, [_row(one.name, one.severity, one.when) for one in rules])


def _closed(title: str, rows: list[Component]) -> Component:
    summary = html.Summary([title, html.Span(f" {len(rows)} lines", className="cn-small")])
    return html.Details([summary, html.Dl(rows, className="cn-terms")], className="cn-more")


def _row(name: str, severity: str, when: str) -> Component:
    said: list[Component | str] = [capital(name)]
    if severity:
        said.append(html.Span(f" {severity}", className="cn-small"))
    return html.Div([html.Dt(said), html.Dd(f"{capital(when)}.")])
