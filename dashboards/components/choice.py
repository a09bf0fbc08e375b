"""A box to choose from: the browser's own, which works with every keyboard, telephone and reader.

Dash's own dropdown is a drawing of one; `html.Select` tells Python nothing.
"""

from collections.abc import Sequence
from typing import Any, TypedDict

from dash.development.base_component import Component


class Option(TypedDict):
    """What can be chosen: the value for Python, the text for the reader."""

    value: str
    label: str


class Group(TypedDict):
    """Options under a heading; a group without a label stands without one."""

    label: str
    options: Sequence[Option]


class Choice(Component):
    """A labelled box with options in groups; ``value`` is "" where nothing is chosen.

    Names are shown as text, whatever they hold.

    Parameters
    ----------
    first : shown on top as the choice of nothing; without it something is always chosen

    Examples
    --------
    >>> Choice(id="person", label="Person", groups=[], first="Choose a person").value
    ''
    """

    _children_props: list[str] = []  # noqa: RUF012 - Dash declares it so
    _namespace = "collabnet_dashboards"
    _type = "Choice"

    def __init__(
        self,
        *,
        id: str,
        label: str,
        groups: Sequence[Group],
        value: str = "",
        first: str = "",
    ) -> None:
        given: dict[str, Any] = {
            "id": id,
            "label": label,
            "groups": list(groups),
            "value": value,
            "first": first,
        }
        self._prop_names = list(given)
        self.available_properties = list(given)
        self._valid_wildcard_attributes: list[str] = []
        self.available_wildcard_properties: list[str] = []
        super().__init__(**given)  # type: ignore[no-untyped-call] # Dash gives no types for it
