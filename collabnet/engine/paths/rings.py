"""Who is at which distance from whom, as bits, and what one actor's leaving changes."""

from collections.abc import Iterator, Sequence
from itertools import count as count_from
from math import lcm
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from collabnet.engine.csr import Csr, Ints, build_csr, entry_rows

Bits: TypeAlias = npt.NDArray[np.uint64]
"""One row of bits per actor, 64 to a word: bit j for actor j."""
Numbers: TypeAlias = npt.NDArray[np.uint32]
"""Actors, in little room."""
Index: TypeAlias = tuple[Ints, Ints]
"""Rows, and the word of each."""


def rings_of(
    csr: Csr, without: int | None = None, targets: tuple[int, int] | None = None
) -> Iterator[Bits]:
    """Yield the actors at distance 1, 2, ... from every actor, as bits.

    Who is at distance d from an actor was at d - 1 from a neighbour, and not nearer before:
    a few operations on words per tie and distance serve 64 actors at once.

    Parameters
    ----------
    targets : from which actor on, and before which, they are told; bit 0 for the first

    Examples
    --------
    >>> [ring[:, 0].tolist() for ring in rings_of(build_csr(3, [0, 1], [1, 2]))]
    [[2, 5, 2], [4, 0, 1]]
    """
    first, last = targets or (0, csr.n)
    at = np.arange(last - first)
    ring = np.zeros((csr.n, (at.size + 63) // 64), dtype=np.uint64)
    ring[first + at, at // 64] = np.uint64(1) << (at % 64).astype(np.uint64)
    if without is not None:
        ring[without] = 0
    seen = ring.copy()
    # reduceat has no notion of an empty row: isolates are left out, and stay 0.
    tied = np.flatnonzero(np.diff(csr.indptr))
    starts = csr.indptr[tied]
    while tied.size:
        wider = np.zeros_like(ring)
        wider[tied] = np.bitwise_or.reduceat(ring[csr.indices], starts, axis=0)
        wider &= ~seen
        if without is not None:
            wider[without] = 0
        if not wider.any():
            return
        seen |= wider
        ring = wider
        yield ring


def reciprocal_total(counts: Sequence[int]) -> float:
    """Sum 1/distance, given how many pairs are at distance 1, 2, ...; rounded only once.

    Examples
    --------
    >>> reciprocal_total([3, 0, 1])
    3.3333333333333335
    """
    one = lcm(*range(1, len(counts) + 1))
    return sum(count * (one // d) for d, count in enumerate(counts, start=1)) / one


class KeptRings:
    """Hold the actors at distance 1, 2, ... from every actor, and count them without one.

    Without a leaver a row of bits differs only for whom a shortest path ran over the leaver:
    for who is tied to them, then for who is tied to somebody whose row differs, and so on.

    Parameters
    ----------
    rings : at distance 1, 2, ... from every actor, as bits

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> ways = build_csr(3, [0, 1], [1, 2])
    >>> rings = [np.array([[0b010], [0b101], [0b010]]), np.array([[0b100], [0], [0b001]])]
    >>> kept = KeptRings(ways, [ring.astype(np.uint64) for ring in rings])
    >>> [kept.counts_without(actor) for actor in range(3)]
    [[2, 0], [0], [2, 0]]
    """

    def __init__(self, csr: Csr, rings: list[Bits]) -> None:
        n, actors = csr.n, np.arange(csr.n)
        own = np.zeros((n, (n + 63) // 64), dtype=np.uint64)
        own[actors, actors // 64] = np.uint64(1) << (actors % 64).astype(np.uint64)
        self._csr = csr
        self._tied_to = (
            build_csr(n, csr.indices, entry_rows(csr), directed=True) if csr.is_directed else csr
        )
        self._rings, self._seen, self._counts = [own], [own.copy()], [0]
        for ring in rings:
            self._append(ring.copy(), self._seen[-1] | ring)
        self._all = self._seen[-1].copy()

    def _append(self, ring: Bits, seen: Bits) -> None:
        self._rings.append(ring)
        self._seen.append(seen)
        self._counts.append(int(np.bitwise_count(ring).sum()))

    def counts_without(self, leaver: int) -> list[int]:
        """Count the ordered pairs of those who stay at distance 1, 2, ..."""
        width = self._rings[0].shape[1]
        word, bit = divmod(leaver, 64)
        others = np.full(width, ~np.uint64(0))
        others[word] ^= np.uint64(1) << np.uint64(bit)
        put_back: list[tuple[Bits, Index, Bits]] = []

        def put(kept: Bits, place: Index, bits: Bits | int) -> None:
            put_back.append((kept, place, kept[place].copy()))
            kept[place] = bits

        everything: Index = (np.full(width, leaver), np.arange(width))
        put(self._rings[0], everything, 0)
        lost_rows, lost = np.array([leaver]), np.zeros((1, width), dtype=np.uint64)
        missing = np.zeros(0, dtype=np.int64)  # words of which somebody is not yet met again
        counts: list[int] = []
        for distance in count_from(1):
            if distance == len(self._rings):
                if not missing.size:
                    break
                self._append(np.zeros_like(self._all), self._all.copy())
            ring, seen = self._rings[distance - 1], self._seen[distance - 1]
            after = self._rings[distance]
            n_left = self._counts[distance] - int(np.bitwise_count(after[leaver]).sum())
            n_left -= int((after[:, word] & ~others[word] != 0).sum())
            # Only who was met through a row that lost somebody may be lost here.
            tied, _, of = _entries(self._tied_to, lost_rows)
            hit, words = np.nonzero(lost[of] & after[tied])
            keys = np.unique(np.concatenate([tied[hit] * width + words, missing]))
            rows, words = divmod(keys[keys // width != leaver], width)
            neighbours, starts, of = _entries(self._csr, rows)
            found = np.zeros(0, dtype=np.uint64)
            if rows.size:
                found = np.bitwise_or.reduceat(ring[neighbours, words[of]], starts)
            found &= ~seen[rows, words] & others[words]
            before = after[rows, words] & others[words]
            differs = found != before
            rows, words, found, before = (
                rows[differs],
                words[differs],
                found[differs],
                before[differs],
            )
            n_left += int(np.bitwise_count(found).sum()) - int(np.bitwise_count(before).sum())
            counts.append(n_left)
            if not n_left:
                break
            lost_rows, at = np.unique(np.append(rows, leaver), return_inverse=True)
            lost = np.zeros((lost_rows.size, width), dtype=np.uint64)
            lost[at[:-1], words] = before & ~found
            lost[at[-1]] = after[leaver] & others
            put(after, (rows, words), found)
            put(after, everything, 0)
            rows, words = divmod(np.union1d(missing, rows * width + words), width)
            now = seen[rows, words] | after[rows, words]
            differs = (now ^ self._seen[distance][rows, words]) & others[words] != 0
            rows, words = rows[differs], words[differs]
            missing = rows * width + words
            put(self._seen[distance], (rows, words), now[differs])
        for kept, place, bits in reversed(put_back):
            kept[place] = bits
        return counts


def _entries(csr: Csr, rows: Ints) -> tuple[Ints, Ints, Ints]:
    """The neighbours of some actors, where those of each begin, and whose each is."""
    begin = csr.indptr[rows]
    n = csr.indptr[rows + 1] - begin
    starts = np.cumsum(n) - n
    of = np.repeat(np.arange(rows.size), n)
    return csr.indices[(begin - starts)[of] + np.arange(of.size)], starts, of
