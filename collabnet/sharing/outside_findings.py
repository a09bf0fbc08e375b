"""The findings for those outside: sentences of their own, neutral ids, bands for numbers.

A pathway with a small count has none: whether it has one tells what it rests on, and so how many
referrals there are at least. It stands in the table of small counts.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from collabnet.model.vocabulary import EVIDENCE, WEAK_EVIDENCE
from collabnet.risk.assessment import Assessment
from collabnet.risk.contacts import PairContacts, sides_asked
from collabnet.risk.facts import PathwayFacts
from collabnet.risk.finding import Finding
from collabnet.risk.findings import find
from collabnet.risk.pathways import Pathway
from collabnet.risk.remedies import contacts_remedy, pathway_remedy
from collabnet.risk.rules import SEVERITIES, WEAK_CAP, Severity, at_most, worst_of
from collabnet.risk.wording import STATUS_WORDS, InternalSpeaker, capital, listed
from collabnet.sharing.bands import WITHHELD, is_small
from collabnet.sharing.labels import OutsideSpeaker, letters
from collabnet.sharing.outside_coverage import coverage_outside
from collabnet.sharing.outside_tables import log_ways, rests_on_few
from collabnet.sharing.released import ReleasedFinding
from collabnet.sharing.say_outside import (
    basis_outside,
    contacts_outside,
    hub_outside,
    pathway_outside,
    side_words,
)
from collabnet.sharing.suppression import is_main_for_sure

KINDS = ("pathway", "hub", "contacts", "gaps", "coverage")
SMALL_NUMBERS = "How sure: small numbers, to be read with care."
WEAK = "Inferred and illustrative rows bear on it."


def told_outside(assessment: Assessment) -> tuple[Finding, ...]:
    """Give what the rules find where no pathway is known but those whose count may be shown.

    So a contact that rests on one person is told whatever the rules say inside of a pathway with
    a small count. Pathways for one service are left out with their counts.
    """
    shown = [one for one in assessment.all_pathways if one.service is None and not is_small(one.n)]
    speaker = InternalSpeaker(assessment.coalition)
    found = find(assessment.coalition, assessment.rows, shown, assessment.all_contacts, speaker)
    return assessment.with_sure(found)


class FindingsOutside:
    """Writes the findings of one coalition for one audience outside, as `told_outside` gives them.

    ``hide_counts`` hides every count, where one beside that of another release would give the
    difference away.
    """

    def __init__(
        self,
        assessment: Assessment,
        speaker: OutsideSpeaker,
        *,
        hide_counts: bool = False,
    ) -> None:
        self._assessment = assessment
        self._speaker = speaker
        self._hide_counts = hide_counts
        self._pathways = {one.pair: one for one in assessment.all_pathways if one.service is None}
        self._contacts = {one.pair: one for one in assessment.all_contacts}

    def write(self, findings: Iterable[Finding]) -> tuple[ReleasedFinding, ...]:
        """Give the findings that may be told, in an order that tells no small count.

        Two that read alike, as two hubs of one agency do, get ids with a letter.
        """
        kept = [(one, self._one(one)) for one in findings if self._is_told(one)]
        placed = sorted(kept, key=lambda pair: self._place(*pair))
        met: Counter[str] = Counter()
        found = []
        for _, said in placed:
            met[said.id] += 1
            n = met[said.id]
            found.append(said if n == 1 else replace(said, id=f"{said.id}:{letters(n - 1)}"))
        return tuple(found)

    def _is_told(self, finding: Finding) -> bool:
        return finding.kind not in ("contacts", "gaps") or bool(self._parts(finding))

    def _place(self, finding: Finding, said: ReleasedFinding) -> tuple[int, int, int, int, str]:
        """Severity, kind, counts that are shown, what a contact lacks, label: nothing hidden."""
        pathway = self._pathway(finding)
        shown = (pathway.n or 0) if pathway and not self._hide_counts else 0
        severity = [str(one) for one in SEVERITIES].index(said.severity)
        lacks = _lacks(finding) if finding.kind == "contacts" else 0
        return severity, KINDS.index(finding.kind), -shown, lacks, said.id

    def _pathway(self, finding: Finding) -> Pathway | None:
        return self._pathways.get((finding.subjects[0], finding.subjects[-1]))

    def _sends_shown(self, pathway: Pathway) -> bool:
        """Whether every count that the pathway's sending agency sends to others may be shown."""
        return not self._hide_counts and not any(
            is_small(one.n)
            for one in self._pathways.values()
            if one.from_agency == pathway.from_agency
        )

    def _one(self, finding: Finding) -> ReleasedFinding:
        if finding.kind == "coverage":
            return coverage_outside(finding, self._assessment, self._speaker)
        labels = self._labels(finding)
        severity = self._severity(finding)
        sentence, remedy, numbers = self._say(finding)
        titles = [self._speaker.title(agency) for agency in self._agencies(finding)]
        return ReleasedFinding(
            id=":".join((finding.kind, *titles)),
            kind=finding.kind,
            severity=severity,
            severity_words=capital(severity),
            sentence=sentence,
            remedy=remedy,
            sure=self._sure(finding),
            statuses=self._statuses(finding),
            subjects=labels,
            numbers=numbers,
        )

    def _agencies(self, finding: Finding) -> tuple[str, ...]:
        if finding.kind == "hub":
            return self._assessment.coalition.agencies_of[finding.subjects[0]][:1]
        return finding.subjects[:2]

    def _labels(self, finding: Finding) -> str:
        labels = [self._speaker.agency(agency) for agency in self._agencies(finding)]
        if finding.kind == "pathway":
            return f"from {labels[0]} to {labels[1]}"
        if finding.kind == "contacts":
            return f"between {listed(labels)}"
        return f"{'one person at' if finding.kind == 'hub' else 'inside'} {labels[0]}"

    def _severity(self, finding: Finding) -> Severity:
        """The severity without what would give a hidden count away.

        "Critical" compares the count with all that the agency sends: it is said only where that
        comes out so whatever the hidden counts are, else the severity without it.
        """
        if finding.kind in ("contacts", "gaps"):
            return worst_of([part["severity"] for part in self._parts(finding)])
        pathway = self._pathway(finding)
        if finding.severity != "critical" or pathway is None:
            return finding.severity
        if not self._hide_counts and is_main_for_sure(pathway, self._assessment):
            return "critical"
        less: Severity = "high" if PathwayFacts(pathway, 0.0).ends_by_one else "moderate"
        made_up = self._assessment.coalition.settings.log_status in WEAK_EVIDENCE
        is_weak = any(row.status in WEAK_EVIDENCE for row in pathway.rows) and not made_up
        return at_most(less, WEAK_CAP) if is_weak else less

    def _parts(self, finding: Finding) -> list[dict[str, Any]]:
        """The reasons that may be told: not that a handful of log rows rests on one person."""
        small = rests_on_few(self._pair(finding))
        parts: list[dict[str, Any]] = finding.numbers["parts"]
        return [one for one in parts if not (small and one["name"].startswith("single contact"))]

    def _say(self, finding: Finding) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        speaker = self._speaker
        if finding.kind == "hub":
            agency = speaker.agency(self._agencies(finding)[0])
            return hub_outside(finding.numbers, agency), finding.remedy, ()
        if finding.kind == "pathway":
            pathway, hide = (
                self._pathways[finding.subjects[0], finding.subjects[1]],
                self._hide_counts,
            )
            through = finding.numbers["in_principle_through"]
            numbers = (
                ("Referrals in the log", WITHHELD if hide else str(pathway.n or 0)),
                ("Who sends", side_words(pathway.sending, speaker)),
                ("Who receives", side_words(pathway.receiving, speaker)),
                ("On paper", basis_outside(pathway).removeprefix("and ")),
            )
            said = pathway_outside(pathway, speaker, hide_count=hide)
            return said, pathway_remedy(pathway, through, speaker), numbers
        return self._say_contacts(finding)

    def _say_contacts(self, finding: Finding) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        contacts = self._pair(finding)
        single = any(part["name"].startswith("single") for part in self._parts(finding))
        asked = sides_asked(self._assessment.coalition, contacts)
        said = contacts_outside(contacts, asked, self._speaker, says_single=single)
        return said, contacts_remedy(contacts, self._speaker, says_single=single), ()

    def _sure(self, finding: Finding) -> str:
        """The level alone: the share of worlds and the exact bound would tell small counts.

        Nor the level where the agency sends what is hidden: it is held against all that it sends;
        nor where hidden referrals are among what a contact rests on.
        """
        if finding.kind in ("contacts", "gaps"):
            small = any(is_small(n) for n in log_ways(self._pair(finding)).values())
        else:
            pathway = self._pathway(finding) if finding.kind == "pathway" else None
            small = pathway is not None and not self._sends_shown(pathway)
        weak = [WEAK] if finding.sure.notes else []
        return " ".join([SMALL_NUMBERS if small else finding.sure.short, *weak])

    def _pair(self, finding: Finding) -> PairContacts:
        """The contacts that a finding about two agencies, or inside one, is about."""
        return self._contacts[finding.subjects[0], finding.subjects[-1]]

    def _statuses(self, finding: Finding) -> str:
        known = [STATUS_WORDS.get(one, one) for one in finding.statuses if one in EVIDENCE.terms]
        label = self._assessment.coalition.settings.label
        return "; ".join(part for part in (label, ", ".join(known)) if part)


def _lacks(finding: Finding) -> int:
    """Contacts on one person come first, then those without a working tie."""
    if finding.numbers["single_on"]:
        return 0
    return 2 if finding.numbers["usable"] else 1
