"""What is written of a coalition's tables, whatever the format."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import pandas as pd

from collabnet.data.sources.cell_text import float_text
from collabnet.model.coalition import Coalition
from collabnet.model.specs import TABLES, TableSpec

Value = str | float | date | None
Kind = Literal["text", "number", "day"]
INTERNAL = "Internal: names staff"
"""The line under which the tables stand, as everything does that names people."""
_MADE = ("row", "file")
"""Columns that say where a row was read; they are made anew by every reading."""


@dataclass
class Content:
    """One table as it is written.

    Attributes
    ----------
    names : the columns as a coalition's files call them, then those that are kept as they were
    kinds : what each column holds
    rows : the values; None for a number or a day that isn't known
    files : for each row the file that it was read from, where a table has several
    """

    name: str
    names: list[str]
    kinds: list[Kind]
    rows: list[list[Value]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def tables_of(coalition: Coalition) -> list[Content]:
    """Give the tables that have rows; ties that only restate answers to a survey are left out."""
    frames = {name: getattr(coalition, name) for name in TABLES}
    frames["ties"] = getattr(coalition, "own_ties", frames["ties"])
    return [_content(spec, frames[name]) for name, spec in TABLES.items() if len(frames[name])]


def _content(spec: TableSpec, frame: pd.DataFrame) -> Content:
    ours = {one.model_name: one for one in spec.columns}
    # A coalition has no ids of clients; the empty column is not written either.
    secret = {one.model_name for one in spec.columns if one.role == "client"}
    columns = [name for name in frame.columns if name not in _MADE and name not in secret]
    kinds = [_kind(ours[name].kind if name in ours else "text") for name in columns]
    names = [ours[name].file_name if name in ours else name for name in columns]
    values = [_values(frame[name], kind) for name, kind in zip(columns, kinds, strict=True)]
    files = [str(file) for file in frame["file"]] if "file" in frame else []
    rows = [list(row) for row in zip(*values, strict=True)]
    return Content(spec.name, names, kinds, rows, files)


def _kind(kind: str) -> Kind:
    if kind == "day":
        return "day"
    return "number" if kind in ("number", "count", "share") else "text"


def _values(column: pd.Series, kind: Kind) -> Iterable[Value]:
    if kind == "day":
        return [None if pd.isna(day) else day.date() for day in column]
    if kind == "number":
        return [None if pd.isna(number) else float(number) for number in column]
    return [str(text) for text in column]


def text_of(value: object) -> str:
    """Write one value as text, numbers with every digit that tells them from others.

    Examples
    --------
    >>> text_of(2.0), text_of(0.1), text_of(date(2024, 3, 5)), text_of(None)
    ('2', '0.1', '2024-03-05', '')
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return float_text(value)
    return value.isoformat() if isinstance(value, date) else str(value)
