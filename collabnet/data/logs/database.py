"""A DuckDB of its own for one count: bounded, offline, with nothing left behind."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from collabnet.data.logs.job import Job, Stopped
from collabnet.model.errors import CollabnetError

if TYPE_CHECKING:
    import duckdb

MEMORY = "2GB"
_WAIT = 0.05


class LogReadingError(CollabnetError):
    """DuckDB could not do its part; what it said is not shown, since it may quote a row."""


_REASONS = {
    "OutOfMemoryException": (
        "The log needs more memory, or more room on the disk for temporary files, than it may "
        "take. Give it more with --memory 4GB, or count it in parts with --from and --to."
    ),
    "": (
        "The log could not be counted: the database that reads it gave up. Check that the file "
        "is whole; collabnet check reads a part of it row by row."
    ),
}


@dataclass
class Database:
    """A connection, and the work that it does for a job."""

    connection: "duckdb.DuckDBPyConnection"
    job: Job

    def ask(self, sql: str, values: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """Run a query and give its rows.

        Raises
        ------
        Stopped
            If somebody asked to stop.
        LogReadingError
            If the database can't do it.
        """
        return Running(self, sql, values).wait()


class Running:
    """A query that runs beside other work; it stops when the job is stopped."""

    def __init__(self, database: Database, sql: str, values: Mapping[str, Any] | None) -> None:
        self._database = database
        self._rows: list[tuple[Any, ...]] = []
        self._failed = ""
        self._stopped = False
        self._thread = Thread(target=self._run, args=(sql, dict(values or {})), daemon=True)
        self._thread.start()

    def _run(self, sql: str, values: dict[str, Any]) -> None:
        try:
            done = self._database.connection.execute(sql, values or None)
            self._rows = done.fetchall()
        except Exception as error:  # noqa: BLE001 - told by its kind: the text may quote a row
            self._failed = type(error).__name__

    def wait(self, meanwhile: Callable[[], None] | None = None) -> list[tuple[Any, ...]]:
        """Wait for the rows, and stop the query when the job is stopped.

        Progress is told by ``meanwhile``, or is that of the query.

        Raises
        ------
        Stopped
            If somebody asked to stop.
        LogReadingError
            If the database can't do it.
        """
        try:
            if meanwhile is not None:
                meanwhile()
            while self._thread.is_alive():
                self._thread.join(_WAIT)
                if self._database.job.is_cancelled:
                    raise Stopped
                if meanwhile is None and self._thread.is_alive():
                    self._database.job.tell(self._database.connection.query_progress() / 100)
        except BaseException:
            self.stop()
            raise
        if self._failed:
            raise LogReadingError(_REASONS.get(self._failed, _REASONS[""]))
        return self._rows

    def stop(self) -> None:
        """Stop the query and wait until it has stopped."""
        while self._thread.is_alive():
            self._database.connection.interrupt()
            self._thread.join(_WAIT)


@contextmanager
def open_database(
    paths: list[Path],
    job: Job,
    *,
    memory: str = MEMORY,
    threads: int | None = None,
    may_spill: bool = True,
) -> Iterator[Database]:
    """Open a database in memory that may read these files only.

    What doesn't fit in memory goes to a folder that is gone afterwards; nowhere, unless
    ``may_spill``.
    """
    import duckdb  # costs 0.1 s: only who counts a large log pays

    with tempfile.TemporaryDirectory(prefix="collabnet-") as spill:
        settings: dict[str, Any] = {
            "memory_limit": memory,
            "temp_directory": spill if may_spill else "",
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "preserve_insertion_order": False,
        }
        if threads is not None:
            settings["threads"] = threads
        connection = duckdb.connect(":memory:", config=settings)
        try:
            connection.execute("SET enable_progress_bar = false")
            both = {text for path in paths for text in (str(path), as_pattern(path))}
            allowed = ", ".join(literal(text) for text in sorted(both))
            connection.execute(f"SET allowed_paths = [{allowed}]")
            connection.execute(f"SET allowed_directories = [{literal(spill)}]")
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            yield Database(connection, job)
        finally:
            connection.close()


def quoted(name: str) -> str:
    """Write a name as SQL does."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Write a text as SQL does."""
    return "'" + text.replace("'", "''") + "'"


def as_pattern(path: Path) -> str:
    """Write a path so that DuckDB takes no sign of it for a wildcard."""
    return "".join(f"[{sign}]" if sign in "[*?" else sign for sign in str(path))
