"""Let coverage through to whoever holds the data: service by service, way by way, seat by seat."""

from collections.abc import Iterable, Iterator, Sequence
from math import isnan
from typing import Literal

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.risk.assessment import Assessment
from collabnet.risk.coverage.gaps import NOT_SOUGHT, ServiceGap, service_gaps
from collabnet.risk.coverage.offers import Offer, build_offers
from collabnet.risk.coverage.services import EVERYBODY, Cover, build_covers
from collabnet.risk.coverage.team import TeamCheck
from collabnet.risk.say_coverage import group_words, member_words, service_words
from collabnet.sharing.audiences import NOTICES
from collabnet.sharing.internal import period_words
from collabnet.sharing.released import SEAL
from collabnet.sharing.released_coverage import (
    Provider,
    ReleasedCoverage,
    ReleasedGroup,
    ReleasedSeat,
    ReleasedService,
    ReleasedWay,
)

DIMENSIONS = {
    "age": "Age",
    "gender": "Gender",
    "referral": "How they come",
    "region": "Region",
    "language": "Language",
}


def release_coverage(assessment: Assessment) -> ReleasedCoverage:
    """Give what whoever holds the data may see of what a coalition covers.

    The response team is the coalition's; another one is looked for by `release_seats`.

    Examples
    --------
    >>> import collabnet as cn
    >>> found = release_coverage(cn.assess(cn.load("sample:site_b")))
    >>> [one.words for one in found.sought if one.is_alone]
    ['legal help', 'residential care', 'shelter']
    >>> [one.words for one in found.in_one_way()]
    ['residential care']
    """
    coalition = assessment.coalition
    settings, names = coalition.settings, _Names(coalition)
    offers = build_offers(coalition)
    check = TeamCheck(coalition, assessment.rows)
    return ReleasedCoverage(
        notice=NOTICES["internal"],
        label=settings.label,
        period=period_words(coalition.period),
        services=tuple(_services(assessment, offers, names)),
        ways=tuple(_ways(assessment, names)),
        seats=_seats(check, settings.coverage.team, names),
        starts=names.many(check.starts),
        starts_stated=bool(settings.coverage.identifying),
        is_team_on_record=check.is_on_record,
        is_own_team=settings.coverage.is_own_team,
        hand_offs=settings.coverage.hand_offs,
        n_agencies=len(offers),
        n_listing=sum(one.services is not None for one in offers),
        seal=SEAL,
    )


class _Names:
    def __init__(self, coalition: Coalition) -> None:
        self._names = coalition.names

    def one(self, agency: str) -> Provider:
        return Provider(agency, self._names[agency])

    def many(self, agencies: Iterable[str]) -> tuple[Provider, ...]:
        """Agencies by name."""
        found = (self.one(agency) for agency in agencies)
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))

    def of(self, offers: Iterable[Offer]) -> tuple[Provider, ...]:
        return self.many(offer.agency for offer in offers)


def _services(
    assessment: Assessment, offers: tuple[Offer, ...], names: _Names
) -> Iterator[ReleasedService]:
    coalition = assessment.coalition
    gaps = {gap.service: gap for gap in service_gaps(coalition, assessment.rows)}
    by_service: dict[str, list[Cover]] = {}
    for cover in build_covers(offers):
        by_service.setdefault(cover.service, []).append(cover)
    asked = dict(_asked(assessment))
    for service, (whole, *covers) in by_service.items():
        gap = gaps.get(service)
        yield ReleasedService(
            id=service,
            words=service_words(service),
            is_sought=service not in NOT_SOUGHT,
            providers=names.of(whole.known),
            possible=names.of(whole.possible),
            by_log=names.many(gap.by_log if gap else ()),
            n_referrals=asked.get(service, 0) if len(coalition.referrals) else None,
            places=whole.capacity,
            n_without_places=sum(one.capacity is None for one in whole.known),
            is_alone=gap is not None and gap.rests_on_one,
            left_out=_left_out(gap),
            groups=tuple(_group(cover, names) for cover in covers),
        )


def _asked(assessment: Assessment) -> Iterator[tuple[str, int]]:
    counts = assessment.coalition.referrals["service"].value_counts()
    yield from ((str(service), int(n)) for service, n in counts.items())


def _left_out(gap: ServiceGap | None) -> tuple[str, ...]:
    """Whom nobody serves; nothing where no provider says whom it takes."""
    if gap is None or not gap.unserved or gap.is_silent:
        return ()
    return tuple(group_words(gap.unserved))


def _group(cover: Cover, names: _Names) -> ReleasedGroup:
    (words,) = group_words([cover])
    return ReleasedGroup(
        group=words,
        dimension=DIMENSIONS.get(cover.dimension, EVERYBODY),
        providers=names.of(cover.known),
        possible=names.of(cover.possible),
        is_unserved=cover.is_unserved,
        places=cover.capacity,
        share=cover.share,
        share_possible=cover.share_possible,
    )


def _ways(assessment: Assessment, names: _Names) -> Iterator[ReleasedWay]:
    columns = (
        "from_agency", "target_kind", "target", "agencies", "hand_offs",
        "n_disjoint_ways_worst", "n_disjoint_ways", "n_disjoint_ways_best",
    )  # fmt: skip
    for start, kind, target, agencies, *numbers in records(assessment.service_reach, *columns):
        steps, worst, ways, best = (_count(number) for number in numbers)
        which: Literal["service", "sector"] = "service" if kind == "service" else "sector"
        yield ReleasedWay(
            start=names.one(start),
            kind=which,
            target=target,
            words=service_words(target) if which == "service" else target,
            providers=names.many(agencies.split(";")),
            hand_offs=steps,
            least=worst,
            ways=ways,
            most=best,
        )


def _count(number: float | None) -> int | None:
    return None if number is None or isnan(number) else round(number)


def release_seats(assessment: Assessment, team: Sequence[str]) -> tuple[ReleasedSeat, ...]:
    """Look for another response team than the coalition's: roles and sectors as it writes them.

    Examples
    --------
    >>> import collabnet as cn
    >>> assessment = cn.assess(cn.load("sample:hospital_program"))
    >>> [(seat.member, seat.state) for seat in release_seats(assessment, ["role:judge"])][0]
    ('judge', 'nobody listed')
    """
    check = TeamCheck(assessment.coalition, assessment.rows)
    return _seats(check, team, _Names(assessment.coalition))


def _seats(check: TeamCheck, team: Sequence[str], names: _Names) -> tuple[ReleasedSeat, ...]:
    """A team on record is the same from everywhere; else each seat from each agency."""
    starts: tuple[str, ...] = () if check.is_on_record else check.starts
    found = []
    for member in team:
        for start in starts or ("",):
            seat = check.seat(member, (start,) if start else check.starts)
            seen_from = names.one(start) if start else None
            found.append(ReleasedSeat(member_words(member), seen_from, seat.state, seat.hand_offs))
    return tuple(found)
