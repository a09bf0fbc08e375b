"""The styles of an .xlsx workbook: which cells show days, and which carry a mark."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from collabnet.data.sources.cell_text import BUILT_IN, Shown, shown_as
from collabnet.data.sources.xml_events import parse_xml

_NO_FILL = (0, 1)
"""Every workbook begins its fills with none and with a grey pattern that nobody sees."""


@dataclass
class Style:
    """How cells of one style show numbers, and which mark they carry (0 for none)."""

    code: str = ""
    shown: Shown = ""
    mark: int = 0


@dataclass
class Styles:
    """Every style by its number."""

    every: list[Style] = field(default_factory=list)

    def of(self, number: str) -> Style:
        """Give a style; a plain one where the workbook doesn't say."""
        if not number.isdecimal() or int(number[:10]) >= len(self.every):
            return _PLAIN
        return self.every[int(number)]


_PLAIN = Style()


def read_styles(data: bytes) -> Styles:
    """Read xl/styles.xml; raises what :func:`parse_xml` raises."""
    reader = _Reader()
    parse_xml(data, reader.started, reader.ended)
    return reader.styles


class _Reader:
    def __init__(self) -> None:
        self.styles = Styles()
        self.codes: dict[int, str] = dict(BUILT_IN)
        self.fills: list[bool] = []
        self.fonts: list[bool] = []
        self.within: list[str] = []

    def started(self, name: str, attributes: Mapping[str, str]) -> None:
        above = self.within[-1] if self.within else ""
        self.within.append(name)
        if name == "numFmt" and above == "numFmts":
            self.codes[_number(attributes, "numFmtId")] = attributes.get("formatCode", "")
        elif name == "fill" and above == "fills":
            self.fills.append(False)
        elif name == "patternFill" and above == "fill" and self.fills:
            self.fills[-1] = attributes.get("patternType", "none") not in ("none", "gray125")
        elif name == "gradientFill" and above == "fill" and self.fills:
            self.fills[-1] = True
        elif name == "font" and above == "fonts":
            self.fonts.append(False)
        elif name == "strike" and above == "font" and "fonts" in self.within and self.fonts:
            self.fonts[-1] = attributes.get("val", "1") not in ("0", "false")
        elif name == "xf" and above == "cellXfs":
            self._add(attributes)

    def ended(self, _: str) -> None:
        self.within.pop()

    def _add(self, attributes: Mapping[str, str]) -> None:
        code = self.codes.get(_number(attributes, "numFmtId"), "")
        fill, font = _number(attributes, "fillId"), _number(attributes, "fontId")
        mark = fill + 1 if fill not in _NO_FILL and _is_set(self.fills, fill) else 0
        # A stroke is a mark of its own, whatever the colour.
        mark = -1 - mark if _is_set(self.fonts, font) else mark
        self.styles.every.append(Style(code, shown_as(code) if code else "", mark))


def _is_set(flags: list[bool], number: int) -> bool:
    return 0 <= number < len(flags) and flags[number]


def _number(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(name, "0")
    return int(text) if text.isdecimal() and len(text) < 10 else 0
