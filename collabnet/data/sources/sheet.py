"""One sheet of a workbook as it was read, before anything about it was asked or said."""

from dataclasses import dataclass, field

MOST_CELLS = 6_000_000
MOST_PLACES = 60_000_000
"""Filled cells, and places up to the last filled one of each row, that are read at once."""
Place = tuple[int, int]
"""Row from 1 as a person sees it, column from 0."""


class TooLargeError(Exception):
    """A sheet has more cells than are read."""


@dataclass(frozen=True)
class Merged:
    """A group of merged cells by its first and last place."""

    first: Place
    last: Place


@dataclass
class Sheet:
    """The cells of a sheet as text, and what else is to be known of them.

    Attributes
    ----------
    rows : by row the texts up to the last filled cell
    hidden_rows, hidden_columns : what isn't shown
    merged : groups of merged cells
    faults : by place the code of what makes a cell unusable, and what it shows
    text_numbers, long_numbers : places of numbers that are text, or longer than 15 digits
    short_days : places of days that show no year or no day, with how they are shown
    days, numbers : by column how many cells are days, or numbers
    marked : places of cells with a colour of their own or struck through
    """

    name: str
    is_hidden: bool = False
    rows: dict[int, list[str]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)
    faults: dict[Place, tuple[str, str]] = field(default_factory=dict)
    text_numbers: list[Place] = field(default_factory=list)
    long_numbers: list[Place] = field(default_factory=list)
    short_days: dict[Place, str] = field(default_factory=dict)
    days: dict[int, list[int]] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)
    marked: dict[Place, int] = field(default_factory=dict)
    n_cells: int = 0
    n_places: int = 0

    def put(self, row: int, column: int, text: str) -> None:
        """Write one cell down.

        Raises
        ------
        TooLargeError
            If there are more than are read at once.
        """
        cells = self.rows.setdefault(row, [])
        if (more := column + 1 - len(cells)) > 0:
            self.n_places += more
            if self.n_places > MOST_PLACES:
                raise TooLargeError
            cells.extend([""] * more)
        self.n_cells += 1
        if self.n_cells > MOST_CELLS:
            raise TooLargeError
        cells[column] = text

    def text(self, place: Place) -> str:
        """Give the text of a cell; empty where there is none."""
        cells = self.rows.get(place[0], ())
        return cells[place[1]] if place[1] < len(cells) else ""

    @property
    def last_row(self) -> int:
        """The last row with a text; 0 when there is none."""
        return max(self.rows, default=0)

    @property
    def width(self) -> int:
        """How many columns there are up to the last one with a text."""
        return max(map(len, self.rows.values()), default=0)


def letters(column: int) -> str:
    """Name a column as a spreadsheet does.

    Examples
    --------
    >>> letters(0), letters(25), letters(26), letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def place_name(place: Place) -> str:
    """Name a cell as a spreadsheet does.

    Examples
    --------
    >>> place_name((7, 2))
    'C7'
    """
    return f"{letters(place[1])}{place[0]}"


def parse_place(text: str) -> Place | None:
    """Read the name of a cell; None when it is none.

    Examples
    --------
    >>> parse_place("XFD1048576"), parse_place("$C$7"), parse_place("7C")
    ((1048576, 16383), (7, 2), None)
    """
    text = text.replace("$", "")
    word = text.rstrip("0123456789")
    digits = text[len(word) :]
    if not (word.isascii() and word.isalpha() and 0 < len(word) <= 3 and 0 < len(digits) <= 7):
        return None
    column = 0
    for letter in word.upper():
        column = column * 26 + ord(letter) - 64
    row = int(digits)
    return (row, column - 1) if 0 < row <= 1_048_576 and column <= 16_384 else None


def parse_range(text: str) -> Merged | None:
    """Read the name of a group of cells; None when it is none.

    Examples
    --------
    >>> parse_range("A2:B4")
    Merged(first=(2, 0), last=(4, 1))
    """
    first, _, last = text.partition(":")
    begin, end = parse_place(first), parse_place(last or first)
    return Merged(begin, end) if begin and end else None
