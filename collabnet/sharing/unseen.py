"""What the data can't show, said so that silence isn't read as absence."""

from collabnet.model.vocabulary import WEAK_EVIDENCE
from collabnet.risk.assessment import Assessment
from collabnet.risk.survey import survey_sentences
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


def none_because(assessment: Assessment) -> str:
    """Say why the rules can find nothing in these data; "" where they can."""
    coalition = assessment.coalition
    if not len(coalition.referrals) and coalition.ties.empty:
        return "there are no referrals and no ties"
    if coalition.people.empty:
        return "the data name agencies, not people, so nobody's departure can be tried"
    if len(coalition.agencies) == 1:
        return "all people belong to one agency, so there is no link between agencies"
    return ""


def general(assessment: Assessment) -> list[str]:
    """What can be said to any audience: it counts nobody."""
    settings = assessment.coalition.settings
    assumed = settings.assumptions
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
        "No departure rates were given, so there are no chances: findings stand on who is where."
        if assumed.departure_rate is None
        else f"Chances assume {assumed.departure_rate:g} departures a year for each person "
        f"({assumed.rate_label}), {assumed.weeks_to_fill:g} weeks to fill a post, "
        f"{assumed.weeks_can_wait:g} weeks that a referral can wait, "
        f"{assumed.weeks_to_rebuild:g} weeks to rebuild an informal tie, and show both no "
        "takeover and full takeover by colleagues.",
        *survey_sentences(assessment.coalition),
        "How sure a finding is has not been tested against missing answers yet.",
    ]
