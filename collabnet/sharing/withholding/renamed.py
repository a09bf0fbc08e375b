"""Names that come and go between exports: renamed or merged agencies can be subtracted too."""

from collections.abc import Iterator, Sequence

from collabnet.data.issues import listed
from collabnet.sharing.withholding.table import PublishedTable


def renamed(now: Sequence[PublishedTable], before: Sequence[PublishedTable]) -> Iterator[str]:
    """Say which names were passed on and are missing now, or the other way round.

    Who refers in a month refers in the year. So a name that a later table of the same or more
    days lacks was changed or merged, or its rows were corrected; a reader who guesses under which
    name they are counted now can subtract. An audit can't guess, so this is a reason against an
    export whatever the numbers are. The same holds for a name that is new within the days of an
    earlier table of more days.

    Examples
    --------
    >>> old, new = (
    ...     PublishedTable("Pathways", {(("from", name), ("to", "clinic")): n})
    ...     for name, n in (("police", "20"), ("police dept", "23"))
    ... )
    >>> print(*renamed([new], [old]))
    police was passed on earlier, and the counts of now don't have it. If \
agencies were renamed or merged, a small count could be worked out: keep the old ids, or pass on \
only days after those.
    """
    gone: set[str] = set()
    come: set[str] = set()
    for new in now:
        for old in (one for one in before if (one.title, one.only) == (new.title, new.only)):
            if old.within(new):
                gone |= _names(old) - _names(new)
            elif new.within(old):
                come |= _names(new) - _names(old)
    if gone:
        were = "was" if len(gone) == 1 else "were"
        yield (
            f"{listed(sorted(gone))} {were} passed on earlier, and the counts of now don't have "
            f"{'it' if len(gone) == 1 else 'them'}. {_WHAT_TO_DO}"
        )
    if come:
        stand = "stands" if len(come) == 1 else "stand"
        yield (
            f"{listed(sorted(come))} {stand} in the counts of now, but not in what was passed on "
            f"earlier for more days. {_WHAT_TO_DO}"
        )


_WHAT_TO_DO = (
    "If agencies were renamed or merged, a small count could be worked out: keep the old ids, or "
    "pass on only days after those."
)


def _names(table: PublishedTable) -> set[str]:
    return {value for cell in table.shown for _, value in cell}
