"""Birth dates become age bands: the date itself is never stored."""

from collections.abc import Collection
from datetime import date

from collabnet.data.dates import as_day, read_written
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Draft
from collabnet.model.privacy import personal_header

AGE_BAND = "age_band"
_BANDS = ((12, "under 12"), (15, "12 to 14"), (18, "15 to 17"), (21, "18 to 20"), (25, "21 to 24"))
_OLDEST = 110


def band_ages(draft: Draft, answers: Answers) -> Draft:
    """Add the age band on the day of the referral beside a column of birth dates.

    The column of birth dates itself is left for the rules of personal columns, which drop it. A
    band that can't be told, or that hangs on the order of day and month, stays empty.

    Examples
    --------
    >>> from collabnet.data.issues import Ledger
    >>> ledger = Ledger("log.csv")
    >>> ledger.rows = ledger.lines = [1, 2]
    >>> draft = Draft("referrals", ("date", "dob"), ledger, [["2024-01-05", "2008-06-30"]], [1])
    >>> band_ages(draft, Answers()).cells
    [['2024-01-05', '2008-06-30', '15 to 17']]
    """
    births = [
        place
        for place, name in enumerate(draft.names)
        if personal_header(name, draft.table) == "birth dates"
    ]
    if draft.table != "referrals" or not births or not {"date"} <= set(draft.names):
        return draft
    if AGE_BAND in draft.names or draft.ledger.is_stopped:
        return draft
    born, on = births[0], draft.names.index("date")
    order = answers.text(draft.table, "date_order")
    banded = Draft(draft.table, (*draft.names, AGE_BAND), draft.ledger, places=draft.places)
    banded.has_youths_counted = draft.has_youths_counted
    filled = told = 0
    for at, cells in zip(draft.at, draft.cells, strict=True):
        band = _band(_readings(cells[born], order), _readings(cells[on], order))
        filled += bool(cells[born].strip())
        told += bool(band)
        banded.add(at, *cells, band)
    name = draft.names[born]
    draft.ledger.masked.add(name)
    draft.ledger.add("ages_banded", column=name, count=told, unread=filled - told)
    return banded


def _readings(text: str, order: str) -> set[date]:
    """The days that a cell may mean."""
    written = read_written(text.strip())
    if written.style != "slashed" or written.is_short_year:
        return {written.day} if written.day else set()
    first, second, year = written.parts
    days = {"day-first": as_day(year, second, first), "month-first": as_day(year, first, second)}
    return {day for name, day in days.items() if day and order in ("", name)}


def _band(born: Collection[date], on: Collection[date]) -> str:
    """The band, if every reading gives the same."""
    bands = {band_of(one, day) for one in born for day in on}
    return bands.pop() if len(bands) == 1 else ""


def band_of(born: date, on: date) -> str:
    """Give the age band on a day; "" where the two days make no age.

    Examples
    --------
    >>> band_of(date(2009, 1, 6), date(2024, 1, 5)), band_of(date(2009, 1, 5), date(2024, 1, 5))
    ('12 to 14', '15 to 17')
    """
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    if not 0 <= age <= _OLDEST:
        return ""
    return next((band for limit, band in _BANDS if age < limit), "25 and over")
