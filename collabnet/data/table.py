"""Read one file of a coalition as one of its tables."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd

from collabnet.data.column import Column
from collabnet.data.columns import MOST_COLUMNS, Field, match_columns, note_unknown
from collabnet.data.days import read_days
from collabnet.data.delimiter import find_delimiter, take_sep_line
from collabnet.data.files import none_kept
from collabnet.data.hand_kept.persons import note_persons
from collabnet.data.header import find_header, known_names
from collabnet.data.issues import Facts, Ledger, shown
from collabnet.data.names import check_names
from collabnet.data.numbers import read_numbers
from collabnet.data.options import Answers
from collabnet.data.personal import screen_columns
from collabnet.data.records import Records, split_records
from collabnet.data.rows import find_rows, fit_rows
from collabnet.data.sources.opened import Draft
from collabnet.data.terms import read_terms
from collabnet.data.text import read_text
from collabnet.model.specs import TABLES, TableSpec

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_MOJIBAKE = re.compile("[ÂÃâ][\x80-\xbf€-™]")
LARGE_LOG = 1_000_000
# One agreement is usual; one referral, tie, agency or person is an export cut short.
_SMALL_IF_ONE = {"agencies", "people", "ties", "referrals"}
# Names that the model gives to columns of its own making.
_RESERVED = {"row", "at", "file", "from_id", "to_id", "from_kind", "to_kind"}


class Garbled(NamedTuple):
    """A cell whose text was decoded wrongly before it came here."""

    code: str
    column: str
    at: int
    text: str


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
    records = read_records(data, known_names(spec), ledger, answers, spec.name)
    draft = None if records is None else draft_table(records, spec, ledger, answers)
    return Table(spec, ledger) if draft is None else read_draft(draft, answers, today)


def read_records(
    data: bytes, known: Collection[str], ledger: Ledger, answers: Answers, table: str = ""
) -> Records | None:
    """Split a CSV file into records of cells; None when that can't be done or is to be asked.

    ``known`` are names of columns, by which the delimiter is told.
    """
    text = read_text(data, ledger, answers, table)
    return None if text is None else text_records(text, known, ledger, answers, table)


def text_records(
    text: str, known: Collection[str], ledger: Ledger, answers: Answers, table: str = ""
) -> Records | None:
    """Split a text into records of cells; None when that can't be done or is to be asked."""
    stated, text = take_sep_line(text, ledger)
    delimiter = stated or find_delimiter(text, known, ledger, answers, table)
    if delimiter is None:
        return None
    escape = answers.text(table, "escape")
    records = split_records(text, delimiter, escape=escape, first_line=2 if stated else 1)
    ledger.rows, ledger.lines = records.rows, records.lines
    if records.unclosed is not None:
        ledger.add("unclosed_quote", line=records.unclosed)
        return None
    if len(records.line_ends) > 1:
        ledger.add("mixed_line_ends", found=", ".join(records.line_ends))
    return records


def draft_table(
    records: Records, spec: TableSpec, ledger: Ledger, answers: Answers
) -> Draft | None:
    """Find the header and the rows of a table among records; None when the file is refused."""
    header = find_header(records.cells, records.rows, spec, ledger, answers)
    if header is None:
        return None
    ledger.n_read = len(records.cells) - header.first
    # What turned out to be a header is no row that was left out, such as a month above names.
    ledger.skipped = {at for at in ledger.skipped if at >= header.first}
    ledger.originals = records.cells
    width = len(header.names)
    draft = Draft(spec.name, header.names, ledger, places=list(range(width)))
    if width > MOST_COLUMNS:
        ledger.add("too_many_columns", found=f"{width:,}", limit=f"{MOST_COLUMNS:,}")
        return draft
    found = find_rows(records, header, spec, ledger, answers)
    if not found and not ledger.is_refused:
        ledger.add("no_data_rows")
    draft.at = fit_rows(records, found, width, spec, ledger)
    draft.cells = [records.cells[at] for at in draft.at]
    return draft


