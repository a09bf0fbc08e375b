"""The kernels for many scenarios, compiled: imported for large networks only.

Bit for bit what :mod:`collabnet.engine.scenarios.blocks` and
:mod:`collabnet.engine.scenarios.draw` give.
"""

import numpy as np

from collabnet.engine.csr import Ints
from collabnet.engine.jit import jit
from collabnet.engine.scenarios.blocks import Words
from collabnet.engine.scenarios.draw import BLOCK_WORDS, DIGITS, FIRST, GOLDEN, SECOND

_GOLDEN, _FIRST, _SECOND = np.uint64(GOLDEN), np.uint64(FIRST), np.uint64(SECOND)
_ALL, _NONE, _ONE = ~np.uint64(0), np.uint64(0), np.uint64(1)
_30, _27, _31 = np.uint64(30), np.uint64(27), np.uint64(31)
_2, _4, _56 = np.uint64(2), np.uint64(4), np.uint64(56)
_PAIRS, _NIBBLES = np.uint64(0x5555555555555555), np.uint64(0x3333333333333333)
_BYTES, _SUM = np.uint64(0x0F0F0F0F0F0F0F0F), np.uint64(0x0101010101010101)


def _draw(limit: Words, key: np.uint64, up: Words) -> None:
    """Draw who stays in one block, digit by digit until every scenario is decided."""
    n = np.uint64(limit.shape[0])
    for i in range(limit.shape[0]):
        for w in range(BLOCK_WORDS):
            left, still = _NONE, _ALL
            if limit[i] >> np.uint64(DIGITS) > 0:
                left, still = _ALL, _NONE
            digit = 0
            while still != 0 and limit[i] > 0 and digit < DIGITS:
                number = (np.uint64(digit) * n + np.uint64(i)) * np.uint64(BLOCK_WORDS)
                word = key + (number + np.uint64(w + 1)) * _GOLDEN
                word = (word ^ (word >> _30)) * _FIRST
                word = (word ^ (word >> _27)) * _SECOND
                word = word ^ (word >> _31)
                if (limit[i] >> np.uint64(DIGITS - 1 - digit)) & _ONE:
                    left |= still & ~word
                    still &= word
                else:
                    still &= ~word
                digit += 1
            up[i, w] = ~left


def _spread(begin: Ints, tails: Ints, order: Ints, up: Words, reached: Words) -> None:
    """Let what is reached spread until nothing more is; nodes come in ``order``."""
    grows = True
    while grows:
        grows = False
        for i in range(order.shape[0]):
            v = order[i]
            open_before = _NONE
            for w in range(BLOCK_WORDS):
                open_before |= up[v, w] & ~reached[v, w]
            if open_before == 0:
                continue
            new = _NONE
            for j in range(begin[v], begin[v + 1]):
                u = tails[j]
                missing = _NONE
                for w in range(BLOCK_WORDS):
                    came = reached[u, w] & up[v, w] & ~reached[v, w]
                    new |= came
                    reached[v, w] |= came
                    missing |= up[v, w] & ~reached[v, w]
                if missing == 0:
                    break
            grows = grows or new != 0


def _bits(word: np.uint64) -> np.int64:
    word = word - ((word >> _ONE) & _PAIRS)
    word = (word & _NIBBLES) + ((word >> _2) & _NIBBLES)
    word = (word + (word >> _4)) & _BYTES
    return np.int64((word * _SUM) >> _56)


draw = jit(_draw)
spread = jit(_spread)
bits = jit(_bits)


def _count(
    keys: Words,
    limit: Words,
    begin: Ints,
    tails: Ints,
    starts: tuple[Ints, Ints],
    ends: tuple[Ints, Ints],
    orders: tuple[Ints, Ints],
) -> Ints:
    """Scenarios of some blocks without a way, for each group of starts and of ends.

    Groups and orders are flat, with where each begins.
    """
    n = limit.shape[0]
    start_at, start = starts
    end_at, end = ends
    order_at, order = orders
    n_starts, n_ends = start_at.shape[0] - 1, end_at.shape[0] - 1
    counts = np.zeros((n_starts, n_ends), dtype=np.int64)
    up = np.empty((n, BLOCK_WORDS), dtype=np.uint64)
    reached = np.zeros((n, BLOCK_WORDS), dtype=np.uint64)
    for k in range(keys.shape[0]):
        draw(limit, keys[k], up)
        for s in range(n_starts):
            reached[:] = _NONE
            for i in range(start_at[s], start_at[s + 1]):
                for w in range(BLOCK_WORDS):
                    reached[start[i], w] = up[start[i], w]
            spread(begin, tails, order[order_at[s] : order_at[s + 1]], up, reached)
            for e in range(n_ends):
                for w in range(BLOCK_WORDS):
                    there = _NONE
                    for i in range(end_at[e], end_at[e + 1]):
                        there |= reached[end[i], w]
                    counts[s, e] += bits(~there)
    return counts


count = jit(_count)
