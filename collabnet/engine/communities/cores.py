"""Which actors are a core: each tied to all, while the others are tied to the core alone.

The fit of a core is the correlation of all ordered pairs' strengths with a pattern that is 1
where either end is in the core (Borgatti and Everett 1999).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from collabnet.engine.communities.louvain import Pulls, shuffled
from collabnet.engine.csr import Bools, Floats, Ints

MOST_COUNTED = 20
"""Actors up to which every core is tried: a million."""


@dataclass(frozen=True, eq=False)
class Cores:
    """The best cores found: a row for each, all of the same fit, the smallest first."""

    is_core: Bools
    fit: float


@dataclass(frozen=True, eq=False)
class Pattern:
    """Strengths of ties, and what cores are worth in them.

    ``squares`` is the sum of the squared strengths of all ordered pairs.
    """

    pulls: Pulls
    squares: float

    @property
    def n(self) -> int:
        """Count the actors."""
        return int(self.pulls.out.size)

    @cached_property
    def rows(self) -> Ints:
        """The actor whose entry it is."""
        return np.repeat(np.arange(self.n), np.diff(self.pulls.begin))

    @property
    def is_defined(self) -> bool:
        """Say whether strengths differ between pairs, and a core can differ from all."""
        pairs, total = self.n * (self.n - 1), self.pulls.total
        return self.n > 2 and pairs * self.squares - total**2 > 1e-12 * pairs * self.squares

    def fit(self, size: Ints, outside: Floats) -> Floats:
        """Give the fit of cores by their size and the strength of ties that touch none of them.

        Without sense, it is -2: where a core leaves one actor or less, or is nobody.
        """
        pairs, total = float(self.n * (self.n - 1)), self.pulls.total
        left = self.n - size.astype(np.float64)
        ones = pairs - left * (left - 1)
        above = pairs * (total - outside) - ones * total
        below = (pairs * self.squares - total**2) * (pairs * ones - ones**2)
        found = np.full(above.shape, -2.0)
        np.divide(
            above, np.sqrt(below, where=below > 0, out=np.ones_like(below)), found, where=below > 0
        )
        return found


def best_cores_of_all(pattern: Pattern) -> Cores:
    """Try every core; the first of those of one size has the earliest actors.

    Examples
    --------
    >>> star = Pulls(np.array([0, 3, 4, 5, 6]), np.array([1, 2, 3, 0, 0, 0]), 2 * np.ones(6),
    ...              np.array([3.0, 1, 1, 1]), np.array([3.0, 1, 1, 1]))
    >>> best_cores_of_all(Pattern(star, 6.0)).is_core.tolist()
    [[True, False, False, False]]
    """
    n, pulls = pattern.n, pattern.pulls
    strength = np.zeros((n, n))
    strength[pattern.rows, pulls.to] = pulls.strength
    # Bit i of a number says that actor n - 1 - i is outside the core.
    outside, size = np.zeros(1), np.zeros(1, dtype=np.int64)
    for i in range(n):
        near = np.zeros(1)
        for j in range(i):
            near = np.concatenate([near, near + strength[n - 1 - i, n - 1 - j]])
        outside = np.concatenate([outside, outside + near])
        size = np.concatenate([size, size + 1])
    fits = pattern.fit(n - size, outside)
    best = np.flatnonzero(fits > fits.max() - 1e-12)
    best = best[np.lexsort((best, n - size[best]))]
    is_out = (best[:, None] >> np.arange(n - 1, -1, -1)) & 1
    return Cores(is_out == 0, float(fits.max()))


def searched_core(pattern: Pattern, seed: int, run: int) -> Cores:
    """Look for a good core from one beginning: no actor's joining, leaving or swap betters it.

    The first run begins with the actors of most ties, as many as fit best; later ones shift ranks
    by what is drawn.
    """
    n, pulls = pattern.n, pattern.pulls
    rating = pulls.out + pulls.into
    if run:
        rating = rating * (0.5 + shuffled(n, seed, run) / n)
    is_core = _best_beginning(pattern, np.argsort(-rating, kind="stable"))
    alone = ~is_core
    near: Floats = np.bincount(pattern.rows, pulls.strength * alone[pulls.to], n).astype(float)
    outside = float(near[alone].sum()) / 2
    now = float(pattern.fit(np.array([is_core.sum()]), np.array([outside]))[0])
    while True:
        sign = np.where(is_core, 1, -1)
        fits = pattern.fit(is_core.sum() - sign, outside + sign * near)
        changed: tuple[int, ...] = (int(np.argmax(fits)),)
        if fits.max() <= now + 1e-12:
            changed = _best_swap(pattern, is_core, near)
        for i in changed:
            sign_of_i = 1 if is_core[i] else -1
            outside += sign_of_i * float(near[i])
            at = slice(pulls.begin[i], pulls.begin[i + 1])
            near[pulls.to[at]] += sign_of_i * pulls.strength[at]
            is_core[i] = not is_core[i]
        after = float(pattern.fit(np.array([is_core.sum()]), np.array([outside]))[0])
        if after <= now + 1e-12:
            for i in changed:
                is_core[i] = not is_core[i]
            return Cores(is_core[None], now)
        now = after


def _best_beginning(pattern: Pattern, order: Ints) -> Bools:
    """Take as many actors, in an order, as fit best."""
    place = np.argsort(order)
    first = np.minimum(place[pattern.rows], place[pattern.pulls.to])
    touched: Floats = np.cumsum(np.bincount(first, pattern.pulls.strength, pattern.n)) / 2
    fits = pattern.fit(np.arange(1, pattern.n + 1), pattern.pulls.total - touched)
    return np.asarray(place <= int(np.argmax(fits)))


def _best_swap(pattern: Pattern, is_core: Bools, near: Floats) -> tuple[int, int]:
    """Give who leaves and who joins, so that ties outside the core weaken most."""
    leaver = int(np.argmin(np.where(is_core, near, np.inf)))
    joiner = int(np.argmax(np.where(is_core, -np.inf, near)))
    crosses = is_core[pattern.rows] & ~is_core[pattern.pulls.to]
    u, v = pattern.rows[crosses], pattern.pulls.to[crosses]
    gains = near[v] - near[u] + pattern.pulls.strength[crosses]
    if gains.size and gains.max() > near[joiner] - near[leaver]:
        at = int(np.argmax(gains))
        return int(u[at]), int(v[at])
    return leaver, joiner


def best_of(found: Iterable[Cores]) -> Cores:
    """Keep the best, each once: the smallest first, then the one with the earliest actors."""
    listed = list(found)
    fit = max(one.fit for one in listed)
    rows = np.concatenate([one.is_core for one in listed if one.fit > fit - 1e-12])
    rows = np.unique(rows, axis=0)[::-1]
    return Cores(rows[np.argsort(rows.sum(axis=1), kind="stable")], fit)
