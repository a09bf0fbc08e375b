"""How likely two spellings mean the same person: names, initials, titles, the agency."""

import re
from collections.abc import Collection
from functools import lru_cache

from collabnet.data.crosswalk.evidence import Evidence, add_rest, compare, equal_names, opposites
from collabnet.data.crosswalk.pairing import Pairing, pair_words
from collabnet.data.crosswalk.spelling import Word, Words, words_of
from collabnet.data.crosswalk.words import TITLES

_INITIALS = re.compile(r"[^\W\d_](?:[. ]{0,2}[^\W\d_]){1,2}\.?")
_SURNAME_FIRST = re.compile(r"\s*([^,]+?)\s*,\s*([^,]+?)\s*")
_ELSEWHERE = 0.5
_UNSURE = 0.7
"""What a name that isn't whole comes to where the agency doesn't help."""


def is_initials(written: str) -> bool:
    """Tell whether a cell looks like the initials of a person: two or three capitals or dots.

    Examples
    --------
    >>> is_initials("OB"), is_initials("o. b."), is_initials("Bo"), is_initials("B1")
    (True, True, False, False)
    """
    if not _INITIALS.fullmatch(written):
        return False
    return written == written.upper() or "." in written


def initials_of(name: str) -> set[str]:
    """Give the initials that a person's name may be written with, in small letters.

    Examples
    --------
    >>> sorted(initials_of("Officer B1")), sorted(initials_of("Firbank, Echo M."))
    (['ob'], ['ef', 'emf'])
    """
    found = set()
    for words in (_name(name, keeps_title=True), _name(name, keeps_title=False)):
        letters = "".join(one.text[0] for one in words.words)
        if len(letters) > 1:
            found |= {letters, letters[0] + letters[-1]}
    return found


def compare_people(
    written: str,
    name: str,
    *,
    at: tuple[str, Collection[str]] = ("", ()),
    real: Collection[str] = (),
) -> Evidence:
    """Compare a spelling with a person's name.

    ``at`` is the agency of the row and those of the person; nothing is concluded from a blank.

    Examples
    --------
    >>> compare_people("OB", "Officer B1", at=("court", ["court"])).why
    ['the initials of the name', 'of the same agency']
    >>> compare_people("Officer B1", "Officer B2").against
    ["'b1' is not 'b2'"]
    """
    found = _compare_names(written, name, real)
    agency, agencies = at
    is_whole = found.score >= 0.9
    if not agency or not agencies:
        found.score = found.score if is_whole else min(found.score, _UNSURE)
    elif agency in agencies:
        found.why.append("of the same agency")
    else:
        found.score = min(found.score, _ELSEWHERE)
        found.against.append("of another agency")
    return found


def _compare_names(written: str, name: str, real: Collection[str]) -> Evidence:
    if found := equal_names(written, name):
        return found
    if is_initials(written):
        letters = "".join(letter for letter in written.casefold() if letter.isalpha())
        if letters in initials_of(name):
            return Evidence(0.85, ["the initials of the name"])
        return Evidence(0.0, against=["other initials"])
    first, second = _name(written, keeps_title=False), _name(name, keeps_title=False)
    if against := opposites(_whole_words(first), _whole_words(second)):
        return Evidence(0.15, against=against)
    if not _is_personal(first) or not _is_personal(second):
        return compare(written, name, real=real)
    pairing = pair_words(first, second, real, _initial)
    found = Evidence(1.0, [one.why for one in pairing.matches if one.why])
    found.score -= sum(1 - one.quality for one in pairing.matches)
    _weigh_names(pairing, first, found)
    found.score = min(found.score, 0.99)
    if not found.why and not found.against:
        found.why.append("the same words")
    return found


@lru_cache(maxsize=65_536)
def _name(name: str, *, keeps_title: bool) -> Words:
    """A person's name in words, the surname last, titles left out where a name remains."""
    turned = _SURNAME_FIRST.fullmatch(name)
    if turned and not re.match(r"(jr|sr|i+v?|esq)\b", turned[2].casefold()):
        name = f"{turned[2]} {turned[1]}"
    words = words_of(name)
    if keeps_title:
        return words
    kept = list(words.every)
    while len(kept) > 1 and kept[0].text in TITLES and _is_name(kept[1:]):
        kept = kept[1:]
    return Words(tuple(kept), (), frozenset(), tuple(kept))


def _is_name(words: list[Word]) -> bool:
    """Whether words hold a name: of three letters, and without a digit anywhere."""
    texts = [one.text for one in words]
    digits = any(letter.isdigit() for text in texts for letter in text)
    return not digits and any(len(text) > 2 for text in texts)


def _is_personal(words: Words) -> bool:
    return _is_name(list(words.words)) and len(words.words) <= 4


@lru_cache(maxsize=65_536)
def _whole_words(words: Words) -> Words:
    """Without single letters beside whole words: in a person's name they are initials."""
    if not _is_name(list(words.words)):
        return words
    kept = tuple(one for one in words.words if len(one.text) > 1)
    return Words(kept, (), frozenset(), kept)


def _initial(one: Word, other: Word) -> tuple[float, str] | None:
    short, long = sorted((one, other), key=lambda word: len(word.text))
    if len(short.text) == 1 and len(long.text) > 1 and long.text[0] == short.text:
        return 0.88, f"'{short.text}' may be '{long.text}'"
    return None


def _weigh_names(pairing: Pairing, first: Words, found: Evidence) -> None:
    """Take from the score for names that only one of the two has."""
    rest = pairing.first or pairing.second
    both = bool(pairing.first) and bool(pairing.second)
    is_named = any(len(first.words[one.first].text) > 1 for one in pairing.matches)
    if both or not is_named:
        add_rest(pairing, found)
    elif rest:
        is_letter = all(len(one.text) == 1 for one in rest)
        found.score -= 0.05 if is_letter else 0.12
        found.why.append(f"only one says '{' '.join(one.text for one in rest)}'")
