"""The page: the data themselves, part by part: what was read, more of it, and what was wrong."""

from types import ModuleType
from typing import NamedTuple

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from ... import ids
from ...desk import Desk
from ...in_browser import in_browser
from ..pieces import aria, page_title
from . import checks, corrections, import_files, names, paper, posts

NAME = "data"


class Part(NamedTuple):
    """A part of the page: its name in addresses, its words, its module.

    Its panels listen to ``ids.part_shown("data", name)``, which holds what a page is told to show.
    """

    name: str
    words: str
    module: ModuleType


PARTS = (
    Part("checks", "Checks", checks),
    Part("import", "Bring in files", import_files),
    Part("names", "Names", names),
    Part("corrections", "Corrections", corrections),
    Part("paper", "On paper", paper),
    Part("posts", "Posts", posts),
)


def layout() -> list[Component]:
    """Lay the page out: the ways to its parts, and the parts; all but one are hidden."""
    ways = [
        html.Li(html.A(one.words, id=ids.part_nav(NAME, one.name), href=_href(one)))
        for one in PARTS
    ]
    return [
        page_title(NAME, "Your data"),
        html.Nav(html.Ul(ways), className="cn-parts", **aria(label="Parts of this page")),
        *(html.Div(one.module.layout(), id=ids.part(NAME, one.name), hidden=True) for one in PARTS),
        *(dcc.Store(id=ids.part_shown(NAME, one.name)) for one in PARTS),
    ]


def _href(part: Part) -> str:
    return f"/{NAME}?part={part.name}"


def register(app: Dash, desk: Desk) -> None:
    """Show the part of the address, and tell it what to show (assets/data.js)."""
    in_browser(
        app,
        "showPart",
        *(Output(ids.part_shown(NAME, one.name), "data") for one in PARTS),
        *(Output(ids.part(NAME, one.name), "hidden") for one in PARTS),
        *(Output(ids.part_nav(NAME, one.name), "href") for one in PARTS),
        Input(ids.shown(NAME), "data"),
    )
    for one in PARTS:
        one.module.register(app, desk)
