"""Tell rows of the table from blank lines, totals, footnotes and rows that don't fit."""

import re
from collections.abc import Iterable, Sequence

from collabnet.data.delimiter import CANDIDATES, NAMES
from collabnet.data.header import Header, is_blank, known_names
from collabnet.data.issues import Ledger, places
from collabnet.data.options import Answers
from collabnet.data.records import Records
from collabnet.model.specs import TABLES, TableSpec
from collabnet.model.vocabulary import plain

_TOTAL = re.compile(
    r"(grand |sub ?)?(total|totals|sum)( (referrals|rows|records|cases|ties|number|count))?"
    r"\s*:?\s*[\d., ]*",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\*|(note|notes|source|sources|data as of|as of|updated)\b", re.IGNORECASE)
LONGEST_CELL = 131_072
_ALL_NAMES = frozenset(name for spec in TABLES.values() for name in known_names(spec))


def find_rows(
    records: Records, header: Header, spec: TableSpec, ledger: Ledger, answers: Answers
) -> list[int]:
    """Give the positions of the records that are rows of the table, their length unchecked.

    Blank lines are skipped; totals and second tables are asked about.
    """
    cells = records.cells
    below = range(header.first, len(cells))
    blank = [at for at in below if is_blank(cells[at])]
    ledger.skipped.update(blank)
    last = max((at for at in below if at not in ledger.skipped), default=header.first - 1)
    _note_blank([at for at in blank if at < last], "inside", records, ledger)
    _note_blank([at for at in blank if at > last], "at the end", records, ledger)
    stop = _second_table(records, header, last, spec, ledger, answers)
    rows = [at for at in range(header.first, stop) if at not in ledger.skipped]
    for at in rows:
        if _is_total(cells[at]):
            _ask_total(at, spec, ledger, answers)
    return [at for at in rows if at not in ledger.skipped]


def fit_rows(
    records: Records, rows: Sequence[int], width: int, spec: TableSpec, ledger: Ledger
) -> list[int]:
    """Give the positions of the rows that have as many cells as the header; reject the others.

    When all rows have more, either empty cells stand at the end of each, or the file is refused.
    """
    cells, delimiter = records.cells, records.delimiter
    whole = [at for at in rows if at not in records.flaws]
    if whole and all(len(cells[at]) > width for at in whole):
        if any(cell.strip() for at in whole for cell in cells[at][width:]):
            found = min(len(cells[at]) for at in whole)
            ledger.add("rows_longer_than_header", found=found, expected=width)
            return []
        ledger.add("trailing_delimiter")
        for at in whole:
            cells[at] = cells[at][:width]
    slashed = [at for at in rows if records.flaws.get(at) == "backslash_quotes"]
    if slashed:
        ledger.add("backslash_quotes", slashed[0], count=len(slashed))
        ledger.rejected.update(slashed)
    tail = _tail(cells, rows, width, delimiter, spec)
    for at in rows:
        if at in records.flaws:
            if records.flaws[at] == "stray_quote":
                ledger.add("stray_quote", at)
        elif at in records.faults:
            code, column, cell, value = records.faults[at]
            ledger.add(code, at, column=column, value=value, cell=cell)
        elif at in tail:
            ledger.add("footnote", at, value=cells[at][0].strip())
        elif len(cells[at]) != width:
            _reject_length(at, cells[at], width, delimiter, ledger)
        elif any(len(cell) > LONGEST_CELL for cell in cells[at]):
            longest = max(len(cell) for cell in cells[at])
            ledger.add("cell_too_long", at, found=f"{longest:,}", limit=f"{LONGEST_CELL:,}")
    return [at for at in rows if at not in ledger.rejected]


def _note_blank(blank: Sequence[int], where: str, records: Records, ledger: Ledger) -> None:
    if blank:
        told = f"{where}, {places([records.rows[at] for at in blank])}"
        ledger.add("blank_lines", blank[0], count=len(blank), where=told)


def _is_total(cells: Iterable[str]) -> bool:
    first = next(cell for cell in cells if cell.strip()).strip()
    return first[:1].lower() in "tsg" and _TOTAL.fullmatch(first) is not None


def _ask_total(at: int, spec: TableSpec, ledger: Ledger, answers: Answers) -> None:
    answer = answers.text(spec.name, "total_rows")
    if answer == "keep":
        return
    ledger.skipped.add(at)
    ledger.add("total_row_dropped" if answer else "total_row", at)


def _second_table(
    records: Records, header: Header, last: int, spec: TableSpec, ledger: Ledger, answers: Answers
) -> int:
    """Give the position at which the table ends: a second header, or the end of the file."""
    answer = answers.text(spec.name, "second_table")
    if answer == "keep":
        return last + 1
    # A column without a name makes no row of blanks a header.
    names = _ALL_NAMES | {name.strip() for name in header.names} - {""}
    is_dated = any(column.required and column.kind == "day" for column in spec.columns)
    for at in range(header.first, last + 1):
        after_blank = at - 1 in ledger.skipped and is_blank(records.cells[at - 1])
        cells = records.cells[at]
        is_header = _is_header(cells, names, after_blank) or (
            after_blank and is_dated and _is_words(cells)
        )
        if at in ledger.skipped or not is_header:
            continue
        if answer == "continue":
            ledger.skipped.add(at)
            ledger.add("second_table_skipped", at, count=1)
            continue
        rest = [i for i in range(at, last + 1) if i not in ledger.skipped]
        ledger.skipped.update(rest)
        if answer == "leave_out":
            ledger.add("second_table_skipped", at, count=len(rest))
        else:
            ledger.add("second_table", at)
        return at
    return last + 1


def _is_header(cells: Sequence[str], names: frozenset[str], after_blank: bool) -> bool:
    known = sum(cell in names for cell in cells)
    if known < 2 and after_blank:
        known = sum(plain(cell) in names for cell in cells)
    return known >= 2 and 2 * known >= sum(bool(cell.strip()) for cell in cells)


def _is_words(cells: Sequence[str]) -> bool:
    """Two words or more and no digit: in a table with days no row of its own looks like this."""
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) > 1 and not any(letter.isdigit() for cell in filled for letter in cell)


def _tail(
    cells: Sequence[Sequence[str]],
    rows: Sequence[int],
    width: int,
    delimiter: str,
    spec: TableSpec,
) -> set[int]:
    """The rows at the end of which only the first cell is filled, with a sentence."""
    found = set()
    for at in reversed(rows):
        first, *rest = cells[at]
        lone = is_blank(rest) and " " in first.strip()
        short = len(cells[at]) < width or len(spec.required) > 1 or _NOTE.match(first.strip())
        if not lone or not short or _other_delimiter(cells[at], width, delimiter):
            break
        found.add(at)
    return found if len(found) < len(rows) else set()


def _other_delimiter(cells: Sequence[str], width: int, delimiter: str) -> str:
    """The delimiter under which a row too short would have the right number of cells."""
    if len(cells) >= width:
        return ""
    others = (one for one in CANDIDATES if one != delimiter)
    return next((one for one in others if delimiter.join(cells).count(one) + 1 == width), "")


def _reject_length(
    at: int, cells: Sequence[str], width: int, delimiter: str, ledger: Ledger
) -> None:
    if other := _other_delimiter(cells, width, delimiter):
        expected = NAMES.get(delimiter, f"'{delimiter}'")
        ledger.add("other_delimiter", at, found=NAMES[other], expected=expected)
        return
    code = "row_too_long" if len(cells) > width else "row_too_short"
    ledger.add(code, at, found=len(cells), expected=width)
