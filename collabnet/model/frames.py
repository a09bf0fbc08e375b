"""Bring a table into the model's shape: its columns, its types, its terms."""

from collections.abc import Sequence
from functools import cache

import pandas as pd

from collabnet.model.errors import CollabnetError, MissingColumnError
from collabnet.model.specs import TABLES, ColumnSpec, TableSpec
from collabnet.model.vocabulary import Vocabulary

FIRST_ROW = 2
"""The sheet row of the first record: row 1 is the header."""


def conform(spec: TableSpec, frame: pd.DataFrame | None) -> pd.DataFrame:
    """Give a table the model's columns; what the model doesn't know is kept at the end.

    Text is ``str`` with ``""`` for blank, numbers are float with NaN for blank, days are
    ``datetime64[us]`` with NaT for blank; ``row`` is the row as a person sees it in a sheet
    (the header is row 1). Where rows come from several files, ``file`` is the row's.

    Raises
    ------
    MissingColumnError
        If a required column is absent.
    CollabnetError
        If a number or a day can't be read, or an id is blank or given twice.

    Examples
    --------
    >>> from collabnet.model.specs import AGENCIES
    >>> conform(AGENCIES, pd.DataFrame({"agency_id": ["court"]}))[["agency_id", "row"]]
      agency_id  row
    0     court    2
    """
    frame = pd.DataFrame() if frame is None else frame
    by_file = {column.file_name: column.model_name for column in spec.columns}
    if old_names := {old: new for old, new in by_file.items() if old in frame and new not in frame}:
        frame = frame.rename(columns=old_names)
    needed = {column.file_name: column.model_name for column in spec.columns if column.required}
    missing = [old for old, new in needed.items() if new not in frame.columns]
    if missing and len(frame.columns):
        raise MissingColumnError(f"the table {spec.name}", missing, [str(c) for c in frame.columns])
    shaped = {column.model_name: _column(spec, column, frame) for column in spec.columns}
    made = {"row", "file"} if spec.keeps_file else {"row"}
    others = [c for c in frame.columns if c not in shaped and c not in made]
    shaped |= {str(c): _text(frame[c]) for c in others}
    rows = frame["row"] if "row" in frame else range(FIRST_ROW, len(frame) + FIRST_ROW)
    shaped["row"] = pd.Series(rows, index=frame.index).astype("int64")
    if spec.keeps_file:
        shaped["file"] = _text(frame["file"]) if "file" in frame else _own_file(spec, frame)
    result = pd.DataFrame(shaped, index=frame.index)
    _check_key(spec, result)
    return result.reset_index(drop=True)


def in_shape(
    name: str, table: pd.DataFrame | None, known: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Give the table of a name in the model's shape; the one that is ``known`` is in it already.

    The frame may be shared, and is never changed.
    """
    if table is None:
        return _without_rows(name)
    return table if table is known else conform(TABLES[name], table)


@cache
def _without_rows(name: str) -> pd.DataFrame:
    return conform(TABLES[name], None)


def _own_file(spec: TableSpec, frame: pd.DataFrame) -> pd.Series:
    """The file that rows of a data frame are said to come from."""
    return pd.Series(spec.file.replace("_*", ""), index=frame.index, dtype="str")


def _column(spec: TableSpec, column: ColumnSpec, frame: pd.DataFrame) -> pd.Series:
    if column.model_name not in frame.columns:
        return _absent(column, frame.index)
    raw = frame[column.model_name]
    if column.kind == "day":
        return _days(spec, column, raw)
    if column.kind in ("number", "count", "share"):
        return _numbers(spec, column, raw)
    text = _stripped(raw)
    return terms(text, column.vocabulary) if column.vocabulary else text


def _absent(column: ColumnSpec, index: pd.Index) -> pd.Series:
    """A column that the table doesn't have: blank in every row."""
    if column.kind == "day":
        return pd.Series(pd.NaT, index=index, dtype="datetime64[us]")
    if column.kind in ("number", "count", "share"):
        return pd.Series(float("nan"), index=index, dtype="float64")
    blank = column.vocabulary.normalise("")[0] if column.vocabulary else ""
    return pd.Series(blank, index=index, dtype="str")


def terms(text: pd.Series, vocabulary: Vocabulary) -> pd.Series:
    """Replace each written value by its term; one the list doesn't know stays as it is."""
    known = {value: vocabulary.normalise(value)[0] for value in text.unique()}
    if all(value == term for value, term in known.items()):
        return text
    return text.map(known).astype("str")


def _text(raw: pd.Series) -> pd.Series:
    if raw.dtype == "str" and not raw.hasnans:
        return raw
    return raw.astype("object").where(raw.notna(), "").astype("str")


def _stripped(raw: pd.Series) -> pd.Series:
    text = _text(raw)
    cells = text.tolist()  # a list is compared ten times as fast as a column is walked
    return text if cells == list(map(str.strip, cells)) else text.str.strip()


def _numbers(spec: TableSpec, column: ColumnSpec, raw: pd.Series) -> pd.Series:
    if raw.dtype in ("float64", "int64"):
        return raw.astype("float64")
    text = _stripped(raw)
    number = pd.to_numeric(text.where(text != ""), errors="coerce")
    _refuse(spec, column, text[(text != "") & number.isna()], "a plain number such as 12 or 3.5")
    return number.astype("float64")


def _days(spec: TableSpec, column: ColumnSpec, raw: pd.Series) -> pd.Series:
    if not pd.api.types.is_datetime64_any_dtype(raw):
        text = _stripped(raw).str.slice(0, 10)
        day = pd.to_datetime(text.where(text != ""), format="%Y-%m-%d", errors="coerce")
        _refuse(spec, column, text[(text != "") & day.isna()], "a day as YYYY-MM-DD")
        raw = day
    elif raw.dt.tz is not None:
        raw = raw.dt.tz_localize(None)
    days: pd.Series = raw.dt.normalize().dt.as_unit("us")
    return days


def _refuse(spec: TableSpec, column: ColumnSpec, bad: pd.Series, needed: str) -> None:
    if len(bad):
        raise CollabnetError(
            f"The table {spec.name} needs {needed} in the column {column.file_name}; "
            f"{_places(bad.index)} has {bad.iloc[0]!r}. Correct it, or leave the cell empty."
        )


def _check_key(spec: TableSpec, frame: pd.DataFrame) -> None:
    if not spec.key or spec.name == "referrals":
        return
    ids = frame[spec.key]
    if (blank := frame.index[ids == ""]).size:
        raise CollabnetError(
            f"The table {spec.name} needs an id in the column {spec.key}; "
            f"{_places(blank)} has none. Give each row an id of its own."
        )
    if (twice := ids[ids.duplicated()]).size:
        raise CollabnetError(
            f"Ids in the table {spec.name} are given once; {twice.iloc[0]!r} stands more than "
            "once. Keep one of the rows, or give the other an id of its own."
        )


def _places(index: Sequence[object] | pd.Index) -> str:
    return f"the row at position {index[0]}"
