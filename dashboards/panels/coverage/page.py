"""The page: which services can be reached, by whom, in how many ways, and the response team."""

from typing import Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from ... import ids
from ...desk import Desk
from ...in_browser import in_browser
from .. import choosing
from ..pieces import page_title
from . import heading, providers, service, team, team_choice, ways
from .known import Known

NAME = "coverage"
SERVICE, FROM, TEAM = "service", "from", "team"


def layout() -> list[Component]:
    """Lay the page out, empty."""
    return [
        page_title(NAME, heading.TITLE),
        html.Div(id=ids.COVERAGE_LEAD),
        providers.layout(),
        service.layout(_box(SERVICE, "Open a service", "Choose a service")),
        ways.layout(_box(FROM, "Begin at an agency", "All of them")),
        team.layout(_team_box()),
    ]


def _box(arg: str, label: str, placeholder: str) -> Component:
    box: Component = choosing.choice(NAME, arg, label, placeholder=placeholder, clearable=True)
    return box


def _team_box() -> Component:
    """Make the box with its options at once: those that come later would clear what is chosen."""
    box: Component = dmc.MultiSelect(
        id=ids.arg(NAME, TEAM),
        label="Try another team",
        placeholder="Roles and sectors",
        data=team_choice.options(),
        value=[],
        searchable=True,
        clearable=True,
    )
    return box


def register(app: Dash, desk: Desk) -> None:
    """Show what the address asks for; one answer for all panels, so that it is there at once."""
    known = Known(desk)
    choosing.bind(app, NAME, SERVICE, FROM, TEAM)

    @app.callback(
        Output(ids.title(NAME), "children"),
        Output(ids.COVERAGE_LEAD, "children"),
        Output(ids.COVERAGE_WAYS, "children"),
        Output(ids.arg(NAME, FROM), "data"),
        Output(ids.arg(NAME, FROM), "value"),
        Output(ids.COVERAGE_FROM, "children"),
        Output(ids.COVERAGE_PROVIDERS, "children"),
        Output(ids.arg(NAME, SERVICE), "data"),
        Output(ids.arg(NAME, SERVICE), "value"),
        Output(ids.COVERAGE_SERVICE, "children"),
        Output(ids.arg(NAME, TEAM), "value"),
        Output(ids.COVERAGE_TEAM, "children"),
        Input(ids.shown(NAME), "data"),
    )
    def _(shown: object) -> tuple[Any, ...]:
        look = desk.look(shown)
        now, tried = known.now(look), known.tried(look)
        start, chosen = look.chosen(FROM), look.chosen(SERVICE)
        other = team_choice.chosen(look.arg(TEAM))
        seats = (now.seats, tried.seats if tried else ())
        if other:
            seats = known.seats(look, other), known.seats_tried(look, other)
        return (
            heading.title(now),
            heading.lead(now, tried, look),
            ways.shown(now, tried, look),
            ways.options(now, look),
            look.arg(FROM) if start in {one.id for one in now.starts} else None,
            ways.shown_from(now, tried, start or ""),
            providers.shown(now, tried, look),
            service.options(now, look),
            look.arg(SERVICE) if chosen else None,
            service.shown(now, chosen or ""),
            [team_choice.word(member) for member in other],
            team.shown(now, *seats, is_other=bool(other)),
        )

    in_browser(
        app,
        "serviceOpened",
        Output(ids.COVERAGE_SERVICE, "title"),
        Input(ids.COVERAGE_SERVICE, "children"),
    )
