"""The page: what would help most. Worked out in the background, kept as long as the files are."""

from typing import Any

from dash import Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from collabnet.model.errors import CollabnetError

from ... import ids
from ...desk import Desk, Look
from .. import working
from ..pieces import page_title
from . import decided
from .advice import title
from .beside import parts
from .choices import PAGE as NAME
from .choices import choices, outputs, wanted, ways

EMPTY_TITLE = "What would help most"
WHAT = "The plan"
LEAD = (
    "The few changes that would spare most referrals, worked out from the coalition as it is. "
    "What you try on other pages doesn't count here."
)


def layout() -> list[Component]:
    """Lay the page out, empty."""
    return [
        page_title(NAME, EMPTY_TITLE),
        html.P(LEAD, className="cn-hint"),
        choices(),
        working.layout(NAME),
        html.Button(
            "Work it out", id=ids.PLAN_AGAIN, type="button", className="cn-button", hidden=True
        ),
        html.Div(id=ids.PLAN_BODY),
        decided.layout(),
    ]


def register(app: Dash, desk: Desk) -> None:
    """Show the plan that the address asks for; work it out first where nobody has."""
    working.register(app, desk, NAME)
    decided.register(app, desk)

    places = {
        "title": (ids.title(NAME), "children"),
        "body": (ids.PLAN_BODY, "children"),
        "is_there": (ids.PLAN_AGAIN, "hidden"),
    }

    @app.callback(
        output={
            **{name: Output(*place) for name, place in places.items()},
            "ways": outputs(),
            "token": Output(ids.job(NAME), "data"),
        },
        inputs={"shown": Input(ids.shown(NAME), "data"), "_": Input(ids.PLAN_AGAIN, "n_clicks")},
        state={"token": State(ids.job(NAME), "data")},
    )
    def _(shown: object, _: int | None, token: str | None) -> dict[str, Any]:
        look = desk.look(shown)
        return {**asked(look, token), "ways": ways(look)}

    # A callback of its own: an answer that is there at once would be lost in a circle.
    @app.callback(
        output={name: Output(*place, allow_duplicate=True) for name, place in places.items()},
        inputs={"done": Input(ids.job_done(NAME), "data")},
        state={"shown": State(ids.shown(NAME), "data"), "token": State(ids.job(NAME), "data")},
        prevent_initial_call=True,
    )
    def _(done: str, shown: object, token: str | None) -> dict[str, Any]:
        if done != token:
            return dict.fromkeys(places, no_update)  # another one is wanted by now
        return answered(desk.look(shown), token)


def asked(look: Look, token: str | None) -> dict[str, Any]:
    """Give the plan where it is known, else begin to work it out in place of an older one."""
    desk, key, stamp = look.desk, look.key, look.stamp
    changes, rank_by = wanted(look)
    if desk.has_planned(key, stamp, changes, rank_by):
        return {**_there(look), "token": no_update}
    desk.jobs.cancel(token)
    begun = desk.jobs.begin(WHAT, lambda: desk.planned(key, stamp, changes, rank_by))
    return {"title": EMPTY_TITLE, "body": [], "is_there": True, "token": begun}


def answered(look: Look, token: str | None) -> dict[str, Any]:
    """Give the plan that was worked out, or say why it isn't there and offer to begin again."""
    why = why_not(look, token)
    if look.desk.has_planned(look.key, look.stamp, *wanted(look)):
        return _there(look)
    return {"title": EMPTY_TITLE, "body": [html.P(why)], "is_there": False}


def _there(look: Look) -> dict[str, Any]:
    made = look.desk.planned(look.key, look.stamp, *wanted(look))
    return {"title": title(made), "body": parts(look, made), "is_there": True}


def why_not(look: Look, token: str | None) -> str:
    """Take work away that is over, and say why the plan may not be there."""
    job = look.desk.jobs.state(token)
    if job is not None and job.status == "cancelled":
        return "The plan was cancelled before it was worked out."
    try:
        look.desk.jobs.take(token)
    except CollabnetError as error:
        return str(error)
    return "The plan that was worked out is another one."
