"""A coalition over time as text for a terminal, from what was released."""

from collections.abc import Iterator, Sequence

import pandas as pd

from collabnet.reports.layout import joined, table, wrap
from collabnet.sharing.released_waves import ReleasedTimes, ReleasedWaves

NO_WARNING = "No link fell silent and no carrier's share fell further than by chance."
TITLES = {
    "survey": "Survey wave {}, over those who answered both times",
    "log": "The log: {}",
    "both": "Two times: {}",
}
CHANCE = (
    "Chance: how often a difference as large comes about if each one's two sets of answers are "
    "swapped, or not, by lot. Below 0.05 is little; with few who answered no difference can be."
)


def waves_text(released: ReleasedWaves, width: int | None = None) -> str:
    """Write what changed over time: warnings first, then the log, then the survey."""
    label = f" [{released.label}]" if released.label else ""
    return joined(
        [
            [
                *wrap(f"{released.name} over time{label}", width),
                *wrap(released.notice, width, rest=""),
            ],
            *_warnings(released, label, width),
            *_table("Windows of the log, each beside the one before", released.windows, width),
            *(block for one in released.times for block in _times(one, label, width)),
        ]
    )


def _warnings(released: ReleasedWaves, label: str, width: int | None) -> Iterator[list[str]]:
    if released.audience == "internal" and (released.watch or released.warnings):
        said = released.warnings or (NO_WARNING,)
        yield _bullets(f"Early warnings{label}", said, width)
        yield _bullets(f"Seen in earlier windows{label}", released.earlier_warnings, width)
    yield [line for one in released.watch for line in wrap(one, width)]


def _times(one: ReleasedTimes, label: str, width: int | None) -> Iterator[list[str]]:
    yield wrap(f"{TITLES[one.what].format(one.title)}{label}", width)
    yield [line for said in one.said for line in wrap(said, width)]
    yield from _table("", one.counts, width)
    yield from _table("", one.figures, width)
    yield from _table("New and lost", one.changes, width)
    yield from _table("Measures", one.measures, width)
    if len(one.measures):
        yield wrap(CHANCE, width)
    yield _bullets("Findings that are new", one.gained, width)
    yield _bullets("Findings that are mended", one.mended, width)
    yield _bullets("Findings whose link itself is gone", one.broken, width)


def _bullets(title: str, said: Sequence[str], width: int | None) -> list[str]:
    lines = [line for one in said for line in wrap(one, width, "- ")]
    return [*wrap(title, width), *lines] if lines else []


def _table(title: str, rows: pd.DataFrame, width: int | None) -> Iterator[list[str]]:
    if len(rows):
        cells = [tuple(str(cell) for cell in row) for row in rows.to_numpy().tolist()]
        lines = table([tuple(str(name) for name in rows.columns), *cells], width)
        yield [title, *lines] if title else lines
