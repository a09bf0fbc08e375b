"""The frame of all pages: landmarks, the way to skip, what the browser keeps, where pages stand."""

from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import Dash, dcc, html
from dash.development.base_component import Component

from .. import ids
from ..desk import Desk
from ..panels.pieces import aria, data
from . import going, header, opening, tried
from .theme import themed

if TYPE_CHECKING:
    from ..pages import Page

ON_PAPER = (
    "What is on this screen is internal: it names staff, so it isn't printed by chance. To print, "
    "open the menu Print on top: the brief is made to be passed on."
)


def layout(desk: Desk, pages: "tuple[Page, ...]") -> Component:
    """Lay the frame out with every page in it; all but one are hidden."""
    main = [
        html.P(id=ids.LABEL, className="cn-labels"),
        html.P(ON_PAPER, className="cn-on-paper"),
        tried.layout(),
        html.P(id=ids.SAID, className="cn-refused", role="alert"),
        *(_page(one) for one in pages),
    ]
    return themed(
        [
            html.A("Skip to the page", href=f"#{ids.MAIN}", className="cn-skip"),
            *_kept(desk, pages),
            dmc.AppShell(
                [
                    dmc.AppShellHeader(header.layout(desk)),
                    dmc.AppShellNavbar(header.navigation(pages), p="sm"),
                    dmc.AppShellMain(html.Div(main, id=ids.MAIN, tabIndex=-1, className="cn-main")),
                ],
                id=ids.SHELL,
                header={"height": 60},
                navbar={"width": 216, "breakpoint": "sm", "collapsed": {"mobile": True}},
                padding="md",
            ),
            html.Div(id=ids.SPOKEN, className="cn-sr-only", role="status"),
        ]
    )


def _kept(desk: Desk, pages: "tuple[Page, ...]") -> list[Component]:
    """What the browser keeps: in memory, but for how light the page is to be."""
    return [
        dcc.Location(id=ids.LOCATION, refresh=False),
        dcc.Store(id=ids.OPENED),
        dcc.Store(id=ids.REVISION, data=0),
        dcc.Store(id=ids.ASKED),
        dcc.Store(id=ids.GO),
        dcc.Store(id=ids.HISTORY),
        dcc.Store(id=ids.START, data=desk.coalitions.start),
        dcc.Store(id=ids.SCHEME, storage_type="local", data="auto"),
        *(dcc.Store(id=ids.shown(one.name)) for one in pages),
    ]


def _page(one: "Page") -> Component:
    return html.Section(
        one.module.layout(),
        id=ids.page(one.name),
        hidden=True,
        className="cn-page",
        **aria(labelledby=ids.title(one.name)),
        **data(needs=_needs(one)),
    )


def _needs(one: "Page") -> str:
    """Say to assets/going.js what has to be there before the page is shown."""
    return "coalition" if one.needs_coalition else ""


def register(app: Dash, desk: Desk, pages: "tuple[Page, ...]") -> None:
    """Connect the frame: open coalitions, go from page to page, meet wishes."""
    opening.register(app, desk)
    going.register(app, pages)
    tried.register(app, desk)
    header.register(app)
