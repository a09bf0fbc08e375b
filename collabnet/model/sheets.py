"""What a survey's answers say: yes, no or unknown, for every pair, question and wave."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from collabnet.model.records import records
from collabnet.model.settings import SurveySettings

if TYPE_CHECKING:
    from collabnet.model.coalition import Coalition

UNKNOWN = math.nan
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,9})?")
_YES, _NO = ("yes", "y", "true", "x"), ("no", "n", "false", "never", "none", "not at all")
_LEVELS = ("networking", "cooperation", "coordination", "coalition", "collaboration")
"""Levels of collaboration after Frey and others (2006), from 1 to 5; none is 0."""
_OPEN = ("unknown", "not known", "don't know", "not sure", "?")
_BAND = re.compile(r"([1-9]\d{0,8}) ?(?:(?:to|-|–) ?\d{1,9}|or more|\+)")
"""A range of numbers that are all above zero."""
_DATED = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")

Row = tuple[str, int]
"""A file and the row in it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One answer: 1.0 yes, 0.0 no, NaN asked and not answered; and its number, NaN if none."""

    says: float = UNKNOWN
    number: float = UNKNOWN
    rows: tuple[Row, ...] = ()
    status: str = "reported"


NOTHING = Said()


def read_answer(value: str, words: Mapping[str, float]) -> tuple[float, float] | None:
    """Read an answer about a tie: whether it says yes, and its number; None if it is neither.

    Examples
    --------
    >>> read_answer("3", {}), read_answer("yes", {}), read_answer("often", {"often": 4})
    ((1.0, 3.0), (1.0, nan), (1.0, 4.0))
    >>> read_answer("0", {}), read_answer("", {}), read_answer("often", {})
    ((0.0, 0.0), (nan, nan), None)
    >>> read_answer("6 to 11", {}), read_answer("don't know", {})
    ((1.0, nan), (nan, nan))
    """
    text = " ".join(value.lower().replace("’", "'").split())
    if not text or (text in _OPEN and text not in words):
        return UNKNOWN, UNKNOWN
    if text in words:
        number = float(words[text])
    elif _BAND.fullmatch(text):
        return 1.0, UNKNOWN
    elif _NUMBER.fullmatch(text):
        number = float(text)
    elif text in _LEVELS:
        number = float(_LEVELS.index(text) + 1)
    elif text in _YES:
        return 1.0, UNKNOWN
    elif text in _NO:
        number = 0.0
    else:
        return None
    return float(number > 0), number


def wave_day(wave: str, settings: SurveySettings) -> date | None:
    """The day of a wave: as stated, else the last one that a label such as 2024-05 can mean.

    Examples
    --------
    >>> wave_day("2024", SurveySettings()), wave_day("spring", SurveySettings())
    (datetime.date(2024, 12, 31), None)
    """
    if wave in settings.waves:
        return settings.waves[wave]
    found = _DATED.fullmatch(wave.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            return date(year, month, day)
        after = date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
        return date.fromordinal(after.toordinal() - 1)
    except ValueError:
        return None


@dataclass(frozen=True)
class Sheet:
    """The answers to one question in one wave.

    Attributes
    ----------
    actors : everybody who was asked, answered or was named, in the order of their ids
    asked : those who were asked; ``asked_is_stated`` tells whether somebody said so
    answers : what each respondent said of each alter, where a row says it
    respondents : the people who spoke, by the actor for whom they did
    """

    question: str
    wave: str
    actors: tuple[str, ...]
    asked: frozenset[str]
    answers: Mapping[tuple[str, str], Said]
    respondents: Mapping[str, frozenset[str]]
    asked_is_stated: bool = False
    is_recalled: bool = False
    most_names: int | None = None
    level: str = ""

    @cached_property
    def answered(self) -> frozenset[str]:
        """Those who answered the question about anybody."""
        return frozenset(i for (i, _), said in self.answers.items() if said.says == said.says)

    @cached_property
    def named(self) -> Mapping[str, int]:
        """How many each respondent named."""
        counts = dict.fromkeys(self.respondents, 0)
        for (i, _), said in self.answers.items():
            counts[i] += said.says == 1.0
        return counts

    @cached_property
    def at_cap(self) -> frozenset[str]:
        """Those who named as many as they could: of others nothing is known."""
        most = self.most_names
        return frozenset(i for i, n in self.named.items() if most is not None and n >= most)

    def said(self, i: str, j: str) -> Said:
        """What i said of j. Where names were recalled freely, one who was not named is a no."""
        found = self.answers.get((i, j))
        if found is not None:
            return found
        is_silent = not self.is_recalled or i not in self.answered or i in self.at_cap
        return NOTHING if is_silent else Said(0.0)

    def why_unknown(self, i: str, j: str) -> str:
        """Why it isn't known what i says of j: "not asked" or "not answered"; "" if it is.

        Of somebody of whom there is no row it is known only where it is stated who was asked.
        """
        if self.said(i, j).says == self.said(i, j).says:
            return ""
        is_named = self.asked_is_stated and i in self.asked and i not in self.respondents
        was_asked = (i, j) in self.answers or is_named
        return "not answered" if was_asked else "not asked"

    @property
    def is_one_view(self) -> bool:
        """Whether agencies were asked and one person spoke for each."""
        agencies = self.level == "agency"
        return agencies and all(len(people) <= 1 for people in self.respondents.values())


def build_sheets(coalition: "Coalition") -> tuple[Sheet, ...]:
    """Gather the answers that are about somebody, question by question and wave by wave.

    At the level of agencies whoever answered speaks for the agency of that time, and several
    people of one agency say yes together if one does.
    """
    survey = coalition.settings.survey
    grouped: dict[tuple[str, str], list[tuple[str, str, str, Said]]] = {}
    columns = ("wave", "question", "respondent", "alter", "value", "file", "row", "status")
    for wave, question, i, j, value, file, row, status in records(coalition.answers, *columns):
        read = read_answer(value, survey.values)
        if j and read is not None:
            said = Said(*read, rows=((file, row),), status=status)
            grouped.setdefault((wave, question), []).append((i, i, j, said))
    return tuple(_sheet(coalition, *key, grouped[key]) for key in sorted(grouped))


def _sheet(
    coalition: "Coalition",
    wave: str,
    question: str,
    rows: list[tuple[str, str, str, Said]],
) -> Sheet:
    survey = coalition.settings.survey
    agencies = set(coalition.agencies["agency_id"])
    level = survey.level or ("agency" if all(i in agencies for i, *_ in rows) else "person")
    asked = set(survey.asked) & (agencies | set(coalition.people["person_id"]))
    if level == "agency":
        home = coalition.homes_at(wave_day(wave, survey))
        rows = [(who, home.get(i, i), home.get(j, j), said) for who, i, j, said in rows]
        asked = {home.get(one, one) for one in asked}
    people = coalition.people
    everybody = (
        agencies if level == "agency" else set(people.loc[people["kind"] == "person", "person_id"])
    )
    answers: dict[tuple[str, str], Said] = {}
    spoke: dict[str, set[str]] = {}
    for who, i, j, said in rows:
        spoke.setdefault(i, set()).add(who)
        if i != j:
            answers[i, j] = _both(answers[i, j], said) if (i, j) in answers else said
    asked = asked or everybody - coalition.outside
    return Sheet(
        question,
        wave,
        actors=tuple(sorted(asked | set(spoke) | {j for _, j in answers})),
        asked=frozenset(asked | set(spoke)),
        answers=answers,
        respondents={i: frozenset(found) for i, found in spoke.items()},
        asked_is_stated=bool(survey.asked),
        is_recalled=survey.recall == "free",
        most_names=survey.most_names,
        level=level,
    )


def _both(one: Said, other: Said) -> Said:
    """Two answers of one actor: a yes wins over a no, anything over nothing; numbers' mean."""
    known = [said.says for said in (one, other) if said.says == said.says]
    numbers = [said.number for said in (one, other) if said.number == said.number]
    return Said(
        max(known, default=UNKNOWN),
        sum(numbers) / len(numbers) if numbers else UNKNOWN,
        one.rows + other.rows,
        one.status,
    )
