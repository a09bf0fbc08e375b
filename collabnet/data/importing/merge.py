"""Add rows to a coalition's file: nothing doubled, nothing that is there changed unasked."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from collabnet.data.importing.rows import ORIGIN, Row
from collabnet.data.issues import Facts, Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.records import split_records
from collabnet.data.writers.cells import guarded
from collabnet.model.specs import TableSpec

Cells = dict[str, str]


@dataclass
class FileDraft:
    """One of a coalition's files as it will be.

    Attributes
    ----------
    names : its columns, those that were there first
    rows : the cells of each row by column
    sources : for each row the imported one; None where it was there before
    added, replaced : how many rows are new, or read otherwise than before
    """

    spec: TableSpec
    file: str
    names: list[str] = field(default_factory=list)
    rows: list[Cells] = field(default_factory=list)
    sources: list[Row | None] = field(default_factory=list)
    added: int = 0
    replaced: int = 0

    def to_csv(self) -> bytes:
        """Write it in the form that Excel opens as UTF-8."""
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.names)
        for cells in self.rows:
            writer.writerow([guarded(cells.get(name, "")) for name in self.names])
        return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")

    def take_out(self, gone: Iterable[Row]) -> None:
        """Leave out imported rows that don't fit the others."""
        refused = set(map(id, gone))
        kept = [i for i, row in enumerate(self.sources) if row is None or id(row) not in refused]
        self.added -= len(self.rows) - len(kept)
        self.rows = [self.rows[i] for i in kept]
        self.sources = [self.sources[i] for i in kept]


def read_file(spec: TableSpec, file: str, data: bytes | None, ledger: Ledger) -> FileDraft:
    """Read what a coalition's file holds already, cell by cell as it is written."""
    draft = FileDraft(spec, file)
    if data is None:
        draft.names = [one.file_name for one in spec.columns if one.role != "client"]
        return draft
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        ledger.add("cannot_add", table=file, why="it is not UTF-8")
        return draft
    records = split_records(text, ",")
    header = [name.strip() for name in records.cells[0]] if records.cells else []
    if not {one.file_name for one in spec.columns if one.required} <= set(header):
        ledger.add("cannot_add", table=file, why="its first row does not name the columns")
    elif records.unclosed is not None or records.flaws:
        ledger.add("cannot_add", table=file, why="a quote is not closed, or stands inside a cell")
    elif any(len(cells) != len(header) for cells in records.cells if any(cells)):
        ledger.add("cannot_add", table=file, why="a row has more or fewer cells than the header")
    draft.names = header
    for cells in records.cells[1:]:
        draft.rows.append(dict(zip(header, cells, strict=False)))
        draft.sources.append(None)
    return draft


def add_rows(draft: FileDraft, rows: Sequence[Row], answers: Answers) -> None:
    """Add imported rows; what is there already is neither doubled nor changed unasked."""
    for row in rows:
        draft.names += [name for name in row.cells if name not in draft.names]
    by_key = draft.spec.name in ("agencies", "people", "agreements")
    (_add_by_key if by_key else _add_by_origin)(draft, rows, answers)


def _add_by_key(draft: FileDraft, rows: Sequence[Row], answers: Answers) -> None:
    """Add rows that are known by an id: what an id says already is kept unless it is asked for."""
    key = draft.spec.key
    there = {cells.get(key, "").strip(): cells for cells in draft.rows}
    same: dict[int, list[Row]] = defaultdict(list)
    other: dict[int, list[tuple[Row, str]]] = defaultdict(list)
    for row in rows:
        known = there.get(row.cells[key])
        if known is None:
            there[row.cells[key]] = row.cells
            draft.rows.append(row.cells)
            draft.sources.append(row)
            draft.added += 1
            continue
        differs = [name for name, cell in row.cells.items() if cell not in ("", known.get(name))]
        differs = [name for name in differs if name != ORIGIN]
        if not differs:
            same[id(row.ledger)].append(row)
        elif answers.text("", "known_actors") == "replace":
            known.update({name: row.cells[name] for name in differs})
            draft.replaced += 1
        elif answers.text("", "known_actors") == "keep":
            same[id(row.ledger)].append(row)
        else:
            other[id(row.ledger)].append((row, listed(differs)))
    _tell_same(draft, same)
    for found in other.values():
        first, differs_in = found[0]
        told: Facts = {"count": len(found), "table": draft.file, "found": differs_in}
        first.ledger.add("known_differs", first.at, value=first.cells[key], **told)


def _add_by_origin(draft: FileDraft, rows: Sequence[Row], answers: Answers) -> None:
    """Add rows that are known by where they come from: a record of a file counts once."""
    there: dict[str, list[int]] = defaultdict(list)
    for i, cells in enumerate(draft.rows):
        if cells.get(ORIGIN):
            there[cells[ORIGIN]].append(i)
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.cells.get(ORIGIN) or row.origin].append(row)
    same: dict[int, list[Row]] = defaultdict(list)
    changed: dict[int, list[Row]] = defaultdict(list)
    gone: set[int] = set()
    for origin, group in groups.items():
        before = [draft.rows[i] for i in there.get(origin, ())]
        if before and _equal(before, [row.cells for row in group], draft.names):
            same[id(group[0].ledger)] += group
            continue
        if before and answers.text("", "changed_rows") != "replace":
            kept = answers.text("", "changed_rows") == "keep"
            (same if kept else changed)[id(group[0].ledger)] += group
            continue
        gone.update(there.get(origin, ()))
        draft.replaced += len(group) if before else 0
        draft.added += 0 if before else len(group)
        draft.rows += [row.cells for row in group]
        draft.sources += group
    draft.rows = [cells for i, cells in enumerate(draft.rows) if i not in gone]
    draft.sources = [row for i, row in enumerate(draft.sources) if i not in gone]
    _tell_same(draft, same)
    for found in changed.values():
        told: Facts = {"count": len(found), "table": draft.file}
        found[0].ledger.add("row_changed", found[0].at, **told)


def _equal(before: Sequence[Cells], after: Sequence[Cells], names: Sequence[str]) -> bool:
    def plain(rows: Sequence[Cells]) -> list[tuple[str, ...]]:
        return sorted(tuple(cells.get(name, "").strip() for name in names) for cells in rows)

    return plain(before) == plain(after)


def _tell_same(draft: FileDraft, same: Mapping[int, Sequence[Row]]) -> None:
    for rows in same.values():
        told: Facts = {"count": len(rows), "table": shown(draft.file)}
        rows[0].ledger.add("already_there", **told)
