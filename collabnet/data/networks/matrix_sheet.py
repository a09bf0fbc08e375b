"""The labels and cells of one sheet that holds a matrix; totals are set apart."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from collabnet.data.networks.matrix_axes import Label
from collabnet.data.networks.reading import NetworkDraft
from collabnet.data.sources.opened import Grid

_TOTAL = re.compile(r"(grand |row |column )?(total|totals|sum)\s*:?", re.IGNORECASE)


@dataclass
class Sheet:
    """One matrix as a sheet has it."""

    name: str
    rows: list[Label]
    columns: list[Label]
    cells: list[list[str]]

    @property
    def texts(self) -> tuple[list[str], list[str]]:
        """The labels of rows and columns, as text."""
        return [one.text for one in self.rows], [one.text for one in self.columns]


def sheet_of(grid: Grid, draft: NetworkDraft, gone: Collection[int] = ()) -> Sheet:
    """Read labels and cells; rows that don't fit are left out, totals are asked about.

    ``gone`` are the records that were left out when the file was opened.
    """
    records = grid.records
    filled = [at for at, cells in enumerate(records.cells) if any(map(str.strip, cells))]
    head = records.cells[filled[0]]
    while head and not head[-1].strip():
        head = head[:-1]
    line, row = records.lines[filled[0]], records.rows[filled[0]]
    columns = [Label(cell.strip(), line, row) for cell in head[1:]]
    drop = _drops_column(columns, draft)
    sheet = Sheet(grid.name, [], columns[:-1] if drop else columns, [])
    for at in filled[1:]:
        whole = records.cells[at]
        label = Label(whole[0].strip(), records.lines[at], records.rows[at])
        cells = [cell.strip() for cell in whole[1:]]
        if _is_total(label.text) and at == filled[-1] and not _keeps(label, whole, draft):
            continue
        if at in gone:
            cells = []
        elif flaw := records.flaws.get(at):
            draft.ledger.add(flaw, _place(label, whole, draft), count=1)
            cells = []
        elif any(cells[len(columns) :]):
            position = _place(label, whole, draft)
            told = {"found": len(whole), "expected": len(columns) + 1}
            draft.ledger.add("row_too_long", position, **told)  # type: ignore[arg-type]
            cells = []
        elif len(cells) < len(columns):
            position = _place(label, whole, draft)
            told = {"found": len(whole), "expected": len(columns) + 1}
            draft.ledger.add("row_too_short", position, **told)  # type: ignore[arg-type]
            cells = []
        sheet.rows.append(label)
        sheet.cells.append(cells[: len(sheet.columns)])
    _note_spaces(head[1:] + [records.cells[at][0] for at in filled[1:]], line, draft)
    return sheet


def _note_spaces(labels: Sequence[str], line: int, draft: NetworkDraft) -> None:
    spaced = [label for label in labels if label != label.strip() and label.strip()]
    if spaced:
        told = {"value": spaced[0], "count": len(spaced), "column": "labels"}
        draft.ledger.add("spaces_trimmed", line=line, **told)  # type: ignore[arg-type] # facts


def _place(label: Label, cells: Sequence[str], draft: NetworkDraft) -> int:
    return draft.place(label.line, cells, label.row)


def _is_total(label: str) -> bool:
    return _TOTAL.fullmatch(label) is not None


def _drops_column(columns: Sequence[Label], draft: NetworkDraft) -> bool:
    answer = draft.answers.text("", "total_rows")
    if not columns or not _is_total(columns[-1].text) or answer == "keep":
        return False
    if not answer:
        draft.ledger.add("total_column", line=columns[-1].line, column=columns[-1].text)
    return True


def _keeps(label: Label, cells: Sequence[str], draft: NetworkDraft) -> bool:
    answer = draft.answers.text("", "total_rows")
    if answer == "keep":
        return True
    at = _place(label, cells, draft)
    draft.ledger.skipped.add(at)
    draft.ledger.add("total_row_dropped" if answer else "total_row", at)
    return False
