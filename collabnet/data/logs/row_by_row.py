"""Read a log record by record with the reader of a coalition's own tables, in bounded memory."""

from collections.abc import Iterator

from collabnet.data.issues import Ledger, shown
from collabnet.data.logs.job import Job
from collabnet.data.logs.layout import Layout
from collabnet.data.records import Records, split_records
from collabnet.data.text import LONGEST_LINE

BLOCK = 1 << 18


def read_blocks(layout: Layout, ledger: Ledger, job: Job) -> Iterator[Records]:
    """Give the records of a file in blocks, ``rows`` and ``lines`` counted through the file.

    A quote that is never closed, a line without an end and letters that don't fit the encoding
    stop the reading; the ledger says where.
    """
    left, rows, lines = "", 0, int(layout.stated)
    try:
        with layout.path.open(encoding=layout.encoding, newline="") as file:
            if layout.stated:
                file.readline()
            while True:
                block = file.read(BLOCK)
                job.advance(len(block))
                left += block.removeprefix("\ufeff") if not rows and not left else block
                end = _cut(left) if block else len(left)
                records = split_records(
                    left[:end], layout.delimiter, escape=layout.escape, first_line=lines + 1
                )
                if records.unclosed is not None:
                    if not block or len(left) > LONGEST_LINE:
                        ledger.add("unclosed_quote", line=records.unclosed)
                        return
                    # It may be closed further on: the records before it are whole.
                    end = _offset(left, records.unclosed - lines - 1)
                elif len(left) - end > LONGEST_LINE:
                    ledger.add("line_too_long", limit=f"{LONGEST_LINE:,}")
                    return
                if records.cells:
                    records.rows = range(rows + 1, rows + len(records.cells) + 1)
                    yield records
                rows += len(records.cells)
                lines += _n_lines(left[:end])
                left = left[end:]
                if not block:
                    return
    except UnicodeError:
        encoding = shown(layout.encoding)
        told = f"after line {lines} bytes don't fit"
        ledger.add("wrong_encoding", encoding=encoding, why=told)
    except LookupError:
        ledger.add(
            "wrong_encoding", encoding=shown(layout.encoding), why="there is no such encoding"
        )


def _cut(text: str) -> int:
    """Where the last whole line ends; a return at the very end may be half of a line end."""
    return max(text.rfind("\n"), text.rfind("\r", 0, len(text) - 1)) + 1


def _n_lines(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def _offset(text: str, lines: int) -> int:
    """Where in a text a line begins."""
    at = 0
    for _ in range(lines):
        feeds = [i for i in (text.find("\n", at), text.find("\r", at)) if i >= 0]
        if not feeds:
            return at
        at = min(feeds) + 1
        if text[at - 1 : at + 1] == "\r\n":
            at += 1
    return at
