"""Panel: what else is direct between agencies: ties, strained ones and those that are missing."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from ... import ids
from ...components import PlainTable
from ...desk import Look
from ..pieces import panel, plain_table

MOST = 60
OF_MANY = f"; the first {MOST}: choose an agency above to see all of its"
WEAK = ["Agency", "Other agency", "Strained", "Reported missing", "Usable ties"]
WORKING = ["Agency", "Other agency", "Usable ties", "Rests on one person at"]


def layout() -> Component:
    """Lay the panel out, empty."""
    hint = html.P(
        "A strained tie is there but does not work well. A missing one is a gap that somebody "
        "told of. Neither counts as a way.",
        className="cn-hint",
    )
    return panel("contacts", "Strained and missing ties", [hint, html.Div(id=ids.LINKS_CONTACTS)])


def of_agency(table: pd.DataFrame, look: Look) -> pd.DataFrame:
    """Give the pairs of the agency that is chosen; all where none is."""
    agency = look.chosen("agency")
    if agency is None:
        return table
    ends = [one.split(":")[1:] for one in table["id"]]
    return table[[agency in pair for pair in ends]]


def listed(look: Look) -> list[Component]:
    """Give the pairs of agencies with a strained or a missing tie; the others folded."""
    table = of_agency(look.released.contacts, look)
    is_weak = (table["Strained"] > 0) | (table["Reported missing"] > 0)
    found: list[Component] = [html.P("No tie is told of as strained or missing.")]
    if is_weak.any():
        caption = "Ties that are strained, or reported as missing"
        found = [_table(table.loc[is_weak, WEAK], caption, look)]
    rest = table.loc[~is_weak, WORKING]
    if len(rest):
        summary = html.Summary(f"Other direct contacts: {len(rest)}")
        whole = _table(rest, "Other direct contacts", look)
        found.append(html.Details([summary, whole], className="cn-more"))
    return found


def _table(table: pd.DataFrame, caption: str, look: Look) -> PlainTable:
    note = look.released.label + (OF_MANY if len(table) > MOST else "")
    return plain_table(table.head(MOST), caption, note=note)
