"""Make a grid of a sheet: say what is to be known of it, ask what isn't plain."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from collabnet.data.issues import Facts, Ledger, listed, places
from collabnet.data.options import Answers
from collabnet.data.records import Records
from collabnet.data.sources.opened import Draft, Grid, Ledgers, Opened
from collabnet.data.sources.sheet import (
    MOST_PLACES,
    Merged,
    Place,
    Sheet,
    TooLargeError,
    letters,
    place_name,
)
from collabnet.data.writers.cells import unguarded

LIMITS = {65_536: "an .xls sheet", 1_048_576: "a sheet of Excel or LibreOffice"}
_MOST_FILLED = 1_000_000
_RANGE = re.compile(r"\d+( ?[-/] ?\d+)?\+?")
_FEW = 0.2
_MOST_NAMED = 8


def to_grid(sheet: Sheet, ledger: Ledger, answers: Answers) -> Grid:
    """Make a grid of a sheet; rows keep the numbers under which a person sees them.

    Raises
    ------
    TooLargeError
        If the rectangle around the filled cells is larger than is read at once.
    """
    rows, columns = _chosen(sheet, ledger, answers)
    _merge(sheet, ledger, answers)
    width = sheet.width
    if sheet.last_row * width > MOST_PLACES:
        raise TooLargeError
    records = Records("")
    blank = [""] * width
    all_columns = len(columns) == width
    for row in rows:
        cells = sheet.rows.get(row)
        full = blank if cells is None else _restored(cells) + blank[len(cells) :]
        records.cells.append(full if all_columns else [full[place] for place in columns])
    records.rows, records.lines = rows, list(rows)
    ledger.rows, ledger.lines = rows, records.lines
    at = {row: position for position, row in enumerate(rows)}
    for place in sorted(sheet.faults):
        code, shows = sheet.faults[place]
        if place[0] in at and place[1] in columns and at[place[0]] not in records.faults:
            value = shows if code == "error_value" else ""
            fault = (code, letters(place[1]), place_name(place), value)
            records.faults[at[place[0]]] = fault
    kept = set(columns)
    _note_cells(sheet, {row: i for row, i in at.items() if row in sheet.rows}, kept, ledger)
    note_limit(sheet.last_row, ledger)
    return Grid(sheet.name, records, sheet.is_hidden)


def _restored(cells: list[str]) -> list[str]:
    """Take away the apostrophes that keep cells of a CSV from being run, saved from it as XLSX."""
    return [unguarded(cell) if cell[:1] == "'" else cell for cell in cells]


def note_limit(last: int, ledger: Ledger) -> None:
    """Say that a table may be cut off where it ends just where a spreadsheet does."""
    if last in LIMITS:
        ledger.add("rows_at_limit", found=f"{last:,}", program=LIMITS[last])


def refuse_faults(opened: Opened, ledgers: Ledgers, drafts: Iterable[Draft]) -> None:
    """Refuse sheets of which a reader used cells that can't be used.

    A reader of tables rejects such rows by itself. One that takes a sheet for more than rows, as
    a matrix, calls this, or has it called, when it has read.
    """
    of: dict[int, set[int]] = defaultdict(set)
    for draft in drafts:
        of[id(draft.ledger)].update(draft.at)
    for grid in opened.grids:
        ledger, records = ledgers.of(grid.name), grid.records
        if not records.faults or id(ledger) not in of:
            continue
        same = list(ledger.rows) == list(records.rows)
        hits = [at for at in records.faults if not same or at in of[id(ledger)]]
        if hits:
            _, column, cell, value = records.faults[hits[0]]
            told: Facts = {"count": len(hits), "cell": cell}
            ledger.add("cells_not_usable", column=column, value=value or "a formula", **told)


def _chosen(sheet: Sheet, ledger: Ledger, answers: Answers) -> tuple[Sequence[int], Sequence[int]]:
    """The rows and columns that are read: hidden ones are unless that is answered otherwise."""
    leave = answers.text("", "hidden") == "leave_out"
    done = "left out, as hidden says" if leave else "read like the others"
    filled = sorted(row for row in sheet.hidden_rows if row in sheet.rows)
    hidden = [column for column in sorted(sheet.hidden_columns) if _is_filled(column, sheet)]
    rows: Sequence[int] = range(1, sheet.last_row + 1)
    columns: Sequence[int] = range(sheet.width)
    if filled:
        _tell_hidden("hidden_rows", len(filled), places(filled), done, ledger)
        rows = [row for row in rows if row not in sheet.hidden_rows] if leave else rows
    if hidden:
        where = listed([letters(column) for column in hidden[:20]])
        _tell_hidden("hidden_columns", len(hidden), where, done, ledger)
        gone = set(hidden) if leave else set()
        columns = [column for column in columns if column not in gone]
    return rows, columns


def _is_filled(column: int, sheet: Sheet) -> bool:
    return any(column < len(cells) and cells[column] for cells in sheet.rows.values())


def _tell_hidden(code: str, count: int, where: str, done: str, ledger: Ledger) -> None:
    told: Facts = {"count": count, "where": where}
    ledger.add(code, done=f"{'it was' if count == 1 else 'they were'} {done}", **told)


def _merge(sheet: Sheet, ledger: Ledger, answers: Answers) -> None:
    """Fill merged cells where that is answered or likely; ask where nobody said."""
    groups = [one for one in sheet.merged if one.first != one.last and _matters(one, sheet)]
    if not groups:
        return
    answer = answers.text("", "merged")
    if not answer:
        first = groups[0]
        name = f"{place_name(first.first)}:{place_name(first.last)}"
        told: Facts = {"count": len(groups)}
        ledger.add("merged_cells", value=name, **told)
    if answer == "leave":
        return
    last_row, width, filled = sheet.last_row, sheet.width, 0
    for one in groups:
        text = sheet.text(one.first)
        for row in range(one.first[0], min(one.last[0], last_row) + 1):
            for column in range(one.first[1], min(one.last[1] + 1, max(width, one.first[1] + 1))):
                filled += 1
                if filled > _MOST_FILLED:
                    raise TooLargeError
                if not sheet.text((row, column)):
                    sheet.put(row, column, text)


def _matters(group: Merged, sheet: Sheet) -> bool:
    """Whether it matters how a group is read: a title that stands alone in its row doesn't."""
    if not sheet.text(group.first):
        return False
    if group.first[0] != group.last[0]:
        return True
    others = [cell for cell in sheet.rows.get(group.first[0], ()) if cell.strip()]
    return len(others) > 1


