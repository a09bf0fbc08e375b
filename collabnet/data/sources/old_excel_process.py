"""The process in which calamine reads a workbook: what it does there harms nobody else.

A damaged file may make it panic, ask for all memory or never end. It reads the workbook from its
standard input and writes JSON: the sheets, or why there are none.
"""

import io
import json
import sys
from datetime import date, datetime
from typing import Any

MOST_MEMORY = 3_000_000_000


def main() -> None:
    """Read a workbook from standard input."""
    _bound_memory()
    data = sys.stdin.buffer.read()
    most = int(sys.argv[1])
    json.dump(read_workbook(data, most), sys.stdout)


def read_workbook(data: bytes, most: int) -> dict[str, Any]:
    """Give the sheets as plain values, or the code of the problem and why.

    Each cell is its row from 1, its column from 0, its kind (``n`` number, ``d`` day, ``s`` text,
    ``o`` other) and its text.
    """
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheets = []
            for one in book.sheets_metadata:
                if one.typ == calamine.SheetTypeEnum.WorkSheet:
                    is_hidden = one.visible != calamine.SheetVisibleEnum.Visible
                    found = book.get_sheet_by_name(one.name)
                    sheets.append({"name": one.name, "is_hidden": is_hidden, **_sheet(found, most)})
                    most -= len(sheets[-1]["cells"])
    except calamine.PasswordError:
        return {"code": "password_protected"}
    except OverflowError:
        return {"code": "sheet_too_large"}
    except (calamine.CalamineError, OSError, ValueError) as error:
        return {"code": "not_opened", "why": str(error)}
    return {"sheets": sheets}


def _sheet(found: Any, most: int) -> dict[str, Any]:  # noqa: ANN401 - a class of calamine's
    first_row, first_column = found.start or (0, 0)
    cells = []
    for row, values in enumerate(found.iter_rows(), start=first_row + 1):
        for column, value in enumerate(values, start=first_column):
            if value != "":
                cells.append((row, column, *_cell(value)))
        if len(cells) > most:
            raise OverflowError
    return {"cells": cells, "merged": found.merged_cell_ranges or []}


def _cell(value: object) -> tuple[str, str]:
    from collabnet.data.sources.cell_text import number_text, value_text

    if isinstance(value, bool):
        return "o", value_text(value)
    if isinstance(value, int | float):
        return "n", number_text(repr(value))
    if isinstance(value, date | datetime):
        return "d", value_text(value)
    return ("s", value) if isinstance(value, str) else ("o", value_text(value))


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:
        # Windows has no such bound; the time is bounded there too.
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main()
