"""Whether measures changed between two times: answers swapped in pairs, respondent by respondent.

If nothing changed, it makes no difference which of a respondent's two sets of answers came first.
So each respondent's answers of both times are swapped, or not, and the measures taken again: all
ways where few changed anything, else seeded draws. A paired permutation test (Fisher 1935; Good
2005, Permutation, Parametric and Bootstrap Tests of Hypotheses, Springer).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from collabnet.comparison.waves.answered import Tie
from collabnet.comparison.waves.kept_ties import TieChanges
from collabnet.engine.work import in_parts

Floats = NDArray[np.float64]
Pair = tuple[str, str]
DRAWS = 999
EXACT = 10
"""So many respondents who changed anything, and all their swaps are tried."""
MEASURES = ("mean_ties", "without_ties_share", "transitivity", "degree_centralization")
_PART = 50
_COLUMNS = ("measure", "earlier", "later", "difference", "p", "is_exact")


def paired_measures(changes: TieChanges, *, draws: int = DRAWS, seed: int = 0) -> pd.DataFrame:
    """Compare measures of the network of those who answered both times.

    Two are tied if either tells of a tie of any kind; direction and strength are left out.
    Time: O(draws x (ties + triangles)).

    Returns
    -------
    DataFrame, one row per measure, in this order
        measure : mean_ties (per actor), without_ties_share (0 to 1), transitivity (0 to 1, NaN
            without a path of two ties), degree_centralization (0 to 1 after Freeman 1979, NaN
            below three actors)
        earlier, later, difference : float
        p : float, 0 to 1, two-sided: how often swapped answers make a difference this large; NaN
            where the difference is
        is_exact : bool, whether every swap was tried
    """
    actors = sorted(changes.both | {end for tie in changes.ties for end in tie[1:]})
    if not actors:
        return pd.DataFrame(columns=list(_COLUMNS))
    pairs = _Pairs(actors, sorted({_pair(tie) for tie in changes.ties}))
    tellers = sorted({*changes.earlier, *changes.later})
    told = [_told(by, tellers, pairs) for by in (changes.earlier, changes.later)]
    moved = csr_array(told[1] - told[0])
    moved = moved[np.flatnonzero(abs(moved).sum(axis=1))]
    sums = [one.sum(axis=0) for one in told]
    before, after = (pairs.measures((one > 0)[None])[0] for one in sums)
    n_moved = int(moved.shape[0])
    is_exact = n_moved <= EXACT
    if is_exact:
        swaps = np.array(list(product((0, 1), repeat=n_moved)), dtype=np.int64)
    else:
        generator = np.random.Generator(np.random.PCG64(seed))
        swaps = generator.integers(0, 2, size=(draws, n_moved))

    def differences(begin: int, end: int) -> Floats:
        change = (moved.T @ swaps[begin:end].T).T
        found: Floats = pairs.measures(sums[1] - change > 0) - pairs.measures(sums[0] + change > 0)
        return found

    parts = list(in_parts(differences, len(swaps), part=_PART, what="swapping answers"))
    drawn = np.abs(np.concatenate(parts))
    more = 0 if is_exact else 1  # the answers as they are count as one of the draws
    large = (drawn >= np.abs(after - before) - 1e-12).sum(axis=0)
    p = np.where(np.isnan(after - before), np.nan, (large + more) / (len(swaps) + more))
    rows = zip(MEASURES, before, after, after - before, p, strict=True)
    return pd.DataFrame([(*row, is_exact) for row in rows], columns=list(_COLUMNS))


def _pair(tie: Tie) -> Pair:
    return min(tie[1:]), max(tie[1:])


def _told(by: Mapping[str, frozenset[Tie]], tellers: Sequence[str], pairs: "_Pairs") -> csr_array:
    """Which pairs are tied by each teller's word: 1 in a table of tellers by pairs."""
    found = sorted(
        {(i, pairs.place[_pair(tie)]) for i, one in enumerate(tellers) for tie in by.get(one, ())}
    )
    rows, columns = np.array(found, dtype=np.int64).reshape(-1, 2).T
    shape = (len(tellers), len(pairs.place))
    return csr_array((np.ones(len(found), dtype=np.int64), (rows, columns)), shape=shape)


class _Pairs:
    """The pairs that are tied at either time: what measures of any part of them need."""

    def __init__(self, actors: Sequence[str], pairs: Sequence[Pair]) -> None:
        self.place = {pair: i for i, pair in enumerate(pairs)}
        self._n = len(actors)
        at = {actor: i for i, actor in enumerate(actors)}
        ends = [(at[one], i) for pair, i in self.place.items() for one in pair]
        rows, columns = np.array(ends, dtype=np.int64).reshape(-1, 2).T
        shape = (self._n, len(pairs))
        self._ends = csr_array((np.ones(len(ends)), (rows, columns)), shape=shape)
        self._triangles = np.array(list(self._closed()), dtype=np.int64).reshape(-1, 3)

    def _closed(self) -> Iterator[tuple[int, int, int]]:
        """Places of three pairs that make a triangle, each once."""
        beyond: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in self.place:
            beyond[one].add(other)
        for (one, other), i in self.place.items():
            for third in sorted(beyond[one] & beyond[other]):
                yield i, self.place[one, third], self.place[other, third]

    def measures(self, tied: NDArray[np.bool_]) -> Floats:
        """Take the measures of several networks at once, shape (networks, measures).

        ``tied`` tells which pairs are tied, shape (networks, pairs).
        """
        n, degree = self._n, (self._ends @ tied.T.astype(np.float64)).T
        paths = (degree * (degree - 1)).sum(axis=1)
        one, other, third = (tied[:, self._triangles[:, i]] for i in range(3))
        closed = 6.0 * (one & other & third).sum(axis=1)
        transitivity = np.divide(closed, paths, out=np.full(len(tied), np.nan), where=paths > 0)
        apart = (degree.max(axis=1, keepdims=True) - degree).sum(axis=1)
        central = apart / ((n - 1) * (n - 2)) if n > 2 else np.full(len(tied), np.nan)
        return np.stack(
            [degree.mean(axis=1), (degree == 0).mean(axis=1), transitivity, central], axis=1
        )
