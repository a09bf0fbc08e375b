"""The tables that only whoever holds the data may see: services, ways, agencies, the data."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from collabnet.model import Assumptions
from collabnet.reports.tables import columns as say
from collabnet.reports.tables.table import Table, of_frame, table
from collabnet.risk.assessment import Assessment
from collabnet.sharing import (
    ReleasedCoverage,
    release_agencies,
    release_checks,
    release_coverage,
)
from collabnet.sharing.released_coverage import Provider

HOW = {
    "here": "it has it itself",
    "several": "several ways that share nobody",
    "one": "one way only",
    "posts": "by posts or groups alone",
    "unnamed": "its rows don't name everybody",
    "none": "no way on record",
}
ASSUMED = {
    "departure_rate": "Departures a year of each person",
    "weeks_to_fill": "Weeks until an empty post is filled",
    "weeks_can_wait": "Weeks a referral can wait without harm",
    "weeks_to_rebuild": "Weeks until an informal tie is built anew",
    "years": "Years looked at",
    "takeover": "Share of a person's referrals that colleagues take over",
    "trust_share": "Share at which formal ties work until a successor is trusted",
    "trust_weeks": "Weeks until a successor is trusted",
}


def inside_tables(assessment: Assessment) -> Iterator[Table]:
    """Give the tables of coverage, agencies and data of an assessment.

    Examples
    --------
    >>> import collabnet as cn
    >>> [one.name for one in inside_tables(cn.assess(cn.load("sample:programs")))]
    ['services', 'ways', 'team', 'agencies', 'answered', 'evidence', 'assumptions']
    """
    covered = release_coverage(assessment)
    yield _services(covered)
    yield _ways(covered)
    yield _team(covered)
    yield _agencies(assessment)
    checks = release_checks(assessment)
    yield of_frame(
        checks.answered,
        "answered",
        "Who answered",
        "A row is what was asked of people in a wave.",
        say.ANSWERED,
    )
    yield of_frame(
        checks.evidence,
        "evidence",
        "What the rows rest on",
        "A row is a table of the coalition.",
        say.EVIDENCE,
    )
    yield _assumed(assessment.coalition.settings.assumptions)


def _services(covered: ReleasedCoverage) -> Table:
    rows = [
        (
            one.words,
            len(one.providers),
            _named(one.providers),
            _named(one.possible),
            "yes" if one.is_alone else "no",
            one.n_referrals,
            one.places,
            "; ".join(one.left_out),
        )
        for one in covered.services
    ]
    says = "A row is a service that some agency says it offers."
    return table("services", "Services", says, say.COVERAGE, rows)


def _ways(covered: ReleasedCoverage) -> Table:
    rows = [
        (one.start.name, one.words, _named(one.providers), HOW[one.how], one.hand_offs, one.ways)
        for one in covered.ways
    ]
    says = "A row is how an agency where a case may start reaches a service or a sector."
    return table("ways", "Ways to services", says, say.WAYS, rows)


def _team(covered: ReleasedCoverage) -> Table:
    rows = [
        (one.member, one.start.name if one.start else "", one.state, one.hand_offs)
        for one in covered.seats
    ]
    says = "A row is a seat of the response team, as seen from one agency."
    return table("team", "Response team", says, say.TEAM, rows)


def _agencies(assessment: Assessment) -> Table:
    rows = [
        (
            one.name,
            one.sector,
            one.sent,
            one.received,
            one.named_by,
            len(one.working),
            len(one.single),
            " ".join(one.load),
        )
        for one in release_agencies(assessment).agencies
    ]
    says = "A row is an agency, by name."
    return table("agencies", "Agencies and their load", says, say.AGENCIES, rows)


def _assumed(assumed: Assumptions) -> Table:
    values = {one.name: getattr(assumed, one.name) for one in fields(assumed)}
    rows = [(words, _value(values[name])) for name, words in ASSUMED.items()]
    rows += [(f"Departures a year: {role}", str(rate)) for role, rate in
             sorted(assumed.role_rates.items())]  # fmt: skip
    says = "A row is an assumption about departures, as coalition.toml states it, or as usual."
    return table("assumptions", "Assumptions", says, say.ASSUMED, rows)


def _value(value: object) -> str:
    if value is None:
        return "not given"
    if isinstance(value, tuple):
        return " to ".join(f"{one:g}" for one in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _named(providers: Sequence[Provider]) -> str:
    return "; ".join(one.name for one in providers)
