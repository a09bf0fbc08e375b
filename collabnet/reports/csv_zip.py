"""Every table as CSV in one ZIP file, with a readme."""

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO

from collabnet.data.files import encoded
from collabnet.data.writers.cells import excel_csv, guarded
from collabnet.data.writers.tables_content import text_of
from collabnet.reports.layout import joined, wrap
from collabnet.reports.readme import COLUMNS, column_rows, facts
from collabnet.reports.tables import Table
from collabnet.sharing import Released

README, EXPLAINED = "README.txt", "columns.csv"
WIDTH = 90
_FIRST = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP file can state: it tells nothing of ours."""


def zip_bytes(released: Released, tables: tuple[Table, ...]) -> bytes:
    """Write a ZIP file: a CSV for each table, one that explains the columns, a readme.

    For whom it is and where the data come from stand on every line of a table. The same tables
    give the same bytes; nothing in them tells who made them, where or when.
    """
    files = {README: _readme(released, tables), EXPLAINED: _csv(COLUMNS, column_rows(tables))}
    told = (released.notice, released.label)
    for one in tables:
        head = [*(column.name for column in one.columns), "Notice", "Label"]
        files[f"{one.name.replace(' ', '_')}.csv"] = _csv(head, ([*r, *told] for r in one.typed))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _FIRST)
            info.create_system, info.external_attr = 3, 0o644 << 16  # the same on every system
            info.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(info, data)
    return out.getvalue()


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    # Numbers of ours can't be formulas: a minus before one stays as it is.
    cells = (
        [guarded(one) if isinstance(one, str) else text_of(one) for one in row] for row in rows
    )
    return excel_csv([head, *cells], errors="backslashreplace")


def _readme(released: Released, tables: tuple[Table, ...]) -> bytes:
    blocks = [wrap(f"{words}: {value}", WIDTH) for words, value in facts(released, tables)]
    end = wrap(f"What each column says, and its unit: {EXPLAINED}.", WIDTH)
    return encoded(joined([*blocks, end]))
