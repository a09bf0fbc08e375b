"""Two sites as a page with both maps, as CSV and as plain values, from what was released."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from collabnet.plots.side_by_side import side_by_side
from collabnet.reports.comparison_text import TITLES, links_by_site
from collabnet.reports.csv_table import to_csv
from collabnet.reports.page import XMLNS, fill, for_whom
from collabnet.risk.as_dict import plain, table_records
from collabnet.risk.assessment import SCHEMA_VERSION
from collabnet.sharing.released_comparison import ReleasedComparison

CSV_COLUMNS = ("table", "row", "column", "value", "notice", "label")


def comparison_html(released: ReleasedComparison) -> str:
    """Write the comparison as a page that stands alone: no script, nothing fetched."""
    return fill(
        "comparison.html",
        brief=released,
        tables=[(title, list(rows.columns), _cells(rows)) for title, rows in tables(released)],
        pictures=pictures(released),  # every name in them is escaped there
        paper="auto",
    )


def tables(released: ReleasedComparison) -> Iterator[tuple[str, pd.DataFrame]]:
    """Give the tables that have rows, each under its title; what can't be compared comes first."""
    found = {
        "What can't be compared, and why": released.limits,
        TITLES["figures"]: released.figures,
        TITLES["links"]: links_by_site(released),
        TITLES["positions"]: released.positions,
        TITLES["agencies"]: released.agencies,
    }
    return ((title, rows) for title, rows in found.items() if len(rows))


def _cells(rows: pd.DataFrame) -> list[list[str]]:
    cells: list[list[str]] = rows.astype("str").to_numpy().tolist()
    return cells


def pictures(released: ReleasedComparison) -> tuple[str, ...]:
    """Draw both maps as SVG: agencies, or outside internal sectors, in the same places."""
    both = side_by_side(*released.maps, released.same)
    if not both.places["agencies"]:
        return ()
    noun = "agencies" if released.audience == "internal" else "sectors"
    times = (released.months, released.months) if released.months else released.periods
    titles = [
        f"{name}: {sum(not row.get('outside') for row in drawn['agencies'])} {noun}, {time}"
        for name, drawn, time in zip(released.names, (both.a, both.b), times, strict=True)
    ]
    label = for_whom(released.notice, released.label)
    return tuple(
        one.replace(XMLNS, "", 1)  # no need inside a page
        for one in both.svgs(titles, label)
    )


def comparison_csv(released: ReleasedComparison) -> str:
    """Write one line for each cell, the notice and the label on every line."""
    rows = []
    for title, table in tables(released):
        first = str(table.columns[0])
        for number, cells in enumerate(table.to_dict("records"), start=1):
            rows += [
                {
                    "table": title,
                    "row": f"{number}: {cells[first]}",
                    "column": str(column),
                    "value": str(value),
                    "notice": released.notice,
                    "label": released.label,
                }
                for column, value in cells.items()
                if column != first
            ]
    return to_csv(CSV_COLUMNS, rows)


def comparison_released_dict(released: ReleasedComparison) -> dict[str, Any]:
    """Give one object, ``schema_version`` first; for audiences outside internal."""
    from collabnet import __version__

    made: dict[str, Any] = plain(
        {
            "schema_version": SCHEMA_VERSION,
            "audience": released.audience,
            "notice": released.notice,
            "kind": "sites",
            "names": released.names,
            "labels": released.labels,
            "periods": released.periods,
            "months": released.months,
            "alike": released.told.alike,
            "differs": released.told.differs,
            "open": released.told.open,
            **{
                name: table_records(getattr(released, name))
                for name in ("figures", "positions", "links", "agencies", "limits")
            },
            "methods": released.methods,
            "version": __version__,
        }
    )
    return made
