"""Add rows to a coalition's file: nothing doubled, nothing that is there changed unasked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from collabnet.data.importing.recipes import recipe_name
from collabnet.data.importing.rows import ORIGIN, Row, file_of
from collabnet.data.issues import Count, Facts, Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.records import split_records
from collabnet.data.writers.cells import excel_csv, guarded
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
        rows = ([guarded(cells.get(name, "")) for name in self.names] for cells in self.rows)
        return excel_csv([self.names, *rows])

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
    """Add the rows of one file; what is there is neither doubled nor changed unasked."""
    if not rows:
        return
    for row in rows:
        draft.names += [name for name in row.cells if name not in draft.names]
    by_key = draft.spec.name in ("agencies", "people", "agreements")
    (_add_by_key if by_key else _add_by_content)(draft, rows, answers)


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
        said = {name: cell for name, cell in row.cells.items() if cell and name != ORIGIN}
        differs = [name for name, cell in said.items() if known.get(name, "") not in ("", cell)]
        if not differs:
            # What was blank is filled in: nothing that was said is changed.
            known.update({name: cell for name, cell in said.items() if not known.get(name)})
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


def _add_by_content(draft: FileDraft, rows: Sequence[Row], answers: Answers) -> None:
    """Add the rows of one file that are not there from an earlier export of the same.

    Rows with an id of their own are known by it; the others by what they say, as often as they
    say it. Where a file lacks rows that came from it before, and has new ones, nobody can tell a
    correction from another period: that is asked.
    """
    export = _Export(draft, rows)
    answer = answers.text("", "changed_rows")
    if export.changed:
        if not answer:
            row = export.changed[0][0]
            told: Facts = {"count": len(export.changed), "table": draft.file}
            row.ledger.add("row_changed", row.at, **told)
        elif answer == "replace":
            for row, i in export.changed:
                draft.rows[i], draft.sources[i] = row.cells, row
            draft.replaced += len(export.changed)
        else:
            export.same += [row for row, _ in export.changed]
    if export.new and export.gone and export.is_in_doubt:
        if not answer:
            first = export.new[0]
            counts: Facts = {"count": len(export.gone), "new": Count(len(export.new))}
            first.ledger.add("rows_gone", first.at, table=draft.file, **counts)
        elif answer == "replace":
            gone = set(export.gone)
            draft.rows = [cells for i, cells in enumerate(draft.rows) if i not in gone]
            draft.sources = [row for i, row in enumerate(draft.sources) if i not in gone]
            draft.replaced += len(gone)
    draft.rows += [row.cells for row in export.new]
    draft.sources += export.new
    draft.added += len(export.new)
    by_ledger: dict[int, list[Row]] = defaultdict(list)
    for row in export.same:
        by_ledger[id(row.ledger)].append(row)
    _tell_same(draft, by_ledger)


class _Export:
    """The rows of a file beside those that came from the same export before.

    Attributes
    ----------
    new, same : rows that are not there yet, and those that are
    changed : rows whose id is there with other content, with the place of that
    gone : places of rows that came from this export and are not in it any more
    is_in_doubt : whether what is gone may have been corrected
    """

    def __init__(self, draft: FileDraft, rows: Sequence[Row]) -> None:
        self.new: list[Row] = []
        self.same: list[Row] = []
        self.changed: list[tuple[Row, int]] = []
        self._key = draft.spec.key
        self._names = [name for name in draft.names if name != ORIGIN]
        family, name = recipe_name(rows[0].file), rows[0].file
        # A reader may say itself where a row comes from, such as the answers of one respondent.
        own = {row.cells.get(ORIGIN) for row in rows}
        before = [
            (i, cells) for i, cells in enumerate(draft.rows)
            if cells.get(ORIGIN)
            and (cells[ORIGIN] in own or recipe_name(file_of(cells[ORIGIN])) == family)
        ]  # fmt: skip
        ids = {cells[self._key].strip(): i for i, cells in before if self._has_id(cells)}
        left: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for i, cells in reversed(before):
            if not self._has_id(cells):
                left[self._content(cells)].append(i)
        for row in rows:
            self._sort(row, ids, left, draft.rows)
        self.gone = sorted(i for places in left.values() for i in places)
        again = any(cells[ORIGIN] in own or file_of(cells[ORIGIN]) == name for _, cells in before)
        # Rows that were kept aside come back without the others.
        self.is_in_doubt = (again or bool(self.same)) and not rows[0].ledger.origins

    def _sort(
        self,
        row: Row,
        ids: Mapping[str, int],
        left: Mapping[tuple[str, ...], list[int]],
        there: Sequence[Cells],
    ) -> None:
        content = self._content(row.cells)
        if self._has_id(row.cells):
            i = ids.get(row.cells[self._key].strip())
            if i is None:
                self.new.append(row)
            elif self._content(there[i]) == content:
                self.same.append(row)
            else:
                self.changed.append((row, i))
        elif left.get(content):
            left[content].pop()
            self.same.append(row)
        else:
            self.new.append(row)

    def _has_id(self, cells: Cells) -> bool:
        return bool(self._key and cells.get(self._key, "").strip())

    def _content(self, cells: Cells) -> tuple[str, ...]:
        return tuple(cells.get(name, "").strip() for name in self._names)


def _tell_same(draft: FileDraft, same: Mapping[int, Sequence[Row]]) -> None:
    for rows in same.values():
        told: Facts = {"count": len(rows), "table": shown(draft.file)}
        rows[0].ledger.add("already_there", **told)
