"""Date cells that say a month only, or only the day of the month above them."""

import re

from collabnet.data.dates import read_written
from collabnet.data.hand_kept.headings import Months
from collabnet.data.hand_kept.log import Entry, Hit, Log
from collabnet.data.hand_kept.months import Month, read_day_of, read_month
from collabnet.data.issues import counted, shown

DATES = ("date", "status_date")
_SHORT = re.compile(r"[a-z]{3,9}\.?[\s-]*'?(\d{1,2})", re.IGNORECASE)
_MOST_YEARS = 3


def tidy_days(log: Log, months: Months) -> None:
    """Complete dates: the first of a month stands for the month, which ``date_precision`` says.

    A cell with the day alone gets the month above it; an empty ``date`` below a month is of
    that month.
    """
    for name, place in log.columns(*DATES):
        days = _Days(log, name, place, months)
        for entry in log.entries:
            text = entry.cells[place].strip()
            if days.is_unclear(text):
                days.read(entry, text, months.above(entry.at))
        days.tell()


class _Days:
    """The unclear cells of one column of dates, and what was made of them."""

    def __init__(self, log: Log, name: str, place: int, months: Months) -> None:
        self.log = log
        self.months = months
        self.name = name
        self.place = place
        texts = {entry.cells[place].strip() for entry in log.entries}
        self._unclear = {text for text in texts if not text or read_written(text).style == "none"}
        self._has_years = _are_years(texts)
        self._undated: list[Hit] = []
        self._hits: dict[str, list[Hit]] = {"month_only": [], "day_completed": []}
        self._coarse: set[int] = set()

    def is_unclear(self, text: str) -> bool:
        """Whether a cell isn't a day as it stands; only of the referral's own an empty one is."""
        return text in self._unclear and (text != "" or self.name == "date")

    def read(self, entry: Entry, text: str, above: Month | None) -> None:
        """Read a cell by the month above it, or as a month; else leave it as it is."""
        is_short = above is not None and (
            not text or read_day_of(text, above._replace(year=above.year or 2000)) is not None
        )
        if above and is_short and not above.year:
            self._undated.append((entry.at, text))
        elif above and not text:
            self._month(entry, above, f"{above.year}-{above.number:02d}")
        elif above and is_short:
            self._hits["day_completed"].append((entry.at, text))
            self.log.put(entry, self.place, str(read_day_of(text, above)))
        elif (month := read_month(text)) and (self._has_years or not _SHORT.fullmatch(text)):
            if above and not month.year and above.number == month.number:
                month = above
            if month.year:
                self._month(entry, month, text)

    def _month(self, entry: Entry, month: Month, said: str) -> None:
        self._hits["month_only"].append((entry.at, said))
        self._coarse.add(id(entry))
        self.log.put(entry, self.place, str(month.first))

    def tell(self) -> None:
        """Say what was made of the cells, and add the column of precision where it is needed."""
        self._ask_year()
        for code, hits in self._hits.items():
            self.log.tell(code, self.name, hits)
        if self._coarse:
            self.log.add_column(f"{self.name}_precision", self._precision)

    def _ask_year(self) -> None:
        """Ask for the year of the first month, which gives the others theirs."""
        if not self._undated:
            return
        at, text = self._undated[0]
        above, first = self.months.above(at), self.months.first
        lacks = f"says only '{shown(text)}' in {self.name}" if text else "has no date"
        said = f"Row {self.log.ledger.rows[at]} {lacks}; it stands {self.months.place(at)}"
        if rest := len({one for one, _ in self._undated}) - 1:
            said += f", and {counted(rest, 'more row is', 'more rows are')} like it"
        which = "the first month" + (f", {first.name}," if first else "")
        if above is not None and first == above:
            which = f"that {above.name}"
        self.log.tell("month_without_year", self.name, self._undated, said=said, which=which)

    def _precision(self, entry: Entry) -> str:
        return "month" if id(entry) in self._coarse else "day"


def _are_years(texts: set[str]) -> bool:
    """Whether the numbers behind months, as in Mar 24, are years: two digits, few and close."""
    found = [match[1] for text in texts if (match := _SHORT.fullmatch(text))]
    years = {int(one) for one in found}
    spread = max(years) - min(years) if years else 0
    return all(len(one) == 2 for one in found) and spread < _MOST_YEARS
