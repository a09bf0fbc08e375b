"""Findings about pathways: at most one for each, by the rule table."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.model.vocabulary import WEAK_EVIDENCE
from collabnet.risk.contacts import agencies_asked
from collabnet.risk.continuity import Departure, worst_departure
from collabnet.risk.facts import PathwayFacts
from collabnet.risk.finding import Finding
from collabnet.risk.pathways import InPrinciple, Pathway
from collabnet.risk.remedies import pathway_remedy
from collabnet.risk.rows import Row
from collabnet.risk.rules import (
    PATHWAY_RULES,
    SEVERITIES,
    TIE_CAP,
    WEAK_CAP,
    Rule,
    Severity,
    at_most,
    first_rule,
    worst_of,
)
from collabnet.risk.say_contacts import told_sentence
from collabnet.risk.say_pathway import pathway_sentence
from collabnet.risk.sure import sure_of_rows
from collabnet.risk.survey import source_of
from collabnet.risk.wording import Speaker

Known = Mapping[int, Finding]
"""The finding of each pathway that has one, by the id of the pathway itself."""


def known_of(judged: Iterable[Finding], pathways: Iterable[Pathway]) -> Known:
    """Put findings beside the pathways that they are about."""
    found = {one.subjects: one for one in judged if one.kind == "pathway"}
    keys = {id(one): (*one.pair, *filter(None, [one.service])) for one in pathways}
    return {place: found[key] for place, key in keys.items() if key in found}


def find_in_pathways(
    coalition: Coalition,
    pathways: Sequence[Pathway],
    rows: Sequence[Row],
    speaker: Speaker,
    known: Known | None = None,
) -> Iterator[Finding]:
    """Give the finding of each pathway that has one.

    A pathway for one service has its own finding only where it is worse than that for all
    services together. ``known`` are the findings of nearly the same coalition: what would be
    said of the very same pathway in the same words isn't said again.
    """
    known = known or {}
    sent = _sent(pathways)
    strong_sent = _sent([one for pathway in pathways if (one := _strong(pathway)) is not None])
    whole: dict[tuple[str, str], int] = {}
    in_principle = InPrinciple(rows)
    for pathway in pathways:
        rule = _rule(pathway, sent)
        judged = _severity(coalition, pathway, rule, strong_sent) if rule else None
        place = SEVERITIES.index(judged[0]) if judged else len(SEVERITIES)
        if pathway.service is None:
            whole[pathway.pair] = place
        elif place >= whole[pathway.pair]:
            continue
        if rule is not None and judged is not None:
            through = in_principle.through(pathway)
            old = known.get(id(pathway))
            if old is not None and _is_same(old, pathway, rule, judged, through):
                yield old
            else:
                yield _finding(coalition, pathway, rule, judged, through, speaker)


def _is_same(
    old: Finding,
    pathway: Pathway,
    rule: Rule[PathwayFacts],
    judged: tuple[Severity, list[str]],
    through: tuple[str, ...],
) -> bool:
    """Whether a finding of the same pathway says what would be said now: the rest is its own."""
    severity, notes = judged
    return (
        pathway.is_log
        and (old.rule, old.severity) == (rule.name, severity)
        and old.numbers["in_principle_through"] == list(through)
        and old.sure == sure_of_rows(pathway.n_named, notes)
    )


def _sent(pathways: Sequence[Pathway]) -> dict[str, int]:
    """Referrals that each agency sends to others."""
    sent: defaultdict[str, int] = defaultdict(int)
    for pathway in pathways:
        if pathway.service is None:
            sent[pathway.from_agency] += pathway.n or 0
    return sent


def _rule(pathway: Pathway, sent: dict[str, int]) -> Rule[PathwayFacts] | None:
    total = sent[pathway.from_agency]
    return first_rule(
        PATHWAY_RULES, PathwayFacts(pathway, (pathway.n or 0) / total if total else 0)
    )


def _strong(pathway: Pathway) -> Pathway | None:
    """The pathway without inferred and illustrative rows; None if nothing is left."""
    kept = tuple(row for row in pathway.rows if row.status not in WEAK_EVIDENCE)
    if len(kept) == len(pathway.rows):
        return pathway
    return replace(pathway, rows=kept) if kept else None


def _severity(
    coalition: Coalition,
    pathway: Pathway,
    rule: Rule[PathwayFacts],
    strong_sent: dict[str, int],
) -> tuple[Severity, list[str]]:
    """Cap a severity that rests on a tie alone, or on weak evidence, and say so."""
    cap: Severity = SEVERITIES[0] if pathway.is_log else TIE_CAP
    severity = at_most(rule.severity, cap)
    if pathway.is_log and coalition.settings.log_status in WEAK_EVIDENCE:
        return severity, []
    strong = _strong(pathway)
    if strong is pathway:
        return severity, []
    left = _rule(strong, strong_sent) if strong else None
    if left is None:
        note = "Without inferred and illustrative rows nothing of it is left."
        return at_most(severity, WEAK_CAP), [note]
    stays = at_most(at_most(left.severity, cap), severity)
    if stays == severity:
        return severity, []
    note = f"Without inferred and illustrative rows it would be {stays}."
    return worst_of([at_most(severity, WEAK_CAP), stays]), [note]


def _finding(
    coalition: Coalition,
    pathway: Pathway,
    rule: Rule[PathwayFacts],
    judged: tuple[Severity, list[str]],
    through: tuple[str, ...],
    speaker: Speaker,
) -> Finding:
    severity, notes = judged
    worst = worst_departure(pathway)
    basis_statuses = {status for row in pathway.rows for status in row.basis.statuses}
    people = {person for row in pathway.rows for person in row.people}
    agreed = any(row.basis.agreements for row in pathway.rows)
    service = () if pathway.service is None else (pathway.service,)
    return Finding(
        kind="pathway",
        severity=severity,
        rule=rule.name,
        subjects=(*pathway.pair, *service),
        people=tuple(sorted(people)),
        sentence=pathway_sentence(pathway, speaker, _told(coalition, pathway, speaker)),
        numbers=_numbers(pathway, worst, through),
        rows=tuple((row.file, row.row) for row in pathway.rows),
        sources=("log",) + ("coding",) * bool(agreed or basis_statuses)
        if pathway.is_log
        else tuple(sorted({source_of(row.file) for row in pathway.rows})),
        statuses=tuple(sorted({row.status for row in pathway.rows} | basis_statuses)),
        sure=sure_of_rows(pathway.n_named if pathway.is_log else 0, notes),
        remedy=pathway_remedy(pathway, through, speaker),
        rows_a_year=pathway.a_year(worst.n_stopped) if worst and pathway.is_log else 0.0,
    )


def _told(coalition: Coalition, pathway: Pathway, speaker: Speaker) -> list[str]:
    """A pathway that only ties speak of says who was asked about them."""
    if pathway.is_log:
        return []
    ties = coalition.ties
    rows = {(row.file, row.row) for row in pathway.rows}
    said = records(ties, "file", "row", "reported_by")
    asked = agencies_asked(coalition, (by for file, row, by in said if (file, row) in rows))
    return [told_sentence(pathway.pair, asked, speaker)]


def _numbers(pathway: Pathway, worst: Departure | None, through: tuple[str, ...]) -> dict[str, Any]:
    yearly = pathway.per_year
    sending = pathway.sending.named
    return {
        "referrals": pathway.n,
        "per_year": yearly[0] if yearly else None,
        "carriers": len(pathway.sending.people),
        "receivers": len(pathway.receiving.people),
        "top_share": sending.top_share if sending and pathway.is_log else None,
        "effective_carriers": sending.effective if sending and pathway.is_log else None,
        "cut_size": pathway.cut.size,
        "cut_size_worst": pathway.cut_sizes[0],
        "on_paper": {form: pathway.basis[form] for form in ("formal", "informal", "unknown")},
        "worst_departure_lost": [worst.lost_low, worst.lost_high] if worst else None,
        "worst_departure_interrupted": worst.interrupted if worst else None,
        "named_share_sending": pathway.sending.named_share,
        "named_share_receiving": pathway.receiving.named_share,
        "in_principle_through": list(through),
    }
