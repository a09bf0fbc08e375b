"""Hide small counts, and withhold every sum from which one of them could be worked out."""

from collections import Counter
from collections.abc import Mapping

from collabnet.model.errors import CollabnetError
from collabnet.sharing.bands import WITHHELD, count_words, is_small
from collabnet.sharing.withholding.cells import What, words
from collabnet.sharing.withholding.table import PublishedTable


def withhold(
    counts: Mapping[What, int], *, title: str, only: What = (), start: str = "", end: str = ""
) -> PublishedTable:
    """Give a table as it may be passed on: small counts as ``<11``, sums over them withheld.

    A sum is withheld if any of its finest cells is small. So which numbers stand depends only on
    which cells are small and which are none, never on how large they are: a reader who knows this
    rule learns nothing from it. (A rule that withholds as little as it can doesn't have this. That
    a number had to go tells what would have been known with it.)

    Parameters
    ----------
    counts : what each number counts, and the number, 0 or more; of each grouping all that isn't
        zero, as `count_by` gives it. One grouping must have all dimensions: the finest cells.
    title : what the table is called
    only : what the table is limited to, such as one service; every cell has it
    start, end : first and last day counted, as YYYY-MM-DD; "" where they aren't known

    Returns
    -------
    PublishedTable
        Each small finest cell can be anything from 1 to 10, whatever else is in the table.

    Raises
    ------
    CollabnetError
        If the finest cells aren't there, a number is negative, a sum isn't the sum of its parts,
        or the table isn't as `PublishedTable` asks.

    Examples
    --------
    >>> counts = {(): 17, (("to", "clinic"),): 3, (("to", "shelter"),): 14}
    >>> list(withhold(counts, title="Referrals").shown.values())
    ['withheld', '<11', '14']
    """
    finest = _finest(counts, title)
    for cell, n in counts.items():
        if n < 0:
            raise CollabnetError(f"A count is 0 or more; {words(cell)} has {n}. Correct it.")
    touched: set[What] = set()
    for grouping in {_names(cell) for cell in counts} - {_names(cell) for cell in finest}:
        parts: Counter[What] = Counter()
        for cell, n in finest.items():
            whole = tuple(pair for pair in cell if pair[0] in grouping)
            parts[whole] += n
            if is_small(n):
                touched.add(whole)
        _check_sums(counts, grouping, parts)
    shown = {
        cell: WITHHELD if cell in touched else count_words(n) for cell, n in sorted(counts.items())
    }
    return PublishedTable(title, shown, only, start, end)


def _names(cell: What) -> tuple[str, ...]:
    return tuple(name for name, _ in cell)


def _finest(counts: Mapping[What, int], title: str) -> dict[What, int]:
    """The cells that have all dimensions, of which all others are sums."""
    every = tuple(sorted({name for cell in counts for name in _names(cell)}))
    finest = {cell: n for cell, n in counts.items() if _names(cell) == every}
    if not finest and any(counts.values()):
        raise CollabnetError(
            f"Small counts can be hidden where all sums are sums of the same cells. The table "
            f"{title!r} has none by {' and '.join(every)} together. Add those, or publish one cut "
            "at a time and audit them together."
        )
    return finest


def _check_sums(
    counts: Mapping[What, int], grouping: tuple[str, ...], parts: Counter[What]
) -> None:
    """Refuse a sum that isn't the sum of its parts: nothing could be said of what it tells."""
    sums = {cell: n for cell, n in counts.items() if _names(cell) == grouping}
    for cell in sorted(sums | parts):
        if sums.get(cell, 0) != parts[cell]:
            raise CollabnetError(
                f"A sum must be the sum of its parts: {words(cell)} is {sums.get(cell, 0)}, its "
                f"parts are {parts[cell]}. List all that isn't zero."
            )
