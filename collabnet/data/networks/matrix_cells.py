"""The cells of a matrix of ties, once its rows and columns have names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from collabnet.data.networks.matrix_axes import Axes, is_missing, is_zero
from collabnet.data.networks.reading import NetworkDraft


@dataclass(frozen=True)
class Cell:
    """One cell that is no zero: its text, its line, and its row in a sheet."""

    text: str
    line: int
    row: int | None = None


@dataclass
class Matrix:
    """The cells of one relation by row and column; zeros are left out.

    ``is_half`` says that only one half is given and ties have no direction.
    """

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    relation: str = ""
    is_half: bool = False
    missing: list[Cell] = field(default_factory=list)

    def add(self, row: int, column: int, cell: Cell, *, is_diagonal: bool = False) -> None:
        """Add a cell; a zero is no tie, and an unknown one is remembered."""
        if is_zero(cell.text):
            return
        if is_missing(cell.text):
            if not is_diagonal:
                self.missing.append(cell)
            return
        self.cells[row, column] = cell


def add_matrices(matrices: Sequence[Matrix], axes: Axes, draft: NetworkDraft) -> bool:
    """Add the ties of matrices that share their axes; give whether they have a direction.

    Full matrices that are all the same on both sides of the diagonal hold ties without
    direction, unless the answer ``directed`` says otherwise.
    """
    missing = [cell for matrix in matrices for cell in matrix.missing]
    if missing:
        first = missing[0]
        told = {"value": first.text, "count": len(missing)}
        draft.ledger.add("missing_cells", line=first.line, **told)  # type: ignore[arg-type]
    loose = axes.is_two_mode or all(matrix.is_half for matrix in matrices)
    folds = not loose and _folds(matrices, axes, draft)
    for matrix in matrices:
        _add(matrix, axes, draft, is_directed=not (loose or folds), folds=folds)
    return not (loose or folds)


def _folds(matrices: Sequence[Matrix], axes: Axes, draft: NetworkDraft) -> bool:
    """Whether matrices hold every tie twice, once on each side of the diagonal."""
    ids = {actor: place for place, actor in enumerate(axes.rows)}
    turned = [ids.get(actor, -1) for actor in axes.columns]
    named = {actor: place for place, actor in enumerate(axes.columns)}
    back = [named.get(actor, -1) for actor in axes.rows]
    if not any(matrix.cells for matrix in matrices):
        return False
    if not all(_is_symmetric(matrix.cells, turned, back) for matrix in matrices):
        return False
    answer = draft.answers.text("", "directed")
    if not answer:
        found = "each stands on both sides of the diagonal with the same value"
        told = {"found": found, "what": "ties without direction"}
        draft.ledger.add("direction_taken", **told)  # type: ignore[arg-type] # facts of a message
    return answer != "yes"


def _is_symmetric(
    cells: Mapping[tuple[int, int], Cell], turned: Sequence[int], back: Sequence[int]
) -> bool:
    for (row, column), cell in cells.items():
        other = cells.get((turned[column], back[row]))
        if other is None or _number(other.text) != _number(cell.text):
            return False
    return True


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _add(
    matrix: Matrix, axes: Axes, draft: NetworkDraft, *, is_directed: bool, folds: bool
) -> None:
    seen: set[tuple[str, str]] = set()
    for (row, column), cell in matrix.cells.items():
        ends = axes.rows[row], axes.columns[column]
        if folds:
            if (ends[1], ends[0]) in seen:
                continue
            seen.add(ends)
        at = draft.place(cell.line, [*ends, cell.text], cell.row)
        draft.tie(
            at,
            *ends,
            relation=matrix.relation,
            strength=cell.text,
            is_directed=is_directed,
            column=ends[1],
        )
