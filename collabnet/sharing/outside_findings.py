"""The findings for those outside: sentences of their own, neutral ids, bands for numbers.

A pathway with a small count has none: whether it has one tells what it rests on, and so how many
referrals there are at least. It stands in the table of small counts.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
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
from collabnet.risk.sure import WEAK_NOTE
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
NOT_TOLD = "How sure: that can't be told without counts that are hidden."
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


def shown_place(*said: ReleasedFinding) -> tuple[int | str, ...]:
    """Give the place in an order by what is told alone: severity, kind, then all words."""
    severities = [str(one) for one in SEVERITIES]
    words = [(one.id, one.sentence, one.remedy, one.sure, one.statuses) for one in said]
    first = severities.index(said[0].severity), KINDS.index(said[0].kind)
    return *first, *chain.from_iterable(words)


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

    def _place(self, finding: Finding, said: ReleasedFinding) -> tuple[int | str, ...]:
        """Severity, kind, counts that are shown, what a contact lacks, words: nothing hidden."""
        lacks = self._lacks(finding) if finding.kind == "contacts" else 0
        severity, kind, *words = shown_place(said)
        return severity, kind, -self._shown(finding), lacks, *words

    def _shown(self, finding: Finding) -> int:
        """The referrals that a finding is about as far as they are shown, whichever way; else 0."""
        ways = [finding.subjects[:2]]
        ways += [finding.subjects[1::-1]] if finding.kind == "contacts" else []
        counts = [self._pathways[way].n or 0 for way in ways if way in self._pathways]
        return 0 if self._hide_counts else sum(n for n in counts if not is_small(n))

    def _lacks(self, finding: Finding) -> int:
        """Contacts said to be on one person come first, then those without a working tie."""
        if self._says_single(finding):
            return 0
        return 2 if self._pair(finding).usable else 1

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
        if finding.kind == "pathway":
            return finding.subjects[:2]
        # By their labels: the order of the ids would tell which letter is whose.
        return tuple(sorted(finding.subjects[:2], key=self._speaker.title))

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

    def _says_single(self, finding: Finding) -> bool:
        return any(part["name"].startswith("single contact") for part in self._parts(finding))

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
        single = self._says_single(finding)
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
        is_weak = any(note.startswith(WEAK_NOTE) for note in finding.sure.notes)
        weak = [WEAK] if is_weak and set(self._seen_statuses(finding)) & set(WEAK_EVIDENCE) else []
        return " ".join([NOT_TOLD if small else finding.sure.short, *weak])

    def _pair(self, finding: Finding) -> PairContacts:
        """The contacts that a finding about two agencies, or inside one, is about."""
        return self._contacts[finding.subjects[0], finding.subjects[-1]]

    def _statuses(self, finding: Finding) -> str:
        seen = self._seen_statuses(finding)
        known = [STATUS_WORDS.get(one, one) for one in seen if one in EVIDENCE.terms]
        label = self._assessment.coalition.settings.label
        return "; ".join(part for part in (label, ", ".join(known)) if part)

    def _seen_statuses(self, finding: Finding) -> tuple[str, ...]:
        """The statuses of evidence without those of hidden referrals: two are two rows at least."""
        if finding.kind not in ("contacts", "gaps"):
            return finding.statuses
        pair = self._pair(finding)
        told = (*pair.strained, *pair.absent, *(pair.usable if self._says_single(finding) else ()))
        small = {way for way, n in log_ways(pair).items() if is_small(n)}
        hidden = ((link.file == "referrals.csv" and link.is_from_first in small) for link in told)
        kept = {link.status for link, is_hidden in zip(told, hidden, strict=True) if not is_hidden}
        return tuple(sorted(kept))
