"""Panel: what came of the measure that the address names, or how far its work is."""

from collections.abc import Mapping
from typing import Any

from dash import Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from collabnet.model.errors import CollabnetError
from collabnet.reports.csv_table import measure_csv
from collabnet.reports.glossary import measure_term
from collabnet.sharing import ReleasedMeasure

from ... import ids
from ...desk import Desk, Look, StaleError
from ...desk.kept import Kept
from .. import working
from .asked import Asked, asked
from .told import Shown, cancelled, first, refused, shown
from .work import is_quick, measured, network_of

NAME = "measures"
KEPT = 16


def layout() -> Component:
    """Lay out what tells of long work, and the place for what came of it."""
    return html.Div(
        [
            working.layout(NAME),
            html.Div(id=ids.MEASURES_RESULT),
            html.P(id=ids.MEASURES_STATUS, className="cn-sr-only", role="status"),
            _button(ids.MEASURES_AGAIN, "Work it out again"),
            _button(ids.MEASURES_SAVE, "Save the table (CSV)"),
            dcc.Download(id=ids.MEASURES_FILE),
        ]
    )


def _button(button_id: str, words: str) -> Component:
    """A button that is hidden until there is something to do."""
    return html.Div(
        html.Button(words, id=button_id, type="button", className="cn-button"),
        id=ids.box(button_id),
        className="cn-buttons cn-measure-button",
        hidden=True,
    )


def begun(desk: Desk, kept: Kept[Asked, ReleasedMeasure], look: Look) -> Shown | str:
    """Give what is shown at once, or the token of the work that was begun."""
    wanted = asked(look)
    if wanted is None:
        return Shown(first(lambda name: look.link(NAME, measure=name)))
    if kept.has(wanted) or is_quick(network_of(desk, wanted)):
        return shown(kept(wanted), look)
    return desk.jobs.begin(measure_term(wanted.measure).title, lambda: kept(wanted))


def register(app: Dash, desk: Desk) -> None:
    """Show the measure that the address names; what takes long is worked out meanwhile."""
    kept: Kept[Asked, ReleasedMeasure] = Kept(lambda wanted: measured(desk, wanted), most=KEPT)
    working.register(app, desk, NAME)

    @app.callback(
        Output(ids.MEASURES_RESULT, "children"),
        Output(ids.MEASURES_STATUS, "children"),
        Output(ids.title(NAME), "children"),
        Output(ids.box(ids.MEASURES_SAVE), "hidden"),
        Output(ids.box(ids.MEASURES_AGAIN), "hidden"),
        Output(ids.job(NAME), "data"),
        Input(ids.shown(NAME), "data"),
        Input(ids.MEASURES_AGAIN, "n_clicks"),
        State(ids.job(NAME), "data"),
    )
    def _(now: Mapping[str, Any], _again: int | None, before: str | None) -> tuple[Any, ...]:
        desk.jobs.cancel(before)
        try:
            found: Shown | str = begun(desk, kept, desk.look(now))
        except StaleError:
            raise
        except CollabnetError as error:
            found = refused(error)
        return (*Shown([]), found) if isinstance(found, str) else (*found, None)

    @app.callback(
        Output(ids.MEASURES_RESULT, "children", allow_duplicate=True),
        Output(ids.MEASURES_STATUS, "children", allow_duplicate=True),
        Output(ids.title(NAME), "children", allow_duplicate=True),
        Output(ids.box(ids.MEASURES_SAVE), "hidden", allow_duplicate=True),
        Output(ids.box(ids.MEASURES_AGAIN), "hidden", allow_duplicate=True),
        Input(ids.job_done(NAME), "data"),
        State(ids.shown(NAME), "data"),
    )
    def _(token: str | None, now: Mapping[str, Any]) -> Shown:
        job = desk.jobs.state(token)
        if job is not None and job.is_cancelled:
            return cancelled()
        try:
            return shown(desk.jobs.take(token), desk.look(now))
        except StaleError:
            raise
        except CollabnetError as error:
            return refused(error)

    @app.callback(
        Output(ids.MEASURES_FILE, "data"),
        Input(ids.MEASURES_SAVE, "n_clicks"),
        State(ids.shown(NAME), "data"),
    )
    def _(clicks: int | None, now: Mapping[str, Any]) -> Any:  # noqa: ANN401
        wanted = asked(desk.look(now))
        if not clicks or wanted is None:
            return no_update
        return {
            "content": measure_csv(kept(wanted)),
            "filename": f"{wanted.measure}_{wanted.level}.csv",
            "type": "text/csv",
        }
