"""Rows that a database gives, as a grid of text with the names of the columns on top."""

from collections.abc import Callable, Iterable, Sequence

from collabnet.data.issues import Facts, Ledger
from collabnet.data.records import Records
from collabnet.data.sources.cell_text import value_text
from collabnet.data.sources.grids import note_limit
from collabnet.data.sources.opened import Grid
from collabnet.data.sources.sheet import MOST_CELLS, TooLargeError

MOST_LETTERS = 400_000_000
Row = Sequence[object]


def fetch_grid(
    name: str,
    columns: Sequence[str],
    rows: Iterable[Row],
    ledger: Ledger,
    texts: Sequence[Callable[[str], str]] = (),
) -> Grid:
    """Make a grid of a table's rows; the names of the columns are its first record.

    ``texts`` changes the text of each column, where its kind needs that.

    Raises
    ------
    TooLargeError
        If there is more than is read at once.
    """
    records = Records("")
    records.cells.append([str(column) for column in columns])
    letters = n = 0
    binary = [0] * len(columns)
    for row in rows:
        cells = []
        for place, value in enumerate(row):
            if isinstance(value, bytes | bytearray | memoryview):
                binary[place] += 1
            text = value_text(value)
            cells.append(texts[place](text) if texts and text else text)
            letters += len(text)
        n += len(cells)
        if n > MOST_CELLS or letters > MOST_LETTERS:
            raise TooLargeError
        records.cells.append(cells)
    records.rows = range(1, len(records.cells) + 1)
    records.lines = list(records.rows)
    ledger.rows, ledger.lines = records.rows, records.lines
    for column, count in zip(columns, binary, strict=True):
        if count:
            told: Facts = {"count": count}
            ledger.add("binary_cells", column=str(column), **told)
    note_limit(len(records.cells), ledger)
    return Grid(name, records)
