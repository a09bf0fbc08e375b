"""The months that two logs both cover, so that a season or a longer log makes no difference."""

from datetime import date, timedelta

import pandas as pd

from collabnet.data.dates import MONTHS
from collabnet.model import Coalition, Period


def common_months(one: Period | None, other: Period | None) -> Period | None:
    """Give the whole calendar months in both periods; None if there is none.

    Two periods that are the same are kept as they are.

    Examples
    --------
    >>> year = Period(date(2023, 1, 1), date(2023, 12, 31))
    >>> common_months(year, Period(date(2023, 6, 15), date(2024, 3, 31)))
    Period(start=datetime.date(2023, 7, 1), end=datetime.date(2023, 12, 31))
    """
    if one is None or other is None:
        return None
    if one == other:
        return one
    start, after = max(one.start, other.start), min(one.end, other.end) + timedelta(days=1)
    if start.day > 1:
        start = (start.replace(day=1) + timedelta(days=32)).replace(day=1)
    after = after.replace(day=1)
    return Period(start, after - timedelta(days=1)) if start < after else None


def within(coalition: Coalition, months: Period | None) -> Coalition:
    """Give the coalition with its log cut down to some months; as it is without.

    Referrals without a day are left out where months are cut off: nobody knows when they were.
    """
    if months is None or months == coalition.period:
        return coalition
    on = coalition.referrals["on"]
    kept = on.between(pd.Timestamp(months.start), pd.Timestamp(months.end))
    narrowed = coalition.with_tables(referrals=coalition.referrals[kept].reset_index(drop=True))
    return narrowed.with_settings(period_start=months.start, period_end=months.end)


def months_words(period: Period | None) -> str:
    """Say a time as whoever reads it would: the first and the last month where they are whole.

    Examples
    --------
    >>> months_words(Period(date(2023, 1, 1), date(2023, 12, 31)))
    'January 2023 to December 2023'
    >>> months_words(Period(date(2023, 1, 1), date(2023, 1, 31))), months_words(None)
    ('January 2023', 'no time stated')
    """
    if period is None:
        return "no time stated"
    after = period.end + timedelta(days=1)
    if period.start.day != 1 or after.day != 1:
        return f"{period.start.isoformat()} to {period.end.isoformat()}"
    first, last = _month(period.start), _month(period.end)
    return first if first == last else f"{first} to {last}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1].capitalize()} {day.year}"
