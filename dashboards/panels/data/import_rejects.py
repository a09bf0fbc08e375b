"""The rows of an import that can't be used, in a table in which they can be corrected."""

from collections.abc import Mapping, Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from collabnet.data.importing.answering import bare
from collabnet.data.importing.correcting import (
    Rejected,
    can_be_corrected,
    headers_of,
    rejected_rows,
)
from collabnet.data.issues import Ledger, counted, shown

from ... import ids
from ...components import RowEditor
from ...components.row_editor import EditableRow
from ...intake import Intake
from ..pieces import plain_table
from .import_button import button

MOST_ROWS = 100


def rejects(intake: Intake) -> Component:
    """Lay out the rows that can't be used, to be corrected; each sheet in a table of its own."""
    parts: list[Component] = [
        html.P(
            "Correct what is wrong in the cells below and read the rows again. Or bring in the "
            "others now: these are kept aside in a file, with the reason beside each, and can be "
            "corrected and brought in later. Your own file stays as it is.",
            className="cn-hint",
        )
    ]
    for at, (name, ledger, is_editable) in enumerate(sheets(intake)):
        parts.append(_sheet(at, name, ledger, is_editable=is_editable))
    buttons = [button("Read these rows again", "correct", is_first=True)]
    if any(one.about.code == "rejects_to_accept" for one in intake.questions):
        buttons.append(button("Bring in the others, keep these aside", "accept"))
    return html.Div([*parts, html.Div(buttons, className="cn-buttons")])


def sheets(intake: Intake) -> list[tuple[str, Ledger, bool]]:
    """Give the sheets that have rows that can't be used: file, ledger, whether cells can be set."""
    sources = intake.plan.sources if intake.plan else []
    return [
        (source.given.name, ledger, can_be_corrected(source.opened, ledger))
        for source in sources
        for ledger in source.ledgers.all
        if ledger.rejected - ledger.skipped
    ]


def _sheet(at: int, name: str, ledger: Ledger, *, is_editable: bool) -> Component:
    rows, headers = rejected_rows(ledger), headers_of(ledger)
    sheet = f", sheet {shown(ledger.sheet)}" if ledger.sheet else ""
    caption = f"{shown(name)}{sheet}: {counted(len(rows), 'row')} that can't be used"
    if len(rows) > MOST_ROWS:
        caption += f", the first {MOST_ROWS} of them"
    if not is_editable:
        table = pd.DataFrame([[str(one.row), one.why] for one in rows[:MOST_ROWS]])
        return plain_table(table.set_axis(["Row", "What is wrong"], axis=1), caption)
    places = places_shown(rows, ledger)
    return RowEditor(
        id=ids.import_rows(at),
        caption=caption,
        columns=[shown(headers[place]) if place < len(headers) else "" for place in places],
        rows=[_editable(one, ledger, headers, places) for one in rows[:MOST_ROWS]],
    )


def places_shown(rows: Sequence[Rejected], ledger: Ledger) -> list[int]:
    """Give the places of the columns that are shown: none of those that must not be stored."""
    width = max((max(one.cells, default=-1) + 1 for one in rows), default=0)
    return [place for place in range(width) if place not in ledger.left_out]


def _editable(
    one: Rejected, ledger: Ledger, headers: Sequence[str], places: Sequence[int]
) -> EditableRow:
    # A problem speaks of our columns; the file calls them otherwise.
    theirs = {role.role: role.header for role in ledger.roles}
    names = [headers[place] if place < len(headers) else "" for place in places]
    called = theirs.get(one.column, one.column)
    cells = [one.cells.get(place, "") for place in places]
    return {
        "at": one.at,
        "row": one.row,
        "why": bare(one.why),
        "cells": cells,
        "wrong": names.index(called) if called in names else -1,
    }


def take_corrections(intake: Intake, edited: Mapping[int, Mapping[str, Mapping[str, str]]]) -> int:
    """Take down the cells that were changed, sheet by sheet; give how many rows they are of.

    ``edited`` is what each table says: by the position of the row, by the place among the columns
    shown.
    """
    n = 0
    for at, (name, ledger, _) in enumerate(sheets(intake)):
        rows = rejected_rows(ledger)
        known, places = {one.at for one in rows}, places_shown(rows, ledger)
        found = {
            int(row): {places[int(place)]: text for place, text in cells.items()}
            for row, cells in edited.get(at, {}).items()
            if int(row) in known and all(int(place) < len(places) for place in cells)
        }
        n += len(found)
        if found:
            intake.correct(name, ledger.sheet, found)
    return n
