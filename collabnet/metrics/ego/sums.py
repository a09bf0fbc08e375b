"""Sums of many terms by place that come out the same whatever the order of the terms."""

import numpy as np

from collabnet.engine import Floats, Ints

LEAST = -1074
"""There is no smaller number than 2 to this power."""
DIGITS = 52
"""Whole numbers below 2 to this power are added up without rounding."""


class Sums:
    """Add terms up by place.

    Each term is split into two whole numbers of tiny units. Their sums are exact, so that actors
    in the same position get the same value to the last digit, in any order of actors and ties.

    Parameters
    ----------
    size : how many places there are
    largest : no term is larger, whichever its sign; of all places, or of each
    most : no place gets more terms than this

    Examples
    --------
    >>> sums = Sums(2, largest=1.0, most=3)
    >>> sums.add(np.array([0, 1, 0, 0]), np.array([0.1, 1.0, 0.2, 0.3]))
    >>> sums.total.tolist()
    [0.6, 1.0]
    """

    def __init__(self, size: int, *, largest: float | Floats, most: int) -> None:
        self._high = np.zeros(size)
        self._low = np.zeros(size)
        self._digits = DIGITS - max(1, most).bit_length()
        exponent = np.frexp(np.broadcast_to(largest, size))[1]
        self._unit: Floats = np.ldexp(1.0, np.maximum(exponent - self._digits, LEAST))

    def add(self, places: Ints, terms: Floats) -> None:
        """Add each term to its place."""
        size = self._high.size
        units = terms / self._unit[places]
        high = np.rint(units)
        low = np.rint(np.ldexp(units - high, self._digits))
        self._high += np.bincount(places, weights=high, minlength=size)
        self._low += np.bincount(places, weights=low, minlength=size)

    @property
    def total(self) -> Floats:
        """The sum at each place."""
        total: Floats = (self._high + np.ldexp(self._low, -self._digits)) * self._unit
        return total


def sums_at(places: Ints, terms: Floats, size: int) -> Floats:
    """Add terms up by place, the same in any order of them.

    Examples
    --------
    >>> sums_at(np.array([2, 0, 0, 0]), np.array([5.0, 0.1, 0.2, 0.3]), 3).tolist()
    [0.6, 0.0, 5.0]
    """
    largest = np.zeros(size)
    np.maximum.at(largest, places, np.abs(terms))
    most = int(np.bincount(places, minlength=1).max())
    sums = Sums(size, largest=largest, most=most)
    sums.add(places, terms)
    return sums.total


def row_sums(indptr: Ints, values: Floats) -> Floats:
    """Add up the values of each row, the same in any order of them.

    Examples
    --------
    >>> row_sums(np.array([0, 3, 3, 4]), np.array([0.1, 0.2, 0.3, 5.0])).tolist()
    [0.6, 0.0, 5.0]
    """
    n = indptr.size - 1
    return sums_at(np.repeat(np.arange(n), np.diff(indptr)), values, n)
