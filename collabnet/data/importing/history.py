"""Which files have been imported: imports.csv in the coalition's folder."""

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path

from collabnet.data.files import read_bytes
from collabnet.data.importing.sources import Given, Source
from collabnet.data.issues import Ledger, shown
from collabnet.data.options import Answers
from collabnet.data.place import Place
from collabnet.data.writers.cells import excel_csv

HISTORY_FILE = "imports.csv"


@dataclass(frozen=True)
class Line:
    """One file that was imported, and what became of its rows."""

    file: str
    sha256: str
    program: str
    imported_on: str
    read: str
    kept: str
    rejected: str
    skipped: str


@dataclass
class History:
    """The files that have been imported into a coalition, oldest first."""

    lines: list[Line]

    @classmethod
    def read(cls, place: Place) -> "History":
        """Read what is kept; none when nothing was imported yet."""
        if not place.path.is_dir() or not (place.path / HISTORY_FILE).exists():
            return cls([])
        data = place.read(HISTORY_FILE, Ledger(HISTORY_FILE)) or b""
        rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace"), newline=""))
        names = [field.name for field in fields(Line)]
        return cls([Line(*(row.get(name) or "" for name in names)) for row in rows])

    def choose(
        self, paths: Sequence[Given], answers: Mapping[str, Answers], beside: Ledger
    ) -> list[Given]:
        """Give the files to be read: one that was imported before is asked about."""
        known = {line.sha256: line.imported_on for line in self.lines}
        chosen: list[Given] = []
        for path in paths:
            answer = answers[path.name].text("", "again")
            digest = _digest(path)
            if digest not in known or answer == "read":
                chosen.append(path)
                continue
            code = "file_skipped" if answer == "skip" else "same_file_again"
            ledger = Ledger(path.name)
            ledger.answered_in = "in the recipe"
            ledger.add(code, found=known[digest])
            beside.problems += ledger.problems
        return chosen

    def add(self, sources: Sequence[Source], today: date) -> None:
        """Add a line for each file."""
        for source in sources:
            ledgers = source.ledgers.all
            read = sum(one.n_read for one in ledgers)
            skipped = sum(len(one.skipped) for one in ledgers)
            rejected = source.rejected
            self.lines.append(
                Line(
                    shown(source.given.name),
                    source.opened.digest if source.opened else "",
                    source.program.name if source.program else "",
                    today.isoformat(),
                    *map(str, (read, read - rejected - skipped, rejected, skipped)),
                )
            )

    def to_csv(self) -> bytes:
        """Write it as a coalition's file."""
        return excel_csv([[field.name for field in fields(Line)], *map(astuple, self.lines)])


def _digest(path: Given) -> str:
    if not isinstance(path, Path):
        return ""
    data = read_bytes(path, Ledger(path.name))
    return "" if data is None else hashlib.sha256(data).hexdigest()