def _note_cells(sheet: Sheet, at: dict[int, int], columns: set[int], ledger: Ledger) -> None:
    """Note what cells are beside their text; values are not shown: they may be personal."""

    def note(code: str, found: Iterable[Place]) -> None:
        cells = sorted(place for place in found if place[0] in at and place[1] in columns)
        if not cells:
            return
        # Which columns are kept isn't known yet: one line for all of them is enough.
        names = [letters(column) for column in sorted({column for _, column in cells})]
        told: Facts = {"count": len(cells), "cell": place_name(cells[0])}
        told["where"] = f"{'column' if len(names) == 1 else 'columns'} {_few(names)}"
        if code == "turned_into_date":
            told["shows"] = _shows(sheet.short_days.get(cells[0], ""))
        ledger.add(code, at[cells[0][0]], column=names[0] if len(names) == 1 else "", **told)

    note("numbers_as_text", sheet.text_numbers)
    note("long_number", sheet.long_numbers)
    note("turned_into_date", sorted({*sheet.short_days, *_odd_days(sheet)}))
    if marked := _marked(sheet, at, columns):
        told: Facts = {"count": len(marked), "where": places(sorted({row for row, _ in marked}))}
        ledger.add("colours_not_read", at[marked[0][0]], column=letters(marked[0][1]), **told)


def _few(names: list[str]) -> str:
    rest = len(names) - _MOST_NAMED
    return listed([*names[:_MOST_NAMED], f"{rest} more"] if rest > 0 else names)


def _shows(code: str) -> str:
    return f", shown in the form {code}" if code else ""


def _odd_days(sheet: Sheet) -> list[Place]:
    """Days among numbers and ranges: a few in a column of other things."""
    found = []
    for column, rows in sheet.days.items():
        others = sheet.numbers.get(column, 0)
        for cells in sheet.rows.values():
            text = cells[column] if column < len(cells) else ""
            others += bool(text) and len(text) < 12 and "-" in text and _is_range(text)
        if others >= 2 and len(rows) <= max(_FEW * others, 1):
            found += [(row, column) for row in rows]
    return found


def _is_range(text: str) -> bool:
    return _RANGE.fullmatch(text.strip()) is not None


def _marked(sheet: Sheet, at: dict[int, int], columns: set[int]) -> list[Place]:
    """Cells below the first row with a mark of their own; none when every cell has the same."""
    first = min(sheet.rows, default=0)
    found = [
        place
        for place in sorted(sheet.marked)
        if place[0] in at and place[0] > first and place[1] in columns and place[1] < sheet.width
    ]
    if not found:
        return []
    every = sum(len(cells) for row, cells in sheet.rows.items() if row > first)
    kinds = Counter(sheet.marked[place] for place in found)
    return [] if len(kinds) == 1 and len(found) >= every and min(kinds) > 0 else found
