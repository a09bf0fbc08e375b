"""Pairs of the same group that lose contact when an actor leaves, for every actor at once."""

from collections import Counter
from typing import TypeAlias

import numpy as np

from collabnet.engine.csr import Ints
from collabnet.engine.parts.forest import Forest

# Members by group, and the sum of their squares, kept up as members are added.
_Tally: TypeAlias = tuple[dict[int, int], int]


def same_group_pairs_cut(forest: Forest, groups: list[int]) -> Ints:
    """Count the pairs of others in one group that lose all contact when an actor leaves.

    Every actor's subtree keeps a tally of its groups; the smaller tally is always poured into
    the larger, so each actor moves at most log2(n) times.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> from collabnet.engine.parts.forest import build_forest
    >>> star = build_csr(4, [0, 0, 0], [1, 2, 3])
    >>> same_group_pairs_cut(build_forest(star), [0, 5, 5, 6]).tolist()
    [1, 0, 0, 0]
    """
    n = len(groups)
    # Of each actor's group: how many are in the actor's component; summed over subtrees.
    companions = _companions(forest, groups)
    split: list[_Tally | None] = [None] * n  # of the subtrees that split off when v goes
    stays: list[_Tally | None] = [None] * n  # of those that keep their contact
    split_squares = [0] * n
    split_companions = [0] * n
    cut = [0] * n
    for v in reversed(forest.order):
        tally: _Tally = ({groups[v]: 1}, 1)
        apart = split[v]
        if apart is not None:
            counts, square = apart
            # With T all others of a group, D those split off, d those of one part:
            # 2 * pairs = sum T^2 - sum (T - D)^2 - sum d^2 = 2 sum TD - sum D^2 - sum d^2.
            with_others = split_companions[v] - counts.get(groups[v], 0)
            cut[v] = (2 * with_others - square - split_squares[v]) // 2
            tally = _pour(apart, tally)
        others = stays[v]
        if others is not None:
            tally = _pour(others, tally)
        split[v] = stays[v] = None
        above = forest.parent[v]
        if above < 0:
            continue
        companions[above] += companions[v]
        if forest.splits_off[v]:
            split_squares[above] += tally[1]
            split_companions[above] += companions[v]
            before = split[above]
            split[above] = tally if before is None else _pour(before, tally)
        else:
            before = stays[above]
            stays[above] = tally if before is None else _pour(before, tally)
    return np.array(cut, dtype=np.int64)


def _companions(forest: Forest, groups: list[int]) -> list[int]:
    companions = [0] * len(groups)
    start = 0
    while start < len(forest.order):
        members = forest.order[start : start + forest.size[forest.order[start]]]
        total = Counter(groups[v] for v in members)
        for v in members:
            companions[v] = total[groups[v]]
        start += len(members)
    return companions


def _pour(one: _Tally, two: _Tally) -> _Tally:
    if len(one[0]) < len(two[0]):
        one, two = two, one
    counts, square = one
    for group, more in two[0].items():
        have = counts.get(group, 0)
        square += more * (2 * have + more)
        counts[group] = have + more
    return counts, square
