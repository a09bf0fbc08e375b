"""Let an assessment through to those outside: no names of staff, small counts hidden."""

from collabnet.risk.assessment import Assessment
from collabnet.risk.nothing import nothing_found
from collabnet.sharing.answered import answered_outside
from collabnet.sharing.audiences import NOTICES, Audience
from collabnet.sharing.bands import SMALLEST
from collabnet.sharing.coverage import coverage_lines
from collabnet.sharing.internal import COVERED, LOST, period_words
from collabnet.sharing.labels import OutsideSpeaker
from collabnet.sharing.outside_findings import FindingsOutside, told_outside
from collabnet.sharing.outside_tables import contacts_table_outside, pathways_outside, thin_outside
from collabnet.sharing.released import SEAL, Released
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
        name=coalition.settings.name,
        label=coalition.settings.label,
        period=period_words(coalition.period),
        headline=((LOST, lost), (COVERED, covered)),
        findings=findings,
        thin=thin_outside(pathways),
        pathways=pathways,
        contacts=contacts_table_outside(assessment, speaker),
        map=sector_map(assessment),
        unseen=tuple(one for one in general(assessment) if one),
        methods=_methods(assessment),
        coverage=coverage_lines(assessment, speaker, inside=False),
        nothing_found=nothing_found(assessment, few=SMALLEST),
        answered=answered_outside(assessment),
        seal=SEAL,
    )


def _methods(assessment: Assessment) -> str:
    """What stands behind the figures, without any count of rows or people."""
    from collabnet import __version__

    settings = assessment.coalition.settings
    parts = [
        f"{settings.name} was assessed with collabnet {__version__} on a log of referrals and on "
        "the ties and agreements that people reported.",
        f"Data: {settings.label}." if settings.label else "",
        "A pathway is an ordered pair of agencies with referrals. A finding says on how few "
        "people a link rests; severities follow one written table of rules.",
        f"Counts of referrals below {SMALLEST} are hidden, and so is every figure from which one "
        "of them could be worked out, and who carries so few. Agencies are named where they have "
        "agreed to it.",
    ]
    return " ".join(part for part in parts if part)
