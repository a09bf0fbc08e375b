"""Boxes whose choice stands in the address: a copied link, back and reload keep it.

The value of an option is a number of `state.refs` or a word of our own, never a name.
"""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State

from .. import ids
from ..in_browser import in_browser


def choice(
    page: str,
    arg: str,
    label: str,
    options: Sequence[dict[str, Any]] = (),
    **more: Any,  # noqa: ANN401 - properties of the box
) -> dmc.Select:
    """Make a searchable box; the page's panel writes its ``data`` and ``value``."""
    return dmc.Select(
        id=ids.arg(page, arg),
        label=label,
        data=list(options),
        searchable=True,
        nothingFoundMessage="None of this name.",
        **more,
    )


def bind(app: Dash, page: str, *args: str, prop: str = "value") -> None:
    """Write what is chosen in controls of a page into the address (assets/going.js).

    The control of each argument has the id ``ids.arg(page, arg)``. A panel that sets it to what
    the address says goes nowhere.
    """
    for arg in args:
        in_browser(
            app,
            "choose",
            Output(ids.GO, "data", allow_duplicate=True),
            Input(ids.arg(page, arg), prop),
            State(ids.OPENED, "data"),
            prevent_initial_call=True,
        )


def follow(app: Dash, shown: str, page: str, *args: str) -> None:
    """Let boxes say what the address says, without asking the server (assets/going.js).

    For parts where much is chosen one after the other: an answer that comes late, such as after
    a change was saved, must not take back what was chosen meanwhile. ``shown`` is the id of what
    the part is told to show.
    """
    for arg in args:
        box = ids.arg(page, arg)
        in_browser(
            app,
            "follow",
            Output(box, "value"),
            Input(shown, "data"),
            State(box, "data"),
            State(box, "allowDeselect"),
        )
