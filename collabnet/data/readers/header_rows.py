"""Sheets whose first row names the columns, as programs write them that export by a standard."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from collabnet.data.header import is_blank
from collabnet.data.issues import Facts, Ledger, listed, places, shown
from collabnet.data.rejects import take_origins
from collabnet.data.rows import fit_rows
from collabnet.data.sources.opened import Grid, Opened
from collabnet.model.specs import REFERRALS
from collabnet.model.vocabulary import plain


@dataclass
class HeaderRows:
    """The rows of a sheet, by the names of its columns.

    Attributes
    ----------
    names : the columns as written
    at : the positions of the rows that fit the header
    """

    names: Sequence[str]
    cells: Sequence[Sequence[str]]
    at: Sequence[int]
    ledger: Ledger

    def __post_init__(self) -> None:
        """Remember where each column is, whatever its case."""
        self._places = {name.lower(): place for place, name in enumerate(self.names)}

    def __iter__(self) -> Iterator[int]:
        gone = self.ledger.gone
        return iter([at for at in self.at if at not in gone])

    def has(self, name: str) -> bool:
        """Whether there is such a column."""
        return name.lower() in self._places

    def cell(self, at: int, name: str) -> str:
        """Give the trimmed text of a cell; empty where there is no such column."""
        place = self._places.get(name.lower())
        return "" if place is None else self.cells[at][place].strip()

    def skip(self, code: str, rows: Sequence[int], **facts: object) -> None:
        """Leave rows out as no data, and say so once."""
        if rows:
            self.ledger.skipped.update(rows)
            told: Facts = {"count": len(rows), **facts}
            self.ledger.add(code, rows[0], **told)

    def leave_out(self, names: Sequence[str]) -> None:
        """See that cells of these columns are never written down."""
        for name in names:
            if name.lower() in self._places:
                self.ledger.left_out.add(self._places[name.lower()])
                self.ledger.masked.add(self.names[self._places[name.lower()]])

    def note_not_kept(self, kept: Sequence[str]) -> None:
        """Name the columns that have no place in a coalition."""
        known = {name.lower() for name in kept}
        others = [name for name in self.names if name and name.lower() not in known]
        if others:
            found = listed([shown(name) for name in others])
            self.ledger.add("columns_not_kept", count=len(others), found=found)


def first_names(opened: Opened) -> set[str]:
    """Give the names in the first row of a file that is one sheet, compared without case."""
    if len(opened.grids) != 1 or not opened.grids[0].records.cells:
        return set()
    return {plain(cell.strip().strip("\ufeff")) for cell in opened.grids[0].records.cells[0][:200]}


def read_header_rows(grid: Grid, ledger: Ledger, needed: Sequence[str]) -> HeaderRows | None:
    """Take the rows of a sheet below its first; None when a needed column is missing.

    Blank rows are skipped, rows that don't fit the header are rejected.
    """
    records = take_origins(grid.records, ledger)
    cells = records.cells
    ledger.rows, ledger.lines, ledger.originals = records.rows, records.lines, cells
    ledger.n_read = max(len(cells) - 1, 0)
    names = [cell.strip().strip("\ufeff") for cell in cells[0]] if cells else []
    have = {name.lower() for name in names}
    if twice := next((name for name in names if name and names.count(name) > 1), ""):
        spots = [str(place + 1) for place, name in enumerate(names) if name == twice]
        ledger.add("duplicate_header", column=twice, value=twice, places=listed(spots))
    if missing := [name for name in needed if name.lower() not in have]:
        found = listed([shown(name) for name in names if name][:40])
        told = f"the column {missing[0]}" if len(missing) == 1 else f"columns {listed(missing)}"
        ledger.add("missing_column", column=listed(missing), needed=told, found=found, near="")
    rows = range(1, len(cells))
    if ledger.is_stopped:
        ledger.rejected.update(rows)
        return None
    blank = [at for at in rows if is_blank(cells[at])]
    if blank:
        ledger.skipped.update(blank)
        where = f"between rows, {places([records.rows[at] for at in blank])}"
        ledger.add("blank_lines", blank[0], count=len(blank), where=where)
    filled = [at for at in rows if at not in ledger.skipped]
    if not filled:
        ledger.add("no_data_rows")
        return None
    fit = fit_rows(records, filled, len(names), REFERRALS, ledger)
    if ledger.is_stopped:
        ledger.rejected.update(filled)
        return None
    return HeaderRows(names, cells, fit, ledger)
