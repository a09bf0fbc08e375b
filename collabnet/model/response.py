"""Who answered a survey: rates by respondent and by possible tie, and what they allow."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from collabnet.model.sheets import Sheet

FEW = 0.5
"""Below this share of answers nothing is ranked from survey ties."""
MANY = 0.8
"""From this share on figures stand without a warning."""


@dataclass(frozen=True)
class Response:
    """How many of those asked answered a question of a wave, and what is known of their ties.

    Attributes
    ----------
    possible, known : ordered pairs of those asked; those of which the first says yes or no
    at_cap : respondents who named as many as they could
    """

    question: str
    wave: str
    asked: int
    answered: int
    possible: int
    known: int
    at_cap: int
    asked_is_stated: bool
    is_one_view: bool

    @property
    def rate(self) -> float:
        """Share of those asked who answered; NaN if nobody was."""
        return self.answered / self.asked if self.asked else float("nan")

    @property
    def tie_rate(self) -> float:
        """Share of possible ties that are known; NaN if none is possible."""
        return self.known / self.possible if self.possible else float("nan")

    @property
    def standing(self) -> str:
        """What the rate allows: "enough", "with a warning" or "no ranking"."""
        if not self.rate >= FEW:
            return "no ranking"
        return "with a warning" if self.rate < MANY else "enough"


def response(sheet: Sheet) -> Response:
    """Count who answered a question of a wave."""
    asked, answered = sheet.asked, sheet.answered & sheet.asked
    said = {
        pair: one.says == one.says
        for pair, one in sheet.answers.items()
        if pair[0] in asked and pair[1] in asked
    }
    # Whoever recalled freely, and could have named more, says no of all whom they didn't name.
    full = answered - sheet.at_cap if sheet.is_recalled else frozenset()
    blank = sum(not known for (i, _), known in said.items() if i in full)
    others = sum(known for (i, _), known in said.items() if i not in full)
    return Response(
        sheet.question,
        sheet.wave,
        asked=len(asked),
        answered=len(answered),
        possible=len(asked) * (len(asked) - 1),
        known=len(full) * (len(asked) - 1) - blank + others,
        at_cap=len(sheet.at_cap),
        asked_is_stated=sheet.asked_is_stated,
        is_one_view=sheet.is_one_view,
    )


def response_groups(found: Iterable[Response]) -> list[list[Response]]:
    """Put questions of a wave together that have the same numbers."""

    def numbers(one: Response) -> tuple[object, ...]:
        return one.wave, one.asked, one.answered, one.possible, one.known

    ordered = sorted(found, key=lambda one: (one.wave, one.question))
    ordered.sort(key=lambda one: str(numbers(one)))
    return [list(same) for _, same in groupby(ordered, key=numbers)]


def response_phrases(found: Iterable[Response]) -> list[tuple[Response, str]]:
    """Say each rate once: questions of a wave with the same numbers stand together.

    Examples
    --------
    >>> one = Response("contact", "2024", 4, 3, 12, 9, 0, True, False)
    >>> [said for _, said in response_phrases([one])]
    ['3 of 4 asked answered on contact in wave 2024 (75 %; 9 of 12 possible ties known)']
    """
    said = []
    for same in response_groups(found):
        one = same[0]
        wave = f" in wave {one.wave}" if one.wave else ""
        part = "" if one.rate != one.rate else f"{100 * one.rate:.0f} %; "
        said.append(
            (
                one,
                f"{one.answered} of {one.asked} asked answered on "
                f"{_listed([_words(other.question) for other in same])}{wave} ({part}"
                f"{one.known} of {one.possible} possible ties known)",
            )
        )
    return said


def _words(question: str) -> str:
    return question.replace("_", " ") if question else "a question without a name"


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
