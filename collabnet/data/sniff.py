"""Recognise by content what is no CSV text, whatever the file is called."""

import re

_SIGNS = (
    (b"\x1f\x8b", "archive_file", "a gzip archive"),
    (b"BZh", "archive_file", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "archive_file", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive_file", "a 7z archive"),
    (b"Rar!", "archive_file", "a rar archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "spreadsheet_file", "an old Excel workbook (.xls)"),
    (b"\x89PNG", "not_text", "a picture (PNG)"),
    (b"GIF8", "not_text", "a picture (GIF)"),
    (b"\xff\xd8\xff", "not_text", "a picture (JPEG)"),
    (b"%PDF", "not_text", "a PDF document"),
    (b"{\\rtf", "not_text", "a rich text document"),
    (b"PAR1", "not_text", "a Parquet file"),
    (b"SQLite format 3\x00", "not_text", "a database (SQLite)"),
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)
_CONTROLS = bytes({*range(32)} - {9, 10, 11, 12, 13, 27})
_LOOKED_AT = 100_000


def recognise(data: bytes) -> tuple[str, str] | None:
    """Name what a file is when it is no text: a problem's code and words for it.

    Examples
    --------
    >>> recognise(b"%PDF-1.7 ...")
    ('not_text', 'a PDF document')
    >>> recognise(b"agency_id,name") is None
    True
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data)
    for sign, code, what in _SIGNS:
        if data.startswith(sign):
            return code, what
    start = data[:2000].removeprefix(b"\xef\xbb\xbf").lstrip()
    if _PAGE.match(start):
        return "web_page", "a web page (HTML)"
    if start.startswith(b"<?xml"):
        return "web_page", "an XML file"
    return None


def is_binary(data: bytes) -> bool:
    """Tell whether bytes are too full of control characters to be text in one byte a letter."""
    start = data[:_LOOKED_AT]
    share = 1 - len(start.translate(None, _CONTROLS)) / max(len(start), 1)
    if share > 0.1:
        return True
    if share <= 0.01:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def unmarked_utf16(data: bytes) -> str:
    """Name the UTF-16 that bytes without a mark seem to be in; empty when they don't."""
    start = data[:4000]
    even, odd = start[0::2], start[1::2]
    if len(odd) < 2:
        return ""
    zeros = even.count(0) / len(even), odd.count(0) / len(odd)
    if zeros[1] > 0.4 and zeros[0] < 0.05:
        return "utf-16-le"
    return "utf-16-be" if zeros[0] > 0.4 and zeros[1] < 0.05 else ""


def _zip(data: bytes) -> tuple[str, str]:
    if b"xl/workbook" in data:
        return "spreadsheet_file", "an Excel workbook (.xlsx)"
    if b"opendocument.spreadsheet" in data[:200]:
        return "spreadsheet_file", "an OpenDocument sheet (.ods)"
    if b"word/document" in data:
        return "not_text", "a Word document"
    return "archive_file", "a zip archive"
