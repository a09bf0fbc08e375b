"""A table as a Parquet file, through DuckDB."""

import tempfile
from pathlib import Path

import pandas as pd

from collabnet.data.sources.duck import connect
from collabnet.data.writers.tables_content import Content

_TYPES = {"text": "VARCHAR", "number": "DOUBLE", "day": "DATE"}


def parquet_bytes(table: Content) -> bytes:
    """Write a table as Parquet: texts, numbers and days each as what they are."""
    columns = {
        f"c{place}": pd.Series([row[place] for row in table.rows], dtype="object")
        for place in range(len(table.names))
    }
    wanted = ", ".join(
        f"CAST(c{place} AS {_TYPES[kind]}) AS {_quoted(name)}"
        for place, (name, kind) in enumerate(zip(table.names, table.kinds, strict=True))
    )
    with tempfile.TemporaryDirectory(prefix="collabnet-") as folder, connect() as connection:
        file = Path(folder) / "table.parquet"
        # One thread: the rows stay in their order, and the bytes are the same every time.
        connection.execute("SET threads = 1")
        connection.register("source", pd.DataFrame(columns))
        name = str(file).replace("'", "''")
        connection.execute(f"COPY (SELECT {wanted} FROM source) TO '{name}' (FORMAT parquet)")
        return file.read_bytes()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
