"""Panel: the same in a table: the direct ties of each two agencies."""

from dash import html
from dash.development.base_component import Component

from collabnet.sharing import Released

from ... import ids
from ..pieces import plain_table

MOST = 200
COLUMNS = [
    "Agency",
    "Other agency",
    "Usable ties",
    "Formal",
    "Informal",
    "Basis not known",
    "Strained",
    "Reported missing",
]


def layout() -> Component:
    """Lay the panel out, folded, empty."""
    summary = html.Summary("The same in a table: ties of each two agencies")
    return html.Details([summary, html.Div(id=ids.MAP_TABLE)], className="cn-more")


def listed(released: Released) -> list[Component]:
    """Give the ties of each two agencies: formal, informal, unknown, strained, missing."""
    found = released.contacts
    if found.empty:
        return [html.P("No ties between agencies are on record.")]
    table = found[COLUMNS].head(MOST).replace({0: "–"})
    more = len(found) - MOST
    note = f"{released.label}. And {more} more pairs." if more > 0 else released.label
    return [plain_table(table, "Ties of each two agencies", note=note)]
