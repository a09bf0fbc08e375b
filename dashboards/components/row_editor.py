"""A table whose cells can be corrected: one component for all its fields."""

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from dash.development.base_component import Component


class EditableRow(TypedDict):
    """A row: its key and number, what is wrong with it, its cells, the place of the wrong one."""

    at: int
    row: int
    why: str
    cells: Sequence[str]
    wrong: int


class RowEditor(Component):
    """A table of fields with what is wrong beside each row.

    ``edited`` holds what was changed: by the key of the row, by the place of the cell.

    Examples
    --------
    >>> row = {"at": 3, "row": 4, "why": "No day.", "cells": ["31/31/2024"], "wrong": 0}
    >>> RowEditor(id="rows", caption="log.csv", columns=["Day"], rows=[row]).edited
    {}
    """

    _children_props: list[str] = []  # noqa: RUF012 - Dash declares it so
    _namespace = "collabnet_dashboards"
    _type = "RowEditor"

    def __init__(
        self,
        *,
        id: str | Mapping[str, Any],
        caption: str,
        columns: Sequence[str],
        rows: Sequence[EditableRow],
        edited: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        given: dict[str, Any] = {
            "id": id,
            "caption": caption,
            "columns": list(columns),
            "rows": list(rows),
            "edited": dict(edited or {}),
        }
        self._prop_names = list(given)
        self.available_properties = list(given)
        self._valid_wildcard_attributes: list[str] = []
        self.available_wildcard_properties: list[str] = []
        super().__init__(**given)  # type: ignore[no-untyped-call] # Dash gives no types for it
