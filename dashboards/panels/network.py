"""Panel: the network map, with the same facts in a table below it."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from collabnet.sharing import Released

from .. import ids
from ..asked import Plain, read_changes
from ..components import Choice, NetworkMap
from ..components.choice import Group, Option
from ..components.network_map import Elements
from ..desk import Desk, Opened
from .map_view import elements, first_view, marked
from .pieces import panel, plain_table

NOTHING: Elements = {"agencies": [], "people": [], "ties": []}
VIEWS = Group(
    label="",
    options=[
        Option(value="people", label="agencies and people"),
        Option(value="agencies", label="agencies alone"),
    ],
)


def layout() -> Component:
    """Lay the panel out with an empty map."""
    hint = html.P(
        "Boxes are agencies, with their people inside; lines are ties. What you try above is "
        "marked here. What you choose here is filled in above.",
        className="cn-hint",
    )
    table = html.Details(
        [
            html.Summary("The same in a table: ties of each two agencies"),
            html.Div(id=ids.CONTACTS),
        ],
        className="cn-more",
        open=True,
    )
    view = Choice(id=ids.MAP_VIEW, label="The map shows", groups=[VIEWS], value="people")
    drawn = NetworkMap(id=ids.MAP, elements=NOTHING, height=640)
    return panel("network", "Network map", [hint, view, drawn, table])


def contacts(released: Released) -> Component:
    """Give the ties of each two agencies: formal, informal, unknown, strained, missing."""
    if released.contacts.empty:
        return html.P("No ties and no referrals are on record.")
    table = released.contacts.replace({0: "–"})
    return plain_table(table, "Ties and referrals of each two agencies", note=released.label)


def chosen(selected: object, what: str) -> Any:  # noqa: ANN401 - an id or no update
    """Read the person or the agency chosen on the map; nothing to update for anything else."""
    match selected:
        case {"what": str(kind), "id": str(actor)} if kind == what:
            return actor
    return no_update


def register(app: Dash, desk: Desk) -> None:
    """Draw the coalition; mark what a what-if touches; pass on who or what is chosen."""

    @app.callback(
        Output(ids.CONTACTS, "children"),
        Output(ids.MAP_VIEW, "value"),
        Input(ids.OPENED, "data"),
    )
    def _(opened: Opened | None) -> tuple[Any, str]:
        if opened is None:
            return None, "people"
        released = desk.released(opened)
        return contacts(released), first_view(released.map)

    @app.callback(
        Output(ids.MAP, "elements"),
        Output(ids.MAP, "positions"),
        Output(ids.MAP, "positions_narrow"),
        Input(ids.MAP_VIEW, "value"),
        State(ids.OPENED, "data"),
    )
    def _(view: str, opened: Opened | None) -> tuple[Any, Any, Any]:
        if opened is None:
            return NOTHING, None, None
        return elements(desk.released(opened).map, view), *desk.places(opened, view)

    @app.callback(
        Output(ids.MAP, "highlight"),
        Input(ids.TRIED, "data"),
        Input(ids.MAP_VIEW, "value"),
        State(ids.OPENED, "data"),
    )
    def _(tried: Sequence[Plain], view: str, opened: Opened | None) -> Mapping[str, Sequence[str]]:
        found = None if opened is None else desk.tried(opened, read_changes(tried))
        if opened is None or found is None:
            return {}
        return marked(desk.released(opened).map, found.highlight, view)

    @app.callback(
        Output(ids.PERSON, "value", allow_duplicate=True),
        Output(ids.AGENCY, "value", allow_duplicate=True),
        Input(ids.MAP, "selected"),
        prevent_initial_call=True,
    )
    def _(selected: object) -> tuple[Any, Any]:
        return chosen(selected, "person"), chosen(selected, "agency")
