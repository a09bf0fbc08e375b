"""coalition.xlsx: the tables of a coalition as one workbook to fill in."""

from functools import cache

from collabnet.data.forms.book import LAST_ROW, Book, make_book, write_readme, write_text
from collabnet.data.forms.meanings import MEANINGS, TABLES_SAID
from collabnet.model.specs import TABLES, ColumnSpec, TableSpec

BOOK_FILE = "coalition.xlsx"
_LINES = (
    "A coalition's tables: one sheet a table. Fill in what you know, in any order; any sheet and "
    "any column that is not needed may stay empty.",
    "referrals or ties is what an answer needs; everything else improves it. The CSV files beside "
    "this workbook are the same tables: use either.",
    "When something is filled in, save the workbook and run: collabnet import coalition.xlsx "
    "--into FOLDER. Do so again whenever rows were added; nothing is doubled.",
    "Ids are yours to choose; each is used once, for an agency or for a person. Cells of ids are "
    "texts, so that 007 keeps its zeros. Days are written as 2024-03-05.",
    "Columns with an arrow offer the words of the sheet Lists; another word is kept and pointed "
    "out. Leave a cell empty where you don't know: empty is not known, never no.",
    "Never enter names, numbers, birth dates or anything else of young people or other clients.",
    "Everybody whose name or role is in here gets the notice to staff that lies in the folder.",
)


def form_columns(spec: TableSpec) -> tuple[ColumnSpec, ...]:
    """The columns that a person fills in: ids of clients are never among them.

    What an import fills in itself is left out too.
    """
    return tuple(column for column in spec.columns if column.role not in ("client", "origin"))


@cache
def template_book() -> bytes:
    """Give coalition.xlsx as it is before anybody has filled it in."""
    return make_book(_fill, title="A coalition's tables")


def _fill(book: Book) -> None:
    # A survey has no sheet: its questions are the coalition's own.
    specs = [spec for spec in TABLES.values() if not spec.pattern]
    said = [("Sheet", "Column", "What it means")]
    for spec in specs:
        said.append((spec.name, "", TABLES_SAID[spec.name]))
        said += [(spec.name, one.file_name, MEANINGS[spec.name][one.file_name])
                 for one in form_columns(spec)]  # fmt: skip
    write_readme(book, _LINES, said)
    for spec in specs:
        _table(book, spec)
    book.write_lists()


def _table(book: Book, spec: TableSpec) -> None:
    sheet = book.sheet(spec.name)
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(form_columns(spec)):
        style = {"day": book.day, "number": book.number, "count": book.number,
                 "share": book.number}.get(column.kind, book.text)  # fmt: skip
        width = max(len(column.file_name) + 4, 24 if column.kind == "text" else 14)
        sheet.set_column(place, place, width, style)
        write_text(sheet, 0, place, column.file_name, book.header)
        if column.vocabulary is not None:
            words = [term for term in column.vocabulary.terms if term]
            # Of text columns the list knows most words, not all; several may stand in a cell.
            is_open = column.kind != "term" or column.vocabulary.several
            where = (1, place, LAST_ROW, place)
            book.choose(sheet, where, column.vocabulary.name, words, is_open=is_open)
