"""Bring names into forms in which they are compared: the certain one, and words."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from collabnet.data.crosswalk.words import EXPANSIONS, LEGAL, NUMBERS, OPPOSITE, ROMAN, STOP

MOST_WORDS = 40
_APOSTROPHES = str.maketrans("", "", "'\u2018\u2019\u02bc\u0060\u00b4\u2032")
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}(?!\w)|(?<!\w)(?:[^\W\d_]\.)+[^\W\d_](?![\w.])")
_ORDINAL = re.compile(r"0*(\d+)(?:st|nd|rd|th)?")
# Officer B-1 is Officer B1.
_LETTER_AND_NUMBER = re.compile(r"(?<![^\W_])([^\W\d_])[-. ](\d+)(?![^\W_])")
_WORD = re.compile(r"[^\W_]+\.?|[^\w\s]", re.UNICODE)
_CYRILLIC = (
    "\u0430\u0431\u0432\u0433\u0434\u0435\u0451\u0436\u0437\u0438\u0439\u043a\u043b\u043c\u043d"
    "\u043e\u043f\u0440\u0441\u0442\u0443\u0444\u0445\u0446\u0447\u0448\u0449\u044a\u044b\u044c"
    "\u044d\u044e\u044f",
    "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch | y | e yu ya",
)
_GREEK = (
    "\u03b1\u03b2\u03b3\u03b4\u03b5\u03b6\u03b7\u03b8\u03b9\u03ba\u03bb\u03bc\u03bd\u03be\u03bf"
    "\u03c0\u03c1\u03c2\u03c3\u03c4\u03c5\u03c6\u03c7\u03c8\u03c9",
    "a v g d e z i th i k l m n x o p r s s t y f ch ps o",
)
_LATIN = ("\u00f8\u0142\u0111\u00e6\u0153", "o l d ae oe")
_TO_LATIN = str.maketrans(
    {
        letter: other.replace("|", "")
        for letters, others in (_CYRILLIC, _GREEK, _LATIN)
        for letter, other in zip(letters, others.split(), strict=True)
    }
)
_UMLAUTS = str.maketrans({"\u00e4": "ae", "\u00f6": "oe", "\u00fc": "ue", "\u00e5": "aa"})


@lru_cache(maxsize=65_536)
def plain_form(name: str) -> str:
    """Bring a name into the form in which equal names are the same beyond doubt.

    Capitals, spaces, the encoding of accents and punctuation carry no meaning. Signs between
    digits do; hidden characters and letters of another script stay what they are.

    Examples
    --------
    >>> plain_form(" Children's  Services (Site B)"), plain_form("D.S.S."), plain_form("Unit 1-1")
    ('childrens services site b', 'dss', 'unit 1-1')
    """
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    text = _DOTTED.sub(lambda found: found[0].replace(".", ""), text.translate(_APOSTROPHES))
    text = text.replace("&", " and ")
    if text.isascii() and text.replace(" ", "").isalnum():
        return " ".join(text.split())
    pieces = []
    for at, sign in enumerate(text):
        is_sign = sign == "_" or unicodedata.category(sign)[0] == "P"
        between = is_sign and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
        pieces.append(" " if is_sign and not between else sign)
    return " ".join("".join(pieces).split())


@dataclass(frozen=True)
class Word:
    """One word of a name.

    Attributes
    ----------
    text : in small Latin letters without accents
    forms : what it may stand for, itself included, without an ending s
    number : the number it is; None if it is none
    dotted : whether a full stop shortens it
    """

    text: str
    forms: frozenset[str]
    number: int | None = None
    dotted: bool = False


@dataclass(frozen=True)
class Words:
    """A name in words: those that tell names apart, and those left out as saying little."""

    words: tuple[Word, ...] = ()
    legal: tuple[str, ...] = ()
    stops: frozenset[int] = field(default=frozenset())
    """Places, among all words, of little words such as "of"."""
    every: tuple[Word, ...] = ()

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The numbers, in their order."""
        return tuple(one.number for one in self.words if one.number is not None)

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Single letters, and letters with digits such as b1: they name one of several."""
        found = [one.text for one in self.words if one.number is None]
        return tuple(sorted(text for text in found if len(text) == 1 or not text.isalpha()))

    @cached_property
    def sides(self) -> Mapping[int, Mapping[int, str]]:
        """For each group of opposites the sides that the name takes, with the words for it."""
        found: dict[int, dict[int, str]] = {}
        for one in self.words:
            taken = {OPPOSITE[form] for form in one.forms if form in OPPOSITE}
            # A short form that may stand for several words takes no side.
            if len(taken) == 1:
                group, side = next(iter(taken))
                found.setdefault(group, {})[side] = one.text
        return found


@lru_cache(maxsize=65_536)
def words_of(name: str) -> Words:
    """Split a name into its words.

    Examples
    --------
    >>> [word.text for word in words_of("The Dept. of Health & Hope, Inc.").words]
    ['dept', 'health', 'hope']
    """
    text = unicodedata.normalize("NFKC", name).casefold().translate(_APOSTROPHES)
    text = _DOTTED.sub(lambda found: found[0].replace(".", ""), text)
    text = re.sub(r"(?<=[^\W\d_]{3})(?=\d)", " ", text.replace("_", " ").replace("&", " and "))
    text = _LETTER_AND_NUMBER.sub(r"\1\2", text)
    found = [one for one in _WORD.findall(text) if one[0].isalnum()][:MOST_WORDS]
    every: list[Word] = []
    legal, stops, kept = [], set(), []
    for at, raw in enumerate(found):
        word = _word(raw, is_last=at == len(found) - 1)
        if word.text in LEGAL and at > 0:
            legal.append(word.text)
            continue
        # One letter at the end names a court or a unit; elsewhere it is a little word.
        if word.text in STOP and not (len(word.text) == 1 and at == len(found) - 1):
            stops.add(len(every))
        else:
            kept.append(word)
        every.append(word)
    return Words(tuple(kept or every), tuple(legal), frozenset(stops), tuple(every))


def _word(raw: str, *, is_last: bool) -> Word:
    dotted = raw.endswith(".")
    text = raw.rstrip(".")
    latin = _latin(text)
    if found := _ORDINAL.fullmatch(text):
        number = int(found[1][:15])
        return Word(str(number), frozenset({str(number)}), number)
    number_word = NUMBERS.get(latin, ROMAN.get(latin) if is_last or len(latin) > 1 else None)
    if number_word is not None:
        return Word(latin, frozenset({str(number_word), latin}), number_word)
    forms = {latin, _latin(text.translate(_UMLAUTS)), *_expanded(latin)}
    return Word(latin, frozenset(map(stem, forms)), None, dotted)


def _expanded(short: str) -> tuple[str, ...]:
    """What a short form may stand for; depts is dept."""
    return EXPANSIONS.get(short) or EXPANSIONS.get(stem(short), ())


def _latin(text: str) -> str:
    if text.isascii():
        return text
    joined = text.translate(_TO_LATIN)
    bare = "".join(c for c in unicodedata.normalize("NFD", joined) if not unicodedata.combining(c))
    return bare.translate(_TO_LATIN)


def stem(word: str) -> str:
    """Leave out the s of a plural or a genitive.

    Examples
    --------
    >>> stem("services"), stem("childrens"), stem("process")
    ('service', 'children', 'process')
    """
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    is_plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if is_plural else word
