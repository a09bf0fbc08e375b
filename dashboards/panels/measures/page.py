"""The page: one measure of every person or agency, for those who want it; by name, never ranked."""

from dash import Dash, html
from dash.development.base_component import Component

from ...desk import Desk
from ..pieces import page_title
from . import choice, definition, result

NAME = "measures"
PURPOSE = (
    "Measures describe how a network is built. They are for research, not for judging staff. "
    "Tables stand in the order of names."
)


def layout() -> list[Component]:
    """Lay the page out: what is measured, what that means, what came of it."""
    return [
        page_title(NAME, "Measures"),
        html.P(PURPOSE, className="cn-hint"),
        choice.layout(),
        definition.layout(),
        result.layout(),
    ]


def register(app: Dash, desk: Desk) -> None:
    """Connect the panels of the page."""
    for one in (choice, definition, result):
        one.register(app, desk)
