"""How a line of the network map bends, so that it passes clear of the boxes it does not end at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from collabnet.plots.boxes import crossings
from collabnet.plots.boxes_ring import Floats

STEPS = 12  # ways tried on either side
FARTHEST = 1.6  # the widest of them, by the longest side of a box
ALONG = (0.5, 0.25, 0.75)  # where a line bends: in the middle if that will do
PIECES = 12  # a curve is tried as so many straight pieces
OUT = 3  # to leave the picture is as bad as to pass over so many boxes


class Point(NamedTuple):
    """A place in the picture, y downwards."""

    x: float
    y: float


class Curve(NamedTuple):
    """A line from its begin to its finish, drawn aside by its control point."""

    begin: Point
    control: Point
    finish: Point


class Bend(NamedTuple):
    """Where the control point lies: share of the way, and how far aside of it."""

    along: float
    aside: float


@dataclass(frozen=True)
class Obstacles:
    """What a line is to pass clear of.

    Attributes
    ----------
    boxes : shape (n, 4), x and y of the middle, width and height
    frame : left, top, right and bottom of the room there is
    """

    boxes: Floats
    frame: tuple[float, float, float, float]


def clear_bend(usual: Bend, curve_of: Callable[[Bend], Curve], obstacles: Obstacles) -> Bend:
    """Choose the bend nearest the usual one with which a line passes over the fewest boxes.

    Examples
    --------
    >>> def curve_of(bend):
    ...     return Curve(Point(0, 0), Point(100, bend.aside), Point(200, 0))
    >>> frame = (-20, -200, 220, 200)
    >>> in_the_way = np.array([[100.0, 0.0, 60.0, 40.0]])
    >>> clear_bend(Bend(0.5, 10.0), curve_of, Obstacles(in_the_way, frame))
    Bend(along=0.5, aside=50.0)
    >>> beside = np.array([[100.0, 90.0, 60.0, 40.0]])
    >>> clear_bend(Bend(0.5, 10.0), curve_of, Obstacles(beside, frame))
    Bend(along=0.5, aside=10.0)
    """
    boxes = obstacles.boxes
    if not len(boxes) or not n_under([curve_of(usual)], boxes)[0]:
        return usual
    tried = [usual, *_others(usual, float(boxes[:, 2:].max()))]
    curves = [curve_of(bend) for bend in tried]
    left, top, right, bottom = obstacles.frame
    points = _points(curves)
    out = (points < (left, top)).any(axis=(1, 2)) | (points > (right, bottom)).any(axis=(1, 2))
    return tried[int((n_under(curves, boxes) + OUT * out).argmin())]


def n_under(curves: Sequence[Curve], boxes: Floats) -> Floats:
    """Count the boxes that each curve passes over.

    >>> curve = Curve(Point(0, 0), Point(10, 0), Point(20, 0))
    >>> n_under([curve], np.array([[10.0, 2.0, 5.0, 5.0], [10.0, 9.0, 5.0, 5.0]])).tolist()
    [1]
    """
    points = _points(curves)
    ends = points[:, :-1].reshape(-1, 2), points[:, 1:].reshape(-1, 2)
    over = crossings(*ends, boxes[:, :2], boxes[:, 2:]).reshape(len(curves), PIECES, -1)
    return np.asarray(over.any(axis=1).sum(axis=1))


def _points(curves: Sequence[Curve]) -> Floats:
    """Give points on each curve: shape (n, PIECES + 1, 2)."""
    at = np.linspace(0, 1, PIECES + 1)
    shares = np.array([(1 - at) ** 2, 2 * at * (1 - at), at**2]).T
    return np.asarray(shares @ np.array(curves, dtype=float))


def _others(usual: Bend, longest: float) -> Iterator[Bend]:
    """List other bends, the nearest first."""
    for step in range(1, STEPS + 1):
        more = FARTHEST * longest * step / STEPS
        for along in ALONG:
            yield Bend(along, usual.aside + more)
            yield Bend(along, usual.aside - more)
