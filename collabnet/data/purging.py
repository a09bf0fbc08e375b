"""Remove for good what a coalition's folder keeps beside its tables: the bytes are overwritten."""

import csv
import hashlib
import io
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from collabnet.data.editing import journal
from collabnet.data.editing.own_table import read_own
from collabnet.data.files import read_bytes
from collabnet.data.folder import read_folder
from collabnet.data.folder_lock import locked
from collabnet.data.importing.history import History
from collabnet.data.importing.rows import ORIGIN, file_of
from collabnet.data.issues import Ledger, counted, listed, shown
from collabnet.data.listing import OURS
from collabnet.data.place import Place
from collabnet.data.purging_others import has_client_ids
from collabnet.data.rejects import COLUMNS as REJECT_COLUMNS
from collabnet.data.rejects import FOLDER as REJECTS
from collabnet.data.rejects import rejects_in
from collabnet.data.samples import list_samples
from collabnet.data.store import MARKER, digests, is_wiping, settle, write_together
from collabnet.data.writers.cells import excel_csv
from collabnet.model.errors import CollabnetError
from collabnet.model.privacy import is_client_id
from collabnet.model.specs import ANSWERS, TABLES

KINDS: dict[str, str] = {
    "client_tokens": "ids and tokens of clients",
    "rejects": "rows that could not be used",
    "originals": "files that were imported",
    "corrections": "what stood in rows before they were corrected",
}
"""What can be removed, and the words for it."""
_LEFT_OVER = re.compile(r"\.(.+)\.[a-z0-9_]{8}")


@dataclass
class Purge:
    """What would go from a coalition's folder.

    Attributes
    ----------
    folder : where
    files : files that stay with less in them, by name, as they will be
    gone : names of files that go
    lines : what goes, in sentences
    elsewhere : names of imported files that are not in the folder
    with_clients : names of files in the folder that have ids of clients and were never imported:
        nobody but their owner may have what is in them, so they stay
    had_stopped : whether an earlier purge was interrupted, and has just been completed
    """

    folder: Path
    seen: dict[str, str] = field(repr=False)
    files: dict[str, bytes] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    elsewhere: tuple[str, ...] = ()
    with_clients: tuple[str, ...] = ()
    had_stopped: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to remove."""
        return not self.files and not self.gone

    def carry_out(self) -> None:
        """Remove it: all of it or nothing, and the old bytes are overwritten.

        Raises
        ------
        FolderChangedError
            If somebody else wrote to the folder since.
        CollabnetError
            If the folder can't be written.
        """
        if not self.is_empty:
            write_together(self.folder, self.files, self.gone, self.seen, wipe=True)


def plan_purge(
    path: Path, kinds: Collection[str] = tuple(KINDS), *, wave: str | None = None
) -> Purge:
    """Find what would go; nothing is removed yet, but an interrupted purge is completed.

    Parameters
    ----------
    path : a coalition's folder
    kinds : some of "client_tokens", "rejects", "originals", "corrections"
    wave : only what the rows of this wave came from; ids of clients belong to no wave

    Raises
    ------
    CollabnetError
        If it is a sample or no folder, there is no such wave, or a file can't be read.
    """
    if not path.is_dir():
        raise CollabnetError(
            f"A purge needs a coalition's folder; {path} is none. Name the folder."
        )
    if path.resolve() in {sample.path.resolve() for sample in list_samples()}:
        raise CollabnetError("This is a sample: nothing in it is of real people. Name your folder.")
    with locked(path):
        had_stopped = is_wiping(path)
        settle(path)
    purge = Purge(path, digests(path), had_stopped=had_stopped)
    sources = None if wave is None else _sources(path, wave)
    if "client_tokens" in kinds and wave is None:
        _clients(purge)
    if "rejects" in kinds:
        _rejects(purge, sources)
    if "originals" in kinds:
        _originals(purge, sources)
    if "corrections" in kinds:
        _corrections(purge, sources, wave)
    for name in _left_over(path):
        _remove(purge, name, "left by a program that was interrupted")
    if "client_tokens" in kinds and wave is None:
        others = (one.relative_to(path).as_posix() for one in _others(path))
        unread = [one for one in others if one not in purge.gone]
        purge.with_clients = tuple(one for one in unread if has_client_ids(path / one))
    return purge


def _remove(purge: Purge, name: str, what: str) -> None:
    purge.gone.append(name)
    purge.lines.append(f"{shown(name)}: {what}")


def _sources(path: Path, wave: str) -> set[str]:
    """The files that the rows of a wave came from."""
    found: dict[str, set[str]] = {}
    for name, table in read_folder(path, None, date.today()).tables.items():
        frame = table.frame
        if frame is None or "wave" not in frame:
            continue
        origins = frame[ORIGIN] if ORIGIN in frame else [""] * len(frame)
        for row_wave, origin in zip(frame["wave"], origins, strict=True):
            own = {name} if ANSWERS.is_file(name) else set()
            found.setdefault(str(row_wave), set()).update(own | ({file_of(origin)} - {""}))
    found.pop("", None)
    if wave not in found:
        known = f"there are {listed(sorted(found))}" if found else "no row says one"
        raise CollabnetError(f"The folder has no wave {wave!r}; {known}. Check its name.")
    return found[wave]


def _clients(purge: Purge) -> None:
    place = Place(purge.folder)
    for name, spec in TABLES.items():
        if spec.pattern or spec.file not in place.listing().names:
            continue
        data = read_bytes(purge.folder / spec.file, Ledger(spec.file)) or b""
        table = read_own(place, name) if data.strip() else None
        columns = [one for one in table.columns if _is_client(one, name)] if table else []
        n_cells = 0
        for number in table.rows if table and columns else ():
            row = table.row(number) if table else None
            held = [one for one in columns if row and row[one]]
            if table and held:
                table.change(number, dict.fromkeys(held, ""))
                n_cells += len(held)
        if table and n_cells:
            purge.files[spec.file] = table.to_bytes()
            said = f"{counted(n_cells, 'cell')} of {listed([shown(one) for one in columns])}"
            purge.lines.append(f"{spec.file}: {said}, the rest stays")


def _is_client(column: str, table: str) -> bool:
    roles = {one.file_name: one.role for one in TABLES[table].columns}
    return roles[column] == "client" if column in roles else is_client_id(column, table)


def _rejects(purge: Purge, sources: set[str] | None) -> None:
    for name in rejects_in(purge.folder):
        if sources is not None and not sources & _reject_sources(purge.folder / name):
            continue
        _remove(purge, name, KINDS["rejects"])


def _reject_sources(path: Path) -> set[str]:
    text = (read_bytes(path, Ledger(path.name)) or b"").decode("utf-8-sig", "replace")
    return {row.get(REJECT_COLUMNS[0]) or "" for row in csv.DictReader(io.StringIO(text))}


def _originals(purge: Purge, sources: set[str] | None) -> None:
    lines = History.read(Place(purge.folder)).lines
    wanted = {one.sha256: one.file for one in lines if sources is None or one.file in sources}
    names, found = set(wanted.values()), set[str]()
    for path in _others(purge.folder):
        data = read_bytes(path, Ledger(path.name))
        digest = hashlib.sha256(data).hexdigest() if data is not None else ""
        name = path.relative_to(purge.folder).as_posix()
        if digest in wanted:
            found.add(wanted[digest])
            _remove(purge, name, KINDS["originals"])
        elif shown(path.name) in names and not _is_ours(path.name):
            found.add(shown(path.name))
            _remove(purge, name, "called as a file that was imported, and changed since")
    purge.elsewhere = tuple(sorted(names - found))


def _others(folder: Path) -> Iterator[Path]:
    """The files that are not the coalition's own tables, hidden ones left out."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if (
            not _is_ours(parts[0])
            and not any(part.startswith(".") for part in parts)
            and path.is_file()
        ):
            yield path


