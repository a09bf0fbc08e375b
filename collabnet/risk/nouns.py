"""Nouns of the field: one and several of them, and what a person in a role is called."""

import re
from functools import lru_cache

STAYS = frozenset({"staff", "personnel", "counsel", "clergy", "police", "faculty", "series"})
"""Nouns that are the same for one and several."""
MEMBERS = frozenset({"staff", "personnel", "clergy", "faculty", "crew", "team"})
"""Nouns for a body of people: one of them is its member."""
SERVED = frozenset({"survivor", "survivors", "victim", "client", "youth", "minor", "parent"})
"""Never said of a person: no text tells a survivor, or a family, from other staff."""
_ALTERNATIVES = re.compile(r"\s+and\s+|\s+or\s+|\s*[&/;,(]\s*")
_AFTER_HEAD = re.compile(r"\s+(?:of|in|for|at|on|to|with|ad|from)\s+")
_NUMBERED = re.compile(r"(?:\s+#?\d\w*|\s+[ivIV]+)+$")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,3}")


@lru_cache(maxsize=1024)
def plural(noun: str) -> str:
    """Give the plural of a noun of the field, or of a role with what follows it.

    Examples
    --------
    >>> plural("officer"), plural("attorney"), plural("agency"), plural("shelter staff")
    ('officers', 'attorneys', 'agencies', 'shelter staff')
    >>> plural("guardian ad litem"), plural("chief of police"), plural("DJO"), plural("coach")
    ('guardians ad litem', 'chiefs of police', 'DJOs', 'coaches')
    """
    found = _AFTER_HEAD.search(noun)
    head, rest = (noun[: found.start()], noun[found.start() :]) if found else (noun, "")
    before, space, last = head.rpartition(" ")
    return f"{before}{space}{_several(last)}{rest}"


def _several(word: str) -> str:
    if word.endswith("person"):
        return f"{word[:-6]}people"
    if word in STAYS:
        return word
    if word.endswith(("sman", "eman", "woman", "dsman")):
        return f"{word[:-2]}en"
    if word.endswith(("ss", "x", "z", "ch", "sh")):
        return f"{word}es"
    if word.endswith("s"):
        return word
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


@lru_cache(maxsize=1024)
def spoken(role: str) -> str:
    """Give the role as it is said of one person: the first of several; "" where none is said.

    Examples
    --------
    >>> spoken("Deputy Juvenile Officer"), spoken("DJO"), spoken("survivor and advocate")
    ('deputy juvenile officer', 'DJO', 'advocate')
    >>> spoken("shelter staff"), spoken("Detective II"), spoken("survivor")
    ('shelter staff member', 'detective', '')
    """
    for one in _ALTERNATIVES.split(role.strip()):
        said = " ".join(map(_lower, _NUMBERED.sub("", one).split()))
        if said and not SERVED & set(said.split()[-1:]):
            return f"{said} member" if said.split()[-1] in MEMBERS else said
    return ""


@lru_cache(maxsize=1024)
def head_of(role: str) -> str:
    """Give the noun of a role: its last word, before what follows it.

    Examples
    --------
    >>> [head_of(role) for role in ("juvenile officer", "chief of police", "guardian ad litem")]
    ['officer', 'chief', 'guardian']
    >>> head_of("shelter staff"), head_of("legal counsel"), head_of("")
    ('staff member', 'counsel', '')
    """
    words = _AFTER_HEAD.split(spoken(role))[0].split()
    if words[-1:] == ["member"]:
        return " ".join(words[-2:])
    return words[-1] if words else ""


def group_of(role: str) -> str:
    """Give what several people recorded as one are called: the plural of their role.

    Examples
    --------
    >>> group_of("officer"), group_of("court staff"), group_of("Judges"), group_of("")
    ('officers', 'court staff', 'judges', 'people')
    """
    said = spoken(role).removesuffix(" member")
    return plural(said or "person")


def _lower(word: str) -> str:
    return word if _ACRONYM.fullmatch(word) else word.lower()
