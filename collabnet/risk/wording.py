"""How a finding speaks: names of agencies, roles for people, numbers as people say them."""

from collections.abc import Collection, Sequence
from typing import Protocol

from collabnet.model import Coalition
from collabnet.model.records import records

SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip


def number(n: int) -> str:
    """Write a small number as a word, others in digits.

    Examples
    --------
    >>> number(3), number(48)
    ('three', '48')
    """
    return SMALL[n] if 0 <= n < len(SMALL) else str(n)


def count(n: int, noun: str) -> str:
    """Write a number with its noun in the right form.

    Examples
    --------
    >>> count(1, "row"), count(3, "agency"), count(2, "person")
    ('one row', 'three agencies', 'two people')
    """
    return f"{number(n)} {noun if n == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """Give the plural of a noun of the field.

    Examples
    --------
    >>> plural("officer"), plural("attorney"), plural("agency"), plural("shelter staff")
    ('officers', 'attorneys', 'agencies', 'shelter staff')
    """
    if noun.endswith("person"):
        return f"{noun[:-6]}people"
    if noun.endswith(("staff", "s")):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def share(part: float) -> str:
    """Write a share as a percentage.

    Examples
    --------
    >>> share(0.96)
    '96 %'
    """
    return f"{100 * part:.0f} %"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Join words as in a sentence.

    Examples
    --------
    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " ".join([", ".join(words[:-1]), last, words[-1]]) if len(words) > 1 else "".join(words)


def span(low: float, high: float) -> str:
    """Write a range of numbers; one number where both ends round alike.

    Examples
    --------
    >>> span(11, 21), span(48, 48)
    ('11 to 21', '48')
    """
    ends = [f"{end:.0f}" for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def capital(sentence: str) -> str:
    """Begin a sentence with a capital letter."""
    return sentence[:1].upper() + sentence[1:]


class Speaker(Protocol):
    """Says agencies and people in a sentence; what it may say depends on the audience."""

    def agency(self, agency: str) -> str:
        """Name an agency."""

    def noun(self, people: Collection[str]) -> str:
        """Give the noun, in the singular, that fits all of some people."""

    def end(self, actor: str) -> str:
        """Say who stands at the end of a tie."""


class InternalSpeaker:
    """Speaks to whoever holds the data: agencies by name, people by their role."""

    def __init__(self, coalition: Coalition) -> None:
        self._names = coalition.names
        columns = ("person_id", "role", "kind")
        self._people = {p: (role, kind) for p, role, kind in records(coalition.people, *columns)}

    def agency(self, agency: str) -> str:
        """Name an agency as the coalition does."""
        return self._names[agency]

    def noun(self, people: Collection[str]) -> str:
        """The last word of their (first) role if they share it ("officer"), else "person"."""
        roles = {self._people.get(person, ("", ""))[0].lower() for person in people}
        last = {role.split(" and ")[0].split()[-1] if role else "" for role in roles}
        return last.pop() if len(last) == 1 and "" not in last else "person"

    def end(self, actor: str) -> str:
        """A person by role, a group by its plural, an agency's position by its name."""
        if actor not in self._people:
            return self.agency(actor)
        role, kind = self._people[actor]
        role = role.lower().split(" and ")[0] or "person"
        return f"the {plural(role)}" if kind == "group" else f"the {role}"
