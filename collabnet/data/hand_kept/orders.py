"""Days that stand below a month: it tells whether the day or the month comes first."""

from collections import Counter
from datetime import date

from collabnet.data.dates import Written, read_written
from collabnet.data.days import ORDERS, ordered
from collabnet.data.hand_kept.headings import Months
from collabnet.data.hand_kept.log import Entry, Hit, Log
from collabnet.data.hand_kept.months import Month
from collabnet.data.issues import Facts, counted, listed, shown

_MOST_ROWS = 5


def settle_order(log: Log, months: Months) -> None:
    """Let the months of tabs and headings say how dates such as 3/4/2024 are read.

    Where all that can only be of their month in one order agree, this is the order of the sheet,
    whatever was answered for the file. Where they don't, it is asked. A day outside its month is
    noted and kept.
    """
    place = log.place("date")
    if place is None:
        return
    sheet = _Sheet(log, place, months)
    sheet.settle()
    sheet.note_outside()


class _Sheet:
    """The dates of one sheet that stand below a month, and the orders in which they fit it."""

    def __init__(self, log: Log, place: int, months: Months) -> None:
        self.log = log
        self.place = place
        self.stated = log.answer("date_order")
        self.found: list[tuple[Entry, str, Written, Month]] = []
        for entry in log.entries:
            text = entry.cells[place].strip()
            above = months.above(entry.at)
            if text and above is not None:
                self.found.append((entry, text, read_written(text), above))

    def settle(self) -> None:
        """Find the order of the sheet, and say so where it isn't as was answered."""
        only: dict[str, list[Hit]] = {}
        for entry, text, one, above in self.found:
            orders = _fitting(one, above)
            if len(orders) == 1:
                only.setdefault(orders[0], []).append((entry.at, text))
        if len(only) > 1:
            self._settle_two(only)
            return
        for order, hits in only.items():
            self._take(order)
            if order != self.stated:
                month = next(above for entry, _, _, above in self.found if entry.at == hits[0][0])
                instead = f"; date_order says {_said(self.stated)}" if self.stated else ""
                told: Facts = {"found": _said(order), "month": month.name, "instead": instead}
                self.log.tell("date_order_of_month", "date", hits, **told)

    def _settle_two(self, only: dict[str, list[Hit]]) -> None:
        """Read dates of two orders as is answered; meanwhile each as it lies in its month."""
        counts = Counter({order: len({at for at, _ in hits}) for order, hits in only.items()})
        main = self.stated or max(ORDERS, key=lambda order: counts[order])
        other = next(order for order in ORDERS if order != main)
        self._take(main)
        answer = self.log.answer("month_dates")
        if not answer:
            told: Facts = {"one": _said(main), "another": _said(other)}
            told |= {"first": counted(counts[main], "date"), "second": str(counts[other])}
            self.log.tell(
                "date_orders_of_month",
                "date",
                only[main],
                other=f"'{shown(only[other][0][1])}'",
                **told,
            )
        if answer == "by_order":
            return
        if answer:
            self.log.tell("date_orders_read", "date", only[other], found=_said(other))
        for entry, _, one, above in self.found:
            if _fitting(one, above) == [other] and (day := self._day(one, other, above)):
                self.log.put(entry, self.place, str(day))

    def _day(self, one: Written, order: str, above: Month) -> date | None:
        """The day in an order; None where its century isn't known."""
        century = int(self.log.answer("century") or 0) or above.year // 100
        return ordered(one, order, century * 100) if century or not one.is_short_year else None

    def _take(self, order: str) -> None:
        """Have this sheet read in an order; days of the status too, where they all can be."""
        orders = self.log.ledger.orders
        orders["date"] = order
        for name, place in self.log.columns("status_date"):
            written = [read_written(entry.cells[place].strip()) for entry in self.log.entries]
            slashed = [one for one in written if one.style == "slashed"]
            if all(ordered(one, order, 2000) for one in slashed):
                orders[name] = order

    def note_outside(self) -> None:
        """Note the days that aren't of the month above them as they are read."""
        order = self.log.ledger.orders.get("date", "")
        found: dict[int, tuple[str, Month]] = {}
        for entry, text, _, above in self.found:
            one = read_written(entry.cells[self.place].strip())
            if one.style == "slashed":
                read = {
                    ordered(one, each, _century(above)) for each in ([order] if order else ORDERS)
                }
            else:
                read = {one.day}
            days = read - {None}
            if days and not any(day and above.holds(day) for day in days):
                found.setdefault(entry.at, (text, above))
        rows = self.log.ledger.rows
        told = [
            f"row {rows[at]} ('{shown(text)}', {month.name})"
            for at, (text, month) in list(found.items())[:_MOST_ROWS]
        ]
        rest = len(found) - len(told)
        where = listed([*told, f"{rest} more"] if rest else told)
        hits = [(at, text) for at, (text, _) in found.items()]
        self.log.tell("date_outside_month", "date", hits, where=where)


def _fitting(one: Written, above: Month) -> list[str]:
    """The orders in which a date lies in a month, of whatever year."""
    if one.style != "slashed":
        return []
    days = {order: ordered(one, order, _century(above)) for order in ORDERS}
    return [order for order, day in days.items() if day and day.month == above.number]


def _century(above: Month) -> int:
    return above.year // 100 * 100 or 2000


def _said(order: str) -> str:
    return order.replace("-", " ")
