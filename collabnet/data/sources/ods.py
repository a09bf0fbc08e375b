"""Read an OpenDocument workbook (.ods): its sheets as they are stored, without comments."""

import re
from collections.abc import Mapping

from collabnet.data.issues import Facts, Ledger
from collabnet.data.sources.archive import DamagedError, Parts
from collabnet.data.sources.cell_text import number_text
from collabnet.data.sources.sheet import Merged, Sheet, TooLargeError
from collabnet.data.sources.xlsx import refuse_part
from collabnet.data.sources.xlsx_sheet import MOST_DIGITS
from collabnet.data.sources.xml_events import DocumentTypeError, parse_xml

WHAT = "an OpenDocument workbook (.ods)"
_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_TIME = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,](\d+))?S")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)*)(?:[eE][+-]?\d+)?")
_ERROR = re.compile(r"#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)|Err:\d+")
# Comments, drawings and the history of changes stand among the cells: never read.
_ASIDE = {"annotation", "tracked-changes", "shapes", "frame", "custom-shape", "note"}


def read_ods(parts: Parts, ledger: Ledger) -> list[Sheet]:
    """Read every sheet; an empty list when the file is refused, which the ledger says."""
    part = _CONTENT
    try:
        if _MANIFEST in parts and b"encryption-data" in parts.read(_MANIFEST):
            ledger.add("password_protected")
            return []
        if parts.under("basic/"):
            ledger.add("macros_ignored")
        reader = _Reader()
        parse_xml(parts.read(part), reader.started, reader.ended, reader.said)
    except (DamagedError, DocumentTypeError, TooLargeError) as error:
        refuse_part(error, part, WHAT, ledger)
        return []
    if reader.links:
        told: Facts = {"count": len(reader.links)}
        ledger.add("links_not_followed", **told)
    return reader.sheets


