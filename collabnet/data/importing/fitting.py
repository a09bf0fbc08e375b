"""Fit imported rows to each other and to what a coalition has, without writing anything."""

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from collabnet.data.crosswalk.file import FILE as CROSSWALK_FILE
from collabnet.data.crosswalk.file import read_crosswalk
from collabnet.data.folder import Folder, read_folder
from collabnet.data.importing.merge import FileDraft, add_rows, read_file
from collabnet.data.importing.rows import Row, table_rows
from collabnet.data.importing.sources import Source
from collabnet.data.issues import Ledger, Problem
from collabnet.data.place import Place
from collabnet.data.templates import is_template
from collabnet.model.specs import TABLES, TableSpec


def known_actors(place: Place, today: date) -> frozenset[str]:
    """The ids and names of the agencies and people that a coalition's rosters have."""
    if not place.path.is_dir():
        return frozenset()
    tables = read_folder(place, None, today).tables
    frames = [tables[name].kept for name in ("agencies", "people") if name in tables]
    columns = ("agency_id", "person_id", "name")
    names = {text for frame in frames for name in columns if name in frame for text in frame[name]}
    return frozenset(names | _settled(place)) - {""}


def _settled(place: Place) -> set[str]:
    """The spellings that the coalition's crosswalk has decided on."""
    if CROSSWALK_FILE not in place.listing().names:
        return set()
    ledger = Ledger(CROSSWALK_FILE)
    data = place.read(CROSSWALK_FILE, ledger)
    return {one.written for one in read_crosswalk(data, ledger).lines} if data else set()


def draft_files(place: Place, sources: Sequence[Source], beside: Ledger) -> dict[str, FileDraft]:
    """Add the rows of every file to those that the coalition has."""
    drafts: dict[str, FileDraft] = {}
    there = place.listing().names if place.path.is_dir() else ()
    for source in sources:
        rows: dict[str, list[Row]] = defaultdict(list)
        for table in source.tables:
            file = _file(table.spec.name, source)
            rows[file] += table_rows(table)
            if file not in drafts:
                drafts[file] = _held(place, file, table.spec, there, beside)
        for file, added in rows.items():
            add_rows(drafts[file], added, source.answers)
    return drafts


def _held(
    place: Place, file: str, spec: TableSpec, there: Collection[str], beside: Ledger
) -> FileDraft:
    """What one of the coalition's files holds; an untouched template holds nothing."""
    data = place.read(file, beside) if file in there else None
    return read_file(spec, file, None if data is not None and is_template(data) else data, beside)


def _file(table: str, source: Source) -> str:
    spec = TABLES[table]
    if not spec.pattern:
        return spec.file
    if source.program is not None and source.program.survey:
        return spec.pattern.replace("*", source.program.survey)
    stem = re.sub(r"\W+", "_", source.given.name.partition(".")[0].lower())
    return spec.pattern.replace("*", stem.removeprefix("survey_"))


def read_drafts(
    place: Place,
    drafts: Mapping[str, FileDraft],
    fixed: Mapping[str, bytes],
    today: date,
    reading: Mapping[str, object] | None = None,
) -> Folder:
    """Read the coalition as it would be; rows that don't fit the others go back to their files.

    Rows that are left out can leave others without an end, so it is read again until nothing is.
    """
    while True:
        over = {name: draft.to_csv() for name, draft in drafts.items() if draft.rows}
        folder = read_folder(Place(place.path, over | dict(fixed)), reading, today)
        if not _send_back(folder, drafts):
            return folder


def _send_back(folder: Folder, drafts: Mapping[str, FileDraft]) -> bool:
    """Give problems of imported rows to the files that the rows come from."""
    changed = False
    for ledger in folder.ledgers:
        draft = drafts.get(ledger.file)
        if draft is None:
            continue
        refused: list[Row] = []
        for problem in list(ledger.problems):
            row = _source(problem, draft)
            if problem.level == "ROW" and row is not None:
                row.ledger.take(problem, row.at)
                refused.append(row)
                ledger.problems.remove(problem)
        if refused:
            # A record of a file is used whole or not at all.
            records = {(id(row.ledger), row.at) for row in refused}
            for other in drafts.values():
                other.take_out(
                    row
                    for row in other.sources
                    if row is not None and (id(row.ledger), row.at) in records
                )
            changed = True
    return changed


def add_to_rosters(
    place: Place, folder: Folder, drafts: dict[str, FileDraft], beside: Ledger
) -> int:
    """Write actors whom the user wants added into the rosters, where the coalition has these.

    Where it has one roster only, actors of the other kind that were asked about start that one.
    Gives how many were written.
    """
    were_asked = any(one.code == "actor_added" for one in folder.problems)
    there = place.listing().names if place.path.is_dir() else ()
    count = 0
    for name in ("agencies", "people"):
        file = TABLES[name].file
        table = folder.tables.get(name)
        if table is None or not (were_asked or file in drafts or file in there):
            continue
        made = table.kept[(table.kept["at"] == -1)]
        if file not in drafts and len(made):
            # A roster that can't be read and added to refuses the import; else it would be lost.
            drafts[file] = _held(place, file, TABLES[name], there, beside)
        for cells in made.to_dict("records"):
            _add_actor(drafts[file], cells)
            count += 1
    return count


def _add_actor(draft: FileDraft, values: Mapping[Hashable, Any]) -> None:
    columns = [one for one in draft.spec.columns if one.model_name in values]
    # Only what is missing becomes blank: an agency may be called nan.
    cells = {
        one.file_name: "" if pd.isna(value := values[one.model_name]) else str(value)
        for one in columns
    }
    draft.names += [name for name, cell in cells.items() if cell and name not in draft.names]
    draft.rows.append(cells)
    draft.sources.append(None)
    draft.added += 1


def _source(problem: Problem, draft: FileDraft) -> Row | None:
    # Row 1 of the file names the columns.
    at = (problem.row or 0) - 2
    return draft.sources[at] if 0 <= at < len(draft.sources) else None
