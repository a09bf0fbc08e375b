"""Pairs from some actors to others that are broken when an actor leaves, for every actor."""

from collections.abc import Sequence

import numpy as np

from collabnet.engine.csr import Csr, Ints, IntsLike, build_csr, entry_rows, neighbour_lists
from collabnet.engine.parts.forest import build_forest
from collabnet.engine.work import in_parts
from collabnet.engine.worth import ENTRY, is_worth_compiling

WHAT = "pairs broken by each actor"
FEW = 16
"""Sources from which it pays to know who reaches each other."""


def pairs_broken(
    csr: Csr,
    sources: IntsLike | None = None,
    targets: IntsLike | None = None,
    *,
    compiled: bool | None = None,
    threads: int | None = 1,
) -> Ints:
    """Count the pairs, from a source to a target, that lose every path when an actor leaves.

    Paths run along the ties; pairs that the leaver is an end of don't count, nor does a pair of
    an actor with itself. Without ``sources`` or ``targets``, all actors are. An undirected
    network takes one search; a directed one a dominator tree for each source: the leaver
    breaks those pairs whose targets are below it. ``compiled``: None, where it pays.

    Returns
    -------
    int array, one item per actor, ordered pairs

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> chain = build_csr(4, [0, 1, 2], [1, 2, 3], directed=True)
    >>> pairs_broken(chain).tolist(), pairs_broken(chain, [0], [3]).tolist()
    ([0, 2, 2, 0], [0, 1, 1, 0])
    """
    is_source, is_target = _marks(csr.n, sources), _marks(csr.n, targets)
    if not csr.is_directed:
        return _undirected(csr, is_source, is_target)
    if is_target.sum() < is_source.sum():  # the same pairs, counted from their other end
        csr = build_csr(csr.n, csr.indices, entry_rows(csr), directed=True)
        is_source, is_target = is_target, is_source
    begins = np.flatnonzero(is_source)
    if compiled is None:
        seconds = 3 * begins.size * (csr.n + csr.indices.size) * ENTRY
        compiled = is_worth_compiling(seconds, "parts.breaks_compiled")
    search = _Compiled if compiled else _Plain
    counting = search(csr, begins, is_target)
    part = max(1, counting.PART // (csr.n + csr.indices.size + 1))
    total = np.zeros(csr.n, dtype=np.int64)
    for found in in_parts(
        counting, begins.size, part=part, what=WHAT, threads=threads if compiled else 1
    ):
        total += found
    return total


def _marks(n: int, actors: IntsLike | None) -> Ints:
    marks = np.ones(n, dtype=np.int64)
    if actors is not None:
        marks[:] = 0
        marks[np.asarray(actors, dtype=np.int64)] = 1
    return marks


def _undirected(csr: Csr, is_source: Ints, is_target: Ints) -> Ints:
    """With S sources and T targets among the others, s and t in a part: S T - sum of s t."""
    forest = build_forest(csr)
    order = np.array(forest.order, dtype=np.int64)
    last = np.arange(csr.n) + np.array(forest.size, dtype=np.int64)[order]
    parent = np.array(forest.parent, dtype=np.int64)[order]
    apart = np.array(forest.splits_off, dtype=np.bool_)[order]
    above = parent[apart]
    whole = np.array(forest.components, dtype=np.int64)
    firsts = np.repeat(np.cumsum(whole) - whole, whole)
    broken, rest = np.ones(csr.n, dtype=np.int64), np.ones(csr.n, dtype=np.int64)
    parts = np.ones(above.size, dtype=np.int64)
    for marks in (is_source, is_target):
        sums = np.concatenate([[0], np.cumsum(marks[order])])
        below = sums[last] - sums[:-1]  # of the subtree, with its root
        others, split = np.empty(csr.n, dtype=np.int64), np.zeros(csr.n, dtype=np.int64)
        others[order] = below[firsts] - marks[order]
        np.add.at(split, above, below[apart])
        broken *= others
        rest *= others - split
        parts *= below[apart]
    np.subtract.at(broken, above, parts)
    return broken - rest


class _Plain:
    """Counts for some of the sources, in plain Python."""

    PART = 1_000_000

    def __init__(self, csr: Csr, sources: Ints, is_target: Ints) -> None:
        before = build_csr(csr.n, csr.indices, entry_rows(csr), directed=True)
        self._after, self._before = neighbour_lists(csr), neighbour_lists(before)
        self._sources: list[int] = sources.tolist()
        self._is_target: list[int] = is_target.tolist()

    def __call__(self, first: int, last: int) -> Ints:
        total = [0] * len(self._after)
        for source in self._sources[first:last]:
            order, nearest = _breadth_first(self._after, source)
            above = _dominators(order, nearest, self._before)
            below = [0] * len(order)
            for at in range(len(order) - 1, 0, -1):
                here = order[at]
                total[here] += below[at]
                below[above[at]] += below[at] + self._is_target[here]
        return np.array(total, dtype=np.int64)


class _Compiled:
    """The same compiled; what is reached from one source tells how far others have to look."""

    PART = 300_000_000

    def __init__(self, csr: Csr, sources: Ints, is_target: Ints) -> None:
        from collabnet.engine.parts.breaks_compiled import transposed

        self._ring = np.arange(csr.n)
        if sources.size >= FEW:
            from scipy.sparse import csr_array
            from scipy.sparse.csgraph import connected_components

            ones = np.ones(csr.indices.size, dtype=np.int8)
            matrix = csr_array((ones, csr.indices, csr.indptr), shape=(csr.n, csr.n))
            self._ring = connected_components(matrix, connection="strong")[1].astype(np.int64)
        entries = csr.indices.astype(np.int32)  # half the memory, twice the speed
        self._given = csr.indptr, entries, *transposed(csr.indptr, entries)
        self._sources, self._is_target = sources, is_target

    def __call__(self, first: int, last: int) -> Ints:
        from collabnet.engine.parts.breaks_compiled import count

        found: Ints = count(*self._given, self._ring, self._sources[first:last], self._is_target)
        return found


def _breadth_first(after: list[list[int]], source: int) -> tuple[list[int], list[int]]:
    """List who is reached, the nearest first, and the place of each one's predecessor."""
    seen = {source}
    order, nearest = [source], [0]
    for at, here in enumerate(order):
        for other in after[here]:
            if other not in seen:
                seen.add(other)
                order.append(other)
                nearest.append(at)
    return order, nearest


def _dominators(order: list[int], above: list[int], before: Sequence[list[int]]) -> list[int]:
    """Find each actor's last unavoidable predecessor, all by their place in ``order``.

    After Cooper, Harvey and Kennedy (2001), on the order of distance: an unavoidable actor is
    always nearer. Whoever hangs on the source alone is settled.
    """
    place = {v: at for at, v in enumerate(order)}
    todo = [at for at in range(1, len(order)) if above[at]]
    steps = {at: [place[u] for u in before[order[at]] if u in place] for at in todo}
    is_settled = False
    while not is_settled:
        is_settled, still = True, []
        for at in todo:
            last = above[at]
            for other in steps[at]:
                last = _meet(above, last, other)
                if not last:
                    break
            if last != above[at]:
                above[at], is_settled = last, False
            if last:
                still.append(at)
        todo = still
    return above


def _meet(above: list[int], one: int, two: int) -> int:
    while one != two:
        if one > two:
            one = above[one]
        else:
            two = above[two]
    return one
