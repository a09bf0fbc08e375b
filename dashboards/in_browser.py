"""Callbacks that run in the browser: functions of our own scripts in assets/."""

from typing import Any

from dash import ClientsideFunction, Dash
from dash.dependencies import DashDependency


def in_browser(app: Dash, function: str, *places: DashDependency, **more: Any) -> None:  # noqa: ANN401
    """Let a function of ``dash_clientside.collabnet`` answer, without asking the server.

    Parameters
    ----------
    function : its name in the scripts
    places : outputs, inputs and states, in this order
    more : options of Dash, such as ``prevent_initial_call``
    """
    app.clientside_callback(  # type: ignore[no-untyped-call] # Dash gives no types for it
        ClientsideFunction("collabnet", function), *places, **more
    )
