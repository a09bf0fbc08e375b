"""All findings of a coalition, ranked."""

from collections.abc import Iterator, Sequence

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.model.vocabulary import WEAK_EVIDENCE
from collabnet.risk.contacts import PairContacts, agencies_asked
from collabnet.risk.continuity import departures
from collabnet.risk.find_contacts import find_in_contacts
from collabnet.risk.find_coverage import find_in_coverage
from collabnet.risk.find_pathways import Known, find_in_pathways
from collabnet.risk.finding import Finding, ranked
from collabnet.risk.hubs import Hub, find_hubs, reached_only_through
from collabnet.risk.pathways import Pathway
from collabnet.risk.remedies import hub_remedy
from collabnet.risk.rows import Row
from collabnet.risk.rules import HUB_RULE, WEAK_CAP, at_most
from collabnet.risk.say_hub import hub_sentence
from collabnet.risk.sure import sure_of_reports
from collabnet.risk.survey import source_of
from collabnet.risk.wording import Speaker


def find(
    coalition: Coalition,
    rows: Sequence[Row],
    pathways: Sequence[Pathway],
    contacts: Sequence[PairContacts],
    speaker: Speaker,
    known: Known | None = None,
) -> tuple[Finding, ...]:
    """Apply the rule table to every pathway, pair, agency, hub and service; rank what it finds."""
    of_pathways = list(find_in_pathways(coalition, pathways, rows, speaker, known))
    subjects = {finding.subjects for finding in of_pathways}
    stated = {p.pair: p for p in pathways if p.service is None and p.pair in subjects}
    of_contacts = find_in_contacts(coalition, contacts, stated, speaker)
    hubs = _find_hubs(coalition, rows, contacts, speaker)
    of_coverage = find_in_coverage(coalition, rows, speaker)
    return ranked([*of_pathways, *of_contacts, *hubs, *of_coverage])


def _find_hubs(
    coalition: Coalition,
    rows: Sequence[Row],
    contacts: Sequence[PairContacts],
    speaker: Speaker,
) -> Iterator[Finding]:
    found = find_hubs(coalition)
    if not found:
        return
    log = [row for row in rows if row.is_log]
    stopped = {one.person: one.n_stopped for one in departures(log)}
    strong = {hub.person for hub in find_hubs(coalition, without=WEAK_EVIDENCE)}
    reported = dict(_reported(coalition))
    for hub in found:
        asked = agencies_asked(coalition, (reported[row] for row in hub.rows))
        only = reached_only_through(hub, contacts)
        n_stopped = stopped.get(hub.person, 0)
        is_weak = hub.person not in strong
        note = "Without inferred and illustrative rows this is not a hub."
        yield Finding(
            kind=HUB_RULE.kind,
            severity=at_most(HUB_RULE.severity, WEAK_CAP) if is_weak else HUB_RULE.severity,
            rule=HUB_RULE.name,
            subjects=(hub.person,),
            people=(hub.person,),
            sentence=hub_sentence(hub, coalition, speaker, asked, only),
            numbers={**hub_numbers(hub), "only_contact_of": len(only)},
            rows=hub.rows,
            sources=tuple(sorted({source_of(file) for file, _ in hub.rows})),
            statuses=hub.statuses,
            sure=sure_of_reports([note] if is_weak else []),
            remedy=hub_remedy(hub),
            rows_a_year=coalition.period.a_year(n_stopped) if coalition.period else n_stopped,
        )


def _reported(coalition: Coalition) -> Iterator[tuple[tuple[str, int], str]]:
    for file, row, reported_by in records(coalition.ties, "file", "row", "reported_by"):
        yield (file, row), reported_by


def hub_numbers(hub: Hub) -> dict[str, object]:
    """The counts behind a hub's sentence."""
    return {
        "formal_contacts": len(hub.formal),
        "actors": hub.n_actors,
        "expected_to_pass": len(hub.passes),
        "may_pass": len(hub.may_pass),
        "not_named": len(hub.not_named),
        "no_agreement": len(hub.no_agreement),
        "informal": len(hub.informal),
        "unknown": len(hub.unknown),
    }
