"""The page: what matters most, the numbers behind it, how good the data are, and ways on."""

from typing import Any

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from ... import ids
from ...desk import Desk
from ..pieces import page_title
from . import figures, first, heading, quality, questions, rest

NAME = "overview"


def layout() -> list[Component]:
    """Lay the page out, empty."""
    return [
        page_title(NAME, heading.TITLE),
        html.P(id=ids.OVERVIEW_LEAD, className="cn-hint"),
        html.Div(
            [
                html.Div([first.layout()]),
                html.Div([figures.layout(), quality.layout()]),
            ],
            className="cn-columns",
        ),
        questions.layout(),
        rest.layout(),
    ]


def register(app: Dash, desk: Desk) -> None:
    """Show the open coalition, with what is tried; what is folded away is filled apart."""
    quality_of = quality.kept(desk)

    @app.callback(
        Output(ids.title(NAME), "children"),
        Output(ids.OVERVIEW_LEAD, "children"),
        Output(ids.OVERVIEW_FIRST, "children"),
        Output(ids.OVERVIEW_FIGURES, "children"),
        Output(ids.OVERVIEW_QUALITY, "children"),
        Output(ids.OVERVIEW_QUESTIONS, "children"),
        Input(ids.shown(NAME), "data"),
    )
    def _(shown: object) -> tuple[Any, ...]:
        look = desk.look(shown)
        return (
            heading.title(look.released),
            heading.lead(look.released),
            first.cards(look),
            figures.figures(look.released, look.tried),
            quality.told(quality_of((look.key, look.stamp)), look),
            questions.ways(look),
        )

    rest.register(app, desk)
