"""Count the records of a large CSV file byte by byte: the second count beside DuckDB's.

Pieces of a file whose sums fit are accepted at the speed of memory. A piece that doesn't fit is
split by the reader of a coalition's own tables, so that both call the same record bad.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from collabnet.data.header import is_blank
from collabnet.data.issues import Ledger
from collabnet.data.logs.job import Job
from collabnet.data.records import split_records
from collabnet.data.text import LONGEST_LINE

PIECE = 1 << 18
_LF, _CR, _QUOTE = 10, 13, 34
_MARK = b"\xef\xbb\xbf"
Bytes = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Places = NDArray[np.intp]


@dataclass
class Scan:
    """What the bytes of a file, or of a piece of one, say about its records.

    Attributes
    ----------
    n_lines : physical lines
    n_records : all records, those of the header and blank ones included
    n_blank : records that hold nothing but spaces and are no whole row: DuckDB passes over them
    wrong_length : row, line and number of cells of records that are too short or too long
    is_plain : whether DuckDB can be trusted with the file; else it is read row by row
    line_end : "LF" or "CRLF", empty before the first
    """

    n_lines: int = 0
    n_records: int = 0
    n_blank: int = 0
    wrong_length: list[tuple[int, int, int]] = field(default_factory=list)
    is_plain: bool = True
    line_end: str = ""

    @property
    def n_whole(self) -> int:
        """Records that are neither blank nor of the wrong length."""
        return self.n_records - self.n_blank - len(self.wrong_length)

    def add(self, piece: "Scan") -> None:
        """Add what the next piece says."""
        first, line = self.n_records, self.n_lines
        self.wrong_length += [(r + first, n + line, cells) for r, n, cells in piece.wrong_length]
        self.n_lines += piece.n_lines
        self.n_records += piece.n_records
        self.n_blank += piece.n_blank
        ends = {self.line_end, piece.line_end} - {""}
        self.is_plain = self.is_plain and piece.is_plain and len(ends) < 2
        self.line_end = self.line_end or piece.line_end


def scan_csv(
    path: Path, delimiter: str, width: int, skip: int, ledger: Ledger, job: Job
) -> Scan | None:
    """Count records and look at their structure; None when the file is refused.

    ``skip`` is the number of records down to the header: their length isn't looked at.
    """
    whole = Scan(is_plain=delimiter.isascii())
    for number, piece in enumerate(pieces(path, ledger, job)):
        whole.add(_look(piece, delimiter, width, 0 if number else skip))
        if not whole.is_plain:
            break
    return None if ledger.is_stopped else whole


def pieces(path: Path, ledger: Ledger, job: Job) -> Iterator[bytes]:
    """Give a file in pieces that end with a line and hold an even number of quotes.

    What can't be UTF-8 text in lines is refused in the ledger.
    """
    left, lines = b"", 0
    with path.open("rb", buffering=0) as file:
        block = file.read(PIECE).removeprefix(_MARK)
        while block:
            job.advance(len(block))
            left = left + block if left else block
            end = _cut(left)
            if end:
                piece, left = left[:end], left[end:]
                if not _is_utf8(piece, lines, ledger):
                    return
                yield piece
                lines += _count(piece, _LF)
            elif len(left) > LONGEST_LINE:
                code = "unclosed_quote" if _count(left, _QUOTE) else "line_too_long"
                ledger.add(code, line=lines + 1, limit=f"{LONGEST_LINE:,}")
                return
            block = file.read(PIECE)
    if left and _is_utf8(left, lines, ledger):
        yield left


def count_records(piece: bytes, delimiter: str, width: int) -> int:
    """Count the records of a piece, whatever they are."""
    return _look(piece, delimiter, width, 0).n_records


def _count(data: bytes, sign: int) -> int:
    return int(np.count_nonzero(np.frombuffer(data, dtype=np.uint8) == sign))


def _cut(data: bytes) -> int:
    """Where the last line ends that doesn't end inside quotes; 0 if none does."""
    end = data.rfind(b"\n") + 1
    odd = _count(data[:end], _QUOTE) % 2
    while odd and end:
        before = data.rfind(b"\n", 0, end - 1) + 1
        odd ^= data.count(b'"', before, end) % 2
        end = before
    return end


