"""Read cells as days: what is ambiguous is decided by the whole column, or asked."""

from datetime import date

from collabnet.data.column import Column
from collabnet.data.dates import Written, as_day, from_serial, read_written
from collabnet.data.issues import shown

EARLIEST = date(1950, 1, 1)
PAST_ONLY = frozenset({"date", "status_date", "signed"})
"""Columns that tell what happened; a day after today is a slip there."""
ANY_PAST = frozenset({"signed"})
"""Columns whose days may be long ago: a law can be older than anybody at work."""
ORDERS = ("day-first", "month-first")


def read_days(column: Column, today: date) -> list[date | None]:
    """Read a column of days; empty cells and those with a problem are None.

    ISO days are read as they are. For days such as 01/02/2024 the order is what one unmistakable
    date of the column proves, else what the user says; it is never guessed.
    """
    written = {text: read_written(text) for text in dict.fromkeys(column.cells) if text}
    order = _order(column, written)
    days: list[date | None] = []
    for at, text in column:
        days.append(_day(column, at, text, written[text], order, today) if text else None)
    column.tell("mixed_dates", other=f"'{shown(_second_way(written))}'")
    column.tell("date_order_unclear")
    column.tell("two_digit_year")
    column.tell("excel_dates")
    column.tell("time_left_out")
    other = column.gathered("date_style")
    column.tell("date_style", read=str(written[other].day) if other else "")
    column.tell("other_digits", read="the same date")
    return days


def _order(column: Column, written: dict[str, Written]) -> str:
    """The order of day and month: of the sheet, answered, proven by a date, "mixed" or ""."""
    if settled := column.ledger.orders.get(column.name):
        return settled
    if answer := column.answer("date_order"):
        return answer
    proof: dict[str, str] = {}
    slashed = {text: one for text, one in written.items() if one.style == "slashed"}
    for text, one in slashed.items():
        possible = [order for order in ORDERS if ordered(one, order, 2000)]
        if len(possible) == 1:
            proof.setdefault(possible[0], text)
    if len(proof) > 1 or (slashed and any(one.style == "iso" for one in written.values())):
        return "mixed"
    for order, text in proof.items():
        at = next(at for at, cell in column if cell == text)
        found = order.replace("-", " ")
        column.ledger.add("date_order_found", at, column=column.name, value=text, found=found)
        return order
    return ""


def _second_way(written: dict[str, Written]) -> str:
    """A date written in another way than those with slashes, else the last of these."""
    other = (text for text, one in written.items() if one.style == "iso")
    slashed = (text for text, one in reversed(written.items()) if one.style == "slashed")
    return next(other, next(slashed, ""))


def ordered(one: Written, order: str, century: int) -> date | None:
    """Give the day that parts make in an order; None if the calendar hasn't it."""
    first, second, year = one.parts
    year += century if one.is_short_year else 0
    return as_day(year, second, first) if order == "day-first" else as_day(year, first, second)


def _day(column: Column, at: int, text: str, one: Written, order: str, today: date) -> date | None:
    day = one.day
    if one.style == "none":
        column.reject("not_a_date", at, text)
        return None
    if one.style == "serial":
        if not (start := column.answer("excel_dates")):
            column.gather("excel_dates", at, text)
            return None
        day = from_serial(one.serial, start)
    if one.style == "named":
        if not (century := int(column.answer("century") or 0) * 100):
            column.gather("two_digit_year", at, text)
            return None
        number, month, year = one.parts
        day = as_day(century + year, month, number)
    if one.style == "slashed" and not (day := _slashed(column, at, text, one, order)):
        return None
    if day is None:
        column.reject("no_such_day", at, text)
        return None
    if column.name in PAST_ONLY and day > today:
        column.reject("future_date", at, text)
        return None
    if day < EARLIEST and column.name not in ANY_PAST:
        column.reject("date_too_early", at, text, limit=EARLIEST.year)
        return None
    if one.has_time:
        column.gather("time_left_out", at, text)
    if one.style == "other":
        column.gather("date_style", at, text)
    if not text.isascii():
        column.gather("other_digits", at, text)
    return day


def _slashed(column: Column, at: int, text: str, one: Written, order: str) -> date | None:
    """Read a date such as 01/02/2024; None when it is rejected or waits for an answer."""
    century = int(column.answer("century") or 0) * 100
    either = {ordered(one, each, century or 2000) for each in ORDERS} - {None}
    if not either:
        column.reject("no_such_day", at, text)
        return None
    if one.is_short_year and not century:
        column.gather("two_digit_year", at, text)
    if order in ORDERS:
        day = ordered(one, order, century)
        if day is None and (century or not one.is_short_year):
            column.reject("no_such_day", at, text)
        return day if century or not one.is_short_year else None
    if order == "mixed":
        column.gather("mixed_dates", at, text)
    elif len(either) > 1:
        column.gather("date_order_unclear", at, text)
    elif century or not one.is_short_year:
        return next(iter(either))
    return None
