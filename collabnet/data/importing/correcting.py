"""Rows that somebody corrects on the screen before they are read; the file stays as it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from collabnet.data.issues import Ledger
from collabnet.data.sources.opened import Grid, Ledgers, Opened

Corrections = Mapping[tuple[str, int], Mapping[int, str]]
"""By sheet and position among its records: the text of a cell by its place in the row, from 0."""


@dataclass(frozen=True)
class Rejected:
    """A row that can't be used, as it stands in the file, without what may not be shown.

    Attributes
    ----------
    at : its position among the records of its sheet
    row : where a person finds it; of a row that comes back from a file of rejects where it was
    why : the problem and what would help, in sentences
    column : the name of the column that the problem is in; "" where it is none of them
    cells : the text of each cell by its place in the row
    """

    at: int
    row: int
    why: str
    column: str
    cells: Mapping[int, str]


def corrected(opened: Opened, corrections: Corrections, ledgers: Ledgers) -> Opened:
    """Give a file as it would be with some cells corrected; how many rows goes to its ledgers."""
    if not corrections:
        return opened
    return replace(opened, grids=[_grid(one, corrections, ledgers) for one in opened.grids])


def _grid(grid: Grid, corrections: Corrections, ledgers: Ledgers) -> Grid:
    cells = [list(record) for record in grid.records.cells]
    found = {
        at: texts
        for (sheet, at), texts in corrections.items()
        if sheet == grid.name and at < len(cells)
    }
    if not found:
        return grid
    for at, texts in found.items():
        width = max([len(cells[at]), *(place + 1 for place in texts)])
        cells[at] += [""] * (width - len(cells[at]))
        for place, text in texts.items():
            cells[at][place] = text
    ledgers.of(grid.name).add("rows_corrected", count=len(found))
    faults = {at: fault for at, fault in grid.records.faults.items() if at not in found}
    return replace(grid, records=replace(grid.records, cells=cells, faults=faults))


def can_be_corrected(opened: Opened | None, ledger: Ledger) -> bool:
    """Tell whether the rows of a sheet that can't be used are found again as they stand in it.

    Files without rows and columns, such as JSON, have to be corrected where they come from.
    """
    grid = next((one for one in opened.grids if one.name == ledger.sheet), None) if opened else None
    if grid is None:
        return False
    cells = grid.records.cells
    return all(
        at < len(cells) and cells[at][: len(ledger.originals[at])] == list(ledger.originals[at])
        for at in ledger.rejected - ledger.skipped
    )


def headers_of(ledger: Ledger) -> list[str]:
    """Name the columns of a sheet as the file does; where it doesn't, by their numbers."""
    first = len(ledger.rows) - ledger.n_read
    named = ledger.headers or ledger.originals[max(first - 1, 0) : first]
    width = max((len(ledger.originals[at]) for at in ledger.rejected), default=0)
    names: Sequence[str] = named[0] if named else ()
    return [
        (names[place].strip() if place < len(names) else "") or f"Column {place + 1}"
        for place in range(max(width, len(names)))
    ]


def rejected_rows(ledger: Ledger) -> list[Rejected]:
    """Give the rows of a sheet that can't be used, in the order of the sheet.

    Columns that must not be stored are left out.
    """
    found = []
    for at in sorted(ledger.rejected - ledger.skipped):
        problem = ledger.reasons.get(at)
        shown = {
            place: cell
            for place, cell in enumerate(ledger.originals[at])
            if place not in ledger.left_out
        }
        why = f"{problem.message} {problem.remedy}" if problem else ""
        column = problem.column if problem else ""
        found.append(Rejected(at, ledger.rows[at], why, column, shown))
    return found
