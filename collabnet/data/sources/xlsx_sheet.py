"""The cells of one sheet of an .xlsx workbook, each as text exactly as it is stored."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from collabnet.data.sources.cell_text import day_text, number_text, unescaped
from collabnet.data.sources.sheet import Sheet, parse_place, parse_range
from collabnet.data.sources.xlsx_styles import Style, Styles
from collabnet.data.sources.xml_events import parse_xml

_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)*|[.,]\d+)(?:[eE][+-]?\d+)?")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_MOST_MERGED = 100_000
MOST_DIGITS = 15


@dataclass
class Shared:
    """What the sheets of a workbook have in common.

    Attributes
    ----------
    struck : numbers of the strings of which a part is struck through
    is_uncomputed : whether the program that wrote the formulas left computing to Excel
    """

    strings: Sequence[str] = ()
    struck: frozenset[int] = frozenset()
    styles: Styles = field(default_factory=Styles)
    is_1904: bool = False
    is_uncomputed: bool = False


def read_strings(data: bytes) -> tuple[list[str], frozenset[int]]:
    """Read xl/sharedStrings.xml: the texts, and which of them are struck through in part."""
    reader = _Strings()
    parse_xml(data, reader.started, reader.ended, reader.said)
    return reader.texts, frozenset(reader.struck)


def read_sheet(data: bytes, sheet: Sheet, shared: Shared) -> None:
    """Read the cells of a sheet; what it claims of its size, and its comments, are not looked at.

    Raises
    ------
    TooLargeError
        If it has more cells than are read at once.
    DamagedError, DocumentTypeError
        If it isn't proper XML, as :func:`parse_xml` says.
    """
    reader = _Cells(sheet, shared)
    parse_xml(data, reader.started, reader.ended, reader.said)


class _Strings:
    """Texts of several runs are joined; readings in another script above them are left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.struck: set[int] = set()
        self.pieces: list[str] = []
        self.is_text = False
        self.aside = 0

    def started(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "t":
            self.is_text = not self.aside
        elif name == "rPh":
            self.aside += 1
        elif name == "strike" and attributes.get("val", "1") not in ("0", "false"):
            self.struck.add(len(self.texts))

    def ended(self, name: str) -> None:
        if name == "t":
            self.is_text = False
        elif name == "rPh":
            self.aside -= 1
        elif name == "si":
            self.texts.append(unescaped("".join(self.pieces)))
            self.pieces = []

    def said(self, text: str) -> None:
        if self.is_text:
            self.pieces.append(text)


class _Cells:
    def __init__(self, sheet: Sheet, shared: Shared) -> None:
        self.sheet = sheet
        self.shared = shared
        self.row = 0
        self.row_digits = "0"
        self.column = -1
        self.columns: dict[str, int] = {}
        self.plain = shared.styles.of("0")
        self.kind = ""
        self.style = Style()
        self.is_cell = False
        self.has_formula = False
        self.value: list[str] | None = None
        self.formula: list[str] = []
        self.into: list[str] | None = None
        self.aside = 0

    def started(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._cell(attributes)
        elif name == "v" or name == "t":
            if self.is_cell and not self.aside:
                self.value = [] if self.value is None else self.value
                self.into = self.value
        elif name == "f":
            self.has_formula, self.formula = True, []
            self.into = self.formula
        elif name == "row":
            self._row(attributes)
        elif name == "rPh":
            self.aside += 1
        elif name == "col":
            self._column(attributes)
        elif name == "mergeCell" and (found := parse_range(attributes.get("ref", ""))):
            self.sheet.merged += [found] if len(self.sheet.merged) < _MOST_MERGED else []

    def ended(self, name: str) -> None:
        if name == "v" or name == "t" or name == "f":
            self.into = None
        elif name == "c":
            self._store()
        elif name == "rPh":
            self.aside -= 1

    def said(self, text: str) -> None:
        if self.into is not None:
            self.into.append(text)

    def _row(self, attributes: Mapping[str, str]) -> None:
        given = attributes.get("r", "")
        self.row = int(given) if given.isdecimal() and len(given) < 8 else self.row + 1
        self.row_digits = str(self.row)
        self.column = -1
        if attributes.get("hidden") in ("1", "true") and 0 < self.row <= _LAST_ROW:
            self.sheet.hidden_rows.add(self.row)

    def _column(self, attributes: Mapping[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        hidden = attributes.get("hidden") in ("1", "true")
        if hidden and first.isdecimal() and last.isdecimal() and len(first + last) < 11:
            self.sheet.hidden_columns.update(range(int(first) - 1, min(int(last), _LAST_COLUMN)))

    def _cell(self, attributes: Mapping[str, str]) -> None:
        self.column += 1
        if name := attributes.get("r"):
            self._go_to(name)
        self.is_cell, self.has_formula = True, False
        self.kind = attributes.get("t", "n")
        style = attributes.get("s")
        self.style = self.plain if style is None else self.shared.styles.of(style)
        self.value = None

    def _go_to(self, name: str) -> None:
        """Take the place of a cell from its name: its row is nearly always the one it is in."""
        if name.endswith(self.row_digits):
            word = name[: -len(self.row_digits)]
            column = self.columns.get(word)
            if column is not None:
                self.column = column
                return
        if place := parse_place(name):
            self.row, self.column = place
            self.row_digits = str(self.row)
            self.columns[name[: -len(self.row_digits)]] = self.column

    def _store(self) -> None:
        self.is_cell = False
        row, column, sheet = self.row, self.column, self.sheet
        if not (0 < row <= _LAST_ROW and column < _LAST_COLUMN):
            return
        if self.style.mark:
            sheet.marked[row, column] = self.style.mark
        value = self.value
        raw = "" if not value else value[0] if len(value) == 1 else "".join(value)
        if self.has_formula and self._has_no_result(raw):
            formula = f"={unescaped(''.join(self.formula))}"
            sheet.faults[row, column] = ("formula_without_value", formula)
            sheet.put(row, column, formula)
        elif text := self._text(raw):
            sheet.put(row, column, text)

    def _has_no_result(self, raw: str) -> bool:
        if self.kind in ("str", "inlineStr"):
            # A formula whose result is the empty text is stored so.
            return self.value is None
        return raw == "" or (self.shared.is_uncomputed and raw == "0")

    def _text(self, raw: str) -> str:
        place, kind = (self.row, self.column), self.kind
        if kind == "n":
            return self._number(raw) if raw else ""
        if kind == "s":
            number = int(raw) if raw.isdecimal() and len(raw) < 10 else -1
            if not 0 <= number < len(self.shared.strings):
                return ""
            if number in self.shared.struck:
                self.sheet.marked[place] = -1
            return self._words(self.shared.strings[number])
        if kind == "b":
            return "TRUE" if raw in ("1", "true") else "FALSE" if raw else ""
        if kind == "e":
            self.sheet.faults[place] = ("error_value", raw)
            return raw
        if kind == "d":
            return raw.removesuffix("T00:00:00")
        return self._words(unescaped(raw))

    def _words(self, text: str) -> str:
        if _NUMBER.fullmatch(text.strip()):
            self.sheet.text_numbers.append((self.row, self.column))
        return text

    def _number(self, raw: str) -> str:
        sheet, column = self.sheet, self.column
        if self.style.shown:
            text = day_text(raw, self.style.shown, self.shared.is_1904)
            if self.style.shown == "day":
                sheet.days.setdefault(column, []).append(self.row)
                if not _tells_a_day(self.style.code):
                    sheet.short_days[self.row, column] = self.style.code
            return text
        sheet.numbers[column] = sheet.numbers.get(column, 0) + 1
        text = number_text(raw)
        if len(text) > MOST_DIGITS and text.lstrip("-").isdigit():
            sheet.long_numbers.append((self.row, column))
        return text


def _tells_a_day(code: str) -> bool:
    """Whether a format shows both a day and a year: those Excel chooses by itself lack one."""
    letters = set(code.lower())
    return {"d", "y"} <= letters
