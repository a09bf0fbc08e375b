"""A coalition's own table as it is written, row by row: what isn't changed stays to the byte."""

import codecs
import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from collabnet.data.folder import SETTINGS_FILE
from collabnet.data.header import find_header, is_blank, known_names
from collabnet.data.issues import Ledger, shown
from collabnet.data.options import Answers
from collabnet.data.place import Place
from collabnet.data.records import Records
from collabnet.data.settings import parse_settings, read_answers
from collabnet.data.table import read_records
from collabnet.data.templates import table_template
from collabnet.data.text import read_text
from collabnet.data.writers.cells import guarded
from collabnet.model.errors import CollabnetError
from collabnet.model.specs import TABLES
from collabnet.model.vocabulary import plain

Cells = Mapping[str, str]
"""The cells of a row by column; a column that isn't there is blank."""


@dataclass
class OwnTable:
    """One file of a coalition, cut into its records; rows are numbered as a spreadsheet does.

    Attributes
    ----------
    name : of the table, such as "people"
    columns : for each column its name among the table's; the file's where it is none of them
    first : the row of the first record below the header
    """

    name: str
    columns: list[str]
    first: int
    _records: Records = field(repr=False)
    _chunks: list[str] = field(repr=False)
    _above: str = field(default="", repr=False)
    _encoding: str = field(default="utf-8", repr=False)
    _mark: bytes = field(default=b"", repr=False)

    @property
    def rows(self) -> list[int]:
        """The numbers of the rows that hold something."""
        cells = self._records.cells
        return [at + 1 for at in range(self.first - 1, len(cells)) if not is_blank(cells[at])]

    def row(self, number: int) -> dict[str, str] | None:
        """Give the cells of a row; None where there is no such row."""
        if number not in range(self.first, len(self._records.cells) + 1):
            return None
        cells = self._records.cells[number - 1]
        if is_blank(cells) or len(cells) > len(self.columns):
            return None
        whole = [*cells, *[""] * (len(self.columns) - len(cells))]
        return dict(zip(self.columns, (one.strip() for one in whole), strict=True))

    @property
    def ids(self) -> list[str]:
        """The ids of its rows; none where the table has no column of ids."""
        key = TABLES[self.name].key
        found = ((self.row(number) or {}).get(key, "") for number in self.rows) if key else ()
        return [one for one in found if one]

    def change(self, number: int, cells: Cells) -> None:
        """Change some cells of a row; the others stay as they are written."""
        self._add_columns(cells)
        found = self._records.cells[number - 1]
        found += [""] * (len(self.columns) - len(found))
        for name, text in cells.items():
            if name in self.columns:
                found[self.columns.index(name)] = text
        self._chunks[number - 1] = self._written(found)

    def insert(self, cells: Cells, number: int | None = None) -> int:
        """Put a row in, below the last one if no number is given; give the row's number."""
        self._add_columns(cells)
        last = max([self.first - 1, *self.rows])
        place = last if number is None else min(max(number, self.first) - 1, last)
        if place and not self._chunks[place - 1].endswith(("\n", "\r")):
            self._chunks[place - 1] += self._newline
        made = [cells.get(name, "") for name in self.columns]
        self._records.cells.insert(place, made)
        self._chunks.insert(place, self._written(made))
        return place + 1

    def remove(self, number: int) -> None:
        """Take a row out; those below move up."""
        del self._records.cells[number - 1]
        del self._chunks[number - 1]

    def to_bytes(self) -> bytes:
        """Give the file."""
        text = self._above + "".join(self._chunks)
        try:
            return self._mark + text.encode(self._encoding)
        except UnicodeError as error:
            raise CollabnetError(
                f"{TABLES[self.name].file} is written in {self._encoding}, which has no sign for "
                "one of the letters typed. Save the file as UTF-8 first, or use another letter."
            ) from error

    @property
    def _newline(self) -> str:
        return {"LF": "\n", "CR": "\r"}.get((*self._records.line_ends, "")[0], "\r\n")

    def _written(self, cells: Sequence[str]) -> str:
        made = io.StringIO(newline="")
        writer = csv.writer(made, delimiter=self._records.delimiter, lineterminator=self._newline)
        writer.writerow([guarded(one) for one in cells])
        return made.getvalue()

    def _add_columns(self, cells: Cells) -> None:
        """Add the columns that a row needs and the file lacks, at the end of every record."""
        for name in [one for one, text in cells.items() if text and one not in self.columns]:
            self.columns.append(name)
            for at, found in enumerate(self._records.cells):
                if at >= self.first - 2 and not is_blank(found):
                    found.append(name if at == self.first - 2 else "")
                    self._chunks[at] = self._written(found)


def read_own(place: Place, name: str, reading: Mapping[str, object] | None = None) -> OwnTable:
    """Read a table of a coalition folder for corrections; an empty one where there is no file.

    ``reading`` are answers to questions of the check, beside those in coalition.toml.

    Raises
    ------
    CollabnetError
        If the file can't be read as rows and columns, or couldn't be written back as it is.
    """
    spec, given = TABLES[name], _answers(place, reading)
    ledger = Ledger(spec.file)
    is_there = spec.file in place.listing().names
    data = place.read(spec.file, ledger) if is_there else table_template(spec)
    text = None if data is None else read_text(data, ledger, given, name)
    records = None if data is None else read_records(data, known_names(spec), ledger, given, name)
    if data is None or text is None or records is None:
        raise _unreadable(ledger)
    header = find_header(records.cells, records.rows, spec, ledger, given)
    if header is None or records.flaws or records.faults:
        raise _unreadable(ledger)
    known = known_names(spec)
    columns = [known.get(plain(one), one.strip()) for one in header.names]
    chunks, above = _cut(text, records)
    encoding, mark = _encoding(data, given.text(name, "encoding"))
    table = OwnTable(name, columns, header.first + 1, records, chunks, above, encoding, mark)
    if table.to_bytes() != data:
        raise _unreadable(ledger)
    return table


def _answers(place: Place, reading: Mapping[str, object] | None) -> Answers:
    ledger = Ledger(SETTINGS_FILE)
    is_there = SETTINGS_FILE in place.listing().names
    data = place.read(SETTINGS_FILE, ledger) if is_there else None
    document = parse_settings(data, ledger) if data is not None else {}
    return read_answers(document, reading, ledger, ledger)


def _cut(text: str, records: Records) -> tuple[list[str], str]:
    """Cut a text into its records, line ends included, and what stands above the first."""
    lines = list(io.StringIO(text, newline=""))
    begins = [line - 1 for line in records.lines]
    ends = [*begins[1:], len(lines)]
    chunks = ["".join(lines[a:b]) for a, b in zip(begins, ends, strict=True)]
    return chunks, "".join(lines[: begins[0]]) if begins else ""


def _encoding(data: bytes, stated: str) -> tuple[str, bytes]:
    """Give how a file is encoded, and the mark that it begins with."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return name, mark
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return stated or "utf-8", b""
    return "utf-8", b""


def _unreadable(ledger: Ledger) -> CollabnetError:
    said = next((f" {one.message} {one.remedy}" for one in ledger.problems), "")
    return CollabnetError(
        f"{shown(ledger.file)} can't be corrected here, because its rows and columns can't be "
        f"told apart for sure. Correct it in a spreadsheet.{said}"
    )
