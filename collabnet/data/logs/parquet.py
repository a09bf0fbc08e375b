"""Gather the rows of a Parquet file; every cell is taken as text, but days that are days."""

from collections.abc import Mapping
from dataclasses import replace

from collabnet.data.header import known_names
from collabnet.data.issues import Ledger, listed, shown
from collabnet.data.logs.database import Database, LogReadingError, as_pattern, literal, quoted
from collabnet.data.logs.gather import Gathered, Span, group_sql
from collabnet.data.logs.layout import NEEDED, USED, Layout
from collabnet.data.logs.tokens import Tokens
from collabnet.model.specs import REFERRALS
from collabnet.model.vocabulary import plain

_ZONED = "TIMESTAMP WITH TIME ZONE"


def complete_layout(
    layout: Layout, client: str, database: Database, ledger: Ledger
) -> tuple[Layout, Mapping[str, str]] | None:
    """Find the columns by their names; give also the type of each. None when it is refused."""
    try:
        found = database.ask(f"DESCRIBE SELECT * FROM {source(layout)}")
    except LogReadingError:
        ledger.add("log_not_readable")
        return None
    types = {str(row[0]): str(row[1]) for row in found}
    known = known_names(REFERRALS)
    stated = {plain(theirs): name for name, theirs in layout.names.items()}
    names: dict[str, str] = {}
    for name in types:
        ours = stated.get(plain(name)) or known.get(plain(name), "")
        if ours not in USED and not (client and ours == "client"):
            continue
        if ours in layout.names and plain(name) not in stated:
            continue
        names.setdefault(ours, name)
    told = listed([shown(name) for name in types][:40])
    for name, theirs in layout.names.items():
        if name not in names:
            ledger.add("log_column_missing", column=name, value=theirs, found=told)
            return None
    if missing := [name for name in NEEDED if name not in names]:
        needed = f"the column {missing[0]}" if len(missing) == 1 else f"columns {listed(missing)}"
        near = f" Say which it is: --column {missing[0]}=NAME."
        ledger.add("missing_column", column=listed(missing), needed=needed, found=told, near=near)
        return None
    others = tuple(name for name in types if name not in names.values())
    return replace(layout, names=names, others=others), types


def source(layout: Layout, *, numbered: bool = False) -> str:
    """Write the file as a table in SQL."""
    rows = ", file_row_number = true" if numbered else ""
    return (
        f"read_parquet({literal(as_pattern(layout.path))}, hive_partitioning = false, "
        f"binary_as_string = true{rows})"
    )


def as_text(name: str, kind: str) -> str:
    """Write a column as text in SQL; nothing is empty."""
    cell = quoted(name) if kind == "VARCHAR" else f"CAST({quoted(name)} AS VARCHAR)"
    return f"coalesce({cell}, '')"


def gather_parquet(
    number: int,
    layout: Layout,
    types: Mapping[str, str],
    span: Span,
    tokens: Tokens,
    database: Database,
    ledger: Ledger,
) -> Gathered | None:
    """Gather a Parquet file; the rows that its last part states are the second count."""
    cells = {name: as_text(theirs, types[theirs]) for name, theirs in layout.names.items()}
    theirs = layout.names["date"]
    kind, day = types[theirs], f"try_cast({cells['date']} AS DATE)"
    if kind == "DATE" or kind.startswith("TIMESTAMP"):
        moment = f"make_timestamp(epoch_us({quoted(theirs)}))" if kind == _ZONED else quoted(theirs)
        day = f"CAST({moment} AS DATE)"
        cells["date"] = f"coalesce(CAST({day} AS VARCHAR), '')"
    database.job.begin("counting", 1)
    path = literal(as_pattern(layout.path))
    try:
        database.ask(group_sql(number, source(layout), cells, day, span, tokens), tokens.values)
        ((stated,),) = database.ask(f"SELECT sum(num_rows) FROM parquet_file_metadata({path})")
    except LogReadingError:
        ledger.add("log_not_readable")
        return None
    ((grouped,),) = database.ask(f"SELECT coalesce(sum(n), 0) FROM cells WHERE file = {number}")
    if int(stated) != int(grouped):
        ledger.add("log_not_readable")
        return None
    return Gathered(int(stated), 0, int(grouped))
