"""Which rows of a pathway still stand when those who left or fell silent are no backup."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from collabnet.model import Period
from collabnet.risk.carriers import UNSEEN
from collabnet.risk.quiet import is_long_silence, is_recent
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
    silent = {person for person, _ in until}
    if not (silent or gone or left):
        return tuple(rows)
    latest = [
        max((day for (_, at), day in until.items() if at == place), default=None)
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
) -> Mapping[tuple[str, int], date]:
    """The last day since when a silence may have lasted, of those at each end who may be silent."""
    named: defaultdict[str, list[date]] = defaultdict(list)
    places: set[tuple[str, int]] = set()
    blank: dict[int, list[date]] = {place: [] for place in PLACES}
    either: list[date] = []
    for row in rows:
        on = row.on
        if on is None:
            continue
        sender, receiver = row.sender, row.receiver
        if sender.kind == "person":
            named[sender.id].append(on)
            places.add((sender.id, 0))
        elif sender.kind == "unknown":
            blank[0].append(on)
            either.append(on)
        if receiver.kind == "person":
            if receiver != sender:
                named[receiver.id].append(on)
            places.add((receiver.id, 1))
        elif receiver.kind == "unknown":
            blank[1].append(on)
            if sender.kind != "unknown":
                either.append(on)
    for days in (*blank.values(), either):
        days.sort()
    places |= {(UNSEEN, place) for place in PLACES if blank[place]}
    if either:
        places |= {(person, place) for person in both for place in PLACES}
    found = {}
    for person, place in places:
        blanks = either if person in both else blank[place]
        day = _last_silent_day(named.get(person, ()), blanks, period)
        if day is not None:
            found[person, place] = day
    return found


def _last_silent_day(own: Sequence[date], blanks: Sequence[date], period: Period) -> date | None:
    """The latest last day that makes a silence, if any of the blank rows may be theirs."""
    first = max(own, default=date.min)
    if is_recent(first, period):
        return None
    days = {first, *blanks[bisect_left(blanks, first) :]} if own else set(blanks)
    for day in sorted(days, reverse=True):
        if is_long_silence(len(own) + bisect_right(blanks, day), day, period):
            return day
    return None
