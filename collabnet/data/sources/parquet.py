"""Read a Parquet file through DuckDB: every value as text."""

import re
import tempfile
from pathlib import Path

from collabnet.data.issues import Ledger
from collabnet.data.sources.duck import ask, connect
from collabnet.data.sources.opened import Grid, Ledgers
from collabnet.data.sources.sheet import MOST_CELLS, TooLargeError

_WHAT = "a Parquet file"
_SIGN = b"PAR1"
_COPY = re.compile(r"\S*collabnet-\w+[/\\]table\.parquet")


def read_parquet(data: bytes, ledgers: Ledgers) -> list[Grid] | None:
    """Read the one table of a Parquet file; None when it is refused."""
    import duckdb

    ledger = ledgers.of()
    if not data.endswith(_SIGN):
        ledger.add("damaged_file", what=_WHAT, why="its end is missing")
        return None
    try:
        # A copy under a name of ours: DuckDB takes stars and equals signs in names for patterns.
        with tempfile.TemporaryDirectory(prefix="collabnet-") as folder:
            file = Path(folder) / "table.parquet"
            file.write_bytes(data)
            return [_read(file, ledger)]
    except duckdb.Error as error:
        ledger.add("damaged_file", what=_WHAT, why=_first_line(error))
    except TooLargeError:
        ledger.add("sheet_too_large", limit=f"{MOST_CELLS:,}")
    return None


def _read(file: Path, ledger: Ledger) -> Grid:
    name = str(file).replace("'", "''")
    source = f"read_parquet('{name}', hive_partitioning = false)"
    with connect() as connection:
        size = connection.execute(
            f"SELECT sum(num_values) FROM parquet_metadata('{name}')"
        ).fetchone()
        if size is not None and size[0] is not None and int(size[0]) > MOST_CELLS:
            raise TooLargeError
        return ask(connection, f"SELECT * FROM {source}", {}, "", ledger)


def _first_line(error: Exception) -> str:
    text = str(error).splitlines()[0] if str(error) else "it can't be read"
    # DuckDB names the copy, in a folder that is gone by then.
    return _COPY.sub("the file", text)[:160]
