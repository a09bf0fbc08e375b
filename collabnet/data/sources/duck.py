"""Ask DuckDB: read-only, without extensions, other files or the network; answers as text."""

import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from collabnet.data.issues import Ledger
from collabnet.data.sources.fetched import fetch_grid
from collabnet.data.sources.opened import Grid

if TYPE_CHECKING:
    import duckdb

    Connection = duckdb.DuckDBPyConnection

SECONDS = 60
_AT_ONCE = 256
_SAFE = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "memory_limit": "1GB",
    "threads": "2",
    "temp_directory": "",
}
_MIDNIGHT = re.compile(r"(\d{4,}-\d\d-\d\d) 00:00:00")


class QueryRefusedError(Exception):
    """The query isn't one SELECT."""


def connect(path: str = ":memory:") -> "Connection":
    """Open a database file to be read only, or a new one in memory.

    Raises
    ------
    duckdb.Error
        If it can't be opened.
    """
    import duckdb

    in_memory = path == ":memory:"
    return duckdb.connect(path, read_only=not in_memory, config=dict(_SAFE))


def close_doors(connection: "Connection") -> None:
    """From here on no query reaches another file, the network, or a setting."""
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def ask(
    connection: "Connection",
    query: str,
    parameters: Mapping[str, str],
    name: str,
    ledger: Ledger,
) -> Grid:
    """Run one SELECT and give its rows as text.

    Raises
    ------
    QueryRefusedError
        If it isn't one SELECT.
    duckdb.Error
        If it can't be answered, or takes longer than is waited for.
    TooLargeError
        If there is more than is read at once.
    """
    import duckdb

    statements = connection.extract_statements(query)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise QueryRefusedError
    inner = statements[0].query.strip().rstrip(";")
    given = dict(parameters) or None
    described = connection.execute(f"DESCRIBE {inner}", given).fetchall()
    columns, kinds = [row[0] for row in described], [str(row[1]) for row in described]
    # DuckDB writes its own values: a 32-bit 0.1 stays 0.1, and every type has a text.
    wanted = ", ".join(
        f"#{i}" if kind == "BLOB" else f"CAST(#{i} AS VARCHAR)" for i, kind in enumerate(kinds, 1)
    )
    bell = threading.Timer(SECONDS, connection.interrupt)
    bell.start()
    try:
        connection.execute(f"SELECT {wanted} FROM (\n{inner}\n)", given)
        texts = [_text_of(one) for one in kinds]
        return fetch_grid(name, columns, _rows(connection), ledger, texts)
    finally:
        bell.cancel()


def _rows(connection: "Connection") -> Iterator[Sequence[object]]:
    while rows := connection.fetchmany(_AT_ONCE):
        yield from rows


def _text_of(kind: str) -> Callable[[str], str]:
    """How the text of a column's values is written as in every other source."""
    if kind in ("DOUBLE", "FLOAT"):
        return _float
    if kind == "BOOLEAN":
        return str.upper
    if kind.startswith("TIMESTAMP") and "TIME ZONE" not in kind:
        return _timestamp
    return str


def _float(text: str) -> str:
    from collabnet.data.sources.cell_text import float_text

    if text.endswith(".0"):
        return text[:-2]
    return text if "e" not in text else float_text(float(text))


def _timestamp(text: str) -> str:
    found = _MIDNIGHT.fullmatch(text)
    return found[1] if found else text.replace(" ", "T", 1)
