"""A coalition over time as a page, as CSV, as a map and as plain values, from what was released."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from collabnet.model.errors import CollabnetError
from collabnet.plots.difference_map import difference_svg
from collabnet.reports.csv_table import to_csv
from collabnet.reports.page import XMLNS, fill, for_whom
from collabnet.reports.waves_parts import (
    CHANCE,
    MAP_HINT,
    WINDOWS,
    findings_of,
    nothing_of,
    tables_of,
    title_of,
    warnings_of,
)
from collabnet.sharing.released_waves import ReleasedTimes, ReleasedWaves

CSV_COLUMNS = ("times", "table", "row", "column", "value", "notice", "label")
SCHEMA_VERSION = 1


def waves_dict(released: ReleasedWaves) -> dict[str, Any]:
    """Give one object, ``schema_version`` first; for audiences outside internal."""
    return {
        "schema_version": SCHEMA_VERSION,
        "name": released.name,
        "label": released.label,
        "audience": released.audience,
        "notice": released.notice,
        "said": list(released.watch),
        "times": [
            {
                "what": one.what,
                "title": one.title,
                "said": list(one.said),
                "counts": one.counts.to_dict("records"),
            }
            for one in released.times
        ],
    }


def waves_html(released: ReleasedWaves) -> str:
    """Write what changed over time as a page that stands alone: no script, nothing fetched."""
    times = [
        {
            "title": title_of(one),
            "said": one.said,
            "map": map_of(released, one).replace(XMLNS, "", 1) if one.map["ties"] else "",
            "tables": [_printed(title, rows) for title, rows in tables_of(one)],
            "chance": CHANCE if len(one.measures) else "",
            "findings": list(findings_of(one)),
        }
        for one in released.times
    ]
    return fill(
        "waves.html",
        brief=released,
        paper="auto",
        warnings=list(warnings_of(released)),
        windows=_printed(WINDOWS, released.windows),
        times=times,
        map_hint=MAP_HINT,
        nothing=nothing_of(released),
    )


def _printed(title: str, rows: pd.DataFrame) -> tuple[str, list[str], list[list[str]]]:
    return title, list(rows.columns), rows.astype("str").to_numpy().tolist()


def waves_csv(released: ReleasedWaves) -> str:
    """Write every cell on a line of its own, the notice and the label on every line."""
    told = {"notice": released.notice, "label": released.label}
    return to_csv(CSV_COLUMNS, ({**cell, **told} for cell in _cells(released)))


def _cells(released: ReleasedWaves) -> Iterator[dict[str, object]]:
    for title, warnings in warnings_of(released):
        yield from _of_list("", title, "Warning", warnings)
    yield from _of_list("", "About the warnings", "Said", released.watch)
    yield from _of_table("", WINDOWS, released.windows)
    for one in released.times:
        yield from _of_list(one.title, "What is compared", "Said", one.said)
        for table, rows in tables_of(one):
            yield from _of_table(one.title, table, rows)
        for title, found in findings_of(one):
            yield from _of_list(one.title, title, "Finding", found)


def _of_list(
    times: str, table: str, column: str, said: Sequence[str]
) -> Iterator[dict[str, object]]:
    for number, sentence in enumerate(said, start=1):
        yield _cell(times, table, number, column, sentence)


def _of_table(times: str, table: str, rows: pd.DataFrame) -> Iterator[dict[str, object]]:
    for number, row in enumerate(rows.to_dict("records"), start=1):
        for column, value in row.items():
            yield _cell(times, table, number, str(column), value)


def _cell(times: str, table: str, row: int, column: str, value: object) -> dict[str, object]:
    return {"times": times, "table": table, "row": row, "column": column, "value": value}


def waves_svg(released: ReleasedWaves) -> str:
    """Draw the map of the last two times that have one: the survey's, else the log's.

    Raises
    ------
    CollabnetError
        If there is none: for audiences outside internal, or without two times.
    """
    found = [one for one in released.times if one.map["ties"]]
    if not found:
        raise CollabnetError(
            "A map of differences needs two times of a coalition and the audience internal; there "
            "is none here. A node-level map gives people and agencies away: leave --audience out."
            if released.audience != "internal"
            else "A map of differences needs two times; this coalition has one. Add a second wave "
            "of the survey, or a log that fills two windows."
        )
    return map_of(released, found[-1])


def map_of(released: ReleasedWaves, one: ReleasedTimes) -> str:
    """Draw the map of two times that have one."""
    return difference_svg(
        one.map,
        title=f"{released.name}: {one.title}",
        label=for_whom(released.notice, released.label),
    )
