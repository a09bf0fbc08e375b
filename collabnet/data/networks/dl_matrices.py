"""The matrices of a DL file: full, or one half of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from collabnet.data.issues import Ledger, counted
from collabnet.data.networks.dl_head import DlHead, plain_words
from collabnet.data.networks.matrix_axes import Label
from collabnet.data.networks.matrix_cells import Cell, Matrix


@dataclass
class Shape:
    """How many rows and columns each matrix has, and which cells of it are written."""

    rows: int
    columns: int
    format: str = "fullmatrix"
    diagonal: bool = True

    @property
    def name(self) -> str:
        """The shape in words."""
        half = "" if self.format == "fullmatrix" else f" ({self.format})"
        absent = "" if self.diagonal else " without a diagonal"
        return f"{self.rows} by {self.columns}{half}{absent}"

    @property
    def count(self) -> int:
        """How many cells are written for one matrix."""
        off = 0 if self.diagonal else min(self.rows, self.columns)
        if self.format == "fullmatrix":
            return self.rows * self.columns - off
        return self.rows * (self.rows + 1) // 2 - off

    def row(self, row: int) -> Iterator[int]:
        """The columns that are written in a row."""
        first = row if self.format == "upperhalf" else 0
        last = row + 1 if self.format == "lowerhalf" else self.columns
        return (column for column in range(first, last) if self.diagonal or column != row)


def read_matrices(
    words: Sequence[tuple[str, int]], shape: Shape, head: DlHead, n_matrices: int, ledger: Ledger
) -> tuple[list[Matrix], list[Label], list[Label]] | None:
    """Read the cells; give the matrices and the labels that stand among them.

    The number of words says whether labels stand in each matrix or in the first only, and
    whether they do at all, which some programs claim of labels that they list.
    """
    labels = shape.rows * ("row" in head.embedded) + shape.columns * ("column" in head.embedded)
    plain = shape.count * n_matrices
    embedded = dict.fromkeys((n_matrices, 1, 0)) if labels else {0: None}
    fits = [times for times in embedded if len(words) == plain + labels * times]
    if not fits:
        expected = plain + labels * n_matrices
        more = f" and {n_matrices - 1} more" if n_matrices > 1 else ""
        found = counted(len(words), "is there", "are there")
        ledger.add("wrong_cell_count", size=f"{shape.name}{more}", expected=expected, found=found)
        return None
    reader = _Words(words)
    matrices: list[Matrix] = []
    rows: list[Label] = []
    columns: list[Label] = []
    for number in range(n_matrices):
        is_embedded = number < fits[0]
        if is_embedded and "column" in head.embedded:
            columns = columns or [reader.label() for _ in range(shape.columns)]
        found_rows, matrix = _matrix(reader, shape, is_embedded and "row" in head.embedded)
        rows = rows or found_rows
        matrices.append(matrix)
    return matrices, rows, columns


class _Words:
    def __init__(self, words: Sequence[tuple[str, int]]) -> None:
        self._words = iter(words)

    def label(self) -> Label:
        return Label(*next(self._words))

    def cell(self) -> Cell:
        return Cell(*next(self._words))


def _matrix(reader: _Words, shape: Shape, is_embedded: bool) -> tuple[list[Label], Matrix]:
    matrix = Matrix(is_half=shape.format != "fullmatrix")
    rows = []
    for row in range(shape.rows):
        if is_embedded:
            rows.append(reader.label())
        for column in shape.row(row):
            matrix.add(row, column, reader.cell(), is_diagonal=row == column)
    return rows, matrix


def data_words(lines: Sequence[str], head: DlHead) -> list[tuple[str, int]]:
    """Give every word behind DATA with its line."""
    words = [(word, head.data) for word in plain_words(head.rest)]
    for number, line in enumerate(lines[head.data :], head.data + 1):
        if '"' in line or "'" in line or "“" in line:
            words += [(word, number) for word in plain_words(line)]
        else:
            words += [(word, number) for word in line.replace(",", " ").split()]
    return words


def with_relations(matrices: Sequence[Matrix], names: Sequence[str]) -> list[Matrix]:
    """Name the relations of matrices; several without names are counted."""
    if not names and len(matrices) == 1:
        return list(matrices)
    rest = [str(number) for number in range(len(names) + 1, len(matrices) + 1)]
    return [
        replace(matrix, relation=name)
        for matrix, name in zip(matrices, [*names, *rest], strict=False)
    ]
