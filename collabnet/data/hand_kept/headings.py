"""Months that stand in a row of their own, above the rows that they are the month of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from collabnet.data.hand_kept.months import Month, read_month, with_years
from collabnet.data.header import is_blank
from collabnet.data.issues import Ledger, places
from collabnet.data.options import Answers
from collabnet.data.records import Records


@dataclass(frozen=True)
class Months:
    """Which month the records of a sheet belong to, where something above them says so.

    Attributes
    ----------
    of_sheet : the month of the whole sheet, as its tab is called
    headings : the months of rows of their own, by their position
    first : the month that comes first among the headings or tabs, where that is known
    """

    of_sheet: Month | None = None
    headings: Mapping[int, Month] = field(default_factory=dict)
    first: Month | None = None

    def above(self, at: int) -> Month | None:
        """Give the month of a record: that of the nearest heading above, else the sheet's."""
        found = self._heading(at)
        return self.of_sheet if found is None else self.headings[found]

    def place(self, at: int) -> str:
        """Say where a record has its month from: below 'March', or on the tab 'March'."""
        month = self.above(at)
        told = f"'{month.name}'" if month else "no month"
        return f"on the tab {told}" if self._heading(at) is None else f"below {told}"

    def _heading(self, at: int) -> int | None:
        return max((place for place in self.headings if place < at), default=None)


def take_month_headings(
    records: Records,
    first: int,
    ledger: Ledger,
    answers: Answers,
    above: Months | Month | None = None,
    table: str = "referrals",
) -> Months:
    """Find rows that hold nothing but a month, and leave them out of the rows of the table.

    To be called when the header is known (``first`` is the record below it) and before the rows
    are looked at. ``above`` is what the tabs say. Whether the rows below get the month is asked;
    meanwhile they do.
    """
    tabs = above if isinstance(above, Months) else Months(above)
    found: dict[int, Month] = {}
    for at in range(first, len(records.cells)):
        filled = [cell for cell in records.cells[at] if cell.strip()]
        month = read_month(filled[0]) if len(filled) == 1 else None
        if month and not is_blank(records.cells[at]):
            found[at] = month
    if not found:
        return tabs
    ledger.skipped.update(found)
    at = next(iter(found))
    value = next(cell.strip() for cell in records.cells[at] if cell.strip())
    where = places([records.rows[one] for one in found])
    answer = answers.text(table, "month_headings")
    code = {"": "month_heading", "use": "month_heading_used"}.get(answer, "month_heading_left_out")
    ledger.add(code, at, value=value, count=len(found), where=where)
    if answer == "leave_out":
        return tabs
    first_year = answers.of(table, "year")
    stated = tabs.of_sheet.year if tabs.of_sheet else 0
    # The answer is the year of the first tab, which the other tabs have been given theirs by.
    stated = stated or (int(first_year) if isinstance(first_year, int) else 0)
    dated = dict(zip(found, with_years(found.values(), stated), strict=True))
    return Months(tabs.of_sheet, dated, tabs.first or next(iter(dated.values())))
