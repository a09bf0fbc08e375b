"""All findings of a coalition, ranked."""

from collections.abc import Iterator, Sequence

from collabnet.model import Coalition
from collabnet.model.vocabulary import WEAK_EVIDENCE
from collabnet.risk.contacts import PairContacts
from collabnet.risk.continuity import departures
from collabnet.risk.find_contacts import find_in_contacts
from collabnet.risk.find_pathways import find_in_pathways
from collabnet.risk.finding import Finding, ranked, sure_of_reports
from collabnet.risk.hubs import Hub, find_hubs
from collabnet.risk.pathways import Pathway
from collabnet.risk.remedies import hub_remedy
from collabnet.risk.rows import Row
from collabnet.risk.rules import HUB, WEAK_CAP, at_most
from collabnet.risk.say_hub import hub_sentence
from collabnet.risk.survey import source_of
from collabnet.risk.wording import Speaker


def find(
    coalition: Coalition,
    rows: Sequence[Row],
    pathways: Sequence[Pathway],
    contacts: Sequence[PairContacts],
    speaker: Speaker,
) -> tuple[Finding, ...]:
    """Apply the rule table to every pathway, pair, agency and hub; rank what it finds."""
    of_pathways = list(find_in_pathways(coalition, pathways, rows, speaker))
    subjects = {finding.subjects for finding in of_pathways}
    stated = {p.pair: p for p in pathways if p.service is None and p.pair in subjects}
    of_contacts = find_in_contacts(coalition, contacts, stated, speaker)
    return ranked([*of_pathways, *of_contacts, *_find_hubs(coalition, rows, speaker)])


def _find_hubs(coalition: Coalition, rows: Sequence[Row], speaker: Speaker) -> Iterator[Finding]:
    log = [row for row in rows if row.is_log]
    stopped = {one.person: one.n_stopped for one in departures(log)}
    strong = {hub.person for hub in find_hubs(coalition, without=WEAK_EVIDENCE)}
    for hub in find_hubs(coalition):
        n_stopped = stopped.get(hub.person, 0)
        is_weak = hub.person not in strong
        note = "Without inferred and illustrative rows this is not a hub."
        yield Finding(
            kind="hub",
            severity=at_most(HUB, WEAK_CAP) if is_weak else HUB,
            rule="hub",
            subjects=(hub.person,),
            people=(hub.person,),
            sentence=hub_sentence(hub, coalition, speaker),
            numbers=hub_numbers(hub),
            rows=hub.rows,
            sources=tuple(sorted({source_of(file) for file, _ in hub.rows})),
            statuses=hub.statuses,
            sure=sure_of_reports([note] if is_weak else []),
            remedy=hub_remedy(hub),
            rows_a_year=coalition.period.a_year(n_stopped) if coalition.period else n_stopped,
        )


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
