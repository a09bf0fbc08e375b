"""Answers in words, and words mixed with numbers: each gets its number, as it is answered."""

import re
from collections.abc import Sequence
from typing import Protocol

from collabnet.data.issues import listed, shown
from collabnet.data.options import Answers
from collabnet.data.readers.survey_parts import Item, Survey, given_list, pairs

KEEP = "keep"
MOST_WORDS = 30
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_NUMBERED = re.compile(r"(\d{1,2})\s*(?:[-.:)=–]|$|\s)\s*\D.*")
_YES_NO = {"yes": "1", "no": "0", "true": "1", "false": "0", "checked": "1", "unchecked": "0"}
_LADDERS = (
    ("never", "not at all", "none", "no contact", "not in the past year", "no"),
    ("rarely", "seldom", "hardly ever", "yearly", "annually", "once a year", "a little",
     "less than monthly", "every few months", "yes"),
    ("sometimes", "occasionally", "quarterly", "every quarter", "somewhat", "a fair amount"),
    ("monthly", "often", "once a month", "every month", "a lot", "frequently"),
    ("weekly", "very often", "usually", "once a week", "every week", "a great deal"),
    ("daily", "always", "every day", "completely"),
)  # fmt: skip
_AGREEMENT = ("strongly disagree", "disagree", "neither agree nor disagree", "agree",
              "strongly agree")  # fmt: skip
_STEPS = {word: str(step) for step, words in enumerate(_LADDERS) for word in words} | {
    word: str(step) for step, word in enumerate(_AGREEMENT, 1)
} | {"neutral": "3"}  # fmt: skip
_UNKNOWN = {"don't know", "do not know", "dont know", "don’t know", "unsure", "not sure", "n/a",
            "na", "not applicable", "prefer not to say", "no opinion", "unknown"}  # fmt: skip


class Rating(Protocol):
    """An answer that may be a word: where it stands, to which question, and what was said."""

    at: int
    item: Item
    value: str
    is_numbered: bool


def number_words(ratings: Sequence[Rating], survey: Survey, answers: Answers) -> None:
    """Give words their numbers as was answered; ask when they are words and nobody said.

    A word that isn't among those answered rejects its response.
    """
    worded = [one for one in ratings if one.value and not _NUMBER.fullmatch(one.value)]
    given = {word.lower(): number for word, number in pairs(answers, "likert").items()}
    if not worded or given_list(answers, "likert") == [KEEP]:
        return
    if not given:
        _ask(worded, [one for one in ratings if _NUMBER.fullmatch(one.value)], survey)
        return
    gone: set[int] = set()
    count = 0
    for one in worded:
        if one.value.lower() in given:
            one.value, one.is_numbered = given[one.value.lower()], True
            count += 1
        elif one.at not in gone:
            gone.add(one.at)
            told = one.item.name
            survey.ledger.add("survey_word_unknown", one.at, column=told, value=one.value)
    if count:
        survey.ledger.add("survey_words_numbered", count=count)


def _ask(worded: Sequence[Rating], numbers: Sequence[Rating], survey: Survey) -> None:
    words = list(dict.fromkeys(one.value for one in worded))
    mixed = {one.item.question for one in worded} & {one.item.question for one in numbers}
    known = {word: propose_number(word) for word in words}
    proposal = ",".join(f"{word}={number}" for word, number in known.items())
    sure = len(words) <= MOST_WORDS and None not in known.values() and "," not in "".join(words)
    first = worded[0]
    told = listed([shown(word) for word in words[:MOST_WORDS]])
    survey.ledger.add(
        "survey_words",
        first.at,
        column=first.item.name,
        value=first.value,
        mixed=" mixed with numbers" if mixed else "",
        found=told,
        answers=(proposal, KEEP) if sure else (KEEP,),
    )


def propose_number(word: str) -> str | None:
    """Propose the number of a word on its scale; None when it is on no scale that is known.

    Examples
    --------
    >>> propose_number("Never"), propose_number("5 - Daily"), propose_number("Don't know")
    ('0', '5', '')
    >>> propose_number("purple")
    """
    text = " ".join(word.lower().split())
    if found := _NUMBERED.fullmatch(text):
        return found[1]
    if text in _UNKNOWN:
        return ""
    return _YES_NO.get(text) or _STEPS.get(text)
