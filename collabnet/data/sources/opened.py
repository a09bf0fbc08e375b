"""What lies between a file and the tables of a coalition: grids of text, then drafts of tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from collabnet.data.issues import Ledger
from collabnet.data.options import Answers
from collabnet.data.records import Records

Kind = Literal["table", "workbook", "text", "xml", "json", "parquet", "database"]


@dataclass(frozen=True)
class Grid:
    """One sheet of text cells; ``name`` is the sheet's, empty where a file has only one."""

    name: str
    records: Records
    is_hidden: bool = False


@dataclass(frozen=True)
class Opened:
    """A file as it was opened: what it is by content, and what it holds as text.

    Attributes
    ----------
    name : the file's own name, without its folder
    kind : what it is by content, whatever it is called
    data : its bytes
    text : its text, where it is text
    grids : its sheets, where it has rows and columns
    digest : the SHA-256 of its bytes
    """

    name: str
    kind: Kind
    data: bytes = b""
    text: str = ""
    grids: Sequence[Grid] = ()
    digest: str = ""


class Ledgers:
    """The ledgers of one file: one for each sheet, in the order in which they were asked for.

    Attributes
    ----------
    known : ids and names that the rosters have of the coalition that the file is read into
    answers : what was answered for this file, where several files are read together
    """

    def __init__(
        self,
        file: str,
        answered_in: str = "",
        known: frozenset[str] = frozenset(),
        answers: Answers | None = None,
    ) -> None:
        self.file = file
        self.answers = answers
        self.known = known
        self.answered_in = answered_in
        self._by_sheet: dict[str, Ledger] = {}

    def of(self, sheet: str = "") -> Ledger:
        """Give the ledger of a sheet; of the file as a whole, where no sheet is named."""
        if sheet not in self._by_sheet:
            self._by_sheet[sheet] = Ledger(self.file, sheet)
            if self.answered_in:
                self._by_sheet[sheet].answered_in = self.answered_in
        return self._by_sheet[sheet]

    @property
    def all(self) -> list[Ledger]:
        """Every ledger."""
        return list(self._by_sheet.values())


@dataclass
class Draft:
    """Rows of one of a coalition's tables, translated from a file and still text.

    Attributes
    ----------
    table : the table's name in ``TABLES``
    names : the columns as a coalition's files call them; others are kept as they are
    cells : the rows, each as long as ``names``
    at : for each row the position in the ledger of the record that it comes from
    places : for each column its place among the record's cells, where it is one of these
    has_youths_counted : whether rows for several young people have been looked for
    """

    table: str
    names: tuple[str, ...]
    ledger: Ledger
    cells: list[list[str]] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    has_youths_counted: bool = False

    def leave_out(self, place: int) -> None:
        """Remember that the cells of a column may not be written down, rejected or not."""
        if place < len(self.places):
            self.ledger.left_out.add(self.places[place])

    def add(self, at: int, *cells: str) -> None:
        """Add one row."""
        self.cells.append(list(cells))
        self.at.append(at)


@dataclass(frozen=True)
class Program:
    """A program whose files can be read: how to recognise one, and how to translate it.

    ``recognise`` gives 0 (no) to 1 (certain), looks at a bounded part of the file and never
    raises. ``read`` translates the structure only and is pure: it is called again whenever a
    question has been answered. ``read_together`` does so with several files of one export.
    ``survey`` names the one survey that the answers belong to, whatever the files are called.
    """

    name: str
    title: str
    recognise: Callable[[Opened], float]
    read: Callable[[Opened, Ledgers, Answers], list[Draft]]
    read_together: Callable[[Sequence[tuple[Opened, Ledgers]], Answers], list[Draft]] | None = None
    survey: str = ""
