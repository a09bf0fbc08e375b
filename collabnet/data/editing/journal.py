"""What was corrected: corrections.csv in the coalition's folder, by which it can be taken back."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from collabnet.data.editing.edit import Edit
from collabnet.data.issues import Ledger, counted, listed
from collabnet.data.place import Place
from collabnet.data.writers.cells import excel_csv, guarded, unguarded
from collabnet.model.errors import CollabnetError
from collabnet.model.specs import TABLES

FILE = "corrections.csv"
COLUMNS = ("step", "part", "done_on", "file", "row", "did", "column", "before", "after")
UNDONE = "undone"
Line = dict[str, str]


@dataclass(frozen=True)
class Step:
    """What was corrected at once, and is taken back at once.

    Attributes
    ----------
    number : counts the corrections of a folder from 1
    done_on : the day, as YYYY-MM-DD
    edits : row by row, in their order
    """

    number: int
    done_on: str
    edits: tuple[Edit, ...]

    @property
    def words(self) -> str:
        """Say what was done, file by file, without what stood in the rows.

        Examples
        --------
        >>> Step(1, "2024-03-05", (Edit("people", 3, {"role": "a"}, {"role": "b"}),)).words
        '1 row of people.csv changed'
        """
        kinds = list(dict.fromkeys((edit.did, edit.file) for edit in self.edits))
        of = [(edit.did, edit.file) for edit in self.edits]
        return listed([f"{counted(of.count(one), 'row')} of {one[1]} {one[0]}" for one in kinds])


def steps_in(place: Place) -> tuple[list[Step], int]:
    """Give the corrections that hold, oldest first, and how many were ever made.

    Raises
    ------
    CollabnetError
        If corrections.csv isn't as it was written.
    """
    lines = _lines(place)
    try:
        made: dict[int, list[Line]] = {}
        for line in lines:
            made.setdefault(int(line["step"]), []).append(line)
        held = [
            _step(number, found)
            for number, found in made.items()
            if not any(line["did"] == UNDONE for line in found)
        ]
    except (ValueError, KeyError) as error:
        raise CollabnetError(
            f"{FILE} isn't as it was written, so no correction can be added or taken back. Bring "
            "back the file as it was, or move it to another folder to begin anew."
        ) from error
    return held, max(made, default=0)


def with_step(place: Place, edits: Sequence[Edit], number: int, today: str) -> bytes:
    """Give the file with a step at its end."""
    made = [
        dict(zip(COLUMNS, (str(number), str(part), today, edit.file, str(edit.row), edit.did,
                           *cell), strict=True))
        for part, edit in enumerate(edits, start=1)
        for cell in _cells(edit)
    ]  # fmt: skip
    return _written([*_lines(place), *made])


def with_undone(place: Place, number: int, today: str) -> bytes:
    """Give the file with the line that says that a step was taken back."""
    line = dict.fromkeys(COLUMNS, "") | {"step": str(number), "done_on": today, "did": UNDONE}
    return _written([*_lines(place), line])


def _cells(edit: Edit) -> list[tuple[str, str, str]]:
    before, after = edit.before or {}, edit.after or {}
    names = dict.fromkeys([*before, *after])
    found = [(name, before.get(name, ""), after.get(name, "")) for name in names]
    return [one for one in found if one[1] != one[2]]


def _step(number: int, lines: Sequence[Line]) -> Step:
    parts: dict[str, list[Line]] = {}
    for line in lines:
        parts.setdefault(line["part"], []).append(line)
    return Step(number, lines[0]["done_on"], tuple(_edit(found) for found in parts.values()))


def _edit(lines: Sequence[Line]) -> Edit:
    first = lines[0]
    table = next(name for name, spec in TABLES.items() if spec.file == first["file"])
    before, after = ({line["column"]: line[side] for line in lines} for side in ("before", "after"))
    return Edit(
        table,
        int(first["row"]),
        None if first["did"] == "added" else before,
        None if first["did"] == "removed" else after,
    )


def _lines(place: Place) -> list[Line]:
    if FILE not in place.listing().names:
        return []
    data = place.read(FILE, Ledger(FILE)) or b""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace"), newline=""))
    return [{name: unguarded(row.get(name) or "") for name in COLUMNS} for row in rows]


def _written(lines: Sequence[Line]) -> bytes:
    rows = ([guarded(line[name]) for name in COLUMNS] for line in lines)
    return excel_csv([list(COLUMNS), *rows])
