"""Pairs of providers who share patients: DocGraph Hop Teaming, and the older files of CMS.

Shared patients are not referrals: the pairs become ties of a kind of their own.
"""

import re
from dataclasses import replace

from collabnet.data.options import Answers
from collabnet.data.readers.header_rows import first_names, read_header_rows
from collabnet.data.sources.opened import Draft, Grid, Ledgers, Opened, Program

KIND = "shared_patients"
SMALLEST = 11
_HOP = (
    "from_npi", "to_npi", "patient_count", "transaction_count", "average_day_wait", "std_day_wait",
)  # fmt: skip
_CMS = ("npi1", "npi2", "pair_count", "bene_count", "same_day_count")
_NPI = re.compile(r"[1289]\d{9}")


def recognise(opened: Opened) -> float:
    """Tell by the names of the columns; a file of CMS has none, but NPIs in its first two."""
    names = first_names(opened)
    if {*_HOP[:3]} <= names or {"npi1", "npi2"} <= names:
        return 1.0
    return 0.9 if _is_headerless(opened) else 0.0


def read(opened: Opened, ledgers: Ledgers, answers: Answers) -> list[Draft]:
    """Translate the pairs to ties whose strength is the number of patients."""
    grid = opened.grids[0]
    ledger = ledgers.of(grid.name)
    is_cms = not {*_HOP[:3]} <= first_names(opened)
    columns = _CMS if is_cms else _HOP
    if _is_headerless(opened):
        grid = _with_header(grid)
    rows = read_header_rows(grid, ledger, columns[:4] if is_cms else columns[:3])
    if rows is None:
        return []
    ledger.add("shared_patients")
    patients = columns[3] if is_cms else columns[2]
    others = [name for name in columns[2:] if name != patients and rows.has(name)]
    draft = Draft("ties", ("source", "target", "kind", "strength", *others), ledger)
    for at in list(rows):
        count = rows.cell(at, patients)
        if count.isascii() and count.isdigit() and len(count) < 10 and int(count) < SMALLEST:
            ledger.add("shared_patients_small", at, column=patients)
            continue
        ends = rows.cell(at, columns[0]), rows.cell(at, columns[1])
        draft.add(at, *ends, KIND, count, *(rows.cell(at, name) for name in others))
    rows.note_not_kept(columns)
    return [draft]


SHARED_PATIENTS = Program(
    "shared_patients", "shared-patient pairs (Hop Teaming, CMS)", recognise, read
)


def _is_headerless(opened: Opened) -> bool:
    if len(opened.grids) != 1:
        return False
    first = opened.grids[0].records.cells[:20]
    return bool(first) and all(
        len(cells) == len(_CMS)
        and all(_NPI.fullmatch(cell.strip()) for cell in cells[:2])
        and all(cell.strip().isdigit() for cell in cells[2:])
        for cells in first
        if any(cells)
    )


def _with_header(grid: Grid) -> Grid:
    """Put the names above; rows and lines stay those of the file."""
    old = grid.records
    flaws = {at + 1: flaw for at, flaw in old.flaws.items()}
    cells = [list(_CMS), *old.cells]
    records = replace(old, cells=cells, rows=[0, *old.rows], lines=[0, *old.lines], flaws=flaws)
    return replace(grid, records=records)
