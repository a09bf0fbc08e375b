"""A table as CSV that Excel opens as UTF-8 and runs nothing of."""

from collabnet.data.writers.cells import excel_csv, guarded
from collabnet.data.writers.tables_content import Content, text_of


def csv_bytes(table: Content) -> bytes:
    """Write a table as CSV; texts that look like formulas get an apostrophe in front."""
    # Numbers of ours can't be formulas: a minus before one stays as it is.
    rows = [[guarded(v) if isinstance(v, str) else text_of(v) for v in row] for row in table.rows]
    return excel_csv([map(guarded, table.names), *rows], errors="backslashreplace")
