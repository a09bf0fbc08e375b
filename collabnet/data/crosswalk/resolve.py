"""Read the names in a coalition's tables as ids, when it is loaded; the files stay as they are."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from collabnet.data.crosswalk.decisions import Crosswalk
from collabnet.data.crosswalk.entries import Entry, Spelling
from collabnet.data.crosswalk.file import FILE, read_crosswalk
from collabnet.data.crosswalk.likely import note_open_names
from collabnet.data.crosswalk.people import initials_of, is_initials
from collabnet.data.crosswalk.reader import Reader, Reading
from collabnet.data.crosswalk.rosters import agencies_in, entries_of, ids_of, people_in
from collabnet.data.crosswalk.spelling import plain_form
from collabnet.data.crosswalk.uses import Cells, cells_of
from collabnet.data.issues import Facts, Ledger, listed, shown
from collabnet.data.names import skeleton
from collabnet.data.options import Answers
from collabnet.data.roster import Tables
from collabnet.model.records import records

if TYPE_CHECKING:
    from collabnet.data.folder import Folder
    from collabnet.data.place import Place


MOST_NOTED = 20_000
"""Spellings without a roster among which alike ones are noted; so many are numbers, not names."""
_Use = tuple[str, str, str, str]
_USE = ["written", "agency", "site", "region"]


@dataclass
class Names:
    """Who is who in a coalition, as far as it is known.

    Attributes
    ----------
    entries : the rosters
    read : spellings that were read as ids, each with what it was read as
    left : spellings that nobody has decided about and that are no ids
    """

    crosswalk: Crosswalk = field(default_factory=Crosswalk)
    entries: list[Entry] = field(default_factory=list)
    read: list[tuple[Spelling, Reading]] = field(default_factory=list)
    left: list[Spelling] = field(default_factory=list)
    has_roster: dict[str, bool] = field(default_factory=dict)


def resolve_names(tables: Tables, folder: "Folder", place: "Place") -> None:
    """Read the names in the tables as ids, by the folder's crosswalk and by its rosters.

    What was written is kept in a column beside, whose name ends in ``_written``. Every spelling
    that was read is noted once for a file; what isn't certain stays as it is.
    """
    ledger = Ledger(FILE)
    crosswalk = Crosswalk()
    if FILE in folder.listing.names:
        folder.ledgers.append(ledger)
        data = place.read(FILE, ledger)
        if data is not None:
            folder.inputs[FILE] = hashlib.sha256(data).hexdigest()
            crosswalk = read_crosswalk(data, ledger, folder.answers)
    folder.names = _Resolver(tables, crosswalk, ledger, folder.answers).resolve()
    # Of files that are about to be written nothing can be settled yet.
    if not place.over and place.path.is_dir():
        folder.ledgers.append(note_open_names(folder.names, place.path))


class _Resolver:
    def __init__(
        self, tables: Tables, crosswalk: Crosswalk, ledger: Ledger, answers: Answers
    ) -> None:
        self.tables = tables
        self.ledger = ledger
        self.answers = answers
        self.ids = ids_of(tables)
        self.names = Names(crosswalk)
        self.names.has_roster = {"agency": "agencies" in tables, "person": "people" in tables}
        self._first: dict[int, tuple[Ledger, int]] = {}
        self._by_initials: dict[str, list[Entry]] = {}
        self._told: dict[tuple[int, str, str, str], tuple[Ledger, int, str, int]] = {}

    def resolve(self) -> Names:
        """Agencies first: where a person works is known only then."""
        every = [*cells_of(self.tables, of_people=False), *cells_of(self.tables, of_people=True)]
        self._drop_idle_lines(every)
        self.names.entries = agencies_in(self.tables)
        self._read_all(cells_of(self.tables, of_people=False))
        self.names.entries += people_in(self.tables)
        self._read_all(cells_of(self.tables, of_people=True))
        self._read_reporters()
        for (_, written, name, how), (ledger, at, column, count) in self._told.items():
            told: Facts = {"count": count, "found": f"'{shown(name)}'" if name else "unknown"}
            ledger.add("name_read_as", at, column=column, value=written, how=how, **told)
        self._note_alike()
        return self.names

    def _drop_idle_lines(self, every: list[Cells]) -> None:
        """Say which lines of the crosswalk have no effect, and go on without them."""
        if not self.names.crosswalk.lines:
            return
        places = {row: at for at, row in enumerate(self.ledger.rows)}
        used = {name for cells in every for name in cells.table.kept[cells.column].unique()}
        kept = []
        for line in self.names.crosswalk.lines:
            at = places[line.row]
            told: Facts = {"column": "written", "value": line.written}
            if line.decision == "same" and line.means not in self.ids | used:
                found = f"'{shown(line.means)}'"
                self.ledger.add("crosswalk_unknown_id", at, **told, found=found)
                continue
            if line.decision == "same" and line.written in self.ids:
                self.ledger.add("crosswalk_of_id", at, **told)
            kept.append(line)
        if len(kept) < len(self.names.crosswalk.lines):
            self.names.crosswalk = Crosswalk(kept)

    def _read_all(self, columns: Iterator[Cells]) -> None:
        """Read the columns of one sort: every use of a spelling is read in the same way."""
        reader = Reader(self.names.entries, self.names.crosswalk)
        left: dict[tuple[object, ...], Spelling] = {}
        initials = []
        for cells in columns:
            rows = cells.open_rows(self.ids)
            read: dict[_Use, str] = {}
            for use, n, at in _uses(rows):
                written, agency, *places = use
                one = Spelling(cells.kinds, written, agency, (places[0], places[1]), n)
                one.used_in.append((cells.file, cells.file_name))
                found = (
                    reader.read(one, cells.file, is_elsewhere=cells.is_elsewhere)
                    if reader.knows(cells.kinds)
                    else None
                )
                if found is not None:
                    read[use] = found.id
                    self._tell(cells, one, found, at)
                    continue
                # Of an agency that isn't known itself nothing follows for its people.
                is_known = agency in self.ids or not self.names.has_roster["agency"]
                one.at_agency = agency if is_known else ""
                known = left.setdefault((cells.kinds, written, one.at_agency, *places), one)
                if known is one:
                    self._first[id(one)] = (cells.table.ledger, at)
                else:
                    known.rows += n
                    known.used_in += [where for where in one.used_in if where not in known.used_in]
                if cells.home and is_initials(written):
                    initials.append((cells, rows, use, at, n, known))
            _put(cells, rows, read)
        self.names.left += left.values()
        for cells, rows, use, at, n, one in initials:
            if self._ask_initials(cells, at, one, n):
                # Nothing is read until it is answered: one question about the cell is enough.
                _put(cells, rows, {use: ""})

    def _tell(self, cells: Cells, one: Spelling, found: Reading, at: int) -> None:
        self.names.read.append((one, found))
        key = (id(cells.table), one.written, found.id, found.how)
        ledger, first, column, count = self._told.get(
            key, (cells.table.ledger, at, cells.file_name, 0)
        )
        self._told[key] = (ledger, first, column, count + one.rows)

    def _ask_initials(self, cells: Cells, at: int, one: Spelling, count: int) -> bool:
        """Ask once whose initials they are, where somebody at the agency has such a name.

        Gives whether the cells are to be read as nobody: as was answered, or until it is.
        """
        answer = self.answers.text(cells.table.spec.name, "initials")
        if answer == "unknown":
            self._tell(cells, one, Reading("", "as initials says"), at)
            return True
        who = [] if answer else self._with_initials(one)
        if who:
            found = listed([f"{shown(name)} ({shown(key)})" for key, name in who[:5]], "or")
            told: Facts = {"value": one.written, "count": count, "found": found}
            cells.table.ledger.add("initials_of_whom", at, column=cells.file_name, **told)
        return bool(who)

    def _with_initials(self, one: Spelling) -> list[tuple[str, str]]:
        """The people whose initials these may be, at the agency of the row if it is known."""
        if not self._by_initials:
            entries = self.names.entries
            if not self.names.has_roster["person"]:
                entries = entries_of(self.names.left)
            for entry in entries:
                if entry.kind == "person" and not is_initials(entry.name):
                    for letters in initials_of(entry.name):
                        self._by_initials.setdefault(letters, []).append(entry)
        apart = self.names.crosswalk.apart("person", one.written, one.at_agency)
        letters = "".join(letter for letter in one.written.casefold() if letter.isalpha())
        return [
            (entry.id, entry.name)
            for entry in self._by_initials.get(letters, ())
            if not apart & {"", entry.id} and (not one.at_agency or one.at_agency in entry.agencies)
        ]

    def _read_reporters(self) -> None:
        """Read who reported a tie, where a cell names one or several."""
        if "ties" not in self.tables or "reported_by" not in self.tables["ties"].kept:
            return
        cells = Cells(self.tables["ties"], "reported_by", ("person", "agency"))
        reader = Reader(self.names.entries, self.names.crosswalk)
        rows = cells.open_rows(self.ids)
        read: dict[_Use, str] = {}
        for use, n, at in _uses(rows):
            parts = [part.strip() for part in use[0].split(";")]
            for place, part in enumerate(parts):
                one = Spelling(cells.kinds, part, rows=n)
                found = None if part in self.ids else reader.read(one, cells.file)
                if found is not None:
                    self._tell(cells, one, found, at)
                    parts[place] = found.id
                    read[use] = ";".join(parts)
        _put(cells, rows, read)

    def _note_alike(self) -> None:
        """Where no roster says who is who, note spellings that are hard to tell apart."""
        groups: dict[tuple[str, str, str], dict[str, Spelling]] = {}
        if len(self.names.left) > MOST_NOTED:
            return
        for one in self.names.left:
            kind = one.kinds[0]
            if not self.names.has_roster[kind]:
                seen = plain_form(skeleton(one.written)) or one.written
                groups.setdefault((kind, seen, one.at_agency), {}).setdefault(one.written, one)
        for (kind, *_), alike in groups.items():
            first = max(alike.values(), key=lambda one: one.rows)
            for one in alike.values():
                apart = self.names.crosswalk.apart(kind, one.written, one.at_agency)
                if one is first or apart & {"", first.written}:
                    continue
                self._note_pair(one, first)

    def _note_pair(self, one: Spelling, other: Spelling) -> None:
        ledger, at = self._first[id(one)]
        told: Facts = {"column": one.used_in[0][1], "value": one.written, "count": one.rows}
        ledger.add("spellings_alike", at, **told, other=f"'{shown(other.written)}'")


def _uses(rows: pd.DataFrame) -> Iterator[tuple[_Use, int, int]]:
    """Each use of a spelling, with its number of rows and the position of the first."""
    if rows.empty:  # as in most columns: what follows takes long for nothing
        return
    found = rows.groupby(_USE, sort=False)["at"].agg(["size", "first"])
    for use, n, at in zip(found.index, found["size"], found["first"], strict=True):
        written, agency, site, region = map(str, use)
        yield (written, agency, site, region), int(n), int(at)


def _put(cells: Cells, rows: pd.DataFrame, read: Mapping[_Use, str]) -> None:
    """Write ids in the place of what was read, and keep what was written beside."""
    if not read:
        return
    frame = cells.table.kept
    kept = f"{cells.column}_written"
    if kept not in frame:
        frame[kept] = frame[cells.column]
    ids = [read.get(use) for use in records(rows, *_USE)]
    where = [at for at, name in zip(rows.index, ids, strict=True) if name is not None]
    frame.loc[where, cells.column] = [name for name in ids if name is not None]
