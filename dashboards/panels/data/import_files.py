"""The part "Bring in files": choose, answer, correct, look, and only then write."""

from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from collabnet.data.issues import shown
from collabnet.data.rejects import rejects_in
from collabnet.model.errors import CollabnetError

from ... import ids
from ...components import FileDrop
from ...desk import Desk
from ...in_browser import in_browser
from ...intake import NEW, Intake
from ...server import BODY_LIMIT
from ...templates import WORKBOOK
from ...uploads import ROUTE, Uploads
from .. import working
from ..pieces import aria, panel
from .import_button import button
from .import_found import found
from .import_wishes import Filled, Outcome, Wish, met

LEAD = (
    "Your survey and your referral log, as they are: from Excel, as CSV, or as your survey "
    "platform exports them. Several files at once are fine. Nothing leaves this computer, and "
    "nothing is written before you say so."
)
HINT = "Excel, CSV, OpenDocument, Qualtrics, REDCap, SurveyMonkey, HMIS, Kumu and others. At most "
MEGABYTE = 1024 * 1024
LARGEST = BODY_LIMIT - MEGABYTE
"""Of a file in bytes: a request holds the form around it too."""


def layout() -> list[Component]:
    """Lay the part out: where files go to, the field for files, and the place for what is found."""
    drop = FileDrop(
        id=ids.IMPORT_DROP,
        label="Choose files, or drop them here",
        hint=f"{HINT}{LARGEST // MEGABYTE} MB each. What a file is, is told by its content.",
        route=ROUTE,
        most=LARGEST,
    )
    template = html.P(
        [
            "No file yet? ",
            html.A("Download the template", href=WORKBOOK, download=""),
            " (Excel), fill it in, and choose it here.",
        ],
        className="cn-hint",
    )
    into = html.Div(
        [
            dmc.RadioGroup(
                [], id=ids.IMPORT_INTO, label="Where they go", value=NEW, className="cn-offered"
            ),
            dmc.TextInput(
                id=ids.IMPORT_NAME,
                label="Name of the new coalition",
                value="Our coalition",
                className="cn-text",
            ),
        ],
        className="cn-import-where",
    )
    kept_aside = html.Div(id=ids.IMPORT_ASIDE)
    return [
        panel("data-import", "Choose your files", [html.P(LEAD), into, drop, template, kept_aside]),
        dcc.Store(id=ids.IMPORT_FOCUS),
        working.layout(ids.IMPORT),
        html.P(id=ids.IMPORT_SAID, className="cn-refused", role="alert"),
        html.Section(
            id=ids.IMPORT_BODY, className="cn-panel cn-import", hidden=True, **aria(label="Found")
        ),
    ]


def choices(desk: Desk, opened: dict[str, Any] | None) -> tuple[Component, str]:
    """Offer where files can go: into what is open, unless it is a sample, or into a new one."""
    key = opened["key"] if opened else ""
    offered = [(NEW, "A new coalition")]
    if key and not desk.coalitions.is_sample(key) and desk.coalitions.path(key).is_dir():
        offered.insert(0, (key, desk.coalitions.title(key)))
    radios = [dmc.Radio(value=value, label=words) for value, words in offered]
    return dmc.Stack(radios, gap=6), offered[0][0]


def aside(desk: Desk, opened: dict[str, Any] | None) -> list[Component]:
    """Offer the rows that earlier imports of this coalition have kept aside."""
    key = opened["key"] if opened else ""
    if not key or desk.coalitions.is_sample(key):
        return []
    names = [name.rpartition("/")[2] for name in rejects_in(desk.coalitions.path(key))]
    if not names:
        return []
    about = "Earlier imports have kept rows aside that could not be used."
    offers = [button(f"Correct the rows in {shown(name)}", "aside", name) for name in names]
    return [html.P(about, className="cn-hint"), html.Div(offers, className="cn-buttons")]


def register(app: Dash, desk: Desk) -> None:
    """Take files in, read them in the background, show what was found, and write it when told."""
    uploads = Uploads(Intake)
    uploads.serve(app.server)
    working.register(app, desk, ids.IMPORT)

    @app.callback(
        Output(ids.IMPORT_INTO, "children"),
        Output(ids.IMPORT_INTO, "value"),
        Output(ids.IMPORT_ASIDE, "children"),
        Input(ids.part_shown("data", "import"), "data"),
    )
    def _(view: dict[str, Any]) -> tuple[Any, ...]:
        return (*choices(desk, view["opened"]), aside(desk, view["opened"]))

    in_browser(
        app,
        "onlyWhen",
        Output(ids.IMPORT_NAME, "style"),
        Input(ids.IMPORT_INTO, "value"),
    )

    @app.callback(
        Output(ids.job(ids.IMPORT), "data"),
        Output(ids.IMPORT_SAID, "children"),
        Output(ids.IMPORT_BODY, "children"),
        Output(ids.IMPORT_BODY, "hidden"),
        Output(ids.IMPORT_DROP, "uploaded"),
        Output(ids.REVISION, "data", allow_duplicate=True),
        Input(ids.IMPORT_DROP, "uploaded"),
        Input(ids.IMPORT_INTO, "value"),
        Input(ids.import_do(ALL, ALL), "n_clicks"),
        State(ids.answer("import", ALL, ALL, ALL), "value"),
        State(ids.import_rows(ALL), "edited"),
        State(ids.IMPORT_NAME, "value"),
        State(ids.OPENED, "data"),
        State(ids.REVISION, "data"),
    )
    def _(
        uploaded: dict[str, Any] | None,
        into: str,
        _clicks: object,
        _answers: object,
        _edited: object,
        name: str,
        opened: dict[str, Any] | None,
        revision: int,
    ) -> tuple[Any, ...]:
        token, key = (uploaded or {}).get("token", ""), (opened or {}).get("key", "")
        filled = Filled.of(ctx.states_list[:2])
        wish = Wish.of(ctx.triggered_id, ctx.triggered[0]["value"], token, into, name, key, filled)
        came = met(uploads, desk, wish) if wish else Outcome()
        return (
            no_update if came.work is None else came.work,
            no_update if came.said is None else came.said,
            no_update if came.body is None else came.body,
            no_update if came.body is None else not came.body,
            no_update if came.token is None else came.uploaded,
            revision + 1 if came.is_written else no_update,
        )

    @app.callback(
        Output(ids.IMPORT_BODY, "children", allow_duplicate=True),
        Output(ids.IMPORT_BODY, "hidden", allow_duplicate=True),
        Output(ids.IMPORT_SAID, "children", allow_duplicate=True),
        Input(ids.job_done(ids.IMPORT), "data"),
        State(ids.IMPORT_DROP, "uploaded"),
    )
    def _(work: str, uploaded: dict[str, Any]) -> tuple[Any, ...]:
        try:
            intake = uploads.of(uploaded["token"])
            if work != intake.work:
                return (no_update,) * 3  # more was said since: they are read once more
            intake.reading = desk.jobs.take(work)
            return found(intake), False, ""
        except CollabnetError as error:
            return no_update, no_update, str(error)

    in_browser(
        app,
        "focusNow",
        Output(ids.IMPORT_FOCUS, "data"),
        Input(ids.IMPORT_BODY, "children"),
    )
