"""The findings for those outside: sentences of their own, neutral ids, bands for numbers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from collabnet.model.vocabulary import EVIDENCE
from collabnet.risk.assessment import Assessment
from collabnet.risk.contacts import sides_asked
from collabnet.risk.finding import Finding
from collabnet.risk.pathways import Pathway
from collabnet.risk.remedies import contacts_remedy, pathway_remedy
from collabnet.risk.rules import SEVERITIES, Severity, worst_of
from collabnet.risk.wording import STATUS_WORDS, capital, listed
from collabnet.sharing.bands import SMALLEST, WITHHELD, count_words
from collabnet.sharing.labels import OutsideSpeaker, letters
from collabnet.sharing.outside_coverage import coverage_outside
from collabnet.sharing.released import ReleasedFinding
from collabnet.sharing.say_outside import (
    basis_outside,
    contacts_outside,
    hub_outside,
    pathway_outside,
    side_words,
)
from collabnet.sharing.suppression import says_critical

KINDS = ("pathway", "hub", "contacts", "gaps", "coverage")
SMALL_NUMBERS = "How sure: small numbers, to be read with care."
WEAK = "Inferred and illustrative rows bear on it."


class FindingsOutside:
    """Writes the findings of one coalition for one audience outside.

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
        self._pathways = {
            (*one.pair, *((one.service,) if one.service else ())): one
            for one in assessment.all_pathways
        }
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
        pathway = self._pathways.get(finding.subjects)
        shown = (pathway.n or 0) if pathway and self._shows(pathway) else 0
        severity = [str(one) for one in SEVERITIES].index(said.severity)
        lacks = _lacks(finding) if finding.kind == "contacts" else 0
        return severity, KINDS.index(finding.kind), -shown, lacks, said.id

    def _shows(self, pathway: Pathway) -> bool:
        """Whether the count may be shown: not small, not for one service, not beside another."""
        return (pathway.n or 0) >= SMALLEST and pathway.service is None and not self._hide_counts

    def _sends_shown(self, pathway: Pathway) -> bool:
        """Whether every count that the pathway's sending agency sends to others may be shown."""
        return all(
            self._shows(one)
            for one in self._assessment.all_pathways
            if one.from_agency == pathway.from_agency and one.is_log and one.service is None
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
            service = " (one service)" if len(finding.subjects) > 2 else ""
            return f"from {labels[0]} to {labels[1]}{service}"
        if finding.kind == "contacts":
            return f"between {listed(labels)}"
        return f"{'one person at' if finding.kind == 'hub' else 'inside'} {labels[0]}"

    def _severity(self, finding: Finding) -> Severity:
        """The severity without what would give a hidden count away."""
        if finding.kind in ("contacts", "gaps"):
            return worst_of([part["severity"] for part in self._parts(finding)])
        pathway = self._pathways.get(finding.subjects)
        if finding.severity != "critical" or pathway is None:
            return finding.severity
        if self._hide_counts or not says_critical(pathway, self._assessment):
            return "high"
        return "critical"

    def _parts(self, finding: Finding) -> list[dict[str, Any]]:
        """The reasons that may be told: not that a handful of log rows rests on one person.

        Whether those rows are few or very few would show; they stand in the table of small
        counts.
        """
        pair = finding.subjects if len(finding.subjects) == 2 else finding.subjects * 2
        usable = self._contacts[pair[0], pair[1]].usable
        ways = Counter(link.is_from_first for link in usable)
        of_log = all(link.file == "referrals.csv" for link in usable)
        small = of_log and max(ways.values(), default=0) < SMALLEST
        parts: list[dict[str, Any]] = finding.numbers["parts"]
        return [one for one in parts if not (small and one["name"].startswith("single contact"))]

    def _say(self, finding: Finding) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        speaker = self._speaker
        if finding.kind == "hub":
            agency = speaker.agency(self._agencies(finding)[0])
            return hub_outside(finding.numbers, agency), finding.remedy, ()
        if finding.kind == "pathway":
            pathway = self._pathways[finding.subjects]
            hide = pathway.service is not None or self._hide_counts
            through = finding.numbers["in_principle_through"]
            numbers = (
                ("Referrals in the log", WITHHELD if hide else count_words(pathway.n or 0)),
                ("Who sends", side_words(pathway.sending, speaker)),
                ("Who receives", side_words(pathway.receiving, speaker)),
                ("On paper", basis_outside(pathway).removeprefix("and ")),
            )
            said = pathway_outside(pathway, speaker, hide_count=hide)
            return said, pathway_remedy(pathway, through, speaker), numbers
        return self._say_contacts(finding)

    def _say_contacts(self, finding: Finding) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        pair = finding.subjects if len(finding.subjects) == 2 else finding.subjects * 2
        contacts = self._contacts[pair[0], pair[1]]
        single = any(part["name"].startswith("single") for part in self._parts(finding))
        asked = sides_asked(self._assessment.coalition, contacts)
        said = contacts_outside(contacts, asked, self._speaker, says_single=single)
        return said, contacts_remedy(contacts, self._speaker, says_single=single), ()

    def _sure(self, finding: Finding) -> str:
        """The level alone: the share of worlds and the exact bound would tell small counts.

        Nor the level where the agency sends what is hidden: it is held against all that it sends.
        """
        pathway = self._pathways.get(finding.subjects)
        is_small = pathway is not None and not (self._shows(pathway) and self._sends_shown(pathway))
        if finding.kind in ("contacts", "gaps"):
            is_small = len(self._parts(finding)) < len(finding.numbers["parts"])
        weak = [WEAK] if finding.sure.notes else []
        return " ".join([SMALL_NUMBERS if is_small else finding.sure.short, *weak])

    def _statuses(self, finding: Finding) -> str:
        known = [STATUS_WORDS.get(one, one) for one in finding.statuses if one in EVIDENCE.terms]
        label = self._assessment.coalition.settings.label
        return "; ".join(part for part in (label, ", ".join(known)) if part)


def _lacks(finding: Finding) -> int:
    """Contacts on one person come first, then those without a working tie."""
    if finding.numbers["single_on"]:
        return 0
    return 2 if finding.numbers["usable"] else 1
