"""Read an .xlsx or .xlsm workbook: its sheets as they are stored, nothing run or followed."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from collabnet.data.issues import Facts, Ledger
from collabnet.data.sources.archive import DamagedError, Parts
from collabnet.data.sources.sheet import MOST_CELLS, Sheet, TooLargeError
from collabnet.data.sources.xlsx_sheet import Shared, read_sheet, read_strings
from collabnet.data.sources.xlsx_styles import Styles, read_styles
from collabnet.data.sources.xml_events import DocumentTypeError, parse_xml

WHAT = "an Excel workbook (.xlsx)"
_WORKBOOK = "xl/workbook.xml"
_MOST_SHEETS = 1_000


@dataclass
class _Book:
    """What xl/workbook.xml says."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    is_1904: bool = False
    is_uncomputed: bool = False

    def started(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet" and len(self.sheets) < _MOST_SHEETS:
            number = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id"), "")
            is_hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), number, is_hidden))
        elif name == "workbookPr":
            self.is_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "calcPr":
            self.is_uncomputed = attributes.get("fullCalcOnLoad") in ("1", "true")


def read_xlsx(parts: Parts, ledger: Ledger) -> list[Sheet]:
    """Read every sheet; an empty list when the file is refused, which the ledger says.

    Comments, pictures, macros and links to other files are never unpacked.
    """
    note_extras(parts, ledger)
    try:
        main = _main_part(parts)
        book = _Book()
        _parse(parts, main, book)
        links = relations(parts, main)
        shared = _shared(parts, book, links)
        sheets = []
        for name, number, is_hidden in book.sheets:
            kind, target = links.get(number, ("", ""))
            # Sheets of charts and dialogs have no cells.
            if kind != "worksheet" or target not in parts:
                continue
            sheet = Sheet(name, is_hidden)
            with _Part(target):
                read_sheet(parts.read(target), sheet, shared)
            sheets.append(sheet)
    except _InPartError as error:
        _refuse(error, ledger)
        return []
    except DamagedError as error:
        ledger.add("damaged_file", what=WHAT, why=str(error))
        return []
    return sheets


def note_extras(parts: Parts, ledger: Ledger) -> None:
    """Say that macros and links are there and were left alone."""
    if any(name.lower().endswith("vbaproject.bin") for name in parts.names):
        ledger.add("macros_ignored")
    outside = [name for name in parts.under("xl/externallinks/") if "/_rels/" not in name]
    outside += [name for name in ("xl/connections.xml", "xl/connections.bin") if name in parts]
    if outside:
        told: Facts = {"count": len(outside)}
        ledger.add("links_not_followed", **told)


def relations(parts: Parts, main: str) -> dict[str, tuple[str, str]]:
    """Give kind and target of what a part refers to, by the number that it gives them."""
    folder, name = posixpath.split(main)
    found: dict[str, tuple[str, str]] = {}

    def started(element: str, attributes: Mapping[str, str]) -> None:
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            full = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = kind, posixpath.normpath(full)

    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path in parts:
        with _Part(path):
            parse_xml(parts.read(path), started)
    return found


def _main_part(parts: Parts) -> str:
    if _WORKBOOK in parts:
        return _WORKBOOK
    root = relations(parts, "")
    return next((target for kind, target in root.values() if kind == "officeDocument"), _WORKBOOK)


def _shared(parts: Parts, book: _Book, links: Mapping[str, tuple[str, str]]) -> Shared:
    shared = Shared(is_1904=book.is_1904, is_uncomputed=book.is_uncomputed)
    targets = {kind: target for kind, target in links.values() if target in parts}
    if name := targets.get("sharedStrings"):
        with _Part(name):
            shared.strings, shared.struck = read_strings(parts.read(name))
    if name := targets.get("styles"):
        with _Part(name):
            shared.styles = read_styles(parts.read(name))
    else:
        shared.styles = Styles()
    return shared


def _parse(parts: Parts, name: str, book: _Book) -> None:
    with _Part(name):
        parse_xml(parts.read(name), book.started)


class _InPartError(Exception):
    def __init__(self, part: str, error: BaseException) -> None:
        super().__init__(part)
        self.part = part
        self.error = error


class _Part:
    """Remember in which part something went wrong."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, DocumentTypeError | TooLargeError | DamagedError):
            raise _InPartError(self.name, error) from error


def _refuse(found: _InPartError, ledger: Ledger) -> None:
    refuse_part(found.error, found.part, WHAT, ledger)


def refuse_part(error: BaseException, part: str, what: str, ledger: Ledger) -> None:
    """Say why a part of an archive can't be read."""
    if isinstance(error, DocumentTypeError):
        ledger.add("xml_with_dtd", part=f"The part {part} of {ledger.file}")
    elif isinstance(error, TooLargeError):
        ledger.add("sheet_too_large", limit=f"{MOST_CELLS:,}")
    else:
        why = str(error) if part in str(error) else f"{error}, in its part {part}"
        ledger.add("damaged_file", what=what, why=why)
