"""Which rows of a pathway still stand when those who left or fell silent are no backup."""

from bisect import bisect_right
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
    latest = {
        place: max((d for (_, p), d in until.items() if p == place and d), default=None)
        for place in PLACES
    }

    def may_be_gone(row: Row, place: int) -> bool:
        agency = (row.from_agency, row.to_agency)[place]
        last = latest[place]
        return agency in left or (last is not None and (row.on is None or row.on <= last))

    return tuple(
        row
        for row in rows
        if not any(person in gone or person in silent for person in row.people)
        and not any(may_be_gone(row, place) for place in PLACES if _is_blank(row, place))
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
        if row.on is None:
            continue
        for person in row.people:
            named[person].append(row.on)
        blanks = [place for place in PLACES if _is_blank(row, place)]
        for place in blanks:
            blank[place].append(row.on)
        if blanks:
            either.append(row.on)
        places |= {(_end(row, p).id, p) for p in PLACES if _end(row, p).kind == "person"}
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


def _last_silent_day(named: Sequence[date], blanks: Sequence[date], period: Period) -> date | None:
    """The latest last day that makes a silence, if any of the blank rows may be theirs."""
    own, others = sorted(named), sorted(blanks)
    first = own[-1] if own else date.min
    days = {*own[-1:], *(day for day in others if day >= first)}
    for day in sorted(days, reverse=True):
        if is_long_silence(len(own) + bisect_right(others, day), day, period):
            return day
    return None


def _end(row: Row, place: int) -> End:
    return (row.sender, row.receiver)[place]


def _is_blank(row: Row, place: int) -> bool:
    return _end(row, place).kind == "unknown"
