"""Split CSV text into records, with the row and the physical line of each."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from collabnet.data.writers.cells import unguarded

QUOTE = '"'


@dataclass
class Records:
    """The records of a text, blank ones included.

    Attributes
    ----------
    cells : the cells of each record as text
    rows : the row of each in a sheet, from 1
    lines : the physical line on which each begins, from 1
    flaws : "stray_quote" or "backslash_quotes", by position of the record
    faults : by position of the record a cell of a sheet that can't be used: the code of the
        problem, the column's letter, the cell's name and what it shows
    unclosed : the line in which a quote was opened and not closed where it should be
    line_ends : the ways in which records end: LF, CRLF, CR
    """

    delimiter: str = ","
    cells: list[list[str]] = field(default_factory=list)
    rows: Sequence[int] = ()
    lines: list[int] = field(default_factory=list)
    flaws: dict[int, str] = field(default_factory=dict)
    faults: dict[int, tuple[str, str, str, str]] = field(default_factory=dict)
    unclosed: int | None = None
    line_ends: tuple[str, ...] = ()


def split_records(text: str, delimiter: str, *, escape: str = "", first_line: int = 1) -> Records:
    r"""Split text into records of cells.

    A cell in double quotes may hold delimiters, line ends and quotes written twice; with
    ``escape="backslash"`` also quotes behind a backslash. A quote anywhere else is a flaw of its
    record. When a quote runs into other rows, ``unclosed`` names the line and the records are
    not to be used.

    Examples
    --------
    >>> split_records('a,b\n1,"x\ny"\n2,z\n', ",").cells
    [['a', 'b'], ['1', 'x\ny'], ['2', 'z']]
    >>> split_records('a,b\n1,"x\ny"\n2,z\n', ",").lines
    [1, 2, 4]
    """
    records = Records(delimiter)
    lines = list(io.StringIO(text, newline=""))
    ends = set()
    at = 0
    while at < len(lines):
        line = lines[at]
        begins = at
        if QUOTE in line:
            scanner = _Scanner(lines, at, delimiter, escape == "backslash", escape == "none")
            cells = scanner.scan()
            at = scanner.at
            if scanner.runs_on is not None:
                records.unclosed = first_line + scanner.runs_on
                return records
            if scanner.flaw:
                records.flaws[len(records.cells)] = scanner.flaw
        else:
            cells = line.rstrip("\r\n").split(delimiter)
        ends.add(_end(lines[at]))
        records.cells.append(cells)
        records.lines.append(first_line + begins)
        at += 1
    if "'" in text:
        # Written by us or by others: an apostrophe that keeps a spreadsheet from running a cell.
        records.cells = [
            [unguarded(cell) if cell[:1] == "'" else cell for cell in cells]
            for cells in records.cells
        ]
    records.rows = range(1, len(records.cells) + 1)
    records.line_ends = tuple(sorted(ends - {""}))
    return records


def _end(line: str) -> str:
    if line.endswith("\r\n"):
        return "CRLF"
    return {"\n": "LF", "\r": "CR"}.get(line[-1:], "")


class _Scanner:
    """Read one record that holds quotes; ``at`` moves to its last physical line."""

    def __init__(
        self, lines: list[str], at: int, delimiter: str, escaped: bool, literal: bool
    ) -> None:
        self.lines = lines
        self.at = at
        self.delimiter = delimiter
        self.escaped = escaped
        self.literal = literal
        self.flaw = ""
        self.runs_on: int | None = None
        self.position = 0

    def scan(self) -> list[str]:
        cells = []
        more = True
        while more:
            quoted = self._line().startswith(QUOTE, self.position)
            cell = self._quoted() if quoted else self._plain()
            cells.append(cell)
            # A delimiter here means that one more cell follows, be it empty.
            more = self._line().startswith(self.delimiter, self.position)
            self.position += 1
            if self.runs_on is not None:
                break
        return cells

    def _line(self) -> str:
        return self.lines[self.at]

    def _plain(self) -> str:
        cell = self._up_to_delimiter()
        if QUOTE in cell:
            self.flaw = self.flaw or "stray_quote"
        return cell

    def _up_to_delimiter(self) -> str:
        line = self._line()
        stop = len(line.rstrip("\r\n"))
        end = line.find(self.delimiter, self.position, stop)
        end = max(stop, self.position) if end < 0 else end
        start, self.position = self.position, end
        return line[start:end]

    def _quoted(self) -> str:
        opened, slashed = self.at, False
        pieces = []
        self.position += 1
        while True:
            line = self._line()
            end = line.find(QUOTE, self.position)
            if end < 0:
                pieces.append(line[self.position :])
                if self.at + 1 == len(self.lines):
                    self.runs_on, self.position = opened, len(line)
                    break
                self.at, self.position = self.at + 1, 0
            elif self.escaped and (slashes := _backslashes(line, self.position, end)) % 2:
                pieces.append(_unescaped(line[self.position : end - slashes], slashes) + QUOTE)
                self.position = end + 1
            elif line.startswith(QUOTE, end + 1):
                slashed = slashed or line[max(end - 1, self.position) : end] == "\\"
                pieces.append(line[self.position : end + 1])
                self.position = end + 2
            else:
                slashes = _backslashes(line, self.position, end) if self.escaped else 0
                pieces.append(_unescaped(line[self.position : end - slashes], slashes))
                self.position = end + 1
                pieces.append(self._behind(opened, line[end - 1 : end] == "\\"))
                break
        if self.runs_on is not None and slashed and not self.escaped and not self.literal:
            # The quote ran on because \\"" was taken for a quote written twice: ask instead.
            self.runs_on, self.flaw, self.at = None, "backslash_quotes", opened
            self.position = len(self._line().rstrip("\r\n"))
        return "".join(pieces)

    def _behind(self, opened: int, slash: bool) -> str:
        """Read what stands between a closing quote and the next delimiter: nothing, or a flaw."""
        rest = self._up_to_delimiter()
        if not rest.strip():
            return ""
        if slash and not self.escaped and not self.literal:
            self.flaw = "backslash_quotes"
        elif self.at > opened and self.flaw != "backslash_quotes":
            self.runs_on = opened
        else:
            self.flaw = self.flaw or "stray_quote"
        return rest


def _backslashes(line: str, start: int, end: int) -> int:
    return end - start - len(line[start:end].rstrip("\\"))


def _unescaped(text: str, slashes: int) -> str:
    return text + "\\" * (slashes // 2)
