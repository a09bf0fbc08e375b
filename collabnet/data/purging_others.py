"""Files in a coalition's folder that were never imported: whether they hold ids of clients."""

from itertools import islice
from pathlib import Path

from collabnet.data.options import Answers
from collabnet.data.sources.open import open_source
from collabnet.data.sources.opened import Grid, Ledgers
from collabnet.model.privacy import is_client_id

_TABLES = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"}
_HEADERS = 30
"""Rows at the top among which a header is looked for."""


def has_client_ids(path: Path) -> bool:
    """Tell whether a sheet of a file has a column of clients, by its name, with a cell filled.

    A file that can't be opened has none that could be told of.
    """
    if path.suffix.lower() not in _TABLES:
        return False
    opened = open_source(path, Ledgers(path.name), Answers())
    return opened is not None and any(map(_holds_ids, opened.grids))


def _holds_ids(grid: Grid) -> bool:
    rows = grid.records.cells
    for at, cells in enumerate(islice(rows, _HEADERS)):
        columns = [i for i, cell in enumerate(cells) if is_client_id(cell, "referrals")]
        # A header has other names beside; a sentence about clients stands alone.
        if columns and sum(bool(cell.strip()) for cell in cells) > 1:
            below = (row[i] for row in rows[at + 1 :] for i in columns if i < len(row))
            return any(cell.strip() for cell in below)
    return False