def _is_utf8(piece: bytes, lines: int, ledger: Ledger) -> bool:
    if piece.isascii():
        return True
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError as error:
        ledger.add("log_not_utf8", line=lines + piece.count(b"\n", 0, error.start) + 1)
        return False
    return True


def _look(piece: bytes, delimiter: str, width: int, skip: int) -> Scan:
    text = np.frombuffer(piece, dtype=np.uint8)
    is_end = text == _LF
    found = Scan(n_lines=int(np.count_nonzero(is_end)))
    n_returns = int(np.count_nonzero(text == _CR)) if b"\r" in piece else 0
    if n_returns:
        # Carriage returns that don't end lines, and lines that end without, need a closer look.
        before = int(np.count_nonzero(text[:-1][is_end[1:]] == _CR))
        found.is_plain = before == n_returns == found.n_lines
    elif not found.n_lines and len(piece) >= PIECE:
        found.is_plain = False
    if not found.is_plain:
        return found
    found.line_end = "CRLF" if n_returns else "LF" if found.n_lines else ""
    whole = -1
    if not skip and text[-1] == _LF:
        whole = _sums(text, is_end, ord(delimiter), width, step=2 if n_returns else 1)
    if whole >= 0:
        found.n_records = whole
    else:
        _look_closely(piece, delimiter, width, skip, found)
    return found


def _sums(text: Bytes, is_end: Mask, cut: int, width: int, step: int) -> int:
    """The number of records if the sums say that all are whole and none is blank; else -1."""
    if is_end[step - 1] or (is_end[step:] & is_end[:-step]).any():
        return -1
    is_cut = text == cut
    n_cuts, n_ends = int(np.count_nonzero(is_cut)), int(np.count_nonzero(is_end))
    is_quote = text == _QUOTE
    if is_quote.any():
        quotes = np.flatnonzero(is_quote)
        if quotes.size % 2:
            return -1
        # The piece begins outside quotes: they open and close in turn.
        opens, closes = quotes[0::2], quotes[1::2]
        beside = np.zeros(256, dtype=np.bool_)
        beside[[cut, _LF, _CR, _QUOTE]] = True
        if not (beside[text[opens - 1]].all() and beside[text[closes + 1]].all()):
            return -1
        held = _held(text, opens, closes)
        n_cuts -= int(np.count_nonzero(held == cut))
        n_ends -= int(np.count_nonzero(held == _LF))
    return n_ends if n_cuts == (width - 1) * n_ends else -1


def _held(text: Bytes, opens: Places, closes: Places) -> Bytes:
    """What stands inside quotes, all of it in one row."""
    lengths = closes - opens - 1
    filled = lengths > 0
    opens, lengths = opens[filled], lengths[filled]
    if not lengths.size:
        return text[:0]
    before = np.cumsum(lengths) - lengths
    held: Bytes = text[np.arange(int(lengths.sum())) + np.repeat(opens + 1 - before, lengths)]
    return held


def _look_closely(piece: bytes, delimiter: str, width: int, skip: int, found: Scan) -> None:
    records = split_records(piece.decode("utf-8"), delimiter)
    if records.unclosed is not None or records.flaws:
        found.is_plain = False
        return
    found.n_records = len(records.cells)
    for at in range(skip, len(records.cells)):
        cells = records.cells[at]
        if len(cells) == width:
            continue
        if is_blank(cells):
            found.n_blank += 1
        else:
            found.wrong_length.append((at + 1, records.lines[at], len(cells)))
        if len(cells) == width + 1 and not cells[-1]:
            found.is_plain = False  # DuckDB would pass over the delimiter at the end
