"""Panel: what is tried, step by step; each can be switched off and on, or taken out."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from collabnet.planning.changes import Change
from collabnet.sharing.say_changes import change_inside

from ... import ids
from ...desk import Desk, Look
from ...in_browser import in_browser
from ..pieces import aria, ask_button, data, panel

PAGE = "what-if"
NONE_ON = "Every step is switched off, so nothing is tried. Switch one on to see what it would do."


class Row(NamedTuple):
    """A step in words, and whether it counts."""

    words: str
    is_on: bool


def layout() -> Component:
    """Lay the panel out, empty."""
    return panel(
        ids.WHAT_IF_STEPS,
        "Tried, in this order",
        [html.Div(id=ids.WHAT_IF_ROWS), dcc.Store(id=ids.WHAT_IF_STAYED)],
    )


def rows(look: Look) -> list[Row]:
    """Give the steps in words; what is on speaks of the coalition as the steps before leave it.

    Steps that can't be tried together are listed as well: to take one of them out.
    """
    said = iter(look.tried.changes if look.tried else ())
    return [
        Row(next(said) if step.is_on and look.tried else words_of(look, step.change), step.is_on)
        for step in look.steps
    ]


def words_of(look: Look, change: Change) -> str:
    """Say a change to the coalition as it is, whether it can be tried or not."""
    try:
        return change_inside(look.coalition, change)
    except KeyError:
        return "Somebody or something that isn't in the files any more."


def listed(found: Sequence[Row]) -> list[Component]:
    """Lay out the steps with their switches."""
    if not found:
        return []
    clear = ask_button("Take all back", {"do": "clear"}, heir=ids.title(PAGE))
    another = html.A("Try one more", href="#what-if-adding", className="cn-one-more")
    return [
        html.Ol([_item(place, row) for place, row in enumerate(found)], className="cn-tried-steps"),
        *([] if any(row.is_on for row in found) else [html.P(NONE_ON, className="cn-hint")]),
        html.Div([clear, another], className="cn-buttons"),
    ]


def _item(place: int, row: Row) -> Component:
    remove = ask_button(
        "Remove", {"do": "remove", "place": place}, about=row.words, heir=ids.title(PAGE)
    )
    return html.Li(
        [
            html.Span(html.Span(row.words), className="cn-tried-words"),
            html.Span([_switch(place, row), remove], className="cn-buttons"),
        ],
        className="cn-tried-step" if row.is_on else "cn-tried-step cn-tried-off",
    )


def _switch(place: int, row: Row) -> html.Button:
    """A switch that asks for the other state; a word beside its knob says which it is."""
    about = html.Span(f" {row.words}", className="cn-sr-only")
    return html.Button(
        [html.Span(className="cn-knob"), "On" if row.is_on else "Off", about],
        type="button",
        role="switch",
        className="cn-button cn-switch",
        **aria(checked="true" if row.is_on else "false"),
        **data(ask=json.dumps({"do": "switch", "place": place})),
    )


def register(app: Dash, desk: Desk) -> None:
    """List what the address says is tried."""

    @app.callback(
        Output(ids.WHAT_IF_ROWS, "children"),
        Output(ids.WHAT_IF_STEPS, "hidden"),
        Input(ids.shown(PAGE), "data"),
    )
    def _(shown: object) -> tuple[list[Component], bool]:
        found = rows(desk.look(shown))
        return listed(found), not found

    # The list is drawn anew: the keyboard stays at the switch that it has pressed.
    in_browser(
        app,
        "stayAtSwitch",
        Output(ids.WHAT_IF_STAYED, "data"),
        Input(ids.WHAT_IF_ROWS, "children"),
    )
