"""Which rows of a pathway still stand when those who left or fell silent are no backup."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from collabnet.model import Period
from collabnet.risk.carriers import UNSEEN
from collabnet.risk.quiet import is_long_silence
from collabnet.risk.rows import End, Row

PLACES = (0, 1)
"""The sending and the receiving end of a row."""


def standing_rows(
    rows: Sequence[Row],
    period: Period | None,
    *,
    gone: Collection[str] = (),
    left: Collection[str] = (),
    both: Collection[str] = (),
) -> tuple[Row, ...]:
    """Give the rows that people carry who are there still, whatever names the blanks stand for.

    Nobody counts who left, or fell silent. A row that names nobody may be theirs: their silence
    is the longest that such rows allow, and a row that may be theirs doesn't count. So leaving
    names out can only make fewer rows stand.

    Parameters
    ----------
    rows : of one pathway
    gone, left : people who left, and the agencies that they belonged to
    both : people who belong to both agencies, and so may stand behind a blank on either side
    """
    until = _silent_until(rows, period, both) if period is not None else {}
    silent = {person for (person, _), day in until.items() if day is not None}
    if not (silent or gone or left):
        return tuple(rows)
    latest = [
        max((d for (_, p), d in until.items() if p == place and d), default=None)
        for place in PLACES
    ]

    def may_be_gone(row: Row, end: End, agency: str, last: date | None) -> bool:
        if end.kind == "person":
            return end.id in gone or end.id in silent
        if end.kind != "unknown":
            return False
        return agency in left or (last is not None and (row.on is None or row.on <= last))

    return tuple(
        row
        for row in rows
        if not may_be_gone(row, row.sender, row.from_agency, latest[0])
        and not may_be_gone(row, row.receiver, row.to_agency, latest[1])
    )


def _silent_until(
    rows: Iterable[Row], period: Period, both: Collection[str]
) -> Mapping[tuple[str, int], date | None]:
    """The last day of each person at each end since when a silence may have lasted; else None."""
    named: defaultdict[str, list[date]] = defaultdict(list)
    places: set[tuple[str, int]] = set()
    blank: dict[int, list[date]] = {place: [] for place in PLACES}
    either: list[date] = []
    for row in rows:
        on = row.on
        if on is None:
            continue
        for person in row.people:
            named[person].append(on)
        is_blank = False
        for place, end in enumerate((row.sender, row.receiver)):
            if end.kind == "person":
                places.add((end.id, place))
            elif end.kind == "unknown":
                blank[place].append(on)
                is_blank = True
        if is_blank:
            either.append(on)
    for days in (*blank.values(), either):
        days.sort()
    places |= {(UNSEEN, place) for place in PLACES if blank[place]}
    if either:
        places |= {(person, place) for person in both for place in PLACES}
    of_both = {person for person in both if either}
    return {
        (person, place): _last_silent_day(
            named.get(person, ()), either if person in of_both else blank[place], period
        )
        for person, place in sorted(places)
    }


def _last_silent_day(own: Sequence[date], blanks: Sequence[date], period: Period) -> date | None:
    """The latest last day that makes a silence, if any of the blank rows may be theirs."""
    first = max(own, default=date.min)
    days = {first, *blanks[bisect_left(blanks, first) :]} if own else set(blanks)
    for day in sorted(days, reverse=True):
        if is_long_silence(len(own) + bisect_right(blanks, day), day, period):
            return day
    return None
