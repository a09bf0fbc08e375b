"""Relabellings of actors, all of them or drawn, and how an observed number lies among them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, permutations
from math import factorial

import numpy as np

from collabnet.engine import Floats, Ints
from collabnet.metrics.options import check_count

MOST_EXACT = 8
"""Actors up to whom every relabelling is gone through: 40,320."""
SAME = 1e-9
"""Numbers that differ by less than this part of their size are the same number."""
AT_ONCE = 1_000_000
"""Cells looked at in one part."""


@dataclass(frozen=True)
class Position:
    """Where an observed number lies among those that chance gives.

    Where these are drawn, the observed one counts as one of them: (k + 1) / (m + 1), after
    Phipson and Smyth (2010), Stat. Appl. Genet. Mol. Biol. 9, 39. NaN where the observed number
    is undefined.

    Attributes
    ----------
    p_greater, p_less : share as large or larger, and as small or smaller
    p_two_sided : share as far from the middle or farther
    below, at, above : share of those looked at, the observed one not counted
    mean, sd : of those looked at
    count : how many were looked at
    undefined : how many of them had no value, and are left out
    """

    p_greater: float
    p_less: float
    p_two_sided: float
    below: float
    at: float
    above: float
    mean: float
    sd: float
    count: int
    undefined: int


def position(observed: float, found: Floats, *, is_exact: bool, middle: float = 0.0) -> Position:
    """Say where an observed number lies among those found; ``middle``: what two sides are of.

    Examples
    --------
    >>> position(1.0, np.array([0.0, 1.0, -1.0, 2.0]), is_exact=True).p_greater
    0.5
    """
    values = found[np.isfinite(found)]
    undefined = found.size - values.size
    if not np.isfinite(observed) or not values.size:
        nan = float("nan")
        return Position(nan, nan, nan, nan, nan, nan, nan, nan, found.size, undefined)
    margin = SAME * max(1.0, abs(observed))
    own, of = (0, values.size) if is_exact else (1, values.size + 1)

    def share(is_so: np.ndarray) -> float:
        return float((np.count_nonzero(is_so) + own) / of)

    above, below = values > observed + margin, values < observed - margin
    return Position(
        p_greater=share(~below),
        p_less=share(~above),
        p_two_sided=share(abs(values - middle) >= abs(observed - middle) - margin),
        below=float(np.mean(below)),
        at=float(np.mean(~below & ~above)),
        above=float(np.mean(above)),
        mean=_rounded(float(values.mean()), values),
        sd=_rounded(float(values.std(ddof=0 if is_exact or values.size == 1 else 1)), values),
        count=found.size,
        undefined=undefined,
    )


def _rounded(value: float, values: Floats) -> float:
    """Nothing where rounding alone left something."""
    return 0.0 if abs(value) < 1e-14 * float(abs(values).max()) else value


class Orders:
    """The relabellings of n actors: every one where they are few, else drawn from a seed.

    ``take`` gives the next ones as rows of positions; they come in the same order whatever the
    size of the parts.
    """

    def __init__(self, n: int, draws: int, seed: int, test: str) -> None:
        check_count(test, "permutations", draws)
        check_count(test, "seed", seed, least=0)
        self.is_exact = n <= MOST_EXACT
        self.count = factorial(n) if self.is_exact else draws
        self._n = n
        self._every: Iterator[tuple[int, ...]] = permutations(range(n))
        self._random = np.random.Generator(np.random.PCG64(seed))

    def take(self, count: int) -> Ints:
        """Give the next relabellings, (count, n)."""
        if self.is_exact:
            return np.array(list(islice(self._every, count)), dtype=np.int64)
        return np.array([self._random.permutation(self._n) for _ in range(count)])

    def part(self, cells: int) -> int:
        """How many to look at at once, with so many cells each."""
        return max(1, AT_ONCE // max(cells, self._n, 1))

    @property
    def note(self) -> str:
        """Say how many there were."""
        if self.is_exact:
            return f"Every relabelling was gone through: {self.count:,}."
        return f"{self.count:,} relabellings were drawn; the observed one counts as one more."
