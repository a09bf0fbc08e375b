"""The header and the navigation: what is open, where to go, how light the page is."""

from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, html
from dash.development.base_component import Component

from .. import ids
from ..desk import Desk
from ..in_browser import in_browser
from ..panels.pieces import aria
from .opening import options
from .theme import SCHEMES

if TYPE_CHECKING:
    from ..pages import Page


def layout(desk: Desk) -> Component:
    """Lay the header out."""
    return html.Div(
        [
            dmc.Burger(
                id=ids.BURGER,
                hiddenFrom="sm",
                size="sm",
                **aria(label="Pages"),
            ),
            html.A("collabnet", href="/", className="cn-brand"),
            dmc.Select(
                id=ids.COALITION,
                data=options(desk),
                value=desk.coalitions.start or None,
                placeholder="Choose a coalition",
                searchable=True,
                allowDeselect=False,
                nothingFoundMessage="None of this name.",
                className="cn-coalition",
                **aria(label="Coalition"),
            ),
            html.Div(
                [
                    html.Button(
                        "Copy link", id=ids.COPY_LINK, type="button", className="cn-button"
                    ),
                    html.Details(
                        [html.Summary("Print", className="cn-button"), html.Ul(id=ids.BRIEF_WAYS)],
                        id=ids.BRIEF,
                        className="cn-menu",
                        hidden=True,
                    ),
                ],
                className="cn-header-tools",
            ),
        ],
        className="cn-header",
    )


def navigation(pages: "tuple[Page, ...]") -> Component:
    """Lay out the ways to the pages, and how light everything is to be."""
    ways = [
        html.Li(html.A(one.words, id=ids.nav(one.name), href=f"/{one.name}"))
        for one in pages
        if one.in_navigation
    ]
    scheme = dmc.Select(
        id=ids.SCHEME_CHOICE,
        label="Light or dark",
        data=[{"value": value, "label": words} for value, words in SCHEMES],
        value=SCHEMES[0][0],
        allowDeselect=False,
        size="xs",
    )
    return html.Div([html.Ul(ways, className="cn-ways"), scheme], className="cn-navigation")


def register(app: Dash) -> None:
    """Open the navigation on a telephone, keep how light the page is, copy the address."""
    in_browser(
        app,
        "navbar",
        Output(ids.SHELL, "navbar"),
        Input(ids.BURGER, "opened"),
        State(ids.SHELL, "navbar"),
    )
    in_browser(
        app,
        "scheme",
        Output(ids.THEME, "forceColorScheme"),
        Output(ids.SCHEME_CHOICE, "value"),
        Output(ids.SCHEME, "data"),
        Input(ids.SCHEME, "modified_timestamp"),
        Input(ids.SCHEME_CHOICE, "value"),
        State(ids.SCHEME, "data"),
    )
    in_browser(
        app,
        "copyLink",
        Output(ids.COPY_LINK, "children"),
        Input(ids.COPY_LINK, "n_clicks"),
        prevent_initial_call=True,
    )
