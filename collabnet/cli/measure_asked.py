"""Which measures a call asks for, with which options: ``NAME:OPTION=VALUE``, by commas.

Several actors as a value are joined by a plus sign: ``key_players:size=2:from_actors=D1+D2``.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from collabnet.cli.options import WrongCall
from collabnet.model.errors import CollabnetError

if TYPE_CHECKING:
    from collabnet.metrics.entry import Entry, Of

Asked = dict[str, dict[str, Any]]
"""Measures, each with its options."""
YES_NO = {"yes": True, "no": False}
PYTHON = {"True": True, "False": False}
"""What the explanation of a measure calls them."""
SHAPE = "--measures needs NAME or NAME:OPTION=VALUE, by commas"


def parse_measures(text: str) -> Asked:
    """Read measures and their options.

    Raises
    ------
    WrongCall
        If a measure, an option or a value doesn't exist, or a measure stands twice.

    Examples
    --------
    >>> parse_measures("degree, betweenness:cost=1/strength:normalised=yes")
    {'degree': {}, 'betweenness': {'cost': '1/strength', 'normalised': True}}
    """
    asked: Asked = {}
    for part in filter(None, (one.strip() for one in text.split(","))):
        # A colon inside a value, as in an id, starts no option: those have an equals sign.
        name, *options = re.split(r"\s*:\s*(?=\w+\s*=)", part)
        entry = _entry(name)
        if name in asked:
            raise WrongCall(
                f"--measures names {name} twice; a table holds a measure once. Ask for each in a "
                "call of its own."
            )
        pairs = (tuple(side.strip() for side in one.split("=", 1)) for one in options)
        asked[name] = {option: _value(entry, option, value) for option, value in pairs}
    if not asked:
        raise WrongCall(f"{SHAPE}, such as degree,betweenness:cost=1/strength; got {text!r}.")
    return asked


def add_to_all(asked: Asked, option: str, value: object) -> None:
    """Give one option to every measure that has it.

    Raises
    ------
    WrongCall
        If none has.
    """
    from collabnet.metrics.catalogue import MEASURES
    from collabnet.metrics.facts import options_of

    having = [name for name in asked if option in options_of(MEASURES[name])]
    if not having:
        known = [name for name, one in MEASURES.items() if option in options_of(one)]
        raise WrongCall(
            f"--{option} needs a measure that uses it: {', '.join(known)}; got "
            f"{', '.join(asked)}. Name one with --measures, or leave --{option} out."
        )
    for name in having:
        asked[name].setdefault(option, value)


def check_table(asked: Asked) -> None:
    """Refuse measures that one table can't hold.

    Raises
    ------
    WrongCall
        Naming two that don't fit.
    """
    from collabnet.metrics.catalogue import MEASURES, check_together

    try:
        check_together([MEASURES[name] for name in asked])
    except CollabnetError as error:
        raise WrongCall(str(error)) from None


def check_asked(asked: Asked, of: "Of | None") -> None:
    """Refuse what needs more than was said, and measures of other rows than was said.

    Raises
    ------
    WrongCall
        Saying what is missing, or which doesn't fit.
    """
    from collabnet.metrics.catalogue import MEASURES

    entries = [MEASURES[name] for name in asked]
    for entry in entries:
        if missing := [one for one in entry.needs if one not in asked[entry.name]]:
            said = ":".join([entry.name, *(f"{one}=VALUE" for one in missing)])
            other = ", or --groups ATTRIBUTE" if missing == ["groups"] else ""
            raise WrongCall(f"{entry.name} needs {' and '.join(missing)}: say {said}{other}.")
        if of is not None and entry.of != of:
            raise WrongCall(
                f"--of {of} needs measures with rows for {of}; {entry.name} has rows for "
                f"{entry.of}. Leave --of out, or name others."
            )


def _entry(name: str) -> "Entry":
    from collabnet.metrics.catalogue import entry_named

    shaped = re.fullmatch(r"\w+", name)
    if not shaped:
        raise WrongCall(f"{SHAPE}, such as betweenness:cost=1/strength; got {name!r}.")
    try:
        return entry_named(name)
    except CollabnetError as error:
        raise WrongCall(f"--measures: {error}") from None


def _value(entry: "Entry", option: str, text: str) -> object:
    parameters: Mapping[str, Parameter] = signature(entry.function).parameters
    known = list(parameters)[1:]
    if option not in known:
        raise WrongCall(
            f"{entry.name} has no option {option!r}; it has {', '.join(known) or 'none'}."
        )
    kinds = _kinds(parameters[option].annotation)
    words = [one for one in kinds if isinstance(one, str)]
    if Iterable in kinds:
        return [one.strip() for one in text.split("+")]
    readers = {int: "a whole number", float: "a number"}
    if bool in kinds and text in (either := YES_NO | PYTHON):
        return either[text]
    if text in words:
        return text
    for kind in readers:
        if kind in kinds:
            try:
                return kind(text)
            except ValueError:
                continue
    if str in kinds or not kinds:
        return text
    needs = [repr(one) for one in words] + [said for kind, said in readers.items() if kind in kinds]
    needs += list(YES_NO) if bool in kinds else []
    raise WrongCall(f"{entry.name} needs {option}={' or '.join(needs)}; got {text!r}.")


def _kinds(annotation: object) -> list[object]:
    """The words and types that an option takes; text is taken for ids and attributes."""
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    if annotation in (bool, int, float, str):
        return [annotation]
    if annotation is None or annotation is type(None):
        return []
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin in (Iterable, Sequence):
        return [Iterable]
    if origin is None or not parts:
        return [str]
    return [one for part in parts for one in _kinds(part)]
