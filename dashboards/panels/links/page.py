"""The page: who sends to whom, on what it rests, and how few carry it."""

from typing import Any

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from collabnet.sharing import ReleasedLinks, release_links

from ... import ids
from ...desk import Desk
from ...desk.kept import Kept
from ...in_browser import in_browser
from .. import choosing
from ..pieces import page_title
from . import contacts, filters, heading, matrix, opened, outcomes, picture, table

NAME = "links"


def layout() -> list[Component]:
    """Lay the page out, empty."""
    return [
        page_title(NAME, heading.TITLE),
        html.P(id=ids.LINKS_LEAD, className="cn-hint"),
        opened.layout(),
        filters.layout(),
        picture.layout(),
        matrix.layout(),
        table.layout(),
        outcomes.layout(),
        contacts.layout(),
    ]


def register(app: Dash, desk: Desk) -> None:
    """Show what the address asks for; one answer for what is at hand, outcomes apart."""
    outcomes.register(app, desk)
    kept: Kept[tuple[str, str, str | None], ReleasedLinks] = Kept(
        lambda asked: release_links(desk.assessed(*asked[:2]), service=asked[2]), most=8
    )
    choosing.bind(app, NAME, *filters.ARGS)

    @app.callback(
        Output(ids.title(NAME), "children"),
        Output(ids.LINKS_LEAD, "children"),
        *(Output(ids.arg(NAME, arg), "data") for arg in filters.ARGS),
        *(Output(ids.arg(NAME, arg), "value") for arg in filters.ARGS),
        Output(ids.LINKS_OPENED, "children"),
        Output(ids.LINKS_FLOW, "children"),
        Output(ids.LINKS_MATRIX, "children"),
        Output(ids.LINKS_TABLE, "children"),
        Output(ids.LINKS_APART, "children"),
        Output(ids.LINKS_CONTACTS, "children"),
        Input(ids.shown(NAME), "data"),
    )
    def _(shown: object) -> tuple[Any, ...]:
        look = desk.look(shown)
        released = kept((look.key, look.stamp, look.chosen("service")))
        links = filters.chosen(released, look)
        return (
            heading.title(released),
            heading.lead(released),
            *filters.options(released, look),
            *(look.arg(arg) or None for arg in filters.ARGS),
            opened.shown(released, look),
            picture.drawn(links, released),
            matrix.drawn(links, released, look),
            table.listed(links, released, look),
            table.apart(links, released, look),
            contacts.listed(look),
        )

    in_browser(
        app,
        "linkOpened",
        Output(ids.LINKS_OPENED, "title"),
        Input(ids.LINKS_OPENED, "children"),
    )
