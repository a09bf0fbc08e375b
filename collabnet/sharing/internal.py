"""Let an assessment through to whoever holds the data: everything, under its notice."""

from collections.abc import Iterable, Mapping
from typing import Any

from collabnet.model import Coalition, Period
from collabnet.model.records import records
from collabnet.risk.assessment import Assessment
from collabnet.risk.find_coverage import TEAM
from collabnet.risk.finding import Finding
from collabnet.risk.nothing import nothing_found
from collabnet.risk.pathway_dict import pathway_dict
from collabnet.risk.say_coverage import service_words
from collabnet.risk.summary import covered_phrase, lost_phrase
from collabnet.risk.turnover.chances import pathway_chances
from collabnet.risk.wording import STATUS_WORDS, InternalSpeaker, capital, listed
from collabnet.sharing.audiences import NOTICES
from collabnet.sharing.coverage import concerned, coverage_lines
from collabnet.sharing.figures import chances_of, numbers_of
from collabnet.sharing.people_map import people_map
from collabnet.sharing.quality import release_quality
from collabnet.sharing.released import SEAL, Released, ReleasedFinding, ReleasedPerson
from collabnet.sharing.released import Headline as HeadlineWords
from collabnet.sharing.say_agreements import agreements_said
from collabnet.sharing.tables import contacts_table, pathways_table, thin_table
from collabnet.sharing.unseen import unseen

LOST = "Referrals lost for good if one person leaves"
COVERED = "Referrals covered by an agreement"


def release_internal(assessment: Assessment) -> Released:
    """Give the whole assessment, names of staff included."""
    coalition = assessment.coalition
    settings = coalition.settings
    return Released(
        audience="internal",
        notice=NOTICES["internal"],
        name=settings.name,
        label=settings.label,
        period=period_words(coalition.period),
        has_log=len(coalition.referrals) > 0,
        headline=headline_words(assessment),
        findings=internal_findings(assessment, assessment.found),
        thin=thin_table(assessment, coalition.names),
        pathways=pathways_table(assessment, coalition.names),
        contacts=contacts_table(assessment, coalition.names),
        map=people_map(assessment),
        unseen=unseen(assessment),
        methods=assessment.methods(),
        coverage=coverage_lines(assessment, InternalSpeaker(coalition), inside=True),
        nothing_found=nothing_found(assessment),
        hangs_on=assessment.order_told,
        answered=release_quality(assessment).line,
        agreements=agreements_said(coalition, InternalSpeaker(coalition)),
        seal=SEAL,
    )


def headline_words(assessment: Assessment) -> HeadlineWords:
    """Give the headline pair in words."""
    head, has_log = assessment.headline, len(assessment.coalition.referrals) > 0
    lost, covered = lost_phrase(head, has_log=has_log), covered_phrase(head, has_log=has_log)
    return (LOST, lost), (COVERED, covered)


def internal_findings(
    assessment: Assessment, findings: Iterable[Finding]
) -> tuple[ReleasedFinding, ...]:
    """Give findings of this assessment with their people, numbers and rows."""
    coalition = assessment.coalition
    pathways = _Pathways(assessment)
    people = people_by_id(coalition)
    speaker = InternalSpeaker(coalition)
    years = coalition.settings.assumptions.years
    return tuple(
        ReleasedFinding(
            id=one.id,
            kind=one.kind,
            severity=one.severity,
            severity_words=capital(one.severity),
            sentence=one.sentence,
            remedy=one.remedy,
            sure=one.sure.text,
            statuses=status_words(coalition, one),
            subjects=subjects_words(coalition, one, speaker),
            people=tuple(sorted(people[person] for person in one.people)),
            numbers=numbers_of(one, pathways.figures(one), coalition.names, years),
            chances=chances_of(pathways.figures(one) or {}, years),
            rows=one.rows,
            subject_ids=concerned(coalition, one) if one.kind == "coverage" else one.subjects,
        )
        for one in findings
    )


class _Pathways:
    """The figures of single pathways; without reach cut sets, which are costly and not shown."""

    def __init__(self, assessment: Assessment) -> None:
        self._turnover, self._seed = assessment.turnover, assessment.seed
        self._found = {
            (*one.pair, *((one.service,) if one.service else ())): one
            for one in assessment.all_pathways
        }
        self._known: dict[str, Mapping[str, Any]] = {}

    def figures(self, finding: Finding) -> Mapping[str, Any] | None:
        """The figures behind a finding about a pathway; None for another."""
        if finding.kind != "pathway":
            return None
        if finding.id not in self._known:
            pathway = self._found[finding.subjects]
            chances = pathway_chances(pathway, self._turnover, seed=self._seed)
            self._known[finding.id] = pathway_dict(pathway, None, chances)
        return self._known[finding.id]


def people_by_id(coalition: Coalition) -> dict[str, ReleasedPerson]:
    """Everybody as a released finding or link names them."""
    names = coalition.names
    homes = {
        person: listed([names[agency] for agency in agencies])
        for person, agencies in coalition.agencies_of.items()
    }
    return {
        person: ReleasedPerson(names[person], role, homes[person], person)
        for person, role in records(coalition.people, "person_id", "role")
    }


def subjects_words(coalition: Coalition, finding: Finding, speaker: InternalSpeaker) -> str:
    """The link in words; a hub by role and agency, so that no list ranks people by name."""
    subjects = finding.subjects
    if finding.kind == "hub":
        home = coalition.agencies_of[subjects[0]][0]
        return f"one {speaker.noun(subjects)} at {speaker.agency(home)}"
    if finding.kind == "pathway":
        service = f" ({subjects[2]})" if len(subjects) > 2 else ""
        return f"from {speaker.agency(subjects[0])} to {speaker.agency(subjects[1])}{service}"
    if finding.kind == "gaps":
        return f"inside {speaker.agency(subjects[0])}"
    if finding.kind == "coverage":
        return f"for the {TEAM}" if subjects == (TEAM,) else f"for {service_words(subjects[0])}"
    return f"between {listed([speaker.agency(agency) for agency in subjects])}"


def status_words(coalition: Coalition, finding: Finding) -> str:
    """The label of the coalition and the statuses of evidence, as on every line."""
    words = [STATUS_WORDS.get(status, status) for status in finding.statuses]
    label = coalition.settings.label
    return "; ".join(part for part in (label, ", ".join(words)) if part)


def period_words(period: Period | None) -> str:
    """The time observed, in days that read the same everywhere."""
    if period is None:
        return "no period stated"
    return f"{period.start.isoformat()} to {period.end.isoformat()}"
