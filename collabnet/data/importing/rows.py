"""Checked tables to the rows of a coalition's files, each with where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from collabnet.data.issues import Ledger
from collabnet.data.table import Table
from collabnet.model.specs import TableSpec

ORIGIN = "imported_from"


@dataclass
class Row:
    """One row to be added: its cells by column, and the record of the file that it comes from."""

    cells: dict[str, str]
    ledger: Ledger
    at: int

    @property
    def file(self) -> str:
        """The file that it comes from; of a row that was kept aside that of the first import."""
        return self.ledger.origins.get(self.at, (self.ledger.file, ""))[0]

    @property
    def origin(self) -> str:
        """Where it comes from: file, sheet and row as a person finds it."""
        file, sheet = self.ledger.origins.get(self.at, (self.ledger.file, self.ledger.sheet))
        place = [file, *([f"sheet {sheet}"] if sheet else []), f"row {self.ledger.rows[self.at]}"]
        return ", ".join(place)


def file_of(origin: str) -> str:
    """Give the file of a row's origin.

    Examples
    --------
    >>> file_of("log, new.xlsx, sheet Jan, row 4"), file_of("log.csv, row 2")
    ('log, new.xlsx', 'log.csv')
    """
    place = origin.rpartition(", row ")[0] or origin
    return place.rpartition(", sheet ")[0] or place


def table_rows(table: Table) -> list[Row]:
    """Give the rows that are kept, in the columns and the form of a coalition's files.

    Days are written YYYY-MM-DD, numbers as short as they can be, terms by their names.
    """
    if table.frame is None:
        return []
    spec, ledger = table.spec, table.ledger
    columns = {
        _file_name(name, spec): _texts(table.frame[name])
        for name in table.frame.columns
        if name not in ("row", "at")
    }
    keeps_origin = any(one.role == "origin" for one in spec.columns)
    rows = []
    for i, at in enumerate(table.frame["at"].tolist()):
        row = Row({name: cells[i] for name, cells in columns.items()}, ledger, at)
        if keeps_origin and not row.cells.get(ORIGIN):
            row.cells[ORIGIN] = row.origin
        rows.append(row)
    return rows


def _file_name(name: str, spec: TableSpec) -> str:
    return next((one.file_name for one in spec.columns if one.model_name == name), name)


def _texts(column: pd.Series) -> Sequence[str]:
    if pd.api.types.is_datetime64_any_dtype(column):
        return [str(day)[:10] if day is not pd.NaT else "" for day in column]
    if pd.api.types.is_float_dtype(column):
        return ["" if number != number else f"{number:.15g}" for number in column.tolist()]
    return [str(text) for text in column.tolist()]
