"""A search through what a flow leaves open, compiled: imported for large networks only.

Step for step what :mod:`collabnet.engine.cuts.waves` does, which says why, with rows of words for
sets. Kernels change the rows that they are given; ``-1`` stands for nobody.
"""

# mypy: disable-error-code="no-any-return"

from typing import Any

import numpy as np

from collabnet.engine.csr import Ints
from collabnet.engine.cuts.flow_state import Wave
from collabnet.engine.jit import jit_lean
from collabnet.engine.scenarios.blocks import Words

_NONE, _ONE, _63 = np.uint64(0), np.uint64(1), np.uint64(63)
_2, _4, _56 = np.uint64(2), np.uint64(4), np.uint64(56)
_PAIRS, _NIBBLES = np.uint64(0x5555555555555555), np.uint64(0x3333333333333333)
_BYTES, _SUM = np.uint64(0x0F0F0F0F0F0F0F0F), np.uint64(0x0101010101010101)


@jit_lean
def _count(word: np.uint64) -> Any:  # noqa: ANN401 - a number to numba
    word = word - ((word >> _ONE) & _PAIRS)
    word = (word & _NIBBLES) + ((word >> _2) & _NIBBLES)
    word = (word + (word >> _4)) & _BYTES
    return np.int64((word * _SUM) >> _56)


@jit_lean
def _place(word: np.uint64) -> Any:  # noqa: ANN401 - a number to numba
    return _count((word & (~word + _ONE)) - _ONE)


@jit_lean
def copy_row(row: Words, other: Words) -> None:
    """Write one set over another."""
    for w in range(row.shape[0]):
        other[w] = row[w]


@jit_lean
def has(row: Words, v: int) -> bool:
    """Say whether a vertex is in a set."""
    return bool((row[v >> 6] >> (np.uint64(v) & _63)) & _ONE)


@jit_lean
def bit_of(v: int) -> np.uint64:
    """The bit of a vertex in its word."""
    return _ONE << (np.uint64(v) & _63)


@jit_lean
def lowest_in(row: Words, other: Words) -> int:
    """The smallest vertex that is in both; -1 if none is."""
    for w in range(row.shape[0]):
        if row[w] & other[w]:
            return w * 64 + _place(row[w] & other[w])
    return -1


@jit_lean
def next_of(row: Words, v: int) -> int:
    """The smallest vertex above ``v``; -1 if there is none."""
    w = (v + 1) >> 6
    if w < row.shape[0]:
        word = row[w] >> (np.uint64(v + 1) & _63)
        if word:
            return v + 1 + _place(word)
        for x in range(w + 1, row.shape[0]):
            if row[x]:
                return x * 64 + _place(row[x])
    return -1


@jit_lean
def begin(wave: Wave, start: Words) -> None:
    """Start a wave where nothing is dead."""
    among, within, own, stop = wave.among, wave.within, wave.own, wave.stop
    passing, ends, todo, began = wave.passing, wave.ends, wave.todo, wave.start
    entered, left = wave.entered, wave.left
    for w in range(start.shape[0]):
        entered[w] = left[w] = _NONE
        among[w] = within[w] & ~own[w]
        stop[w] = passing[w] | ends[w]
        began[w] = todo[w] = start[w]


@jit_lean
def turn_back(wave: Wave, v: int) -> None:
    """From a vertex that flow enters, go to where that flow comes from, and so on."""
    n = wave.following.shape[0]
    at, back, held, queue, came = wave.at, wave.back, wave.held, wave.queue, wave.came
    passing, own, undoable = wave.passing, wave.own, wave.undoable
    entered, left, todo = wave.entered, wave.left, wave.todo
    queue[0] = v
    i, end = 0, 1
    while i < end:
        here = queue[i]
        i += 1
        for j in range(at[here], at[here] + held[here]):
            before = back[j]
            w, bit, node = before >> 6, bit_of(before), before
            if passing[w] & bit:
                if left[w] & bit:
                    continue
                left[w] |= bit
                todo[w] |= bit
                node = n + before
                came[node] = here
            if not (entered[w] | own[w]) & bit:
                entered[w] |= bit
                todo[w] |= bit
                came[before] = here if node == before else node
                if undoable[w] & bit:
                    queue[end] = before
                    end += 1


