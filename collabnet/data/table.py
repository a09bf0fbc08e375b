"""Read one file of a coalition as one of its tables."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pandas as pd

from collabnet.data.column import Column
from collabnet.data.columns import MOST_COLUMNS, Field, match_columns, note_unknown
from collabnet.data.days import read_days
from collabnet.data.delimiter import find_delimiter, take_sep_line
from collabnet.data.header import Header, find_header, known_names
from collabnet.data.issues import Ledger
from collabnet.data.names import check_names
from collabnet.data.numbers import read_numbers
from collabnet.data.options import Answers
from collabnet.data.personal import screen_columns
from collabnet.data.records import Records, split_records
from collabnet.data.rows import find_rows, fit_rows
from collabnet.data.terms import read_terms
from collabnet.data.text import read_text
from collabnet.model.specs import TableSpec

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_MOJIBAKE = re.compile("[ÂÃâ][\x80-\xbf€-™]")
# One agreement is usual; one referral, tie, agency or person is an export cut short.
_SMALL_IF_ONE = {"agencies", "people", "ties", "referrals"}
# Names that the model gives to columns of its own making.
_RESERVED = {"row", "at", "from_id", "to_id", "from_kind", "to_kind"}


@dataclass
class Table:
    """One table as it was read, and what became of the rows of its file.

    Attributes
    ----------
    frame : the rows that are kept, by the model's names, with ``row`` and ``at`` (the position
        of the record, by which the ledger knows it); None when the file was refused
    n_read : rows below the header, blank lines included
    unknown : names of the columns that are kept as they are
    """

    spec: TableSpec
    ledger: Ledger
    frame: pd.DataFrame | None = None
    n_read: int = 0
    unknown: list[str] = field(default_factory=list)

    def settle(self) -> pd.DataFrame:
        """Give the rows that are neither rejected nor skipped, and keep only these."""
        if self.frame is None:
            return self.kept
        frame = self.frame
        gone = frame["at"].isin(self.ledger.gone)
        self.frame = frame[~gone].reset_index(drop=True)
        return self.frame

    @property
    def kept(self) -> pd.DataFrame:
        """The rows that are kept; a table without any when the file was refused."""
        if self.frame is None:
            return pd.DataFrame(columns=[*self.spec.model_names, "row", "at"], dtype="str")
        return self.frame


def read_table(
    data: bytes, spec: TableSpec, ledger: Ledger, answers: Answers, today: date
) -> Table:
    """Read a CSV file as a table; what is wrong with it goes to the ledger.

    A bad row never stops the reading: it leaves the table and enters the ledger. A file that
    can't be this table at all leaves it without a frame.
    """
    table = Table(spec, ledger)
    records = _records(data, spec, ledger, answers)
    if records is None:
        return table
    header = find_header(records.cells, records.rows, spec, ledger, answers)
    if header is None:
        return table
    table.n_read = len(records.cells) - header.first
    fields, rows = _fit(records, header, spec, ledger, answers)
    if fields is None:
        ledger.rejected.update(set(range(header.first, len(records.cells))) - ledger.skipped)
        return table
    table.unknown = note_unknown(fields, spec, ledger)
    table.frame = _frame(fields, records, rows, table, answers, today)
    if table.settle().empty and not ledger.is_refused:
        ledger.add("no_rows_kept", count=len(ledger.rejected))
    elif spec.name in _SMALL_IF_ONE and table.n_read - len(ledger.skipped) == len(table.kept) == 1:
        ledger.add("one_row", int(table.kept["at"].iloc[0]))
    return table


def _records(data: bytes, spec: TableSpec, ledger: Ledger, answers: Answers) -> Records | None:
    text = read_text(data, ledger, answers, spec.name)
    if text is None:
        return None
    stated, text = take_sep_line(text, ledger)
    names = known_names(spec)
    delimiter = stated or find_delimiter(text, names, ledger, answers, spec.name)
    if delimiter is None:
        return None
    escape = answers.text(spec.name, "escape")
    records = split_records(text, delimiter, escape=escape, first_line=2 if stated else 1)
    ledger.rows, ledger.lines = records.rows, records.lines
    if records.unclosed is not None:
        ledger.add("unclosed_quote", line=records.unclosed)
        return None
    if len(records.line_ends) > 1:
        ledger.add("mixed_line_ends", found=", ".join(records.line_ends))
    return records


def _fit(
    records: Records, header: Header, spec: TableSpec, ledger: Ledger, answers: Answers
) -> tuple[list[Field] | None, list[int]]:
    """The columns that are kept and the positions of the rows that fit them."""
    cells, width = records.cells, len(header.names)
    if width > MOST_COLUMNS:
        ledger.add("too_many_columns", found=f"{width:,}", limit=f"{MOST_COLUMNS:,}")
        return None, []
    found = find_rows(records, header, spec, ledger, answers)
    if not found and not ledger.is_refused:
        ledger.add("no_data_rows")
    rows = fit_rows(records, found, width, spec, ledger)
    fields = match_columns(header, cells, rows, spec, ledger, answers)
    if fields is None or ledger.is_stopped:
        return None, rows
    # What is refused here is left out of the reading; the rest of the file is still looked at.
    return screen_columns(fields, cells, rows, spec, ledger, answers), rows


def _frame(
    fields: Sequence[Field],
    records: Records,
    rows: Sequence[int],
    table: Table,
    answers: Answers,
    today: date,
) -> pd.DataFrame:
    spec, ledger = table.spec, table.ledger
    missing = set(answers.names(spec.name, "missing"))
    columns: dict[str, object] = {}
    for one in fields:
        raw = [records.cells[at][one.place] for at in rows]
        cells = [text.strip() for text in raw]
        if missing:
            cells = ["" if text.lower() in missing else text for text in cells]
        column = Column(spec.name, one.name, cells, rows, ledger, answers)
        _check_text(column)
        if one.spec is not None and (one.spec.kind == "id" or one.name == "name"):
            _note_spaces(column, raw)
        columns[_model_name(one, spec, columns)] = _values(one, column, today)
    columns["row"] = np.array([records.rows[at] for at in rows], dtype="int64")
    columns["at"] = np.array(rows, dtype="int64")
    return pd.DataFrame(columns)


def _model_name(one: Field, spec: TableSpec, taken: Collection[str]) -> str:
    """The column's name in the model; one that the model needs itself gets another name."""
    if one.spec is not None:
        return one.spec.model_name
    name = one.name
    while name in _RESERVED or name in spec.model_names or name in taken:
        name = f"{name}_in_file"
    return name


