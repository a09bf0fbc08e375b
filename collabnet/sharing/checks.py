"""What the data can carry: who answered, what the rows rest on, and what can't be concluded."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import InitVar, dataclass, field

import pandas as pd

from collabnet.data.issues import listed
from collabnet.data.questions import appraise
from collabnet.model import Coalition
from collabnet.model.response import Response, response, response_groups
from collabnet.model.sheets import build_sheets
from collabnet.model.vocabulary import WEAK_EVIDENCE
from collabnet.risk.assessment import Assessment
from collabnet.risk.wording import capital, share
from collabnet.sharing.released import SEAL

EVIDENCE = {
    "reported": "Somebody said so, or wrote it down",
    "reported_of_group": "Said of a group, not of each in it",
    "inferred": "Inferred: nobody said so",
    "illustrative": "Made up, to show how it works",
}
"""What the statuses of rows mean, in the words of the screen."""
_TABLES = {
    "referrals": ("referrals", "evidence_status"),
    "ties": ("ties", "status"),
    "answers": ("answers of the survey", "status"),
    "people": ("people", "status"),
    "agencies": ("agencies", "status"),
    "agreements": ("agreements", "status"),
}
_STANDING = {
    "enough": "Enough to rank",
    "with a warning": "Ranked with a warning: fewer than 80 % answered",
    "no ranking": "Nothing is ranked: fewer than half answered",
}


@dataclass(frozen=True)
class ReleasedChecks:
    """What the data can carry, for whoever holds them.

    Attributes
    ----------
    finding : the whole in one sentence
    answered : who answered, question by question; those of the same numbers together; all text
    evidence : what the rows of each table rest on; all text
    can_say, cannot_say, questions : sentences
    """

    finding: str
    answered: pd.DataFrame
    evidence: pd.DataFrame
    can_say: tuple[str, ...]
    cannot_say: tuple[str, ...]
    questions: tuple[str, ...]
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        if seal is not SEAL:
            raise TypeError(
                "Only collabnet.sharing makes released values: call release_checks(assessment)."
            )


def release_checks(assessment: Assessment) -> ReleasedChecks:
    """Say what the data of an assessment can carry.

    Examples
    --------
    >>> import collabnet as cn
    >>> release_checks(cn.assess(cn.load("sample:site_b"))).finding
    '9 of 12 answered the survey, and all 59 referrals are made up'
    """
    coalition = assessment.coalition
    said = appraise(coalition)
    responses = [response(sheet) for sheet in build_sheets(coalition)]
    return ReleasedChecks(
        finding=_finding(coalition, responses),
        answered=_answered(responses),
        evidence=_evidence(coalition),
        can_say=tuple(said.can_say),
        cannot_say=tuple(said.cannot_say),
        questions=tuple(said.questions),
        seal=SEAL,
    )


def _finding(coalition: Coalition, responses: list[Response]) -> str:
    """Say how many answered the question that fewest answered, and how many rows are weak."""
    parts = [said] if (said := survey_words(responses)) else []
    weak = _weak(coalition, "referrals") or _weak(coalition, "ties")
    parts += [weak] if weak else []
    return capital(", and ".join(parts)) if parts else "All rows were reported by somebody"


def survey_words(responses: Iterable[Response]) -> str:
    """Say how many answered the question that fewest answered; "" where nobody was asked."""
    lowest = min((one for one in responses if one.asked), key=lambda one: one.rate, default=None)
    return f"{lowest.answered} of {lowest.asked} answered the survey" if lowest else ""


def _weak(coalition: Coalition, name: str) -> str:
    """Say how many rows of a table are inferred or made up; "" for none."""
    words, column = _TABLES[name]
    statuses = getattr(coalition, name)[column]
    weak = statuses[statuses.isin(WEAK_EVIDENCE)]
    if weak.empty:
        return ""
    kinds = {"inferred": "inferred", "illustrative": "made up"}
    said = listed([told for kind, told in kinds.items() if (weak == kind).any()], "or")
    if len(weak) == len(statuses):
        return f"all {len(statuses)} {words} are {said}"
    return f"{len(weak)} of {len(statuses)} {words} {'is' if len(weak) == 1 else 'are'} {said}"


def _answered(responses: list[Response]) -> pd.DataFrame:
    rows = [
        (
            capital(", ".join(one.question.replace("_", " ") for one in same)),
            same[0].wave,
            str(same[0].asked),
            str(same[0].answered),
            share(same[0].rate) if same[0].asked else "",
            _STANDING[same[0].standing],
        )
        for same in response_groups(responses)
    ]
    columns = ["Questions on", "Wave", "Asked", "Answered", "Share", "What that allows"]
    return pd.DataFrame(rows, columns=columns)


def _evidence(coalition: Coalition) -> pd.DataFrame:
    """Count the rows of each table by what they rest on; nothing stated counts as reported."""
    rows = []
    for name, (words, column) in _TABLES.items():
        table = getattr(coalition, name)
        if table.empty:
            continue
        counts = Counter(status or "reported" for status in table[column])
        rows.append(
            [capital(words), str(len(table))] + [str(counts[status]) for status in EVIDENCE]
        )
    return pd.DataFrame(rows, columns=["Table", "Rows", *EVIDENCE.values()])
