"""Rank bands: actors that can't be told apart share a place."""

import numpy as np

from collabnet.engine import Bools, Floats


def rank_bands(low: Floats, high: Floats) -> Floats:
    """Number bands of actors from the highest down; overlapping intervals share a band.

    Whoever overlaps with somebody of a band belongs to it, so that two bands never overlap.

    Returns
    -------
    array of floats, 1 for the highest band; NaN where an interval is undefined

    Examples
    --------
    >>> rank_bands(np.array([5.0, 4.0, 1.0]), np.array([7.0, 5.5, 2.0])).tolist()
    [1.0, 1.0, 2.0]
    """
    bands = np.full(low.size, np.nan)
    seen = np.flatnonzero(np.isfinite(low) & np.isfinite(high))
    band, bottom = 0, np.inf
    for i in seen[np.argsort(-high[seen], kind="stable")].tolist():
        if high[i] < bottom:
            band += 1
            bottom = low[i]
        bottom = min(bottom, low[i])
        bands[i] = band
    return bands


def ranks(values: Floats) -> Floats:
    """Rank values from the highest, which is 1, down; equals share the mean of their ranks.

    NaN where undefined.

    Examples
    --------
    >>> ranks(np.array([3.0, 5.0, 3.0, np.nan])).tolist()
    [2.5, 1.0, 2.5, nan]
    """
    found = np.full(values.size, np.nan)
    seen = np.isfinite(values)
    levels, at, count = np.unique(
        np.round(-values[seen], 12), return_inverse=True, return_counts=True
    )
    last = np.cumsum(count)
    found[seen] = (last - (count - 1) / 2)[at] if levels.size else np.zeros(0)
    return found


def is_first(values: Floats) -> Bools:
    """Say who has more than everybody else; nobody where two share the highest value.

    Examples
    --------
    >>> is_first(np.array([3.0, 5.0, np.nan])).tolist(), is_first(np.array([5.0, 5.0])).tolist()
    ([False, True, False], [False, False])
    """
    return np.asarray(ranks(values) == 1.0)