def _values(one: Field, column: Column, today: date) -> object:
    """Read the cells as what the column holds; text stays text."""
    spec = one.spec
    if spec is None:
        return pd.Series(list(column.cells), dtype="str")
    if spec.required:
        for at, text in column:
            if not text:
                column.reject("required_blank", at, "")
    if spec.kind == "day":
        return np.array(read_days(column, today), dtype="datetime64[us]")
    if spec.kind in ("number", "count", "share"):
        return np.array(read_numbers(column, spec), dtype="float64")
    if spec.kind == "id" or one.name == "name":
        check_names(column)
    if spec.vocabulary is not None:
        return pd.Series(read_terms(column, spec.vocabulary), dtype="str")
    return pd.Series(list(column.cells), dtype="str")


def _check_text(column: Column) -> None:
    """Look at cells as text: control characters, and signs of a wrong decoding."""
    for at, text in column:
        if text.isascii() and text.isprintable():
            continue
        if found := _CONTROL.search(text):
            column.reject("control_character", at, text, found=f"U+{ord(found[0]):04X}")
        if "\ufffd" in text:
            column.gather("replacement_character", at, text)
        if _MOJIBAKE.search(text) and _repaired(text) != text:
            column.gather("mojibake", at, text)
    column.tell("replacement_character")
    is_masked = column.name in column.ledger.masked
    repaired = "" if is_masked else _repaired(column.gathered("mojibake"))
    column.tell("mojibake", repaired=f"'{repaired}'" if repaired else "another word")


def _repaired(text: str) -> str:
    """The text as it would be had it been decoded as UTF-8 and not as cp1252."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _note_spaces(column: Column, raw: Sequence[str]) -> None:
    for at, text in zip(column.at, raw, strict=True):
        if text and (text[0].isspace() or text[-1].isspace()) and text.strip():
            column.gather("spaces_trimmed", at, text)
    column.tell("spaces_trimmed")
