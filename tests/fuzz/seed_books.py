"""Workbooks, Parquet files and databases as seeds, made on the spot."""

import csv
import io
import sqlite3
import tempfile
import zlib
from datetime import datetime
from pathlib import Path

import xlsxwriter

from data.hand_kept import test_whole_log as hand_kept
from data.importing import import_case
from data.sources import made_books as books

_LOG = import_case.HEADER + import_case.ROWS
_OWN = "referral_id,date,from_person,from_agency,to_agency\n" + "".join(
    f"r{n},2024-0{n}-05,officer_b1,court_b,shelter\n" for n in range(1, 8)
)
_DUCKDB = Path(__file__).parent / "seeds" / "log.duckdb.zlib"
_FIXED = datetime(2024, 1, 1)


def _rows(text):
    return list(csv.reader(io.StringIO(text)))


def _xlsx(**sheets):
    """A workbook as a program writes it: shared strings, styles, numbers, days and texts."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _FIXED})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, text in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(_rows(text)):
                for place, cell in enumerate(cells):
                    if row and cell[:3] == "202" and len(cell) == 10:
                        sheet.write_datetime(row, place, datetime.fromisoformat(cell), day)
                    elif cell.isdigit():
                        sheet.write_number(row, place, int(cell))
                    else:
                        sheet.write_string(row, place, cell)
    return out.getvalue()


def _hand_made():
    """A workbook with styles, merged cells, a formula, an error, hidden rows and comments."""
    rows = (
        books.row(1, *(books.text(f"{c}1", n) for c, n in
                       zip("ABCD", ("date", "from_agency", "to_agency", "strength"), strict=True))),
        books.row(2, books.number("A2", "45356", 1), books.text("B2", "court_b"),
                  books.text("C2", "shelter"), books.number("D2", "3.0")),
        books.row(3, books.text("A3", "2024-03-06"), books.text("B3", "court_b"),
                  '<c r="C3" t="str"><f>A1</f><v>shelter</v></c>', books.number("D3", "1E2"),
                  hidden=1),
        books.row(4, books.text("A4", "2024-03-07"), '<c r="B4" t="e"><v>#REF!</v></c>',
                  books.text("C4", "clinic"), '<c r="D4"><f>SUM(D2:D3)</f></c>'),
    )  # fmt: skip
    after = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'
    return books.book(*rows, styles=books.styles("yyyy-mm-dd", "0.00"), after_data=after)


def _ods():
    cells = "".join(
        "<table:table-row>" + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
            "</table:table-cell>" for cell in row
        ) + "</table:table-row>" for row in _rows(_OWN)
    )  # fmt: skip
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/>'
    return books.ods(
        f'<table:table table:name="Log">{cells}{empty}</table:table-row></table:table>'
    )


def common():
    """Name, kind and bytes of workbooks that are read in this process."""
    yield "own log.xlsx", "zip", _xlsx(referrals=_OWN)
    yield "foreign log.xlsx", "zip", _xlsx(Log=_LOG)
    yield "two sheets.xlsx", "zip", _xlsx(Log=_LOG, Other="a,b\n1,2\n")
    yield "months.xlsx", "zip", _xlsx(January=_LOG, February=_LOG)
    yield "hand-kept.xlsx", "zip", _xlsx(Log=hand_kept.LOG)
    yield "by hand.xlsx", "zip", _hand_made()
    yield "own log.ods", "zip", _ods()


def slow():
    """Name, kind and bytes of files that a process or an engine of its own reads."""
    yield "log.xls", "bytes", (Path(books.__file__).parent / "log.xls").read_bytes()
    rows = [[*row[:-1], 3.0] for row in _rows(_OWN)]
    yield "log.xlsb", "zip", books.xlsb([_rows(_OWN)[0], *rows[1:]])
    with tempfile.TemporaryDirectory() as folder:
        yield "log.sqlite", "bytes", _sqlite(Path(folder) / "log.sqlite")
        # DuckDB gives every database another number, so this one is kept.
        yield "log.duckdb", "bytes", zlib.decompress(_DUCKDB.read_bytes())
        yield "log.parquet", "bytes", _parquet(Path(folder) / "log.parquet")


def _sqlite(path):
    connection = sqlite3.connect(path)
    head, *rows = _rows(_OWN)
    connection.execute(f"CREATE TABLE referrals ({', '.join(f'{name} TEXT' for name in head)})")
    connection.executemany(f"INSERT INTO referrals VALUES ({', '.join('?' * len(head))})", rows)
    connection.commit()
    connection.close()
    return path.read_bytes()


def _parquet(path):
    import duckdb

    head, *rows = _rows(_OWN)
    with duckdb.connect() as connection:
        connection.execute("SET threads = 1")
        names = ", ".join(f"{name} VARCHAR" for name in head)
        connection.execute(f"CREATE TABLE referrals ({names})")
        connection.executemany(f"INSERT INTO referrals VALUES ({', '.join('?' * len(head))})", rows)
        connection.execute(f"COPY referrals TO '{path}' (FORMAT parquet)")
    return path.read_bytes()
