"""The dashboard as one application."""

from collections.abc import Mapping
from os import PathLike

from dash import Dash

from . import shell
from .desk import Desk
from .server import create_app


def build_app(
    given: str | PathLike[str] | None = None,
    *,
    reading: Mapping[str, object] | None = None,
) -> Dash:
    """Build the dashboard for a coalition folder, or for the samples alone; `serve` shows it.

    Parameters
    ----------
    given : a coalition folder or the name of a sample, open when the page opens
    reading : answers to questions of the check, as `collabnet.load` takes them

    Raises
    ------
    NotFoundError
        If there is neither such a folder nor such a sample.

    Examples
    --------
    >>> build_app("sample:site_a").title
    'collabnet'
    """
    desk = Desk(given, reading=reading)
    app = create_app()
    app.layout = shell.layout(desk)
    shell.register(app, desk)
    return app
