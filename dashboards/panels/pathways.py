"""Panel: the pathways in a table, and those too thin to rank in one of their own."""

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from collabnet.sharing import Released

from .. import ids
from ..desk import Desk, Opened
from .pieces import plain_table

ALL_SERVICES = "all"


def layout() -> Component:
    """Lay the panel out, empty."""
    return html.Section(
        [
            html.H2("Pathways", id="pathways-title"),
            html.P(
                "A pathway leads from one agency to another; referrals of the log pass along it.",
                className="cn-hint",
            ),
            html.Div(id=ids.PATHWAYS),
        ],
        id="pathways",
        className="cn-panel",
        **{"aria-labelledby": "pathways-title"},
    )


def tables(released: Released) -> list[Component]:
    """Give the pathways worth ranking, those by service, and the thin ones without shares."""
    ranked = released.pathways[~released.pathways["id"].isin(released.thin["id"])]
    whole = ranked[ranked["Service"] == ALL_SERVICES]
    by_service = ranked[ranked["Service"] != ALL_SERVICES]
    by_service = by_service[by_service["Notes"].ne("too thin to rank: ask")]
    several = by_service.duplicated(["From", "To"], keep=False)
    found: list[Component] = []
    if whole.empty:
        found.append(html.P("No pathway has enough referrals to rank."))
    else:
        table = whole.drop(columns="Service")
        found.append(plain_table(table, "Pathways of all services together", note=released.label))
    if several.any():
        table = plain_table(
            by_service[several], "Pathways with several services", note=released.label
        )
        found.append(
            html.Details([html.Summary("The same by service"), table], className="cn-more")
        )
    if not released.thin.empty:
        words = "Too thin to rank: ask. Fewer than six referrals"
        found.append(plain_table(released.thin, words, note=released.label))
    return found


def register(app: Dash, desk: Desk) -> None:
    """Show the pathways of the coalition."""

    @app.callback(Output(ids.PATHWAYS, "children"), Input(ids.OPENED, "data"))
    def _(opened: Opened | None) -> list[Component]:
        return [] if opened is None else tables(desk.released(opened))
