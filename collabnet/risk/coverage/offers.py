"""What each agency of the coalition offers, to whom, and for how many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.risk.coverage.cells import (
    EVERY,
    MORE,
    Ages,
    read_ages,
    read_genders,
    read_languages,
    read_referral,
    read_regions,
)

Dimension = Literal["age", "gender", "referral", "region", "language"]
Served = frozenset[str] | tuple[Ages, ...] | None
"""The groups that an agency serves in one dimension; None: not known."""
Group = str | Ages

COLUMNS: Mapping[Dimension, str] = {
    "age": "serves_ages",
    "gender": "serves_genders",
    "referral": "referral",
    "region": "region",
    "language": "languages",
}
_READERS = {
    "age": read_ages,
    "gender": read_genders,
    "referral": read_referral,
    "region": read_regions,
    "language": read_languages,
}


@dataclass(frozen=True, eq=False)
class Offer:
    """One agency's row: its services, its places and whom it serves; None: not known."""

    agency: str
    row: int
    status: str
    services: frozenset[str] | None
    capacity: float | None
    serves: Mapping[Dimension, Served]

    def offers(self, service: str) -> bool | None:
        """Whether it offers a service; None where it lists none at all."""
        return None if self.services is None else service in self.services

    def takes(self, dimension: Dimension, group: Group) -> bool | None:
        """Whether it serves a group; None where that isn't known."""
        return holds(self.serves[dimension], group)


def holds(served: Served, group: Group) -> bool | None:
    """Whether those served include a group; None where it isn't known who is served.

    Examples
    --------
    >>> holds((Ages(12, 17),), Ages(13, 14)), holds(None, "male"), holds(frozenset({"all"}), "male")
    (True, None, True)
    """
    if served is None:
        return None
    if isinstance(group, Ages):
        return any(isinstance(one, Ages) and one.holds(group) for one in served)
    if EVERY in served or group in served:
        return True
    return None if MORE in served else False


def build_offers(coalition: Coalition) -> tuple[Offer, ...]:
    """Give what each agency offers, by id; agencies outside the coalition are left out."""
    columns = ("agency_id", "row", "status", "services", "capacity", *COLUMNS.values())
    offers = [
        Offer(
            agency,
            row,
            status,
            _services(services),
            capacity,
            {name: _READERS[name](cell) for name, cell in zip(COLUMNS, cells, strict=True)},
        )
        for agency, row, status, services, capacity, *cells in
        records(coalition.agencies, *columns)
        if agency not in coalition.outside
    ]  # fmt: skip
    return tuple(sorted(offers, key=lambda one: one.agency))


def _services(cell: str) -> frozenset[str] | None:
    return frozenset(one.strip() for one in cell.split(";") if one.strip()) or None


def groups_of(offers: Iterable[Offer], dimension: Dimension) -> tuple[Group, ...]:
    """The groups of a dimension that some agency says it serves, in order.

    Ages are cut wherever some agency's ages begin or end, so that each agency serves all of a
    group or nobody in it.
    """
    stated = [served for one in offers if (served := one.serves[dimension]) is not None]
    if dimension != "age":
        return tuple(sorted({str(word) for served in stated for word in served} - {EVERY, MORE}))
    ranges = [one for served in stated for one in served if isinstance(one, Ages)]
    ends = {one.high + 1 for one in ranges if one.high is not None}
    cuts = sorted({one.low for one in ranges} | ends)
    bands = [Ages(low, after - 1) for low, after in pairwise(cuts)]
    bands += [Ages(cuts[-1], None)] if cuts else []
    return tuple(band for band in bands if any(one.holds(band) for one in ranges))
