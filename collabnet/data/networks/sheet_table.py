"""One sheet of a network file: its header, and the rows that fit it."""

from collections.abc import Sequence
from dataclasses import dataclass

from collabnet.data.header import is_blank
from collabnet.data.issues import Ledger, listed
from collabnet.data.sources.opened import Grid
from collabnet.model.vocabulary import plain


@dataclass(frozen=True)
class Table:
    """A sheet with its header: names of columns in plain form and as written, and its rows."""

    ledger: Ledger
    plain_names: tuple[str, ...]
    names: tuple[str, ...]
    header: Sequence[str]
    rows: list[tuple[int, Sequence[str]]]

    def values(self, cells: Sequence[str]) -> dict[str, str]:
        """The filled cells of a row, by the plain names of their columns."""
        return {name: cell for name, cell in zip(self.plain_names, cells, strict=True) if cell}

    def written(self, name: str) -> str:
        """A column's name as it is written."""
        return self.names[self.plain_names.index(name)]


def header_of(grid: Grid) -> list[str]:
    """Give the names of the columns in plain form: the first row that is not blank."""
    cells = next((one for one in grid.records.cells[:50] if not is_blank(one)), [])
    return [plain(cell) for cell in cells]


def take_table(grid: Grid, ledger: Ledger) -> Table | None:
    """Take a sheet's header and the rows that fit it; None when the columns can't be told apart.

    Blank rows are skipped; rows with flaws, or with more or fewer cells, are rejected.
    """
    records = grid.records
    ledger.rows, ledger.lines, ledger.originals = records.rows, records.lines, records.cells
    top = next((at for at, cells in enumerate(records.cells) if not is_blank(cells)), None)
    if top is None:
        ledger.add("empty_file")
        return None
    header = records.cells[top]
    ledger.headers = [header]
    ledger.n_read = len(records.cells) - top - 1
    names = tuple(cell.strip() or f"column_{place}" for place, cell in enumerate(header, 1))
    twice = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    if twice:
        places = listed([str(i) for i, name in enumerate(names, 1) if name == twice[0]])
        ledger.add("duplicate_header", column=twice[0], value=twice[0], places=places)
        return None
    rows: list[tuple[int, Sequence[str]]] = []
    for at in range(top + 1, len(records.cells)):
        cells = records.cells[at]
        if is_blank(cells):
            ledger.skipped.add(at)
        elif at in records.faults:
            code, column, cell, value = records.faults[at]
            ledger.add(code, at, column=column, value=value, cell=cell)
        elif at in records.flaws:
            ledger.add("stray_quote", at)
            ledger.rejected.add(at)
        elif len(cells) != len(names):
            code = "row_too_long" if len(cells) > len(names) else "row_too_short"
            ledger.add(code, at, found=len(cells), expected=len(names))
        else:
            rows.append((at, cells))
    plain_names = tuple(plain(name) for name in names)
    return Table(ledger, _own_names(plain_names), names, header, rows)


def _own_names(names: Sequence[str]) -> tuple[str, ...]:
    """Names that are alike but for capitals stay apart: the second is not the program's."""
    return tuple(
        name if name not in names[:place] else f"{name} {place}" for place, name in enumerate(names)
    )
