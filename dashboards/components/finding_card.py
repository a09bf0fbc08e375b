"""A finding that opens: one component for all that stands behind it, so that lists stay quick."""

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, TypedDict

from dash.development.base_component import Component


class Ask(TypedDict):
    """A button: its words, what is read out after them, and what it asks for."""

    words: str
    about: str
    asked: Mapping[str, Any]


class Person(TypedDict):
    """A person concerned, and the buttons beside them."""

    name: str
    about: str
    asks: Sequence[Ask]


class Part(TypedDict):
    """One part of what a finding opens to: a title above a text, lines, facts, people or buttons.

    Facts are pairs of words and value. ``wide`` takes the whole width; ``fold`` hides long lines
    behind its words.
    """

    title: str
    wide: NotRequired[bool]
    fold: NotRequired[str]
    text: NotRequired[str]
    lines: NotRequired[Sequence[str]]
    facts: NotRequired[Sequence[tuple[str, str]]]
    people: NotRequired[Sequence[Person]]
    asks: NotRequired[Sequence[Ask]]


class FindingCard(Component):
    """A finding of a list: a sentence that opens, with the keyboard too, to its parts.

    ``mark`` says below the sentence what a what-if does to it. All is shown as text, whatever it
    holds.

    Examples
    --------
    >>> card = FindingCard(severity="high", lead="One carries it.", rest="", status="", parts=[])
    >>> card.mark
    ''
    """

    _children_props: list[str] = []  # noqa: RUF012 - Dash declares it so
    _namespace = "collabnet_dashboards"
    _type = "FindingCard"

    def __init__(
        self,
        *,
        severity: str,
        lead: str,
        rest: str,
        status: str,
        parts: Sequence[Part],
        mark: str = "",
        id: str | Mapping[str, Any] | None = None,
    ) -> None:
        given: dict[str, Any] = {
            "severity": severity,
            "lead": lead,
            "rest": rest,
            "status": status,
            "parts": list(parts),
            "mark": mark,
        }
        if id is not None:
            given["id"] = id
        self._prop_names = ["id", *given]
        self.available_properties = self._prop_names
        self._valid_wildcard_attributes: list[str] = []
        self.available_wildcard_properties: list[str] = []
        super().__init__(**given)  # type: ignore[no-untyped-call] # Dash gives no types for it
