"""Find out how a large log is laid out, from its first part and by the rules for all tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG

from collabnet.data.columns import MOST_COLUMNS
from collabnet.data.files import cannot_open
from collabnet.data.header import find_header, is_blank, known_names
from collabnet.data.issues import Facts, Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.records import Records
from collabnet.data.rows import fit_rows
from collabnet.data.sniff import unmarked_utf16
from collabnet.data.table import text_records
from collabnet.data.text import read_text
from collabnet.model.specs import REFERRALS
from collabnet.model.vocabulary import plain

HEAD = 1 << 20
USED = (
    "date", "from_agency", "to_agency", "from_person", "service", "status",
)  # fmt: skip
"""The columns of a log that are counted; others are not read."""
NEEDED = ("date", "from_agency", "to_agency")
_PARQUET = b"PAR1"
_RESERVED = "not read"


@dataclass(frozen=True)
class Layout:
    """How a log is laid out.

    Attributes
    ----------
    kind : "csv" or "parquet"
    names : for each column that is counted its name in the file; "client" for that of clients
    places : in a CSV file the place of each, from 0
    others : the names of the columns that are not read
    skip : records down to and with the header, ``skip_lines`` the physical lines of these
    width : cells in a record
    stated : whether a first line such as ``sep=;`` stands above the records
    unusual : why DuckDB can't read the file, where that is known from its beginning
    """

    path: Path
    kind: str
    names: Mapping[str, str]
    places: Mapping[str, int]
    others: tuple[str, ...] = ()
    delimiter: str = ","
    skip: int = 0
    skip_lines: int = 0
    width: int = 0
    stated: bool = False
    encoding: str = "utf-8"
    escape: str = ""
    unusual: str = ""

    @property
    def above(self) -> int:
        """Records down to and with the header, a line such as ``sep=;`` among them."""
        return self.skip + int(self.stated)

    @property
    def size(self) -> int:
        """The size of the file in bytes."""
        return self.path.stat().st_size


def find_layout(
    path: Path, columns: Mapping[str, str], client: str, ledger: Ledger, answers: Answers
) -> Layout | None:
    """Look at the first part of a file; None when it is refused, and the ledger says why.

    ``columns`` gives the file's name of some of our columns, as in ``{"date": "Day"}``.
    """
    head = _head(path, ledger)
    if head is None:
        return None
    wanted = {**columns, "client": client} if client else dict(columns)
    if head.startswith(_PARQUET):
        return Layout(path, "parquet", wanted, {})
    is_whole = len(head) < HEAD
    encoding = _encoding(head, answers)
    if encoding == "utf-8" and not is_whole:
        head = head[: head.rfind(b"\n") + 1] or head
    text = read_text(head if encoding == "utf-8" else _whole_letters(head, encoding), ledger,
                     answers, "referrals")  # fmt: skip
    if text is None:
        return None
    records = _records(text, is_whole, {*columns.values(), client} - {""}, ledger, answers)
    if records is None:
        return None
    renamed = _rename(records, wanted, ledger)
    if renamed is None:
        return None
    header = find_header(renamed, records.rows, REFERRALS, ledger, answers)
    if header is None or ledger.is_refused:
        return None
    layout = Layout(path, "csv", {}, {}, delimiter=records.delimiter, encoding=encoding)
    layout = replace(layout, stated=bool(records.lines) and records.lines[0] > 1)
    return _fill(layout, records, header.names, header.first, client, ledger, answers)


def _head(path: Path, ledger: Ledger) -> bytes | None:
    try:
        if not S_ISREG(path.stat().st_mode):
            ledger.add("not_a_file", what="a folder" if path.is_dir() else "a pipe or a device")
            return None
        with path.open("rb") as file:
            head = file.read(HEAD)
    except (OSError, ValueError) as error:
        ledger.add("cannot_open", **cannot_open(path, error))
        return None
    return head


def _encoding(head: bytes, answers: Answers) -> str:
    if given := answers.text("referrals", "encoding"):
        return "utf-8" if given.lower() in ("utf-8", "utf8", "utf-8-sig") else given
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    return unmarked_utf16(head) or "utf-8"


def _whole_letters(head: bytes, encoding: str) -> bytes:
    """Cut a part of a file so that its last letter is whole."""
    return head[: len(head) // 4 * 4] if encoding.lower().startswith("utf") else head


def _records(
    text: str, is_whole: bool, named: set[str], ledger: Ledger, answers: Answers
) -> Records | None:
    """Split the first part; it may have been cut inside quotes."""
    known = {**known_names(REFERRALS), **{plain(name): name for name in named}}
    if is_whole:
        return text_records(text, known, ledger, answers, "referrals")
    trial = Ledger(ledger.file)
    records = text_records(text, known, trial, answers, "referrals")
    unclosed = [one.line for one in trial.problems if one.code == "unclosed_quote"]
    if unclosed and unclosed[0] is not None and unclosed[0] > 2:
        lines = text.splitlines(keepends=True)[: unclosed[0] - 1]
        return text_records("".join(lines), known, ledger, answers, "referrals")
    ledger.problems += trial.problems
    ledger.rows, ledger.lines = trial.rows, trial.lines
    return records


def _rename(
    records: Records, columns: Mapping[str, str], ledger: Ledger
) -> Sequence[Sequence[str]] | None:
    """Write our names in place of the file's, in the rows among which the header is looked for."""
    if not columns:
        return records.cells
    ours = {plain(theirs): name for name, theirs in columns.items()}
    top = [[plain(cell) for cell in cells] for cells in records.cells[:30]]
    for name, theirs in columns.items():
        if not any(plain(theirs) in cells for cells in top):
            first = next((cells for cells in records.cells if not is_blank(cells)), [])
            found = listed([shown(cell.strip()) for cell in first if cell.strip()][:40])
            ledger.add("log_column_missing", column=name, value=theirs, found=found)
            return None
    renamed: list[Sequence[str]] = []
    for cells in records.cells[:30]:
        # The row that holds them all is the header; another of that name is not read.
        if {plain(theirs) for theirs in columns.values()} <= {plain(cell) for cell in cells}:
            renamed.append([_ours(cell, ours, columns) for cell in cells])
        else:
            renamed.append(cells)
    return [*renamed, *records.cells[30:]]


