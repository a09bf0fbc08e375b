"""Panel: how good the data are, in one line, with the way to more."""

from collections.abc import Callable

from dash import html
from dash.development.base_component import Component

from collabnet.sharing.quality import ReleasedQuality, release_quality

from ... import ids
from ...desk import Desk, Look
from ...desk.kept import Kept
from ..pieces import panel

State = tuple[str, str]


def layout() -> Component:
    """Lay the panel out, empty."""
    return panel("quality", "How good the data are", [html.Div(id=ids.OVERVIEW_QUALITY)])


def kept(desk: Desk) -> Callable[[State], ReleasedQuality]:
    """Give a function that works it out once for each state of a coalition's files."""

    def quality(state: State) -> ReleasedQuality:
        return release_quality(desk.assessed(*state))

    return Kept(quality, most=4)


def told(quality: ReleasedQuality, look: Look) -> list[Component]:
    """Say it in a line; what can't be concluded stands on the page of the data."""
    return [
        html.P(quality.line, className="cn-quality"),
        html.A("What we can't conclude from them", href=look.link("data", part="checks")),
    ]
