"""The page that stands where no coalition is open: samples, templates, or why not."""

from dash import Dash
from dash.development.base_component import Component

from ... import templates
from ...desk import Desk
from ..pieces import page_title
from . import begin, problem

NAME = "start"


def layout() -> list[Component]:
    """Lay the page out: what stands in the way of reading, then the ways to begin."""
    return [
        page_title(NAME, problem.TITLE),
        *problem.layout(),
        *begin.layout(),
    ]


def register(app: Dash, desk: Desk) -> None:
    """Show what the address asks for."""
    templates.serve(app.server)
    problem.register(app, desk)
