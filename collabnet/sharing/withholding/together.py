"""Several exports side by side: what one number leaves of another may be a small count."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from collabnet.model.errors import CollabnetError
from collabnet.sharing.bands import HIDDEN, SMALLEST, WITHHELD
from collabnet.sharing.withholding.atoms import Cell, Pieces, Placed
from collabnet.sharing.withholding.audit import WIDTH, Reader, audit
from collabnet.sharing.withholding.cells import What, words
from collabnet.sharing.withholding.renamed import renamed
from collabnet.sharing.withholding.table import PublishedTable

MANY = 5
"""So many reasons against an export are enough."""
Given = PublishedTable | Mapping[str, Any]


def audit_together(tables: Sequence[PublishedTable]) -> list[str]:
    """Say which small counts tables tell together that none of them tells alone.

    Two periods of which one holds the other, or all services and one of them, can be subtracted.
    What is left is a count too, and is hidden like any other: no reader may know it more closely
    than from 1 to 10, unless it is none, or 11 or more.

    Returns
    -------
    list of str
        A sentence for each count; none where the tables may stand side by side.

    Raises
    ------
    CollabnetError
        If the tables contradict each other.

    Examples
    --------
    >>> way = (("from", "court"), ("to", "clinic"))
    >>> year = PublishedTable("Pathways", {way: "30"}, start="2024-01-01", end="2024-12-31")
    >>> most = PublishedTable("Pathways", {way: "26"}, start="2024-01-01", end="2024-11-30")
    >>> print(audit_together([year, most])[0])
    Side by side, these tell a small count: what is left of from court, to clinic (2024-01-01 to \
2024-12-31) beside from court, to clinic (2024-01-01 to 2024-11-30) is 4.
    """
    return list(_found(tables))


def _found(now: Sequence[PublishedTable], before: Sequence[PublishedTable] = ()) -> Iterator[str]:
    """Say what tables tell together; what was passed on before, newest first, may be corrected.

    Of an earlier table only the cells are left out that contradict later ones, with what they
    have in common: one corrected row makes nothing else of it unknown.
    """
    first = _different(now)
    kept = _different([*first, *before])
    alone = {(i, one.what) for i, table in enumerate(kept) for one in audit(table) if one.is_narrow}
    pieces = Pieces(kept)
    for group in pieces.groups():
        places = _agreeing(pieces, group, kept, len(first))
        yield from _moved(group, kept, len(first), set(range(len(kept))).difference(places))
        yield from _tells(pieces.cut(group, places), kept, alone)


def _agreeing(
    pieces: Pieces, group: Sequence[Cell], tables: Sequence[PublishedTable], n_now: int
) -> Sequence[int]:
    """The tables whose cells of a group can be of one log: all, or as many as the newest allow."""
    every = range(len(tables))
    if len(tables) == n_now or _agree(pieces.cut(group), tables):
        return every
    places = list(every[:n_now])
    for place in every[n_now:]:
        if _agree(pieces.cut(group, [*places, place]), tables):
            places.append(place)
    return places


def audit_with_earlier(new: Sequence[Given], earlier: Sequence[Given]) -> list[str]:
    """Say why an export can't go out beside those that the same audience has already.

    Parameters
    ----------
    new, earlier : published tables, or what their ``to_dict()`` gave

    Returns
    -------
    list of str
        A sentence for each of the first reasons, and that there are more; none where it may go
        out. Of numbers from before a correction, which contradict the later ones, it is told
        if they moved by 1 to 10. An agency that is gone, or new for days that were passed on, is
        a reason in itself: if it was renamed or merged, nobody can say what is left of what.

    Raises
    ------
    CollabnetError
        If what is given isn't a published table.

    Examples
    --------
    >>> way = (("from", "court"), ("to", "clinic"))
    >>> old, new = (PublishedTable("Pathways", {way: n}).to_dict() for n in ("30", "33"))
    >>> print(audit_with_earlier([new], [old])[0])
    Pathways, from court, to clinic: 30 was passed on earlier, now it would be 33. The difference \
