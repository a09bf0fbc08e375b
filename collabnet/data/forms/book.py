"""What the workbooks have in common: lists to choose from, and nothing of a user or a day."""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from textwrap import wrap
from typing import TYPE_CHECKING

from collabnet.data.writers.cells import guarded

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

README, LISTS = "Read me", "Lists"
LAST_ROW = 1_048_575
_MADE_ON = datetime(2000, 1, 1)


class Book:
    """A workbook that is being written."""

    def __init__(self, book: "xlsxwriter.Workbook") -> None:
        self.book = book
        self.text: Format = book.add_format({"num_format": "@"})
        self.day: Format = book.add_format({"num_format": "yyyy-mm-dd"})
        self.number: Format = book.add_format()
        self.header: Format = book.add_format({"num_format": "@", "bold": True, "bottom": 1})
        self.wrapped: Format = book.add_format(
            {"num_format": "@", "text_wrap": True, "valign": "top"}
        )
        self.small: Format = book.add_format({"num_format": "@", "font_color": "#595959"})
        self._lists: dict[tuple[str, ...], str] = {}
        self._titles: list[tuple[str, tuple[str, ...]]] = []

    def sheet(self, name: str) -> "Worksheet":
        """Add a sheet."""
        return self.book.add_worksheet(name)

    def choose(
        self,
        sheet: "Worksheet",
        where: tuple[int, int, int, int],
        title: str,
        words: Sequence[str],
        *,
        is_open: bool = False,
    ) -> None:
        """Let the cells of a range be chosen from a list; another word is warned of unless open."""
        if not words:
            return
        sheet.data_validation(
            *where,
            {
                "validate": "list",
                "source": self._list(title, tuple(words)),
                "show_error": not is_open,
                "error_type": "warning",
                "error_title": "Not in the list",
                "error_message": "The list on the sheet Lists has other words. Keep it as it is?",
            },
        )

    def _list(self, title: str, words: tuple[str, ...]) -> str:
        """Give the range in which a list stands; the same list stands there once."""
        if words not in self._lists:
            column = _letters(len(self._lists))
            self._lists[words] = f"='{LISTS}'!${column}$2:${column}${len(words) + 1}"
            self._titles.append((title, words))
        return self._lists[words]

    def write_lists(self) -> None:
        """Write the lists as the last sheet, in sight: nothing in the workbook is hidden."""
        sheet = self.sheet(LISTS)
        sheet.freeze_panes(1, 0)
        for column, (title, words) in enumerate(self._titles):
            width = max(map(len, (title, *words)))
            sheet.set_column(column, column, min(width + 2, 40), self.text)
            write_text(sheet, 0, column, title, self.header)
            for row, word in enumerate(words, start=1):
                if word.isdigit():
                    # Chosen from the list it is a number, not a text that looks like one.
                    sheet.write_number(row, column, int(word), self.number)
                else:
                    write_text(sheet, row, column, word, self.text)


def write_text(sheet: "Worksheet", row: int, column: int, text: str, style: "Format") -> None:
    """Write a cell as text, whatever it looks like."""
    sheet.write_string(row, column, guarded(text) if text.startswith("'") else text, style)


def write_readme(book: Book, lines: Sequence[str], table: Sequence[tuple[str, str, str]]) -> None:
    """Write the first sheet: some lines, then what each column means."""
    sheet = book.sheet(README)
    sheet.set_column(0, 0, 16, book.wrapped)
    sheet.set_column(1, 1, 22, book.wrapped)
    sheet.set_column(2, 2, 90, book.wrapped)
    # No merged cells: what they mean would be asked when the workbook is read.
    written = [part for line in lines for part in wrap(line, 124)]
    for row, line in enumerate(written):
        write_text(sheet, row, 0, line, book.text)
    start = len(written) + 1
    for row, cells in enumerate(table, start=start):
        for column, text in enumerate(cells):
            write_text(sheet, row, column, text, book.header if row == start else book.wrapped)


def make_book(fill: Callable[[Book], None], **properties: str) -> bytes:
    """Write a workbook; the same content gives the same bytes on any computer and day."""
    import xlsxwriter

    out = io.BytesIO()
    options: Mapping[str, object] = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _MADE_ON, "author": "", "comments": "", **properties})
        fill(Book(book))
    return out.getvalue()


def _letters(place: int) -> str:
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
