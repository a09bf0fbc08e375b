"""Say what each column of a file is: one of the table's, another one, or none."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from collabnet.data.header import known_names
from collabnet.data.issues import Ledger, listed, shown
from collabnet.data.options import Answers
from collabnet.data.sources.opened import Draft
from collabnet.model.specs import ColumnSpec, TableSpec
from collabnet.model.vocabulary import plain

MOST_COLUMNS = 1000
MADE_HERE = ("_as_written", "_precision", "age_band")
"""Ends of the names of columns that an import adds itself: nobody needs to be told of them."""
_FROM = ("from", "sender", "sent_by", "sending_agency", "referred_by", "referring_agency")
_TO = ("to", "receiver", "sent_to", "receiving_agency", "referred_to", "destination")
_MEANT = {
    "date": ("day", "when", "referral_date", "date_of_referral", "referred_on"),
    "from_agency": (*_FROM, "source"),
    "to_agency": (*_TO, "target"),
    "source": _FROM,
    "target": _TO,
}
"""Other names that people give to needed columns: hinted at, never taken for granted."""


@dataclass(frozen=True)
class Field:
    """One column of a file that is kept: its place, its name, and its spec if it has one."""

    place: int
    name: str
    spec: ColumnSpec | None = None


def match_columns(draft: Draft, spec: TableSpec, answers: Answers) -> list[Field] | None:
    """Match the columns of a file to those of the table; None when the file is refused."""
    ledger = draft.ledger
    names = [name.strip() for name in draft.names]
    if len(names) > MOST_COLUMNS:
        ledger.add("too_many_columns", found=f"{len(names):,}", limit=f"{MOST_COLUMNS:,}")
        return None
    known = known_names(spec)
    meant = [known.get(plain(name), "") for name in names]
    _check_twice(names, meant, ledger)
    _check_missing(names, meant, spec, ledger)
    by_name = {column.file_name: column for column in spec.columns}
    fields = []
    for place, (name, mean) in enumerate(zip(names, meant, strict=True)):
        if name and mean:
            if name != mean:
                ledger.add("header_spelling", column=mean, value=name, name=mean)
            fields.append(Field(place, mean, by_name[mean]))
        elif name:
            fields.append(Field(place, name))
        elif _keeps_unnamed(place, names, draft, spec, answers):
            fields.append(Field(place, f"column_{place + 1}"))
    return None if ledger.is_stopped else fields


def note_unknown(fields: Sequence[Field], spec: TableSpec, ledger: Ledger) -> list[str]:
    """Name the columns that aren't the table's, each with the nearest that is missing."""
    have = {field.name for field in fields if field.spec}
    absent = [column.file_name for column in spec.columns if column.file_name not in have]
    unknown = [field.name for field in fields if not field.spec]
    for name in unknown:
        if name.endswith(MADE_HERE):
            continue
        close = get_close_matches(plain(name)[:100], absent, n=1, cutoff=0.75)
        near = f" It may be {close[0]}." if close else ""
        ledger.add("unknown_column", column=name, table=spec.file, near=near)
    return unknown


def _check_twice(names: Sequence[str], meant: Sequence[str], ledger: Ledger) -> None:
    groups = defaultdict(list)
    for place, (name, mean) in enumerate(zip(names, meant, strict=True)):
        if name:
            groups[mean or plain(name)].append(place)
    for name, places in groups.items():
        if len(places) < 2:
            continue
        written = sorted({names[place] for place in places})
        told = listed([str(place + 1) for place in places])
        if len(written) == 1:
            ledger.add("duplicate_header", column=written[0], value=written[0], places=told)
        else:
            ledger.add(
                "headers_alike", column=name, value=", ".join(written), name=name, places=told
            )


def _check_missing(
    names: Sequence[str], meant: Sequence[str], spec: TableSpec, ledger: Ledger
) -> None:
    missing = [name for name in spec.required if name not in meant]
    if not missing:
        return
    if len(names) == 1:
        needed = listed(spec.required)
        ledger.add("one_column", value=names[0], table=spec.file, needed=needed)
        return
    others = {plain(name): name for name, mean in zip(names, meant, strict=True) if not mean}
    near = {name: _alike(name, others) for name in missing}
    hints = [f"{shown(others[close[0]])} may be {name}" for name, close in near.items() if close]
    ledger.add(
        "missing_column",
        column=listed(missing),
        needed=f"the column {missing[0]}" if len(missing) == 1 else f"columns {listed(missing)}",
        found=listed([shown(name) for name in names if name][:40]),
        near=f" Near matches: {'; '.join(hints)}." if hints else "",
    )


def _alike(name: str, others: Mapping[str, str]) -> list[str]:
    """The other column that a missing one may be: by its meaning, else by its letters."""
    meant = [word for word in _MEANT.get(name, ()) if word in others]
    return meant[:1] or get_close_matches(name, others, n=1, cutoff=0.6)


def _keeps_unnamed(
    place: int,
    names: Sequence[str],
    draft: Draft,
    spec: TableSpec,
    answers: Answers,
) -> bool:
    """Tell whether a column without a name is kept: asked when it holds data."""
    ledger = draft.ledger
    rows = zip(draft.at, draft.cells, strict=True)
    first = next((at for at, cells in rows if cells[place].strip()), None)
    if first is None:
        if any(names[place:]):
            ledger.add("blank_column", place=place + 1)
        elif place == 0 or names[place - 1]:
            ledger.add("trailing_delimiter")
        return False
    answer = answers.text(spec.name, "blank_header")
    if not answer:
        ledger.add("blank_header", first, place=place + 1)
    elif answer == "drop":
        ledger.add("column_dropped", column=f"column_{place + 1}")
    return answer == "keep"
