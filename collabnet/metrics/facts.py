"""What is written about a measure, in the order in which help and the reference page tell it."""

from collections.abc import Mapping
from inspect import Parameter, signature
from textwrap import fill
from typing import Literal, get_args, get_origin

from collabnet.metrics.entry import Entry, Given, Of, Program
from collabnet.metrics.other_names import KNOWN_AS

Facts = list[tuple[str, list[str]]]
"""Headings, each with one text or several."""
ROWS: Mapping[Of, str] = {
    "actors": "One row for each actor",
    "ties": "One row for each tie",
    "pairs": "One row for each pair of actors",
    "groups": "One row for each group, or pair of groups",
    "network": "One row for the network",
    "list": "One row for each thing it finds",
}
"""What a row stands for, in words."""
NOWHERE = ("none.", "no counterpart.")
"""What is written where a program hasn't got a measure."""
NEEDED: Mapping[str, str] = {
    "groups": "the groups (an attribute of the actors, or a dict from actor to group)",
    "from_actor": "the actor to start from",
    "to_actor": "the actor to end at",
    "mode": "what tells the two kinds of actors apart",
}
"""Options without a default, in words."""


def needed(option: str) -> str:
    """Say what an option asks for.

    Examples
    --------
    >>> needed("from_actor"), needed("size")
    ('from_actor, the actor to start from', 'size')
    """
    return f"{option}, {NEEDED[option]}" if option in NEEDED else option


def options_of(entry: Entry) -> dict[str, str | None]:
    """Give a measure's options, and in words what counts if nothing is said; None if needed."""
    return {
        one.name: None if one.default is Parameter.empty else repr(one.default)
        for one in _parameters(entry)
    }


def choices_of(entry: Entry) -> dict[str, tuple[object, ...]]:
    """Give the values of those options that are a choice, such as a direction.

    Examples
    --------
    >>> from collabnet.metrics.catalogue import entry_named
    >>> choices_of(entry_named("degree"))
    {'normalised': (False, True)}
    """
    found: dict[str, tuple[object, ...]] = {}
    for one in _parameters(entry):
        if get_origin(one.annotation) is Literal:
            found[one.name] = get_args(one.annotation)
        elif isinstance(one.default, bool):
            found[one.name] = (False, True)
    return found


def _parameters(entry: Entry) -> list[Parameter]:
    return list(signature(entry.function).parameters.values())[1:]


def _choice(option: Parameter) -> str:
    """An option and what it can be, first what counts if nothing is said."""
    if option.default is Parameter.empty:
        return f"{option.name}: needed; {NEEDED.get(option.name, 'see the docstring')}"
    default = repr(option.default)
    others = [
        repr(one) for one in get_args(option.annotation) if get_origin(option.annotation) is Literal
    ]
    others = [one for one in others if one != default]
    if isinstance(option.default, bool):
        others = [repr(not option.default)]
    return f"{option.name}: {default} if not said{''.join(f', {one}' for one in others)}"


def facts(entry: Entry) -> Facts:
    """Give headings and texts about a measure, for help and the reference page."""
    columns = [f"{name}: {said}" for name, said in entry.columns.items()]
    chosen = [_choice(one) for one in _parameters(entry)]
    others = KNOWN_AS.get(entry.name, ())
    found: Facts = [
        *([("Also called", [f"{', '.join(others)}."])] if others else []),
        ("Definition", [entry.definition]),
        ("Table", [f"{ROWS[entry.of]}.", *columns]),
        ("Options", chosen or ["none"]),
        ("Direction", [entry.direction]),
        ("Strength", [entry.weights]),
        ("Undefined", [entry.undefined or "never"]),
        ("One actor alone", [values_in_words(entry.one_actor)]),
        ("Three actors without a tie", [values_in_words(entry.no_ties)]),
        ("Same numbers elsewhere", _elsewhere(entry)),
        ("Time", [entry.complexity]),
        ("Sources", list(entry.sources)),
    ]
    return found


def _elsewhere(entry: Entry) -> list[str]:
    """What each program calls it, and in one line those that haven't got it."""
    said: dict[str, str] = {one: entry.matches.get(one, "none.") for one in get_args(Program)}
    without = [one for one, text in said.items() if text.casefold() in NOWHERE]
    found = [f"{one}: {text}" for one, text in said.items() if one not in without]
    return found + ([f"no counterpart in {', '.join(without)}."] if without else [])


def values_in_words(values: Mapping[str, Given] | type[Exception]) -> str:
    """Say the values of a degenerate network.

    Examples
    --------
    >>> values_in_words({"degree": 0, "harmonic": float("nan")})
    'degree 0, harmonic undefined'
    """
    if isinstance(values, type):
        return f"refused ({values.__name__})"
    return ", ".join(f"{name} {_said(value)}" for name, value in values.items()) or "no rows"


def _said(value: Given) -> str:
    if isinstance(value, type):
        return f"refused ({value.__name__})"
    if isinstance(value, str):
        return value
    return "undefined" if value != value else f"{value:g}"


def in_text(entry: Entry, found: Facts, width: int | None) -> str:
    """Write what is known of a measure as plain text, in lines of so many characters."""
    lines = [(f"{entry.name}: {entry.sentence}", "")]
    for heading, texts in found:
        lines += [("", ""), (heading, ""), *((text, "  ") for text in texts)]
    if width is None:
        return "".join(f"{first}{text}\n" for text, first in lines)
    filled = (
        fill(text, width, initial_indent=first, subsequent_indent=2 * first)
        for text, first in lines
    )
    return "".join(f"{text}\n" for text in filled)
