"""Read a coalition folder: every file, then whether they fit each other."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from collabnet.data.files import read_bytes, why
from collabnet.data.issues import Ledger, Problem, shown, to_frame
from collabnet.data.listing import Listing, list_folder, note_listing
from collabnet.data.notes import (
    note_agencies,
    note_dates,
    note_log,
    note_names,
    note_period,
    note_settings,
)
from collabnet.data.options import Answers
from collabnet.data.references import check_ids, check_rosters
from collabnet.data.roster import Tables
from collabnet.data.settings import build_settings, parse_settings, read_answers
from collabnet.data.table import Table, read_table
from collabnet.data.templates import table_template
from collabnet.data.tie_rows import check_ties
from collabnet.model.coalition import Coalition
from collabnet.model.errors import ReadingError
from collabnet.model.settings import Settings
from collabnet.model.specs import TABLES

SETTINGS_FILE = "coalition.toml"


@dataclass
class Folder:
    """What was read from a coalition folder.

    Attributes
    ----------
    tables : the tables by name, rosters without a file completed from the others
    files : the names of the tables whose file is there and filled in
    ledgers : the problems, file by file
    inputs : the SHA-256 of each file that was read
    listing : the other files
    """

    settings: Settings
    answers: Answers
    tables: Tables = field(default_factory=dict)
    files: tuple[str, ...] = ()
    ledgers: list[Ledger] = field(default_factory=list)
    inputs: dict[str, str] = field(default_factory=dict)
    listing: Listing = field(default_factory=Listing)

    @property
    def problems(self) -> list[Problem]:
        """Every problem, in the order of the files and rows."""
        return [
            problem
            for ledger in self.ledgers
            for problem in sorted(ledger.problems, key=lambda one: (one.row or 0, one.line or 0))
        ]

    @property
    def is_refused(self) -> bool:
        """Whether something has to be answered or corrected first."""
        return any(ledger.is_refused for ledger in self.ledgers)

    def coalition(self) -> Coalition:
        """Build the coalition; only after a reading that was not refused."""
        frames = {name: table.kept.drop(columns="at") for name, table in self.tables.items()}
        return Coalition(
            frames, self.settings, problems=to_frame(self.problems), inputs=self.inputs
        )


def read_folder(path: Path, reading: Mapping[str, object] | None, today: date) -> Folder:
    """Read a coalition folder as far as it can be read, and say everything that is wrong with it.

    Raises
    ------
    ReadingError
        If the path is no folder that can be opened.
    """
    try:
        listing = list_folder(path)
    except OSError as error:
        raise ReadingError(
            f"A coalition is a folder with referrals.csv or ties.csv; '{shown(str(path))}' can't "
            f"be opened as one: {why(path, error)}. Name the folder; collabnet new DIR writes "
            "an empty one."
        ) from error
    beside, ledger = Ledger("--reading"), Ledger(SETTINGS_FILE)
    inputs: dict[str, str] = {}
    document = {}
    if SETTINGS_FILE in listing.names:
        data = read_bytes(path / SETTINGS_FILE, ledger)
        if data is not None:
            inputs[SETTINGS_FILE] = hashlib.sha256(data).hexdigest()
            document = parse_settings(data, ledger)
    else:
        ledger.add("no_settings")
    answers = read_answers(document, reading, ledger, beside)
    settings = build_settings(document, path.resolve().name or "coalition", answers, ledger)
    folder = Folder(settings, answers, inputs=inputs, listing=listing)
    folder.ledgers += [beside, ledger]
    empty = _read_tables(path, folder, today)
    folder.files = tuple(folder.tables)
    _check_tables(folder, ledger)
    folder.ledgers.append(note_listing(listing, folder.files, empty))
    return folder


def _read_tables(path: Path, folder: Folder, today: date) -> list[str]:
    """Read the tables that are there; give the names of those that are templates still."""
    empty = {}
    for name, spec in TABLES.items():
        if spec.file not in folder.listing.names:
            continue
        ledger = Ledger(spec.file)
        folder.ledgers.append(ledger)
        data = read_bytes(path / spec.file, ledger)
        if data is not None and data == table_template(spec):
            empty[name] = ledger
            continue
        table = Table(spec, ledger)
        if data is not None:
            folder.inputs[spec.file] = hashlib.sha256(data).hexdigest()
            table = read_table(data, spec, ledger, folder.answers, today)
        folder.tables[name] = table
    if folder.tables:
        # In a folder as new, one sentence says it of all.
        for ledger in empty.values():
            ledger.add("not_filled_in")
    return list(empty)


def _check_tables(folder: Folder, ledger: Ledger) -> None:
    tables = dict(folder.tables)
    for table in tables.values():
        check_ids(table)
        note_dates(table)
    if "referrals" in tables:
        note_period(tables["referrals"], folder.settings)
    # With a roster or any other table missing, every id would look unknown.
    if any(table.frame is None for table in tables.values()):
        return
    check_rosters(tables, folder.answers)
    if "ties" in tables:
        check_ties(tables["ties"], folder.answers)
    for name in ("agencies", "people"):
        note_names(tables[name])
    note_agencies(tables)
    note_log(tables)
    note_settings(folder.settings, tables, ledger)
    folder.tables = tables
