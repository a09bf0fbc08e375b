"""Read a coalition folder: every file, then whether they fit each other."""

import contextlib
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from collabnet.data.crosswalk.resolve import Names, resolve_names
from collabnet.data.files import why
from collabnet.data.issues import Ledger, Problem, listed, shown, to_frame
from collabnet.data.listing import Listing, note_listing
from collabnet.data.notes import (
    note_agencies,
    note_dates,
    note_log,
    note_names,
    note_period,
    note_settings,
)
from collabnet.data.options import Answers
from collabnet.data.place import Place
from collabnet.data.references import check_ids, check_rosters
from collabnet.data.rejects import rejects_in
from collabnet.data.roster import Tables, survey_tables
from collabnet.data.settings import build_settings, parse_settings, read_answers
from collabnet.data.store import is_wiping
from collabnet.data.surveys import read_survey
from collabnet.data.surveys_checks import check_sides, check_surveys, joined
from collabnet.data.table import Table, read_table
from collabnet.data.templates import table_template
from collabnet.data.tie_rows import check_ties
from collabnet.model.coalition import Coalition
from collabnet.model.errors import CollabnetError, ReadingError
from collabnet.model.settings import Settings
from collabnet.model.specs import ANSWERS, TABLES

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
    names : which spellings were read as which ids, and which are still open
    sources : the sheets of other programs' files that were read instead of a folder's files
    path : the folder itself; None where there is none, only files
    """

    settings: Settings
    answers: Answers
    tables: Tables = field(default_factory=dict)
    files: tuple[str, ...] = ()
    ledgers: list[Ledger] = field(default_factory=list)
    inputs: dict[str, str] = field(default_factory=dict)
    listing: Listing = field(default_factory=Listing)
    sources: list[Ledger] = field(default_factory=list)
    names: Names = field(default_factory=Names)
    path: Path | None = None

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
        surveys = survey_tables(self.tables)
        tables = {table.spec.name: table.kept for table in self.tables.values()}
        if surveys:
            tables[ANSWERS.name] = joined(surveys)
        frames = {name: frame.drop(columns="at") for name, frame in tables.items()}
        made = Coalition(
            frames,
            self.settings,
            problems=to_frame(self.problems),
            inputs=self.inputs,
            folder=self.path,
        )
        return made.with_survey_ties()


def read_folder(where: Path | Place, reading: Mapping[str, object] | None, today: date) -> Folder:
    """Read a coalition folder as far as it can be read, and say everything that is wrong with it.

    Raises
    ------
    ReadingError
        If the path is no folder that can be opened.
    """
    place = where if isinstance(where, Place) else Place(where)
    path = place.path
    try:
        listing = place.listing()
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
        data = place.read(SETTINGS_FILE, ledger)
        if data is not None:
            inputs[SETTINGS_FILE] = hashlib.sha256(data).hexdigest()
            document = parse_settings(data, ledger)
    else:
        ledger.add("no_settings")
    answers = read_answers(document, reading, ledger, beside)
    name = path.resolve().name or "coalition"
    settings = build_settings(document, name, answers, ledger, today)
    folder = Folder(settings, answers, inputs=inputs, listing=listing, path=path)
    folder.ledgers += [beside, ledger]
    empty = _read_tables(place, folder, today)
    folder.files = tuple(folder.tables)
    _check_tables(folder, ledger, place)
    beside_all = note_listing(listing, folder.files, empty)
    if waiting := rejects_in(path):
        beside_all.add("rejects_waiting", found=listed([shown(name) for name in waiting]))
    if is_wiping(path):
        beside_all.add("purge_unfinished", found=shown(str(path)))
    folder.ledgers.append(beside_all)
    return folder


def _read_tables(place: Place, folder: Folder, today: date) -> list[str]:
    """Read the tables that are there; give the names of those that are templates still."""
    empty = {}
    for name, spec in TABLES.items():
        if spec.pattern or spec.file not in folder.listing.names:
            continue
        ledger = Ledger(spec.file)
        folder.ledgers.append(ledger)
        data = place.read(spec.file, ledger)
        if data is not None and data == table_template(spec):
            empty[name] = ledger
            continue
        table = Table(spec, ledger)
        if data is not None:
            folder.inputs[spec.file] = hashlib.sha256(data).hexdigest()
            table = read_table(data, spec, ledger, folder.answers, today)
        folder.tables[name] = table
    for name in filter(ANSWERS.is_file, folder.listing.names):
        ledger = Ledger(name)
        folder.ledgers.append(ledger)
        data = place.read(name, ledger)
        table = Table(ANSWERS, ledger)
        if data is not None:
            folder.inputs[name] = hashlib.sha256(data).hexdigest()
            table = read_survey(data, ledger, folder.settings.survey, folder.answers, today)
        folder.tables[name] = table
    if folder.tables:
        # In a folder as new, one sentence says it of all.
        for ledger in empty.values():
            ledger.add("not_filled_in")
    return list(empty)


def _check_tables(folder: Folder, ledger: Ledger, place: Place) -> None:
    tables = dict(folder.tables)
    for table in tables.values():
        check_ids(table)
        note_dates(table)
    if "referrals" in tables:
        note_period(tables["referrals"], folder.settings)
    # With a roster or any other table missing, every id would look unknown.
    if any(table.frame is None for table in tables.values()):
        return
    resolve_names(tables, folder, place)
    check_rosters(tables, folder.answers)
    if "ties" in tables:
        check_ties(tables["ties"], folder.answers)
    check_surveys(tables, folder.answers, folder.settings.survey, ledger)
    for name in ("agencies", "people"):
        note_names(tables[name])
    note_agencies(tables)
    note_log(tables)
    note_settings(folder.settings, tables, ledger)
    folder.tables = tables
    if survey_tables(tables) and not folder.is_refused:
        # Tables that don't fit each other are told of when the coalition is built.
        with contextlib.suppress(CollabnetError):
            check_sides(folder.coalition(), tables)
