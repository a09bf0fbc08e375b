"""Values of spreadsheets and databases as the text that a person sees or typed."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Literal

Shown = Literal["", "day", "time", "span"]
_WHOLE = re.compile(r"-?\d+")
_IGNORED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_SPAN = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LAST_SERIAL = 2_958_466
_DAY_MS = 86_400_000
_CODES = {14: "d/m/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
          19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "d/m/yyyy h:mm", 45: "mm:ss",
          46: "[h]:mm:ss", 47: "mm:ss.0"}  # fmt: skip
# Formats of the East Asian versions of Excel: days, but for 32 to 35 and 55 to 56 of the clock.
_EASTERN = {n: "h:mm" if n in (32, 33, 34, 35, 55, 56) else "yyyy/m/d" for n in
            (*range(27, 37), *range(50, 59))}  # fmt: skip
BUILT_IN = _CODES | _EASTERN
"""The formats that a workbook names by number and doesn't spell out, where they show time."""


@lru_cache(maxsize=4096)
def shown_as(code: str) -> Shown:
    """Tell whether a number format shows a day, a time of day or a span of time.

    Examples
    --------
    >>> shown_as("yyyy-mm-dd"), shown_as("[h]:mm"), shown_as('0.0 "days"'), shown_as("[Red]0")
    ('day', 'span', '', '')
    """
    first = _IGNORED.sub("", code).split(";")[0]
    if _SPAN.search(first):
        return "span"
    letters = set(re.sub(r"am/pm|a/p|general", "h", first, flags=re.IGNORECASE).lower())
    if "general" in first.lower():
        return ""
    if letters & {"d", "y"}:
        return "day"
    if letters & {"h", "s"}:
        return "time"
    return "day" if "m" in letters else ""


def number_text(raw: str) -> str:
    """Write a number as a person sees it: whole ones as they are, others to 15 digits.

    Examples
    --------
    >>> number_text("1234567890123456789"), number_text("3.0"), number_text("1E5")
    ('1234567890123456789', '3', '100000')
    >>> number_text("1.1000000000000001"), number_text("0.30000000000000004")
    ('1.1', '0.3')
    """
    if raw.isdecimal() or _WHOLE.fullmatch(raw):
        return raw
    try:
        exact = Decimal(raw.strip())
    except InvalidOperation:
        return raw
    if not exact.is_finite():
        return raw
    if abs(exact.adjusted()) > 40:
        return f"{float(exact):.15g}"
    if exact == exact.to_integral_value():
        return str(int(exact))
    return _plain(Decimal(f"{float(exact):.15g}"))


def float_text(value: float) -> str:
    """Write a number of a database with every digit that tells it from others.

    Examples
    --------
    >>> float_text(3.0), float_text(0.1), float_text(1e-7)
    ('3', '0.1', '0.0000001')
    """
    exact = Decimal(repr(value))
    if not exact.is_finite() or abs(exact.adjusted()) > 40:
        return repr(value)
    return str(int(exact)) if exact == exact.to_integral_value() else _plain(exact)


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=65_536)
def day_text(raw: str, shown: Shown, is_1904: bool) -> str:
    """Write a number that is shown as a day or a time in ISO form; a plain number if it is none.

    Excel counts days from 1900 and takes that year for a leap year, or from 1904 in workbooks
    that were first made on a Mac.

    Examples
    --------
    >>> day_text("45356", "day", False), day_text("43894", "day", True)
    ('2024-03-05', '2024-03-05')
    >>> day_text("45356.4375", "day", False), day_text("0.4375", "time", False)
    ('2024-03-05T10:30:00', '10:30:00')
    >>> day_text("60", "day", False), day_text("0", "day", False)
    ('1900-02-29', '1900-01-00')
    """
    try:
        serial = float(raw)
    except ValueError:
        return raw
    if not 0 <= serial < _LAST_SERIAL:
        return number_text(raw)
    days, rest = divmod(round(serial * _DAY_MS), _DAY_MS)
    if shown == "span" or (shown == "time" and not days):
        return _clock(rest + days * _DAY_MS)
    clock = f"T{_clock(rest)}" if rest else ""
    if days in (0, 60) and not is_1904:
        return f"{'1900-02-29' if days else '1900-01-00'}{clock}"
    first = date(1899, 12, 30) if days > 60 else date(1899, 12, 31)
    first = date(1904, 1, 1) if is_1904 else first
    try:
        return f"{(first + timedelta(days)).isoformat()}{clock}"
    except OverflowError:
        return number_text(raw)


def _clock(ms: int) -> str:
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}" + (f".{ms:03d}" if ms else "")


def unescaped(text: str) -> str:
    """Undo the form in which workbooks write characters that XML can't hold.

    Examples
    --------
    >>> unescaped("_x0041_ and _x005F_x0041_")
    'A and _x0041_'
    """
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    return found[0] if 0xD800 <= number <= 0xDFFF else chr(number)


def value_text(value: object) -> str:
    """Write a value of Python as text; nothing for None, days in ISO form.

    Examples
    --------
    >>> value_text(True), value_text(7.0), value_text(datetime(2024, 3, 5)), value_text(None)
    ('TRUE', '7', '2024-03-05', '')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return float_text(value)
    if isinstance(value, datetime):
        is_day = value.time() == time() and value.tzinfo is None
        return value.date().isoformat() if is_day else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return _clock(round(value.total_seconds() * 1000))
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    return str(value)
