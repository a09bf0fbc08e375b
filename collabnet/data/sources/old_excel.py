"""Read .xls and .xlsb workbooks through calamine, which reads values and little else."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import collabnet
from collabnet.data.issues import Ledger
from collabnet.data.sources.archive import DamagedError, Parts
from collabnet.data.sources.sheet import (
    MOST_CELLS,
    MOST_PLACES,
    Merged,
    Place,
    Sheet,
    TooLargeError,
)
from collabnet.data.sources.xlsx import note_extras, refuse_part
from collabnet.data.sources.xlsx_sheet import MOST_DIGITS

SECONDS = 60
_PROCESS = "collabnet.data.sources.old_excel_process"
XLS = "an old Excel workbook (.xls)"
XLSB = "a binary Excel workbook (.xlsb)"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA")
_ROW = 0
_CELLS = range(1, 12)


def is_encrypted(data: bytes) -> bool:
    """Whether an OLE file is the wrapping of a workbook with a password."""
    return _ENCRYPTED in data


def read_xlsb(data: bytes, parts: Parts, ledger: Ledger) -> list[Sheet]:
    """Read every sheet of an .xlsb; an empty list when it is refused."""
    note_extras(parts, ledger)
    for name in parts.under("xl/worksheets/"):
        if not name.lower().endswith(".bin"):
            continue
        try:
            # Calamine asks for room for the whole rectangle between the first and last cell.
            if _extent(parts.read(name)) > MOST_PLACES:
                raise TooLargeError
        except (DamagedError, TooLargeError) as error:
            refuse_part(error, name, XLSB, ledger)
            return []
    return _read(data, XLSB, ledger)


def read_xls(data: bytes, ledger: Ledger) -> list[Sheet]:
    """Read every sheet of an .xls; an empty list when it is refused."""
    return _read(data, XLS, ledger)


def _read(data: bytes, what: str, ledger: Ledger) -> list[Sheet]:
    """Let another process read it: calamine may panic, or ask for all memory, on damaged files."""
    here = Path(collabnet.__file__).parent.parent
    path = os.pathsep.join([str(here), *filter(None, [os.environ.get("PYTHONPATH")])])
    try:
        done = subprocess.run(
            [sys.executable, "-m", _PROCESS, str(MOST_CELLS)],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            env={**os.environ, "PYTHONPATH": path},
        )
    except (OSError, subprocess.TimeoutExpired):
        ledger.add("not_opened", what=what, why=f"it took longer than {SECONDS} seconds")
        return []
    if done.returncode:
        ledger.add("not_opened", what=what, why="it is damaged")
        return []
    found = json.loads(done.stdout)
    if code := found.get("code"):
        why = str(found.get("why", "")).splitlines()[:1]
        ledger.add(code, what=what, why=why[0][:200] if why else "", limit=f"{MOST_CELLS:,}")
        return []
    ledger.add("old_workbook", what=what)
    return [_sheet(one) for one in found["sheets"]]


def _sheet(found: Mapping[str, Any]) -> Sheet:
    sheet = Sheet(found["name"], found["is_hidden"])
    for row, column, kind, text in found["cells"]:
        _note(sheet, (row, column), kind, text)
        sheet.put(row, column, text)
    for (top, left), (bottom, right) in found["merged"]:
        sheet.merged.append(Merged((top + 1, left), (bottom + 1, right)))
    return sheet


def _note(sheet: Sheet, place: Place, kind: str, text: str) -> None:
    row, column = place
    if kind == "d":
        sheet.days.setdefault(column, []).append(row)
    elif kind == "n":
        sheet.numbers[column] = sheet.numbers.get(column, 0) + 1
        if len(text) > MOST_DIGITS and text.lstrip("-").isdigit():
            sheet.long_numbers.append(place)
    elif kind == "s" and text in _ERRORS:
        sheet.faults[place] = ("error_value", text)
    elif kind == "s" and text.strip().lstrip("-").isdigit() and text.isascii():
        sheet.text_numbers.append(place)


def _extent(data: bytes) -> int:
    """How many places lie between the first and the last cell of a sheet of an .xlsb."""
    rows: list[int] = []
    last_column = 0
    for kind, record in _records(data):
        if kind == _ROW and len(record) >= 4:
            rows.append(int.from_bytes(record[:4], "little"))
        elif kind in _CELLS and len(record) >= 4:
            last_column = max(last_column, int.from_bytes(record[:4], "little"))
    return (max(rows) - min(rows) + 1) * (last_column + 1) if rows else 0


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part: a kind and a length of one to four bytes each, then the content."""
    at = 0
    while at < len(data):
        kind = data[at]
        at += 1
        if kind & 0x80 and at < len(data):
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        while at < len(data) and shift < 28:
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if at + size > len(data):
            raise DamagedError("a record in it is cut off")
        yield kind, data[at : at + size]
        at += size
