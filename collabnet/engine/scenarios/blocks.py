"""Many scenarios at once: who is there as bits of words, 64 scenarios to a word.

A node's row of words has bit k of word w set where the node is up in scenario 64 w + k. What is
reached spreads along the arcs by OR and AND, so that every operation serves 64 scenarios.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from collabnet.engine.csr import Ints

Words: TypeAlias = npt.NDArray[np.uint64]
Groups: TypeAlias = Sequence[Sequence[int]]
WORD = 64
CHUNK = 32
"""Words that are worked on at once: so many stay in the processor's cache."""
ALL = ~np.uint64(0)
_LOW = (
    0xAAAAAAAAAAAAAAAA,
    0xCCCCCCCCCCCCCCCC,
    0xF0F0F0F0F0F0F0F0,
    0xFF00FF00FF00FF00,
    0xFFFF0000FFFF0000,
    0xFFFFFFFF00000000,
)
"""Bit k of entry i is bit i of k: the first six rows of a table of all combinations."""


@dataclass(frozen=True, eq=False)
class ScenarioGraph:
    """Arcs between ``n`` nodes, and the groups between which ways are asked for.

    A way starts with any node of a group of starts, ends with any node of a group of ends and
    passes nodes that are up, its first and last among them. A node in both groups is a way by
    itself.
    """

    n: int
    arcs: tuple[tuple[int, int], ...]
    starts: tuple[tuple[int, ...], ...]
    ends: tuple[tuple[int, ...], ...]

    @cached_property
    def by_head(self) -> tuple[Ints, Ints]:
        """Where the tails of each node's arcs begin, and the tails, in order of the heads."""
        pairs = sorted({(v, u) for u, v in self.arcs if u != v})
        begin = np.zeros(self.n + 1, dtype=np.int64)
        heads = np.array([v for v, _ in pairs], dtype=np.int64)
        np.cumsum(np.bincount(heads, minlength=self.n), out=begin[1:])
        return begin, np.array([u for _, u in pairs], dtype=np.int64)

    @cached_property
    def _heads(self) -> Ints:
        """The nodes that an arc leads to."""
        return np.flatnonzero(np.diff(self.by_head[0]))

    @cached_property
    def _after(self) -> list[list[int]]:
        after: list[list[int]] = [[] for _ in range(self.n)]
        for u, v in self.arcs:
            after[u].append(v)
        return after

    def breadth_first(self, start: Iterable[int]) -> list[int]:
        """The nodes that a group reaches if everybody is up, the nearest first."""
        found = list(dict.fromkeys(start))
        seen = set(found)
        for u in found:
            fresh = [v for v in dict.fromkeys(self._after[u]) if v not in seen]
            seen.update(fresh)
            found += fresh
        return found

    @property
    def work(self) -> int:
        """Arcs to be looked at for one word of scenarios, once for each group of starts."""
        return (len(self.arcs) + self.n) * len(self.starts)

    def reached(self, start: Iterable[int], up: Words) -> Words:
        """The scenarios in which each node is up and reached from a group of nodes."""
        tails, heads = self.by_head[1], self._heads
        begin = self.by_head[0][heads]
        first = list(start)
        reached = np.zeros_like(up)
        reached[first] = up[first]
        if not len(heads):
            return reached
        here, may = reached[heads], up[heads]
        while True:
            came = np.bitwise_or.reduceat(reached.take(tails, axis=0), begin, axis=0)
            came = here | (came & may)
            if np.array_equal(came, here):
                return reached
            here = reached[heads] = came

    def ways(self, up: Words) -> Words:
        """The scenarios in which each group of ends is reached from each group of starts.

        Parameters
        ----------
        up : shape (n, words), the scenarios in which each node is up

        Returns
        -------
        Words, shape (groups of starts, groups of ends, words)

        Examples
        --------
        >>> path = ScenarioGraph(3, ((0, 1), (1, 2)), ((0,),), ((2,), (0,)))
        >>> [f"{int(w[0]) & 0b11111111:08b}" for w in path.ways(patterns(3))[0]]
        ['10000000', '10101010']
        """
        found = np.zeros((len(self.starts), len(self.ends), up.shape[1]), dtype=np.uint64)
        for first in range(0, up.shape[1], CHUNK):
            some = slice(first, first + CHUNK)
            part = np.ascontiguousarray(up[:, some])
            for s, start in enumerate(self.starts):
                reached = self.reached(start, part)
                for e, end in enumerate(self.ends):
                    if end:
                        found[s, e, some] = np.bitwise_or.reduce(reached[list(end)], axis=0)
        return found


def patterns(n: int) -> Words:
    """All 2^n combinations of ``n`` bits: bit i of a scenario's number, in row i.

    With fewer than six rows a word holds each combination several times.

    Examples
    --------
    >>> [f"{int(word[0]) & 0b1111:04b}" for word in patterns(2)]
    ['1010', '1100']
    """
    words = 1 << max(0, n - len(_LOW))
    found = np.empty((n, words), dtype=np.uint64)
    number = np.arange(words, dtype=np.uint64)
    for i in range(n):
        if i < len(_LOW):
            found[i] = _LOW[i]
        else:
            is_set = (number >> np.uint64(i - len(_LOW))) & np.uint64(1)
            found[i] = np.where(is_set == 1, ALL, np.uint64(0))
    return found


def pattern_weights(chances: Sequence[float]) -> npt.NDArray[np.float64]:
    """The chance of each combination of :func:`patterns`: bit i is set with ``chances[i]``.

    Examples
    --------
    >>> pattern_weights([0.25, 0.5]).tolist()
    [0.375, 0.125, 0.375, 0.125]
    """
    weights = np.ones(1)
    for chance in chances:
        weights = np.concatenate([weights * (1 - chance), weights * chance])
    return weights


def weight_of(words: Words, weights: npt.NDArray[np.float64]) -> float:
    """The chance of the combinations whose bit is set in a row of words.

    Examples
    --------
    >>> weight_of(patterns(2)[1], pattern_weights([0.25, 0.5]))
    0.5
    """
    is_set = np.unpackbits(words.astype("<u8").view(np.uint8), bitorder="little")
    return float(weights[is_set[: len(weights)].astype(bool)].sum())


def scenario_words(scenarios: Sequence[Iterable[int]], n: int) -> Words:
    """Words of which nodes are up, given for each scenario the nodes that are down.

    Examples
    --------
    >>> [f"{int(row[0]) & 0b11:02b}" for row in scenario_words([[0], [0, 1]], 3)]
    ['00', '01', '11']
    """
    up = np.full((n, max(1, -(-len(scenarios) // WORD))), ALL, dtype=np.uint64)
    for number, down in enumerate(scenarios):
        word, bit = divmod(number, WORD)
        for node in down:
            up[node, word] &= ~np.uint64(1 << bit)
    return up
