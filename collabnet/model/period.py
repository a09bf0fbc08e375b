"""The time that a log covers."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_FOR_A_YEARLY_FIGURE = 9


@dataclass(frozen=True)
class Period:
    """From the first to the last day observed, both included."""

    start: date
    end: date

    @property
    def months(self) -> float:
        """Length in months: whole calendar months, the rest by days.

        Examples
        --------
        >>> Period(date(2023, 1, 1), date(2023, 12, 31)).months
        12.0
        """
        after = self.end + timedelta(days=1)
        whole = (after.year - self.start.year) * 12 + after.month - self.start.month
        return whole + (after.day - self.start.day) / monthrange(after.year, after.month)[1]

    @property
    def years(self) -> float:
        """Length in years."""
        return self.months / 12

    @property
    def yearly_is_defined(self) -> bool:
        """Whether the log is long enough (nine months) to speak of a year."""
        return self.months >= MONTHS_FOR_A_YEARLY_FIGURE

    def a_year(self, n: float) -> float:
        """Scale a number of things in the period to a year; as it is where it is too short.

        Examples
        --------
        >>> Period(date(2023, 1, 1), date(2024, 12, 31)).a_year(6)
        3.0
        """
        return n / self.years if self.yearly_is_defined else n

    def last_months(self, n: int) -> "Period":
        """Give the period of the last ``n`` months; the whole if it is shorter."""
        month = self.end.year * 12 + self.end.month - n
        year, index = divmod(month, 12)
        start = date(year, index + 1, 1)
        return Period(max(start, self.start), self.end)


def whole_months(first: date, last: date) -> Period:
    """Give the period from the first day of one month to the last day of another."""
    return Period(first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1]))