of 3 is a small count.
    """
    now, before = ([_read(one) for one in given] for given in (new, earlier))
    reasons = chain(renamed(now, before), _found(now, before[::-1]))
    said = list(dict.fromkeys(islice(reasons, MANY + 1)))
    return [*said[:MANY], "There are more like these."] if len(said) > MANY else said


def _agree(cells: Sequence[Placed], tables: Sequence[PublishedTable]) -> bool:
    """Whether there is any log from which all these cells can be."""
    try:
        Reader(cells, tables)
    except CollabnetError:
        return False
    return True


def _read(given: Given) -> PublishedTable:
    return given if isinstance(given, PublishedTable) else PublishedTable.from_dict(given)


def _different(tables: Sequence[PublishedTable]) -> list[PublishedTable]:
    """Each table once, however often it went out."""
    kept: list[PublishedTable] = []
    for table in tables:
        if table not in kept:
            kept.append(table)
    return kept


def _tells(
    cells: list[Placed], tables: Sequence[PublishedTable], alone: set[tuple[int, What]]
) -> Iterator[str]:
    """What the cells of one group tell together."""
    if len({one.place for one in cells}) < 2:
        return
    reader = Reader(cells, tables)
    hidden = {
        one.atoms: _named(one, tables)
        for one in cells
        if one.shown in (HIDDEN, WITHHELD) and (one.place, one.what) not in alone
    }
    counted = {one.atoms for one in cells}
    left = {atoms: said for atoms, said in _left(cells, tables).items() if atoms not in counted}
    found = hidden | left
    for said, (low, high) in zip(found.values(), reader.ranges(found), strict=True):
        if high is not None and high - low < WIDTH and high > 0 and low < SMALLEST:
            n = str(low) if low == high else f"{low} to {high}"
            yield f"Side by side, these tell a small count: {said} is {n}."


def _left(cells: list[Placed], tables: Sequence[PublishedTable]) -> dict[frozenset[int], str]:
    """What one table leaves of a number of another, as pieces and in words.

    Of a hidden number it isn't asked: what is left of it is small in any case.
    """
    found: dict[frozenset[int], str] = {}
    for whole in (one for one in cells if one.shown not in (HIDDEN, WITHHELD)):
        parts = [one for one in cells if one.place != whole.place and one.atoms < whole.atoms]
        said = f"what is left of {_named(whole, tables)} beside "
        for part in parts:
            found.setdefault(whole.atoms - part.atoms, said + _named(part, tables))
        for atom in sorted(whole.atoms) if parts else ():
            apart = [_named(part, tables) for part in parts if atom not in part.atoms]
            found.setdefault(frozenset({atom}), said + ", ".join(apart))
    return found


def _named(cell: Placed, tables: Sequence[PublishedTable]) -> str:
    table = tables[cell.place]
    return f"{words(cell.what)}{table.when}"


def _moved(
    group: Sequence[Cell], tables: Sequence[PublishedTable], n_now: int, left: Collection[int]
) -> Iterator[str]:
    """Numbers that were passed on before, are contradicted now, and moved by a small count."""
    for place, cell in group:
        for other in (one for one, what in group if place < n_now and one in left and what == cell):
            new, old = tables[place], tables[other]
            texts = new.shown[cell], old.shown[cell]
            nested = new.within(old) or old.within(new)
            if new.only != old.only or not nested or {HIDDEN, WITHHELD} & {*texts}:
                continue
            moved = abs(int(texts[0]) - int(texts[1]))
            if 0 < moved < SMALLEST:
                then, now = ("", "") if new.days == old.days else (old.when, new.when)
                yield (
                    f"{new.title}, {words(cell)}: {texts[1]} was passed on earlier{then}, now it "
                    f"would be {texts[0]}{now}. The difference of {moved} is a small count."
                )
