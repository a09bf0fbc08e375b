"""The rows and lists that the compiled search for cuts and ways works on."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from collabnet.engine.csr import Ints
from collabnet.engine.scenarios.blocks import Words

Flat = npt.NDArray[np.int32]
"""Whole numbers, one answer after the other."""

N_RINGS, IS_SHUT, IS_DEAD_WHOLE, IS_WHOLE = range(4)
"""Places in ``Flow.known``."""


class Wave(NamedTuple):
    """A search one way, named as in :class:`collabnet.engine.cuts.waves.Wave`.

    ``own`` are the ends where it starts, ``ends`` the others; ``back[at[v] :]`` holds where the
    flow through ``v`` comes from, ``held[v]`` of them. The rest is its own.
    """

    following: Words
    towards: Words
    passing: Words
    within: Words
    own: Words
    ends: Words
    undoable: Words
    at: Ints
    back: Ints
    held: Ints
    among: Words
    stop: Words
    entered: Words
    left: Words
    start: Words
    todo: Words
    fresh: Words
    new: Words
    missing: Words
    nearby: Words
    path: Words
    came: Ints
    queue: Ints


class Flow(NamedTuple):
    """A flow, named as in :class:`collabnet.engine.cuts.flow.VertexFlow`, and its sides."""

    fixed: Words
    open_sources: Words
    open_sinks: Words
    near: Words
    rings: Words
    dead: Words
    first: Words
    last: Words
    known: Ints
    way: Ints
    tail: Ints
    is_back: Ints
    row: Words
    goal: Words
    whole: Words
    follows: Words
    has_follows: Ints


class Lattice(NamedTuple):
    """The cuts found, and what is on the sources' side of each: entered and left."""

    cut: Words
    ins: Words
    outs: Words
    order: Ints


def new_state(
    after: Words, before: Words, fixed: Words, is_fixed: Ints, cap: int
) -> tuple[Flow, Wave, Wave, Lattice]:
    """Make room for one question at a time: the flow, a wave each way, the cuts."""
    n, words = after.shape
    # A fixed vertex passes a unit of each way at most; another one, while a way is entered.
    room = np.where(is_fixed != 0, n - int(is_fixed.sum()) + 2, 3)
    at = np.zeros(n + 1, dtype=np.int64)
    np.cumsum(room, out=at[1:])

    def row() -> Words:
        return np.zeros(words, dtype=np.uint64)

    def rows(count: int) -> Words:
        return np.zeros((count, words), dtype=np.uint64)

    def ints(count: int) -> Ints:
        return np.zeros(count, dtype=np.int64)

    passing, within, sources, sinks = row(), row(), row(), row()

    def wave(one: Words, other: Words, own: Words, ends: Words) -> Wave:
        return Wave(
            one, other, passing, within, own, ends, row(), at, ints(int(at[-1])), ints(n),
            row(), row(), row(), row(), row(), row(), row(), row(), row(), row(), row(),
            ints(2 * n), ints(n + 1),
        )  # fmt: skip

    flow = Flow(
        fixed, row(), row(), row(), rows(n + 2), rows(2), rows(2), rows(2), ints(4),
        ints(4 * n + 4), ints(2 * n + 2), ints(4 * n + 4), row(), row(), row(),
        np.zeros((n, 2, words), dtype=np.uint64), ints(n),
    )  # fmt: skip
    lattice = Lattice(rows(cap + 1), rows(cap + 1), rows(cap + 1), ints(max(cap, n) + 1))
    return flow, wave(after, before, sources, sinks), wave(before, after, sinks, sources), lattice
