"""Walk the rows of a table as plain tuples."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

_FULL = frozenset({str, int, bool})
"""Of these types no cell is missing: most columns needn't be asked."""


def records(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Give the cells of some columns row by row; a missing day or number is None.

    Examples
    --------
    >>> list(records(pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}), "b", "a"))
    [('x', 1), ('y', 2)]
    """
    return zip(*(_cells(frame[column]) for column in columns), strict=True)


def _cells(column: pd.Series) -> list[Any]:
    cells = column.tolist()
    if _FULL.issuperset(map(type, cells)) or not column.hasnans:
        return cells
    pairs = zip(cells, column.isna().tolist(), strict=True)
    return [None if missing else cell for cell, missing in pairs]
