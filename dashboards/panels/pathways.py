"""Panel: the pathways in a table, and those too thin to rank in one of their own."""

from dash import Dash, Input, Output, html
from dash.development.base_component import Component

from collabnet.sharing import Released

from .. import ids
from ..desk import Desk, Opened
from .pieces import panel, plain_table

ALL_SERVICES = "all"


def layout() -> Component:
    """Lay the panel out, empty."""
    hint = html.P(
        "A pathway leads from one agency to another; the referrals of the log pass along it.",
        className="cn-hint",
    )
    return panel("pathways", "Pathways", [hint, html.Div(id=ids.PATHWAYS)])


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
        words = "Pathways with several services"
        single = plain_table(by_service[several], words, note=released.label)
        found.append(
            html.Details([html.Summary("The same by service"), single], className="cn-more")
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
