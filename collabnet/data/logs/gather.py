"""Gather the rows of each log into groups of equal cells, and count them a second time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from collabnet.data.days import EARLIEST
from collabnet.data.header import is_blank
from collabnet.data.issues import Ledger
from collabnet.data.logs.database import (
    Database,
    LogReadingError,
    Running,
    as_pattern,
    literal,
    quoted,
)
from collabnet.data.logs.job import Job
from collabnet.data.logs.layout import USED, Layout
from collabnet.data.logs.row_by_row import read_blocks
from collabnet.data.logs.scan import Scan, scan_csv
from collabnet.data.logs.tokens import Tokens
from collabnet.data.text import LONGEST_LINE

KEYS = tuple(name for name in USED if name != "date")
MOST_GROUPS = 300_000
Groups = dict[tuple[str | bool | None, ...], tuple[int, date | None, date | None]]
"""Rows of equal cells: how many, and their first and last plainly written day."""
_KINDS = ", ".join(f"{name} VARCHAR" for name in (*KEYS, "odd_date"))
TABLE = (
    f"CREATE TEMP TABLE cells (file INTEGER, {_KINDS}, token VARCHAR, n BIGINT, first_on DATE, "
    "last_on DATE, outside BOOLEAN)"
)


@dataclass
class Gathered:
    """What became of the records of one file.

    Attributes
    ----------
    n_read : records below the header
    n_blank : of these those that are blank
    n_grouped : of these those whose cells were gathered
    structure : row, line, code and number of cells of those that don't fit the header
    is_row_by_row : whether the file was read record by record
    """

    n_read: int = 0
    n_blank: int = 0
    n_grouped: int = 0
    structure: list[tuple[int, int, str, int]] = field(default_factory=list)
    is_row_by_row: bool = False


@dataclass(frozen=True)
class Span:
    """The days that are taken as plainly written: up to today, and those of the period."""

    today: date
    start: date | None = None
    end: date | None = None

    def is_outside(self, day: date) -> bool:
        """Whether a day is not of the period."""
        return (self.start is not None and day < self.start) or (
            self.end is not None and day > self.end
        )


def gather_csv(
    number: int, layout: Layout, span: Span, tokens: Tokens, database: Database, ledger: Ledger
) -> Gathered | None:
    """Gather a CSV file: DuckDB reads it while its bytes are counted beside.

    Where the two don't agree, or the file is written in an unusual way, it is read row by row.
    """
    job = database.job
    unusual = layout.unusual
    if not unusual:
        job.begin("counting", layout.size)
        running = Running(database, _csv_sql(number, layout, span, tokens), tokens.values)
        scans: list[Scan | None] = []
        try:
            running.wait(lambda: scans.append(_scan(layout, ledger, job, running)))
            failed = False
        except LogReadingError:
            failed = True
        scan = scans[0] if scans else None
        if ledger.is_stopped or scan is None:
            return None
        ((grouped,),) = database.ask(f"SELECT coalesce(sum(n), 0) FROM cells WHERE file = {number}")
        if scan.is_plain and not failed and int(grouped) == scan.n_whole - layout.above:
            structure = [
                (row - layout.stated, line, _code(n, layout.width), n)
                for row, line, n in scan.wrong_length
            ]
            return Gathered(scan.n_records - layout.above, scan.n_blank, int(grouped), structure)
        unusual = "its quotes or line ends are unusual"
    ledger.add("log_row_by_row", why=unusual)
    database.ask(f"DELETE FROM cells WHERE file = {number}")
    return _row_by_row(number, layout, span, tokens, database, ledger)


def _scan(layout: Layout, ledger: Ledger, job: Job, running: Running) -> Scan | None:
    scan = scan_csv(layout.path, layout.delimiter, layout.width, layout.above, ledger, job)
    if scan is None or not scan.is_plain:
        running.stop()
    return scan


def _code(n_cells: int, width: int) -> str:
    return "row_too_long" if n_cells > width else "row_too_short"


def _csv_sql(number: int, layout: Layout, span: Span, tokens: Tokens) -> str:
    names = [f"c{place}" for place in range(layout.width)]
    columns = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in names)
    whole = ", ".join(literal(name) for name in names)
    skip = layout.skip_lines
    source = (
        f"read_csv({literal(as_pattern(layout.path))}, auto_detect = false, header = false, "
        f"skip = {skip}, delim = {literal(layout.delimiter)}, quote = '\"', escape = '\"', "
        f"columns = {{{columns}}}, force_not_null = [{whole}], ignore_errors = true, "
        f"strict_mode = true, hive_partitioning = false, compression = 'none', "
        f"max_line_size = {LONGEST_LINE + 1}, buffer_size = {1 << 25})"
    )
    cells = {name: f"c{place}" for name, place in layout.places.items()}
    return group_sql(number, source, cells, f"try_cast({cells['date']} AS DATE)", span, tokens)


def group_sql(
    number: int, source: str, cells: Mapping[str, str], day: str, span: Span, tokens: Tokens
) -> str:
    """Write the query that gathers equal rows.

    Plainly written days become the first and last of their group; others stay as they are written.
    """
    keys = ", ".join(f"{cells.get(name, literal(''))} AS {name}" for name in KEYS)
    text = cells["date"]
    plain = (
        f"CASE WHEN length({text}) = 10 AND {day} BETWEEN DATE '{EARLIEST}' AND "
        f"DATE '{span.today}' THEN {day} END"
    )
    outside = "false"
    if span.start or span.end:
        start, end = span.start or date.min, span.end or date.max
        outside = f"coalesce(NOT day BETWEEN DATE '{start}' AND DATE '{end}', false)"
    return (
        f"INSERT INTO cells SELECT {number}, {', '.join(KEYS)}, odd, token, count(*), min(day), "
        f"max(day), {outside} AS outside FROM (SELECT {keys}, {plain} AS day, CASE WHEN day IS "
        f"NULL THEN {text} END AS odd, {tokens.sql(cells.get('client', ''))} AS token FROM "
        f"{source}) GROUP BY {', '.join(KEYS)}, odd, token, {outside}"
    )


def _row_by_row(
    number: int, layout: Layout, span: Span, tokens: Tokens, database: Database, ledger: Ledger
) -> Gathered | None:
    job = database.job
    job.begin("counting row by row", layout.size)
    found = Gathered(is_row_by_row=True)
    groups: Groups = {}
    for cells in _whole_records(layout, found, ledger, job):
        raw = cells[layout.places["date"]]
        day = _plain_day(raw, span)
        key = (
            *(cells[layout.places[name]] if name in layout.places else "" for name in KEYS),
            raw if day is None else None,
            tokens.of(cells[layout.places["client"]]) if "client" in layout.places else "",
            day is not None and span.is_outside(day),
        )
        n, first, last = groups.get(key, (0, day, day))
        if day is not None and first is not None and last is not None:
            first, last = min(first, day), max(last, day)
        groups[key] = n + 1, first, last
        if len(groups) >= MOST_GROUPS:
            _store(number, groups, database)
            groups.clear()
        found.n_grouped += 1
    if ledger.is_stopped:
        return None
    _store(number, groups, database)
    return found


def _whole_records(
    layout: Layout, found: Gathered, ledger: Ledger, job: Job
) -> Iterator[list[str]]:
    for records in read_blocks(layout, ledger, job):
        for at, cells in enumerate(records.cells):
            row = records.rows[at]
            if row <= layout.skip:
                continue
            found.n_read += 1
            if is_blank(cells):
                found.n_blank += 1
            elif at in records.flaws:
                found.structure.append((row, records.lines[at], "stray_quote", len(cells)))
            elif len(cells) != layout.width:
                code = _code(len(cells), layout.width)
                found.structure.append((row, records.lines[at], code, len(cells)))
            else:
                yield cells


def _plain_day(text: str, span: Span) -> date | None:
    if len(text) != 10 or text[4] != "-":
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if EARLIEST <= day <= span.today else None


def _store(number: int, groups: Groups, database: Database) -> None:
    if not groups:
        return
    names = [*KEYS, "odd_date", "token", "outside", "n", "first_on", "last_on"]
    frame = pd.DataFrame([(*key, *value) for key, value in groups.items()], columns=names)
    database.connection.register("gathered", frame)
    listed = ", ".join(quoted(name) for name in names)
    database.ask(f"INSERT INTO cells (file, {listed}) SELECT {number}, {listed} FROM gathered")
    database.connection.unregister("gathered")
