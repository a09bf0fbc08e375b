"""Coverage as whoever holds the data may see it: services, for whom, by how many ways, the team."""

from collections.abc import Sequence
from dataclasses import InitVar, dataclass, field
from typing import Literal, NamedTuple

from collabnet.sharing.released import SEAL

How = Literal["here", "several", "one", "posts", "unnamed", "none"]
"""How an agency reaches a service: itself, by several ways that share nobody, by one way, by posts
or groups alone, by rows that don't name everybody, or not at all by what is on record."""


class Provider(NamedTuple):
    """An agency that provides, or may provide, a service."""

    id: str
    name: str


@dataclass(frozen=True)
class ReleasedGroup:
    """One group of young people, and who says that it serves them with a service.

    Attributes
    ----------
    group, dimension : in words, such as "young people aged 12 to 17" and "Age"
    possible : agencies that may: something that would tell is not known
    is_unserved : nobody says so, although some agency of the coalition serves the group
    places : stated places of the providers; NaN where none states any
    share, share_possible : 0 to 1, of the service's stated places; the second if all who may
        provide it do; NaN where nothing says how many
    """

    group: str
    dimension: str
    providers: tuple[Provider, ...]
    possible: tuple[Provider, ...]
    is_unserved: bool
    places: float
    share: float
    share_possible: float

    @property
    def is_alone(self) -> bool:
        """Whether one agency alone says that it serves them."""
        return len(self.providers) == 1


@dataclass(frozen=True)
class ReleasedService:
    """One service and who provides it.

    Attributes
    ----------
    id, words : as the tables write it, and as a sentence says it
    is_sought : whether a young person in need may look for it; else one agency has it by law
    by_log : agencies that the log sends such referrals to, though they don't list the service
    n_referrals : rows of the log that ask for it; None without a log
    places : stated places; NaN where nobody states any
    n_without_places : providers that state no places
    is_alone : one agency alone offers it, where two or more say what they offer
    left_out : groups that nobody says it serves, in words
    """

    id: str
    words: str
    is_sought: bool
    providers: tuple[Provider, ...]
    possible: tuple[Provider, ...]
    by_log: tuple[Provider, ...]
    n_referrals: int | None
    places: float
    n_without_places: int
    is_alone: bool
    left_out: tuple[str, ...]
    groups: tuple[ReleasedGroup, ...]


class ReleasedWay(NamedTuple):
    """How one agency reaches one service or sector.

    Attributes
    ----------
    hand_offs : fewest; None without a way
    least, ways, most : how many ways share nobody, by the rows that name somebody (``ways``), and
        whoever the others name; None where there is none, or where only posts pass it on
    """

    start: Provider
    kind: Literal["service", "sector"]
    target: str
    words: str
    providers: tuple[Provider, ...]
    hand_offs: int | None
    least: int | None
    ways: int | None
    most: int | None

    @property
    def how(self) -> How:
        """The kind of way there is."""
        if any(one.id == self.start.id for one in self.providers):
            return "here"
        if self.hand_offs is None:
            return "none"
        if self.ways is None:
            return "posts" if self.least is None else "unnamed"
        return "one" if self.ways == 1 else "several"


class ReleasedSeat(NamedTuple):
    """A role or sector of the response team, as seen from one identifying agency, or from all."""

    member: str
    start: Provider | None
    state: str
    hand_offs: int | None


@dataclass(frozen=True)
class ReleasedCoverage:
    """What a coalition covers.

    Attributes
    ----------
    services : by name
    ways : from each identifying agency to each service and sector
    seats : the response team, in the order of its list
    starts : the agencies from which a case may start, by name; ``starts_stated``: coalition.toml
        says which, else they are those that refer
    is_team_on_record : ties say who is invited to the team; else it is looked for by hand-offs
    is_own_team : the coalition stated its team; else it is the usual one
    hand_offs : within so many the team should be reached
    n_agencies, n_listing : agencies of the coalition, and those of them that list services
    """

    notice: str
    label: str
    period: str
    services: tuple[ReleasedService, ...]
    ways: tuple[ReleasedWay, ...]
    seats: tuple[ReleasedSeat, ...]
    starts: tuple[Provider, ...]
    starts_stated: bool
    is_team_on_record: bool
    is_own_team: bool
    hand_offs: int
    n_agencies: int
    n_listing: int
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        if seal is not SEAL:
            raise TypeError(
                "Only collabnet.sharing makes released values: call release_coverage(assessment)."
            )

    @property
    def sought(self) -> tuple[ReleasedService, ...]:
        """The services that a young person in need may look for."""
        return tuple(one for one in self.services if one.is_sought)

    def ways_to(self, service: str) -> tuple[ReleasedWay, ...]:
        """How each identifying agency reaches a service."""
        return tuple(one for one in self.ways if one.kind == "service" and one.target == service)

    def in_one_way(self) -> tuple[ReleasedService, ...]:
        """The services that some identifying agency reaches in one way only."""
        return self._reached("one")

    def out_of_reach(self) -> tuple[ReleasedService, ...]:
        """The services to which no identifying agency has a way on record."""
        return tuple(one for one in self.sought if _only(self.ways_to(one.id), "none"))

    def _reached(self, how: How) -> tuple[ReleasedService, ...]:
        return tuple(
            one for one in self.sought if any(way.how == how for way in self.ways_to(one.id))
        )


def _only(ways: Sequence[ReleasedWay], how: How) -> bool:
    return bool(ways) and all(way.how == how for way in ways)
