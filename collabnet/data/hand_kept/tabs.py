"""Workbooks with one tab a month: one log, cut into sheets."""

from collections.abc import Sequence

from collabnet.data.hand_kept.headings import Months
from collabnet.data.hand_kept.months import read_month, with_years
from collabnet.data.issues import Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Grid


def stack_tabs(
    grids: Sequence[Grid], ledger: Ledger, answers: Answers, table: str = "referrals"
) -> list[tuple[Grid, Months]] | None:
    """Give the sheets that are called after months, to be read one after another as one log.

    ``ledger`` is that of the whole file. None when fewer than two sheets are, or when only one
    of the sheets is to be read: which one is then another question. Hidden sheets are no tabs.
    """
    months = {
        place: month
        for place, grid in enumerate(grids)
        if not grid.is_hidden and grid.records.cells and (month := read_month(grid.name))
    }
    if len(months) < 2:
        return None
    answer = answers.text(table, "tabs")
    if answer == "one":
        return None
    names = [f"'{shown(grids[place].name)}'" for place in months]
    others = [shown(one.name) for place, one in enumerate(grids) if place not in months]
    ledger.add(
        "tabs_stacked" if answer else "month_tabs",
        value=grids[next(iter(months))].name,
        count=len(months),
        found=listed([*names[:5], f"{len(names) - 5} more"] if len(names) > 5 else names),
        others=f"; not read: {listed(others)}" if others else "",
    )
    year = answers.of(table, "year")
    dated = with_years(months.values(), int(year) if isinstance(year, int) else 0)
    return [
        (grids[place], Months(month, first=dated[0]))
        for place, month in zip(months, dated, strict=True)
    ]
