"""Whole costs of any size as words of 62 bits, the first of which mostly settles who is nearer."""

from typing import NamedTuple

import numpy as np

from collabnet.engine.csr import Csr, Ints
from collabnet.engine.paths.rings import Numbers

BITS = 62
MOST_WORDS = 256
"""Room for the sums of 1/strength with strengths from 1 to 10,000."""


class Words(NamedTuple):
    """The cost of each entry, written in words, largest first."""

    first: Ints
    """The first word of each entry's cost."""
    kind: Numbers
    """Which row of ``rest`` holds the others."""
    rest: Ints
    """The other words of each cost there is; no columns where one word is enough."""
    shift: int
    """Costs were multiplied by two this often, so that the first word is as full as can be."""

    def whole(self, first: Ints, rest: Ints) -> list[int]:
        """Read sums of such costs."""
        found = first.astype(object)  # Python's integers have no largest
        for word in rest.T:
            found = (found << BITS) + word
        return list(found >> self.shift)


def sums_fit(csr: Csr, costs: list[int] | None, paths: int = 1) -> bool:
    """Say whether the costs of so many paths, added, have room in words, whatever the paths.

    The first word of each cost must be above 0 too: along a tie, first words then grow, and who
    waits may be taken by them alone.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> path = build_csr(3, [0, 1], [1, 2])
    >>> sums_fit(path, [1 << 61] * 4), sums_fit(path, [1, 1, 1 << 61, 1 << 61])
    (True, False)
    """
    if not costs:
        return True
    words, shift = _size(csr, costs, paths)
    return words <= MOST_WORDS and min(costs) << shift >> BITS * (words - 1) > 0


def in_words(csr: Csr, costs: list[int] | None, paths: int = 1) -> Words:
    """Write costs in as few words as hold the sum of so many paths.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> in_words(build_csr(2, [0], [1]), [7, 7]).first.tolist()
    [7, 7]
    >>> wide = in_words(build_csr(2, [0], [1]), [2**62 + 1] * 2)
    >>> wide.first.tolist() == [2**61] * 2, wide.rest.tolist() == [[2**61]], wide.shift
    (True, True, 61)
    >>> wide.whole(np.array([2**61]), np.array([[2**61]])) == [2**62 + 1]
    True
    """
    words, shift = _size(csr, costs or [], paths)
    kinds = sorted(set(costs or []))
    place = {cost: kind for kind, cost in enumerate(kinds)}
    kind = np.array([place[cost] for cost in costs or []], dtype=np.uint32)
    table = np.empty((len(kinds), words), dtype=np.int64)
    for word in range(words):
        down = BITS * (words - 1 - word)
        table[:, word] = [cost << shift >> down & (1 << BITS) - 1 for cost in kinds]
    return Words(table[kind, 0], kind, table[:, 1:].copy(), shift)


def _size(csr: Csr, costs: list[int], paths: int) -> tuple[int, int]:
    """How many words hold the largest sum, and how often it can be doubled before they are full."""
    bits = (max(costs, default=0) * max(csr.n - 1, 1) * paths).bit_length()
    words = max(1, -(-bits // BITS))
    return words, BITS * words - bits if words > 1 else 0
