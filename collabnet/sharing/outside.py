"""Let an assessment through to those outside: no names of staff, small counts hidden."""

from collabnet.risk.assessment import Assessment
from collabnet.risk.nothing import nothing_found
from collabnet.risk.survey import source_of
from collabnet.risk.wording import listed
from collabnet.sharing.answered import answered_outside
from collabnet.sharing.audiences import NOTICES, Audience
from collabnet.sharing.bands import SMALLEST
from collabnet.sharing.coverage import coverage_lines
from collabnet.sharing.field_words import name_words
from collabnet.sharing.internal import COVERED, LOST, period_words
from collabnet.sharing.labels import OutsideSpeaker
from collabnet.sharing.outside_findings import FindingsOutside, told_outside
from collabnet.sharing.outside_tables import contacts_table_outside, pathways_outside, thin_outside
from collabnet.sharing.released import SEAL, Released
from collabnet.sharing.say_agreements import agreements_said
from collabnet.sharing.sector_map import sector_map
from collabnet.sharing.suppression import headline_outside
from collabnet.sharing.unseen import general


def release_outside(assessment: Assessment, audience: Audience) -> Released:
    """Give what may be passed on of an assessment."""
    coalition = assessment.coalition
    speaker = OutsideSpeaker(coalition, audience)
    findings = FindingsOutside(assessment, speaker).write(told_outside(assessment))
    pathways = pathways_outside(assessment, speaker)
    lost, covered = headline_outside(assessment)
    return Released(
        audience=audience,
        notice=NOTICES[audience],
        name=name_words(coalition.settings, audience),
        label=coalition.settings.label,
        period=period_words(coalition.period),
        has_log=len(coalition.referrals) > 0,
        headline=((LOST, lost), (COVERED, covered)),
        findings=findings,
        thin=thin_outside(pathways),
        pathways=pathways,
        contacts=contacts_table_outside(assessment, speaker),
        map=sector_map(assessment),
        unseen=tuple(one for one in general(assessment, inside=False) if one),
        methods=_methods(assessment, audience),
        coverage=coverage_lines(assessment, speaker, inside=False, says_roles=speaker.says_roles),
        nothing_found=nothing_found(assessment, few=SMALLEST),
        answered=answered_outside(assessment),
        agreements=agreements_said(coalition, speaker),
        seal=SEAL,
    )


def _methods(assessment: Assessment, audience: Audience) -> str:
    """What stands behind the figures, without any count of rows or people."""
    from collabnet import __version__

    settings = assessment.coalition.settings
    parts = [
        f"{name_words(settings, audience)} was assessed with collabnet {__version__} on "
        f"{listed(_rests_on(assessment))}.",
        f"Data: {settings.label}." if settings.label else "",
        "A pathway is an ordered pair of agencies with referrals. A finding says on how few "
        "people a link rests; severities follow one written table of rules.",
        f"Counts of referrals below {SMALLEST} are hidden, and so is every figure from which one "
        "of them could be worked out, and who carries so few. Agencies are named where they have "
        "agreed to it.",
    ]
    return " ".join(part for part in parts if part)


def _rests_on(assessment: Assessment) -> list[str]:
    """What there is of data, in words."""
    coalition = assessment.coalition
    sources = set(map(source_of, coalition.ties["file"]))
    said = {
        "a log of referrals": len(coalition.referrals) > 0,
        "answers to a survey": "survey" in sources,
        "ties that people reported": "coding" in sources,
        "agreements on record": len(coalition.agreements) > 0,
    }
    return [words for words, is_there in said.items() if is_there] or [
        "the agencies and people on record"
    ]
