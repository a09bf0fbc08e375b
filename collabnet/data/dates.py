"""What a cell may say about a day, before it is known whether day or month comes first."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from collabnet.data.column import ascii_digits

_TIME = (
    r"(?:[T\s]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)"
    r"\s*(Z|[ap]\.?m\.?|[+-]\d{2}:?\d{2})?)?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s+)?"
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})" + _TIME, re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})" + _TIME, re.IGNORECASE)
_NAMED = re.compile(
    _WEEKDAY + r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3,9})[\s.,-]+(\d{4}|'?\d{2})"
    r"|([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4})|,\s*('?\d{2})))" + _TIME,
    re.IGNORECASE,
)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_SERIAL = re.compile(r"[2-7]\d{4}(?:\.\d+)?")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_LONGEST = 40


@dataclass(frozen=True)
class Written:
    """A day as it is written.

    Attributes
    ----------
    style : "iso", "other" (unmistakable), "slashed", "named" (only the century is open), "serial"
        or "none"
    day : the day, where style is iso or other and the calendar has it
    parts : first, second and year, where style is slashed; day, month and year of two digits,
        where it is named
    serial : Excel's count of days, where style is serial
    has_time : whether a time or a time zone stands behind the day
    """

    style: str
    day: date | None = None
    parts: tuple[int, int, int] = (0, 0, 0)
    serial: int = 0
    is_short_year: bool = False
    has_time: bool = False


def read_written(text: str) -> Written:
    """Tell how a day is written, without deciding what only the column can tell.

    Examples
    --------
    >>> read_written("2024-02-01").day
    datetime.date(2024, 2, 1)
    >>> read_written("01/02/2024").parts
    (1, 2, 2024)
    """
    plain = ascii_digits(text) if len(text) <= _LONGEST else ""
    if found := _YEAR_FIRST.fullmatch(plain):
        style = "iso" if found[2] == "-" and len(found[3]) == len(found[4]) == 2 else "other"
        day = as_day(int(found[1]), int(found[3]), int(found[4]))
        return Written(style, day, has_time=bool(found[5]))
    if found := _SLASHED.fullmatch(plain):
        parts = int(found[1]), int(found[3]), int(found[4])
        short = len(found[4]) == 2
        return Written("slashed", parts=parts, is_short_year=short, has_time=bool(found[5]))
    if found := _NAMED.fullmatch(plain):
        month = month_number(found[2] or found[4])
        number, year = int(found[1] or found[5]), found[3] or found[6] or found[7]
        if not month:
            return Written("none")
        if len(year) == 4:
            day = as_day(int(year), month, number)
            return Written("other", day, has_time=bool(found[8]))
        parts = number, month, int(year.strip("'"))
        return Written("named", parts=parts, is_short_year=True, has_time=bool(found[8]))
    if found := _COMPACT.fullmatch(plain):
        return Written("other", as_day(int(found[1]), int(found[2]), int(found[3])))
    if _SERIAL.fullmatch(plain):
        return Written("serial", serial=int(plain[:5]))
    return Written("none")


def as_day(year: int, month: int, number: int) -> date | None:
    """Give the day if the calendar has it."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def from_serial(serial: int, start: str) -> date:
    """Give the day of Excel's count, which starts in 1900 or in 1904.

    Examples
    --------
    >>> from_serial(45292, "1900")
    datetime.date(2024, 1, 1)
    """
    # Excel counts a 29 February 1900 that never was; every later day is one too high.
    first = date(1904, 1, 1) if start == "1904" else date(1899, 12, 30)
    return first + timedelta(days=serial)


def month_number(word: str) -> int:
    """Give the number of a month told by its name or the first letters of it; 0 if it is none.

    Examples
    --------
    >>> month_number("Sept"), month_number("Ju")
    (9, 0)
    """
    found = [n for n, name in enumerate(MONTHS, 1) if name.startswith(word.lower())]
    return found[0] if len(found) == 1 else 0
