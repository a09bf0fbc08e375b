"""The figures of two sites side by side, each with whether they may be compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import nan

from collabnet.comparison.conditions import Conditions, Verdict
from collabnet.comparison.one_site import OneSite, Ties
from collabnet.comparison.rarefaction import Rarefied, rarefy
from collabnet.comparison.structure import AmongRandom, positions_among_random, undefined
from collabnet.risk.carriers import Side
from collabnet.risk.facts import NAMED_TOO_FEW
from collabnet.risk.pathways import THIN

SIZE = Verdict("no", "it grows with the size of a site")
WHAT_PEOPLE_DO = {"senders": "sends", "receivers": "receives"}


@dataclass(frozen=True)
class Value:
    """A figure of one site.

    Attributes
    ----------
    value : over what is known; NaN where that isn't defined
    low, high : its range over what isn't known
    of : what it is a share of, or is counted in: referrals, or agencies
    """

    value: float
    low: float
    high: float
    of: int


@dataclass(frozen=True)
class Figure:
    """A figure of both sites.

    Attributes
    ----------
    name : as in the documentation
    unit : "referrals", "share", "people" or "agencies"
    """

    name: str
    unit: str
    a: Value
    b: Value
    verdict: Verdict


def figures(conditions: Conditions) -> tuple[Figure, ...]:
    """Give the figures of two sites that don't grow with their size, and the size of the logs.

    Hand-offs inside an agency are counted apart: every other figure is of the referrals from one
    agency to another.
    """
    a, b = conditions.a, conditions.b
    log, contacts = conditions.log, conditions.contacts
    enough = _enough(a, b, log)
    kinds = conditions.relations
    return (
        Figure("referrals", "referrals", _count(a, len(a.log)), _count(b, len(b.log)), SIZE),
        Figure("hand_offs_inside", "referrals", _count(a, a.n_inside), _count(b, b.n_inside), SIZE),
        Figure("lost_for_good", "share", _lost(a), _lost(b), enough),
        Figure("on_paper", "share", _on_paper(a), _on_paper(b), _known_paper(a, b, enough)),
        Figure("paper_not_known", "share", _paper_unknown(a), _paper_unknown(b), enough),
        *_carriers(a, b, enough),
        Figure("mean_links", "agencies", _mean(a, a.links), _mean(b, b.links), log),
        Figure(
            "mean_contacts",
            "agencies",
            _mean(a, a.contacts(kinds)),
            _mean(b, b.contacts(kinds)),
            contacts,
        ),
    )


def _enough(a: OneSite, b: OneSite, log: Verdict) -> Verdict:
    """Shares need as many referrals as a pathway needs to be ranked."""
    few = [one.name for one in (a, b) if len(one.log) < THIN]
    if log.comparable != "no" and few:
        return Verdict("no", f"{few[0]} has fewer than six referrals between agencies")
    return log


def _known_paper(a: OneSite, b: OneSite, enough: Verdict) -> Verdict:
    for site in (a, b):
        if enough.comparable != "no" and not _known(site):
            said = f"it isn't known of any referral of {site.name} whether it is on paper"
            return Verdict("no", said)
    return enough


def _count(site: OneSite, n: int) -> Value:
    found = float(n) if len(site.whole.referrals) else nan
    return Value(found, found, found, n)


def _share(low: float, high: float, of: int) -> Value:
    if not of:
        return Value(nan, nan, nan, 0)
    return Value(low / of if low == high else nan, low / of, high / of, of)


def _lost(site: OneSite) -> Value:
    """Lost for good if one person leaves; a range where it isn't known what is on paper."""
    head = site.headline
    return _share(head.lost_low, head.lost_high, head.of)


def _known(site: OneSite) -> int:
    return sum(row.basis.form != "unknown" for row in site.log)


def _on_paper(site: OneSite) -> Value:
    """Covered by an agreement in use, of the referrals of which it is known."""
    covered = site.headline.covered
    return _share(covered, covered, _known(site))


def _paper_unknown(site: OneSite) -> Value:
    of = len(site.log)
    return _share(of - _known(site), of - _known(site), of)


def _carriers(a: OneSite, b: OneSite, enough: Verdict) -> Iterator[Figure]:
    for name, one, other in (
        ("senders", a.senders, b.senders),
        ("receivers", a.receivers, b.receivers),
    ):
        found, verdict = rarefied(one, other), enough
        for site, side in ((a, one), (b, other)):
            if verdict.comparable != "no" and named_too_few(side):
                verdict = who_is_not_known(site.name, name)
        yield Figure(name, "people", _people(found[0]), _people(found[1]), verdict)


def named_too_few(side: Side) -> bool:
    """Whether so few referrals name somebody that it isn't known who carries them."""
    return side.n_named < NAMED_TOO_FEW * (side.n_named + side.n_unknown)


def who_is_not_known(site: str, people: str) -> Verdict:
    """The verdict where most referrals name no sender, or no receiver."""
    return Verdict("no", f"most referrals of {site} don't name who {WHAT_PEOPLE_DO[people]}")


def rarefied(one: Side, other: Side) -> tuple[Rarefied, Rarefied]:
    """Rarefy two sides to as many referrals as name somebody in both."""
    n = min(one.n_named, other.n_named)
    return rarefy(one, n), rarefy(other, n)


def _people(found: Rarefied) -> Value:
    return Value(found.expected, found.low, found.high, found.n)


def _mean(site: OneSite, ties: Ties | None) -> Value:
    """Agencies that an agency is tied to, on average; NaN where no ties were recorded."""
    n = len(site.agencies)
    found = float(ties.sum()) / n if n and ties is not None else nan
    return Value(found, found, found, n)


@dataclass(frozen=True)
class PositionPair:
    """Where a measure of both sites stands among random networks of the own size and ties."""

    network: str
    measure: str
    a: AmongRandom
    b: AmongRandom
    verdict: Verdict


def position_pairs(conditions: Conditions, *, seed: int, draws: int) -> tuple[PositionPair, ...]:
    """Give the positions of the network of referrals and of that of contacts."""
    a, b, kinds = conditions.a, conditions.b, conditions.relations
    networks = (
        ("referrals", a.links, b.links, True, conditions.log),
        ("contacts", a.contacts(kinds), b.contacts(kinds), False, conditions.contacts),
    )
    made = []
    for name, one, other, is_directed, verdict in networks:
        found = [
            positions_among_random(ties, is_directed=is_directed, seed=seed, draws=draws)
            if ties is not None
            else undefined(is_directed=is_directed)
            for ties in (one, other)
        ]
        for measure in found[0]:
            pair = found[0][measure], found[1][measure]
            made.append(PositionPair(name, measure, *pair, _defined(conditions, *pair, verdict)))
    return tuple(made)


def _defined(conditions: Conditions, a: AmongRandom, b: AmongRandom, verdict: Verdict) -> Verdict:
    if verdict.comparable == "no":
        return verdict
    for site, found in ((conditions.a, a), (conditions.b, b)):
        if found.is_all_there_is:
            said = f"networks of the size of {site.name} with as many ties are all alike in it"
            return Verdict("no", f"can't be told: {said}")
        if not found.band:
            return Verdict("no", f"in {site.name} too few ties hang together for it")
    return verdict
