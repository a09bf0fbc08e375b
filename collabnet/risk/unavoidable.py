"""Whom and what every way to a service passes through: dominators."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from collabnet.engine import unavoidable as unavoidable_vertices
from collabnet.model.errors import unknown_name
from collabnet.risk.blanks import fill
from collabnet.risk.cutsets import Vertices
from collabnet.risk.rows import Row


@dataclass(frozen=True, slots=True)
class Unavoidable:
    """The people, and the agencies, that every way passes, in the order they are met."""

    people: tuple[str, ...]
    agencies: tuple[str, ...]


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
    people = Vertices(fill(rows, "named"))
    number = {end: i for i, end in enumerate(people.ends)}
    ends = {
        number[receiver]
        for row, _, receiver in fill(rows, "named")
        if (row.service if by_service else row.to_agency) == to
    }
    starts = {v for agency in from_agencies for v in people.senders.get(agency, set())}
    found = unavoidable_vertices(
        len(people.ends), people.arcs, sorted(starts), sorted(ends), fixed=people.fixed
    )
    return Unavoidable(
        tuple(people.ends[v].id for v in found),
        _agencies(rows, from_agencies, to, by_service=by_service),
    )


def _agencies(
    rows: Sequence[Row], from_agencies: Collection[str], to: str, *, by_service: bool
) -> tuple[str, ...]:
    names = sorted({agency for row in rows for agency in (row.from_agency, row.to_agency)})
    number = {name: i for i, name in enumerate(names)}
    arcs = sorted({(number[row.from_agency], number[row.to_agency]) for row in rows})
    ends = {
        number[row.to_agency]
        for row in rows
        if (row.service if by_service else row.to_agency) == to
    }
    starts = sorted(number[agency] for agency in from_agencies if agency in number)
    found = unavoidable_vertices(len(names), arcs, starts, sorted(ends))
    return tuple(names[v] for v in found)
