"""Ask SQLite: read-only, nothing attached or loaded, and not for ever."""

import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path

from collabnet.data.issues import Ledger
from collabnet.data.sources.fetched import fetch_grid
from collabnet.data.sources.opened import Grid

SECONDS = 60
_STEPS = 100_000
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION,
            sqlite3.SQLITE_RECURSIVE}  # fmt: skip
_UNSAFE = {"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"}


def connect(path: Path) -> sqlite3.Connection:
    """Open a database file to be read only.

    Raises
    ------
    sqlite3.Error
        If it can't be opened.
    """
    address = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=2)
    try:
        # Text that isn't UTF-8 shows where something was lost, and doesn't stop the reading.
        connection.text_factory = lambda data: data.decode("utf-8", errors="replace")
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.set_authorizer(_authorize)
        end = time.monotonic() + SECONDS
        connection.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS)
    except BaseException:
        connection.close()
        raise
    return connection


def ask(
    connection: sqlite3.Connection,
    query: str,
    parameters: Mapping[str, str],
    name: str,
    ledger: Ledger,
) -> Grid:
    """Run one SELECT and give its rows as text.

    Raises
    ------
    sqlite3.Error
        If it is no SELECT, or can't be answered, or takes longer than is waited for.
    TooLargeError
        If there is more than is read at once.
    """
    cursor = connection.execute(query, dict(parameters))
    columns = [column[0] for column in cursor.description or ()]
    return fetch_grid(name, columns, cursor, ledger)


def tables(connection: sqlite3.Connection) -> list[str]:
    """Name the tables and views, in their order."""
    found = connection.execute(
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') "
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"
    )
    return [str(row[0]) for row in found]


def _authorize(action: int, first: str | None, second: str | None, *_: object) -> int:
    unsafe = action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _UNSAFE
    return sqlite3.SQLITE_OK if action in _ALLOWED and not unsafe else sqlite3.SQLITE_DENY
