"""What is missing: services on one agency, groups that nobody serves, seats of the team."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from collabnet.model import Coalition
from collabnet.risk.coverage.cells import Ages
from collabnet.risk.coverage.offers import Offer, build_offers
from collabnet.risk.coverage.services import EVERYBODY, Cover, build_covers
from collabnet.risk.coverage.team import TeamCheck
from collabnet.risk.rows import Row

NOT_SOUGHT = frozenset(
    {"case report", "child protection", "investigation", "prevention education", "training"}
)
"""Services that one agency has by law, or that aren't for a young person in need."""
ADULT = 18


@dataclass(frozen=True)
class ServiceGap:
    """One service with what may be wrong with it.

    Attributes
    ----------
    providers : agencies of the coalition that say they offer it
    by_log : others that the log sends such referrals to
    unlisted : agencies of the coalition without any service on record
    n_listing : agencies of the coalition that list services
    n_referrals : rows of the log that ask for it; None without a log
    unserved : groups that no provider says it serves, although some agency here does; of ages
        only those under 18
    """

    service: str
    providers: tuple[Offer, ...]
    by_log: tuple[str, ...]
    unlisted: tuple[str, ...]
    n_listing: int
    n_referrals: int | None
    unserved: tuple[Cover, ...]

    @property
    def rests_on_one(self) -> bool:
        """One agency alone says that it offers it, where two or more say what they offer."""
        return self.n_listing > 1 and len(self.providers) == 1 and not self.by_log

    @property
    def is_stated(self) -> bool:
        """Some provider says whom it serves, so that a group is known to be left out."""
        return any(
            one.serves[cover.dimension]
            for cover in self.unserved
            for one in self.providers
            if cover.dimension != EVERYBODY
        )

    @property
    def is_silent(self) -> bool:
        """No provider says anything of whom it serves, so every group is as open as another."""
        return not any(groups for one in self.providers for groups in one.serves.values())

    @property
    def possible(self) -> tuple[str, ...]:
        """Providers of it that may serve a group left out: they don't say."""
        found = {offer.agency for cover in self.unserved for offer in cover.possible}
        return tuple(one.agency for one in self.providers if one.agency in found)


@dataclass(frozen=True)
class TeamGap:
    """The seats of the response team that are empty on record.

    Attributes
    ----------
    missed : roles and sectors as in coalition.toml, with the agencies from which they are missed
    unlisted : those that are in no table
    holders : who could sit there
    """

    missed: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    unlisted: tuple[str, ...]
    hand_offs: int
    is_on_record: bool
    holders: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """All that are missed from anywhere, each once."""
        return tuple(dict.fromkeys(one for members, _ in self.missed for one in members))

    @property
    def from_agencies(self) -> tuple[str, ...]:
        """Identifying agencies from which somebody is missed; none for a team on record."""
        found = {one for _, agencies in self.missed for one in agencies}
        return () if self.is_on_record else tuple(sorted(found))

    @property
    def is_gap(self) -> bool:
        """Whether any seat is empty."""
        return bool(self.missed or self.unlisted)


def service_gaps(coalition: Coalition, rows: Sequence[Row]) -> Iterator[ServiceGap]:
    """Give each service that a young person may need, by name, with what may be wrong with it."""
    offers = build_offers(coalition)
    log = [row for row in rows if row.is_log]
    receivers: defaultdict[str, set[str]] = defaultdict(set)
    sought = Counter(row.service for row in log)
    for row in log:
        if not row.is_inside:
            receivers[row.service].add(row.to_agency)
    unlisted = tuple(one.agency for one in offers if one.services is None)
    covers: defaultdict[str, list[Cover]] = defaultdict(list)
    for cover in build_covers(offers):
        covers[cover.service].append(cover)
    for service, found in covers.items():
        if service in NOT_SOUGHT:
            continue
        providers = found[0].all_known
        others = receivers[service] - {one.agency for one in providers} - coalition.outside
        yield ServiceGap(
            service,
            providers,
            tuple(sorted(others)),
            unlisted,
            len(offers) - len(unlisted),
            sought[service] if log else None,
            tuple(one for one in found if one.is_unserved and _is_young(one)),
        )


def _is_young(cover: Cover) -> bool:
    return not isinstance(cover.group, Ages) or cover.group.low < ADULT


def team_gap(coalition: Coalition, rows: Sequence[Row]) -> TeamGap:
    """Give the empty seats of the response team.

    A seat is missed if it is missing from the team on record; else, from every identifying
    agency, or from any where coalition.toml states them. That nobody of a kind is in the tables
    counts only for a team that coalition.toml states: a default is no yardstick.
    """
    check, settings = TeamCheck(coalition, rows), coalition.settings.coverage
    # Of those stated each should reach everybody; of the others it is enough that one does.
    separately = settings.identifying and not check.is_on_record
    missed: dict[tuple[str, ...], list[str]] = {}
    holders: set[str] = set()
    for starts in [(one,) for one in check.starts] if separately else [check.starts]:
        seats = [check.seat(member, starts) for member in settings.team]
        if missing := tuple(seat.member for seat in seats if seat.state == "missing"):
            missed.setdefault(missing, []).extend(starts)
            holders.update(h for seat in seats if seat.state == "missing" for h in seat.holders)
    own = settings.team if settings.is_own_team else ()
    return TeamGap(
        missed=tuple((members, tuple(agencies)) for members, agencies in missed.items()),
        unlisted=tuple(member for member in own if not any(check.holders(member))),
        hand_offs=settings.hand_offs,
        is_on_record=check.is_on_record,
        holders=tuple(sorted(holders)),
    )
