"""Place boxes of given sizes: tied ones near each other, none on another, little room lost."""

import numpy as np
from numpy.typing import NDArray

from collabnet.plots.boxes_ring import Floats, Ints, ring

GAP = 46.0  # room between two boxes, so that the lines between them can be seen
TIED = 2.5  # so many ties pull at a box on average; where all are tied, shape counts too
SHORTLIST = 12
RING_MOST = 12  # boxes; a ring of more is so large that names are small on paper
RING_FROM = 0.25  # of the lines over boxes
RING_ASPECT = 0.75  # of the aspect aimed at: a higher ellipse loses less room
CROSSED = 1.2  # a line over a foreign box is as bad as a line longer by this many boxes


def place_boxes(
    sizes: Floats,
    weights: Floats,
    *,
    seed: int = 0,
    aspect: float = 1.6,
    gap: float = GAP,
    may_ring: bool = False,
) -> Floats:
    """Find a centre for every box; the same input and seed give the same places.

    Boxes are set down one after another, the most tied first, each beside those that already
    stand, where its lines are short, cross few boxes and the whole keeps the shape ``aspect``
    (width by height). Then each is taken up once more and set down where it is better. Several
    orders are tried; the most readable picture stays. Where few boxes are so tied that more than
    a quarter of the lines would pass over others, they stand on a ring if ``may_ring``.

    Parameters
    ----------
    sizes : shape (n, 2), width and height
    weights : shape (n, n), symmetric: how much ties two boxes, 0 for none

    Returns
    -------
    array, shape (n, 2)
        Centres; the whole is centred at 0, 0. Gaps are at least ``gap``.

    Examples
    --------
    >>> sizes = np.array([[100.0, 50.0], [100.0, 50.0]])
    >>> place_boxes(sizes, np.array([[0.0, 1.0], [1.0, 0.0]])).tolist()
    [[0.0, 48.0], [0.0, -48.0]]
    """
    random = np.random.default_rng(seed)
    pull = np.sqrt(weights)
    pull /= max(1.0, float(pull.sum(axis=1).mean()) / TIED)
    best, least = np.zeros_like(sizes), np.inf
    for start in range(max(1, min(8, 90 // len(sizes)))):
        noise = random.uniform(0.4, 1.6, len(sizes)) if start else np.ones(len(sizes))
        board = _Board(sizes, pull, aspect, gap)
        for i in _order(pull, sizes, noise):
            board.set_down(i)
        for i in np.argsort(-pull.sum(axis=1), kind="stable"):
            board.set_down(int(i))
        cost = board.cost()
        if cost < least - 1e-9:
            best, least = board.centres, cost
    if may_ring and len(sizes) <= RING_MOST and _share_over(best, sizes, pull) > RING_FROM:
        order = np.array(_order(pull, sizes, np.ones(len(sizes))))
        best = ring(sizes, order, aspect=RING_ASPECT * aspect, gap=gap)
    low, high = (best - sizes / 2).min(axis=0), (best + sizes / 2).max(axis=0)
    return np.asarray(best - (low + high) / 2)


def overlaps(centres: Floats, sizes: Floats, gap: float = 0.0) -> NDArray[np.bool_]:
    """Tell for every pair of boxes whether they come nearer to each other than ``gap``."""
    apart = np.abs(centres[:, None] - centres[None])
    needed = (sizes[:, None] + sizes[None]) / 2 + gap - 1e-6
    close = np.asarray((apart < needed).all(axis=2))
    np.fill_diagonal(close, False)
    return close


def crossings(starts: Floats, ends: Floats, centres: Floats, sizes: Floats) -> NDArray[np.bool_]:
    """Tell for every line and box whether the straight line passes over the box.

    >>> crossings(*np.array([[[0.0, 0.0]], [[9.0, 0.0]], [[5.0, 1.0]], [[4.0, 4.0]]])).tolist()
    [[True]]
    """
    enter, leave = np.zeros((2, len(starts), len(centres)))
    leave += 1
    for axis in (0, 1):  # the part of the line between the two edges across this axis
        way = (ends - starts)[:, axis, None]
        way = np.where(np.abs(way) < 1e-9, 1e-9, way)
        middle = (centres[:, axis] - starts[:, axis, None]) / way
        half = np.abs(sizes[:, axis] / 2 / way)
        enter = np.maximum(enter, middle - half)
        leave = np.minimum(leave, middle + half)
    return np.asarray(enter < leave)


def _share_over(centres: Floats, sizes: Floats, pull: Floats) -> float:
    """Give the share of straight lines that pass over a box which is not an end."""
    here, there = np.nonzero(np.triu(pull))
    over = crossings(centres[here], centres[there], centres, sizes + 8)
    lines = np.arange(len(here))
    over[lines, here] = over[lines, there] = False
    return float(over.any(axis=1).mean()) if len(here) else 0.0


def _order(pull: Floats, sizes: Floats, noise: Floats) -> list[int]:
    """List boxes, each next the one most tied to those before; large ones first among equals."""
    n = len(sizes)
    area = sizes.prod(axis=1)
    rank = (pull.sum(axis=1) + 1e-3 * area / area.max()) * noise
    order: list[int] = []
    to_placed = np.zeros(n)
    for _ in range(n):
        # Boxes without any tie have rank near 0 and come last, into the room that is left.
        score = np.where(to_placed > 0, rank.max() + 1 + to_placed * noise, rank)
        score[order] = -np.inf
        order.append(int(score.argmax()))
        to_placed = to_placed + pull[order[-1]]
    return order


class _Board:
    """Boxes set down so far."""

    def __init__(self, sizes: Floats, pull: Floats, aspect: float, gap: float) -> None:
        self.sizes, self.pull, self.gap = sizes, pull, gap
        self.centres = np.zeros_like(sizes)
        self.stands = np.zeros(len(sizes), dtype=bool)
        self.unit = float(np.sqrt((sizes + gap).prod(axis=1)).mean())
        self.shape = np.array([1 / np.sqrt(aspect), np.sqrt(aspect)])
        self.from_, self.to = np.nonzero(np.triu(pull))

    def set_down(self, i: int) -> None:
        """Put box ``i`` (which may stand already) at its best free place beside the others."""
        others = self.stands.copy()
        others[i] = False
        if others.any():
            self.centres[i] = self._best_place(i, np.flatnonzero(others))
        self.stands[i] = True

    def _best_place(self, i: int, others: Ints) -> Floats:
        at, sizes = self.centres[others], self.sizes[others]
        places = self._free_places(i, at, sizes)
        tied = np.flatnonzero(self.pull[i, others])
        length = np.hypot(*(places[:, None] - at[tied][None]).transpose(2, 0, 1))
        low = np.minimum(places - self.sizes[i] / 2, (at - sizes / 2).min(axis=0))
        high = np.maximum(places + self.sizes[i] / 2, (at + sizes / 2).max(axis=0))
        span = (high - low) * self.shape
        middle = (low + high) / 2
        cost = length @ self.pull[i, others[tied]] / self.unit
        cost = cost + 3.0 * span.max(axis=1) / self.unit + 0.2 * span.min(axis=1) / self.unit
        cost = cost + 0.05 * np.abs((places - middle) * self.shape).sum(axis=1) / self.unit
        short = np.argsort(cost, kind="stable")[:SHORTLIST]
        cost = cost[short] + CROSSED * self._crossed(i, places[short], others, tied)
        return np.asarray(places[short[int(cost.argmin())]])

    def _free_places(self, i: int, at: Floats, sizes: Floats) -> Floats:
        """List places that touch a box (but for the gap) and overlap none."""
        reach = (sizes + self.sizes[i]) / 2 + self.gap
        if len(at) <= 40:
            level = (sizes - self.sizes[i]) / 2
            beside = np.concatenate([at - reach, at + reach, at - level, at, at + level])
            xs, ys = (np.unique(line) for line in beside.round(2).T)
            places = np.stack(np.meshgrid(xs, ys), axis=2).reshape(-1, 2)
        else:
            sides = np.array([[a, b] for a in (-1, 0, 1) for b in (-1, 0, 1) if a or b])
            places = (at[:, None] + reach[:, None] * sides[None]).reshape(-1, 2)
        apart = np.abs(places[:, None] - at[None])
        free = ~(apart < reach[None] - 0.01).all(axis=2).any(axis=1)
        return np.asarray(places[free])

    def _crossed(self, i: int, places: Floats, others: Ints, tied: Ints) -> Floats:
        """Count lines over box ``i`` at each place, and boxes under the lines it would have."""
        stands = np.zeros(len(self.sizes), dtype=bool)
        stands[others] = True
        lines = stands[self.from_] & stands[self.to]
        rows, columns = self.from_[lines], self.to[lines]
        size = np.broadcast_to(self.sizes[i] + 8, places.shape)
        over = crossings(self.centres[rows], self.centres[columns], places, size)
        count = self.pull[rows, columns] @ over
        starts = np.repeat(places, len(tied), axis=0)
        goals = np.tile(others[tied], len(places))
        under = crossings(starts, self.centres[goals], self.centres[others], self.sizes[others] + 8)
        under[np.arange(len(goals)), np.tile(tied, len(places))] = False
        own = under.sum(axis=1) * self.pull[i, goals]
        return np.asarray(count + own.reshape(len(places), -1).sum(axis=1))

    def cost(self) -> float:
        """Add up what makes the picture hard to read: long lines, boxes crossed, small drawing."""
        starts, ends = self.centres[self.from_], self.centres[self.to]
        share = self.pull[self.from_, self.to]
        over = crossings(starts, ends, self.centres, self.sizes + 8)
        lines = np.arange(len(share))
        over[lines, self.from_] = over[lines, self.to] = False
        corners = np.concatenate([self.centres - self.sizes / 2, self.centres + self.sizes / 2])
        span = np.ptp(corners, axis=0)
        size = float((span * self.shape).max()) / self.unit / np.sqrt(len(self.sizes))
        length = float(np.hypot(*(ends - starts).T) @ share) / self.unit
        total = float(share.sum()) or 1.0
        crossed = float(share @ over.sum(axis=1))
        return float((length + CROSSED * crossed) / total + 3.0 * size)
