"""Count drawn scenarios without a way: in numpy, or compiled and in threads where it is much."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec

import numpy as np

from collabnet.engine.csr import Floats, Ints
from collabnet.engine.scenarios.blocks import ScenarioGraph, Words
from collabnet.engine.scenarios.draw import (
    BLOCK_WORDS,
    block_keys,
    count_bits,
    draw_left,
    fixed_point,
)
from collabnet.engine.work import count_threads

COMPILED_FROM = 300_000_000
"""Arcs x words of scenarios from which compiling, a few seconds, is worth it."""


def count_no_way(
    graph: ScenarioGraph,
    chances: Sequence[float] | Floats,
    seed: int,
    first: int,
    blocks: int,
    *,
    compiled: bool | None = None,
    threads: int | None = None,
) -> Ints:
    """Count the drawn scenarios in which no way is left, each node leaving with its chance.

    Parameters
    ----------
    first, blocks : number of the first block of 512 scenarios, and how many
    compiled : None: where there is much to do and numba is installed; the counts are the same
    threads : None: as many as there are processors, 8 at most; the counts are the same

    Returns
    -------
    ints, shape (groups of starts, groups of ends)

    Examples
    --------
    >>> one = ScenarioGraph(1, (), ((0,),), ((0,),))
    >>> count_no_way(one, [1.0], 0, 0, 2).tolist()
    [[1024]]
    """
    if compiled is None:
        much = graph.work * blocks * BLOCK_WORDS >= COMPILED_FROM
        compiled = much and find_spec("numba") is not None
    if not compiled:
        up = ~draw_left(chances, seed, first, blocks)
        return count_bits(~graph.ways(up))
    return _compiled(graph, chances, block_keys(seed, first, blocks), threads)


def _compiled(
    graph: ScenarioGraph, chances: Sequence[float] | Floats, keys: Words, threads: int | None
) -> Ints:
    from collabnet.engine.scenarios.count_compiled import count

    heads_begin, tails = graph.by_head
    orders = [graph.breadth_first(start) for start in graph.starts]
    shared = (
        fixed_point(chances),
        heads_begin,
        tails,
        _flat(graph.starts),
        _flat(graph.ends),
        _flat(orders),
    )
    workers = count_threads(threads, len(keys))
    if workers == 1:
        found: Ints = count(keys, *shared)
        return found
    count(keys[:0], *shared)  # compiled once, before the threads begin
    with ThreadPoolExecutor(workers) as pool:
        parts = pool.map(lambda some: count(some, *shared), np.array_split(keys, workers))
        return sum(parts, np.zeros((len(graph.starts), len(graph.ends)), dtype=np.int64))


def _flat(groups: Iterable[Sequence[int] | Ints]) -> tuple[Ints, Ints]:
    """Where each group begins, and all groups one after the other."""
    lists = [list(group) for group in groups]
    begin = np.zeros(len(lists) + 1, dtype=np.int64)
    np.cumsum([len(one) for one in lists], out=begin[1:])
    return begin, np.array([node for one in lists for node in one], dtype=np.int64)
