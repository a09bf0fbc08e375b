"""Read a table from a database by a query: SQLite, DuckDB, or any address of SQLAlchemy."""

import hashlib
import re
import sqlite3
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from collabnet.data.files import cannot_open
from collabnet.data.issues import Ledger
from collabnet.data.sources import duck, sqlite
from collabnet.data.sources.databases import first_line, note_journal
from collabnet.data.sources.fetched import fetch_grid
from collabnet.data.sources.opened import Grid, Ledgers, Opened
from collabnet.data.sources.sheet import MOST_CELLS, TooLargeError

_FILE_ADDRESS = re.compile(r"(sqlite|duckdb)(?:\+\w+)?:///(?!/)(.*)|(sqlite|duckdb):////(.*)")
_SELECT = re.compile(r"(?:\s|--[^\n]*\n|/\*.*?\*/)*(select|with|values)\b", re.I | re.S)
_READ_ONLY = {"postgresql", "mysql", "mariadb", "oracle"}
_SECRET = re.compile(r"(://[^:/@\s]*):[^@\s]*@")
_NO_SELECT = "it is not one SELECT"


def open_query(
    address: str,
    query: str,
    ledgers: Ledgers,
    parameters: Mapping[str, str] | None = None,
) -> Opened | None:
    """Run one SELECT on a database and give its rows as text; None when it is refused.

    ``address`` is a SQLite or DuckDB file, or an address of SQLAlchemy. ``parameters`` are filled
    in by the database itself: written ``:since`` in SQLite and through SQLAlchemy, ``$since`` in
    DuckDB. Nothing is written, attached, loaded or fetched from elsewhere.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "log.sqlite"
    >>> with sqlite3.connect(file) as made:
    ...     _ = made.execute("CREATE TABLE log (agency TEXT, n INTEGER)")
    ...     _ = made.execute("INSERT INTO log VALUES ('court_b', 7), ('007', 1)")
    >>> made.close()
    >>> query = "SELECT agency, n FROM log WHERE n > :least"
    >>> opened = open_query(str(file), query, Ledgers(file.name), {"least": "3"})
    >>> opened.grids[0].records.cells
    [['agency', 'n'], ['court_b', '7']]
    """
    ledger, given = ledgers.of(), dict(parameters or {})
    try:
        grid = _ask(address, query, given, ledger)
    except TooLargeError:
        ledger.add("sheet_too_large", limit=f"{MOST_CELLS:,}")
        return None
    if grid is None:
        return None
    digest = hashlib.sha256(repr(grid.records.cells).encode("utf-8", "backslashreplace"))
    return Opened(ledgers.file, "database", grids=[grid], digest=digest.hexdigest())


def _ask(address: str, query: str, given: Mapping[str, str], ledger: Ledger) -> Grid | None:
    found = _FILE_ADDRESS.fullmatch(address)
    if found is None and "://" in address:
        return _ask_sqlalchemy(address, query, given, ledger)
    path = Path(address)
    if found is not None:
        path = Path(found[2] if found[1] else f"/{found[4]}")
    try:
        # Opening a pipe would wait for ever.
        if path.exists() and not path.is_file():
            ledger.add("not_a_file", what="a folder, a pipe or a device")
            return None
        with path.open("rb") as file:
            start = file.read(16)
    except (OSError, ValueError) as error:
        ledger.add("cannot_open", **cannot_open(path, error))
        return None
    note_journal(path, ledger)
    if start.startswith(b"SQLite format 3\x00"):
        return _ask_sqlite(path, query, given, ledger)
    if start[8:12] == b"DUCK":
        return _ask_duckdb(path, query, given, ledger)
    ledger.add("database_unreadable", why="it is neither a SQLite nor a DuckDB database")
    return None


def _ask_sqlite(path: Path, query: str, given: Mapping[str, str], ledger: Ledger) -> Grid | None:
    if not _SELECT.match(query):
        ledger.add("query_refused", why=_NO_SELECT)
        return None
    try:
        connection = sqlite.connect(path)
    except sqlite3.Error as error:
        ledger.add("database_unreadable", why=first_line(error))
        return None
    try:
        return sqlite.ask(connection, query, given, "", ledger)
    except (sqlite3.Error, sqlite3.Warning) as error:
        text = first_line(error)
        if text == "interrupted":
            ledger.add("query_too_long", limit=sqlite.SECONDS)
        elif "prohibited" in text or "not authorized" in text:
            ledger.add("query_refused", why=text)
        elif "one statement" in text:
            ledger.add("query_refused", why=_NO_SELECT)
        else:
            ledger.add("query_failed", why=text)
        return None
    finally:
        connection.close()


def _ask_duckdb(path: Path, query: str, given: Mapping[str, str], ledger: Ledger) -> Grid | None:
    import duckdb

    try:
        connection = duck.connect(str(path))
    except duckdb.Error as error:
        ledger.add("database_unreadable", why=first_line(error))
        return None
    with connection:
        try:
            duck.close_doors(connection)
            return duck.ask(connection, query, given, "", ledger)
        except duck.QueryRefusedError:
            ledger.add("query_refused", why=_NO_SELECT)
        except duckdb.InterruptException:
            ledger.add("query_too_long", limit=duck.SECONDS)
        except duckdb.PermissionException as error:
            ledger.add("query_refused", why=first_line(error))
        except duckdb.Error as error:
            ledger.add("query_failed", why=first_line(error))
    return None


def _ask_sqlalchemy(
    address: str, query: str, given: Mapping[str, str], ledger: Ledger
) -> Grid | None:
    try:
        # Asked for by name only here: an extra that a minimal installation doesn't have.
        sqlalchemy: Any = import_module("sqlalchemy")
    except ImportError:
        command = 'pip install "collabnet[sql]"'
        ledger.add("package_missing", what="the package SQLAlchemy", command=command)
        return None
    if not _SELECT.match(query) or ";" in query.strip().rstrip(";"):
        ledger.add("query_refused", why=_NO_SELECT)
        return None
    try:
        engine = sqlalchemy.create_engine(address, poolclass=sqlalchemy.pool.NullPool)
    except ImportError as error:
        driver = error.name or "a driver"
        what = f"the driver {driver}"
        ledger.add("package_missing", what=what, command=f"pip install {driver}")
        return None
    except (sqlalchemy.exc.ArgumentError, ValueError) as error:
        ledger.add("database_unreadable", why=_masked(error))
        return None
    try:
        with engine.connect() as connection:
            if engine.dialect.name in _READ_ONLY:
                connection.execute(sqlalchemy.text("SET TRANSACTION READ ONLY"))
            result = connection.execution_options(stream_results=True).execute(
                sqlalchemy.text(query), given
            )
            if not result.returns_rows:
                ledger.add("query_refused", why=_NO_SELECT)
                return None
            grid = fetch_grid("", list(result.keys()), result, ledger)
            # Whatever it did is undone: nothing is committed.
            connection.rollback()
            return grid
    except sqlalchemy.exc.OperationalError as error:
        ledger.add("database_unreadable", why=_masked(error))
    except sqlalchemy.exc.SQLAlchemyError as error:
        ledger.add("query_failed", why=_masked(error))
    finally:
        engine.dispose()
    return None


def _masked(error: Exception) -> str:
    """Say what went wrong without the password that stands in the address."""
    return _SECRET.sub(r"\1:***@", first_line(error))
