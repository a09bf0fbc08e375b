"""Months as people write them, and days that need the month above them."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from collabnet.data.column import ascii_digits
from collabnet.data.dates import MONTHS, as_day, month_number
from collabnet.data.options import YEARS

_YEAR = r"(?:(\d{4})|'?(\d{2}))"
_WORD_FIRST = re.compile(rf"([a-z]{{3,9}})\.?(?:[\s,.-]*{_YEAR})?:?", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})[\s,.-]+([a-z]{3,9})\.?:?", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.]0?1)?|(\d{1,2})[-/.](\d{4})")
_DAY = re.compile(
    r"(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]{0,6}[\s,.]*)?(\d{1,2})(?:st|nd|rd|th|\.)?",
    re.IGNORECASE,
)
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[-/.](\d{1,2})\.?")
_DAY_AND_WORD = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s.-]*([a-z]{3,9})\.?|([a-z]{3,9})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?",
    re.IGNORECASE,
)
_LONGEST = 30


class Month(NamedTuple):
    """A month; its year is 0 where it isn't written."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def name(self) -> str:
        """Its name, with the year where that is known."""
        return f"{MONTHS[self.number - 1].capitalize()} {self.year or ''}".strip()

    def holds(self, day: date) -> bool:
        """Whether a day lies in it; where its year isn't known, in any year."""
        return day.month == self.number and self.year in (0, day.year)


def read_month(text: str) -> Month | None:
    """Read a month, with or without its year; None if the text is none.

    Examples
    --------
    >>> read_month("Mar 24"), read_month("2024-03"), read_month("MARCH")
    (Month(year=2024, number=3), Month(year=2024, number=3), Month(year=0, number=3))
    """
    plain = ascii_digits(text.strip()).replace("’", "'") if len(text) <= _LONGEST else ""
    year, number = 0, 0
    if found := _WORD_FIRST.fullmatch(plain):
        number = _number(found[1])
        year = int(found[2] or 0) or (2000 + int(found[3]) if found[3] else 0)
    elif found := _YEAR_FIRST.fullmatch(plain):
        year, number = int(found[1]), _number(found[2])
    elif found := _NUMBERS.fullmatch(plain):
        year, number = int(found[1] or found[4]), int(found[2] or found[3])
    if not 1 <= number <= 12 or (year and year not in YEARS):
        return None
    return Month(year, number)


def read_day_of(text: str, month: Month) -> date | None:
    """Read a cell that says only the day, or day and month without a year, of a known month.

    Examples
    --------
    >>> march = Month(2024, 3)
    >>> read_day_of("5th", march), read_day_of("3/5", march), read_day_of("4/5", march)
    (datetime.date(2024, 3, 5), datetime.date(2024, 3, 5), None)
    """
    plain = ascii_digits(text.strip()) if len(text) <= _LONGEST else ""
    if found := _DAY.fullmatch(plain):
        return as_day(month.year, month.number, int(found[1]))
    if found := _DAY_AND_MONTH.fullmatch(plain):
        parts = [int(found[1]), int(found[2])]
        if month.number not in parts:
            return None
        parts.remove(month.number)
        return as_day(month.year, month.number, parts[0])
    if found := _DAY_AND_WORD.fullmatch(plain):
        fits = _number(found[2] or found[3]) == month.number
        return as_day(month.year, month.number, int(found[1] or found[4])) if fits else None
    return None


def with_years(months: Iterable[Month], first_year: int = 0) -> list[Month]:
    """Give months that follow each other the years that are written among them.

    A year holds until January comes round; months before the first year count backwards from it.
    Without any year all stay as they are, unless ``first_year`` says the first one's.

    Examples
    --------
    >>> with_years([Month(0, 11), Month(0, 12), Month(2024, 1), Month(0, 2)])[0]
    Month(year=2023, number=11)
    """
    found = list(months)
    if found and not any(one.year for one in found) and first_year:
        found[0] = Month(first_year, found[0].number)
    stated = next((place for place, one in enumerate(found) if one.year), None)
    if stated is None:
        return found
    for place in range(stated + 1, len(found)):
        before, one = found[place - 1], found[place]
        if not one.year:
            found[place] = Month(before.year + (one.number < before.number), one.number)
    for place in range(stated - 1, -1, -1):
        after, one = found[place + 1], found[place]
        found[place] = Month(after.year - (one.number > after.number), one.number)
    return found


def _number(word: str) -> int:
    """The month's number: Mar, Sept and March are months, Marc is a name."""
    is_month = len(word) == 3 or word.lower() in ("sept", *MONTHS)
    return month_number(word) if is_month else 0
