"""Headings that read like the questions of a survey, and not like names."""

import re
from collections.abc import Sequence

_NUMBERED = re.compile(r"q(uestion)?[ _.]?\d.*", re.IGNORECASE)
_ABOUT_YOU = re.compile(r"(your|respondent|which|what|who)\b.*", re.IGNORECASE)
_WORDS_ALIKE = 2


def question_among(headings: Sequence[str]) -> str:
    """Give the first heading that reads like a question; "" where all may be names.

    The first heading stands above the rows' names. The others may be questions by themselves, or
    by beginning alike: names of agencies and meetings seldom share more than one word.

    Examples
    --------
    >>> question_among(["Your agency", "Sheriff", "Court"])
    'Your agency'
    >>> question_among(["Agency", "Contact with Sheriff", "Contact with Court"])
    'Contact with Sheriff'
    >>> question_among(["Agency", "Meeting May", "Meeting June"])
    ''
    """
    corner, above = headings[0], headings[1:]
    if corner.endswith("?") or _ABOUT_YOU.fullmatch(corner):
        return corner
    asked = (one for one in above if one.endswith("?") or _NUMBERED.fullmatch(one))
    if first := next(asked, ""):
        return first
    first_words = [one.split()[:_WORDS_ALIKE] for one in above]
    alike = len(above) > 1 and len(first_words[0]) == _WORDS_ALIKE
    return above[0] if alike and all(one == first_words[0] for one in first_words) else ""
