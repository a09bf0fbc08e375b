"""Communities by Louvain's method: actors move, communities merge, what is cut off goes apart.

After Blondel, Guillaume, Lambiotte and Lefebvre (2008), J. Stat. Mech., P10008, with the actors
moving again after every merger.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from collabnet.engine.communities.louvain_loops import Row, gather, move, split
from collabnet.engine.csr import Floats, Ints
from collabnet.engine.scenarios.draw import FIRST, GOLDEN, SECOND

EAGER = 4
"""Of so many runs, one in which actors move to the first better community."""


@dataclass(frozen=True, eq=False)
class Pulls:
    """What holds actors together: entries of row i are ``begin[i]`` to ``begin[i + 1]``.

    Attributes
    ----------
    to, strength : the other actor, and the strengths of the ties there and back, together
    out, into : strength of each actor's ties, going out and coming in
    """

    begin: Ints
    to: Ints
    strength: Floats
    out: Floats
    into: Floats

    @property
    def total(self) -> float:
        """Strength of all ties."""
        return float(self.out.sum())


def shuffled(n: int, seed: int, run: int) -> Ints:
    """Put n actors in an order drawn from the seed and the number of the run alone.

    The words are those of SplitMix64 (Steele, Lea and Flood 2014, OOPSLA, 453-472): the same on
    every computer and with every version of numpy.

    Examples
    --------
    >>> sorted(shuffled(4, 1, 0).tolist())
    [0, 1, 2, 3]
    """
    made = hashlib.blake2b(f"{seed}:{run}".encode(), digest_size=8).digest()
    with np.errstate(over="ignore"):
        word = np.arange(n, dtype=np.uint64) * np.uint64(GOLDEN)
        word += np.uint64(int.from_bytes(made, "big"))
        word = (word ^ (word >> np.uint64(30))) * np.uint64(FIRST)
        word = (word ^ (word >> np.uint64(27))) * np.uint64(SECOND)
    return np.argsort(word ^ (word >> np.uint64(31)), kind="stable").astype(np.int64)


def louvain(
    pulls: Pulls, seed: int, run: int, *, resolution: float = 1.0, compiled: bool = False
) -> Ints:
    """Give the community of each actor as one run finds it, numbered as they come.

    No single actor can raise the modularity by moving or going alone, no two communities by
    merging, and each community is connected. In every fourth run actors move to the first better
    community they meet instead of the best, for some optima are reached in no other way.

    Examples
    --------
    >>> ones, begin, to = np.ones(4), np.arange(5), np.array([1, 0, 3, 2])
    >>> louvain(Pulls(begin, to, 2 * ones, ones, ones), seed=1, run=0).tolist()
    [0, 0, 1, 1]
    """
    place = shuffled(pulls.out.size, seed, run)
    actors = _Level.of(_renumbered(pulls, place), compiled)
    label, is_eager = actors.numbers(), run % EAGER == EAGER - 1
    while True:
        _, n_labels = actors.move(label, pulls.total, resolution, is_eager)
        n_parts, part = actors.split(label)
        whole = actors.gather(part, n_parts)
        joined = whole.numbers()
        is_merged, _ = whole.move(joined, pulls.total, resolution, False)
        if not is_merged and n_parts == n_labels:
            return _as_they_come(np.asarray(part, dtype=np.int64)[place])
        label = [joined[c] for c in part] if not compiled else joined[part]


def _renumbered(pulls: Pulls, place: Ints) -> Pulls:
    """Number actor i ``place[i]``: who comes first moves first, and wins what is even."""
    rows = place[np.repeat(np.arange(place.size), np.diff(pulls.begin))]
    to = place[pulls.to]
    order = np.argsort(rows * place.size + to)
    begin = np.zeros_like(pulls.begin)
    np.cumsum(np.bincount(rows, minlength=place.size), out=begin[1:])
    back = np.argsort(place)
    return Pulls(begin, to[order], pulls.strength[order], pulls.out[back], pulls.into[back])


def _as_they_come(label: Ints) -> Ints:
    _, first, inverse = np.unique(label, return_index=True, return_inverse=True)
    number = np.empty(first.size, dtype=np.int64)
    number[np.argsort(first)] = np.arange(first.size)
    return number[inverse]


@dataclass(frozen=True, eq=False)
class _Level:
    """Actors, or communities in their place, with room to count in."""

    begin: Row
    to: Row
    strength: Row
    out: Row
    into: Row
    n: int
    make: Callable[[int, float], Row]
    loops: tuple[Callable[..., Any], ...]

    @classmethod
    def of(cls, pulls: Pulls, compiled: bool) -> "_Level":
        rows = (pulls.begin, pulls.to, pulls.strength, pulls.out, pulls.into)
        if compiled:
            from collabnet.engine.communities import louvain_compiled as fast

            loops: tuple[Callable[..., Any], ...] = (fast.move, fast.split, fast.gather)
            return cls(*rows, pulls.out.size, np.full, loops)
        begin, to, strength, out, into = (row.tolist() for row in rows)
        plain = (move, split, gather)
        return cls(begin, to, strength, out, into, pulls.out.size, _filled, plain)

    def numbers(self) -> Row:
        found = list(range(self.n))
        return found if self.make is _filled else np.arange(self.n)

    def move(self, label: Row, total: float, resolution: float, is_eager: bool) -> tuple[bool, int]:
        counts, sums = (
            [self.make(self.n, 0) for _ in "123"],
            [self.make(self.n, 0.0) for _ in "123"],
        )
        fixed = (self.begin, self.to, self.strength, self.out, self.into)
        moved, n_labels = self.loops[0](*fixed, total, resolution, is_eager, label, *counts, *sums)
        return bool(moved), int(n_labels)

    def split(self, label: Row) -> tuple[int, Row]:
        part = self.make(self.n, -1)
        found = self.loops[1](self.begin, self.to, label, part, self.make(self.n, 0))
        return int(found), part

    def gather(self, part: Row, n: int) -> "_Level":
        begin, sums = self.make(n + 1, 0), [self.make(n, 0.0) for _ in "123"]
        to, strength = self.make(len(self.to), 0), self.make(len(self.to), 0.0)
        counts = self.make(n, -1), self.make(self.n, -1), self.make(n, 0)
        fixed = (self.begin, self.to, self.strength, self.out, self.into)
        self.loops[2](*fixed, part, *counts, begin, to, strength, *sums)
        return _Level(begin, to, strength, sums[0], sums[1], n, self.make, self.loops)


def _filled(n: int, value: float) -> list[float]:
    return [value] * n
