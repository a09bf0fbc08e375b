"""The file of rejected rows: a CSV that can be corrected and read again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from collabnet.data.issues import Ledger
from collabnet.data.records import Records
from collabnet.data.writers.cells import excel_csv, guarded

COLUMNS = ("reject_file", "reject_sheet", "reject_row", "reject_line", "reject_code",
           "reject_reason")  # fmt: skip


FOLDER = "rejects"
"""Where a coalition keeps them."""


def rejects_in(folder: Path) -> list[str]:
    """Name the files of rejects that a coalition's folder holds."""
    return sorted(f"{FOLDER}/{one.name}" for one in (folder / FOLDER).glob("*.csv"))


def rejects_csv(ledger: Ledger) -> bytes:
    """Write the rejected rows of a file as they stood, each with its code, reason, row and line.

    Cells that say something only beside other rows are completed. Columns that must not be
    stored are left out.
    """
    first = len(ledger.rows) - ledger.n_read
    headers = ledger.headers or ledger.originals[max(first - 1, 0) : first]
    rows = [
        [*_allowed(header, ledger), *(COLUMNS if at == 0 else [""] * len(COLUMNS))]
        for at, header in enumerate(headers or [_numbered(ledger)])
    ]
    for at in sorted(ledger.rejected):
        told = _reason(at, ledger)
        place = (ledger.file, ledger.sheet, str(ledger.rows[at]), str(ledger.lines[at]), *told)
        # What a cell such as "same" means is lost when its row stands alone.
        whole = [ledger.completed.get((at, i), c) for i, c in enumerate(ledger.originals[at])]
        cells = [*_allowed(whole, ledger), *place]
        rows.append([guarded(cell) for cell in cells])
    return excel_csv(rows)


def _numbered(ledger: Ledger) -> list[str]:
    """Names for the cells of a file that has no header, such as that of a network."""
    width = max((len(ledger.originals[at]) for at in ledger.rejected), default=0)
    return [f"cell_{number}" for number in range(1, width + 1)]


def _allowed(cells: Sequence[str], ledger: Ledger) -> Iterable[str]:
    return [cell for place, cell in enumerate(cells) if place not in ledger.left_out]


def _reason(at: int, ledger: Ledger) -> tuple[str, str]:
    problem = ledger.reasons.get(at)
    return (problem.code, f"{problem.message} {problem.remedy}") if problem else ("", "")


def take_origins(records: Records, ledger: Ledger) -> Records:
    """Take off the columns that a file of rejects adds.

    The rows are then spoken of as those of the file from which they were rejected.
    """
    at = next((i for i, cells in enumerate(records.cells[:5]) if COLUMNS[2] in cells), None)
    if at is None:
        return records
    header = records.cells[at]
    places = [header.index(name) if name in header else -1 for name in COLUMNS]
    gone = {place for place in places if place >= 0}
    rows, lines = list(records.rows), list(records.lines)
    for i in range(at + 1, len(records.cells)):
        cells = records.cells[i]
        told = [cells[place] if 0 <= place < len(cells) else "" for place in places]
        if all(text.isdecimal() and len(text) < 10 for text in told[2:4]):
            ledger.origins[i] = (told[0], told[1])
            rows[i], lines[i] = int(told[2]), int(told[3])
    kept = [[c for p, c in enumerate(cells) if p not in gone] for cells in records.cells]
    return replace(records, cells=kept, rows=rows, lines=lines)
