"""A matrix of links: one component for all its cells, so that many agencies stay quick."""

from collections.abc import Sequence
from typing import Any, TypedDict

from dash.development.base_component import Component


class MatrixCell(TypedDict):
    """A cell with a link: its column, number and signs, what is read out, where it leads.

    ``level`` is how dark it is, from 0 to 4; ``chosen`` marks the one that is open.
    """

    column: int
    text: str
    marks: str
    says: str
    href: str
    level: int
    chosen: bool


class MatrixRow(TypedDict):
    """A row: its name, and the cells in which something stands."""

    name: str
    cells: Sequence[MatrixCell]


class LinkMatrix(Component):
    """A matrix whose names stay in sight while it scrolls; each cell that holds something leads on.

    All is shown as text, whatever it holds.

    Examples
    --------
    >>> rows = [{"name": "Court", "cells": []}]
    >>> LinkMatrix(caption="Links", columns=["Clinic"], rows=rows).columns
    ['Clinic']
    """

    _children_props: list[str] = []  # noqa: RUF012 - Dash declares it so
    _namespace = "collabnet_dashboards"
    _type = "LinkMatrix"

    def __init__(self, *, caption: str, columns: Sequence[str], rows: Sequence[MatrixRow]) -> None:
        given: dict[str, Any] = {"caption": caption, "columns": list(columns), "rows": list(rows)}
        self._prop_names = ["id", *given]
        self.available_properties = self._prop_names
        self._valid_wildcard_attributes: list[str] = []
        self.available_wildcard_properties: list[str] = []
        super().__init__(**given)  # type: ignore[no-untyped-call] # Dash gives no types for it
