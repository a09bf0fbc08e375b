"""What a count counts, and counting by it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

What = tuple[tuple[str, str], ...]
"""What a number counts: dimensions with their values, by dimension; () counts everything."""


def what(conditions: Mapping[str, str]) -> What:
    """Write down what a number counts.

    Examples
    --------
    >>> what({"to": "shelter", "from": "court"})
    (('from', 'court'), ('to', 'shelter'))
    """
    return tuple(sorted(conditions.items()))


def count_by(rows: Iterable[Mapping[str, str]], *groupings: Sequence[str]) -> dict[What, int]:
    """Count rows by each of some groupings: cells, and the sums that stand beside them.

    Parameters
    ----------
    rows : one mapping of dimension to value for each row
    groupings : dimensions that are counted by; () counts all rows

    Returns
    -------
    dict of `What` to int, 1 or more; () is 0 where there are no rows

    Examples
    --------
    >>> rows = [{"from": "court", "to": "shelter"}, {"from": "court", "to": "clinic"}]
    >>> found = count_by(rows, ("from", "to"), ("from",))
    >>> found[what({"from": "court"})], len(found)
    (2, 3)
    """
    found: Counter[What] = Counter()
    kept = list(rows)
    for grouping in groupings:
        found.update(what({name: row[name] for name in grouping}) for row in kept)
        if not grouping:
            found[()] += 0
    return dict(sorted(found.items()))


def words(what: What) -> str:
    """Say what a number counts.

    Examples
    --------
    >>> words((("from", "court"), ("to", "shelter"))), words(())
    ('from court, to shelter', 'all')
    """
    return ", ".join(f"{name} {value}" for name, value in what) or "all"
