"""Forms as people send them back: cells typed into a workbook that is otherwise left as it is."""

import io
import re
import zipfile
from xml.sax.saxutils import escape

ROW = re.compile(r'<row r="(\d+)"[^>]*?(?:/>|>(.*?)</row>)', re.DOTALL)
CELL = re.compile(r'<c r="([A-Z]+)\d+"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)


def sheet_parts(data):
    """The part of each sheet of a workbook, by the sheet's name."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        return {
            name: book.read(f"xl/worksheets/sheet{number}.xml").decode()
            for number, name in enumerate(names, start=1)
        }


def fill(data, cells):
    """Type texts into cells, given by sheet and place: {"ties": {"A2": "officer_b1"}}.

    A text that begins with an equals sign is a formula that nothing has computed.
    """
    parts = sheet_parts(data)
    new = {
        f"xl/worksheets/sheet{number}.xml": _typed(part, cells.get(name, {}))
        for number, (name, part) in enumerate(parts.items(), start=1)
    }
    assert set(cells) <= set(parts), set(cells) - set(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as made:
        for item in old.infolist():
            made.writestr(item.filename, new.get(item.filename) or old.read(item))
    return out.getvalue()


def table(rows, first=2):
    """Cells from rows of texts, the first at A and the row ``first``; None leaves a cell alone."""
    return {
        f"{chr(65 + place)}{row}": text
        for row, texts in enumerate(rows, start=first)
        for place, text in enumerate(texts)
        if text not in (None, "")
    }


def _typed(part, cells):
    rows = {}
    for number, inside in ROW.findall(part):
        rows[int(number)] = {found[1]: found[0] for found in CELL.finditer(inside or "")}
    for place, value in cells.items():
        name, number = re.fullmatch(r"([A-Z]+)(\d+)", place).groups()
        rows.setdefault(int(number), {})[name] = _cell(place, value)
    said = "".join(
        f'<row r="{number}">{"".join(rows[number][name] for name in sorted(rows[number]))}</row>'
        for number in sorted(rows)
    )
    body = f"<sheetData>{said}</sheetData>"
    return re.sub(r"<sheetData\s*/>|<sheetData>.*</sheetData>", lambda _: body, part,
                  flags=re.DOTALL)  # fmt: skip


def _cell(place, value):
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    if value.startswith("="):
        return f'<c r="{place}"><f>{escape(value[1:])}</f></c>'
    text = escape(value)
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
