"""A table of text: one component for all its cells, so that hundreds of rows stay quick."""

from collections.abc import Sequence
from typing import Any, NotRequired, TypedDict

from dash.development.base_component import Component


class Marked(TypedDict):
    """A cell that leads somewhere (``href``), or is marked by the class ``cn-cell-`` + ``mark``."""

    text: str
    href: NotRequired[str]
    mark: NotRequired[str]


Cell = str | Marked


class PlainTable(Component):
    """A table with a caption; cells are shown as text, whatever they hold.

    Where it is wider than the page it scrolls alone, and the keyboard can reach that. With
    ``cards`` each row becomes a card on a telephone: every cell carries the name of its column.

    Examples
    --------
    >>> PlainTable(caption="Ties", columns=["Agency"], rows=[["Court"]]).rows
    [['Court']]
    """

    _children_props: list[str] = []  # noqa: RUF012 - Dash declares it so
    _namespace = "collabnet_dashboards"
    _type = "PlainTable"

    def __init__(
        self,
        *,
        caption: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        note: str = "",
        cards: bool = True,
    ) -> None:
        given: dict[str, Any] = {
            "caption": caption,
            "columns": list(columns),
            "rows": [list(row) for row in rows],
            "note": note,
            "cards": cards,
        }
        self._prop_names = ["id", *given]
        self.available_properties = self._prop_names
        self._valid_wildcard_attributes: list[str] = []
        self.available_wildcard_properties: list[str] = []
        super().__init__(**given)  # type: ignore[no-untyped-call] # Dash gives no types for it
