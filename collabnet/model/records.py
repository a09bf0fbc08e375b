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
    cells = [
        frame[column].astype("object").where(frame[column].notna(), None) for column in columns
    ]
    return zip(*(column.tolist() for column in cells), strict=True)
