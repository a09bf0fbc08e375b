"""What the data can't show, said so that silence isn't read as absence."""

from collabnet.model.vocabulary import WEAK_EVIDENCE
from collabnet.risk.assessment import Assessment
from collabnet.risk.sure import tried_sentence
from collabnet.risk.survey import survey_sentences
from collabnet.risk.turnover.say import chances_sentence
from collabnet.risk.wording import count


def unseen(assessment: Assessment) -> tuple[str, ...]:
    """Say what isn't in the data, with counts and the boundary as it was stated."""
    coalition, settings = assessment.coalition, assessment.coalition.settings
    people, ties, log = coalition.people, coalition.ties, coalition.log()
    met = {*ties["from_id"], *ties["to_id"], *log["from_id"], *log["to_id"]}
    silent = ~people["person_id"].isin(met) & people["interviewed"].ne("yes")
    not_asked = int((silent & people["kind"].eq("person")).sum())
    unknown = int(people["ties_known"].eq("no").sum())
    blank = [int(log[f"{side}_kind"].eq("unknown").sum()) for side in ("from", "to")]
    said = [
        f"{count(not_asked, 'person')} without a referral, a tie or an answer: not asked, which is "
        "not the same as connected to nobody."
        if not_asked
        else "",
        f"{count(unknown, 'person')} whose ties aren't known." if unknown else "",
        f"Of {len(log)} referrals {blank[0]} name no sender and {blank[1]} no receiver."
        if any(blank)
        else "",
        f"Boundary: {settings.boundary}" if settings.boundary else "",
        *general(assessment),
    ]
    return tuple(one[0].upper() + one[1:] for one in said if one)


def general(assessment: Assessment) -> list[str]:
    """What can be said to any audience: it counts nobody."""
    settings = assessment.coalition.settings
    return [
        "Referrals that nobody logged, and contacts that nobody spoke of, aren't seen."
        if len(assessment.coalition.referrals)
        else "There is no referral log: who carries what isn't seen.",
        "Whose departure would break a link: the data name agencies, not people."
        if assessment.coalition.people.empty
        else "",
        "The log is made up: its findings show how the tool works, not how a place works."
        if settings.log_status in WEAK_EVIDENCE
        else "",
        chances_sentence(assessment.coalition),
        *survey_sentences(assessment.coalition),
        tried_sentence(assessment.worlds),
    ]
