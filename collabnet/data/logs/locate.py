"""Find the rows that the rules reject: where they stand, the first of them by name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from collabnet.data.header import is_blank
from collabnet.data.issues import Ledger, Problem
from collabnet.data.logs.database import Database, literal, quoted
from collabnet.data.logs.job import Job
from collabnet.data.logs.layout import USED, Layout
from collabnet.data.logs.parquet import as_text, source
from collabnet.data.logs.row_by_row import read_blocks
from collabnet.data.logs.scan import count_records, pieces
from collabnet.data.records import Records, split_records

MOST_LISTED = 1_000
_MOST_LOOKED_FOR = 50
Bad = Mapping[str, Mapping[str, Problem]]


@dataclass
class Located:
    """Rows that the rules reject: row, line and the problem; and how many of them are blank."""

    rows: list[tuple[int, int, Problem]] = field(default_factory=list)
    n_blank: int = 0


def locate(layout: Layout, bad: Bad, n_bad: int, n_unsure: int, job: Job) -> Located:
    """Find ``n_bad`` rejected rows of a CSV file.

    At most a thousand are listed. ``n_unsure`` of them hold nothing in any column that is counted:
    these are all looked at, since a row that is blank altogether is no data.
    """
    found = Located()
    seen = unsure = 0
    job.begin("finding the rejected rows", layout.size)
    for records in _blocks(layout, bad, job):
        for at, cells in enumerate(records.cells):
            if records.rows[at] <= layout.skip or len(cells) != layout.width:
                continue
            if at in records.flaws or (problem := _first(cells, layout, bad)) is None:
                continue
            seen += 1
            unsure += not any(cells[layout.places[name]].strip() for name in _used(layout))
            if is_blank(cells):
                found.n_blank += 1
            elif len(found.rows) < MOST_LISTED:
                found.rows.append((records.rows[at], records.lines[at], problem))
        if seen >= n_bad or (len(found.rows) >= MOST_LISTED and unsure >= n_unsure):
            break
    return found


def locate_in_parquet(
    layout: Layout, types: Mapping[str, str], bad: Bad, database: Database
) -> Located:
    """Find the rejected rows of a Parquet file; row 1 are the names, as in an import."""
    wheres, columns = [], []
    for name in _used(layout):
        cell = as_text(layout.names[name], types[layout.names[name]])
        columns.append(cell)
        if values := bad.get(name):
            wheres.append(f"{cell} IN ({', '.join(literal(value) for value in values)})")
    sql = (
        f"SELECT file_row_number + 2, {', '.join(columns)} FROM {source(layout, numbered=True)} "
        f"WHERE {' OR '.join(wheres)} ORDER BY {quoted('file_row_number')} LIMIT {MOST_LISTED}"
    )
    found = Located()
    for row, *cells in database.ask(sql):
        by_name = dict(zip(_used(layout), cells, strict=True))
        for name in USED:
            if name in by_name and (problem := bad.get(name, {}).get(str(by_name[name]))):
                found.rows.append((int(row), int(row), problem))
                break
    return found


def _used(layout: Layout) -> list[str]:
    return [name for name in USED if name in layout.names]


def _first(cells: Sequence[str], layout: Layout, bad: Bad) -> Problem | None:
    for name in _used(layout):
        if problem := bad.get(name, {}).get(cells[layout.places[name]]):
            return problem
    return None


def _blocks(layout: Layout, bad: Bad, job: Job) -> Iterator[Records]:
    """The parts of a file that may hold such rows, rows and lines counted through the file."""
    ledger = Ledger("")
    values = [value.encode() for found in bad.values() for value in found]
    if layout.unusual or not all(values) or len(values) > _MOST_LOOKED_FOR:
        yield from read_blocks(layout, ledger, job)
        return
    # A doubled quote is written otherwise than it is read.
    values = [value.replace(b'"', b'""') for value in values]
    rows, lines = -int(layout.stated), 0
    for piece in pieces(layout.path, ledger, job):
        if any(value in piece for value in values):
            records = split_records(piece.decode("utf-8"), layout.delimiter, first_line=lines + 1)
            records.rows = range(rows + 1, rows + len(records.cells) + 1)
            yield records
            rows += len(records.cells)
        else:
            rows += count_records(piece, layout.delimiter, layout.width)
        lines += piece.count(b"\n")
