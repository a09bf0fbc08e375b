"""questionnaire.txt: the same questions, to paste into a survey platform."""

import re
from collections.abc import Iterator, Mapping

from collabnet.data.forms.questions import AGENCY, PARTNER, QUESTIONS, Question, Tag, label

TEXT_FILE = "questionnaire.txt"
SLOTS = 10
"""Partner agencies that can be named where none are known."""
_INTRO = (
    "About the links between agencies: which of them rest on one person, so that they can be "
    "backed up or put in writing. Not for decisions about individuals. Write roles, such as intake "
    "officer; never anything about young people or other clients. Leave out what you can't "
    "or don't want to answer."
)


def questionnaire_text(agencies: Mapping[str, str]) -> str:
    """Give the questionnaire as text; ``agencies`` are the names by id that are asked about.

    It is what Qualtrics imports as a TXT file in its advanced format, and plain enough to be
    pasted question by question anywhere else. The mark in square brackets is the question's id,
    by which the platform's export is read back.

    Examples
    --------
    >>> text = questionnaire_text({"shelter": "Shelter"})
    >>> print(text[text.index("[[ID:caller_1]]"):].splitlines()[1])
    [caller | shelter] Who in your agency makes the call to Shelter? Write the role, such as \
intake officer; or nobody.
    """
    return "\n".join(_lines(agencies)) + "\n"


def _lines(agencies: Mapping[str, str]) -> Iterator[str]:
    labels = [label(*one) for one in agencies.items()]
    yield "[[AdvancedFormat]]"
    yield from ("", "[[Block:Your agency]]", "", "[[Question:DB]]", _INTRO)
    yield from _question(AGENCY, Tag(AGENCY.key), AGENCY.key, "", tuple(labels))
    for number, (agency, name) in enumerate(agencies.items(), start=1):
        # What a platform would take for its own code is left out of the words.
        shown = " ".join(re.sub(r"[\[\]{}<>$]", " ", name or agency).split())
        yield from ("", f"[[Block:Partner {number}]]")
        for one in QUESTIONS.values():
            choices = () if one.is_open and one.key != "sent" else one.choices
            yield from _question(one, Tag(one.key, agency), f"{one.key}_{number}", shown, choices)
    for number in range(1, SLOTS + 1) if not agencies else ():
        yield from ("", f"[[Block:Partner {number}]]")
        for one in (PARTNER, *QUESTIONS.values()):
            choices = () if one.is_open and one.key != "sent" else one.choices
            tag = Tag(one.key, number=number)
            yield from _question(one, tag, f"{one.key}_{number}", f"partner {number}", choices)


def _question(
    one: Question, tag: Tag, name: str, partner: str, choices: tuple[str, ...]
) -> Iterator[str]:
    yield ""
    yield "[[Question:MC:SingleAnswer:Vertical]]" if choices else "[[Question:TE:SingleLine]]"
    yield f"[[ID:{name}]]"
    yield f"{tag} {one.asked(partner)}"
    if choices:
        yield "[[Choices]]"
        yield from choices
