"""How good the data are, in one line, for whoever holds them."""

from dataclasses import InitVar, dataclass, field

from collabnet.model.response import response
from collabnet.model.sheets import build_sheets
from collabnet.model.vocabulary import WEAK_EVIDENCE
from collabnet.risk.assessment import Assessment
from collabnet.risk.survey import used_responses
from collabnet.risk.wording import share
from collabnet.sharing.checks import survey_words
from collabnet.sharing.released import SEAL


@dataclass(frozen=True)
class ReleasedQuality:
    """How good the data are: who answered, what is missing, what isn't observed.

    Attributes
    ----------
    answered : who was asked, or answered, in words
    referrals : how many are in the log and how many of them name nobody at an end, in words
    made_up : which rows are inferred or made up, in words; "" where none is
    """

    answered: str
    referrals: str
    made_up: str
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        if seal is not SEAL:
            raise TypeError(
                "Only collabnet.sharing makes released values: call release_quality(assessment)."
            )

    @property
    def line(self) -> str:
        """All of it in one line."""
        return " ".join(f"{one}." for one in (self.answered, self.referrals, self.made_up) if one)


def release_quality(assessment: Assessment) -> ReleasedQuality:
    """Say how good the data are.

    Examples
    --------
    >>> import collabnet as cn
    >>> release_quality(cn.assess(cn.load("sample:site_b"))).line[:56]
    '23 of 24 people were asked; 9 of 12 answered the survey.'
    """
    return ReleasedQuality(
        answered=_answered(assessment),
        referrals=_referrals(assessment),
        made_up=_made_up(assessment),
        seal=SEAL,
    )


def _answered(assessment: Assessment) -> str:
    coalition = assessment.coalition
    rates = [one.rate for one in used_responses(coalition) if one.rate == one.rate]
    if rates:
        low, high = share(min(rates)), share(max(rates))
        part = low if low == high else f"{low} to {high}, by question,"
        return f"{part} of those asked answered the survey"
    people = coalition.people[coalition.people["kind"].eq("person")]
    n_asked = int(people["interviewed"].eq("yes").sum())
    if len(people) == 0:
        return "The data name agencies, not people"
    asked = "1 person was" if n_asked == 1 else f"{n_asked:,} of {len(people):,} people were"
    survey = survey_words(map(response, build_sheets(coalition)))
    said = [f"{asked} asked"] if n_asked else []
    said += [survey] if survey else []
    return "; ".join(said) or "Nobody is on record as asked"


def _referrals(assessment: Assessment) -> str:
    log = [row for row in assessment.rows if row.is_log]
    if not log:
        return "There is no log of referrals"
    blank = sum("unknown" in (row.sender.kind, row.receiver.kind) for row in log)
    said = f"{len(log):,} {'referral' if len(log) == 1 else 'referrals'} in the log"
    if not blank:
        return f"{said}, all with both ends named"
    return f"{said}; {blank:,} {'names' if blank == 1 else 'name'} nobody at one end or both"


def _made_up(assessment: Assessment) -> str:
    """What is inferred or made up: the log as a whole, and rows of the other tables."""
    coalition = assessment.coalition
    said = []
    if coalition.settings.log_status in WEAK_EVIDENCE:
        said.append("the whole log is made up")
    tables = (coalition.people, coalition.ties, coalition.agreements)
    weak = sum(int(table["status"].isin(WEAK_EVIDENCE).sum()) for table in tables)
    whole = sum(map(len, tables))
    if weak:
        said.append(f"{weak:,} of {whole:,} ties, people and agreements are inferred or made up")
    words = "; ".join(said)
    return words[:1].upper() + words[1:]
