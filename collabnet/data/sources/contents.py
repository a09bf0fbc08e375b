"""Tell what a file is by its content, whatever it is called."""

import re
from dataclasses import dataclass

from collabnet.data.sniff import recognise
from collabnet.data.sources.archive import Parts
from collabnet.data.sources.ods import WHAT as ODS
from collabnet.data.sources.old_excel import XLS, XLSB
from collabnet.data.sources.xlsx import WHAT as XLSX

PARQUET, SQLITE, DUCKDB = "a Parquet file", "a SQLite database", "a DuckDB database"
TEXT = "a text file"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_EXPECTED = {
    **dict.fromkeys(("xlsx", "xlsm", "xltx", "xltm"), XLSX),
    "xlsb": XLSB,
    "xls": XLS,
    "ods": ODS,
    **dict.fromkeys(("parquet", "pq"), PARQUET),
    **dict.fromkeys(("duckdb", "ddb"), DUCKDB),
    **dict.fromkeys(("sqlite", "sqlite3"), SQLITE),
    **dict.fromkeys(("csv", "tsv", "tab", "txt", "json", "ndjson", "jsonl", "xml"), TEXT),
    **dict.fromkeys(("graphml", "gexf", "gml", "net", "dl", "paj", "vna"), TEXT),
}
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*(?:[\[{"\]]|-?\d|true|false|null))')
_NETWORK = re.compile(
    r"dl(?:[\s,]|$)|\*[a-z]|graph\s*(?:\[|$)|creator\s+[\"']|version\s+[\"'\d]|comment\s+\"",
    re.IGNORECASE,
)
_SHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_PAGES = {"html"}


@dataclass(frozen=True)
class Content:
    """What a file is: words for it, and the problem that it is, where it can't be read."""

    what: str
    problem: str = ""


def of_bytes(data: bytes) -> Content:
    """Tell what bytes are; an archive is told by its parts, and text by its first lines.

    Examples
    --------
    >>> of_bytes(b"agency_id,name").what, of_bytes(b"PAR1...").what
    ('a text file', 'a Parquet file')
    >>> of_bytes(b"%PDF-1.7")
    Content(what='a PDF document', problem='not_text')
    """
    if data.startswith(_ZIP):
        return Content("a zip archive")
    if data.startswith(_OLE):
        return Content(XLS)
    if data.startswith(b"PAR1"):
        return Content(PARQUET)
    if data.startswith(b"SQLite format 3\x00"):
        return Content(SQLITE)
    if data[8:12] == b"DUCK":
        return Content(DUCKDB)
    if is_xml(data):
        return Content(TEXT)
    found = recognise(data)
    return Content(found[1], found[0]) if found else Content(TEXT)


def of_parts(parts: Parts) -> Content:
    """Tell which workbook an archive is, by the parts that it has."""
    if "xl/workbook.bin" in parts:
        return Content(XLSB)
    if "xl/workbook.xml" in parts or parts.under("xl/worksheets/"):
        return Content(XLSX)
    if "content.xml" in parts and "META-INF/manifest.xml" in parts:
        is_sheet = "mimetype" not in parts or b"spreadsheet" in parts.read("mimetype")[:200]
        return Content(ODS) if is_sheet else Content("an OpenDocument text", "not_text")
    if "word/document.xml" in parts:
        return Content("a Word document", "not_text")
    if "ppt/presentation.xml" in parts:
        return Content("a PowerPoint presentation", "not_text")
    return Content("a zip archive", "archive_file")


def is_xml(data: bytes) -> bool:
    """Whether bytes are XML of some kind, web pages left out."""
    start = data[:400].removeprefix(b"\xef\xbb\xbf")
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return start.decode("utf-16", errors="ignore").lstrip().startswith("<?xml")
    start = start.lstrip()
    found = recognise(start)
    is_page = found is not None and found[1] == "a web page (HTML)"
    return re.match(rb"<(\?xml|!--|!DOCTYPE|[A-Za-z_])", start) is not None and not is_page


def xml_problem(data: bytes, root: str) -> tuple[str, str]:
    """Name the problem that an XML file is, with words for it; empty when it may be read."""
    if root.lower() in _PAGES:
        return "web_page", "a web page (HTML)"
    if root == "Workbook" and _SHEET_XML in data[:4000]:
        return "excel_xml", ""
    return "", ""


def is_json(text: str) -> bool:
    """Whether text begins as JSON does."""
    return _JSON.match(text) is not None


def is_network(text: str) -> bool:
    r"""Whether the first line that says something is that of a network file.

    Examples
    --------
    >>> is_network("% made by Pajek\n*Vertices 3\n"), is_network("DL N=3"), is_network("a,b")
    (True, True, False)
    """
    for line in text[:20_000].splitlines():
        word = line.strip()
        if word and word[0] not in "%#/":
            return _NETWORK.match(word) is not None
    return False


def expected(name: str) -> str:
    """Tell what a file should be by its name; empty when that says nothing.

    Examples
    --------
    >>> expected("Log.CSV"), expected("log.backup")
    ('a text file', '')
    """
    return _EXPECTED.get(name.rpartition(".")[2].lower(), "") if "." in name else ""
