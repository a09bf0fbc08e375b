"""What findings from a survey's ties must say: who answered, and what that allows."""

from collections.abc import Callable, Iterable, Mapping

from collabnet.model import Coalition
from collabnet.model.response import FEW, Response, response, response_phrases
from collabnet.model.sheets import build_sheets
from collabnet.model.specs import is_survey
from collabnet.risk.wording import capital, share

NO_RANKING = "Fewer than half answered: nothing is ranked from these answers."


def source_of(file: str) -> str:
    """What a row is evidence from: log, survey or coding.

    Examples
    --------
    >>> source_of("referrals.csv"), source_of("survey_2024.csv"), source_of("ties.csv")
    ('log', 'survey', 'coding')
    """
    if file == "referrals.csv":
        return "log"
    return "survey" if is_survey(file) else "coding"


def used_responses(coalition: Coalition) -> tuple[Response, ...]:
    """Who answered the questions from which the coalition has ties."""
    ties = coalition.ties
    used = ties[ties["file"].map(is_survey).astype("bool")]
    pairs = set(zip(used["kind"], used["wave"], strict=True))
    if not pairs:
        return ()
    sheets = (one for one in build_sheets(coalition) if (one.question, one.wave) in pairs)
    return tuple(response(one) for one in sheets)


class SurveyNotes:
    """Says of findings that stand on answers who answered."""

    def __init__(self, coalition: Coalition) -> None:
        self._responses = used_responses(coalition)

    def lowest(self, kinds: Iterable[str]) -> float:
        """The lowest rate of answers to some questions."""
        found = set(kinds)
        return min((one.rate for one in self._responses if one.question in found), default=1.0)

    def is_too_few(self, kinds: Iterable[str]) -> bool:
        """Whether so few answered that nothing is ranked."""
        return self.lowest(kinds) < FEW

    def of(self, kinds: Iterable[str]) -> list[str]:
        """The notes for a finding that stands on answers to some questions."""
        asked = set(kinds)
        found = [one for one in self._responses if one.question in asked]
        said = [f"{phrase}." for _, phrase in response_phrases(found)]
        if any(one.is_one_view for one in found):
            said.append("One person's view of each agency.")
        return said + [NO_RANKING] * self.is_too_few(asked)


def survey_sentences(
    coalition: Coalition,
    waves: Mapping[str, str] | None = None,
    part: Callable[[float], str] = share,
) -> list[str]:
    """Say to any audience how many answered, in shares alone; nothing where no tie is theirs.

    Parameters
    ----------
    waves : what each wave is called; None: as it is written
    part : how the share of those who answered is said
    """
    used, called = used_responses(coalition), waves or {}
    by_rate: dict[tuple[str, str], list[str]] = {}
    for one in used:
        rate = part(one.rate) if one.rate == one.rate else "an unknown share"
        key = (rate, called.get(one.wave, one.wave))
        by_rate.setdefault(key, []).append(one.question.replace("_", " "))
    said = [
        capital(f"{rate} of those asked answered the survey's questions on ")
        + f"{' and '.join(questions)}{f' in wave {wave}' if wave else ''}: a missing answer is "
        "unknown, not zero."
        for (rate, wave), questions in by_rate.items()
    ]
    if any(one.is_one_view for one in used):
        said.append("Each agency was answered for by one person: one person's view.")
    if any(one.at_cap for one in used):
        said.append("Respondents could name only so many: ties may be more than are told.")
    return said + [NO_RANKING] * any(not one.rate >= FEW for one in used)
