"""What is told of two times of a coalition, under the same titles wherever it is read."""

from collections.abc import Iterator

import pandas as pd

from collabnet.sharing.released_waves import ReleasedTimes, ReleasedWaves

NO_WARNING = "No link fell silent and no carrier's share fell further than by chance."
WARNINGS = "Early warnings"
EARLIER_WARNINGS = "Seen in earlier windows, and no longer"
WINDOWS = "Windows of the log, each beside the one before"
CHANCE = (
    "Chance: how often a difference as large comes about if each one's two sets of answers are "
    "swapped, or not, by lot. Below 0.05 is little; with few who answered no difference can be."
)
NOTHING = (
    "This coalition has one time only. Add a second wave of the survey, or a log of a year or "
    "more: then what is new, lost and kept stands here."
)
NOTHING_OUTSIDE = "No two waves of a survey are compared here, so there is nothing else to pass on."
MAP_HINT = "New ties are thick with a plus, lost ones dashed with a cross."
TITLES = {
    "survey": "Survey wave {}, over those who answered both times",
    "coded": "Ties of wave {}, over those who told of them both times",
    "log": "The log: {}",
    "both": "Two times: {}",
}


def title_of(one: ReleasedTimes) -> str:
    """Say what the two times are of."""
    return TITLES[one.what].format(one.title)


def tables_of(one: ReleasedTimes) -> Iterator[tuple[str, pd.DataFrame]]:
    """Give the tables that have rows, each under its title."""
    found = {
        "Kept, new and lost": one.counts,
        "Before and after": one.figures,
        "What is new and what is lost": one.changes,
        "Measures": one.measures,
    }
    return ((title, rows) for title, rows in found.items() if len(rows))


def findings_of(one: ReleasedTimes) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the lists of findings that are not empty, each under its title."""
    changed = tuple(f"Before: {before} Now: {now}" for before, now in one.changed)
    found = {
        "Findings that are new": one.gained,
        "Findings that changed": changed,
        "Findings that are mended": one.mended,
        "Findings whose link itself is gone": one.broken,
        "Findings whose link has too few referrals now to be ranked": one.unclear,
    }
    return ((title, said) for title, said in found.items() if said)


def warnings_of(released: ReleasedWaves) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the early warnings, or that there are none; nothing where none were looked for."""
    if released.is_watched:
        yield WARNINGS, released.warnings or (NO_WARNING,)
        if released.earlier_warnings:
            yield EARLIER_WARNINGS, released.earlier_warnings


def nothing_of(released: ReleasedWaves) -> str:
    """Say that there are no two times to compare; "" where there are."""
    if released.times:
        return ""
    return NOTHING if released.audience == "internal" else NOTHING_OUTSIDE
