"""Write the tables of a coalition: CSV, XLSX, Parquet or JSON."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal, get_args

from collabnet.data.files import encoded, write_atomic, write_folder
from collabnet.data.writers.tables_content import INTERNAL, Content, tables_of, text_of
from collabnet.data.writers.tables_csv import csv_bytes
from collabnet.model.coalition import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.model.specs import TABLES

Format = Literal["csv", "xlsx", "parquet", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)


def write_tables(coalition: Coalition, path: str | Path, format: Format = "csv") -> Path:
    """Write every table that has rows: a folder of CSV or Parquet files, one XLSX, or one JSON.

    What is read back is the same, cell for cell: in CSV an apostrophe stands before what a
    spreadsheet would take for a formula, in XLSX texts are texts; both are undone by the reading.
    Ids of clients are never written, for a coalition has none. The same tables give the same
    bytes. A folder has to be new or empty; a file that is there is replaced, whole or not at all.

    Returns
    -------
    Path
        The folder or the file.

    Raises
    ------
    CollabnetError
        If the format isn't known, a table has no place in it, or nothing can be written there.

    Examples
    --------
    >>> import tempfile
    >>> import collabnet as cn
    >>> folder = write_tables(cn.load("sample:g1"), Path(tempfile.mkdtemp()) / "g1")
    >>> sorted(file.name for file in folder.iterdir())
    ['agencies.csv', 'people.csv', 'referrals.csv']
    """
    target, made = Path(path), made_tables(coalition, format)
    if isinstance(made, bytes):
        write_atomic(target, made)
    else:
        write_folder(target, made)
    return target


def made_tables(coalition: Coalition, format: Format = "csv") -> bytes | dict[str, bytes]:
    """Give the bytes of the file, or of each file of the folder; see `write_tables`.

    Raises
    ------
    CollabnetError
        If the format isn't known, or a table has no place in it.
    """
    if format not in FORMATS:
        raise CollabnetError(
            f"Tables are written as {', '.join(FORMATS[:-1])} or {FORMATS[-1]}; got {format!r}. "
            "Choose one of these."
        )
    tables = tables_of(coalition)
    if format == "csv":
        return _csv_files(tables)
    if format == "parquet":
        from collabnet.data.writers.tables_parquet import parquet_bytes

        return {f"{one.name}.parquet": parquet_bytes(one) for one in tables}
    if format == "xlsx":
        from collabnet.data.writers.tables_xlsx import xlsx_bytes

        return xlsx_bytes(tables, coalition.settings.name, coalition.settings.label)
    return _json_bytes(tables, coalition)


def _csv_files(tables: Sequence[Content]) -> dict[str, bytes]:
    """The files by name; a table of several files is parted as it was."""
    made = {}
    for table in tables:
        spec = TABLES[table.name]
        if not spec.pattern:
            made[spec.file] = csv_bytes(table)
            continue
        names = [file if spec.is_file(file) else spec.file.replace("*", "all")
                 for file in table.files]  # fmt: skip
        for name in dict.fromkeys(names):
            rows = [row for row, file in zip(table.rows, names, strict=True) if file == name]
            made[name] = csv_bytes(replace(table, rows=rows, files=[name] * len(rows)))
    return made


def _json_bytes(tables: Sequence[Content], coalition: Coalition) -> bytes:
    """One object: the tables by name, each a list of rows; None where nothing is known."""
    document = {
        "schema_version": 1,
        "notice": INTERNAL,
        "name": coalition.settings.name,
        "label": coalition.settings.label,
        "tables": {
            one.name: [
                {name: _plain(value) for name, value in zip(one.names, row, strict=True)}
                for row in one.rows
            ]
            for one in tables
        },
    }
    text = json.dumps(document, ensure_ascii=False, indent=1)
    # Half a character, which no file holds otherwise, has a form of its own in JSON.
    return encoded(f"{text}\n")


def _plain(value: object) -> object:
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    return value if value is None or isinstance(value, str) else text_of(value)
