"""What is tried: changes in order, each on or off; their code in the address; undo and redo.

A step in an address is its kind and numbers, ``leaves.p3.empty``; one that is switched off begins
with ``-``. Steps are joined by ``~``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import Change, parse_change, write_change
from collabnet.planning.changes.text import join, split
from collabnet.planning.scenarios.scenario import Step

from .refs import Refs

Plain = dict[str, Any]
Steps = tuple[Step, ...]
MOST = 12
"""So many steps can be tried at once."""
POSTS = {"filled", "empty"}
"""What stands behind a person who leaves: a word, no id."""


def encode(steps: Iterable[Step], refs: Refs) -> str:
    """Write steps for an address, without any name.

    Examples
    --------
    >>> from collabnet.planning.changes import Closes, Leaves
    >>> refs = Refs(people=("ann", "bea"), agencies=("court",), services=(), roles=())
    >>> encode([Step(Leaves("bea", "empty")), Step(Closes("court"), is_on=False)], refs)
    'leaves.p1.empty~-closes.a0'
    """
    return "~".join(_code(step, refs) for step in steps)


def decode(code: str, refs: Refs) -> Steps:
    """Read the steps of an address; the other way of `encode`.

    Raises
    ------
    CollabnetError
        If it isn't made of steps, or names somebody who isn't there.
    """
    parts = code.split("~") if code else []
    if len(parts) > MOST:
        raise too_many()
    return tuple(_step(part, refs) for part in parts)


def too_many() -> CollabnetError:
    """Say that no more steps fit."""
    return CollabnetError(
        f"At most {MOST} changes can be tried at once; this would be one more. Take one back first."
    )


def _code(step: Step, refs: Refs) -> str:
    kind, *parts = split(write_change(step.change))
    if kind == "retains":
        said = [refs.number("r", parts[0]), parts[1].replace(".", "_")]
    else:
        said = [refs.short(parts[0])] + [
            one if kind == "leaves" else refs.short(one) for one in parts[1:]
        ]
    return ("" if step.is_on else "-") + ".".join([kind, *said])


def _step(code: str, refs: Refs) -> Step:
    kind, *parts = code.removeprefix("-").split(".")
    if kind == "retains" and len(parts) == 2:
        said = [refs.id(parts[0]), parts[1].replace("_", ".")]
    else:
        said = [one if kind == "leaves" and one in POSTS else refs.id(one) for one in parts]
    return Step(parse_change(join([kind, *said])), is_on=not code.startswith("-"))


def changes_of(steps: Iterable[Step]) -> tuple[Change, ...]:
    """Give the changes of the steps that are on."""
    return tuple(step.change for step in steps if step.is_on)


def with_change(steps: Steps, change: Change) -> Steps:
    """Add a change.

    One that is there already isn't added twice, but switched on; of one person who leaves the last
    wish counts, at the place of the first.

    Raises
    ------
    CollabnetError
        If there are too many.
    """
    for place, one in enumerate(steps):
        if _subject(one.change) == _subject(change):
            return (*steps[:place], Step(change), *steps[place + 1 :])
    if len(steps) >= MOST:
        raise too_many()
    return (*steps, Step(change))


def without(steps: Steps, place: int) -> Steps:
    """Take the step at a place out; 0 is the first."""
    return tuple(step for i, step in enumerate(steps) if i != place)


def switched(steps: Steps, place: int) -> Steps:
    """Switch the step at a place on or off."""
    return tuple(
        replace(step, is_on=not step.is_on) if i == place else step for i, step in enumerate(steps)
    )


def _subject(change: Change) -> list[str]:
    said = split(write_change(change))
    return said[:2] if said[0] == "leaves" else said


@dataclass(frozen=True)
class History:
    """The codes of steps that a browser has shown, and which of them it shows now.

    Examples
    --------
    >>> seen = History().seen("a").seen("b")
    >>> seen.undone, seen.seen("a").redone, seen.seen("a").seen("c").undone
    ('a', 'b', 'a')
    """

    codes: tuple[str, ...] = ("",)
    at: int = 0

    @classmethod
    def of(cls, plain: object) -> "History":
        """Read what the browser keeps; what it doesn't know begins anew."""
        match plain:
            case {"codes": [str(), *_] as codes, "at": int(at)} if 0 <= at < len(codes):
                if all(isinstance(one, str) for one in codes):
                    return cls(tuple(codes), at)
        return cls()

    def to_plain(self) -> Plain:
        """Write it for the browser."""
        return {"codes": list(self.codes), "at": self.at}

    @classmethod
    def opened(cls, code: str) -> "History":
        """Begin with the code of a page that opens; the steps of a link are undone one by one."""
        parts = code.split("~") if code else []
        return cls(tuple("~".join(parts[:n]) for n in range(len(parts) + 1)), len(parts))

    def seen(self, code: str) -> "History":
        """Note the code that is shown now: the one before, the one after, or a new one."""
        if code == self.codes[self.at]:
            return self
        for at in (self.at - 1, self.at + 1):
            if 0 <= at < len(self.codes) and self.codes[at] == code:
                return History(self.codes, at)
        return History((*self.codes[: self.at + 1], code), self.at + 1)

    @property
    def undone(self) -> str | None:
        """The code before this one; None where there is none."""
        return self.codes[self.at - 1] if self.at else None

    @property
    def redone(self) -> str | None:
        """The code after this one; None where there is none."""
        return self.codes[self.at + 1] if self.at + 1 < len(self.codes) else None


def to_plain(change: Change) -> Plain:
    """Write a change for a button on the page."""
    return {"do": "try", "change": write_change(change)}


def from_plain(asked: Mapping[str, object]) -> Change:
    """Read the change that a button asks for.

    Raises
    ------
    CollabnetError
        If it is none.
    """
    text = asked.get("change")
    if not isinstance(text, str):
        raise CollabnetError("The page asked for no change. Reload the page and try again.")
    return parse_change(text)
