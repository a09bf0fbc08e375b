"""A finding that opens: one component for all that stands behind it, so that lists stay quick."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, TypedDict

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


class Way(TypedDict):
    """A link to another page: its words and its address."""

    words: str
    href: str


class Meaning(TypedDict):
    """What a word opens to: see `panels.define`."""

    title: str
    meaning: str
    term: str


Fact = tuple[str, str] | tuple[str, str, Meaning]
"""Words and value of a number, and what the words mean."""


class Part(TypedDict):
    """One part of what a finding opens to: a title above a text, lines, facts, people or buttons.

    ``wide`` takes the whole width; ``fold`` hides long lines behind its words.
    """

    title: str
    wide: NotRequired[bool]
    fold: NotRequired[str]
    text: NotRequired[str]
    lines: NotRequired[Sequence[str]]
    facts: NotRequired[Sequence[Fact]]
    people: NotRequired[Sequence[Person]]
    asks: NotRequired[Sequence[Ask]]
    ways: NotRequired[Sequence[Way]]


class FindingCard(Component):
    """A finding of a list: a sentence that opens, with the keyboard too, to its parts.

    ``tag`` says in a word how bad it is; ``mark`` says below the sentence what is tried does to
    it; ``heading`` is the level of the parts' titles. One that is ``fixed`` stands alone and is
    open always. All is shown as text, whatever it holds.

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
        tag: str = "",
        mark: str = "",
        heading: Literal["h3", "h4"] = "h3",
        fixed: bool = False,
        id: str | Mapping[str, Any] | None = None,
    ) -> None:
        given: dict[str, Any] = {
            "severity": severity,
            "lead": lead,
            "rest": rest,
            "status": status,
            "parts": list(parts),
            "tag": tag,
            "mark": mark,
            "heading": heading,
            "fixed": fixed,
        }
        if id is not None:
            given["id"] = id
        self._prop_names = ["id", *given]
        self.available_properties = self._prop_names
        self._valid_wildcard_attributes: list[str] = []
        self.available_wildcard_properties: list[str] = []
        super().__init__(**given)  # type: ignore[no-untyped-call] # Dash gives no types for it