class _Reader:
    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.hidden: set[str] = set()
        self.marks: dict[str, int] = {}
        self.links: set[str] = set()
        self.style = ""
        self.aside = 0
        self.row = self.column = 0
        self.row_times = 1
        self.row_cells: list[tuple[int, int, str]] = []
        self.row_attributes: Mapping[str, str] = {}
        self.cell: Mapping[str, str] | None = None
        self.paragraphs: list[list[str]] = []
        self.in_text = 0

    def started(self, name: str, attributes: Mapping[str, str]) -> None:
        if self.aside or name in _ASIDE:
            self.aside += 1
        elif name == "style":
            self.style = attributes.get("style:name", "")
        elif name == "table-properties":
            if attributes.get("table:display") == "false":
                self.hidden.add(self.style)
        elif name in ("table-cell-properties", "text-properties"):
            self._style(attributes)
        elif name == "table" and "table:name" in attributes:
            is_hidden = attributes.get("table:style-name", "") in self.hidden
            self.sheets.append(Sheet(attributes["table:name"], is_hidden))
            self.row, self.column = 0, 0
        elif self.sheets:
            self._inside(name, attributes)

    def _style(self, attributes: Mapping[str, str]) -> None:
        colour = attributes.get("fo:background-color", "transparent")
        if attributes.get("style:text-line-through-style", "none") != "none":
            self.marks[self.style] = -1
        elif colour != "transparent":
            self.marks[self.style] = _mark(colour)

    def _inside(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table-source":
            self.links.add(attributes.get("xlink:href", ""))
        elif name == "table-column":
            times = _times(attributes, "table:number-columns-repeated", _LAST_COLUMN)
            if attributes.get("table:visibility", "visible") != "visible":
                self.sheets[-1].hidden_columns.update(range(self.column, self.column + times))
            self.column += times
        elif name == "table-row":
            self.row_times = _times(attributes, "table:number-rows-repeated", _LAST_ROW)
            self.row += 1
            self.column, self.row_cells = 0, []
            self.row_attributes = attributes
        elif name in ("table-cell", "covered-table-cell"):
            self.cell, self.paragraphs, self.in_text = attributes, [], 0
        elif self.cell is not None:
            self._text_started(name, attributes)

    def _text_started(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in ("p", "h"):
            self.paragraphs.append([])
            self.in_text += 1
        elif name == "s":
            self.said(" " * _times(attributes, "text:c", 10_000))
        elif name == "tab":
            self.said("\t")
        elif name == "line-break":
            self.said("\n")

    def ended(self, name: str) -> None:
        if self.aside:
            self.aside -= 1
        elif name in ("p", "h") and self.in_text:
            self.in_text -= 1
        elif name in ("table-cell", "covered-table-cell") and self.cell is not None:
            self._cell(self.cell)
            self.cell = None
        elif name == "table-row" and self.sheets:
            self._row()

    def said(self, text: str) -> None:
        if self.in_text and not self.aside:
            self.paragraphs[-1].append(text)

    def _cell(self, cell: Mapping[str, str]) -> None:
        times = _times(cell, "table:number-columns-repeated", _LAST_COLUMN)
        first, self.column = self.column, self.column + times
        place = (self.row, first)
        wide = _times(cell, "table:number-columns-spanned", _LAST_COLUMN)
        high = _times(cell, "table:number-rows-spanned", _LAST_ROW)
        sheet = self.sheets[-1]
        if wide > 1 or high > 1:
            sheet.merged.append(Merged(place, (self.row + high - 1, first + wide - 1)))
        if mark := self.marks.get(cell.get("table:style-name", ""), 0):
            sheet.marked[place] = mark
        if text := self._text(cell, place):
            self.row_cells.append((first, times, text))

    def _text(self, cell: Mapping[str, str], place: tuple[int, int]) -> str:
        shown = "\n".join("".join(one) for one in self.paragraphs)
        kind = cell.get("office:value-type", "")
        sheet = self.sheets[-1]
        if cell.get("calcext:value-type") == "error" or (
            "table:formula" in cell and _ERROR.fullmatch(shown)
        ):
            sheet.faults[place] = ("error_value", shown)
            return shown
        if "table:formula" in cell and not kind and not shown:
            formula = f"={cell['table:formula'].partition('=')[2]}"
            sheet.faults[place] = ("formula_without_value", formula)
            return formula
        if kind in ("float", "percentage", "currency"):
            sheet.numbers[place[1]] = sheet.numbers.get(place[1], 0) + 1
            text = number_text(cell.get("office:value", shown))
            if len(text) > MOST_DIGITS and text.lstrip("-").isdigit():
                sheet.long_numbers.append(place)
            return text
        if kind == "date":
            sheet.days.setdefault(place[1], []).append(place[0])
            return cell.get("office:date-value", shown).removesuffix("T00:00:00")
        if kind == "time" and (found := _TIME.fullmatch(cell.get("office:time-value", ""))):
            return f"{int(found[1]):02d}:{int(found[2]):02d}:{int(found[3]):02d}"
        if kind == "boolean":
            return cell.get("office:boolean-value", shown).upper()
        text = cell.get("office:string-value", shown)
        if _NUMBER.fullmatch(text.strip()):
            sheet.text_numbers.append(place)
        return text

    def _row(self) -> None:
        sheet, first = self.sheets[-1], self.row
        last = min(first + self.row_times - 1, _LAST_ROW)
        self.row = first + self.row_times - 1
        if self.row_attributes.get("table:visibility", "visible") != "visible":
            # Rows hidden to the end of the sheet hold nothing that could be missed.
            sheet.hidden_rows.update(range(first, last + 1) if self.row_cells else (first,))
        if not self.row_cells or first > _LAST_ROW:
            return
        for row in range(first, last + 1):
            for column, times, text in self.row_cells:
                for place in range(column, min(column + times, _LAST_COLUMN)):
                    sheet.put(row, place, text)


def _mark(colour: str) -> int:
    digits = colour.lstrip("#")
    return int(digits, 16) + 2 if re.fullmatch(r"[0-9A-Fa-f]{1,8}", digits) else 1


def _times(attributes: Mapping[str, str], name: str, most: int) -> int:
    text = attributes.get(name, "1")
    return min(max(int(text), 1), most) if text.isdecimal() and len(text) < 10 else 1
