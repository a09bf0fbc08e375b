"""Which agency of one site has the part in the system that an agency of the other has."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError, unknown_name
from collabnet.model.records import records

Site = Literal["a", "b"]
Align = Mapping[str, str | None]


@dataclass(frozen=True)
class Aligned:
    """Two agencies that have the same part, and how that is known."""

    a: str
    b: str
    by: str


@dataclass(frozen=True)
class Alone:
    """An agency without a counterpart, and why."""

    site: Site
    agency: str
    reason: str


@dataclass(frozen=True)
class Alignment:
    """The agencies of two sites, together where they have the same part.

    Attributes
    ----------
    pairs : by id of the first site's agency
    alone : those of the first site, then of the second, by id
    """

    pairs: tuple[Aligned, ...]
    alone: tuple[Alone, ...]

    @property
    def to_b(self) -> dict[str, str]:
        """The counterpart of each agency of the first site that has one."""
        return {one.a: one.b for one in self.pairs}


AS_SAID, BY_ID, BY_SECTOR, BY_WORK = (
    "as you said", "the same id", "the only ones of their sector",
    "the same sector and the most alike work",
)  # fmt: skip
"""How it is known that two agencies have the same part."""


def align_agencies(a: Coalition, b: Coalition, given: Align | None = None) -> Alignment:
    """Find the counterpart of each agency in the other site; agencies outside have none.

    What is given counts first, then the same id, then the sector: where each site has one agency
    left in it, they belong together. Where one has several, two belong together if each is the
    most alike to the other by its services and by the roles of its people. Whoever is left
    stays alone, with the reason.

    Parameters
    ----------
    given : id in the second site for ids of the first; None says that there is no counterpart

    Raises
    ------
    CollabnetError
        If an id is no agency of its site, or stands for two.

    Examples
    --------
    >>> import collabnet as cn
    >>> found = align_agencies(cn.load("sample:site_a"), cn.load("sample:site_b"))
    >>> found.to_b["court_a"], found.to_b["htu_a"], [one.agency for one in found.alone]
    ('court_b', 'police_b', ['fbi', 'shelter_a'])
    """
    sectors = _sectors(a), _sectors(b)
    given = dict(given or {})
    _check(given, a, b, sectors)
    found = {one: Aligned(one, other, AS_SAID) for one, other in given.items() if other}
    taken = {one.b for one in found.values()}
    found |= {
        one: Aligned(one, one, BY_ID)
        for one in sectors[0]
        if one not in given and one in sectors[1] and one not in taken
    }
    taken |= set(found) & set(sectors[1])
    left_a = _by_sector(sectors[0], {*found, *given})
    left_b = _by_sector(sectors[1], {one.b for one in found.values()})
    for sector in set(left_a) & set(left_b) - {""}:
        for pair in _matched(left_a[sector], left_b[sector], _work(a), _work(b)):
            found[pair.a] = pair
    refused = {one for one, other in given.items() if not other}
    alone = [
        *_alone("a", sectors, set(found), {one.b for one in found.values()}, b, refused),
        *_alone("b", sectors[::-1], {one.b for one in found.values()}, set(found), a, set()),
    ]
    return Alignment(tuple(found[one] for one in sorted(found)), tuple(alone))


def _sectors(coalition: Coalition) -> dict[str, str]:
    """The sector of each agency that is not outside, by id."""
    rows = records(coalition.agencies, "agency_id", "sector")
    outside = coalition.outside
    return {
        agency: " ".join(sector.casefold().split())
        for agency, sector in sorted(rows)
        if agency not in outside
    }


def _by_sector(sectors: Mapping[str, str], without: Iterable[str]) -> dict[str, list[str]]:
    gone, found = set(without), defaultdict(list)
    for agency, sector in sectors.items():
        if agency not in gone:
            found[sector].append(agency)
    return dict(found)


Work = Mapping[str, frozenset[str]]


def _work(coalition: Coalition) -> Work:
    """What each agency does: its services, and the roles of its people."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for agency, services in records(coalition.agencies, "agency_id", "services"):
        found[agency] |= {f"service {one.strip()}" for one in services.split(";") if one.strip()}
    for agency, role in records(coalition.people, "agency_id", "role"):
        found[agency] |= {f"role {role.casefold()}"} if role else set()
    return {agency: frozenset(words) for agency, words in found.items()}


def _matched(a: list[str], b: list[str], work_a: Work, work_b: Work) -> list[Aligned]:
    if len(a) == len(b) == 1:
        return [Aligned(a[0], b[0], BY_SECTOR)]
    alike = {
        (one, other): _jaccard(work_a.get(one, frozenset()), work_b.get(other, frozenset()))
        for one in a
        for other in b
    }
    return [
        Aligned(one, other, BY_WORK)
        for (one, other), value in alike.items()
        if value > max([0.0, *(alike[one, else_] for else_ in b if else_ != other)])
        and value > max([0.0, *(alike[else_, other] for else_ in a if else_ != one)])
    ]


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _alone(
    site: Site,
    sectors: tuple[Mapping[str, str], Mapping[str, str]],
    found: set[str],
    found_there: set[str],
    there: Coalition,
    refused: set[str],
) -> list[Alone]:
    ours, theirs = sectors
    other = there.settings.name
    made = []
    for agency, sector in ours.items():
        if agency in found:
            continue
        if agency in refused:
            reason = "you said that it has no counterpart"
        elif not sector:
            reason = "no sector is stated for it"
        elif sector not in theirs.values():
            reason = f"{other} has no agency of its sector"
        elif sector not in (theirs[one] for one in theirs if one not in found_there):
            reason = f"the agencies of its sector in {other} have other counterparts"
        else:
            reason = f"several agencies of its sector in {other} are as like it: say which"
        made.append(Alone(site, agency, reason))
    return made


def _check(
    given: Align,
    a: Coalition,
    b: Coalition,
    sectors: tuple[Mapping[str, str], Mapping[str, str]],
) -> None:
    chosen = [other for other in given.values() if other]
    for agencies, coalition, ids in ((sectors[0], a, given), (sectors[1], b, chosen)):
        name = coalition.settings.name
        for agency in ids:
            if agency not in agencies:
                remedy = f"Agencies of {name} are: {', '.join(agencies)}."
                raise unknown_name(f"agency of {name}", agency, agencies, remedy)
    if twice := sorted({one for one in chosen if chosen.count(one) > 1}):
        raise CollabnetError(
            f"An agency has one counterpart at most; {twice[0]} of {b.settings.name} was given to "
            "several. Keep one of them."
        )