def _is_ours(name: str) -> bool:
    return name in OURS or ANSWERS.is_file(name)


def _corrections(purge: Purge, sources: set[str] | None, wave: str | None) -> None:
    path = purge.folder / journal.FILE
    if not path.is_file():
        return
    if sources is None:
        _remove(purge, journal.FILE, KINDS["corrections"])
        return
    data = read_bytes(path, Ledger(path.name)) or b""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig", "replace"), newline="")))
    header, lines = rows[0], [dict(zip(rows[0], row, strict=False)) for row in rows[1:]]
    steps = {
        one.get("step") for one in lines
        if one.get("file") in sources
        or (one.get("column") == "wave" and wave in (one.get("before"), one.get("after")))
        or (one.get("column") == ORIGIN
            and {file_of(one.get("before") or ""), file_of(one.get("after") or "")} & sources)
    }  # fmt: skip
    if not steps:
        return
    kept = [row for row, one in zip(rows[1:], lines, strict=True) if one.get("step") not in steps]
    purge.files[journal.FILE] = excel_csv([header, *kept])
    said = counted(len(steps), "correction")
    purge.lines.append(f"{journal.FILE}: {said} of this wave, the rest stays")


def _left_over(folder: Path) -> Iterator[str]:
    """The files that a program began to write when it was ended."""
    for path in sorted([*folder.iterdir(), *(folder / REJECTS).glob(".*")]):
        match = _LEFT_OVER.fullmatch(path.name)
        is_own = match and (match[1] == MARKER or _is_ours(match[1]) or path.parent != folder)
        if is_own and path.is_file():
            yield path.relative_to(folder).as_posix()
