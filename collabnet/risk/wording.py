"""How a finding speaks: names of agencies, roles for people, numbers as people say them."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Protocol

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.risk.nouns import group_of, head_of, plural, spoken

SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip

STATUS_WORDS = {"reported_of_group": "reported of a group"}
"""Statuses of evidence that are said otherwise than they are written."""


def number(n: int) -> str:
    """Write a small number as a word, others in digits.

    Examples
    --------
    >>> number(3), number(48), number(1200)
    ('three', '48', '1,200')
    """
    return SMALL[n] if 0 <= n < len(SMALL) else f"{n:,}"


def count(n: int, noun: str) -> str:
    """Write a number with its noun in the right form.

    Examples
    --------
    >>> count(1, "row"), count(3, "agency"), count(2, "person")
    ('one row', 'three agencies', 'two people')
    """
    return f"{number(n)} {noun if n == 1 else plural(noun)}"


def share(part: float) -> str:
    """Write a share as a percentage; a part is never said to be nothing, or all.

    Examples
    --------
    >>> share(0.96), share(1.0), share(0.998), share(0.002)
    ('96 %', '100 %', 'over 99 %', 'under 1 %')
    """
    if 0 < part < 0.005:
        return "under 1 %"
    if 0.995 <= part < 1:
        return "over 99 %"
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
    """Write a range of numbers for a table; one number where both ends round alike.

    Examples
    --------
    >>> span(11, 21), span(48, 48), span(1000, 1200)
    ('11 to 21', '48', '1,000 to 1,200')
    """
    ends = [f"{round(end):,}" for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def amount(low: float, high: float, noun: str = "", *, is_all: bool = False) -> str:
    """Say how many, from the fewest to the most, as people would; with a noun, in its form.

    Parameters
    ----------
    low, high : both ends, 0 or more; numbers that round alike are one
    noun : in the singular; "" where it was said before
    is_all : whether these are all there are

    Examples
    --------
    >>> amount(11, 21, "referral"), amount(48, 48, "referral", is_all=True)
    ('11 to 21 referrals', 'all 48 referrals')
    >>> amount(0, 6, "referral"), amount(1, 1, "referral"), amount(0.2, 0.4, "referral")
    ('up to six referrals', 'one referral', 'fewer than one referral')
    >>> amount(6, 6), amount(1, 1, "referral", is_all=True), amount(2, 2, is_all=True)
    ('six', 'the one referral', 'both')
    """
    least, most = round(low), round(high)
    if most == 0:
        said = "fewer than one"
    elif least == most:
        said = number(most)
        if is_all:
            said = "both" if most == 2 else f"{'the' if most == 1 else 'all'} {said}"
    else:
        said = f"{least:,} to {most:,}" if least else f"up to {number(most)}"
    form = plural(noun) if most > 1 else noun
    return f"{said} {form}" if noun else said


def capital(sentence: str) -> str:
    """Begin a sentence with a capital letter."""
    return sentence[:1].upper() + sentence[1:]


def stopped(sentence: str) -> str:
    """End with a full stop what somebody wrote, if it ends with none.

    Examples
    --------
    >>> stopped("All agencies of the county "), stopped("Who came?")
    ('All agencies of the county.', 'Who came?')
    """
    said = sentence.rstrip()
    return said if said.endswith((".", "!", "?")) else f"{said}."


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
        columns = ("person_id", "agency_id", "role", "kind")
        people = list(records(coalition.people, *columns))
        self._people = {person: (agency, role, kind) for person, agency, role, kind in people}
        self._holders = Counter((home, spoken(role)) for _, home, role, _ in people)

    def says_as(self, other: "InternalSpeaker") -> bool:
        """Whether both say everybody alike whom both know: by the same name, role and kind."""
        pairs = ((self._names, other._names), (self._people, other._people))
        return all(
            theirs.get(one, said) == said for own, theirs in pairs for one, said in own.items()
        )

    def agency(self, agency: str) -> str:
        """Name an agency as the coalition does: never changed, nor given an article."""
        return self._names[agency]

    def noun(self, people: Collection[str]) -> str:
        """The noun of their (first) role if they share it ("officer"), else "person"."""
        nouns = {head_of(self._people[one][1]) if one in self._people else "" for one in people}
        return nouns.pop() if len(nouns) == 1 and "" not in nouns else "person"

    def end(self, actor: str) -> str:
        """A person by role, a group by its plural, an agency's position by its name."""
        if actor not in self._people:
            return self.agency(actor)
        home, role, kind = self._people[actor]
        said = spoken(role)
        if kind == "group":
            return f"the {group_of(role)}"
        if not said:
            return f"one person at {self.agency(home)}"
        return f"the {said}" if self._holders[home, said] == 1 else f"one {said}"
