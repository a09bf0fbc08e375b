"""Open a file of another program: what it is by content, and what it holds as text."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from collabnet.data.delimiter import CANDIDATES
from collabnet.data.files import read_bytes
from collabnet.data.header import known_names
from collabnet.data.issues import listed, shown
from collabnet.data.options import Answers
from collabnet.data.sources import contents
from collabnet.data.sources.archive import DamagedError, Parts, open_archive
from collabnet.data.sources.contents import Content
from collabnet.data.sources.grids import note_limit, to_grid
from collabnet.data.sources.ods import WHAT as ODS
from collabnet.data.sources.ods import read_ods
from collabnet.data.sources.old_excel import XLS, XLSB, is_encrypted, read_xls, read_xlsb
from collabnet.data.sources.opened import Grid, Kind, Ledgers, Opened
from collabnet.data.sources.pick import named_sheets
from collabnet.data.sources.sheet import MOST_PLACES, Sheet, TooLargeError
from collabnet.data.sources.xlsx import read_xlsx
from collabnet.data.sources.xml_events import DocumentTypeError, xml_root
from collabnet.data.table import text_records
from collabnet.data.text import read_text
from collabnet.model.specs import TABLES
from collabnet.model.vocabulary import plain

_LINES_LOOKED_AT = 30
_LOOKED_AT = 200_000


def open_source(path: Path, ledgers: Ledgers, answers: Answers) -> Opened | None:
    r"""Open a file as what it is by content; None when it is refused.

    Everything that can be said before anybody knows what the file means goes to the ledgers: the
    file's own, and one for each sheet. Cells are text exactly as they are stored. The bytes are
    kept of text alone: a workbook's hold more than what is read, such as comments.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "log.csv"
    >>> _ = file.write_text("date,from_agency\n2024-03-05,court_b\n")
    >>> opened = open_source(file, Ledgers(file.name), Answers())
    >>> opened.kind, opened.grids[0].records.cells
    ('table', [['date', 'from_agency'], ['2024-03-05', 'court_b']])
    """
    ledger = ledgers.of()
    if path.is_dir():
        ledger.add("folder_given", such=_files_in(path))
        return None
    data = read_bytes(path, ledger)
    lock = _lock(path)
    if data is None:
        if lock is not None and any(one.code == "cannot_open" for one in ledger.problems):
            ledger.add("locked_by_program", value=lock[0], program=lock[1])
        return None
    if lock is not None:
        ledger.add("open_elsewhere", value=lock[0], program=lock[1])
    digest = hashlib.sha256(data).hexdigest()
    content = contents.of_bytes(data)
    if not data.strip(b" \t\r\n"):
        ledger.add("empty_file")
        return None
    if content.problem:
        ledger.add(content.problem, what=content.what)
        return None
    return _Opener(path, data, digest, ledgers, answers).open(content)


def _files_in(path: Path) -> str:
    try:
        names = sorted(one.name for one in path.iterdir() if one.is_file())
    except OSError:
        return ""
    seen = [shown(name) for name in names if not name.startswith((".", "~$"))][:3]
    return f", such as {listed(seen)}" if seen else ""


def _lock(path: Path) -> tuple[str, str] | None:
    """The lock file that a program has laid beside a file, and the program."""
    # Excel cuts two letters off the beginning of longer names.
    names = [("~$" + path.name, "Excel"), ("~$" + path.name[2:], "Excel")]
    names.append((f".~lock.{path.name}#", "LibreOffice"))
    for name, program in names:
        try:
            if (path.parent / name).is_file():
                return name, program
        except (OSError, ValueError):
            return None
    return None


class _Opener:
    def __init__(
        self, path: Path, data: bytes, digest: str, ledgers: Ledgers, answers: Answers
    ) -> None:
        self.path = path
        self.data = data
        self.digest = digest
        self.ledgers = ledgers
        self.ledger = ledgers.of()
        self.answers = answers

    def open(self, content: Content) -> Opened | None:
        what = content.what
        if what == "a zip archive":
            return self._archive()
        if what == XLS:
            if is_encrypted(self.data):
                self.ledger.add("password_protected")
                return None
            self._note_name(XLS)
            return self._workbook(read_xls(self.data, self.ledger))
        if what == contents.PARQUET:
            self._note_name(what)
            from collabnet.data.sources.parquet import read_parquet

            grids = read_parquet(self.data, self.ledgers)
            return None if grids is None else self._opened("parquet", grids)
        if what in (contents.SQLITE, contents.DUCKDB):
            self._note_name(what)
            from collabnet.data.sources.databases import read_tables

            tables = read_tables(self.path, what == contents.DUCKDB, self.ledgers, self.answers)
            return None if tables is None else self._opened("database", tables)
        if contents.is_xml(self.data):
            return self._xml()
        return self._text()

    def _opened(self, kind: Kind, grids: Sequence[Grid]) -> Opened:
        return Opened(self.path.name, kind, grids=grids, digest=self.digest)

    def _note_name(self, what: str) -> None:
        expected = contents.expected(self.path.name)
        if expected and expected != what:
            self.ledger.add("named_otherwise", what=what)

    def _archive(self) -> Opened | None:
        parts = open_archive(self.data, "an archive", self.ledger)
        if parts is None:
            return None
        with parts.archive:
            try:
                content = contents.of_parts(parts)
            except DamagedError as error:
                self.ledger.add("damaged_file", what="an archive", why=str(error))
                return None
            if content.problem:
                self.ledger.add(content.problem, what=content.what)
                return None
            self._note_name(content.what)
            return self._workbook(self._sheets(content.what, parts))

    def _sheets(self, what: str, parts: Parts) -> list[Sheet]:
        if what == XLSB:
            return read_xlsb(self.data, parts, self.ledger)
        return read_ods(parts, self.ledger) if what == ODS else read_xlsx(parts, self.ledger)

    def _workbook(self, sheets: Sequence[Sheet]) -> Opened | None:
        if self.ledger.is_stopped:
            return None
        filled = [sheet for sheet in sheets if sheet.rows]
        chosen = named_sheets(filled, self.ledger, self.answers)
        if not chosen:
            self.ledger.add("empty_workbook")
            return None
        grids = []
        for sheet in chosen:
            ledger = self.ledgers.of(sheet.name)
            try:
                grids.append(to_grid(sheet, ledger, self.answers))
            except TooLargeError:
                ledger.add("sheet_too_large", limit=f"{MOST_PLACES:,}")
                return None
        return self._opened("workbook", grids)

    def _xml(self) -> Opened | None:
        try:
            root = xml_root(self.data)
        except DocumentTypeError:
            self.ledger.add("xml_with_dtd", part=self.path.name)
            return None
        code, what = contents.xml_problem(self.data, root)
        if code:
            self.ledger.add(code, what=what)
            return None
        self._note_name(contents.TEXT)
        return self._as_text("xml", _xml_text(self.data))

    def _text(self) -> Opened | None:
        text = read_text(self.data, self.ledger, self.answers)
        if text is None:
            return None
        self._note_name(contents.TEXT)
        if contents.is_json(text):
            return self._as_text("json", text)
        if contents.is_network(text):
            return self._as_text("text", text)
        records = text_records(text, _known(text), self.ledger, self.answers)
        if records is None:
            return None
        note_limit(len(records.cells), self.ledger)
        return self._as_text("table", text, [Grid("", records)])

    def _as_text(self, kind: Kind, text: str, grids: Sequence[Grid] = ()) -> Opened:
        return Opened(self.path.name, kind, self.data, text, grids, self.digest)


def _known(text: str) -> set[str]:
    """Names of columns by which the delimiter is told: ours, and those of the first line.

    A delimiter that stands equally often in every one of the first lines is a likely one, and the
    first line then holds the names. Of two such delimiters the one that gives more names wins.
    """
    known = {name for spec in TABLES.values() for name in known_names(spec)}
    lines = [line for line in text[:_LOOKED_AT].splitlines() if line.strip()]
    # The last one may be cut off.
    lines = (lines[:-1] if len(text) > _LOOKED_AT else lines)[:_LINES_LOOKED_AT] or [""]
    even = [one for one in CANDIDATES if len({line.count(one) for line in lines}) == 1]
    even = [one for one in even if lines[0].count(one)]
    for one in even if len(lines) > 1 else ():
        known |= {plain(cell.strip().strip('"')) for cell in lines[0].split(one)} - {""}
    return known


def _xml_text(data: bytes) -> str:
    """Decode XML as it says itself; what doesn't fit is for its reader to refuse."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    head = data[:200].partition(b"?>")[0].decode("ascii", errors="ignore")
    _, named, rest = head.partition("encoding=")
    encoding = rest[1:].partition(rest[:1])[0] if named and rest[:1] in ("'", '"') else "utf-8"
    try:
        return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    except LookupError:
        return data.decode("utf-8-sig", errors="replace")
