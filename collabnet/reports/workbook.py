"""Every table as one XLSX workbook, with a sheet that says what they are."""

from io import BytesIO
from typing import TYPE_CHECKING

from collabnet.data.writers.sheets import (
    MOST_LETTERS,
    README,
    new_book,
    new_formats,
    stored,
    write_cell,
)
from collabnet.reports.page import for_whom
from collabnet.reports.readme import COLUMNS, column_rows, facts
from collabnet.reports.tables import Column, Table
from collabnet.sharing import Released

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NARROW, WIDE = 11, 70
TOP = 2
"""Rows above the first row of data: for whom it is, and the names of the columns."""


def workbook_bytes(released: Released, tables: tuple[Table, ...]) -> bytes:
    """Write tables as a workbook: for whom on top of each sheet, numbers as numbers.

    The same tables give the same bytes; nothing in it tells who made it, where or when.
    """
    out = BytesIO()
    with new_book(out, released.name) as book:
        formats = new_formats(book) | _more_formats(book, released)
        _write_readme(book.add_worksheet(README), released, tables, formats)
        for one in tables:
            _write_table(book.add_worksheet(one.name), released, one, formats)
    return out.getvalue()


def _more_formats(book: "xlsxwriter.Workbook", released: Released) -> dict[str, "Format"]:
    colour = "#8C1D18" if released.audience == "internal" else "#4A4A4A"
    wrapped = {"num_format": "@", "text_wrap": True, "valign": "top"}
    header = {**wrapped, "bold": True, "bottom": 1, "bg_color": "#E8EDF2"}
    return {
        "notice": book.add_format({"bold": True, "num_format": "@", "font_color": colour}),
        "header": book.add_format(header),
        "text": book.add_format(wrapped),
        "quoted": book.add_format({**wrapped, "quote_prefix": True}),
        "number": book.add_format({"valign": "top"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
    }


def _head(sheet: "Worksheet", released: Released, formats: dict[str, "Format"]) -> None:
    """Say for whom a sheet is, on the screen and on each page that is printed of it."""
    said = for_whom(released.notice, released.label)
    sheet.write_string(0, 0, stored(said), formats["notice"])
    sheet.set_footer(f"&L{released.notice}&RPage &P of &N")
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write_readme(
    sheet: "Worksheet", released: Released, tables: tuple[Table, ...], formats: dict[str, "Format"]
) -> None:
    _head(sheet, released, formats)
    for column, width in enumerate((28, 90, 70, 20)):
        sheet.set_column(column, column, width)
    at = TOP
    for words, value in facts(released, tables):
        sheet.write_string(at, 0, stored(words), formats["header"])
        sheet.write_string(at, 1, stored(value[: MOST_LETTERS - 1]), formats["text"])
        at += 1
    at += 1
    for row in (COLUMNS, *column_rows(tables)):
        look = formats["header" if row is COLUMNS else "text"]
        for column, words in enumerate(row):
            sheet.write_string(at, column, stored(words), look)
        at += 1


def _write_table(
    sheet: "Worksheet", released: Released, one: Table, formats: dict[str, "Format"]
) -> None:
    _head(sheet, released, formats)
    sheet.freeze_panes(TOP, 0)
    sheet.repeat_rows(TOP - 1)
    if one.cells:
        sheet.autofilter(TOP - 1, 0, TOP - 1 + len(one.cells), len(one.columns) - 1)
    for place, column in enumerate(one.columns):
        sheet.set_column(place, place, _width(column, [row[place] for row in one.cells]))
        sheet.write_string(TOP - 1, place, stored(column.name), formats["header"])
    for at, values in enumerate(one.typed, start=TOP):
        for place, value in enumerate(values):
            if isinstance(value, str):
                value = value[: MOST_LETTERS - 1]
            write_cell(sheet, at, place, value, formats)


def _width(column: Column, cells: list[str]) -> float:
    """As wide as the longest cell, within limits; the button of the filter needs some room."""
    return max(
        NARROW, min(WIDE, max(map(len, cells), default=0) + 2), min(len(column.name) + 4, 24)
    )
