"""Panel: where the method comes from."""

from dash import html
from dash.development.base_component import Component

from collabnet.risk.references import REFERENCES

from ..pieces import panel

HINT = (
    "The work that the method stands on. Each measure names its own sources on the page Measures."
)


def layout() -> Component:
    """List the sources, closed."""
    listed = html.Ul([html.Li(one) for one in REFERENCES.values()], className="cn-list")
    opened = html.Details([html.Summary("Show the sources"), listed], className="cn-more")
    return panel("method-sources", "Sources", [html.P(HINT, className="cn-hint"), opened])
