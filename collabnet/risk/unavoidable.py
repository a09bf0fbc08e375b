"""Whom and what every way to a service passes through: dominators."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from collabnet.engine import Csr, DominatorTree, build_csr
from collabnet.model.errors import unknown_name
from collabnet.risk.blanks import fill
from collabnet.risk.cutsets import Vertices
from collabnet.risk.rows import Row


@dataclass(frozen=True, slots=True)
class Unavoidable:
    """The people, and the agencies, that every way passes, in the order they are met."""

    people: tuple[str, ...]
    agencies: tuple[str, ...]


class Passages:
    """Finds whom and what every way passes, for many questions on the same rows.

    Rows that name nobody make ways between agencies, but not between people. Positions and
    groups are never named among the people.

    Examples
    --------
    >>> import collabnet as cn
    >>> passages = Passages(cn.assess(cn.load("sample:g1")).rows)
    >>> passages.between(["hospital"], "residential").agencies
    ('hospital', 'advocacy', 'residential')
    >>> passages.between(["hospital"], "court").agencies
    ()
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        filled = list(fill(rows, "named"))
        self._people = Vertices(filled)
        number = {end: i for i, end in enumerate(self._people.ends)}
        self._names = sorted({a for row in rows for a in (row.from_agency, row.to_agency)})
        self._number = {name: i for i, name in enumerate(self._names)}
        # Where ways end, by agency and by service: vertices of people, and agencies.
        self._receivers: dict[tuple[str, str], set[int]] = {}
        self._takers: dict[tuple[str, str], set[int]] = {}
        for row, _, receiver in filled:
            place = (row.to_agency, row.service)
            self._receivers.setdefault(place, set()).add(number[receiver])
        for row in rows:
            place = (row.to_agency, row.service)
            self._takers.setdefault(place, set()).add(self._number[row.to_agency])
        self._steps = {(self._number[row.from_agency], self._number[row.to_agency]) for row in rows}
        self._trees: dict[tuple[str, ...], tuple[DominatorTree, DominatorTree]] = {}
        self._known_ends: dict[tuple[str | None, str | None], tuple[set[int], set[int]]] = {}

    @cached_property
    def _graphs(self) -> tuple[Csr, Csr]:
        arcs, steps = self._people.arcs, sorted(self._steps)
        return (
            build_csr(len(self._people.ends), *_columns(arcs), directed=True),
            build_csr(len(self._names), *_columns(steps), directed=True),
        )

    def _trees_from(self, agencies: Iterable[str]) -> tuple[DominatorTree, DominatorTree]:
        """One tree of people and one of agencies answers for all ends of the same senders."""
        key = tuple(sorted(set(agencies)))
        if key not in self._trees:
            people, between = self._graphs
            senders = {v for agency in key for v in self._people.senders.get(agency, ())}
            starts = [self._number[agency] for agency in key if agency in self._number]
            self._trees[key] = (
                DominatorTree(people, senders, self._people.fixed),
                DominatorTree(between, starts),
            )
        return self._trees[key]

    def between(
        self, from_agencies: Iterable[str], to: str | None, service: str | None = None
    ) -> Unavoidable:
        """Find whom and what every way from some agencies to an agency or a service passes."""
        people, agencies = self._trees_from(from_agencies)
        receivers, takers = self._ends(to, service)
        return Unavoidable(
            tuple(self._people.ends[v].id for v in people.unavoidable(receivers)),
            tuple(self._names[v] for v in agencies.unavoidable(takers)),
        )

    def _ends(self, to: str | None, service: str | None) -> tuple[set[int], set[int]]:
        """Who receives for an agency and a service, None being any; and the agencies."""
        if (to, service) not in self._known_ends:
            places = [
                place
                for place in self._takers
                if to in (None, place[0]) and service in (None, place[1])
            ]
            self._known_ends[to, service] = (
                {v for place in places for v in self._receivers.get(place, ())},
                {v for place in places for v in self._takers[place]},
            )
        return self._known_ends[to, service]


def find_unavoidable(
    rows: Sequence[Row], from_agencies: Collection[str], to: str, *, by_service: bool = False
) -> Unavoidable:
    """Find whom every way from some agencies to an agency, or to a service, passes through.

    Rows that name nobody are left out. Positions and groups are never named among the people.

    Parameters
    ----------
    rows : the rows of the referral graph, as ``assessment.rows``
    from_agencies : where a young person may be identified
    to : an agency, or a service if ``by_service``

    Raises
    ------
    NotFoundError
        If no row goes to that agency or service.

    Examples
    --------
    >>> import collabnet as cn
    >>> rows = cn.assess(cn.load("sample:g1")).rows
    >>> find_unavoidable(rows, ["hospital"], "residential").people
    ('S1', 'A1', 'I1')
    >>> find_unavoidable(rows, ["police"], "residential").people
    ('I1',)
    """
    known = {row.service if by_service else row.to_agency for row in rows}
    if to not in known:
        what = "service" if by_service else "agency that referrals go to"
        raise unknown_name(what, to, known - {""}, "Look at the pathways table.")
    passages = Passages(rows)
    return passages.between(from_agencies, None if by_service else to, to if by_service else None)


def _columns(pairs: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    return [u for u, _ in pairs], [v for _, v in pairs]
