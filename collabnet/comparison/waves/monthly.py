"""A log counted by month: each link, and each of those who send over it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

import numpy as np

from collabnet.comparison.waves.falls import Floats
from collabnet.model import Coalition
from collabnet.risk.rows import Row, build_rows

Link = tuple[str, str]
Sender = tuple[str, str]
"""What stands at the end, and its id: ("person", "officer_1")."""


def link_counts(coalition: Coalition, starts: tuple[date, ...]) -> dict[Link, Floats]:
    """Count the referrals of each link in the months that begin on some days."""
    found: defaultdict[Link, Floats] = defaultdict(lambda: np.zeros(len(starts)))
    for row, month in _dated(coalition, starts):
        found[row.from_agency, row.to_agency][month] += 1
    return dict(found)


def sender_counts(
    coalition: Coalition, starts: tuple[date, ...]
) -> dict[Link, dict[Sender, Floats]]:
    """Count the referrals of each sender of each link; rows that name nobody are left out.

    Blanks are no colleagues: how many there are tells how a log is kept, not who carries.
    """
    found: defaultdict[Link, defaultdict[Sender, Floats]] = defaultdict(
        lambda: defaultdict(lambda: np.zeros(len(starts)))
    )
    for row, month in _dated(coalition, starts):
        if row.sender.kind != "unknown":
            found[row.from_agency, row.to_agency][row.sender.kind, row.sender.id][month] += 1
    return {link: dict(by_sender) for link, by_sender in found.items()}


def _dated(coalition: Coalition, starts: tuple[date, ...]) -> Iterator[tuple[Row, int]]:
    """The rows of the log between two agencies, with the place of their month."""
    place = {(day.year, day.month): i for i, day in enumerate(starts)}
    for row in build_rows(coalition):
        month = None if row.on is None else place.get((row.on.year, row.on.month))
        if month is not None and row.is_log and not row.is_inside:
            yield row, month
