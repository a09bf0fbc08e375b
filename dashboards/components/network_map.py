"""The network map: agencies as boxes that hold people, ties as lines; by mouse, touch and keys."""

from collections.abc import Sequence
from typing import Any, Literal, NotRequired, TypedDict

from dash.development.base_component import Component

from collabnet.plots.layout import Positions


class Agency(TypedDict):
    """A box. ``outside``: belongs to another site, stands only at the end of ties."""

    id: str
    label: str
    sector: NotRequired[str | None]
    outside: NotRequired[bool]


class Person(TypedDict):
    """A person, or what stands for one, in the box of ``agency``."""

    id: str
    label: str
    agency: str
    role: NotRequired[str | None]
    kind: NotRequired[Literal["person", "group", "position", "unknown"]]
    is_hub: NotRequired[bool]
    outside: NotRequired[bool]


Tie = TypedDict(
    "Tie",
    {
        "id": str,
        "from": str,
        "to": str,
        "kind": NotRequired[str | None],
        "basis": NotRequired[Literal["formal", "informal", "unknown"]],
        "quality": NotRequired[Literal["usable", "strained", "absent"]],
        "strength": NotRequired[float | None],
        "directed": NotRequired[bool],
        "label": NotRequired[str | None],
    },
)


class Elements(TypedDict):
    """What is on the map. The ends of ties are ids of people or of agencies."""

    agencies: Sequence[Agency]
    people: Sequence[Person]
    ties: Sequence[Tie]


class Highlight(TypedDict, total=False):
    """Ids that a change touches: people who go, ties and actors lost or interrupted."""

    gone: Sequence[str]
    lost: Sequence[str]
    interrupted: Sequence[str]


class Selected(TypedDict):
    """What the user chose."""

    what: Literal["agency", "person", "tie"]
    id: str


class NetworkMap(Component):
    """A map of agencies, people and ties.

    ``selected`` is set by click, touch or Enter (None when cleared) and may be set by a callback.
    ``positions`` come from `collabnet.plots.layout.positions`; ``positions_narrow`` are used where
    the map has less than 640 pixels of width. Names are shown as text, whatever they hold.

    Examples
    --------
    >>> court = Agency(id="court", label="Court")
    >>> NetworkMap(id="map", elements=Elements(agencies=[court], people=[], ties=[]))
    NetworkMap(id='map', elements=..., height=600)
    """

    _children_props: list[str] = []  # noqa: RUF012 - Dash declares it so
    _namespace = "collabnet_dashboards"
    _type = "NetworkMap"

    def __init__(
        self,
        *,
        id: str,
        elements: Elements,
        positions: Positions | None = None,
        positions_narrow: Positions | None = None,
        selected: Selected | None = None,
        highlight: Highlight | None = None,
        height: int = 600,
    ) -> None:
        given: dict[str, Any] = {
            "id": id,
            "elements": elements,
            "positions": positions,
            "positions_narrow": positions_narrow,
            "selected": selected,
            "highlight": highlight,
            "height": height,
        }
        self._prop_names = list(given)
        self.available_properties = list(given)
        self._valid_wildcard_attributes: list[str] = []
        self.available_wildcard_properties: list[str] = []
        given = {name: value for name, value in given.items() if value is not None}
        super().__init__(**given)  # type: ignore[no-untyped-call] # Dash gives no types for it
