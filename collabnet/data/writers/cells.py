"""Cells for a spreadsheet: safe when written, restored when read, in the CSV that Excel takes."""

import csv
import io
import re
from collections.abc import Iterable

_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def guarded(text: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would take for a formula.

    Numbers stay as they are. :func:`unguarded` gives the text back.

    Examples
    --------
    >>> guarded("=1+1"), guarded("-3"), guarded("court")
    ("'=1+1", '-3', 'court')
    """
    return f"'{text}" if _DANGEROUS.match(text) and not _NUMBER.fullmatch(text) else text


def unguarded(text: str) -> str:
    r"""Take away the apostrophe that :func:`guarded` has put before a cell.

    Examples
    --------
    >>> unguarded("'=1+1"), unguarded("'tis"), unguarded(guarded("'@x"))
    ('=1+1', "'tis", "'@x")
    """
    is_guarded = text.startswith("'") and _DANGEROUS.match(text) and text != "'"
    return text[1:] if is_guarded and not _NUMBER.fullmatch(text) else text


def excel_csv(rows: Iterable[Iterable[str]], *, errors: str = "strict") -> bytes:
    r"""Write rows of cells, as they are, in the form that Excel opens as UTF-8.

    Examples
    --------
    >>> excel_csv([["a", "b,c"]])
    b'\xef\xbb\xbfa,"b,c"\r\n'
    """
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", errors)
