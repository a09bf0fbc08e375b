"""Read and write crosswalk.csv: a table that people edit too, of which every line is kept."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from collabnet.data.crosswalk.decisions import (
    COLUMNS,
    DECISIONS,
    KINDS,
    NEEDED,
    VERSION,
    Crosswalk,
    Decision,
    dated,
)
from collabnet.data.crosswalk.lock import WAIT, hold
from collabnet.data.files import read_bytes, write_atomic
from collabnet.data.header import is_blank
from collabnet.data.issues import Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.records import Records
from collabnet.data.table import read_records
from collabnet.data.writers.cells import guarded
from collabnet.model.errors import CollabnetError, ReadingError
from collabnet.model.vocabulary import plain

FILE = "crosswalk.csv"


@dataclass
class _Read:
    """What was read: the crosswalk, and how the file writes it."""

    crosswalk: Crosswalk = field(default_factory=Crosswalk)
    columns: tuple[str, ...] = COLUMNS
    delimiter: str = ","
    newline: str = "\n"


def read_crosswalk(data: bytes, ledger: Ledger, answers: Answers | None = None) -> Crosswalk:
    """Read the decisions of a crosswalk; what is wrong with the file goes to the ledger.

    A line that can't be used is left out and said. A file that can't be a crosswalk, or that a
    newer version wrote, is refused.
    """
    return _read(data, ledger, answers or Answers()).crosswalk


def add_decisions(
    folder: Path, lines: Sequence[Decision], *, today: date, wait: float = WAIT
) -> Path:
    """Add decisions at the end of a folder's crosswalk.csv; nothing that stands there changes.

    The file is held while it is read and written, and written whole or not at all. ``today`` is
    the day that new lines carry.

    Raises
    ------
    CollabnetError
        If the file is held by somebody else, can't be written, or is no crosswalk that this
        version reads; it is left as it is.
    """
    path = folder / FILE
    with hold(folder, wait=wait):
        ledger = Ledger(FILE)
        # lexists: a broken link is something that stands there.
        is_there = path.exists() or path.is_symlink()
        data = read_bytes(path, ledger) if is_there else b""
        found = _read(data, ledger, Answers()) if data else _Read()
        if ledger.is_refused:
            said = [str(one) for one in ledger.problems if one.level in ("ASK", "STOP")]
            raise ReadingError("\n".join([f"{FILE} was left as it is.", *said]))
        try:
            write_atomic(path, _joined(data or b"", dated(lines, today.isoformat()), found))
        except UnicodeError as error:
            raise CollabnetError(
                f"{FILE} can't hold the spelling: it isn't text. Nothing was changed; correct "
                "the file that the spelling comes from."
            ) from error
    return path


def _read(data: bytes, ledger: Ledger, answers: Answers) -> _Read:
    records = read_records(data, COLUMNS, ledger, answers, "crosswalk")
    if records is None or ledger.is_stopped:
        return _Read()
    at = next((at for at, cells in enumerate(records.cells) if not is_blank(cells)), None)
    names = tuple(plain(cell) for cell in records.cells[at]) if at is not None else ()
    missing = [name for name in NEEDED if names.count(name) != 1]
    if at is None or missing:
        found = listed([shown(name) for name in names if name][:40])
        ledger.add("crosswalk_columns", needed=listed(missing), found=found)
        return _Read()
    ledger.n_read = len(records.cells) - at - 1
    ledger.originals = records.cells
    lines = [
        line
        for place in range(at + 1, len(records.cells))
        if (line := _line(records, place, names, ledger))
    ]
    newline = "\r\n" if records.line_ends == ("CRLF",) else "\n"
    made = _Read(Crosswalk(lines), names, records.delimiter, newline)
    places = {row: place for place, row in enumerate(records.rows)}
    for line in made.crosswalk.without_effect:
        place = places[line.row]
        ledger.add("nothing_to_undo", place, column="written", value=line.written)
    return made


def _line(records: Records, at: int, names: Sequence[str], ledger: Ledger) -> Decision | None:
    cells = records.cells[at]
    if is_blank(cells):
        ledger.skipped.add(at)
        return None
    if at in records.flaws or len(cells) != len(names):
        why = "a double quote stands inside a cell" if at in records.flaws else "it has "
        why += "" if at in records.flaws else f"{len(cells)} cells and the header {len(names)}"
        ledger.add("crosswalk_line", at, why=why)
        return None
    said = {name: cell.strip() for name, cell in zip(names, cells, strict=True) if name}
    version = said.pop("version", "")
    if version.isdecimal() and int(version[:9]) > VERSION:
        ledger.add("crosswalk_newer", at, column="version", found=version, ours=str(VERSION))
        return None
    kind, decision = said["kind"].lower(), said["decision"].lower()
    why = ""
    if kind not in KINDS:
        why = f"the kind is '{shown(said['kind'])}'; it needs {listed(KINDS, 'or')}"
    elif decision not in DECISIONS:
        why = f"the decision is '{shown(said['decision'])}'; it needs {listed(DECISIONS, 'or')}"
    elif not said["written"]:
        why = "written is empty"
    elif decision == "same" and not said["means"]:
        why = "means is empty; it needs the id that the spelling means"
    if why:
        ledger.add("crosswalk_line", at, why=why)
        return None
    known = {name: text for name, text in said.items() if name in COLUMNS}
    return Decision(**known | {"kind": kind, "decision": decision}, row=ledger.rows[at])


def _joined(data: bytes, lines: Sequence[Decision], found: _Read) -> bytes:
    """What stands there to the byte, then the new lines in the file's own columns and style."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=found.delimiter, lineterminator=found.newline)
    if not data:
        writer.writerow(found.columns)
    columns = found.columns
    for line in lines:
        _need_columns(line, columns)
        said = {name: guarded(getattr(line, name, "")) for name in COLUMNS if name != "version"}
        said["version"] = str(VERSION)
        writer.writerow([said.get(name, "") for name in columns])
    text = made.getvalue()
    # As the file is written: UTF-16 with its mark is the only other one that is read unasked.
    encoding = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2], "utf-8")
    breaks = ("\n".encode(encoding), "\r".encode(encoding))
    gap = "" if not data or data.endswith(breaks) else found.newline
    return data + (gap + text).encode(encoding)


def _need_columns(line: Decision, columns: Sequence[str]) -> None:
    """Refuse to leave out where a decision holds, because the file has no column for it."""
    lacking = [name for name in ("at_agency", "in_file") if getattr(line, name)]
    lacking = [name for name in lacking if name not in columns]
    if lacking:
        raise CollabnetError(
            f"{FILE} needs the column {listed(lacking)} for this decision and has "
            f"{listed([shown(name) for name in columns if name])}. Add the column; nothing was "
            "changed."
        )
