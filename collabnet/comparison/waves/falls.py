"""Falls of a share within a log: how far each fell, and how far shares fall by chance.

A carrier's share of a link is compared with the share before, by the signed root of the
likelihood ratio of two binomials. Chance is what reordering the months does: where nothing
changes over time, any order of the months is as likely as the one that came about. The largest
fall of a reordered log, over all carriers and windows at once, holds the chance of a false alarm
for the log as a whole (Westfall and Young 1993, Resampling-Based Multiple Testing, Wiley).
Months are moved whole and for everybody alike, so bursts within a month and people who carry two
links change nothing.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from collabnet.engine.work import in_parts

Floats = NDArray[np.float64]
DRAWS = 999
_PART = 50


class Stretch(NamedTuple):
    """Months from ``start`` up to before ``end``, compared with all months before ``start``."""

    start: int
    end: int


class Falls(NamedTuple):
    """Falls of every carrier in every stretch.

    Attributes
    ----------
    stretches : those looked at
    size : float, shape (carriers, stretches), 0 where the share did not fall
    chance : float, the same shape, 0 to 1: how often a log without any change shows a fall
        of this size or more, of anybody in any stretch
    """

    stretches: tuple[Stretch, ...]
    size: Floats
    chance: Floats


def stretches(months: int, window: int) -> tuple[Stretch, ...]:
    """Give the last window and the last two at the end of each window, counted from the last.

    Before each stretch stands a window at least.

    Examples
    --------
    >>> [tuple(one) for one in stretches(18, 6)]
    [(12, 18), (6, 18), (6, 12)]
    >>> stretches(11, 6)
    ()
    """
    return tuple(_stretches(months, window))


def _stretches(months: int, window: int) -> Iterator[Stretch]:
    for end in range(months, 2 * window - 1, -window):
        for length in (window, 2 * window):
            if end - length >= window:
                yield Stretch(end - length, end)


def find_falls(
    carried: Floats, named: Floats, window: int, *, draws: int = DRAWS, seed: int = 0
) -> Falls:
    """Compare every carrier's share in every stretch with the share before.

    Time: O(draws x carriers x months).

    Parameters
    ----------
    carried : shape (carriers, months), referrals that the carrier sent over the link
    named : the same shape, referrals over the link that name who sent them
    window : months in a window, 1 or more
    draws : orders of the months that are tried, 19 or more
    seed : of the draws

    Examples
    --------
    >>> carried = np.array([[5.0] * 12 + [1.0] * 6])
    >>> found = find_falls(carried, np.full((1, 18), 10.0), 6, draws=199)
    >>> found.chance.min() < 0.05
    np.True_
    """
    months = carried.shape[1]
    looked_at = stretches(months, window)
    if not looked_at or not len(carried):
        nothing = np.zeros((len(carried), len(looked_at)))
        return Falls(looked_at, nothing, nothing + 1.0)
    size = _sizes(carried, named, looked_at)
    tried = orders(months, draws, seed)

    def largest(begin: int, end: int) -> Floats:
        part = tried[begin:end]
        own, of = (np.moveaxis(one[:, part], 1, 0) for one in (carried, named))
        found: Floats = _sizes(own, of, looked_at).max(axis=(1, 2))
        return found

    by_chance = np.sort(
        np.concatenate(list(in_parts(largest, draws, part=_PART, what="reordering the months")))
    )
    # The log as it is counts as one of the orders: a chance is never 0. Rounding aside.
    as_large = draws - np.searchsorted(by_chance, size * (1 - 1e-12), side="left")
    return Falls(looked_at, size, (as_large + 1) / (draws + 1))


def orders(months: int, draws: int, seed: int) -> NDArray[np.int64]:
    """Draw orders of some months, shape (draws, months)."""
    generator = np.random.Generator(np.random.PCG64(seed))
    return generator.permuted(np.tile(np.arange(months), (draws, 1)), axis=1)


def _sizes(carried: Floats, named: Floats, looked_at: tuple[Stretch, ...]) -> Floats:
    """Signed root of the likelihood ratio, shape (..., carriers, stretches)."""
    start, end = (np.array(ends) for ends in zip(*looked_at, strict=True))
    own, of = _totals(carried), _totals(named)
    own_before, of_before = own[..., start], of[..., start]
    own_now, of_now = own[..., end] - own_before, of[..., end] - of_before
    apart = _fit(own_now, of_now) + _fit(own_before, of_before)
    ratio = 2 * (apart - _fit(own_now + own_before, of_now + of_before))
    fell = own_now * of_before < own_before * of_now
    sizes: Floats = np.where(fell, np.sqrt(np.maximum(ratio, 0.0)), 0.0)
    return sizes


def _totals(counts: Floats) -> Floats:
    """What was counted before each month, and at the end."""
    none = np.zeros((*counts.shape[:-1], 1))
    return np.concatenate([none, np.cumsum(counts, axis=-1)], axis=-1)


def _fit(own: Floats, of: Floats) -> Floats:
    """Log-likelihood of a binomial at its own share."""
    found: Floats = _n_log_n(own) + _n_log_n(of - own) - _n_log_n(of)
    return found


def _n_log_n(n: Floats) -> Floats:
    found: Floats = n * np.log(np.maximum(n, 1.0))
    return found
