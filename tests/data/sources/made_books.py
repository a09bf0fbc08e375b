"""Workbooks made part by part, so that a test can spoil any of them."""

import io
import struct
import zipfile
from pathlib import Path

from collabnet.data.options import Answers
from collabnet.data.sources.open import open_source
from collabnet.data.sources.opened import Ledgers

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
NUMBERED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)


def text(name, word):
    """A cell with a text of its own."""
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{word}</t></is></c>'


def number(name, raw, style=0):
    """A cell with a number as it is stored."""
    return f'<c r="{name}" s="{style}"><v>{raw}</v></c>'


def row(at, *cells, **attributes):
    said = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f'<row r="{at}"{said}>{"".join(cells)}</row>'


def sheet(*rows, before="", after=""):
    data = f"<sheetData>{''.join(rows)}</sheetData>"
    return f"{HEAD}<worksheet {MAIN}>{before}{data}{after}</worksheet>"


LOG = (
    row(1, text("A1", "date"), text("B1", "from_agency"), text("C1", "to_agency")),
    row(2, text("A2", "2024-03-05"), text("B2", "court_b"), text("C2", "residential_program")),
)
"""A header and one referral."""


def where(problem):
    return problem.level, problem.sheet, problem.row, problem.column


def log(at, day="2024-03-05", sender="court_b", receiver="residential_program"):
    """One row of a log."""
    return row(at, text(f"A{at}", day), text(f"B{at}", sender), text(f"C{at}", receiver))


def parts(sheets, *, states=None, strings="", styles="", properties="", after="", **others):
    """The parts of an .xlsx by name; ``others`` replaces or adds some, None takes one away."""
    states = states or {}
    listed = "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"{states.get(name, "")}/>'
        for i, name in enumerate(sheets, 1)
    )
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{KIND}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    made = {
        "[Content_Types].xml": HEAD + TYPES,
        "_rels/.rels": f'{HEAD}<Relationships {RELATIONS}><Relationship Id="r1" '
        f'Type="{KIND}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f"{HEAD}<workbook {MAIN} {NUMBERED}>{properties}"
        f"<sheets>{listed}</sheets>{after}</workbook>",
    }
    for i, content in enumerate(sheets.values(), 1):
        made[f"xl/worksheets/sheet{i}.xml"] = content
    if strings:
        made["xl/sharedStrings.xml"] = f"{HEAD}<sst {MAIN}>{strings}</sst>"
        links += f'<Relationship Id="rs" Type="{KIND}/sharedStrings" Target="sharedStrings.xml"/>'
    if styles:
        made["xl/styles.xml"] = f"{HEAD}<styleSheet {MAIN}>{styles}</styleSheet>"
        links += f'<Relationship Id="rt" Type="{KIND}/styles" Target="styles.xml"/>'
    made["xl/_rels/workbook.xml.rels"] = f"{HEAD}<Relationships {RELATIONS}>{links}</Relationships>"
    made |= others
    return {name: content for name, content in made.items() if content is not None}


def zipped(made, packing=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, content in made.items():
            archive.writestr(zipfile.ZipInfo(name), content, packing)
    return out.getvalue()


def book(*rows, name="Log", before="", after_data="", **others):
    """An .xlsx with one sheet of these rows."""
    return zipped(parts({name: sheet(*rows, before=before, after=after_data)}, **others))


def styles(*formats, fills="", fonts=""):
    """Styles: 0 plain, then one for each of the formats (their codes)."""
    codes = "".join(
        f'<numFmt numFmtId="{200 + i}" formatCode="{code}"/>' for i, code in enumerate(formats)
    )
    cells = "".join(f'<xf numFmtId="{200 + i}"/>' for i in range(len(formats)))
    return f'<numFmts>{codes}</numFmts>{fonts}{fills}<cellXfs><xf numFmtId="0"/>{cells}</cellXfs>'


class Read:
    """A file as it was opened, with its problems."""

    def __init__(self, path, **answers):
        self.ledgers = Ledgers(Path(path).name)
        self.opened = open_source(Path(path), self.ledgers, Answers(answers))

    @property
    def cells(self):
        """The cells of the first sheet."""
        return self.opened.grids[0].records.cells

    @property
    def problems(self):
        return [problem for ledger in self.ledgers.all for problem in ledger.problems]

    @property
    def codes(self):
        return [problem.code for problem in self.problems]

    def found(self, code):
        hits = [problem for problem in self.problems if problem.code == code]
        assert len(hits) == 1, "\n".join(map(str, self.problems))
        return hits[0]

    def stopped(self, code):
        """The one problem, by which the file is refused."""
        assert self.opened is None
        assert self.codes == [code], "\n".join(map(str, self.problems))
        problem = self.problems[0]
        assert problem.level == "STOP"
        return problem


def reader(folder):
    """Write bytes or text to a file of a folder and open it."""

    def read(data, name="log.xlsx", **answers):
        path = folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        return Read(path, **answers)

    return read


def xlsb(cells, *, far=None):
    """A binary workbook: a sheet of texts and numbers; ``far`` adds a cell at a row and column."""

    def record(kind, content=b""):
        first = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
        return first + _size(len(content)) + content

    def wide(word):
        return struct.pack("<I", len(word)) + word.encode("utf-16-le")

    def cell(column, value):
        start = struct.pack("<II", column, 0)
        if isinstance(value, float):
            return record(5, start + struct.pack("<d", value))
        return record(6, start + wide(value))

    rows = b""
    last = len(cells) - 1
    width = max(map(len, cells)) - 1
    for at, values in enumerate(cells):
        rows += record(0, struct.pack("<IIHHBI", at, 0, 0, 0, 0, 0))
        rows += b"".join(cell(i, value) for i, value in enumerate(values))
    if far:
        rows += record(0, struct.pack("<IIHHBI", far[0], 0, 0, 0, 0, 0)) + cell(far[1], "x")
        last, width = far
    size = record(148, struct.pack("<IIII", 0, last, 0, width))
    content = record(129) + size + record(145) + rows + record(146) + record(130)
    listed = record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Log"))
    workbook = record(131) + record(143) + listed + record(144) + record(132)
    return zipped(
        {
            "[Content_Types].xml": HEAD + TYPES,
            "xl/workbook.bin": workbook,
            "xl/_rels/workbook.bin.rels": f"{HEAD}<Relationships {RELATIONS}><Relationship "
            f'Id="rId1" Type="{KIND}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>',
            "xl/worksheets/sheet1.bin": content,
        }
    )


def _size(n):
    found = b""
    while True:
        n, rest = n >> 7, n & 0x7F
        found += bytes([rest | (0x80 if n else 0)])
        if not n:
            return found


OFFICE = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "table": "table", "text": "text", "style": "style",
        "fo": "xsl-fo-compatible", "dc": "dc",
    }.items()
)  # fmt: skip
SHEET_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def ods(*tables, styles="", manifest="", **others):
    """An OpenDocument workbook of these tables."""
    content = (
        f"{HEAD}<office:document-content {OFFICE}"
        ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    made = {
        "mimetype": SHEET_TYPE,
        "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        "content.xml": content,
    }
    return zipped(made | others)
