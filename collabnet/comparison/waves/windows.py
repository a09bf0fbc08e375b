"""Windows of a log: whole months, counted back from the last."""

from collections.abc import Iterator
from datetime import date, timedelta

from collabnet.model import Period
from collabnet.model.errors import CollabnetError

MONTHS = 6
"""Months in a window, if nobody says otherwise."""
MOST_MONTHS = 24
YEAR = 12


def check_months(months: object) -> int:
    """Give the length of a window if it can be one.

    Raises
    ------
    CollabnetError
        If it is no whole number from 1 to 24.

    Examples
    --------
    >>> check_months(6)
    6
    """
    if not isinstance(months, int) or isinstance(months, bool) or not 1 <= months <= MOST_MONTHS:
        raise CollabnetError(
            f"A window needs a whole number of months from 1 to {MOST_MONTHS}; got {months!r}. "
            f"{MONTHS} is usual."
        )
    return months


def month_starts(period: Period | None) -> tuple[date, ...]:
    """Give the first day of each calendar month that lies in a period as a whole.

    Examples
    --------
    >>> [one.isoformat() for one in month_starts(Period(date(2024, 1, 15), date(2024, 3, 31)))]
    ['2024-02-01', '2024-03-01']
    """
    return tuple(_month_starts(period)) if period is not None else ()


def _month_starts(period: Period) -> Iterator[date]:
    first = period.start
    if first.day > 1:
        first = _next(first)
    while (after := _next(first)) <= period.end + timedelta(days=1):
        yield first
        first = after


def windows(period: Period | None, months: int = MONTHS) -> tuple[Period, ...]:
    """Give the windows of a log, the first one first; months that fill none are left out.

    Examples
    --------
    >>> two = windows(Period(date(2024, 1, 1), date(2025, 1, 31)), 6)
    >>> [one.start.isoformat() for one in two]
    ['2024-02-01', '2024-08-01']
    """
    starts = month_starts(period)
    ends = range(len(starts), months - 1, -months)
    return tuple(months_between(starts, end - months, end) for end in reversed(ends))


def year_before(window: Period, period: Period | None) -> Period | None:
    """Give the same months a year before, if the log covers them.

    Examples
    --------
    >>> log = Period(date(2023, 1, 1), date(2024, 12, 31))
    >>> year_before(Period(date(2024, 7, 1), date(2024, 12, 31)), log)
    Period(start=datetime.date(2023, 7, 1), end=datetime.date(2023, 12, 31))
    >>> year_before(Period(date(2023, 7, 1), date(2023, 12, 31)), log)
    """
    starts = month_starts(period)
    after = window.end + timedelta(days=1)
    start, end = (day.replace(year=day.year - 1) for day in (window.start, after))
    if start not in starts:
        return None
    return Period(start, end - timedelta(days=1))


def months_between(starts: tuple[date, ...], first: int, end: int) -> Period:
    """Give the period of some months, from one up to before another."""
    return Period(starts[first], _next(starts[end - 1]) - timedelta(days=1))


def _next(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
