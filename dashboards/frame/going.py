"""Go from page to page: the address says what is shown, and every page hears of it."""

from typing import TYPE_CHECKING

from dash import Dash, Input, Output, State

from .. import ids
from ..in_browser import in_browser

if TYPE_CHECKING:
    from ..pages import Page


def register(app: Dash, pages: "tuple[Page, ...]") -> None:
    """Show the page of the address, tell it what to show, and hide the others (assets/going.js)."""
    ways = [one.name for one in pages if one.in_navigation]
    in_browser(
        app,
        "show",
        *(Output(ids.shown(one.name), "data") for one in pages),
        *(Output(ids.page(one.name), "hidden") for one in pages),
        *(Output(ids.nav(name), "href") for name in ways),
        Input(ids.LOCATION, "pathname"),
        Input(ids.LOCATION, "search"),
        Input(ids.OPENED, "data"),
        Input(ids.REVISION, "data"),
        State(ids.START, "data"),
    )
    in_browser(
        app,
        "go",
        Output(ids.GO, "data"),
        Input(ids.GO, "data"),
        prevent_initial_call=True,
    )
