"""Panel: the network map, with the same facts in a table below it."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import Dash, Input, Output, State, html, no_update
from dash.development.base_component import Component

from collabnet.sharing import Released, ReleasedWhatIf

from .. import ids
from ..asked import Plain, read_changes
from ..components import NetworkMap
from ..desk import Desk, Opened
from .pieces import plain_table

NOTHING: dict[str, Any] = {"agencies": [], "people": [], "ties": []}


def layout() -> Component:
    """Lay the panel out with an empty map."""
    return html.Section(
        [
            html.H2("Network map", id="map-title"),
            html.P(
                "Boxes are agencies, with their people inside; lines are ties. What you try above "
                "is marked here. Choosing a person here fills the box above.",
                className="cn-hint",
            ),
            NetworkMap(id=ids.MAP, elements=NOTHING, height=640),  # type: ignore[arg-type]
            html.Details(
                [
                    html.Summary("The same in a table: ties of each two agencies"),
                    html.Div(id=ids.CONTACTS),
                ],
                className="cn-more",
                open=True,
            ),
        ],
        id="network",
        className="cn-panel",
        **{"aria-labelledby": "map-title"},
    )


def highlighted(tried: ReleasedWhatIf | None) -> Mapping[str, Sequence[str]]:
    """Say what to mark: who goes, which ties are lost or wait; nothing without a what-if."""
    if tried is None:
        return {}
    return {name: list(found) for name, found in tried.highlight.items()}


def contacts(released: Released) -> Component:
    """Give the ties of each two agencies: formal, informal, unknown, strained, missing."""
    if released.contacts.empty:
        return html.P("No ties and no referrals are on record.")
    table = released.contacts.replace({0: "–"})
    return plain_table(table, "Ties and referrals of each two agencies", note=released.label)


def chosen_person(selected: object) -> str:
    """Read the person chosen on the map; "" for anything else."""
    match selected:
        case {"what": "person", "id": str(person)}:
            return person
    return ""


def register(app: Dash, desk: Desk) -> None:
    """Draw the coalition; mark what a what-if touches; pass the person chosen on."""

    @app.callback(
        Output(ids.MAP, "elements"),
        Output(ids.MAP, "positions"),
        Output(ids.MAP, "positions_narrow"),
        Output(ids.CONTACTS, "children"),
        Input(ids.OPENED, "data"),
    )
    def _(opened: Opened | None) -> tuple[Any, Any, Any, Any]:
        if opened is None:
            return NOTHING, None, None, None
        released = desk.released(opened)
        return dict(released.map), *desk.places(opened), contacts(released)

    @app.callback(
        Output(ids.MAP, "highlight"), Input(ids.TRIED, "data"), State(ids.OPENED, "data")
    )
    def _(tried: Sequence[Plain], opened: Opened | None) -> Mapping[str, Sequence[str]]:
        if opened is None:
            return {}
        return highlighted(desk.tried(opened, read_changes(tried)))

    @app.callback(
        Output(ids.PERSON, "value", allow_duplicate=True),
        Input(ids.MAP, "selected"),
        prevent_initial_call=True,
    )
    def _(selected: object) -> Any:  # noqa: ANN401 - a person or no update
        return chosen_person(selected) or no_update
