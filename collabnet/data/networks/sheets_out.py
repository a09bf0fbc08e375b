"""Writing networks in two sheets, as text or as a workbook."""

import csv
import io
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from collabnet.data.issues import shown
from collabnet.data.networks.outgoing import CannotHoldError, Outgoing, OutTie, names_of
from collabnet.data.networks.sheets import Shape
from collabnet.data.networks.typed import Values, as_cell
from collabnet.data.writers.cells import guarded
from collabnet.model.errors import CollabnetError
from collabnet.model.vocabulary import plain

_CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]")
LONGEST = 32_767
MOST_ROWS = 1_048_575
Rows = list[list[object]]


@dataclass(frozen=True)
class Written:
    """A sheet to be written: its name, its header, its rows."""

    name: str
    header: list[str]
    rows: Rows


def written_sheet(
    name: str,
    first: Mapping[str, Sequence[object]],
    rows: Sequence[Values],
    names: Mapping[str, str],
    shape: Shape,
    reserved: Collection[str],
) -> Written:
    """Make a sheet: columns of the format first, then attributes under the names it gives them.

    Raises
    ------
    CannotHoldError
        If an attribute has the name of a column that means something else.
    """
    attributes = names_of(rows)
    headers = {one: names.get(one, one) for one in attributes}
    taken = {plain(column) for column in (*first, *reserved)}
    # What the format means by these columns is not what another spelling of them means here.
    taken |= {plain(column) for one, column in names.items() if one not in headers}
    for attribute, column in headers.items():
        if plain(column) in taken or not attribute.strip() or attribute != attribute.strip():
            what = f"an attribute called {shown(attribute)!r}, a word of its own"
            raise CannotHoldError(shape.title, what, attribute)
        taken.add(plain(column))
    columns = list(first.values())
    made: Rows = [
        [*(column[place] for column in columns), *(values.get(one) for one in attributes)]
        for place, values in enumerate(rows)
    ]
    flat = [[_flat(cell, shape) for cell in cells] for cells in made]
    return Written(name, [*first, *headers.values()], flat)


def _flat(value: object, shape: Shape) -> object:
    """A list as one text, parted by the sign of the format."""
    if isinstance(value, list):
        return shape.lists.join(map(as_cell, value))
    if isinstance(value, str) and shape.lists and shape.lists in value:
        raise CollabnetError(
            f"{shape.title} takes {shape.lists} for the sign between several values; it stands "
            f"in {shown(value)!r}. Replace it, or choose GraphML."
        )
    if isinstance(value, str) and (found := _CONTROL.search(value)):
        raise CollabnetError(
            f"{shape.title} can't hold the control character {ascii(found[0])[1:-1]}, which stands "
            f"in {shown(value)!r}. Remove it, or choose node-link JSON."
        )
    return value


def direction_words(out: Outgoing, words: Mapping[bool, str]) -> list[str]:
    """Give the word for the direction of each tie."""
    return ["mutual" if _is_mutual(tie) else words[tie.is_directed] for tie in out.ties]


def _is_mutual(tie: OutTie) -> bool:
    return not tie.is_directed and tie.values.get("direction") == "mutual"


def to_csv(sheet: Written) -> bytes:
    """Write a sheet as CSV; cells that a spreadsheet would run are guarded."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guarded(name) for name in sheet.header])
    writer.writerows([guarded(as_cell(cell)) for cell in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8")


def to_xlsx(sheets: Sequence[Written], title: str) -> bytes:
    """Write sheets as a workbook: the same bytes each time, text never as a formula or a link.

    Numbers are numbers where a spreadsheet keeps all their digits, else text.
    """
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    for sheet in sheets:
        if len(sheet.rows) > MOST_ROWS:
            raise CollabnetError(
                f"A sheet has at most {MOST_ROWS:,} rows; {title} would need {len(sheet.rows):,}. "
                "Choose GraphML."
            )
        page = book.add_worksheet(sheet.name)
        header: list[object] = [*sheet.header]
        for row, cells in enumerate([header, *sheet.rows]):
            for column, cell in enumerate(cells):
                _put(page, row, column, cell, title)
    book.close()
    return out.getvalue()


def _put(page: object, row: int, column: int, cell: object, title: str) -> None:
    text = as_cell(cell)
    if text == "":
        return
    if isinstance(cell, int | float) and not isinstance(cell, bool) and _is_kept(cell):
        page.write_number(row, column, cell)  # type: ignore[attr-defined] # XlsxWriter's worksheet
        return
    if len(text) > LONGEST:
        raise CollabnetError(
            f"A cell of a sheet has at most {LONGEST:,} characters; {title} would need "
            f"{len(text):,}. Shorten the text, or choose GraphML."
        )
    # Text is never run here, yet a reader takes the apostrophe of a guarded cell away.
    kept = guarded(text) if text.startswith("'") else text
    page.write_string(row, column, kept)  # type: ignore[attr-defined] # XlsxWriter's worksheet


def _is_kept(number: int | float) -> bool:
    """Whether a spreadsheet, which keeps 15 digits, keeps the number."""
    return abs(number) < 1e300 and float(f"{number:.15g}") == number
