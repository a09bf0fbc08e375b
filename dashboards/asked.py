"""What the page asks for: changes to try, as plain values that the browser keeps.

They come back from the browser, so nothing about them is trusted: what isn't one of the few
forms below is refused.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import (
    Change,
    Closes,
    Formalizes,
    Leaves,
    parse_change,
    write_change,
)

Plain = dict[str, Any]
MOST = 12
"""So many changes can be tried at once."""
UNDO: Plain = {"do": "undo"}
CLEAR: Plain = {"do": "clear"}


def try_(change: Change) -> Plain:
    """Ask for one more change.

    Examples
    --------
    >>> try_(Leaves("ann"))
    {'do': 'try', 'change': {'what': 'leaves', 'person': 'ann', 'post': 'filled'}}
    """
    return {"do": "try", "change": to_plain(change)}


def remove(place: int) -> Plain:
    """Ask to take back the change at this place, 0 for the first."""
    return {"do": "remove", "place": place}


def to_plain(change: Change) -> Plain:
    """Write a change as plain values."""
    if isinstance(change, Leaves):
        return {"what": "leaves", "person": change.person, "post": change.post}
    if isinstance(change, Closes):
        return {"what": "closes", "agency": change.agency}
    if isinstance(change, Formalizes):
        return {"what": "formalizes", "from": change.from_agency, "to": change.to_agency}
    return {"what": "written", "change": write_change(change)}


def from_plain(plain: object) -> Change:
    """Read a change; the other way of `to_plain`.

    Raises
    ------
    CollabnetError
        If it is anything else.
    """
    match plain:
        case {"what": "leaves", "person": str(person), "post": "filled" | "empty" as post}:
            return Leaves(person, post)
        case {"what": "closes", "agency": str(agency)}:
            return Closes(agency)
        case {"what": "formalizes", "from": str(one), "to": str(other)} if one != other:
            return Formalizes(one, other)
        case {"what": "written", "change": str(text)}:
            with suppress(CollabnetError):
                return parse_change(text)
    raise _unknown()


def read_changes(plain: object) -> tuple[Change, ...]:
    """Read the changes that the browser keeps.

    Raises
    ------
    CollabnetError
        If they are anything else than a list of changes, or too many.
    """
    if not isinstance(plain, list):
        raise _unknown()
    if len(plain) > MOST:
        raise CollabnetError(
            f"At most {MOST} changes can be tried at once; this would be one more. Take one back "
            "first."
        )
    return tuple(from_plain(one) for one in plain)


def answer(tried: Sequence[Plain], asked: object) -> list[Plain]:
    """Give the changes after one more wish: try, remove, undo or clear.

    A change that is tried already isn't tried twice; of one person the last wish counts, at the
    place of the first.

    Raises
    ------
    CollabnetError
        If the wish is none of them.

    Examples
    --------
    >>> one = answer([], try_(Leaves("ann")))
    >>> answer(one, try_(Leaves("ann", "empty"))), answer(one, UNDO)
    ([{'what': 'leaves', 'person': 'ann', 'post': 'empty'}], [])
    """
    match asked:
        case {"do": "try", "change": change}:
            return _with(tried, to_plain(from_plain(change)))
        case {"do": "remove", "place": int(place)}:
            return [one for i, one in enumerate(tried) if i != place]
        case {"do": "undo"}:
            return list(tried[:-1])
        case {"do": "clear"}:
            return []
    raise _unknown()


def _with(tried: Sequence[Plain], change: Plain) -> list[Plain]:
    for place, one in enumerate(tried):
        if _subject(one) == _subject(change):
            return [*tried[:place], change, *tried[place + 1 :]]
    return [*tried, change]


def _subject(change: Mapping[str, Any]) -> Plain:
    return {key: value for key, value in change.items() if key != "post"}


def _unknown() -> CollabnetError:
    return CollabnetError(
        "The page asked for something that this dashboard doesn't know. Reload the page and try "
        "again."
    )
