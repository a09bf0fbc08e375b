"""Read a coalition's own workbook back: coalition.xlsx, or tables that were written as XLSX.

A sheet that is called after a table and has its columns is that table; nothing is asked about it.
"""

from collabnet.data.forms.book import LISTS, README
from collabnet.data.header import is_blank, known_names
from collabnet.data.issues import Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.rejects import take_origins
from collabnet.data.sources.opened import Draft, Grid, Ledgers, Opened, Program
from collabnet.data.table import draft_table
from collabnet.model.specs import TABLES
from collabnet.model.vocabulary import plain

_OTHERS = (README.lower(), LISTS.lower(), "readme")
"""Sheets of the workbook that hold no rows of a table."""


def recognise(opened: Opened) -> float:
    """Certain where each of two sheets or more is called after a table and has its columns.

    One such sheet is enough beside the sheet that tells what the columns mean.
    """
    if opened.kind != "workbook":
        return 0.0
    tables = sum(_is_table(grid) for grid in opened.grids)
    has_help = any(grid.name.strip().lower() in _OTHERS for grid in opened.grids)
    return 1.0 if tables > 1 or (tables and has_help) else 0.0


def read(opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
    """Take each sheet that is a table; say which are empty and which are none."""
    drafts, empty, others = [], [], []
    for grid in opened.grids:
        if not _is_table(grid):
            if grid.name.strip().lower() not in _OTHERS and grid.records.cells:
                others.append(grid.name)
            continue
        if all(is_blank(cells) for cells in grid.records.cells[1:]):
            empty.append(grid.name)
            continue
        draft = _read_sheet(grid, ledgers.of(grid.name), answers)
        drafts += [draft] if draft is not None else []
    whole = ledgers.of()
    if empty and drafts:
        whole.add("sheets_empty", count=len(empty), found=listed([shown(one) for one in empty]))
    elif empty and not drafts and not any(ledger.is_refused for ledger in ledgers.all):
        whole.add("form_untouched")
    if others:
        whole.add("sheets_not_tables", count=len(others), found=listed([shown(o) for o in others]))
    return drafts


TEMPLATE_WORKBOOK = Program("workbook", "a coalition's own workbook", recognise, read)


def _is_table(grid: Grid) -> bool:
    spec = TABLES.get(grid.name.strip().lower())
    if spec is None or not grid.records.cells:
        return False
    known = known_names(spec)
    names = {known.get(plain(cell), "") for cell in grid.records.cells[0]}
    return set(spec.required) <= names


def _read_sheet(grid: Grid, ledger: Ledger, answers: Answers) -> Draft | None:
    spec = TABLES[grid.name.strip().lower()]
    records = take_origins(grid.records, ledger)
    ledger.rows, ledger.lines = records.rows, records.lines
    return draft_table(records, spec, ledger, answers)
