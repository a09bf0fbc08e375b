"""The page: who works with whom, on a map and in tables."""

from collections.abc import Mapping
from typing import Any

from dash import Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from collabnet.plots.layout import NARROW, Positions, positions

from ... import ids
from ...components import NetworkMap
from ...components.network_map import Elements
from ...desk import Desk
from ...desk.kept import Kept
from .. import choosing
from ..pieces import page_title
from . import chosen, heading, sizing, table, view

NAME = "map"
VIEW = "view"
SHOWN = ("filters", "collapsed", "focus")
NOTHING: Elements = {"agencies": [], "people": [], "ties": []}


def layout() -> list[Component]:
    """Lay the page out: above the map who is chosen there, below it the same in a table."""
    return [
        page_title(NAME, heading.TITLE),
        html.P(id=ids.MAP_LEAD, className="cn-hint cn-map-lead"),
        html.Div([chosen.layout(), sizing.layout()], className="cn-map-top"),
        NetworkMap(id=ids.MAP, elements=NOTHING, height=640),
        table.layout(),
        dcc.Store(id=ids.MAP_DRAWN),
        dcc.Store(id=ids.arg(NAME, VIEW)),
    ]


def register(app: Dash, desk: Desk) -> None:
    """Draw the coalition and what the address asks for; write into it what is chosen."""

    def place(state: tuple[str, str]) -> tuple[Positions, Positions]:
        drawn: Any = desk.released(*state).map
        narrow: Any = NARROW
        return positions(**drawn), positions(**drawn, **narrow)

    placed = Kept(place, most=4)
    choosing.bind(app, NAME, sizing.ARG)
    choosing.bind(app, NAME, VIEW, prop="data")

    @app.callback(
        Output(ids.title(NAME), "children"),
        Output(ids.MAP_LEAD, "children"),
        Output(ids.MAP, "elements"),
        Output(ids.MAP, "positions"),
        Output(ids.MAP, "positions_narrow"),
        Output(ids.MAP, "positions_kept"),
        Output(ids.MAP, "title"),
        Output(ids.MAP, "label"),
        Output(ids.MAP_TABLE, "children"),
        Output(ids.MAP_DRAWN, "data"),
        Input(ids.shown(NAME), "data"),
        State(ids.MAP_DRAWN, "data"),
    )
    def _(shown: object, drawn: object) -> tuple[Any, ...]:
        look = desk.look(shown)
        found = look.released
        lead = heading.lead(found.map, look.tried is not None)
        now = [look.key, look.stamp]
        if drawn == now:  # the drawing stands; only what is said of it may be another
            return heading.title(found.map), lead, *[no_update] * 8
        label = ". ".join(part for part in (found.notice, found.label) if part)
        return (
            heading.title(found.map),
            lead,
            found.map,
            *placed((look.key, look.stamp)),
            None,
            f"{heading.title(found.map)}: {found.name}",
            label,
            table.listed(found),
            now,
        )

    @app.callback(
        *(Output(ids.MAP, name) for name in SHOWN),
        Output(ids.arg(NAME, VIEW), "data"),
        Output(ids.arg(NAME, sizing.ARG), "value"),
        Output(ids.MAP, "sizes"),
        Output(ids.MAP, "highlight"),
        Output(ids.MAP, "selected"),
        Input(ids.shown(NAME), "data"),
        State(ids.arg(NAME, VIEW), "data"),
        State(ids.MAP_DRAWN, "data"),
    )
    def _(shown: object, code: object, drawn: object) -> tuple[Any, ...]:
        look = desk.look(shown)
        is_new = drawn != [look.key, look.stamp]
        asked = look.arg(VIEW)
        seen: tuple[Any, ...] = (no_update,) * (len(SHOWN) + 1)
        if is_new or asked != (code or ""):
            found = view.decode(asked, look.released.map, look.refs)
            seen = (found["filters"], found["collapsed"], found["focus"], asked)
        highlight = look.tried.highlight if look.tried else {}
        on = look.chosen("on")
        selected: Any = None if is_new else no_update
        if on is not None:
            selected = {"what": "person" if look.arg("on")[:1] == "p" else "agency", "id": on}
        return *seen, sizing.chosen(look), sizing.sizes(look), highlight, selected

    @app.callback(
        Output(ids.arg(NAME, VIEW), "data", allow_duplicate=True),
        *(Input(ids.MAP, name) for name in SHOWN),
        State(ids.shown(NAME), "data"),
        State(ids.arg(NAME, VIEW), "data"),
        prevent_initial_call=True,
    )
    def _(filters: object, collapsed: object, focus: object, shown: object, code: object) -> Any:  # noqa: ANN401 - a code or no update
        look = desk.look(shown)
        seen: Mapping[str, Any] = {"filters": filters, "collapsed": collapsed, "focus": focus}
        found = view.encode(seen, look.released.map, look.refs)
        return no_update if found == (code or "") else found

    @app.callback(
        Output(ids.MAP_CHOSEN, "children"),
        Input(ids.MAP, "selected"),
        Input(ids.MAP, "selected_many"),
        Input(ids.MAP_DRAWN, "data"),
        State(ids.shown(NAME), "data"),
    )
    def _(selected: object, many: object, _drawn: object, shown: object) -> list[Component]:
        return chosen.told(desk.look(shown), selected, many)
