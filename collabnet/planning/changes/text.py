r"""Changes as text, one form for options, files and scenarios: ``leaves:I1``, ``ties:O1:I2``.

The kind comes first, then its parts, with colons between. A backslash before a colon or another
backslash makes it part of an id; ``\n`` and ``\r`` stand for line ends.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from collabnet.model.errors import CollabnetError
from collabnet.model.settings import RATES
from collabnet.planning.changes.apply import Change
from collabnet.planning.changes.backs import Backs
from collabnet.planning.changes.closes import Closes
from collabnet.planning.changes.contacts import Invites, Repairs, Ties
from collabnet.planning.changes.formalizes import Formalizes
from collabnet.planning.changes.leaves import Leaves
from collabnet.planning.changes.moves import Moves
from collabnet.planning.changes.retains import Retains

_LINE_ENDS = {"n": "\n", "r": "\r"}
_WRITTEN = {"\\": r"\\", ":": r"\:", "\n": r"\n", "\r": r"\r"}
_TOKEN = re.compile(r"\\(.)|(:)|([^\\:]+|\\$)", re.DOTALL)


@dataclass(frozen=True)
class Form:
    """How one kind of change is written.

    Attributes
    ----------
    parts, example : what stands behind the kind, as a user reads it
    fewest, most : how many parts there can be
    make : gives the change of some parts; None where they don't fit
    write : gives the parts of a change
    """

    parts: str
    example: str
    fewest: int
    most: int
    make: Callable[..., Change | None]
    write: Callable[..., Sequence[str]]


def _leaves(person: str, post: str = "filled") -> Change | None:
    return Leaves(person, "empty" if post == "empty" else "filled") if post in _POSTS else None


def _retains(role: str, rate: str) -> Change | None:
    word = rate.lower()
    try:
        return Retains(role, RATES[word] if word in RATES else float(rate))
    except ValueError:
        return None


_POSTS = ("filled", "empty")
FORMS: Mapping[str, Form] = {
    "leaves": Form(
        "PERSON or PERSON:empty",
        "I1:empty",
        1,
        2,
        _leaves,
        lambda one: [one.person, *(["empty"] if one.post == "empty" else [])],
    ),
    "closes": Form("AGENCY", "court", 1, 1, Closes, lambda one: [one.agency]),
    "formalizes": Form(
        "FROM:TO",
        "court:residential",
        2,
        2,
        Formalizes,
        lambda one: [one.from_agency, one.to_agency],
    ),
    "backs": Form(
        "PERSON or PERSON:BY",
        "I1:I2",
        1,
        2,
        Backs,
        lambda one: [one.person, *([] if one.by is None else [one.by])],
    ),
    "ties": Form("A:B", "O1:I2", 2, 2, Ties, lambda one: [one.a, one.b]),
    "repairs": Form("A:B", "court:police", 2, 2, Repairs, lambda one: [one.a, one.b]),
    "invites": Form("A:B", "court:police", 2, 2, Invites, lambda one: [one.a, one.b]),
    "moves": Form("PERSON:AGENCY", "O1:police", 2, 2, Moves, lambda one: [one.person, one.to]),
    "retains": Form(
        "ROLE:RATE (departures a year, or low, middle, high)",
        "intake worker:0.05",
        2,
        2,
        _retains,
        lambda one: [one.role, repr(one.rate)],
    ),
}
"""The kinds of change by the word that stands for each."""


def write_change(change: Change) -> str:
    r"""Write a change as text; :func:`parse_change` reads it.

    Examples
    --------
    >>> write_change(Leaves("I1", post="empty")), write_change(Formalizes("court", "program"))
    ('leaves:I1:empty', 'formalizes:court:program')
    >>> print(write_change(Closes("a:b")))
    closes:a\:b
    """
    kind = type(change).__name__.lower()
    return join([kind, *FORMS[kind].write(change)])


def parse_change(text: str) -> Change:
    """Read a change that is written as text.

    Examples
    --------
    >>> parse_change("ties:O1:I2"), parse_change("retains:intake worker:low")
    (Ties(a='O1', b='I2'), Retains(role='intake worker', rate=0.05))

    Raises
    ------
    CollabnetError
        If there is no such kind of change, or its parts don't fit.
    """
    kind, *parts = split(text)
    word = kind.lower()
    if word not in FORMS:
        close = get_close_matches(word, FORMS, n=1, cutoff=0.6)
        near = f" Did you mean {close[0]}?" if close else ""
        raise CollabnetError(
            f"A change is written as a kind and its ids, such as leaves:I1; got {text!r}.{near} "
            f"Kinds are: {', '.join(FORMS)}."
        )
    form = FORMS[word]
    fits = form.fewest <= len(parts) <= form.most and all(parts)
    made = form.make(*parts) if fits else None
    if made is None:
        raise CollabnetError(
            f"{word} needs {form.parts}, such as "
            f"{word}:{form.example}; got {':'.join(map(_escaped, parts))!r}."
        )
    return made


def split(text: str) -> list[str]:
    r"""Split a text at its colons; blanks around the parts don't count.

    Examples
    --------
    >>> split("ties: a : b\\:c")
    ['ties', 'a', 'b:c']
    """
    parts: list[list[tuple[str, bool]]] = [[]]
    for escaped, colon, plain in _TOKEN.findall(text):
        if colon:
            parts.append([])
        elif escaped:
            parts[-1].append((_LINE_ENDS.get(escaped, escaped), True))
        else:
            parts[-1] += [(character, False) for character in plain]
    return [_stripped(part) for part in parts]


def join(parts: Iterable[str]) -> str:
    r"""Write parts as one text; :func:`split` gives them back whole.

    Examples
    --------
    >>> print(join(["ties", "a", "b:c"]))
    ties:a:b\:c
    """
    return ":".join(map(_escaped, parts))


def _stripped(part: Sequence[tuple[str, bool]]) -> str:
    """Leave out the blanks around a part, unless they are escaped."""
    told = [place for place, (c, is_escaped) in enumerate(part) if is_escaped or not c.isspace()]
    return "".join(c for c, _ in part[told[0] : told[-1] + 1]) if told else ""


def _escaped(part: str) -> str:
    """Write an id so that it is read back whole."""
    last = len(part) - 1
    return "".join(
        _WRITTEN.get(c) or (f"\\{c}" if c.isspace() and place in (0, last) else c)
        for place, c in enumerate(part)
    )


def parse_changes(text: str) -> tuple[Change, ...]:
    r"""Read changes that stand one to a line; empty lines and those with a ``#`` first don't count.

    Examples
    --------
    >>> parse_changes("# first on paper\nformalizes:court:program\nleaves:I1\n")
    (Formalizes(from_agency='court', to_agency='program'), Leaves(person='I1', post='filled'))

    Raises
    ------
    CollabnetError
        If a line is no change; the text says which.
    """
    found = []
    for number, line in enumerate(
        text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), start=1
    ):
        if line.strip() and not line.strip().startswith("#"):
            try:
                found.append(parse_change(line))
            except CollabnetError as error:
                raise CollabnetError(f"Line {number}: {error}") from error
    return tuple(found)
