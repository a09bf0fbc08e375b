"""How the numbers came about, in a paragraph that can be pasted."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from collabnet.model import Coalition
from collabnet.risk.continuity import REDUCED
from collabnet.risk.facts import FEW, FEW_CARRY, MONTHLY, MOST_OF_AGENCY, NAMED_TOO_FEW
from collabnet.risk.hubs import SHARE
from collabnet.risk.nouns import plural
from collabnet.risk.pathways import RECENT_MONTHS, THIN
from collabnet.risk.quiet import CHANCE
from collabnet.risk.references import cited_in
from collabnet.risk.rows import Row
from collabnet.risk.rules import OUTSIDE_CAP, TIE_CAP, TOO_FEW_ANSWERS_CAP, WEAK_CAP
from collabnet.risk.sure import drawn_sentences
from collabnet.risk.survey import survey_sentences
from collabnet.risk.turnover.say import rates_sentences
from collabnet.risk.wording import STATUS_WORDS, count, listed, number, share, stopped

if TYPE_CHECKING:
    from collabnet.risk.assessment import Assessment

DEFINITIONS = (
    "A pathway is an ordered pair of agencies with referrals. Direct cut sets are minimum vertex "
    "covers of its rows (König 1931); reach cut sets are minimum vertex cuts (Menger 1927) of the "
    "graph of people, all of them listed (Picard and Queyranne 1980). Effective carriers are the "
    "inverse of the sum of squared shares (Hill 1973). Rates have exact 95 % Poisson intervals "
    "(Garwood 1936), rates of posts those of a gamma distribution (Jeffreys 1946); the chance that "
    "no way is left is two-terminal reliability (Colbourn 1987); pairs cut and fragmentation are "
    "those of key players (Borgatti 2006). A row is formal if an agreement in use, or a formal "
    "tie, covers it. When a person leaves, formal rows whose agreement names the position wait "
    "for a successor; all others are lost."
)
LAST = (
    "Findings say what is so in these data: no cause was tested, nothing was predicted about a "
    "named person, and no plan of changes is part of this."
)


def methods_text(assessment: "Assessment") -> str:
    """Say what data, rules, assumptions, seed and version stand behind an assessment."""
    coalition = assessment.coalition
    settings = coalition.settings
    parts = [
        _what(coalition),
        f"Data: {settings.label}." if settings.label else "",
        f"Boundary: {stopped(settings.boundary)}" if settings.boundary else "",
        *_evidence(coalition),
        *survey_sentences(coalition),
        *_not_known(coalition, assessment.rows),
        DEFINITIONS,
        *thresholds(),
        _coverage(coalition),
        rates_sentences(coalition),
        *assessment.order_told,
        *drawn_sentences(assessment.worlds, coalition.period),
        LAST,
        f"Seed {assessment.seed}; fingerprint of the data {coalition.digest[:12]}.",
    ]
    text = " ".join(part for part in parts if part)
    return f"{text} References: {' '.join(cited_in(text))}"


def _what(coalition: Coalition) -> str:
    from collabnet import __version__

    period = coalition.period
    when = f"from {period.start} to {period.end}" if period else "of no stated period"
    return (
        f"{coalition.settings.name} was assessed with collabnet {__version__} on "
        f"{_n(len(coalition.referrals), 'referral')} {when}, "
        f"{_n(len(coalition.ties), 'reported tie')}, "
        f"{_n(len(coalition.agreements), 'agreement')}, {_n(len(coalition.people), 'person')} and "
        f"{_n(len(coalition.agencies), 'agency')}."
    )


def _n(n: int, noun: str) -> str:
    return f"{n} {noun if n == 1 else plural(noun)}"


def _evidence(coalition: Coalition) -> list[str]:
    """The statuses of evidence, and how many people were heard."""
    said = []
    if len(coalition.referrals):
        statuses = _counted(coalition.referrals["evidence_status"])
        said.append(f"What the rows of the log rest on: {statuses}.")
    if len(coalition.ties):
        said.append(f"What the ties rest on: {_counted(coalition.ties['status'])}.")
    if heard := int(coalition.people["interviewed"].eq("yes").sum()):
        said.append(f"{heard} of {len(coalition.people)} people are on record as interviewed.")
    return said


def _counted(statuses: Iterable[str]) -> str:
    found = Counter(STATUS_WORDS.get(status, status or "not stated") for status in statuses)
    return listed([f"{n} {status}" for status, n in sorted(found.items())])


def _not_known(coalition: Coalition, rows: Iterable[Row]) -> list[str]:
    log = [row for row in rows if row.is_log]
    if not log:
        return []
    basis = Counter(row.basis.form for row in log)
    no_sender = sum(row.sender.kind == "unknown" for row in log)
    no_receiver = sum(row.receiver.kind == "unknown" for row in log)
    silent = int(coalition.people["ties_known"].eq("no").sum())
    return [
        f"Of {count(len(log), 'row')} of the log {no_sender} name no sender and {no_receiver} no "
        f"receiver; {basis['formal']} are known to be formal, {basis['informal']} informal, and of "
        f"{basis['unknown']} it isn't known"
        + (f"; the ties of {count(silent, 'person')} aren't known." if silent else "."),
        "Rows that name nobody were read both as people not seen elsewhere and as the busiest "
        "named person, rows of unknown basis both ways; severity takes the worse.",
    ]


def _coverage(coalition: Coalition) -> str:
    settings = coalition.settings.coverage
    team = "the team that the coalition stated" if settings.is_own_team else "the default team"
    return (
        "Coverage was judged by what agencies state of their services, and the response team by "
        f"{team}, within {count(settings.hand_offs, 'hand-off')} of who identifies cases."
    )


def thresholds() -> list[str]:
    """The figures at which the rules judge, each from where the rules have it."""
    return [
        f"Fewer than {number(THIN)} referrals are not ranked. A pathway is main with at least "
        f"{share(MOST_OF_AGENCY)} of the agency's referrals and {MONTHLY} a year; critical if no "
        "row of it is known to be formal and one departure would end it, or if "
        f"{number(FEW)} people or fewer in all stand on one side. A few people carry it if the "
        f"first {number(FEW)} have {share(FEW_CARRY)} or more. It is reduced if one departure "
        "takes more "
        f"than {share(REDUCED)} for good. Below {share(NAMED_TOO_FEW)} of rows that name somebody "
        "it isn't known who carries it. It has fallen silent if a silence so long would come "
        f"about by chance in less than {share(CHANCE)}; the last {number(RECENT_MONTHS)} months "
        "were looked at by themselves.",
        "Two agencies have a single contact if all usable direct ties rest on one person; a hub "
        f"has formal usable contacts to at least {Fraction(SHARE).limit_denominator(12)} of the "
        "actors with a tie. A finding is at most "
        f"{WEAK_CAP} if it is gone without inferred and illustrative rows, at most "
        f"{OUTSIDE_CAP} about agencies outside, at most {TOO_FEW_ANSWERS_CAP} from a survey that "
        f"fewer than half answered, and at most {TIE_CAP} for a pathway that the log doesn't "
        "cover.",
    ]
