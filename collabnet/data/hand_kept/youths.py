"""Rows that stand for several young people, as in "x2" or "2 girls"."""

import re

from collabnet.data.hand_kept.log import Hit, Log
from collabnet.model.vocabulary import plain

_MARKED = ("to_agency", "from_agency", "service", "client", "to_person", "from_person")
_NEVER = frozenset({"referral_id", "date", "status_date", "status", "reason"})
_YOUTHS = (
    r"(?:girls?|boys?|youths?|young people|kids?|children|clients?|siblings?|sisters?|brothers?|"
    r"twins|teens?|minors?|survivors?|females?|males?|referrals?)"
)
_WORDS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_NUMBER = r"(?:(\d{1,2})|(two|both|three|four|five))"
_WHOLE = re.compile(
    rf"\(?{_NUMBER}\s+{_YOUTHS}\)?|[x×]\s?(\d{{1,2}})|(\d{{1,2}})\s?[x×]", re.IGNORECASE
)
_BEHIND = re.compile(
    rf"(.*\S)\s*(?:\s[x×]\s?(\d{{1,2}})|\([x×]?\s?(\d{{1,2}})(?:\s+{_YOUTHS})?\))", re.IGNORECASE
)
_COUNT_HEADER = re.compile(
    r"(?:number|no\.?|nr\.?|num|#|count|how_many)_?(?:of_)?"
    r"(?:clients?|youths?|young_people|minors?|survivors?|children|kids|girls)"
)
MOST = 20
"""More young people in one row are taken for another number."""


def tidy_youths(log: Log) -> None:
    """Read rows for several young people as one referral or as many, once that is asked.

    The mark is taken out of the cell, unless it is said to belong to the name.
    """
    answer = log.answer("several_youths")
    if answer == "keep":
        return
    times: dict[int, int] = {}
    for place, name in enumerate(log.names):
        hits: list[Hit] = []
        if name in _NEVER:
            continue
        is_count = _COUNT_HEADER.fullmatch(plain(name)) is not None
        for entry in log.entries:
            number, rest = _read(entry.cells[place].strip(), name in _MARKED, is_count)
            if number:
                hits.append((entry.at, entry.cells[place].strip()))
                times[id(entry)] = max(number, times.get(id(entry), 1))
                if name in _MARKED:
                    entry.cells[place] = rest
        code = "several_youths_read" if answer else "several_youths"
        read = "that many rows" if answer == "rows" else "one referral"
        log.tell(code, name, hits, read=read)
    if answer == "rows":
        log.repeat(lambda entry: times.get(id(entry), 1))


def _read(text: str, is_marked: bool, is_count: bool) -> tuple[int, str]:
    """How many young people a cell says, 0 if it says nothing of it, and the text without it."""
    if not text or len(text) > 80:
        return 0, text
    if is_count and text.isascii() and text.isdigit():
        return _fits(int(text)), text
    if found := _WHOLE.fullmatch(text):
        digits, word, behind, before = found.groups()
        number = _WORDS[word.lower()] if word else int(digits or behind or before)
        return _fits(number), ""
    if is_marked and (found := _BEHIND.fullmatch(text)):
        return _fits(int(found[2] or found[3])), found[1]
    return 0, text


def _fits(number: int) -> int:
    return number if 2 <= number <= MOST else 0
