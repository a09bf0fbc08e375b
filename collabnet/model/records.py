"""Walk the rows of a table as plain tuples."""

from collections.abc import Iterator
from typing import Any

import pandas as pd


def records(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Give the cells of some columns row by row; a missing day or number is None.

    Examples
    --------
    >>> list(records(pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}), "b", "a"))
    [('x', 1), ('y', 2)]
    """
    return zip(*(_cells(frame[column]) for column in columns), strict=True)


def _cells(column: pd.Series) -> list[Any]:
    if not column.hasnans:
        return column.tolist()
    return [None if missing else cell for cell, missing in zip(column, column.isna(), strict=True)]
