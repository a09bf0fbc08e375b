"""Panel: choose a coalition; where it can't be read, what the check says instead of findings."""

from typing import Any

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from collabnet.data.check import Check
from collabnet.model.errors import CollabnetError
from collabnet.risk.wording import count
from collabnet.sharing import Released

from .. import ids
from ..components import Choice
from ..desk import Desk, Opened


def layout(desk: Desk) -> Component:
    """Lay the box out with what can be chosen."""
    return Choice(id=ids.COALITION, label="Coalition", groups=desk.groups(), value=desk.start)


def problem(check_text: str) -> list[Component]:
    """Say what has to be answered or corrected before anything can be shown."""
    return [
        html.H2("This coalition can't be read yet"),
        html.P("Correct or answer what is listed here, then reload this page."),
        html.Pre(check_text, className="cn-check"),
    ]


def reading(found: Check) -> list[Component]:
    """Say what was read and what was left out, in the words of the check."""
    left_out = sum(one.rejected for one in found.files)
    head = f"What was read ({count(left_out, 'row')} left out)" if left_out else "What was read"
    return [html.Summary(head), html.Pre(found.to_text(), className="cn-check")]


def methods(released: Released) -> list[Component]:
    """Say what can't be seen in the data, and how the numbers came about."""
    return [
        html.H3("What this can't see"),
        html.Ul([html.Li(one) for one in released.unseen]),
        html.H3("How the numbers came about"),
        html.P(released.methods),
    ]


def label(released: Released) -> list[Component]:
    """Give the lines under which everything stands: for whom it is, and what the data are."""
    said: list[Component] = [html.Strong(released.notice)]
    if released.label:
        said.append(html.Span(released.label, className="cn-label"))
    said.append(html.Span(released.period, className="cn-period"))
    return said


def title(released: Released) -> str:
    """Give the title of the page."""
    return f"{released.name}: what breaks when somebody leaves"


def register(app: Dash, desk: Desk) -> None:
    """Open the coalition chosen."""

    @app.callback(
        Output(ids.OPENED, "data"),
        Output(ids.PROBLEM, "children"),
        Output(ids.PROBLEM, "hidden"),
        Output(ids.CONTENT, "hidden"),
        Output(ids.WAYS, "hidden"),
        Output(ids.READING, "children"),
        Input(ids.COALITION, "value"),
    )
    def _(key: str) -> tuple[Opened | None, list[Component], bool, bool, bool, list[Component]]:
        try:
            opened, found = desk.open(key)
        except CollabnetError as error:
            return None, problem(str(error)), False, True, True, []
        if found.coalition is None:
            return None, problem(found.to_text()), False, True, True, []
        return opened, [], True, False, False, reading(found)

    @app.callback(
        Output(ids.TITLE, "children"),
        Output(ids.LABEL, "children"),
        Output(ids.METHODS, "children"),
        Input(ids.OPENED, "data"),
    )
    def _(opened: Opened | None) -> tuple[str, list[Component], Any]:
        if opened is None:
            return "What breaks when somebody leaves", [], []
        released = desk.released(opened)
        return title(released), label(released), methods(released)
