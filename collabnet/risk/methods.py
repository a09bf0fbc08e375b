"""How the numbers came about, in a paragraph that can be pasted."""

from collabnet.model import Coalition
from collabnet.risk.rules import FEW_CARRY, MONTHLY
from collabnet.risk.survey import survey_sentences
from collabnet.risk.wording import share


def methods_text(coalition: Coalition, seed: int) -> str:
    """Say what data, rules, assumptions, seed and version stand behind an assessment."""
    from collabnet import __version__

    settings, period = coalition.settings, coalition.period
    assumed = settings.assumptions
    when = f"from {period.start} to {period.end}" if period else "of no stated period"
    log = f"{len(coalition.referrals)} referrals {when}"
    rate = (
        f"Departures were assumed at {assumed.departure_rate:g} a year for each person "
        f"({assumed.rate_label}), {assumed.weeks_to_fill:g} weeks to fill a post, "
        f"{assumed.weeks_can_wait:g} weeks that a referral can wait."
        if assumed.departure_rate is not None
        else "No departure rates were given, so no chances were computed."
    )
    parts = [
        f"{settings.name} was assessed with collabnet {__version__} on {log}, "
        f"{len(coalition.ties)} reported ties, {len(coalition.agreements)} agreements, "
        f"{len(coalition.people)} people and {len(coalition.agencies)} agencies.",
        f"Data: {settings.label}." if settings.label else "",
        f"Boundary: {settings.boundary}" if settings.boundary else "",
        *survey_sentences(coalition),
        "A pathway is an ordered pair of agencies with referrals. Direct cut sets are minimum "
        "vertex covers of its rows; reach cut sets are minimum vertex cuts (Menger) of the "
        "graph of people. Effective carriers are the inverse of the sum of squared shares. "
        "Rates have exact Poisson intervals (Garwood 1936); pairs cut and fragmentation follow "
        "Borgatti (2006).",
        "Rows that name nobody were read both as people not seen elsewhere and as the busiest "
        f"named person. A pathway counts as main with half of the agency's referrals and "
        f"{MONTHLY} a year; a few people carry it from {share(FEW_CARRY)} for the first three.",
        rate,
        f"Seed {seed}; fingerprint of the data {coalition.digest[:12]}.",
    ]
    return " ".join(part for part in parts if part)
