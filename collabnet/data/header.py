"""Find the row that names the columns, and where the data begin."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from collabnet.data.issues import Ledger, listed, places
from collabnet.data.options import Answers
from collabnet.model.specs import TableSpec
from collabnet.model.vocabulary import plain

ROWS_LOOKED_AT = 30
_DATA = re.compile(r"[\d.,:/-]*\d[\d.,:/TZ-]*")
_TYPED = ("day", "number", "count", "share")
Cells = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Header:
    """The names of the columns as written, and the position of the first record below them."""

    names: tuple[str, ...]
    first: int


def known_names(spec: TableSpec) -> dict[str, str]:
    """Map every way in which a table's columns may be called to their names in the file."""
    by_model = {column.model_name: column.file_name for column in spec.columns}
    return by_model | {column.file_name: column.file_name for column in spec.columns}


def is_blank(cells: Sequence[str]) -> bool:
    """Tell whether a record holds nothing but spaces."""
    return not any(cells) or not any(cell.strip() for cell in cells)


def find_header(
    cells: Cells, rows: Sequence[int], spec: TableSpec, ledger: Ledger, answers: Answers
) -> Header | None:
    """Find the header, or say in the ledger what has to be answered first.

    The first row is the header when it names every needed column. A header further down, several
    header rows, or none are asked about; the likely answer is used meanwhile, so that one check
    finds as much as it can.
    """
    filled = [at for at, record in enumerate(cells[:2000]) if not is_blank(record)]
    if not filled:
        ledger.add("empty_file")
        return None
    finder = _Finder(cells, rows, spec, ledger, answers)
    if names := finder.names_given(filled[0]):
        return Header(names, filled[0])
    at = finder.find(filled)
    if at is None:
        return None
    first = min(at + finder.header_rows(at), len(cells))
    above = [i for i in [*range(at), *range(at + 1, first)] if not is_blank(cells[i])]
    if above and not ledger.is_refused:
        where = places([rows[i] for i in above])
        ledger.add("rows_above_header", count=len(above), where=where)
    return Header(tuple(cells[at]), first)


class _Finder:
    def __init__(
        self,
        cells: Cells,
        rows: Sequence[int],
        spec: TableSpec,
        ledger: Ledger,
        answers: Answers,
    ) -> None:
        self.cells = cells
        self.rows = rows
        self.spec = spec
        self.ledger = ledger
        self.answers = answers
        self.known = known_names(spec)

    def _named(self, at: int) -> set[str]:
        found = (self.known.get(plain(cell)) for cell in self.cells[at])
        return {name for name in found if name}

    def _is_header(self, at: int) -> bool:
        return self._named(at) >= set(self.spec.required)

    def names_given(self, first: int) -> tuple[str, ...]:
        """The column names that the user gave for a file without a header."""
        table = self.spec.name
        if own := self.answers.own(table, "columns"):
            return own if isinstance(own, tuple) else ()
        given = self.answers.of(table, "columns")
        return given if isinstance(given, tuple) and not self._named(first) else ()

    def find(self, filled: list[int]) -> int | None:
        """The position of the header; None when it has to be asked."""
        table = self.spec.name
        own, given = self.answers.own(table, "header_row"), self.answers.of(table, "header_row")
        first = filled[0]
        if not own and self._is_header(first):
            return first
        if isinstance(given, int):
            return min(given - 1, len(self.cells) - 1)
        looked_at = [at for at in filled[:ROWS_LOOKED_AT] if self._is_header(at)]
        if looked_at:
            found = self.rows[looked_at[0]]
            title = next(cell.strip() for cell in self.cells[first] if cell.strip())
            self.ledger.add(
                "header_not_first",
                looked_at[0],
                value=title,
                found=found,
                table=self.spec.file,
                answers=(str(found),),
            )
            return looked_at[0]
        if not self._named(first) and self._looks_like_data(first):
            self.ledger.add(
                "no_header",
                first,
                table=self.spec.file,
                needed=listed(self.spec.required),
                answers=(",".join(self.spec.required),),
            )
            return None
        return first

    def _looks_like_data(self, at: int) -> bool:
        below = self.cells[at + 1 : at + 51]
        return any(
            _DATA.fullmatch(cell.strip()) or (cell.strip() and _stands_in(cell, place, below))
            for place, cell in enumerate(self.cells[at])
        )

    def header_rows(self, at: int) -> int:
        """How many rows from the header on are headers, as it is answered or as it seems."""
        table = self.spec.name
        if isinstance(own := self.answers.own(table, "header_rows"), int):
            return own
        extra = 0
        while extra < 2 and self._is_second_header(at, at + extra + 1):
            extra += 1
        if extra == 0:
            return 1
        if isinstance(given := self.answers.of(table, "header_rows"), int):
            return given
        first, last = self.rows[at], self.rows[at + extra]
        told = (str(extra + 1), "1")
        self.ledger.add("several_header_rows", at + 1, first=first, last=last, answers=told)
        return extra + 1

    def _is_second_header(self, header: int, at: int) -> bool:
        if at >= len(self.cells) or is_blank(self.cells[at]):
            return False
        pairs = list(zip(self.cells[header], self.cells[at], strict=False))
        if any(cell.lstrip().startswith('{"ImportId"') for _, cell in pairs):
            return True
        filled = [(name, cell) for name, cell in pairs if cell.strip()]
        repeats = sum(_words(name) <= _words(cell) for name, cell in filled if name.strip())
        return repeats >= max(2, len(filled) / 2) or self._has_words_for_numbers(header, at)

    def _has_words_for_numbers(self, header: int, at: int) -> bool:
        """Words stand where the rows below have days and numbers, and stand nowhere below."""
        below = self.cells[at + 1 : at + 51]
        kinds = {column.file_name: column.kind for column in self.spec.columns}
        words = typed = 0
        for place, (name, cell) in enumerate(zip(self.cells[header], self.cells[at], strict=False)):
            if not cell.strip():
                continue
            if kinds.get(self.known.get(plain(name), "")) in _TYPED:
                numbers = any(_has_digit(row[place]) for row in below if place < len(row))
                typed += not _has_digit(cell) and numbers
                words += _has_digit(cell)
            else:
                words += _stands_in(cell, place, below)
        return typed > 0 and words == 0


def _stands_in(cell: str, place: int, below: Cells) -> bool:
    return any(place < len(row) and row[place] == cell for row in below)


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _words(text: str) -> set[str]:
    return set(plain(text).split("_"))
