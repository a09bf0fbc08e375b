"""The page: all agencies, or one of them with its links, its load and who works there."""

from typing import Any

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from collabnet.sharing import ReleasedAgencies, release_agencies

from ... import ids
from ...desk import Desk
from ...desk.kept import Kept
from .. import choosing
from ..pieces import page_title
from . import asked, contacts, findings, glance, heading, people, single, table

NAME = "agencies"
AGENCY = "agency"


def layout() -> list[Component]:
    """Lay the page out, empty: what belongs to all agencies, and what belongs to one."""
    box = choosing.choice(
        NAME, AGENCY, "Open an agency", placeholder="All agencies", clearable=True
    )
    return [
        page_title(NAME, heading.TITLE),
        html.Div(id=ids.AGENCIES_LEAD),
        html.Div([box], className="cn-fields"),
        html.Div([asked.layout(), single.layout(), table.layout()], id=ids.AGENCIES_ALL),
        html.Div(
            [glance.layout(), contacts.layout(), people.layout(), findings.layout()],
            id=ids.AGENCIES_ONE,
            hidden=True,
        ),
    ]


def register(app: Dash, desk: Desk) -> None:
    """Show what the address asks for; one answer for all panels, so that it is there at once."""

    def release(state: tuple[str, str]) -> ReleasedAgencies:
        return release_agencies(desk.assessed(*state))

    kept = Kept(release, most=4)
    choosing.bind(app, NAME, AGENCY)

    @app.callback(
        Output(ids.title(NAME), "children"),
        Output(ids.AGENCIES_LEAD, "children"),
        Output(ids.arg(NAME, AGENCY), "data"),
        Output(ids.arg(NAME, AGENCY), "value"),
        Output(ids.AGENCIES_ALL, "hidden"),
        Output(ids.AGENCIES_ONE, "hidden"),
        Output(ids.AGENCIES_ASKED, "children"),
        Output(ids.AGENCIES_SINGLE, "children"),
        Output(ids.AGENCIES_TABLE, "children"),
        Output(ids.AGENCIES_GLANCE, "children"),
        Output(ids.AGENCIES_CONTACTS, "children"),
        Output(ids.AGENCIES_FINDINGS, "children"),
        Output(ids.AGENCIES_PEOPLE, "children"),
        Input(ids.shown(NAME), "data"),
    )
    def _(shown: object) -> tuple[Any, ...]:
        look = desk.look(shown)
        released = kept((look.key, look.stamp))
        one = released.agency(look.chosen(AGENCY) or "")
        options = [
            {"value": look.refs.short(each.id), "label": each.name} for each in released.agencies
        ]
        if one is None:
            return (
                heading.title(released),
                heading.lead(released, look),
                options,
                None,
                False,
                True,
                asked.answers(released, look),
                single.picture(released),
                table.rows(released, look),
                *([],) * 4,
            )
        return (
            heading.title_of(one),
            heading.lead_of(one, look),
            options,
            look.refs.short(one.id),
            True,
            False,
            [],
            [],
            [],
            glance.facts(one, look),
            contacts.rows(one, released, look),
            findings.cards(one, look),
            people.listed(one),
        )
