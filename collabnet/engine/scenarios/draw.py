"""Scenarios drawn at random: the same for any number of threads, compiled or not.

Every block of 512 scenarios has a key of its own, made from the seed. Random word c of a block
is the finaliser of SplitMix64 at its key plus c times an odd constant (Steele, Lea and Flood
2014, OOPSLA, 453-472), so that any word can be had without those before it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from collabnet.engine.csr import Floats, Ints
from collabnet.engine.scenarios.blocks import ALL, Words

BLOCK_WORDS = 8
BLOCK = 64 * BLOCK_WORDS
"""Scenarios in a block."""
DIGITS = 53
"""Binary digits of a chance: as many as a float has."""
ERROR = 0.0025
MOST = 65_536
GOLDEN, FIRST, SECOND = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB

Count = Callable[[int, int], Ints]
"""Of some blocks (number of the first, how many), the scenarios in which each answer is yes."""


@dataclass(frozen=True, eq=False)
class Drawn:
    """Shares of drawn scenarios.

    Attributes
    ----------
    share : float, 0 to 1, for each answer
    standard_error : float, for each answer; above 0 even where no scenario or every one said yes
    draws : int, scenarios drawn
    is_settled : bool, whether every standard error is as small as was asked for
    """

    share: Floats
    standard_error: Floats
    draws: int
    is_settled: bool


def draw_until(count: Count, *, error: float = ERROR, most: int = MOST) -> Drawn:
    """Draw blocks of scenarios until every share has a standard error of ``error`` or less.

    After the first 8,192 scenarios as many are added as were drawn before, up to ``most``.

    Examples
    --------
    >>> drawn = draw_until(lambda first, blocks: np.array([BLOCK * blocks // 2]), error=0.01)
    >>> drawn.draws, drawn.share.tolist(), drawn.is_settled
    (8192, [0.5], True)
    """
    blocks, step = 0, 16
    hits: Ints = np.zeros(0, dtype=np.int64)
    while True:
        found = count(blocks, step)
        hits = found if blocks == 0 else hits + found
        blocks += step
        draws = blocks * BLOCK
        # Half a yes and half a no more: none in n is no proof of never.
        near = (hits + 0.5) / (draws + 1)
        errors = np.sqrt(near * (1 - near) / draws)
        is_settled = bool((errors <= error).all())
        if is_settled or draws >= most:
            return Drawn(hits / draws, errors, draws, is_settled)
        step = min(blocks, (most - draws + BLOCK - 1) // BLOCK)


def block_keys(seed: int, first: int, blocks: int) -> Words:
    """The key of each block."""
    keys = [
        np.random.SeedSequence(seed, spawn_key=(block,)).generate_state(1, np.uint64)[0]
        for block in range(first, first + blocks)
    ]
    return np.array(keys, dtype=np.uint64)


def fixed_point(chances: Sequence[float] | Floats) -> Words:
    """Chances from 0 to 1 as whole numbers of 2^-53.

    Examples
    --------
    >>> fixed_point([0.0, 0.5, 1.0]).tolist()
    [0, 4503599627370496, 9007199254740992]
    """
    return (np.asarray(chances, dtype=np.float64) * 2.0**DIGITS).astype(np.uint64)


def draw_left(chances: Sequence[float] | Floats, seed: int, first: int, blocks: int) -> Words:
    """Draw who leaves: a bit is set with the chance of its row.

    A bit is set where a random number, drawn digit by digit from the highest, is below the
    chance; most are decided after a few digits.

    Returns
    -------
    Words, shape (chances, 8 x blocks)
    """
    limit = fixed_point(chances)
    n = len(limit)
    keys = np.repeat(block_keys(seed, first, blocks), BLOCK_WORDS)
    place = np.tile(np.arange(1, BLOCK_WORDS + 1, dtype=np.uint64), blocks)
    row = np.repeat(np.arange(n, dtype=np.uint64), len(keys))
    keys, place = np.tile(keys, n), np.tile(place, n)
    left = np.where(limit >> np.uint64(DIGITS) > 0, ALL, np.uint64(0))[row]
    is_open = np.full(len(row), ALL)
    open_words = np.flatnonzero((left == 0) & (limit[row] > 0))
    for digit in range(DIGITS):
        if not len(open_words):
            break
        of = row[open_words]
        number = (np.uint64(digit * n) + of) * np.uint64(BLOCK_WORDS) + place[open_words]
        drawn = _mixed(keys[open_words] + number * np.uint64(GOLDEN))
        is_one = (limit[of] >> np.uint64(DIGITS - 1 - digit)) & np.uint64(1) == 1
        still = is_open[open_words]
        left[open_words] |= np.where(is_one, still & ~drawn, np.uint64(0))
        is_open[open_words] = still & np.where(is_one, drawn, ~drawn)
        open_words = open_words[is_open[open_words] != 0]
    return left.reshape(n, -1)


def _mixed(word: Words) -> Words:
    word = (word ^ (word >> np.uint64(30))) * np.uint64(FIRST)
    word = (word ^ (word >> np.uint64(27))) * np.uint64(SECOND)
    mixed: Words = word ^ (word >> np.uint64(31))
    return mixed


def count_bits(words: Words) -> Ints:
    """How many bits are set along the last axis.

    Examples
    --------
    >>> count_bits(np.array([[3, 1], [0, 0]], dtype=np.uint64)).tolist()
    [3, 0]
    """
    counts: Ints = np.bitwise_count(words).sum(axis=-1, dtype=np.int64)
    return counts