def _ours(cell: str, ours: Mapping[str, str], columns: Mapping[str, str]) -> str:
    name = plain(cell)
    if name in ours:
        return ours[name]
    return f"{cell} ({_RESERVED})" if name in columns else cell


def _fill(
    layout: Layout,
    records: Records,
    header: Sequence[str],
    first: int,
    client: str,
    ledger: Ledger,
    answers: Answers,
) -> Layout | None:
    if len(header) > MOST_COLUMNS:
        ledger.add("too_many_columns", found=f"{len(header):,}", limit=f"{MOST_COLUMNS:,}")
        return None
    known = known_names(REFERRALS)
    meant = [known.get(plain(name), "") for name in header]
    told: Facts
    places: dict[str, int] = {}
    for place, name in enumerate(meant):
        if name in USED or (client and name == "client"):
            if name in places:
                told = {"places": listed([str(places[name] + 1), str(place + 1)])}
                ledger.add("duplicate_header", column=name, value=name, **told)
                return None
            places[name] = place
    if len(header) == 1:
        told = {"table": "a log", "needed": listed(NEEDED)}
        ledger.add("one_column", value=header[0].strip(), **told)
        return None
    if missing := [name for name in NEEDED if name not in places]:
        needed = f"the column {missing[0]}" if len(missing) == 1 else f"columns {listed(missing)}"
        found = listed([shown(name) for name in header if name.strip()][:40])
        hint = f" Say which it is: --column {missing[0]}=NAME."
        ledger.add("missing_column", column=listed(missing), needed=needed, found=found, near=hint)
        return None
    width = _width(records, len(header), first, ledger)
    if width is None:
        return None
    below = records.lines[first] if first < len(records.lines) else 0
    return replace(
        layout,
        names={name: header[place].strip() for name, place in places.items()},
        places=places,
        others=tuple(name.strip() for place, name in enumerate(header)
                     if place not in places.values() and name.strip()),
        skip=first,
        skip_lines=below - 1 if below else records.lines[-1] if records.lines else 0,
        width=width,
        escape=answers.text("referrals", "escape"),
        unusual=_unusual(layout, records, answers),
    )  # fmt: skip


def _width(records: Records, width: int, first: int, ledger: Ledger) -> int | None:
    """The number of cells of a row; one more than the header's where all end in a delimiter."""
    rows = [at for at in range(first, len(records.cells)) if not is_blank(records.cells[at])]
    trial = Ledger(ledger.file)
    trial.rows, trial.lines = records.rows, records.lines
    copy = replace(records, cells=[list(cells) for cells in records.cells])
    fit_rows(copy, rows, width, REFERRALS, trial)
    told = [one for one in trial.problems if one.level in ("ASK", "STOP")]
    notes = [one for one in trial.problems if one.code == "trailing_delimiter"]
    ledger.problems += [*told, *notes]
    if told:
        return None
    return width + 1 if notes else width


def _unusual(layout: Layout, records: Records, answers: Answers) -> str:
    if layout.encoding != "utf-8":
        return f"it is written in {layout.encoding}"
    if answers.text("referrals", "escape") == "backslash":
        return "a backslash stands before its quotes"
    if len(records.line_ends) > 1 or "CR" in records.line_ends:
        return "its lines end in an unusual way"
    return ""
