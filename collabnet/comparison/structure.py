"""Measures of a network next to random networks of the same size with as many ties."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import nan
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from collabnet.engine.work import in_parts

Stack: TypeAlias = NDArray[np.bool_]
"""Shape (networks, n, n): whether a tie leads from row to column; nothing on the diagonal."""
Floats: TypeAlias = NDArray[np.float64]
ROOM = 4_000_000
"""So many cells of a stack are worked on at once."""
USUAL = 0.95
"""From this share of random networks below (or above) it a value is out of the ordinary."""


def centralization(stack: Stack) -> Floats:
    """Degree centralization (Freeman 1979), direction ignored; NaN below three actors."""
    n = stack.shape[1]
    if n < 3:
        return np.full(len(stack), nan)
    degree = _either_way(stack).sum(axis=2)
    short = degree.max(axis=1, keepdims=True) - degree
    return np.asarray(short.sum(axis=1) / ((n - 1) * (n - 2)))


def reciprocity(stack: Stack) -> Floats:
    """Share of the ties that are returned; NaN without ties."""
    back = (stack & stack.transpose(0, 2, 1)).sum(axis=(1, 2))
    return _share(back, stack.sum(axis=(1, 2)))


def transitivity(stack: Stack) -> Floats:
    """Share of the ways of two steps that a tie takes straight; NaN without such ways."""
    one = stack.astype(np.float32)
    two = one @ one
    diagonal = np.arange(stack.shape[1])
    two[:, diagonal, diagonal] = 0
    total = two.sum(axis=(1, 2), dtype=np.float64)
    return _share((two * one).sum(axis=(1, 2), dtype=np.float64), total)


def fragmentation(stack: Stack) -> Floats:
    """Share of the pairs of actors without a path, direction ignored; NaN below two actors."""
    n = stack.shape[1]
    if n < 2:
        return np.full(len(stack), nan)
    near = (_either_way(stack) | np.eye(n, dtype=np.bool_)).astype(np.float32)
    reached, before = near.sum(dtype=np.float64), -1.0
    while reached > before:  # each turn reaches twice as far
        near = np.minimum(near @ near, 1)
        reached, before = near.sum(dtype=np.float64), reached
    return np.asarray(1 - (near.sum(axis=(1, 2), dtype=np.float64) - n) / (n * (n - 1)))


MEASURES: Mapping[str, Callable[[Stack], Floats]] = {
    "centralization": centralization,
    "fragmentation": fragmentation,
    "reciprocity": reciprocity,
    "transitivity": transitivity,
}
"""Equal to the measures of the same names in the catalogue, for many networks at once."""


def _either_way(stack: Stack) -> Stack:
    return stack | stack.transpose(0, 2, 1)


def _share(part: NDArray[np.number], whole: NDArray[np.number]) -> Floats:
    found = np.full(len(part), nan)
    np.divide(part, whole, out=found, where=whole > 0)
    return found


@dataclass(frozen=True)
class AmongRandom:
    """Where a measure of a network stands among random networks of its size and ties.

    Attributes
    ----------
    value : of the network; NaN where it isn't defined
    below, equal, above : share of the random networks whose value is smaller, the same, larger;
        they add up to 1; NaN where the value isn't defined, or in fewer than half of the draws
    mean : of the random networks
    draws : random networks in which it is defined
    """

    value: float
    below: float
    equal: float
    above: float
    mean: float
    draws: int

    @property
    def is_all_there_is(self) -> bool:
        """Whether every random network has the same value: then it says nothing of this one."""
        return self.equal == 1

    @property
    def band(self) -> str:
        """How the value stands: "more", "less" or "as many" as by chance.

        "" where that isn't defined, or can't be told: all random networks have the same value.
        """
        if self.below != self.below or self.is_all_there_is:
            return ""
        if self.below >= USUAL:
            return "more"
        return "less" if self.above >= USUAL else "as many"


def positions_among_random(
    ties: NDArray[np.bool_], *, is_directed: bool, seed: int, draws: int
) -> dict[str, AmongRandom]:
    """Hold a network against random networks with as many actors and ties (CUG).

    Every network with so many actors and ties is equally likely. After Anderson, Butts and
    Carley (1999), Social Networks 21, 239-267.

    Parameters
    ----------
    ties : shape (n, n), bool, nothing on the diagonal; symmetric where not directed
    draws : random networks, 1 or more
    seed : the same seed draws the same networks

    Returns
    -------
    dict, an AmongRandom for each of `MEASURES`; undirected networks have no reciprocity

    Examples
    --------
    >>> star = np.zeros((4, 4), dtype=bool)
    >>> star[0, 1:] = star[1:, 0] = True
    >>> found = positions_among_random(star, is_directed=False, seed=1, draws=2000)
    >>> found["centralization"].value, round(found["centralization"].equal, 1)
    (1.0, 0.2)
    """
    n = len(ties)
    names = _names(is_directed=is_directed)
    cells = np.argwhere(~np.eye(n, dtype=np.bool_) if is_directed else np.triu(np.ones((n, n)), 1))
    n_ties = int(ties.sum()) // (1 if is_directed else 2)

    def measured(begin: int, end: int) -> list[Floats]:
        stack = np.zeros((end - begin, n, n), dtype=np.bool_)
        for place, draw in enumerate(range(begin, end)):
            generator = np.random.Generator(np.random.PCG64([seed, draw]))
            rows, columns = cells[generator.choice(len(cells), n_ties, replace=False)].T
            stack[place, rows, columns] = True
        full = stack if is_directed else _either_way(stack)
        return [MEASURES[name](full) for name in names]

    # Without a choice of ties every random network is the network itself.
    total = draws if 0 < n_ties < len(cells) else 0
    part = max(1, ROOM // max(1, n * n))
    parts = list(in_parts(measured, total, part=part, what="drawing random networks"))
    found = {}
    for place, name in enumerate(names):
        value = float(MEASURES[name](ties[None])[0])
        drawn = np.concatenate([one[place] for one in parts]) if parts else np.full(draws, value)
        found[name] = _among(value, drawn)
    return found


def undefined(*, is_directed: bool) -> dict[str, AmongRandom]:
    """Give the same where no ties were recorded: nothing is known of any measure."""
    none = AmongRandom(nan, nan, nan, nan, nan, 0)
    return dict.fromkeys(_names(is_directed=is_directed), none)


def _names(*, is_directed: bool) -> list[str]:
    return [name for name in MEASURES if is_directed or name != "reciprocity"]


def _among(value: float, drawn: Floats) -> AmongRandom:
    known = drawn[~np.isnan(drawn)]
    if value != value or 2 * len(known) < len(drawn):
        return AmongRandom(value, nan, nan, nan, nan, len(known))
    # Rounded, for equal networks may differ in the last digit by the order of adding up.
    drawn, here = known.round(10), round(value, 10)
    below, above = float((drawn < here).mean()), float((drawn > here).mean())
    equal = float((drawn == here).mean())
    return AmongRandom(value, below, equal, above, float(known.mean()), len(known))
