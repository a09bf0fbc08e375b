"""A table as CSV that Excel opens as UTF-8 and runs nothing of."""

import csv
import io

from collabnet.data.writers.cells import guarded
from collabnet.data.writers.tables_content import Content, text_of


def csv_bytes(table: Content) -> bytes:
    """Write a table as CSV; texts that look like formulas get an apostrophe in front."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guarded(name) for name in table.names])
    for row in table.rows:
        # Numbers of ours can't be formulas: a minus before one stays as it is.
        writer.writerow([guarded(v) if isinstance(v, str) else text_of(v) for v in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "backslashreplace")
