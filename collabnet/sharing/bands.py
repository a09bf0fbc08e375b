"""Numbers that may leave the house: counts from eleven on, everything below in bands."""

from math import ceil, floor

SMALLEST = 11
"""Counts of referrals from 1 to 10 are hidden: they are treated as counts of people."""
HIDDEN = "<11"
WITHHELD = "withheld"


def count_words(n: int) -> str:
    """Write a count of referrals, or that it is small.

    Examples
    --------
    >>> count_words(48), count_words(10), count_words(0)
    ('48', '<11', '0')
    """
    return HIDDEN if is_small(n) else str(n)


def is_small(n: int | None) -> bool:
    """Whether a count is hidden outside; never for none, or where nothing was counted.

    Examples
    --------
    >>> is_small(1), is_small(10), is_small(11), is_small(0), is_small(None)
    (True, True, False, False, False)
    """
    return n is not None and 0 < n < SMALLEST


def people_words(n: int, noun: str = "person", nouns: str = "people") -> str:
    """Write how many people stand on a side: one, two or three, four or more.

    Examples
    --------
    >>> people_words(1), people_words(3, "officer", "officers"), people_words(9)
    ('one person', 'two or three officers', 'four or more people')
    """
    if n <= 1:
        return f"one {noun}" if n else f"no {noun}"
    return f"{'two or three' if n <= 3 else 'four or more'} {nouns}"


_QUARTERS = ("none", "a quarter", "a half", "three quarters", "all")


def share_words(low: float, high: float) -> str:
    """Write the range of a share in quarters.

    Examples
    --------
    >>> share_words(0.6, 0.7), share_words(0.8, 0.9), share_words(0.0, 0.3)
    ('a half to three quarters', 'three quarters at least', 'none to a half')
    >>> share_words(0.0, 0.0), share_words(1.0, 1.0), share_words(0.1, 0.9)
    ('none', 'all', 'withheld')
    """
    if low == high and low in (0.0, 1.0):
        return _QUARTERS[round(4 * low)]
    first, last = floor(4 * low), ceil(4 * high)
    first -= first == last
    if (first, last) == (0, 4):
        return WITHHELD
    if last == 4:
        return f"{_QUARTERS[first]} at least"
    return f"{_QUARTERS[first]} to {_QUARTERS[last]}"
