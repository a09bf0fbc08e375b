"""Panel: all agencies in a table, by name; each leads to its own view."""

from dash import html
from dash.development.base_component import Component

from collabnet.sharing import ReleasedAgencies, ReleasedAgency

from ... import ids
from ...components import Cell, PlainTable
from ...desk import Look
from ..pieces import panel

COLUMNS = (
    "Agency", "Sector", "People", "Sends", "Receives", "Contacts", "Rest on one person",
    "Named by", "Outside", "Data",
)  # fmt: skip


def layout() -> Component:
    """Lay the panel out, empty."""
    return panel("agencies-list", "All agencies, by name", [html.Div(id=ids.AGENCIES_TABLE)])


def rows(released: ReleasedAgencies, look: Look) -> list[Component]:
    """Give the table; columns in which nothing stands are left out."""
    statuses = {one.statuses for one in released.agencies}
    same = statuses.pop() if len(statuses) == 1 else ""
    cells = [_row(one, look, says_status=not same) for one in released.agencies]
    used = [i for i in range(len(COLUMNS)) if any(row[i] for row in cells)]
    parts = (
        released.label,
        f"all {same}" if same else "",
        f"{released.n_referrals} referrals between agencies",
        released.period,
    )
    said = "; ".join(part for part in parts if part)
    note = (
        f"{said[:1].upper()}{said[1:]}. Sends, receives: referrals. Contacts: other agencies with "
        "which something works. Named by: other agencies that name it in a tie that works."
    )
    return [
        PlainTable(
            caption="Agencies, with what they send and receive",
            columns=[COLUMNS[i] for i in used],
            rows=[[row[i] for i in used] for row in cells],
            cards=False,
        ),
        html.P(note, className="cn-caption"),
    ]


def _row(one: ReleasedAgency, look: Look, *, says_status: bool) -> list[Cell]:
    href = look.link("agencies", agency=look.refs.short(one.id))
    single = len(one.single)
    thin: Cell = {"text": str(single), "mark": "alone"} if single else "0"
    return [
        {"text": one.name, "href": href},
        one.sector,
        str(len(one.staff)),
        f"{one.sent:,}",
        f"{one.received:,}",
        str(len(one.working)),
        thin if one.working else "–",
        f"{one.named_by} of {one.n_others}",
        "outside" if one.is_outside else "",
        one.statuses if says_status else "",
    ]
