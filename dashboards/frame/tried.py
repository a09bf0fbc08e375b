"""What is tried, in sight on every page, with undo and redo; and the wishes of all buttons."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from collabnet.model.errors import CollabnetError

from .. import ids
from ..desk import Desk, Look
from ..panels.pieces import aria, ask_button
from ..panels.refusing import named, refusal
from ..state.address import Address
from ..state.steps import (
    History,
    changes_of,
    encode,
    from_plain,
    switched,
    with_change,
    without,
)

WHAT_IF = "what-if"


def layout() -> Component:
    """Lay out the bar of what is tried, empty; undo and redo stand in it."""
    return html.Section(
        [
            html.Div(id=ids.TRIED_BAR),
            html.Div(
                [
                    ask_button("Undo", {"do": "undo"}, button_id=ids.UNDO),
                    ask_button("Redo", {"do": "redo"}, button_id=ids.REDO),
                ],
                className="cn-buttons",
            ),
        ],
        id=ids.TRIED,
        hidden=True,
        className="cn-bar",
        **aria(label="What is tried"),
    )


def said(look: Look) -> list[Component]:
    """Say in the bar how many changes are tried, with the way to what they would do."""
    n = len(changes_of(look.steps))
    if not look.steps:
        return [html.Span("Nothing is tried any more.")]
    words = f"{n} change{'' if n == 1 else 's'} tried" if n else "No change tried"
    off = len(look.steps) - n
    words += f", {off} switched off. " if off else ". "
    return [
        html.Span([html.Strong(words), "Nothing in your files changes. "]),
        html.A("See what it would do", href=look.link(WHAT_IF)),
    ]


def history_of(look: Look, plain: object) -> History:
    """Read what was tried up to this view; of other files it says nothing."""
    code = "" if look.is_outdated else look.address.steps
    kept = plain.get("of") if isinstance(plain, Mapping) else None
    is_same = kept == [look.key, look.stamp]
    return History.of(plain).seen(code) if is_same else History.opened(code)


def written(look: Look, history: History) -> dict[str, Any]:
    """Write what was tried for the browser, with the files that it is about."""
    return {**history.to_plain(), "of": [look.key, look.stamp]}


def wished(look: Look, asked: Mapping[str, Any], history: History) -> Address:
    """Give the address after a wish: try, remove, switch, clear, undo, redo, or go to a page.

    Raises
    ------
    CollabnetError
        If the wish is none of them, or can't be met; the text says why.
    """
    address = look.address
    match asked:
        case {"do": "try", "change": text} | {"do": "try", "changes": text}:
            steps = look.steps
            for one in text if isinstance(text, list) else [text]:
                steps = with_change(steps, from_plain({"change": one}))
            look.desk.tried(look.key, look.stamp, changes_of(steps))  # refused before it is kept
            return look.numbered(replace(address.on(WHAT_IF), steps=encode(steps, look.refs)))
        case {"do": "remove", "place": int(place)}:
            steps = without(look.steps, place)
        case {"do": "switch", "place": int(place)}:
            steps = switched(look.steps, place)
        case {"do": "clear"}:
            steps = ()
        case {"do": "undo" | "redo" as which}:
            code = history.undone if which == "undo" else history.redone
            here = history.codes[history.at]
            return look.numbered(replace(address, steps=here if code is None else code))
        case _:
            raise CollabnetError(
                "The page asked for something that this dashboard doesn't know. Reload the page "
                "and try again."
            )
    if not look.problem:  # else the way out is to take the steps out one by one
        look.desk.tried(look.key, look.stamp, changes_of(steps))
    return look.numbered(replace(address, steps=encode(steps, look.refs)))


def register(app: Dash, desk: Desk) -> None:
    """Meet the wishes of buttons; keep what was tried for undo and redo."""

    @app.callback(
        Output(ids.GO, "data", allow_duplicate=True),
        Output(ids.HISTORY, "data", allow_duplicate=True),
        Output(ids.SAID, "children"),
        Input(ids.ASKED, "data"),
        State(ids.LOCATION, "pathname"),
        State(ids.LOCATION, "search"),
        State(ids.OPENED, "data"),
        State(ids.HISTORY, "data"),
        prevent_initial_call=True,
    )
    def _(
        asked: object, path: str, search: str, opened: object, before: object
    ) -> tuple[Any, Any, str]:
        if not isinstance(asked, Mapping):
            return no_update, no_update, ""
        look = desk.look({"path": path, "search": search, "opened": opened})
        try:
            history = history_of(look, before)
            address = wished(look, asked, history)
        except CollabnetError as error:
            return no_update, no_update, refusal(look, error)
        # Kept at once: the next click on Undo may come before the page hears of the address.
        return address.href, written(look, history.seen(address.steps)), ""

    @app.callback(
        Output(ids.HISTORY, "data"),
        Output(ids.UNDO, "disabled"),
        Output(ids.REDO, "disabled"),
        Output(ids.TRIED_BAR, "children"),
        Output(ids.TRIED, "hidden"),
        Output(ids.SAID, "children", allow_duplicate=True),
        Input(ids.OPENED, "data"),
        Input(ids.LOCATION, "search"),
        State(ids.HISTORY, "data"),
    )
    def _(opened: Mapping[str, Any] | None, search: str, before: object) -> tuple[Any, ...]:
        if not opened or not opened["is_read"]:
            return None, True, True, [], True, ""
        look = desk.look({"path": "", "search": search, "opened": opened})
        address = look.address
        if (address.coalition or desk.coalitions.start) != opened["key"]:
            return (no_update,) * 6  # on the way to another coalition
        history = history_of(look, before)
        is_empty = not look.steps and history.redone is None and history.undone is None
        return (
            written(look, history),
            history.undone is None,
            history.redone is None,
            said(look),
            is_empty,
            named(look, look.problem),
        )
