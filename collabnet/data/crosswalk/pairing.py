"""Pair the words of two names: equal, short for each other, initials, or a slip of the pen."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import OSA

from collabnet.data.crosswalk.spelling import Word, Words
from collabnet.data.crosswalk.words import KNOWN

MOST_INITIALS = 7
_VOWELS = set("aeiou")


@dataclass(frozen=True)
class Match:
    """Words of two names that may be the same: their places, how sure, why, forms they share."""

    first: int
    second: int
    quality: float
    why: str = ""
    forms: frozenset[str] = frozenset()


@dataclass
class Pairing:
    """The words of two names that were paired, and those that only one of them has."""

    matches: list[Match] = field(default_factory=list)
    first: list[Word] = field(default_factory=list)
    second: list[Word] = field(default_factory=list)


Judge = Callable[[Word, Word], tuple[float, str] | None]


def pair_words(
    first: Words, second: Words, real: Collection[str] = (), more: Judge | None = None
) -> Pairing:
    """Pair the words of two names, each with one of the other's; the surest pairs first.

    ``more`` judges pairs of words that nothing else explains.

    Examples
    --------
    >>> from collabnet.data.crosswalk.spelling import words_of
    >>> [one.why for one in pair_words(words_of("Alder PD"), words_of("Alder Police Dept")).matches]
    ['', "'pd' may be the initials of 'police dept'"]
    """
    made = Pairing()
    left = dict(enumerate(first.words))
    right = dict(enumerate(second.words))
    for judge in (_same, _form):
        _pair(left, right, judge, made)
    _join(left, right, made, swapped=False)
    _join(right, left, made, swapped=True)
    _initials(left, right, first, second, made, swapped=False)
    _initials(right, left, second, first, made, swapped=True)
    _pair(left, right, _shortened, made)
    _pair(left, right, lambda one, other: _slip(one, other, real), made)
    if more is not None:
        _pair(left, right, more, made)
    made.first, made.second = list(left.values()), list(right.values())
    return made


def _pair(left: dict[int, Word], right: dict[int, Word], judge: Judge, made: Pairing) -> None:
    for at, one in list(left.items()):
        for place, other in list(right.items()):
            if found := judge(one, other):
                made.matches.append(Match(at, place, *found, one.forms & other.forms))
                del left[at], right[place]
                break


def _same(one: Word, other: Word) -> tuple[float, str] | None:
    if one.number is not None or other.number is not None:
        return (1.0, "") if one.number == other.number else None
    return (1.0, "") if one.text == other.text else None


def _form(one: Word, other: Word) -> tuple[float, str] | None:
    """One is a form of the other: without its s, or short for it."""
    common = one.forms & other.forms
    if not common or one.number != other.number:
        return None
    if one.text.rstrip("s") == other.text.rstrip("s"):
        return 0.99, ""
    short, long = sorted((one, other), key=lambda word: len(word.text))
    if len(short.text) < len(long.text):
        return 0.97, f"'{short.text}' may be short for '{long.text}'"
    return 0.97, f"'{one.text}' may be '{other.text}'"


def _shortened(one: Word, other: Word) -> tuple[float, str] | None:
    """The first letters with a full stop, or the consonants, of the other."""
    short, long = sorted((one, other), key=lambda word: len(word.text))
    size = len(short.text)
    if size < 2 or len(long.text) == size or not (short.text + long.text).isalpha():
        return None
    is_known = long.text in KNOWN or any(form in KNOWN for form in long.forms)
    # What is a word by itself is not short for another, unless a full stop says so.
    is_word = not short.dotted and short.text in KNOWN
    if size > 2 and not is_word and _lacks_vowels(short, long, is_known=is_known):
        return 0.92, f"'{short.text}' may be '{long.text}' without its vowels"
    if len(long.text) - size < 2:
        return None
    begins = long.text.startswith(short.text) and (short.dotted or (size > 2 and is_known))
    drops = size > 2 and is_known and not _VOWELS & set(short.text[1:]) and _within(short, long)
    if (begins or drops) and not is_word:
        return 0.93, f"'{short.text}' may be short for '{long.text}'"
    return None


def _lacks_vowels(short: Word, long: Word, *, is_known: bool) -> bool:
    """Whether a word is another without the vowels behind its first letter; an e may stay last."""
    text = short.text
    if is_known and text[-1] == long.text[-1] == "e":
        text = text[:-1]
    # Of a name more has to be left: Born and Burn are both brn.
    if len(text) < (2 if is_known else 4) or not _VOWELS.isdisjoint(text[1:]):
        return False
    return text == long.text[0] + "".join(c for c in long.text[1:] if c not in _VOWELS)


def _within(short: Word, long: Word) -> bool:
    letters = iter(long.text)
    return short.text[0] == long.text[0] and all(letter in letters for letter in short.text)


def _slip(one: Word, other: Word, real: Collection[str]) -> tuple[float, str] | None:
    """One letter differs, two in a long word; never between two words that exist."""
    if one.text[0] != other.text[0] or min(len(one.text), len(other.text)) < 4:
        return None
    if not (one.text + other.text).isalpha():
        return None
    exist = [word.text in KNOWN or bool(word.forms & KNOWN) for word in (one, other)]
    if all(exist) or one.text in real:
        return None
    longest = max(len(one.text), len(other.text))
    distance = OSA.distance(one.text, other.text, score_cutoff=2)
    if distance > (2 if longest > 8 and any(exist) else 1):
        return None
    # A letter for another makes one name of a place or a person out of another.
    swapped = len(one.text) == len(other.text) and sorted(one.text) != sorted(other.text)
    quality = 0.95 if any(exist) else 0.7 if swapped or longest < 6 else 0.9
    return quality - 0.04 * (distance - 1), f"'{one.text}' may be a slip of '{other.text}'"


def _join(left: dict[int, Word], right: dict[int, Word], made: Pairing, *, swapped: bool) -> None:
    """Two words of one name written as one in the other: drop in, dropin."""
    by_text = {word.text: place for place, word in right.items()}
    for at in list(left):
        if at not in left or at + 1 not in left:
            continue
        joined = left[at].text + left[at + 1].text
        if joined in by_text and not any(letter.isdigit() for letter in joined):
            place = by_text.pop(joined)
            _keep(made, at, place, 0.98, f"'{joined}' written as two words", swapped=swapped)
            del left[at], left[at + 1], right[place]


def _initials(
    left: dict[int, Word],
    right: dict[int, Word],
    first: Words,
    second: Words,
    made: Pairing,
    *,
    swapped: bool,
) -> None:
    """A word of one name is the initials of words of the other that stand beside each other."""
    for at, word in list(left.items()):
        size = len(word.text)
        if not 2 <= size <= MOST_INITIALS or not word.text.isalpha() or word.text in KNOWN:
            continue
        for places in _runs(right, second):
            letters = "".join(one.text[0] for one, _ in places)
            if letters != word.text or len(places) < 2:
                continue
            gone = [place for _, place in places if place is not None]
            said = " ".join(one.text for one, _ in places)
            quality = 0.9 if size > 2 else 0.86
            why = f"'{word.text}' may be the initials of '{said}'"
            _keep(made, at, gone[0], quality, why, swapped=swapped)
            made.matches[-1] = replace(made.matches[-1], forms=frozenset(said.split()))
            del left[at]
            for place in gone:
                del right[place]
            break


def _runs(right: dict[int, Word], second: Words) -> Iterator[Sequence[tuple[Word, int | None]]]:
    """Runs of unpaired words of a name, without and with its little words."""
    places = {id(word): place for place, word in right.items()}
    every = [
        (word, places.get(id(word)))
        for at, word in enumerate(second.every)
        if at in second.stops or id(word) in places
    ]
    bare = [pair for pair in every if pair[1] is not None]
    for run in (bare, every):
        for start in range(len(run)):
            for end in range(start + 2, min(len(run), start + MOST_INITIALS) + 1):
                yield run[start:end]


def _keep(made: Pairing, at: int, place: int, quality: float, why: str, *, swapped: bool) -> None:
    one, other = (place, at) if swapped else (at, place)
    made.matches.append(Match(one, other, quality, why))
