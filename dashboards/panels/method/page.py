"""The page: how the numbers came about, and what the words mean. It needs no coalition."""

from dash import Dash
from dash.development.base_component import Component

from ...desk import Desk
from ..pieces import page_title
from . import findings, how, measures, sources, words

NAME = "method"


def layout() -> list[Component]:
    """Lay the page out: words first, for those who come to look one up."""
    return [
        page_title(NAME, how.TITLE),
        words.layout(),
        how.layout(),
        findings.layout(),
        measures.layout(),
        sources.layout(),
    ]


def register(app: Dash, desk: Desk) -> None:
    """Connect the panels of the page."""
    for one in (words, how, measures):
        one.register(app, desk)
