"""How many young people a text speaks of: x2, 2 girls, (2), two sets of initials."""

import re

from collabnet.data.hand_kept.persons import is_given_name, is_initials

_ONES = (
    r"girls?|boys?|youths?|young people|kids?|children|clients?|siblings?|sisters?|brothers?|"
    r"twins|teens?|minors?|survivors?|females?|males?"
)
_YOUTHS = rf"(?:{_ONES}|referrals?)"
_WORDS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_NUMBER = r"(?:(\d{1,2})|(two|both|three|four|five))"
_WHOLE = re.compile(
    rf"\(?{_NUMBER}\s+{_YOUTHS}\)?|[x×]\s?(\d{{1,2}})|(\d{{1,2}})\s?[x×]", re.IGNORECASE
)
_BRACKETS = re.compile(r"\((\d{1,2})\)")
_BEHIND = re.compile(
    rf"(.*\S)\s*(?:\s[x×]\s?(\d{{1,2}})|\([x×]?\s?(\d{{1,2}})(?:\s+{_YOUTHS})?\))", re.IGNORECASE
)
_WITHIN = re.compile(
    rf"(?:\b([a-z]+)\W+)?\b{_NUMBER}\s+(?:(?:young|teen|teenage|minor|underage|female|male)\s+)?"
    rf"(?:{_ONES})\b",
    re.IGNORECASE,
)
_THEIR_OWN = frozenset({"has", "have", "had", "with", "her", "his", "their", "of", "my"})
"""Words before a number that is of somebody's family, or of a part."""
_DOTTED = r"(?:[A-Z]\.\s?){2,3}"
_PAIR = re.compile(rf"{_DOTTED}(?:\s*(?:[&,/+;]|and)\s*{_DOTTED})+")
_PARTS = re.compile(r"\s*(?:[&+;,\n]|\band\b)\s*", re.IGNORECASE)
_STROKES = re.compile(r"\s*[/&+;,\n]\s*")
_ID = re.compile(r"(?=\D*\d)[\w.-]{2,20}")
_LONGEST, _LONGEST_NOTE = 80, 500


def count_in_whole(text: str, *, has_brackets: bool) -> int:
    """Count the young people of a cell that says nothing else; 0 if it does.

    Examples
    --------
    >>> count_in_whole("2 girls", has_brackets=False), count_in_whole("(2)", has_brackets=True)
    (2, 2)
    """
    if len(text) > _LONGEST:
        return 0
    if found := _WHOLE.fullmatch(text):
        digits, word, behind, before = found.groups()
        return _WORDS[word.lower()] if word else int(digits or behind or before)
    found = _BRACKETS.fullmatch(text) if has_brackets else None
    return int(found[1]) if found else 0


def count_mark(text: str) -> tuple[int, str]:
    """Count by a mark behind a name, and give the name without it; 0 without a mark.

    Examples
    --------
    >>> count_mark("Shelter x2"), count_mark("Shelter (3 girls)"), count_mark("Shelter")
    ((2, 'Shelter'), (3, 'Shelter'), (0, 'Shelter'))
    """
    found = _BEHIND.fullmatch(text) if len(text) <= _LONGEST else None
    return (int(found[2] or found[3]), found[1]) if found else (0, text)


def count_named(text: str) -> int:
    """Count the initials, names or ids of a cell of clients; 0 where it isn't plain.

    Examples
    --------
    >>> count_named("A.B. & C.D."), count_named("AB/CD/EF"), count_named("0017, 0018")
    (2, 3, 2)
    >>> count_named("AB"), count_named("Hall, Ann")
    (0, 0)
    """
    if len(text) > _LONGEST or is_given_name(text):
        return 0
    for parting, tests in ((_PARTS, (is_initials, is_given_name, _is_id)), (_STROKES, _NAMES)):
        parts = [part for part in parting.split(text) if part]
        if len(parts) > 1 and all(any(test(part) for test in tests) for part in parts):
            return len(parts)
    return 0


def count_in_notes(text: str) -> int:
    """Count the young people that a note speaks of; not those of somebody's family.

    Examples
    --------
    >>> count_in_notes("police brought 2 girls at night"), count_in_notes("has 2 girls")
    (2, 0)
    """
    start = text[:_LONGEST_NOTE]
    for found in _WITHIN.finditer(start):
        before, digits, word = found.groups()
        if (before or "").lower() not in _THEIR_OWN:
            return _WORDS[word.lower()] if word else int(digits)
    pair = _PAIR.match(start)
    return len(re.findall(_DOTTED, pair[0])) if pair else 0


def _is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None


_NAMES = (is_initials, is_given_name)
