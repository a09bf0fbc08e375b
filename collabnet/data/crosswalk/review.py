"""Look at the names of a coalition: which are open, whom they may mean, what was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from os import PathLike
from pathlib import Path

import pandas as pd

from collabnet.data.crosswalk.candidates import judge
from collabnet.data.crosswalk.decisions import Decision, spelled
from collabnet.data.crosswalk.entries import Entry, Spelling
from collabnet.data.crosswalk.file import add_decisions
from collabnet.data.crosswalk.likely import candidates_of
from collabnet.data.crosswalk.resolve import Names
from collabnet.data.folder import Folder, read_folder
from collabnet.data.issues import shown
from collabnet.data.load import refusal
from collabnet.data.samples import find_path, list_samples
from collabnet.model.errors import CollabnetError, ReadingError, unknown_name

OPEN_COLUMNS = ("kind", "written", "at_agency", "rows", "used_in")
READ_COLUMNS = (*OPEN_COLUMNS, "id", "how")


@dataclass(frozen=True)
class Review:
    """The names of a coalition.

    Attributes
    ----------
    open : one row per spelling that is no id and that nobody has decided about
    candidates : one row per open spelling and entry of the rosters that it may mean
    read : one row per spelling that is read as an id, with why
    """

    name: str
    path: Path
    names: Names
    open: pd.DataFrame
    candidates: pd.DataFrame
    read: pd.DataFrame

    def to_dict(self) -> dict[str, object]:
        """Give the review as plain values for JSON."""
        tables = {"open": self.open, "candidates": self.candidates, "read": self.read}
        return {
            "schema_version": 1,
            "name": self.name,
            **{name: table.to_dict("records") for name, table in tables.items()},
        }


def review_names(
    path: str | PathLike[str],
    *,
    reading: Mapping[str, object] | None = None,
    today: date | None = None,
) -> Review:
    """List the spellings of a coalition that are no ids, and whom each may mean.

    Where a roster is missing, spellings are compared with each other: the rarer with the more
    frequent. Nothing is changed.

    Raises
    ------
    NotFoundError
        If there is neither such a path nor such a sample.
    ReadingError
        If a table can't be read at all, so that names can't be looked at.

    Examples
    --------
    >>> review_names("sample:g1").open.empty
    True
    """
    place = find_path(path)
    if not place.is_dir():
        raise ReadingError(
            f"Names are settled in a coalition folder; '{shown(str(path))}' is none. Import the "
            "file into one first: collabnet import FILE --into DIR."
        )
    folder = read_folder(place, reading, today or date.today())
    names = folder.names
    if _is_unread(folder):
        raise refusal(folder)
    candidates = candidates_of(names)
    columns = (candidates[name] for name in ("kind", "written", "at_agency"))
    with_any = set(zip(*columns, strict=True))
    # Where there is no roster, what is like nothing else is a name of its own.
    still_open = [
        one
        for one in names.left
        if names.has_roster[one.kinds[0]]
        or any((kind, one.written, one.at_agency) in with_any for kind in one.kinds)
    ]
    return Review(
        folder.settings.name,
        place,
        names,
        _table([_cells(one) for one in still_open], OPEN_COLUMNS),
        candidates,
        _table([(*_cells(one), to.id, to.how) for one, to in names.read], READ_COLUMNS),
    )


def _is_unread(folder: Folder) -> bool:
    """Whether the reading stopped before the names, or the crosswalk can't be used."""
    lost = [one for one in folder.tables.values() if one.frame is None]
    crosswalk = [one for one in folder.ledgers if one.file == "crosswalk.csv" and one.is_refused]
    return bool(lost or crosswalk or not folder.tables)


def _cells(one: Spelling) -> tuple[object, ...]:
    used = "; ".join(f"{file}: {column}" for file, column in one.used_in)
    return " or ".join(one.kinds), one.written, one.at_agency, one.rows, used


def _table(rows: Sequence[tuple[object, ...]], columns: Sequence[str]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=list(columns))
    return frame.astype({name: "int64" if name == "rows" else "str" for name in columns})


def decide(
    path: str | PathLike[str],
    lines: Sequence[Decision],
    *,
    reading: Mapping[str, object] | None = None,
    today: date | None = None,
) -> tuple[Path, list[Decision]]:
    """Write decisions about names into a folder's crosswalk.csv, each with the evidence for it.

    A blank ``kind`` is taken from the id, else from where the spelling is used. ``today`` is the
    day that the lines carry; the computer's, if not given.

    Returns
    -------
    Path, list of Decision
        The file, and the lines as they were written.

    Raises
    ------
    CollabnetError
        If it is a sample, an id is in no table, there is nothing to undo, or the file can't be
        written; nothing is changed then.
    """
    place = find_path(path)
    if place in {sample.path for sample in list_samples()}:
        raise CollabnetError(
            f"A sample stays as it is. Copy it first: collabnet samples {place.name} --to DIR."
        )
    review = review_names(path, reading=reading, today=today)
    whole = [_completed(line, review) for line in lines]
    return add_decisions(review.path, whole, today=today or date.today()), whole


def _completed(line: Decision, review: Review) -> Decision:
    """Check a decision against what the coalition holds; add kind and evidence."""
    names = review.names
    if not line.written.strip():
        raise CollabnetError("A decision needs a spelling; got an empty one. Name it as written.")
    entries = {one.id: one for one in names.entries}
    used = {one.written: one for one in [*names.left, *(one for one, _ in names.read)]}
    if line.means and line.means not in entries and line.means not in used:
        remedy = "Name an id of agencies.csv or people.csv."
        raise unknown_name("agency or person", shown(line.means), [*entries, *used], remedy)
    if line.decision == "same" and line.written in entries:
        raise CollabnetError(
            f"'{shown(line.written)}' is an id itself and stands for itself. Rename the id in the "
            "file that has it, if it is somebody else's."
        )
    line = replace(line, written=spelled(line.written), kind=line.kind or _kind(line, review))
    if line.decision == "undone":
        return _placed(line, names)
    entry = entries.get(line.means) or Entry(line.kind, line.means, (line.means,))
    if line.means and not line.evidence:
        one = Spelling((line.kind,), line.written, line.at_agency)
        line = replace(line, evidence=judge(one, entry).to_text())
    return line


def _kind(line: Decision, review: Review) -> str:
    names = review.names
    if line.decision == "undone":
        kinds = {one.kind for one in names.crosswalk.lines if one.written == line.written}
    else:
        kinds = {one.kind for one in names.entries if one.id == line.means}
    if not kinds:
        spellings = [*names.left, *(one for one, _ in names.read)]
        kinds = {
            kind
            for one in spellings
            if spelled(one.written) == spelled(line.written)
            for kind in one.kinds
        }
    if len(kinds) == 1:
        return kinds.pop()
    raise CollabnetError(
        f"It isn't plain whether '{shown(line.written)}' is an agency or a person. Say --agency or "
        "--person."
    )


def _placed(line: Decision, names: Names) -> Decision:
    """Find the decision that is to be undone, where its place isn't said and only one holds."""
    if names.crosswalk.held(line.key):
        return line
    places = names.crosswalk.places(line.kind, line.written)
    if len(places) == 1 and not line.at_agency and not line.in_file:
        return replace(line, at_agency=places[0][2], in_file=places[0][3])
    said = " It holds at several places: say --at AGENCY or --in FILE." if places else ""
    raise CollabnetError(
        f"There is no decision about '{shown(line.written)}' to undo.{said} The lines of "
        "crosswalk.csv say what was decided."
    )
