"""Panel: what was decided. The register is kept in the folder, and names whoever sees to it."""

from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Dash, Input, Output, State, ctx, html, no_update
from dash.development.base_component import Component

from collabnet.model.errors import CollabnetError
from collabnet.planning.actions import today_in_utc

from ... import ids
from ...desk import Desk
from ..pieces import panel
from .choices import PAGE
from .register import about, end, kept, told, write

HINT = (
    "What you decide about a link, who sees to it, until when. It is kept in the coalition's "
    "folder and in no brief. When it is done, its finding is tested anew."
)
SAMPLE = "This is a sample: nothing is written down in it. Copy it first, on the page Data."


def layout() -> Component:
    """Lay the panel out."""
    form = [
        dmc.Textarea(id=ids.DECIDED_WHAT, label="What is to be done", autosize=True),
        dmc.Select(
            id=ids.DECIDED_ABOUT,
            label="About which finding",
            data=[],
            clearable=True,
            placeholder="None of them",
        ),
        dmc.TextInput(id=ids.DECIDED_WHO, label="Who sees to it"),
        dmc.TextInput(id=ids.DECIDED_DUE, label="Until when", placeholder="2027-01-31"),
        html.Button(
            "Write it down", id=ids.DECIDED_WRITE, type="button", className="cn-button cn-first"
        ),
    ]
    return panel(
        ids.DECIDED,
        "What was decided",
        [
            html.P(HINT, className="cn-hint"),
            html.P(SAMPLE, id=ids.DECIDED_SAMPLE, className="cn-hint", hidden=True),
            html.Div(id=ids.DECIDED_LIST),
            html.P(id=ids.DECIDED_SAID, role="status", className="cn-said"),
            html.Details(
                [html.Summary("Write down an action"), html.Div(form, className="cn-decided-form")],
                id=ids.DECIDED_FORM,
                className="cn-more",
                hidden=True,
            ),
        ],
    )


def register(app: Dash, desk: Desk) -> None:
    """Show the register; write into it."""

    @app.callback(
        Output(ids.DECIDED_LIST, "children"),
        Output(ids.DECIDED_ABOUT, "data"),
        Output(ids.DECIDED_SAMPLE, "hidden"),
        Output(ids.DECIDED_FORM, "hidden"),
        Input(ids.shown(PAGE), "data"),
        Input(ids.DECIDED_SAID, "children"),
    )
    def _(shown: object, _said: str) -> tuple[Any, ...]:
        look = desk.look(shown)
        try:
            found = told(kept(look), today_in_utc())
        except CollabnetError as error:
            found = [html.P(str(error), className="cn-refused")]
        return found, about(look), not look.is_sample, look.is_sample

    said = (Output(ids.DECIDED_SAID, "children"), Output(ids.DECIDED_SAID, "className"))
    form = (ids.DECIDED_WHAT, ids.DECIDED_WHO, ids.DECIDED_DUE, ids.DECIDED_ABOUT)

    @app.callback(
        *said,
        *(Output(one, "value") for one in form),
        Input(ids.DECIDED_WRITE, "n_clicks"),
        State(ids.shown(PAGE), "data"),
        *(State(one, "value") for one in form),
    )
    def _(_n: int, shown: object, *given: str | None) -> tuple[Any, ...]:
        try:
            words = write(desk.look(shown), *given)
        except CollabnetError as error:
            return str(error), "cn-refused", *(no_update,) * len(form)
        return words, "cn-done", "", "", "", None

    @app.callback(
        *(Output(one.component_id, one.component_property, allow_duplicate=True) for one in said),
        Input(ids.decided_button("done", ALL), "n_clicks"),
        Input(ids.decided_button("drop", ALL), "n_clicks"),
        State(ids.shown(PAGE), "data"),
    )
    def _(_done: list[Any], _drop: list[Any], shown: object) -> tuple[Any, ...]:
        pressed = ctx.triggered_id
        if not ctx.triggered[0]["value"]:  # a button that has just been drawn
            return no_update, no_update
        try:
            return end(desk.look(shown), pressed["decided"], int(pressed["number"])), "cn-done"
        except CollabnetError as error:
            return str(error), "cn-refused"
