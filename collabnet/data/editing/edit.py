"""One change of one row, and how it is carried out on the files of a folder."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from collabnet.data.editing.own_table import OwnTable, read_own
from collabnet.data.issues import listed, shown
from collabnet.data.place import Place
from collabnet.model.errors import CollabnetError
from collabnet.model.specs import TABLES


@dataclass(frozen=True)
class Edit:
    """One row changed, added or removed.

    Attributes
    ----------
    table : such as "people"
    row : its number in the file; of a row that is added None puts it below the last one
    before : the cells that change as they stand, by column; None where the row is added
    after : the cells as they will stand; None where the row is removed

    Examples
    --------
    >>> edit = Edit("people", 3, {"role": "Clerk"}, {"role": "Judge"})
    >>> edit.did, edit.inverse.after
    ('changed', {'role': 'Clerk'})
    """

    table: str
    row: int | None
    before: Mapping[str, str] | None = field(default=None)
    after: Mapping[str, str] | None = field(default=None)

    @property
    def file(self) -> str:
        """The file that it is about."""
        return TABLES[self.table].file

    @property
    def did(self) -> str:
        """What it does: changed, added or removed."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    @property
    def inverse(self) -> "Edit":
        """The edit that takes it back."""
        return replace(self, before=self.after, after=self.before)


def apply(
    place: Place, edits: Iterable[Edit], reading: Mapping[str, object] | None
) -> tuple[dict[str, bytes], list[Edit]]:
    """Carry edits out one after the other: the files as they will be, and the edits with rows.

    Raises
    ------
    CollabnetError
        If a row isn't as the edit says any more, or a file can't be edited.
    """
    tables: dict[str, OwnTable] = {}
    done = []
    for edit in edits:
        if edit.table not in tables:
            tables[edit.table] = read_own(place, edit.table, reading)
        table = tables[edit.table]
        if edit.before is not None:
            _need_unchanged(table, edit)
        done.append(_apply_one(table, edit))
    return {TABLES[name].file: table.to_bytes() for name, table in tables.items()}, done


def _apply_one(table: OwnTable, edit: Edit) -> Edit:
    if edit.after is None:
        table.remove(edit.row or 0)
        return edit
    if edit.before is None:
        return replace(edit, row=table.insert(edit.after, edit.row))
    table.change(edit.row or 0, edit.after)
    return edit


def _need_unchanged(table: OwnTable, edit: Edit) -> None:
    """Refuse to change a row that somebody else has changed or moved meanwhile."""
    found = table.row(edit.row or 0)
    before = edit.before or {}
    if found is None:
        why = "it isn't there any more"
    elif other := [name for name, text in before.items() if found.get(name, "") != text.strip()]:
        why = f"{listed([shown(name) for name in other])} there is another now"
    else:
        return
    raise CollabnetError(
        f"Row {edit.row} of {edit.file} was left as it is: {why}. Look at the row again, then "
        "correct it."
    )
