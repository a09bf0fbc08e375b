"""Panel: keep what is tried under a name in the coalition's folder, and open what was kept."""

from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, ctx, html, no_update
from dash.development.base_component import Component

from collabnet.model.errors import CollabnetError

from ... import ids
from ...desk import Desk
from ..pieces import panel
from .kept import keep, kept, listed, opened, replaced, told

PAGE = "what-if"
HINT = (
    "A what-if is kept in the folder of the coalition, beside its files. Whoever opens the folder "
    "can open it again."
)
SAMPLE = (
    "This is a sample. It stays as it is, so nothing can be kept in it. The button Copy link on "
    "top gives a link that comes back to what you try. Or make a copy of your own "
)


def layout() -> Component:
    """Lay the panel out."""
    keep = html.Div(
        [
            html.P(HINT, className="cn-hint"),
            dmc.TextInput(id=ids.WHAT_IF_NAME, label="Name", placeholder="Such as: paper first"),
            _button("Keep under this name", ids.WHAT_IF_SAVE),
            html.Div(
                [
                    dmc.Select(
                        id=ids.WHAT_IF_SAVED,
                        label="Kept what-ifs",
                        data=[],
                        allowDeselect=False,
                        comboboxProps={"withinPortal": False},
                    ),
                    html.Div(id=ids.WHAT_IF_SAVED_TOLD),
                    html.Div(
                        [
                            _button("Open it", ids.WHAT_IF_OPEN),
                            _button("Replace it by what is tried now", ids.WHAT_IF_REPLACE),
                        ],
                        className="cn-buttons",
                    ),
                ],
                id=ids.WHAT_IF_KEPT,
                className="cn-kept",
            ),
        ],
        id=ids.WHAT_IF_KEEPING,
    )
    way = html.A("on the page Data", href="/data", id=ids.WHAT_IF_TO_DATA)
    sample = html.P([SAMPLE, way, "."], id=ids.WHAT_IF_SAMPLE, className="cn-hint")
    said = html.P(id=ids.WHAT_IF_SAVED_NOW, role="status", className="cn-said")
    return panel("what-if-kept-panel", "Keep what you try", [sample, keep, said])


def _button(words: str, button_id: str) -> html.Button:
    return html.Button(words, id=button_id, type="button", className="cn-button")


def register(app: Dash, desk: Desk) -> None:
    """List what is kept; keep, replace and open."""

    @app.callback(
        Output(ids.WHAT_IF_KEEPING, "hidden"),
        Output(ids.WHAT_IF_SAMPLE, "hidden"),
        Output(ids.WHAT_IF_TO_DATA, "href"),
        Output(ids.WHAT_IF_SAVED, "data"),
        Output(ids.WHAT_IF_KEPT, "hidden"),
        Output(ids.WHAT_IF_SAVED_TOLD, "children"),
        Input(ids.shown(PAGE), "data"),
        Input(ids.WHAT_IF_SAVED, "value"),
        Input(ids.WHAT_IF_SAVED_NOW, "children"),
    )
    def _(shown: object, key: str | None, _said: str) -> tuple[Any, ...]:
        look = desk.look(shown)
        found = kept(look)
        is_empty = not found and not found.unreadable
        return (
            look.is_sample,
            not look.is_sample,
            look.link("data"),
            listed(found),
            is_empty,
            told(look, found, key),
        )

    @app.callback(
        Output(ids.WHAT_IF_SAVED_NOW, "children"),
        Output(ids.WHAT_IF_SAVED_NOW, "className"),
        Output(ids.WHAT_IF_SAVED, "value"),
        Output(ids.WHAT_IF_NAME, "value"),
        Output(ids.GO, "data", allow_duplicate=True),
        Input(ids.WHAT_IF_SAVE, "n_clicks"),
        Input(ids.WHAT_IF_REPLACE, "n_clicks"),
        Input(ids.WHAT_IF_OPEN, "n_clicks"),
        State(ids.shown(PAGE), "data"),
        State(ids.WHAT_IF_NAME, "value"),
        State(ids.WHAT_IF_SAVED, "value"),
        prevent_initial_call=True,
    )
    def _(
        _save: int, _replace: int, _open: int, shown: object, name: str | None, key: str | None
    ) -> tuple[Any, ...]:
        look = desk.look(shown)
        try:
            if ctx.triggered_id == ids.WHAT_IF_OPEN:
                return "", "cn-said", no_update, no_update, opened(look, kept(look), key)
            is_new = ctx.triggered_id == ids.WHAT_IF_SAVE
            made = keep(look, name) if is_new else replaced(look, kept(look), key)
        except CollabnetError as error:
            return str(error), "cn-refused", no_update, no_update, no_update
        words = f"Kept as “{made.name}” in the folder of the coalition."
        return words, "cn-done", made.digest, "" if is_new else no_update, no_update
