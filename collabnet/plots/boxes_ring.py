"""Place boxes on a ring: where nearly all are tied, straight lines then pass over few of them."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ANGLES = 720
HALVINGS = 24


def ring(sizes: Floats, order: Ints, *, aspect: float, gap: float) -> Floats:
    """Set boxes down along the smallest ellipse on which ``gap`` is left between neighbours.

    Parameters
    ----------
    sizes : shape (n, 2), width and height
    order : shape (n,), which box comes next, clockwise from the right
    aspect : of the ellipse, width by height

    Returns
    -------
    array, shape (n, 2)
        Centres.

    Examples
    --------
    >>> sizes = np.full((4, 2), 40.0)
    >>> ring(sizes, np.arange(4), aspect=1.0, gap=20.0).round().astype(int).tolist()
    [[60, 0], [0, 60], [-60, 0], [0, -60]]
    """
    angles = 2 * np.pi * np.arange(ANGLES) / ANGLES
    around = np.stack([np.sqrt(aspect) * np.cos(angles), np.sin(angles) / np.sqrt(aspect)], axis=1)
    small, large = 0.0, float((sizes + gap).max() * len(sizes))
    for _ in range(HALVINGS):
        middle = (small + large) / 2
        if _steps(around * middle, sizes[order], gap) is None:
            small = middle
        else:
            large = middle
    steps = _steps(around * large, sizes[order], gap)
    if steps is None:
        raise AssertionError("The largest ring holds every box.")
    centres = np.empty_like(sizes)
    centres[order] = (around * large)[steps]
    return centres


def _steps(points: Floats, sizes: Floats, gap: float) -> list[int] | None:
    """Go round, each box as soon as it is clear of the one before; None if the ring is too small.

    What is left of the way round is shared out between them.
    """
    steps = [0]
    for before, size in pairwise(sizes):
        at = steps[-1]
        apart = np.abs(points[at:] - points[at]) >= (before + size) / 2 + gap
        clear = np.flatnonzero(apart.any(axis=1))
        if not len(clear):
            return None
        steps.append(at + int(clear[0]))
    end = np.abs(points[steps[-1] :] - points[0]) < (sizes[-1] + sizes[0]) / 2 + gap
    needed = int(end.all(axis=1).sum())
    left = ANGLES - steps[-1] - needed
    if left < 0:
        return None
    shared = [step + left * i // len(sizes) for i, step in enumerate(steps)]
    at_, far = points[shared], (sizes[:, None] + sizes[None]) / 2 + gap
    close = (np.abs(at_[:, None] - at_[None]) < far - 1e-6).all(axis=2)
    return None if np.triu(close, 1).any() else shared
