"""Findings about direct contacts: one for each pair of agencies, and for gaps inside one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from collabnet.model import Coalition
from collabnet.risk.contacts import Link, PairContacts, sides_asked
from collabnet.risk.finding import Finding
from collabnet.risk.pathways import Pathway
from collabnet.risk.remedies import contacts_remedy
from collabnet.risk.rules import (
    GAP_RULE,
    OUTSIDE_CAP,
    SEVERITIES,
    SINGLE_RULES,
    STRAINED_RULE,
    TOO_FEW_ANSWERS_CAP,
    WEAK_CAP,
    Severity,
    at_most,
    first_rule,
    worst_of,
)
from collabnet.risk.say_contacts import contacts_sentence
from collabnet.risk.sure import sure_of_reports, sure_of_rows
from collabnet.risk.survey import SurveyNotes, source_of
from collabnet.risk.wording import Speaker


@dataclass(frozen=True)
class Part:
    """One reason for a finding about a pair: single contact, strain or gap."""

    name: str
    severity: Severity
    links: tuple[Link, ...]
    note: str = ""


def find_in_contacts(
    coalition: Coalition,
    contacts: Sequence[PairContacts],
    stated: Mapping[tuple[str, str], Pathway],
    speaker: Speaker,
) -> Iterator[Finding]:
    """Give the finding of each pair that has one.

    ``stated`` are the pathways that have a finding: a single contact which one of them tells
    already is not told again.
    """
    survey, known = SurveyNotes(coalition), frozenset(coalition.people["person_id"].tolist())
    for pair in contacts:
        parts = _parts(coalition, pair, stated)
        if parts:
            yield _finding(coalition, pair, parts, speaker, survey, known)


def _parts(
    coalition: Coalition, pair: PairContacts, stated: Mapping[tuple[str, str], Pathway]
) -> list[Part]:
    found = []
    rule = None if _is_told(pair, stated) else first_rule(SINGLE_RULES, pair)
    if rule is not None:
        weak = not pair.strong.single
        found.append(
            Part(rule.name, _cap(rule.severity, weak), pair.usable, _note(rule.name, weak))
        )
    for part, links in ((STRAINED_RULE, pair.strained), (GAP_RULE, pair.absent)):
        if part.holds(pair):
            weak = not part.holds(pair.strong)
            severity = _cap(part.severity, weak)
            found.append(Part(part.name, severity, links, _note(part.name, weak)))
    if not coalition.outside.isdisjoint(pair.pair):
        return [Part(p.name, at_most(p.severity, OUTSIDE_CAP), p.links, p.note) for p in found]
    return found


def _cap(severity: Severity, is_weak: bool) -> Severity:
    return at_most(severity, WEAK_CAP) if is_weak else severity


def _note(name: str, is_weak: bool) -> str:
    said = f"Without inferred and illustrative rows the {name} is not there."
    return said if is_weak else ""


def _is_told(pair: PairContacts, stated: Mapping[tuple[str, str], Pathway]) -> bool:
    """Whether pathway findings name every side that rests on one person."""
    a, b = pair.pair
    told: set[tuple[str, str]] = set()
    for way in ((a, b), (b, a)):
        if way in stated:
            pathway = stated[way]
            for agency, side in zip(way, (pathway.sending, pathway.receiving), strict=True):
                if side.sole is not None or not side.counts:
                    told.add((agency, side.sole or ""))
    return set(pair.single) <= told


def _finding(
    coalition: Coalition,
    pair: PairContacts,
    parts: Sequence[Part],
    speaker: Speaker,
    survey: SurveyNotes,
    known: frozenset[str],
) -> Finding:
    names = [part.name for part in parts]
    says_single = any(name.startswith("single contact") for name in names)
    links = list(dict.fromkeys(chain.from_iterable(part.links for part in parts)))
    asked = sides_asked(coalition, pair)
    answered = {link.kind for link in links if source_of(link.file) == "survey"}
    is_all_survey = all(source_of(link.file) == "survey" for link in links)
    cap = TOO_FEW_ANSWERS_CAP if is_all_survey and survey.is_too_few(answered) else SEVERITIES[0]
    notes = [part.note for part in parts if part.note] + survey.of(answered)
    n_log = sum(link.file == "referrals.csv" for link in pair.usable)
    # Who isn't named at one end is not known, however many rows name the other.
    n_named = min(side.n_named for side in pair.sides)
    people = {end.id for link in links for end in (link.at_first, link.at_second)}
    only_log = says_single and n_log == len(pair.usable)
    return Finding(
        kind="gaps" if pair.is_inside else "contacts",
        severity=at_most(worst_of([part.severity for part in parts]), cap),
        rule=", ".join(names),
        subjects=pair.pair[:1] if pair.is_inside else pair.pair,
        people=tuple(sorted(people & known)),
        sentence=contacts_sentence(pair, asked, speaker, says_single=says_single),
        numbers={
            "usable": len(pair.usable),
            "strained": len(pair.strained),
            "absent": len(pair.absent),
            "single_on": [agency for agency, _ in pair.single] if says_single else [],
            "sides_asked": list(asked),
            "parts": [{"name": part.name, "severity": part.severity} for part in parts],
        },
        rows=tuple((link.file, link.row) for link in links),
        sources=tuple(sorted({source_of(link.file) for link in links})),
        statuses=tuple(sorted({link.status for link in links})),
        sure=sure_of_rows(n_named, notes) if only_log else sure_of_reports(notes),
        remedy=contacts_remedy(pair, speaker, says_single=says_single),
        rows_a_year=coalition.period.a_year(n_log) if says_single and coalition.period else 0.0,
    )
