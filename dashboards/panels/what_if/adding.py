"""Panel: one more change to try. What happens is chosen first, then to whom."""

from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import Change

from ... import ids
from ...desk import Desk, Look
from ...in_browser import in_browser
from ...state.steps import changes_of, decode, to_plain, with_change
from ..pieces import panel
from ..refusing import refusal
from .kinds import FIRST_KIND, GROUPS, KINDS, Field
from .offered import options

PAGE = "what-if"
MOST_LISTED = 300
"""So many names are listed before something is typed; more would make the box slow to open."""
INSIDE = {"withinPortal": False}
"""What opens stays in its part of the page, where those who hear the page look for it."""
EMPTY: dict[str, Any] = {"label": "", "data": [], "value": None}


def layout() -> Component:
    """Lay the form out."""
    kind = KINDS[FIRST_KIND]
    return panel(
        "what-if-adding",
        "Try a change",
        [
            dmc.Select(
                id=ids.WHAT_IF_KIND,
                label="What happens?",
                data=GROUPS,
                value=FIRST_KIND,
                allowDeselect=False,
                comboboxProps=INSIDE,
                maxDropdownHeight=420,
            ),
            html.P(kind.about, id=ids.WHAT_IF_ABOUT, className="cn-hint"),
            _box(ids.WHAT_IF_FIRST),
            html.Div(_box(ids.WHAT_IF_SECOND), id=ids.WHAT_IF_SECOND_BOX),
            html.P(id=ids.WHAT_IF_REFUSED, className="cn-refused", role="alert"),
            html.Button(
                "Try it", id=ids.WHAT_IF_TRY, type="button", className="cn-button cn-first"
            ),
            dcc.Store(id=ids.WHAT_IF_ARRIVED),
        ],
    )


def _box(box_id: str) -> dmc.Select:
    return dmc.Select(
        id=box_id,
        label="",
        data=[],
        searchable=True,
        allowDeselect=False,
        limit=MOST_LISTED,
        placeholder="Choose, or type a part of it",
        nothingFoundMessage="None of this name.",
        comboboxProps=INSIDE,
    )


def form(look: Look, kind: str) -> dict[str, Any]:
    """Say what the form asks for a kind of change; what the address names is chosen already."""
    kind = kind if kind in KINDS else FIRST_KIND
    first, *rest = KINDS[kind].fields
    return {
        "kind": kind,
        "about": KINDS[kind].about,
        "is_short": not rest,
        "first": _filled(look, first, "who"),
        "second": _filled(look, rest[0], "with") if rest else EMPTY,
    }


def _filled(look: Look, field: Field, arg: str) -> dict[str, Any]:
    """Give what stands in a box: its options, and of them the one that the address names."""
    found = options(look, field.of)
    known = {one["value"] for group in found for one in group.get("items", [group])}
    given = "" if look.is_outdated else look.arg(arg)
    return {
        "label": field.label,
        "data": found,
        "value": given if given in known else field.usual,
    }


def wished(look: Look, kind: str, *values: str | None) -> Change:
    """Read the change that the form asks for.

    Raises
    ------
    CollabnetError
        If something has to be chosen first; the text says what.
    """
    for field, value in zip(KINDS[kind].fields, values, strict=False):
        if not value:
            raise CollabnetError(f"Choose first: {field.label}.")
    chosen = [one for one in values[: len(KINDS[kind].fields)] if one and one != "new"]
    if len(set(chosen)) < len(chosen):
        raise CollabnetError("Both boxes say the same. Choose another one in one of them.")
    return decode(".".join([kind, *chosen]), look.refs)[0].change


def asked(look: Look, kind: str, *values: str | None) -> tuple[Change | None, str]:
    """Give the change that the form asks for, or why it can't be tried beside the others."""
    try:
        change = wished(look, kind, *values)
    except CollabnetError as error:
        return None, str(error)
    try:
        look.desk.tried(look.key, look.stamp, changes_of(with_change(look.steps, change)))
    except CollabnetError as error:
        return None, refusal(look, error)
    return change, ""


def register(app: Dash, desk: Desk) -> None:
    """Fill the boxes for what happens; ask for the change that they say."""
    boxes = {"first": ids.WHAT_IF_FIRST, "second": ids.WHAT_IF_SECOND}

    @app.callback(
        output={
            "kind": Output(ids.WHAT_IF_KIND, "value"),
            "about": Output(ids.WHAT_IF_ABOUT, "children"),
            "is_short": Output(ids.WHAT_IF_SECOND_BOX, "hidden"),
            **{
                name: {prop: Output(box, prop) for prop in ("label", "data", "value")}
                for name, box in boxes.items()
            },
        },
        inputs={"shown": Input(ids.shown(PAGE), "data"), "kind": Input(ids.WHAT_IF_KIND, "value")},
    )
    def _(shown: object, kind: str) -> dict[str, Any]:
        look = desk.look(shown)
        is_arriving = ctx.triggered_id == ids.shown(PAGE)
        return form(look, look.arg("kind", kind) if is_arriving else kind)

    @app.callback(
        Output(ids.ASKED, "data", allow_duplicate=True),
        Output(ids.WHAT_IF_REFUSED, "children"),
        Input(ids.WHAT_IF_TRY, "n_clicks"),
        State(ids.shown(PAGE), "data"),
        State(ids.WHAT_IF_KIND, "value"),
        *(State(box, "value") for box in boxes.values()),
        prevent_initial_call=True,
    )
    def _(clicks: int, shown: object, kind: str, *values: str | None) -> tuple[Any, str]:
        look = desk.look(shown)
        change, why = asked(look, kind, *values)
        return ({**to_plain(change), "count": clicks} if change else no_update), why

    # What came of it stands on top: the eye and the keyboard go there.
    in_browser(
        app,
        "arriveAtTitle",
        Output(ids.WHAT_IF_ARRIVED, "data"),
        Input(ids.title(PAGE), "children"),
    )
