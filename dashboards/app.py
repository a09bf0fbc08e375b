"""The dashboard as one application."""

from collections.abc import Mapping
from os import PathLike

from dash import Dash

from . import briefs, frame
from .desk import Desk
from .pages import PAGES
from .server import create_app


def build_app(
    given: str | PathLike[str] | None = None,
    *,
    reading: Mapping[str, object] | None = None,
    home: str | PathLike[str] | None = None,
) -> Dash:
    """Build the dashboard for a coalition, or an empty one that offers the samples.

    Parameters
    ----------
    given : a coalition folder or the name of a sample, open when the page opens
    reading : answers to questions of the check, as `collabnet.load` takes them
    home : the folder for new coalitions; without it "collabnet" in the user's own folder

    Raises
    ------
    NotFoundError
        If there is neither such a folder nor such a sample.

    Examples
    --------
    >>> build_app("sample:site_a").title
    'collabnet'
    """
    desk = Desk(given, reading=reading, home=home)
    app = create_app()
    app.layout = frame.layout(desk, PAGES)
    briefs.register(app, desk)
    frame.register(app, desk, PAGES)
    for page in PAGES:
        page.module.register(app, desk)
    frame.keep_answers(app, desk)
    return app
