"""Workbooks: cells that stay what they are, and no name of a user, a computer or a day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from collabnet.data.writers.cells import guarded
from collabnet.data.writers.tables_content import Value, text_of

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

README = "readme"
MOST_ROWS = 1_048_575
MOST_LETTERS = 32_767
_MADE_ON = datetime(2000, 1, 1)
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel's calendar is not ours."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@contextmanager
def new_book(out: BytesIO, title: str = "") -> "Iterator[xlsxwriter.Workbook]":
    """Open a workbook that is written when the block ends; the same bytes each time."""
    import xlsxwriter

    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        properties = {"created": _MADE_ON, "author": "", "comments": ""}
        book.set_properties(properties | ({"title": title} if title else {}))
        yield book


def new_formats(book: "xlsxwriter.Workbook") -> dict[str, "Format"]:
    """Give the formats of cells: header, text, quoted, number and day."""
    return {
        "header": book.add_format({"bold": True, "num_format": "@"}),
        "text": book.add_format({"num_format": "@"}),
        # As if typed behind an apostrophe: it stays a text when somebody edits it.
        "quoted": book.add_format({"num_format": "@", "quote_prefix": True}),
        "number": book.add_format(),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
    }


def write_cell(
    sheet: "Worksheet", row: int, column: int, value: Value, formats: dict[str, "Format"]
) -> None:
    """Write a value as what it is; nothing where it isn't known."""
    if isinstance(value, float) and float(f"{value:.15g}") == value:
        sheet.write_number(row, column, value, formats["number"])
    elif isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(row, column, datetime.combine(value, datetime.min.time()),
                             formats["day"])  # fmt: skip
    elif text := text_of(value):
        # A number with more digits than Excel keeps is a text too.
        is_guarded = isinstance(value, str) and guarded(value) != value
        sheet.write_string(row, column, stored(text), formats["quoted" if is_guarded else "text"])


def stored(text: str) -> str:
    """The text as a cell holds it: an apostrophe of its own before a formula is doubled."""
    return guarded(text) if text.startswith("'") else text
