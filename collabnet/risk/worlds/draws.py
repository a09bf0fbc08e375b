"""Seeded draws: a generator for each finding, and months drawn anew within the calendar month."""

import hashlib
from collections import defaultdict
from datetime import date

import numpy as np
from numpy.typing import NDArray

from collabnet.model import Period
from collabnet.risk.sure import draws_months

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def generator(seed: int, name: str) -> np.random.Generator:
    """Give the generator of one finding: what is drawn for it depends on no other.

    Examples
    --------
    >>> one, same, other = generator(1, "a"), generator(1, "a"), generator(1, "b")
    >>> one.random() == same.random(), one.random() == other.random()
    (True, False)
    """
    made = hashlib.blake2b(f"{seed}:{name}".encode(), digest_size=16).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(made, "big")))


class Months:
    """How often each month of the log counts in each world.

    Where the log covers 24 months or more, months are drawn with replacement among those with
    the same name (January among the Januaries), so that a season stays a season. In a shorter
    log every month counts once.

    Attributes
    ----------
    weights : array (worlds, months + 1), the last column for rows without a date: always 1
    """

    def __init__(self, period: Period | None, n_worlds: int, seed: int) -> None:
        drawn = period if draws_months(period) else None
        self._start = drawn.start if drawn else None
        n = _months_between(drawn.start, drawn.end) + 1 if drawn else 0
        self.weights: Floats = np.ones((n_worlds, n + 1))
        alike: defaultdict[int, list[int]] = defaultdict(list)
        for month in range(n):
            alike[month % 12].append(month)
        draw = generator(seed, "months")
        for _, months in sorted(alike.items()):
            size = len(months)
            self.weights[:, months] = draw.multinomial(size, [1 / size] * size, size=n_worlds)

    def place(self, on: date | None) -> int:
        """The column of a day; the last one where no day is known or no month is drawn."""
        if self._start is None or on is None:
            return int(self.weights.shape[1]) - 1
        return _months_between(self._start, on)


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month
