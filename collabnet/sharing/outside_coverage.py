"""Findings about coverage for those outside: in the field's words, without a count."""

from dataclasses import replace

from collabnet.model.vocabulary import EVIDENCE, WEAK_EVIDENCE
from collabnet.risk.assessment import Assessment
from collabnet.risk.coverage.gaps import ServiceGap, TeamGap, service_gaps, team_gap
from collabnet.risk.find_coverage import TEAM
from collabnet.risk.finding import Finding
from collabnet.risk.rules import SOLE_RULES, Severity, at_most, worst_of
from collabnet.risk.say_coverage import (
    service_remedy,
    service_sentence,
    team_remedy,
    team_sentence,
)
from collabnet.risk.wording import STATUS_WORDS, capital
from collabnet.sharing.coverage import (
    ProviderSpeaker,
    is_listed_member,
    is_said_outside,
    service_label,
)
from collabnet.sharing.labels import OutsideSpeaker
from collabnet.sharing.released import ReleasedFinding

WEAK = "Inferred and illustrative rows bear on it."
OTHER = "person for a post that is not named here"
LEAST: Severity = SOLE_RULES[-1].severity


def coverage_outside(
    finding: Finding, assessment: Assessment, speaker: OutsideSpeaker
) -> ReleasedFinding:
    """Write a finding about coverage anew.

    Nothing in it depends on how many referrals ask for a service: a service on one agency is told
    at the severity that it has without any.
    """
    if finding.subjects == (TEAM,):
        gap = _team(team_gap(assessment.coalition, assessment.rows), speaker)
        label, severity = TEAM, finding.severity
        said = team_sentence(gap, speaker, says_count=False), team_remedy(gap)
    else:
        gaps = service_gaps(assessment.coalition, assessment.rows)
        found = _service(next(one for one in gaps if one.service == finding.subjects[0]))
        label, severity = found.service, _severity(finding)
        providers = ProviderSpeaker(assessment.coalition, speaker)
        said = service_sentence(found, providers), service_remedy(found)
    known = [STATUS_WORDS.get(one, one) for one in finding.statuses if one in EVIDENCE.terms]
    about = assessment.coalition.settings.label
    weak = [WEAK] if set(finding.statuses) & set(WEAK_EVIDENCE) else []
    return ReleasedFinding(
        id=f"{finding.kind}:{label}",
        kind=finding.kind,
        severity=severity,
        severity_words=capital(severity),
        sentence=said[0],
        remedy=said[1],
        sure=" ".join([finding.sure.short, *weak]),
        statuses="; ".join(part for part in (about, ", ".join(known)) if part),
        subjects=f"for the {label}" if label == TEAM else f"for {label}",
    )


def _severity(finding: Finding) -> Severity:
    sole = {rule.name for rule in SOLE_RULES}
    parts = finding.numbers["parts"]
    return worst_of(
        [
            at_most(part["severity"], LEAST) if part["name"] in sole else part["severity"]
            for part in parts
        ]
    )


def _service(gap: ServiceGap) -> ServiceGap:
    """The gap in the field's words: no count, no word that only a cell has."""
    covers = []
    for cover in gap.unserved:
        told = cover if is_said_outside(cover) else replace(cover, dimension="gender", group="some")
        covers += [told] if told not in covers else []
    label = service_label(gap.service, inside=False)
    return replace(gap, service=label, n_referrals=None, unserved=tuple(covers))


def _team(gap: TeamGap, speaker: OutsideSpeaker) -> TeamGap:
    """The seats by the field's roles and sectors; of others at most that there is one.

    In the order of what is said: that of the ids would tell which letter is whose.
    """
    roles = speaker.says_roles
    told = ((_told(members, roles), agencies) for members, agencies in gap.missed)
    missed = sorted(told, key=lambda one: (one[0], sorted(map(speaker.agency, one[1]))))
    return replace(gap, missed=tuple(missed), unlisted=_told(gap.unlisted, roles))


def _told(members: tuple[str, ...], says_roles: bool) -> tuple[str, ...]:
    listed = tuple(one for one in members if is_listed_member(one, says_roles=says_roles))
    return listed if listed or not members else (f"role:{OTHER}",)
