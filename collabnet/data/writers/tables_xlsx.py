"""Tables as one XLSX workbook: a sheet for each, and one that says what they are."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from collabnet.data.issues import counted
from collabnet.data.writers.sheets import (
    MOST_LETTERS,
    MOST_ROWS,
    README,
    new_book,
    new_formats,
    stored,
    write_cell,
)
from collabnet.data.writers.tables_content import INTERNAL, Content
from collabnet.model.errors import CollabnetError

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_ABOUT = (
    "Each sheet is one table of the coalition; its first row names the columns.",
    "The sheets can be changed and read again: collabnet import FILE --into FOLDER.",
    "Texts are stored as texts, so that ids such as 007 keep their zeros and none is a formula.",
)


def xlsx_bytes(tables: Sequence[Content], name: str, label: str) -> bytes:
    """Write tables as an XLSX workbook without the name of a user, a computer or a day.

    Raises
    ------
    CollabnetError
        If a table has more rows, or a cell more letters, than a sheet can hold.
    """
    for table in tables:
        _check(table)
    out = io.BytesIO()
    with new_book(out) as book:
        formats = new_formats(book)
        _write_readme(book.add_worksheet(README), tables, name, label, formats)
        for table in tables:
            _write_table(book.add_worksheet(table.name), table, formats)
    return out.getvalue()


def _check(table: Content) -> None:
    if len(table.rows) > MOST_ROWS:
        raise CollabnetError(
            f"A sheet of a workbook holds {MOST_ROWS:,} rows; the table {table.name} has "
            f"{len(table.rows):,}. Write it as CSV or Parquet."
        )
    for at, row in enumerate(table.rows, start=2):
        for column, value in zip(table.names, row, strict=True):
            if isinstance(value, str) and _letters(value) > MOST_LETTERS:
                raise CollabnetError(
                    f"A cell of a workbook holds {MOST_LETTERS:,} letters; {column} of the table "
                    f"{table.name} has {len(value):,} in row {at}. Write it as CSV or Parquet."
                )


def _letters(text: str) -> int:
    """How many letters a text has as Excel counts them, an apostrophe in front included."""
    return len(text) + sum(letter > "\uffff" for letter in text) + 1


def _write_readme(
    sheet: "Worksheet",
    tables: Sequence[Content],
    name: str,
    label: str,
    formats: dict[str, "Format"],
) -> None:
    lines = [name, INTERNAL, *([label] if label else []), *_ABOUT]
    lines += [f"{one.name}: {counted(len(one.rows), 'row')}" for one in tables]
    sheet.set_column(0, 0, 100)
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line[:1000], formats["text"])


def _write_table(sheet: "Worksheet", table: Content, formats: dict[str, "Format"]) -> None:
    sheet.freeze_panes(1, 0)
    for column, (name, kind) in enumerate(zip(table.names, table.kinds, strict=True)):
        sheet.set_column(column, column, max(12, min(len(name) + 2, 40)), formats[kind])
        sheet.write_string(0, column, stored(name), formats["header"])
    for row, values in enumerate(table.rows, start=1):
        for column, value in enumerate(values):
            write_cell(sheet, row, column, value, formats)
