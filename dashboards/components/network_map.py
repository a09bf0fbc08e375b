"""The network map: agencies as boxes that hold people, ties as lines; by mouse, touch and keys."""

from collections.abc import Mapping, Sequence
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


# ``referrals``: where a tie is counted in a log, its parts as (month as YYYY-MM, service, number);
# what isn't known is "". Ties without are reported: they have neither.
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
        "referrals": NotRequired[Sequence[tuple[str, str, int]]],
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


class Actor(TypedDict):
    """A person or an agency on the map."""

    what: Literal["agency", "person"]
    id: str


class Focus(Actor):
    """An actor that is shown with its neighbors only, up to so many steps away."""

    steps: Literal[1, 2]


# What is shown. A group that isn't mentioned is shown as usual: whole, but without missing ties.
# ``from`` and ``to`` are months (YYYY-MM); ``least`` is the number of referrals that a line has.
Filters = TypedDict(
    "Filters",
    {
        "bases": Sequence[Literal["formal", "informal", "unknown"]],
        "qualities": Sequence[Literal["usable", "strained", "absent"]],
        "relations": Sequence[str],
        "sectors": Sequence[str],
        "services": Sequence[str],
        "from": str,
        "to": str,
        "least": int,
    },
    total=False,
)


class Sizes(TypedDict):
    """A measure in words, and its value for actors' ids: people larger, agencies' edges thicker."""

    measure: str
    values: Mapping[str, float]


class Kept(TypedDict):
    """Where the user put things: middles of agencies and of people."""

    agencies: Mapping[str, tuple[float, float]]
    people: Mapping[str, tuple[float, float]]


class NetworkMap(Component):
    """A map of agencies, people and ties.

    ``positions`` come from `collabnet.plots.layout.positions`; ``positions_narrow`` are used where
    the map has less than 760 pixels of width. Names are shown as text, whatever they hold.
    ``title`` and ``label`` (who may see it, where the data come from) stand in saved pictures.

    What the user does arrives in ``selected`` (click, touch or Enter; None when cleared),
    ``selected_many`` (with Shift), ``filters``, ``collapsed`` (ids of closed agencies; None: as
    usual, which is all of them above some 600 actors), ``focus`` and ``positions_kept``; each may
    be set by a callback as well.

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
        positions_kept: Kept | None = None,
        selected: Selected | None = None,
        selected_many: Sequence[Actor] | None = None,
        highlight: Highlight | None = None,
        filters: Filters | None = None,
        collapsed: Sequence[str] | None = None,
        focus: Focus | None = None,
        sizes: Sizes | None = None,
        title: str | None = None,
        label: str | None = None,
        height: int = 600,
    ) -> None:
        given: dict[str, Any] = {
            "id": id,
            "elements": elements,
            "positions": positions,
            "positions_narrow": positions_narrow,
            "positions_kept": positions_kept,
            "selected": selected,
            "selected_many": selected_many,
            "highlight": highlight,
            "filters": filters,
            "collapsed": collapsed,
            "focus": focus,
            "sizes": sizes,
            "title": title,
            "label": label,
            "height": height,
        }
        self._prop_names = list(given)
        self.available_properties = list(given)
        self._valid_wildcard_attributes: list[str] = []
        self.available_wildcard_properties: list[str] = []
        given = {name: value for name, value in given.items() if value is not None}
        super().__init__(**given)  # type: ignore[no-untyped-call] # Dash gives no types for it
