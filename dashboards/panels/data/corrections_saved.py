"""What was typed into a form as an edit, and what is told of it."""

import re
from collections.abc import Mapping, Sequence

from collabnet.data.editing import Edit, OwnTable
from collabnet.model.errors import CollabnetError
from collabnet.model.specs import TABLES

from .corrections_form import shown_value
from .corrections_rows import Actors
from .field_words import label, term


def saved(
    own: OwnTable, row: int | None, typed: Mapping[str, str | None], taken: Sequence[str]
) -> Edit:
    """Give the edit that a form comes to: only what differs from what it showed.

    Raises
    ------
    CollabnetError
        If nothing differs, or the row isn't there any more.
    """
    spec = TABLES[own.name]
    said = {name: (text or "").strip() for name, text in typed.items()}
    if row is None:
        filled = {name: text for name, text in said.items() if text}
        if spec.key and filled and not filled.get(spec.key):
            filled = {spec.key: _new_id(own.name, filled, taken), **filled}
        if not filled:
            raise CollabnetError("Nothing is filled in yet, so nothing was added.")
        if missing := [name for name in spec.required if name not in filled]:
            words = ", ".join(label(own.name, name) for name in missing)
            raise CollabnetError(f"Nothing was added: fill in {words} first.")
        return Edit(own.name, None, None, filled)
    cells = own.row(row)
    if cells is None:
        raise CollabnetError(f"Row {row} isn't there any more. Choose it again.")
    columns = {one.file_name: one for one in spec.columns}
    changed = {
        name: text
        for name, text in said.items()
        if name != spec.key and text != shown_value(columns[name], cells.get(name, ""))
    }
    if not changed:
        raise CollabnetError("Nothing was changed, so nothing was written. Change a field first.")
    return Edit(own.name, row, {name: cells.get(name, "") for name in changed}, changed)


def _new_id(table: str, cells: Mapping[str, str], taken: Sequence[str]) -> str:
    words = cells.get("name") or cells.get("role") or table
    if table == "agreements":
        words = f"{cells.get('from_agency')} to {cells.get('to_agency')}"
    wanted = name = re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")[:60] or table
    number = 2
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    return name


def told(edit: Edit, actors: Actors) -> str:
    """Say what was written."""
    where = f"{edit.file}, row {edit.row}"
    if edit.after is None:
        return f"Removed: {where}."

    def said(text: str) -> str:
        return f"“{actors.name(term(text))}”" if text else "empty"

    before = edit.before or {}
    parts = [
        f"{label(edit.table, name)} {said(text)}"
        + (f" (was {said(before.get(name, ''))})" if edit.before is not None else "")
        for name, text in edit.after.items()
    ]
    return f"{'Saved' if edit.before is not None else 'Added'}: {where}. {'; '.join(parts)}."
