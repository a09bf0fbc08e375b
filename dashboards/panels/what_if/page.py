"""The page: what if. What is tried, what would come of it, one more change, and what is kept."""

from dash import Dash, html
from dash.development.base_component import Component

from ...desk import Desk
from ..pieces import page_title
from . import adding, keeping, result, steps
from .beginning import EMPTY_TITLE

NAME = "what-if"
PANELS = (steps, result, adding, keeping)


def layout() -> list[Component]:
    """Lay the page out, empty."""
    panels = [one.layout() for one in PANELS]
    return [page_title(NAME, EMPTY_TITLE), html.Div(panels, className="cn-trying")]


def register(app: Dash, desk: Desk) -> None:
    """Show what the address asks for."""
    for one in PANELS:
        one.register(app, desk)
