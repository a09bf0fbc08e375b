"""Read matrices of ties from sheets: labels in the first row and column, strengths in the cells."""

from collections.abc import Sequence
from itertools import islice

from collabnet.data.header import known_names
from collabnet.data.networks.matrix_axes import find_axes, is_missing
from collabnet.data.networks.matrix_cells import Cell, Matrix, add_matrices
from collabnet.data.networks.matrix_questions import question_among
from collabnet.data.networks.matrix_sheet import Sheet, sheet_of
from collabnet.data.networks.reading import NetworkDraft, NetworkReading
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Grid, Ledgers, Opened
from collabnet.model.specs import TABLES
from collabnet.model.vocabulary import plain

ROWS_LOOKED_AT = 200
_COLUMNS = {name for spec in TABLES.values() for name in known_names(spec)}


def recognise(opened: Opened) -> float:
    """Tell how likely a file is a matrix of ties: rows and columns have the same labels."""
    grids = [grid for grid in opened.grids if not grid.is_hidden]
    return max((_likely(grid) for grid in islice(grids, 20)), default=0.0)


def read(
    opened: Opened, ledgers: Ledgers, answers: Answers, *, merge: bool = False
) -> NetworkReading:
    """Read a matrix, or several sheets of one as several relations.

    Zeros and empty cells are no ties. Rows and columns with the same labels are the same actors;
    labels in another order, or the same in part, are asked about. A matrix that is the same on
    both sides of its diagonal holds ties without direction.
    """
    grids = [grid for grid in opened.grids if not grid.is_hidden and _is_filled(grid)]
    likely = [grid for grid in grids if _likely(grid)] or grids[:1]
    ledger = ledgers.of(likely[0].name if len(likely) == 1 else "")
    draft = NetworkDraft(ledger, answers, merge=merge)
    if not likely:
        ledger.add("empty_file")
        return draft.refused()
    unclosed = (grid.records.unclosed for grid in likely)
    if (line := next((one for one in unclosed if one is not None), None)) is not None:
        ledger.add("unclosed_quote", line=line)
        return draft.refused()
    sheets = [sheet_of(grid, draft, ledgers.of(grid.name).gone) for grid in likely]
    first = sheets[0]
    if not first.rows or not first.columns:
        ledger.add("no_data_rows")
        return draft.refused()
    others = [s for s in sheets[1:] if s.texts != first.texts]
    if others:
        names = " and ".join(sheet.name for sheet in others[:3])
        found = f"the sheets {first.name} and {names} have other labels"
        ledger.add("network_header", format="matrices of the same actors", found=found)
        return draft.refused()
    rows, columns = first.rows, first.columns
    _ask_about_questions(likely[0], first, draft)
    axes = find_axes(rows, columns, draft)
    if axes is None:
        return draft.refused()
    matrices = [_matrix(sheet, axes.rows, axes.columns, len(sheets) > 1) for sheet in sheets]
    return draft.finish(is_directed=add_matrices(matrices, axes, draft))


def _ask_about_questions(grid: Grid, sheet: Sheet, draft: NetworkDraft) -> None:
    """Ask where headings that name nobody beside read like questions: answers would become ties."""
    beside, above = sheet.texts
    if draft.answers.text("", "matrix_kind") or set(beside) & set(above):
        return
    corner = next(cells[0] for cells in grid.records.cells if any(map(str.strip, cells)))
    if question := question_among([corner.strip(), *above]):
        draft.ledger.add("matrix_or_survey", line=sheet.columns[0].line, value=question)


def _matrix(
    sheet: Sheet, rows: Sequence[str], columns: Sequence[str], is_one_of_several: bool
) -> Matrix:
    matrix = Matrix(relation=sheet.name if is_one_of_several else "")
    for row, (label, cells) in enumerate(zip(sheet.rows, sheet.cells, strict=True)):
        for column, text in enumerate(cells):
            is_diagonal = rows[row] == columns[column]
            matrix.add(row, column, Cell(text, label.line, label.row), is_diagonal=is_diagonal)
    return matrix


def _is_filled(grid: Grid) -> bool:
    return any(cell.strip() for cells in grid.records.cells for cell in cells)


def _likely(grid: Grid) -> float:
    filled = (cells for cells in grid.records.cells if any(cell.strip() for cell in cells))
    rows = list(islice(filled, ROWS_LOOKED_AT))
    if len(rows) < 2 or len(rows[0]) < 2:
        return 0.0
    above = [cell.strip() for cell in rows[0][1:]]
    beside = [cells[0].strip() for cells in rows[1:]]
    body = [cell for cells in rows[1:] for cell in cells[1 : len(above) + 1]]
    numbers = sum(is_missing(cell) or _is_number(cell) for cell in body)
    if not body or numbers < 0.8 * len(body):
        return 0.0
    cut = len(rows) == ROWS_LOOKED_AT
    if set(above) == set(beside) or (cut and set(beside) <= set(above)):
        return 0.95
    common = len(set(above) & set(beside))
    if 2 * common >= max(len(set(above)), len(set(beside))):
        return 0.8
    if numbers < len(body) or len(set(beside)) < len(beside) or not all(above):
        return 0.0
    if not rows[0][0].strip():
        return 0.4
    # A table of numbers by name, such as the capacity of agencies, looks the same.
    names = {plain(cell) for cell in rows[0]}
    is_table = names & _COLUMNS or len(above) < 2 or any(map(_is_number, [*above, *beside]))
    return 0.0 if is_table else 0.25


def _is_number(cell: str) -> bool:
    try:
        float(cell.strip().replace(",", "."))
    except ValueError:
        return False
    return True
