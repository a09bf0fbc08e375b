"""Shocks: everybody of one agency, unit, role or funding source gone at once."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from collabnet.model import Coalition
from collabnet.model.records import records
from collabnet.risk.turnover.rates import roles_in

ShockKind = Literal["agency", "unit", "role", "funding"]
KINDS: tuple[ShockKind, ...] = get_args(ShockKind)


@dataclass(frozen=True)
class Shock:
    """A set of people who are gone at once; never named, only counted.

    Attributes
    ----------
    name : the agency, unit, role or source of funding
    agency : the agency of a unit; "" for the others
    people : ids of people and of groups recorded as one; an agency's position stays
    agencies : agencies whose rows without a name are theirs for certain
    may_be : agencies whose rows without a name may be theirs
    """

    kind: ShockKind
    name: str
    agency: str
    people: frozenset[str]
    agencies: frozenset[str]
    may_be: frozenset[str]


def shocks_of(coalition: Coalition) -> tuple[Shock, ...]:
    """Give every shock that the rosters tell of: by kind, agency and name.

    A unit is one of an agency. Who has no funding source of their own has that of their agency.
    """
    groups: defaultdict[tuple[ShockKind, str, str], set[str]] = defaultdict(set)
    homes: defaultdict[tuple[ShockKind, str, str], set[str]] = defaultdict(set)
    for person, kind, name, agency, at in _memberships(coalition):
        groups[kind, agency, name].add(person)
        homes[kind, agency, name].update(at)
    return tuple(
        Shock(
            kind,
            name,
            agency,
            frozenset(groups[kind, agency, name]),
            frozenset({name} if kind == "agency" else ()),
            frozenset(homes[kind, agency, name]),
        )
        for kind, agency, name in sorted(groups, key=lambda key: (KINDS.index(key[0]), *key[1:]))
    )


def _memberships(
    coalition: Coalition,
) -> Iterator[tuple[str, ShockKind, str, str, tuple[str, ...]]]:
    """Each person with each group they are of, and the agencies where they stand for it."""
    agency_funds = dict(records(coalition.agencies, "agency_id", "funding"))
    end = coalition.period.end if coalition.period else None
    columns = ("person_id", "role", "unit", "funding", "active_to")
    for person, role, unit, fund, until in records(coalition.people, *columns):
        if end and until is not None and until.date() < end:
            continue
        at = coalition.agencies_of[person]
        for agency in at:
            yield person, "agency", agency, "", (agency,)
        if unit:
            yield person, "unit", unit, at[0], (at[0],)
        for one in roles_in(role):
            yield person, "role", one, "", at
        for source in (part.strip() for part in (fund or agency_funds[at[0]]).split(";")):
            if source:
                yield person, "funding", source, "", at
