"""What the data can't show, said so that silence isn't read as absence."""

from collabnet.comparison.waves.one_wave import waves_of
from collabnet.model.vocabulary import WEAK_EVIDENCE
from collabnet.risk.assessment import Assessment
from collabnet.risk.sure import tried_sentence
from collabnet.risk.survey import survey_sentences
from collabnet.risk.turnover.say import chances_sentence, has_rates
from collabnet.risk.wording import count, share, stopped
from collabnet.sharing.answered import part_words
from collabnet.sharing.field_words import wave_words

NOT_HOW_LIKELY = "Findings say what would break if somebody left, not how likely that is."
"""Outside no chance is shown, whether or not rates were given."""


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
        f"The ties of {count(unknown, 'person')} aren't known." if unknown else "",
        f"Of {len(log)} referrals {blank[0]} name no sender and {blank[1]} no receiver."
        if any(blank)
        else "",
        f"Boundary: {stopped(settings.boundary)}" if settings.boundary else "",
        *general(assessment, inside=True),
    ]
    return tuple(one[0].upper() + one[1:] for one in said if one)


def general(assessment: Assessment, *, inside: bool) -> list[str]:
    """What can be said to any audience: it counts nobody. Outside waves are told by their order."""
    coalition, settings = assessment.coalition, assessment.coalition.settings
    waves = None if inside else wave_words(waves_of(coalition))
    return [
        "Referrals that nobody logged, and contacts that nobody spoke of, aren't seen."
        if len(coalition.referrals)
        else "There is no referral log: who carries what isn't seen.",
        "Whose departure would break a link: the data name agencies, not people."
        if coalition.people.empty
        else "",
        "The log is made up: its findings show how the tool works, not how a place works."
        if settings.log_status in WEAK_EVIDENCE
        else "",
        chances_sentence(coalition) if inside or not has_rates(coalition) else NOT_HOW_LIKELY,
        *survey_sentences(coalition, waves, share if inside else part_words),
        tried_sentence(assessment.worlds),
    ]
