"""How many answered, for those outside: by the limits that decide what may be ranked, no counts."""

from collabnet.model.response import FEW, MANY, response
from collabnet.model.sheets import build_sheets
from collabnet.model.vocabulary import WEAK_EVIDENCE
from collabnet.risk.assessment import Assessment
from collabnet.risk.survey import used_responses


def answered_outside(assessment: Assessment) -> str:
    """Say who answered and how good the data are, without a count of people or rows.

    Examples
    --------
    >>> import collabnet as cn
    >>> answered_outside(cn.assess(cn.load("sample:site_b")))[:56]
    'Between half and 80 % of those asked answered the survey'
    """
    said = (_people(assessment), _log(assessment), _made_up(assessment))
    return " ".join(f"{one}." for one in said if one)


def _people(assessment: Assessment) -> str:
    coalition = assessment.coalition
    people = coalition.people[coalition.people["kind"].eq("person")]
    found = used_responses(coalition) or map(response, build_sheets(coalition))
    if rates := [one.rate for one in found if one.asked]:
        return f"{part_words(min(rates))} of those asked answered the survey"
    if people.empty:
        return "The data name agencies, not people"
    share = float(people["interviewed"].eq("yes").mean())
    if not share:
        return "Nobody is on record as asked"
    return f"{part_words(share)} of the people on record were asked"


def part_words(rate: float) -> str:
    """Say which part answered, by the limits of what may be ranked: all that is said outside.

    Examples
    --------
    >>> [part_words(rate) for rate in (0.3, 0.75, 0.8)]
    ['Fewer than half', 'Between half and 80 %', '80 % or more']
    """
    if rate < FEW:
        return "Fewer than half"
    return "Between half and 80 %" if rate < MANY else "80 % or more"


def _log(assessment: Assessment) -> str:
    ends = [(row.sender.kind, row.receiver.kind) for row in assessment.rows if row.is_log]
    if not ends:
        return "There is no log of referrals"
    blank = any("unknown" in one for one in ends)
    if blank:
        return "Some referrals of the log name nobody at one end or both"
    return "Every referral of the log names both ends"


def _made_up(assessment: Assessment) -> str:
    coalition = assessment.coalition
    tables = (coalition.people, coalition.ties, coalition.agreements)
    said = []
    if coalition.settings.log_status in WEAK_EVIDENCE:
        said.append("The whole log is made up")
    if any(table["status"].isin(WEAK_EVIDENCE).any() for table in tables):
        words = "some of what is said of ties, people and agreements is inferred or made up"
        said.append(words if said else words.capitalize())
    return "; ".join(said)
