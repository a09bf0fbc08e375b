"""Each service by population: who provides it for whom, who is alone, which share of places."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import nan
from typing import Literal

import pandas as pd

from collabnet.model import Coalition
from collabnet.risk.coverage.cells import Ages
from collabnet.risk.coverage.offers import COLUMNS, Dimension, Group, Offer, build_offers, groups_of

EVERYBODY: Literal["everybody"] = "everybody"
TABLE = (
    "service", "dimension", "group", "n_providers", "n_providers_possible", "providers",
    "possible_providers", "is_sole_provider", "is_unserved", "capacity", "n_capacity_unknown",
    "capacity_share", "capacity_share_possible",
)  # fmt: skip


@dataclass(frozen=True)
class Cover:
    """Who provides one service for one group.

    Attributes
    ----------
    dimension, group : which population; "everybody" for the service as a whole
    known : agencies that say so
    possible : agencies that may, since a cell that would tell is blank or can't be read
    is_unserved : no agency says so, although some agency of the coalition serves the group
    all_known : agencies that say they provide the service, for whomever
    """

    service: str
    dimension: Dimension | Literal["everybody"]
    group: Group
    known: tuple[Offer, ...]
    possible: tuple[Offer, ...]
    is_unserved: bool
    all_known: tuple[Offer, ...]

    @property
    def label(self) -> str:
        """The group as a table writes it."""
        return self.group.label if isinstance(self.group, Ages) else self.group

    @property
    def capacity(self) -> float:
        """Stated places of those who provide it; NaN where none of them is known to state any."""
        if not self.known and self.possible:
            return nan
        return _places(self.known)

    @property
    def share(self) -> float:
        """Share of the service's stated places; NaN where nothing says how many."""
        return _part(self.capacity, _places(self.all_known))

    @property
    def share_possible(self) -> float:
        """The same if all who may provide it do; NaN where one of these states no places."""
        if any(one.capacity is None for one in self.possible):
            return nan
        both = (*self.known, *self.possible)
        return _part(_places(both), _places({*self.all_known, *both}))


def _part(part: float, whole: float) -> float:
    return part / whole if whole > 0 else nan


def _places(offers: Collection[Offer]) -> float:
    """The stated places together: 0 for nobody, NaN where nobody states them."""
    stated = [one.capacity for one in offers if one.capacity is not None]
    return nan if offers and not stated else float(sum(stated))


def build_covers(offers: Sequence[Offer]) -> Iterator[Cover]:
    """Give each service for everybody, then for each group that the coalition serves."""
    services = sorted({service for one in offers for service in one.services or ()})
    groups = {dimension: groups_of(offers, dimension) for dimension in COLUMNS}
    for service in services:
        all_known = tuple(one for one in offers if one.offers(service))
        open_ = tuple(one for one in offers if one.offers(service) is None)
        yield Cover(service, EVERYBODY, EVERYBODY, all_known, open_, False, all_known)
        for dimension in COLUMNS:
            for group in groups[dimension]:
                known = tuple(one for one in all_known if one.takes(dimension, group))
                maybe = [one for one in all_known if one.takes(dimension, group) is None]
                maybe += [one for one in open_ if one.takes(dimension, group) is not False]
                possible = tuple(sorted(maybe, key=lambda one: one.agency))
                # Groups are those that some agency serves, so one without a provider is a gap.
                yield Cover(service, dimension, group, known, possible, not known, all_known)


def coverage_table(coalition: Coalition) -> pd.DataFrame:
    """List each service by population: age, gender, voluntary or mandated, region, language.

    Agencies outside the coalition are left out. A blank cell, or one that can't be read, is
    unknown: the agency is a possible provider, neither one for all nor one for nobody.

    Returns
    -------
    DataFrame, one row per service and group; the first of a service is for everybody
        n_providers, n_providers_possible : int, those who say so; with those who may, too
        providers, possible_providers : str, agency ids joined by ";"; the latter may, too
        is_sole_provider : bool, one agency alone says so
        is_unserved : bool, nobody says so, although some agency of the coalition serves them
        capacity : float, stated places of the providers; NaN if they state none, or if only
            possible ones are there
        n_capacity_unknown : int, providers that state no places
        capacity_share : float, 0 to 1, share of the service's stated places that are open to the
            group; NaN as for ``capacity``
        capacity_share_possible : float, 0 to 1, the same if all possible providers do provide
            it; NaN if one of them states no places

    Examples
    --------
    >>> import collabnet as cn
    >>> table = cn.assess(cn.load("sample:programs")).coverage
    >>> [int(n) for n in table.loc[0, ["n_providers", "n_providers_possible"]]]
    [3, 5]
    """
    rows = [
        (
            one.service,
            one.dimension,
            one.label,
            len(one.known),
            len(one.known) + len(one.possible),
            ";".join(offer.agency for offer in one.known),
            ";".join(offer.agency for offer in one.possible),
            len(one.known) == 1,
            one.is_unserved,
            one.capacity,
            sum(offer.capacity is None for offer in one.known),
            one.share,
            one.share_possible,
        )
        for one in build_covers(build_offers(coalition))
    ]
    return pd.DataFrame(rows, columns=list(TABLE))


def find_providers(
    coalition: Coalition,
    service: str,
    *,
    age: int | None = None,
    gender: str = "",
    referral: str = "",
    region: str = "",
    language: str = "",
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Find who provides a service for one young person's case, by all that is said of it at once.

    Returns
    -------
    tuple
        agencies that say so, and agencies that may, since something isn't known; both by id

    Examples
    --------
    >>> import collabnet as cn
    >>> programs = cn.load("sample:programs")
    >>> find_providers(programs, "residential care", age=15, gender="male")
    (('organization_a', 'organization_e'), ('organization_d',))
    >>> find_providers(programs, "residential care", gender="male", referral="court-mandated")
    ((), ('organization_d',))
    """
    asked: list[tuple[Dimension, Group]] = [] if age is None else [("age", Ages(age, age))]
    words: tuple[tuple[Dimension, str], ...] = (
        ("gender", gender), ("referral", referral), ("region", region), ("language", language),
    )  # fmt: skip
    asked += [(dimension, word.lower()) for dimension, word in words if word]
    known, possible = [], []
    for one in build_offers(coalition):
        said = [one.offers(service), *(one.takes(*what) for what in asked)]
        if all(said):
            known.append(one.agency)
        elif False not in said:
            possible.append(one.agency)
    return tuple(known), tuple(possible)
