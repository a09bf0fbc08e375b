"""Read the tables of a database file, where nobody gave a query."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from collabnet.data.issues import Ledger
from collabnet.data.options import Answers
from collabnet.data.sources import duck, sqlite
from collabnet.data.sources.opened import Grid, Ledgers
from collabnet.data.sources.pick import named_sheets
from collabnet.data.sources.sheet import MOST_CELLS, TooLargeError


@dataclass(frozen=True)
class _Table:
    name: str
    is_hidden: bool = False


def read_tables(
    path: Path, is_duckdb: bool, ledgers: Ledgers, answers: Answers
) -> list[Grid] | None:
    """Read every table and view of a database file as a sheet; None when it is refused."""
    import duckdb

    ledger = ledgers.of()
    note_journal(path, ledger)
    read = _read_duckdb if is_duckdb else _read_sqlite
    try:
        grids = read(path, ledgers, answers)
    except (duckdb.Error, sqlite3.Error, OSError) as error:
        ledger.add("database_unreadable", why=first_line(error).replace(str(path), path.name))
        return None
    except TooLargeError:
        ledger.add("sheet_too_large", limit=f"{MOST_CELLS:,}")
        return None
    if not grids:
        ledger.add("empty_workbook")
        return None
    return grids


def note_journal(path: Path, ledger: Ledger) -> None:
    """Say that changes wait beside a database."""
    for name in (f"{path.name}-wal", f"{path.name}-journal", f"{path.name}.wal"):
        beside = path.parent / name
        if beside.is_file() and beside.stat().st_size:
            ledger.add("unsaved_changes", value=name)


def first_line(error: Exception) -> str:
    """Say in one short line what went wrong."""
    text = str(error).splitlines()[0] if str(error) else "it gives no reason"
    return text[:200].rstrip(". ")


def _read_sqlite(path: Path, ledgers: Ledgers, answers: Answers) -> list[Grid]:
    connection = sqlite.connect(path)
    try:
        names = sqlite.tables(connection)
        return _each(
            names,
            lambda name: sqlite.ask(
                connection, f"SELECT * FROM {_quoted(name)}", {}, name, ledgers.of(name)
            ),
            ledgers.of(),
            answers,
        )
    finally:
        connection.close()


def _read_duckdb(path: Path, ledgers: Ledgers, answers: Answers) -> list[Grid]:
    with duck.connect(str(path)) as connection:
        duck.close_doors(connection)
        found = connection.execute(
            "SELECT table_schema, table_name FROM information_schema.tables "
            "WHERE table_catalog = current_database() ORDER BY 1, 2"
        ).fetchall()
        full = {_called(schema, name): (schema, name) for schema, name in found}
        return _each(
            list(full),
            lambda name: duck.ask(
                connection,
                f"SELECT * FROM {'.'.join(map(_quoted, full[name]))}",
                {},
                name,
                ledgers.of(name),
            ),
            ledgers.of(),
            answers,
        )


def _each(
    names: list[str], read: Callable[[str], Grid], ledger: Ledger, answers: Answers
) -> list[Grid]:
    chosen = named_sheets([_Table(name) for name in names], ledger, answers)
    return [read(one.name) for one in chosen]


def _called(schema: str, name: str) -> str:
    return name if schema == "main" else f"{schema}.{name}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
