"""The page: the coalition then and now, or beside another one. The address says which."""

from typing import Any, NamedTuple

from dash import Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from collabnet.comparison.sites import compare
from collabnet.comparison.waves.over_time import waves
from collabnet.model.errors import CollabnetError, NotFoundError
from collabnet.reports.compared import Compared, release_compared
from collabnet.sharing.released_waves import ReleasedWaves

from ... import ids
from ...desk import Desk, Look
from ...desk.kept import Kept
from .. import working
from ..choosing import bind, choice, follow
from ..pieces import page_title
from . import beside, over_time, saving
from .saving import NAME, WITH

EMPTY_TITLE = "Then and now, or beside another"
LEAD = (
    "Compare this coalition with itself over time, or with another coalition. Both stay on this "
    "computer."
)
WHAT = "The comparison"

NOT_HERE = "One that isn't here"


class Wanted(NamedTuple):
    """What is compared, and of when its files are; ``other`` is "" for over time."""

    key: str
    stamp: str
    other: str
    other_stamp: str


def layout() -> list[Component]:
    """Lay the page out, empty."""
    box = choice(NAME, WITH, "Compare with", clearable=True, placeholder="Itself, over time")
    return [
        page_title(NAME, EMPTY_TITLE),
        html.P(LEAD, className="cn-hint"),
        html.Div([box], className="cn-fields"),
        working.layout(NAME),
        html.Div(id=ids.COMPARE_BODY),
    ]


def options(desk: Desk, look: Look) -> list[dict[str, Any]]:
    """List the other coalitions; with none chosen it is compared with itself over time.

    One that the address names and nobody has stays chosen, and is told of below.
    """
    groups: list[dict[str, Any]] = [
        {
            "group": group,
            "items": [{"value": key, "label": name} for key, name in found if key != look.key],
        }
        for group, found in desk.coalitions.options()
    ]
    found = [one for one in groups if one["items"]]
    other = look.arg(WITH)
    known = {look.key, "", *(item["value"] for one in found for item in one["items"])}
    if other not in known:
        found.append({"value": other, "label": NOT_HERE})
    return found


def wanted(desk: Desk, key: str, stamp: str, other: str) -> Wanted:
    """Say what is compared: a coalition as its files are, and the other one's key or "".

    Raises
    ------
    CollabnetError
        If the other coalition isn't there, or can't be read.
    """
    if other in ("", key):
        return Wanted(key, stamp, "", "")
    try:
        opened, check = desk.open(other)
    except NotFoundError:
        raise CollabnetError(
            "The address asks to compare with a coalition that this dashboard doesn't know. "
            "Choose one in the box above."
        ) from None
    if check.coalition is None:
        raise CollabnetError(
            f"{desk.coalitions.title(other)} can't be read yet. Open it, and see the page Data."
        )
    return Wanted(key, stamp, opened["key"], opened["stamp"])


def shown(found: Compared, asked: Wanted) -> tuple[str, list[Component]]:
    """Give the title and the panels of what was worked out."""
    released = release_compared(found)
    ways = saving.panel_of(asked.key, asked.other)
    if isinstance(released, ReleasedWaves):
        has_times = bool(released.times)
        return over_time.title(released), [*over_time.parts(released), *([ways] * has_times)]
    return beside.title(released), [*beside.parts(released), ways]


def register(app: Dash, desk: Desk) -> None:
    """Work out what the address asks for, beside the page; keep it as long as the files are."""

    def work(asked: Wanted) -> Compared:
        here = desk.assessed(asked.key, asked.stamp)
        if not asked.other:
            return waves(here.coalition)
        return compare(here, desk.assessed(asked.other, asked.other_stamp))

    def asked_by(look: Look) -> Wanted:
        return wanted(desk, look.key, look.stamp, look.arg(WITH))

    def saved(key: str, stamp: str, other: str) -> Compared:
        return kept(wanted(desk, key, stamp, other))

    kept: Kept[Wanted, Compared] = Kept(work, most=8)
    working.register(app, desk, NAME)
    bind(app, NAME, WITH)
    follow(app, ids.shown(NAME), NAME, WITH)
    saving.register(app, desk, saved)

    def answer(asked: Wanted) -> tuple[str, list[Component]]:
        try:
            return shown(kept(asked), asked)
        except CollabnetError as error:
            return EMPTY_TITLE, [html.P(str(error), className="cn-refused")]

    @app.callback(
        Output(ids.title(NAME), "children"),
        Output(ids.COMPARE_BODY, "children"),
        Output(ids.arg(NAME, WITH), "data"),
        Output(ids.job(NAME), "data"),
        Input(ids.shown(NAME), "data"),
        State(ids.job(NAME), "data"),
    )
    def _(view: object, token: str | None) -> tuple[Any, ...]:
        look = desk.look(view)
        found = options(desk, look)
        try:
            asked = asked_by(look)
        except CollabnetError as error:
            return EMPTY_TITLE, [html.P(str(error), className="cn-refused")], found, no_update
        if kept.has(asked):
            return *answer(asked), found, no_update
        desk.jobs.cancel(token)
        return EMPTY_TITLE, [], found, desk.jobs.begin(WHAT, lambda: kept(asked))

    @app.callback(
        Output(ids.title(NAME), "children", allow_duplicate=True),
        Output(ids.COMPARE_BODY, "children", allow_duplicate=True),
        Input(ids.job_done(NAME), "data"),
        State(ids.shown(NAME), "data"),
        State(ids.job(NAME), "data"),
    )
    def _(done: str, view: object, token: str | None) -> tuple[Any, ...]:
        if done != token:
            return no_update, no_update  # another one is wanted by now
        look = desk.look(view)
        try:
            desk.jobs.take(token)
            return answer(asked_by(look))
        except CollabnetError as error:
            return EMPTY_TITLE, [html.P(str(error), className="cn-refused")]
