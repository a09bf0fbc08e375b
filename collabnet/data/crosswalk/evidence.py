"""How likely two spellings mean the same, and why, in words a person can judge."""

from collections.abc import Collection
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from collabnet.data.crosswalk.pairing import Pairing, pair_words
from collabnet.data.crosswalk.spelling import Words, plain_form, words_of
from collabnet.data.crosswalk.words import GENERIC, LEVELS, OFFICES, OFFICIALS
from collabnet.data.names import skeleton

SUGGESTED = 0.8
"""From this score on a spelling is proposed as likely the same."""
_CONFLICT = 0.3
_NEARLY = 0.99
"""The most for names that are not equal: only equal names come to 1."""
_LOST = 0.35
"""What a word that only one of two names has takes from the score."""


@dataclass
class Evidence:
    """What speaks for two names being the same, and what against it.

    Attributes
    ----------
    score : 0 to 1, from 0.8 on a proposal; no probability
    why, against : reasons, in words
    """

    score: float
    why: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)

    def to_text(self) -> str:
        """Give the reasons as one line."""
        against = [f"but {one}" for one in self.against]
        return "; ".join([*self.why, *against])


def compare(written: str, name: str, *, real: Collection[str] = ()) -> Evidence:
    """Compare two names of agencies.

    ``real`` are words that other names hold: none of them is taken for a slip of the pen.

    Examples
    --------
    >>> compare("Juv. Court, Site B", "Juvenile court (Site B)").why
    ["'juv' may be short for 'juvenile'", 'spelled 86 of 100 alike']
    >>> compare("Court A", "Court B").against
    ["'a' is not 'b'"]
    """
    if found := equal_names(written, name):
        return found
    first, second = words_of(written), words_of(name)
    against = opposites(first, second)
    if against:
        return Evidence(_CONFLICT * 0.5, against=against)
    pairing = pair_words(first, second, real)
    found = Evidence(1.0, [one.why for one in pairing.matches if one.why])
    found.score -= sum(1 - one.quality for one in pairing.matches)
    add_rest(pairing, found)
    _add_order(pairing, found)
    _add_legal(first, second, found)
    found.score = min(max(found.score, 0.0), _NEARLY)
    if not found.against:
        alike = fuzz.token_sort_ratio(plain_form(written), plain_form(name))
        found.why.append(f"spelled {alike:.0f} of 100 alike")
    return found


def equal_names(written: str, name: str) -> Evidence | None:
    """The evidence for names that differ in nothing or in what carries no meaning."""
    if written == name:
        return Evidence(1.0, ["the same name"])
    if (plain := plain_form(written)) and plain == plain_form(name):
        return Evidence(1.0, ["only capitals, spaces or punctuation differ"])
    if skeleton(written) == skeleton(name):
        return Evidence(0.97, ["letters that look alike, or hidden characters, differ"])
    is_joined = plain.replace(" ", "") == plain_form(name).replace(" ", "")
    # Unit 1 1 is not Unit 11.
    if plain and is_joined and not any(letter.isdigit() for letter in plain):
        return Evidence(0.98, ["only spaces differ"])
    return None


def opposites(first: Words, second: Words) -> list[str]:
    """Name what keeps two names apart: numbers, single letters, words that exclude each other."""
    against = []
    for one, other in ((first.numbers, second.numbers), (first.marks, second.marks)):
        if one and other and one != other:
            against.append(f"'{' '.join(map(str, one))}' is not '{' '.join(map(str, other))}'")
    for group in sorted(first.sides.keys() & second.sides.keys()):
        mine, theirs = first.sides[group], second.sides[group]
        if mine.keys() != theirs.keys():
            pair = (next(iter(mine.values())), next(iter(theirs.values())))
            against.append(f"'{pair[0]}' is not '{pair[1]}'")
    return against


def add_rest(pairing: Pairing, found: Evidence) -> None:
    """Take from the score for words that only one of the names has."""
    said = {form for one in pairing.matches for form in one.forms}
    little = GENERIC | OFFICES if said & OFFICIALS else GENERIC
    first = [one for one in pairing.first if not one.forms & little]
    second = [one for one in pairing.second if not one.forms & little]
    generic = len(pairing.first) + len(pairing.second) - len(first) - len(second)
    if not pairing.matches:
        found.score = 0.0
        found.against.append("no word is the same")
        return
    if first and second:
        found.score = min(found.score, _CONFLICT)
        pair = [" ".join(one.text for one in words) for words in (first, second)]
        found.against.append(f"'{pair[0]}' is not '{pair[1]}'")
        return
    rest = first or second
    level = [one for one in rest if LEVELS & one.forms]
    others = [one for one in rest if not LEVELS & one.forms]
    found.score -= 0.08 * generic + 0.04 * len(level)
    if level and not others:
        found.why.append(f"only one says '{level[0].text}'")
    if others:
        found.score -= _LOST + 0.1 * (len(others) - 1)
        found.against.append(f"only one says '{' '.join(one.text for one in others)}'")
    if generic:
        extra = [one.text for one in (*pairing.first, *pairing.second) if one.forms & little]
        found.why.append(f"only one says '{' '.join(extra)}'")


def _add_order(pairing: Pairing, found: Evidence) -> None:
    order = [one.second for one in sorted(pairing.matches, key=lambda one: one.first)]
    if order != sorted(order):
        found.score -= 0.02
        found.why.append("the words stand in another order")


def _add_legal(first: Words, second: Words, found: Evidence) -> None:
    if first.legal != second.legal:
        found.score -= 0.01
        found.why.append(f"only the legal form '{' '.join(first.legal or second.legal)}' differs")
