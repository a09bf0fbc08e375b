"""Read what an agency says of whom it serves; what can't be read is unknown, never nobody."""

import re
from collections.abc import Mapping
from typing import NamedTuple

EVERY = "all"
"""Stands for every group of a dimension."""
MORE = "?"
"""Stands for groups that the cell leaves open: "girls; unknown"."""
_UNKNOWN = frozenset({MORE, "-", "unknown", "not known", "tbd", "varies"})
_GENDERS = {
    "girl": "female", "girls": "female", "females": "female", "woman": "female", "f": "female",
    "women": "female", "young women": "female", "boy": "male", "boys": "male", "males": "male",
    "man": "male", "men": "male", "m": "male", "young men": "male", "trans": "transgender",
    "transgender youth": "transgender", "non-binary": "nonbinary", "any": EVERY,
    "everyone": EVERY, "everybody": EVERY, "all genders": EVERY, "any gender": EVERY,
    "both": "female;male",
}  # fmt: skip
_REFERRALS = {
    "self": "voluntary", "self-referral": "voluntary", "by choice": "voluntary",
    "choice": "voluntary", "mandated": "court-mandated", "mandatory": "court-mandated",
    "court mandated": "court-mandated", "court-ordered": "court-mandated",
    "court ordered": "court-mandated", "by order": "court-mandated", "order": "court-mandated",
    "court": "court-mandated", "both": "voluntary;court-mandated", "any": EVERY, "either": EVERY,
}  # fmt: skip
_AGES_IN_WORDS = {
    "all": (0, None), "any": (0, None), "all ages": (0, None), "any age": (0, None),
    "minors": (0, 17), "adults": (18, None),
}  # fmt: skip
_AGE_FORMS = (
    (re.compile(r"(?:ages? )?(\d{1,3})(?: ?[-–—] ?| to | through )(\d{1,3})"), (0, 1)),
    (
        re.compile(r"(?:ages? |from )?(\d{1,3}) ?(?:\+|and (?:over|older|up|above)|or older)"),
        (0, None),
    ),
    (re.compile(r"from (\d{1,3})"), (0, None)),
    (re.compile(r"up to (\d{1,3})"), (None, 0)),
)
_UNDER = re.compile(r"(?:under|below|younger than) (\d{1,3})")
_OLDEST = 120


class Ages(NamedTuple):
    """Ages in whole years from ``low`` to ``high``; None: without an upper end."""

    low: int
    high: int | None

    def holds(self, other: "Ages") -> bool:
        """Whether all ages of another range lie in this one."""
        if self.high is None:
            return self.low <= other.low
        return other.high is not None and self.low <= other.low and other.high <= self.high

    @property
    def label(self) -> str:
        """As a table writes it.

        Examples
        --------
        >>> Ages(13, 17).label, Ages(11, 11).label, Ages(25, None).label
        ('13-17', '11', '25+')
        """
        if self.high is None:
            return f"{self.low}+"
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


def read_ages(cell: str) -> tuple[Ages, ...] | None:
    """Read the ages that an agency serves; None where the cell is blank or can't be read.

    Examples
    --------
    >>> read_ages("11-17"), read_ages("13+")
    ((Ages(low=11, high=17),), (Ages(low=13, high=None),))
    >>> [one.label for one in read_ages("under 18; 21")]
    ['0-17', '21']
    >>> read_ages("youth") is None
    True
    """
    parts = [" ".join(part.lower().split()) for part in re.split("[;,]", cell)]
    read = [_ages(part) for part in parts if part]
    found = tuple(one for one in read if one is not None)
    return found if found and len(found) == len(read) else None


def _ages(part: str) -> Ages | None:
    if part in _AGES_IN_WORDS:
        return Ages(*_AGES_IN_WORDS[part])
    low: int
    high: int | None
    if match := _UNDER.fullmatch(part):
        low, high = 0, int(match[1]) - 1
    elif part.isdecimal():
        low = high = int(part)
    else:
        for form, (first, last) in _AGE_FORMS:
            if match := form.fullmatch(part):
                numbers = [int(one) for one in match.groups()]
                low = 0 if first is None else numbers[first]
                high = None if last is None else numbers[last]
                break
        else:
            return None
    top = low if high is None else high
    return Ages(low, high) if low <= top <= _OLDEST else None


def read_genders(cell: str) -> frozenset[str] | None:
    """Read the genders that an agency serves; None where that isn't known.

    Examples
    --------
    >>> sorted(read_genders("Girls and boys")), sorted(read_genders("all"))
    (['female', 'male'], ['all'])
    """
    return _words(cell, r"[;,/&]| and | or ", _GENDERS)


def read_referral(cell: str) -> frozenset[str] | None:
    """Read whether young people come by choice, by order or both; None where it isn't known.

    Examples
    --------
    >>> sorted(read_referral("voluntary;court-mandated")), read_referral("")
    (['court-mandated', 'voluntary'], None)
    """
    return _words(cell, r"[;,/&]| and | or ", _REFERRALS)


def read_regions(cell: str) -> frozenset[str] | None:
    """Read the regions that an agency serves, as written; None where none is."""
    return _words(cell, ";", {"everywhere": EVERY, "statewide": EVERY})


def read_languages(cell: str) -> frozenset[str] | None:
    """Read the languages that an agency serves in; None where none is written."""
    return _words(cell, "[;,/]| and ", {"any": EVERY})


def _words(cell: str, between: str, synonyms: Mapping[str, str]) -> frozenset[str] | None:
    found: set[str] = set()
    for part in re.split(between, " ".join(cell.lower().replace("n/a", MORE).split())):
        if word := part.strip():
            found.update([MORE] if word in _UNKNOWN else synonyms.get(word, word).split(";"))
    return None if found <= {MORE} else frozenset(found)
