"""Whether a pathway, or one of its carriers, has fallen silent."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import log

from collabnet.model import Period

CHANCE = 0.05
"""A silence that would come about by chance less often than this is worth a question."""
LEAST_BEFORE = 6
"""Referrals before the silence that a pathway needs, so that its rate means something."""
_EVENTS = -log(CHANCE)
_YEAR = 365.25
_QUARTER = _YEAR / 4
_INCOMPLETE = timedelta(days=30)


def silence_limit(rate: float) -> float:
    """Days of silence after which a pathway of so many referrals a year is called quiet.

    Examples
    --------
    >>> round(silence_limit(12) / 30.44, 1)
    3.0
    """
    return _EVENTS / rate * _YEAR


def is_quiet(days: Sequence[date], period: Period) -> bool:
    """Whether a pathway with referrals on these days is silent at the end of the period.

    The rate is taken from before the silence; fewer than six referrals say nothing. Nor does a
    silence of less than 30 days: the end of a log may be incomplete, and the busiest pathway
    rests over a holiday.

    Examples
    --------
    >>> year = Period(date(2023, 1, 1), date(2023, 12, 31))
    >>> is_quiet([date(2023, month, 10) for month in range(1, 8)], year)
    True
    >>> is_quiet([date(2023, 1, 20)], year)
    False
    """
    return len(days) >= LEAST_BEFORE and is_long_silence(len(days), max(days), period)


def is_silent_carrier(days: Sequence[date], period: Period) -> bool:
    """Whether one carrier's own last referral is too long ago to call them a backup.

    As for a pathway, but without the least number: somebody who carried one referral and then
    none for eleven months is no backup. The rate is taken over a quarter at the least, so
    that a burst is not a rate; a silence of less than 30 days says nothing here either.

    Examples
    --------
    >>> year = Period(date(2023, 1, 1), date(2023, 12, 31))
    >>> is_silent_carrier([date(2023, 1, 20)], year)
    True
    >>> is_silent_carrier([date(2023, 12, day) for day in range(1, 9)], year)
    False
    """
    return is_long_silence(len(days), max(days), period)


def is_long_silence(n: int, last: date, period: Period) -> bool:
    """Whether a pathway or somebody with ``n`` referrals, the last on that day, fell silent."""
    return not is_recent(last, period) and _is_silent(n, last, period)


def is_recent(last: date, period: Period) -> bool:
    """Whether a day is so near the end that nobody can be said to be silent since."""
    return period.end - last < _INCOMPLETE


def before_and_silence(days: Sequence[date], period: Period | None) -> tuple[float, float]:
    """Years up to the last of some days, a quarter at least, and years of silence after it.

    Both are 0 where no day or no period is known.
    """
    if not days or period is None:
        return 0.0, 0.0
    last = max(days)
    return _years_before(last, period), (period.end - last).days / _YEAR


def _is_silent(n: int, last: date, period: Period) -> bool:
    return (period.end - last).days > silence_limit(n / _years_before(last, period))


def _years_before(last: date, period: Period) -> float:
    return max((last - period.start + timedelta(days=1)).days, _QUARTER) / _YEAR
