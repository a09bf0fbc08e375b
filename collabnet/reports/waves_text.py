"""A coalition over time as text for a terminal, from what was released."""

from collections.abc import Iterator, Sequence

import pandas as pd

from collabnet.reports.layout import joined, table, wrap
from collabnet.reports.waves_parts import (
    CHANCE,
    WINDOWS,
    findings_of,
    nothing_of,
    tables_of,
    title_of,
    warnings_of,
)
from collabnet.sharing.released_waves import ReleasedTimes, ReleasedWaves


def waves_text(released: ReleasedWaves, width: int | None = None) -> str:
    """Write what changed over time: warnings first, then the log, then the survey."""
    label = f" [{released.label}]" if released.label else ""
    return joined(
        [
            [
                *wrap(f"{released.name} over time{label}", width),
                *wrap(released.notice, width, rest=""),
            ],
            *(_bullets(f"{title}{label}", said, width) for title, said in warnings_of(released)),
            [line for one in released.watch for line in wrap(one, width)],
            *([_table(WINDOWS, released.windows, width)] if len(released.windows) else []),
            *(block for one in released.times for block in _times(one, label, width)),
            *([wrap(nothing, width)] if (nothing := nothing_of(released)) else []),
        ]
    )


def _times(one: ReleasedTimes, label: str, width: int | None) -> Iterator[list[str]]:
    yield wrap(f"{title_of(one)}{label}", width)
    yield [line for said in one.said for line in wrap(said, width)]
    for title, rows in tables_of(one):
        yield _table(title, rows, width)
    if len(one.measures):
        yield wrap(CHANCE, width)
    for title, said in findings_of(one):
        yield _bullets(title, said, width)


def _bullets(title: str, said: Sequence[str], width: int | None) -> list[str]:
    return [*wrap(title, width), *(line for one in said for line in wrap(one, width, "- "))]


def _table(title: str, rows: pd.DataFrame, width: int | None) -> list[str]:
    cells = [tuple(str(cell) for cell in row) for row in rows.to_numpy().tolist()]
    return [title, *table([tuple(str(name) for name in rows.columns), *cells], width)]