@jit_lean
def behind(wave: Wave, vertices: Words) -> None:
    """Start a wave where flow leaves some passing vertices."""
    begin(wave, vertices)
    for w in range(vertices.shape[0]):
        wave.left[w] = vertices[w]
        wave.entered[w] = vertices[w] & ~wave.own[w]
        wave.fresh[w] = wave.entered[w] & wave.undoable[w]
    v = next_of(wave.fresh, -1)
    while v >= 0:
        turn_back(wave, v)
        v = next_of(wave.fresh, v)


@jit_lean
def expand(wave: Wave, v: int) -> None:
    """Follow the arcs of one vertex that is waiting."""
    node = v + wave.following.shape[0] if has(wave.passing, v) else v
    following, among, entered = wave.following[v], wave.among, wave.entered
    todo, stop, undoable, met = wave.todo, wave.stop, wave.undoable, wave.fresh
    came, new = wave.came, wave.new
    todo[v >> 6] &= ~bit_of(v)
    is_met = _NONE
    for w in range(todo.shape[0]):  # nothing else in it, so that it runs on many words at once
        fresh = following[w] & among[w] & ~entered[w]
        new[w] = fresh
        met[w] = fresh & undoable[w]
        is_met |= fresh & undoable[w]
        entered[w] |= fresh
        todo[w] |= fresh & ~stop[w]
    for w in range(todo.shape[0]):
        fresh = new[w]
        while fresh:
            came[w * 64 + _place(fresh)] = node
            fresh &= fresh - _ONE
    if is_met:
        u = next_of(met, -1)
        while u >= 0:
            turn_back(wave, u)
            u = next_of(met, u)


@jit_lean
def meets(wave: Wave, other: Wave) -> int:
    """A node that both waves have reached, as the first sees it; -1 if none."""
    entered, left, start, passing = wave.entered, wave.left, wave.start, wave.passing
    others, other_left, other_start = other.entered, other.left, other.start
    entering, leaving = -1, -1
    for w in range(passing.shape[0]):
        one, two = entered[w], others[w]
        free = (one | start[w]) & (two | other_start[w]) & ~passing[w]
        if free:
            return w * 64 + _place(free)
        if entering < 0 and one & other_left[w] & passing[w]:
            entering = w * 64 + _place(one & other_left[w] & passing[w])
        if leaving < 0 and left[w] & two & passing[w]:
            leaving = w * 64 + _place(left[w] & two & passing[w])
    if entering >= 0 or leaving < 0:
        return entering
    return wave.following.shape[0] + leaving


@jit_lean
def covers(wave: Wave, other: Wave, goal: Words) -> bool:
    """Spread until all of a goal are entered, or no more of them can be."""
    todo, entered, path, towards = wave.todo, wave.entered, wave.path, wave.towards
    missing, nearby, words = wave.missing, wave.nearby, goal.shape[0]
    path[:] = _NONE
    while True:
        n_missing = 0
        for w in range(words):
            missing[w] = goal[w] & ~entered[w]
            n_missing += _count(missing[w])
        if n_missing == 0:
            return True
        if next_of(todo, -1) < 0:
            return False
        nearby[:] = _NONE
        v = next_of(missing, -1)
        while v >= 0:
            for w in range(words):
                nearby[w] |= towards[v, w]
            v = next_of(missing, v)
        is_met, v = False, lowest_in(todo, nearby)
        while v >= 0:
            expand(wave, v)
            is_met = True
            n_left = 0
            for w in range(words):
                n_left += _count(missing[w] & ~entered[w])
            if n_left <= n_missing // 2:
                break
            v = lowest_in(todo, nearby)
        if is_met:
            continue
        v = lowest_in(todo, path)
        if v >= 0:
            expand(wave, v)
            continue
        behind(other, missing)
        others = other.todo
        while meets(wave, other) < 0:
            if next_of(todo, -1) < 0 or next_of(others, -1) < 0:
                return False
            expand(other, next_of(others, -1))
            expand(wave, next_of(todo, -1))
        start, other_entered, other_left = other.start, other.entered, other.left
        for w in range(words):
            path[w] = start[w] | other_entered[w] | other_left[w]


@jit_lean
def trail(wave: Wave, node: int, turned: bool, out: Ints) -> int:
    """Write a node and all before it back to the start; give how many."""
    n = wave.following.shape[0]
    length = 0
    while True:
        out[length] = node
        length += 1
        own = node
        if turned and has(wave.passing, node % n):
            own = node + n if node < n else node - n
        if own < n and has(wave.start, own):
            return length
        node = wave.came[own]
        if turned and has(wave.passing, node % n):
            node = node + n if node < n else node - n