def read_draft(draft: Draft, answers: Answers, today: date) -> Table:
    """Check the values of a table whose rows and columns are known.

    What is wrong goes to the draft's ledger; a table whose columns are refused has no frame.
    """
    spec, ledger = TABLES[draft.table], draft.ledger
    table = Table(spec, ledger, n_read=ledger.n_read)
    fields = None if ledger.is_stopped else match_columns(draft, spec, answers)
    if fields is None or ledger.is_stopped:
        ledger.rejected.update(_data_positions(ledger) - ledger.skipped)
        return table
    if spec.name == "referrals" and table.n_read > LARGE_LOG:
        ledger.add("large_log", found=f"{table.n_read:,}")
    # What is refused here is left out of the reading; the rest of the file is still looked at.
    fields = screen_columns(fields, draft, spec, answers)
    table.unknown = note_unknown(fields, spec, ledger)
    table.frame = _frame(fields, draft, table, answers, today)
    if table.settle().empty and not ledger.is_refused:
        ledger.add("no_rows_kept", **none_kept(len(ledger.rejected)))
    elif spec.name in _SMALL_IF_ONE and table.n_read - len(ledger.skipped) == len(table.kept) == 1:
        ledger.add("one_row", int(table.kept["at"].iloc[0]))
    return table


def _data_positions(ledger: Ledger) -> set[int]:
    """The positions of the data: the last ones, since headers stand above."""
    return set(range(len(ledger.rows) - ledger.n_read, len(ledger.rows)))


def _frame(
    fields: Sequence[Field], draft: Draft, table: Table, answers: Answers, today: date
) -> pd.DataFrame:
    spec, ledger = table.spec, table.ledger
    missing = set(answers.names(spec.name, "missing"))
    columns: dict[str, object] = {}
    garbled: list[Garbled] = []
    for one in fields:
        raw = [record[one.place] for record in draft.cells]
        cells = [text.strip() for text in raw]
        if missing:
            cells = ["" if text.lower() in missing else text for text in cells]
        column = Column(spec.name, one.name, cells, draft.at, ledger, answers)
        garbled += _check_text(column)
        if one.spec is not None and (one.spec.kind == "id" or one.name == "name"):
            _note_spaces(column, raw)
        columns[_model_name(one, spec, columns)] = _values(one, column, today)
    _tell_garbled(garbled, ledger)
    columns["row"] = np.array([ledger.rows[at] for at in draft.at], dtype="int64")
    columns["at"] = np.array(draft.at, dtype="int64")
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
        note_persons(column)
    if spec.vocabulary is not None:
        return pd.Series(read_terms(column, spec.vocabulary), dtype="str")
    return pd.Series(list(column.cells), dtype="str")


def _check_text(column: Column) -> list[Garbled]:
    """Look at cells as text: control characters, and signs of a wrong decoding."""
    garbled: list[Garbled] = []
    for at, text in column:
        if text.isascii() and text.isprintable():
            continue
        if found := _CONTROL.search(text):
            column.reject("control_character", at, text, found=f"U+{ord(found[0]):04X}")
        if "\ufffd" in text:
            garbled.append(Garbled("replacement_character", column.name, at, text))
        if _MOJIBAKE.search(text) and _repaired(text) != text:
            garbled.append(Garbled("mojibake", column.name, at, text))
    return garbled


def _tell_garbled(garbled: Sequence[Garbled], ledger: Ledger) -> None:
    """Say once for the whole sheet that text was decoded wrongly, by a cell that may be shown."""
    for code in ("replacement_character", "mojibake"):
        hits = [one for one in garbled if one.code == code]
        if not hits:
            continue
        open_hits = [one for one in hits if one.column not in ledger.masked]
        first = (open_hits or hits)[0]
        repaired = f"'{shown(_repaired(first.text))}'" if open_hits else "another word"
        told: Facts = {"count": len(hits), "repaired": repaired}
        ledger.add(code, first.at, column=first.column, value=first.text, **told)


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
