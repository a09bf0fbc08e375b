"""Open the coalition that the address names; where it can't be read, say what the check says."""

from typing import Any

from dash import Dash, Input, Output, State, ctx, html, no_update
from dash.development.base_component import Component

from collabnet.model.errors import CollabnetError

from .. import briefs, ids
from ..desk import Desk
from ..in_browser import in_browser
from ..panels.pieces import data
from ..state.address import Address

NOTHING = {"key": "", "stamp": "", "is_read": False}


def options(desk: Desk) -> list[dict[str, Any]]:
    """List what can be chosen in the header, group by group."""
    return [
        {"group": group, "items": [{"value": key, "label": title} for key, title in found]}
        for group, found in desk.coalitions.options()
    ]


def opened(desk: Desk, search: object) -> tuple[dict[str, Any], str]:
    """Open what the address names: what the page is to know of it, and what stands in the way."""
    key = Address.parse("", search).coalition or desk.coalitions.start
    if not key:
        return NOTHING, ""
    try:
        now, found = desk.open(key)
    except CollabnetError as error:
        return {**NOTHING, "key": key}, str(error)
    if found.coalition is None:
        return {**now, "is_read": False}, found.to_text()
    return {**now, "is_read": True}, ""


def label(desk: Desk, now: dict[str, Any]) -> list[Component]:
    """Give the line over every page: for whom it is, what the data are, and of when."""
    if not now["is_read"]:
        return []
    released = desk.released(now["key"], now["stamp"])
    said: list[Component] = [html.Strong(released.notice)]
    if released.label:
        said.append(html.Span(released.label, className="cn-label"))
    said.append(html.Span(released.period, className="cn-period"))
    return said


def brief_ways(now: dict[str, Any]) -> list[Component]:
    """Give the ways to the brief of what is open, each in a tab of its own; then to this page."""
    if not now["is_read"]:
        return []
    page = html.Button(
        "This page as it is: internal", type="button", className="cn-button", **data(print="")
    )
    has_pdf = briefs.has_pdf()
    links = [
        html.A(words, href=way, target="_blank", rel="noopener")
        for words, way in briefs.ways(now["key"], pdf=has_pdf)
    ]
    hint = [] if has_pdf else [html.Span(briefs.no_pdf(), className="cn-hint")]
    return [html.Li(one) for one in (*links, page, *hint)]


def register(app: Dash, desk: Desk) -> None:
    """Open what the address names, and go where the box on top says."""

    @app.callback(
        Output(ids.OPENED, "data"),
        Output(ids.PROBLEM, "children"),
        Output(ids.LABEL, "children"),
        Output(ids.COALITION, "data"),
        Output(ids.COALITION, "value"),
        Output(ids.BRIEF_WAYS, "children"),
        Output(ids.BRIEF, "hidden"),
        Input(ids.LOCATION, "search"),
        Input(ids.REVISION, "data"),
        State(ids.OPENED, "data"),
    )
    def _(search: object, _revision: int, before: dict[str, Any] | None) -> tuple[Any, ...]:
        now, problem = opened(desk, search)
        if now == before and ctx.triggered_id != ids.REVISION:
            return (no_update,) * 7
        is_shut = not now["is_read"]
        found = label(desk, now), options(desk), now["key"] or None
        return now, problem, *found, brief_ways(now), is_shut

    in_browser(
        app,
        "goToCoalition",
        Output(ids.GO, "data", allow_duplicate=True),
        Input(ids.COALITION, "value"),
        State(ids.OPENED, "data"),
        prevent_initial_call=True,
    )
