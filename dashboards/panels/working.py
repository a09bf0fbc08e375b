"""Long work as a page tells of it: in words, with a bar and a button to cancel.

A panel begins work with ``desk.jobs.begin(what, work)`` and writes the token to ``ids.job(name)``;
it listens to ``ids.job_done(name)`` and takes the answer with ``desk.jobs.take(token)``.
"""

from typing import Any

from dash import Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from .. import ids
from ..desk import Desk
from .pieces import aria

EVERY = 400  # milliseconds


def layout(name: str) -> Component:
    """Lay out what tells of the work of this name; hidden while there is none."""
    return html.Div(
        [
            html.P(id=ids.job_part(name, "words"), role="status"),
            html.Progress(id=ids.job_part(name, "bar"), max="1", **aria(label="How far it is")),
            html.Button(
                "Cancel", id=ids.job_part(name, "cancel"), type="button", className="cn-button"
            ),
            dcc.Interval(id=ids.job_part(name, "clock"), interval=EVERY, disabled=True),
            dcc.Store(id=ids.job(name)),
            dcc.Store(id=ids.job_done(name)),
        ],
        id=ids.job_part(name, "box"),
        className="cn-working",
        hidden=True,
    )


def register(app: Dash, desk: Desk, name: str) -> None:
    """Tell how the work goes until it is over; cancel it when asked."""
    box, words, bar, clock = (ids.job_part(name, one) for one in ("box", "words", "bar", "clock"))

    @app.callback(
        Output(box, "hidden"),
        Output(words, "children"),
        Output(bar, "value"),
        Output(clock, "disabled"),
        Output(ids.job_done(name), "data"),
        Input(ids.job(name), "data"),
        Input(clock, "n_intervals"),
        State(ids.job_done(name), "data"),
    )
    def _(token: str | None, _ticks: int, told: str | None) -> tuple[Any, ...]:
        job = desk.jobs.state(token)
        if job is None or job.is_over:
            is_news = job is not None and token != told
            return True, "", None, True, token if is_news else no_update
        share = None if job.share is None else str(round(job.share, 3))
        return False, job.words, share, False, no_update

    @app.callback(
        Output(words, "children", allow_duplicate=True),
        Input(ids.job_part(name, "cancel"), "n_clicks"),
        State(ids.job(name), "data"),
    )
    def _(_clicks: int, token: str | None) -> str:
        desk.jobs.cancel(token)
        return "Cancelled."
