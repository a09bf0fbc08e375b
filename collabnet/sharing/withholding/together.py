"""Several exports side by side: what one number leaves of another may be a small count."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from collabnet.model.errors import CollabnetError
from collabnet.sharing.bands import HIDDEN, SMALLEST, WITHHELD
from collabnet.sharing.withholding.atoms import Placed, components
from collabnet.sharing.withholding.audit import WIDTH, Reader, audit
from collabnet.sharing.withholding.cells import What, words
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


def _found(tables: Sequence[PublishedTable]) -> Iterator[str]:
    kept = _different(tables)
    alone = {(i, one.what) for i, table in enumerate(kept) for one in audit(table) if one.is_narrow}
    for cells in components(kept):
        yield from _tells(cells, kept, alone)


def audit_with_earlier(new: Sequence[Given], earlier: Sequence[Given]) -> list[str]:
    """Say why an export can't go out beside those that the same audience has already.

    Parameters
    ----------
    new, earlier : published tables, or what their ``to_dict()`` gave

    Returns
    -------
    list of str
        A sentence for each of the first reasons, and that there are more; none where it may go
        out. Of tables from before a correction, which contradict the later ones, only numbers
        that moved by 1 to 10 are told.

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
    moved = _moved(now, before)
    current = {(one.only, one.start, one.end, one.title) for one in now}
    before = [one for one in before if (one.only, one.start, one.end, one.title) not in current]
    if not _agree([*now, *before]):
        agreeing = list(now)
        for one in reversed(before):
            agreeing += [one] if _agree([*agreeing, one]) else []
        before = agreeing[len(now) :]
    said = list(dict.fromkeys(islice(chain(moved, _found([*now, *before])), MANY + 1)))
    return [*said[:MANY], "There are more like these."] if len(said) > MANY else said


def _agree(tables: Sequence[PublishedTable]) -> bool:
    """Whether there is any log from which all these tables can be."""
    try:
        for cells in components(tables):
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
    days = f" ({table.start} to {table.end})" if table.start else ""
    return f"{words(cell.what)}{days}"


def _moved(now: Sequence[PublishedTable], before: Sequence[PublishedTable]) -> list[str]:
    """Numbers that were passed on before and moved by a small count."""
    told = {
        (old.only, old.start, old.end, cell): text
        for old in before
        for cell, text in old.shown.items()
    }
    said = []
    for new in now:
        for cell, text in new.shown.items():
            old_text = told.get((new.only, new.start, new.end, cell), WITHHELD)
            if not {text, old_text}.isdisjoint((HIDDEN, WITHHELD)):
                continue
            moved = abs(int(text) - int(old_text))
            if 0 < moved < SMALLEST:
                said.append(
                    f"{new.title}, {words(cell)}: {old_text} was passed on earlier, now it would "
                    f"be {text}. The difference of {moved} is a small count."
                )
    return said
