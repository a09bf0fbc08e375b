"""Findings about coverage: one for each service with a gap, and one for the response team."""

from collections.abc import Iterator, Sequence

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.model.vocabulary import WEAK_EVIDENCE
from collabnet.risk.coverage.gaps import ServiceGap, TeamGap, service_gaps, team_gap
from collabnet.risk.coverage.team import TEAM_TIE
from collabnet.risk.finding import Finding
from collabnet.risk.rows import Row
from collabnet.risk.rules import SOLE_RULES, TEAM_RULE, UNSERVED_RULES, Rule, first_rule, worst_of
from collabnet.risk.say_coverage import (
    service_remedy,
    service_sentence,
    team_remedy,
    team_sentence,
)
from collabnet.risk.sure import sure_of_columns
from collabnet.risk.survey import source_of
from collabnet.risk.wording import Speaker, listed

TEAM = "response team"


def find_in_coverage(
    coalition: Coalition, rows: Sequence[Row], speaker: Speaker
) -> Iterator[Finding]:
    """Give the finding of each service that has one, then that of the team."""
    for gap in service_gaps(coalition, rows):
        found = (first_rule(SOLE_RULES, gap), first_rule(UNSERVED_RULES, gap))
        rules = [rule for rule in found if rule is not None]
        if rules:
            yield _of_service(coalition, gap, rules, speaker)
    team = team_gap(coalition, rows)
    if TEAM_RULE.holds(team):
        yield _of_team(coalition, team, speaker)


def _of_service(
    coalition: Coalition, gap: ServiceGap, rules: Sequence[Rule[ServiceGap]], speaker: Speaker
) -> Finding:
    return Finding(
        kind=rules[0].kind,
        severity=worst_of([rule.severity for rule in rules]),
        rule=", ".join(rule.name for rule in rules),
        subjects=(gap.service,),
        people=(),
        sentence=service_sentence(gap, speaker),
        numbers={
            "providers": [one.agency for one in gap.providers],
            "referrals": gap.n_referrals,
            "capacity": sum(one.capacity or 0.0 for one in gap.providers)
            if any(one.capacity is not None for one in gap.providers)
            else None,
            "capacity_unknown": sum(one.capacity is None for one in gap.providers),
            "unserved": [{"dimension": one.dimension, "group": one.label} for one in gap.unserved],
            "may_serve": list(gap.possible),
            "without_services": list(gap.unlisted),
            "parts": [{"name": rule.name, "severity": rule.severity} for rule in rules],
        },
        rows=tuple(("agencies.csv", one.row) for one in gap.providers),
        sources=("coding", "log") if gap.n_referrals else ("coding",),
        statuses=tuple(sorted({one.status for one in gap.providers})),
        sure=sure_of_columns(_n_unknown(gap), list(_notes(coalition, gap, speaker))),
        remedy=service_remedy(gap),
    )


def _n_unknown(gap: ServiceGap) -> int:
    """Agencies whose cells may hold what is missing: they list no services, or not for whom."""
    return len(gap.possible) + (len(gap.unlisted) if gap.rests_on_one else 0)


def _notes(coalition: Coalition, gap: ServiceGap, speaker: Speaker) -> Iterator[str]:
    """What isn't known: agencies that list nothing; and rows that are not reported."""
    if gap.unlisted and gap.rests_on_one:
        names = listed([speaker.agency(one) for one in gap.unlisted])
        yield f"For {names} no services are on record."
    made_up = coalition.settings.log_status in WEAK_EVIDENCE
    if not made_up and all(one.status in WEAK_EVIDENCE for one in gap.providers):
        yield "Without inferred and illustrative rows nobody offers it on record."


def _of_team(coalition: Coalition, gap: TeamGap, speaker: Speaker) -> Finding:
    holders = set(gap.holders)
    people, agencies, ties = coalition.people, coalition.agencies, coalition.ties
    held = [("people.csv", one) for one in records(people, "person_id", "row", "status")]
    held += [("agencies.csv", one) for one in records(agencies, "agency_id", "row", "status")]
    found = [(file, row, status) for file, (actor, row, status) in held if actor in holders]
    if gap.is_on_record:
        team = ties[ties["kind"] == TEAM_TIE]
        found += list(records(team, "file", "row", "status"))
    return Finding(
        kind=TEAM_RULE.kind,
        severity=TEAM_RULE.severity,
        rule=TEAM_RULE.name,
        subjects=(TEAM,),
        people=tuple(sorted(holders & set(people["person_id"]))),
        sentence=team_sentence(gap, speaker),
        numbers={
            "missing": list(gap.missing),
            "not_listed": list(gap.unlisted),
            "from_agencies": list(gap.from_agencies),
            "hand_offs": gap.hand_offs,
            "team_on_record": gap.is_on_record,
        },
        rows=tuple((file, row) for file, row, _ in found),
        sources=tuple(sorted({source_of(file) for file, _, _ in found})) or ("coding",),
        statuses=tuple(sorted({status for _, _, status in found})),
        sure=sure_of_columns(len(gap.unlisted)),
        remedy=team_remedy(gap),
    )
