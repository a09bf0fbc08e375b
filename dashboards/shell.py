"""The frame of the page: landmarks, the way to skip, stores, and where each panel stands."""

from dash import Dash, dcc, html
from dash.development.base_component import Component

from . import ids
from .desk import Desk
from .panels import chooser, findings, headline, measures, network, pathways, what_if
from .panels.pieces import aria, panel

PANELS = (chooser, headline, findings, what_if, network, pathways, measures)
WAYS = (
    ("#findings", "Findings"),
    ("#what-if", "What if"),
    ("#network", "Map"),
    ("#pathways", "Pathways"),
    ("#about", "About the numbers"),
    ("#measures", "Measures"),
)

ON_PAPER = (
    "On paper: names of staff, the map, measures and what was tried stay on the screen. A page to "
    "pass on is made by: collabnet assess PATH --format html"
)


def layout(desk: Desk) -> Component:
    """Lay the whole page out; the panels fill when the coalition is read."""
    return html.Div(
        [
            html.A("Skip to the findings", href="#findings", className="cn-skip"),
            *_stores(),
            _header(desk),
            html.Main(
                [
                    html.H1("What breaks when somebody leaves", id=ids.TITLE),
                    html.P(id=ids.LABEL, className="cn-labels"),
                    html.P(ON_PAPER, className="cn-on-paper"),
                    html.Section(
                        id=ids.PROBLEM,
                        className="cn-panel cn-problem",
                        hidden=True,
                        **aria(live="polite"),
                    ),
                    _content(),
                ],
            ),
            # Outside <main> it would need a landmark of its own; it repeats what stands above.
            html.Section(id=ids.BAR, className="cn-bar", **aria(label="What is tried")),
            html.Div(id=ids.SPOKEN, className="cn-sr-only", role="status"),
        ],
        className="cn-page",
    )


def _stores() -> list[Component]:
    return [
        dcc.Store(id=ids.OPENED),
        dcc.Store(id=ids.TRIED, data=[]),
        dcc.Store(id=ids.ASKED),
    ]


def _header(desk: Desk) -> Component:
    return html.Header(
        [
            html.Span("collabnet", className="cn-brand"),
            chooser.layout(desk),
            html.Nav(
                html.Ul([html.Li(html.A(words, href=way)) for way, words in WAYS]),
                id=ids.WAYS,
                **aria(label="On this page"),
            ),
        ],
        className="cn-header",
    )


def _content() -> Component:
    return html.Div(
        [
            headline.layout(),
            html.Div([findings.layout(), what_if.layout()], className="cn-columns"),
            network.layout(),
            pathways.layout(),
            panel(
                "about",
                "About the numbers",
                [
                    html.Div(id=ids.METHODS),
                    html.Details(id=ids.READING, className="cn-more"),
                ],
            ),
            measures.layout(),
        ],
        id=ids.CONTENT,
    )


def register(app: Dash, desk: Desk) -> None:
    """Connect every panel."""
    for one in PANELS:
        one.register(app, desk)
