"""Lines of the network map: which ties are one line, how wide it is, and how it runs."""

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

LANE = 18.0  # between lines of the same two actors
TOOTH = 3.8  # how far a zigzag swings
AIR = 2.0  # between a box and the end of a line
BASES = ("formal", "informal", "unknown")
QUALITIES = ("usable", "strained", "absent")


class Point(NamedTuple):
    """A place in the picture, y downwards."""

    x: float
    y: float


@dataclass(frozen=True)
class Spot:
    """Where an actor stands: its middle, how large it is, and the box around it ("" for none)."""

    middle: Point
    width: float
    height: float
    is_round: bool
    home: str = ""

    def edge(self, dx: float, dy: float) -> float:
        """Say how far from the middle a line in this direction (of length 1) leaves it."""
        if self.is_round:
            return self.width / 2 + 4
        across = self.width / 2 / abs(dx) if abs(dx) > 1e-6 else math.inf
        down = self.height / 2 / abs(dy) if abs(dy) > 1e-6 else math.inf
        return min(across, down)


@dataclass(frozen=True)
class Line:
    """Ties of the same two ends with one basis and quality; ``lane`` keeps lines side by side."""

    ends: tuple[str, str]
    basis: str
    quality: str
    step: int
    lane: float
    to_first: bool
    to_second: bool


def lines(
    ties: Iterable[Mapping[str, Any]], agencies: Container[str], people: Container[str]
) -> list[Line]:
    """Put the ties of the same two actors together, as the screen does: agencies come first.

    >>> tie = {"from": "ann", "to": "court", "basis": "formal", "strength": 2.0, "directed": True}
    >>> [(line.ends, line.step, line.to_first) for line in lines([tie], {"court"}, {"ann"})]
    [(('court', 'ann'), 3, True)]
    """
    groups: defaultdict[tuple[str, str, str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for tie in ties:
        ends = (str(tie["from"]), str(tie["to"]))
        first, second = sorted(ends, key=lambda end: (end in people, end))
        if first != second and all(end in people or end in agencies for end in ends):
            basis = _one_of(BASES, tie.get("basis"), "unknown")
            groups[first, second, basis, _one_of(QUALITIES, tie.get("quality"), "usable")].append(
                tie
            )
    strengths = {
        key: sum(float(tie.get("strength") or 0) for tie in found) for key, found in groups.items()
    }
    most = max(strengths.values(), default=0.0)
    beside: defaultdict[tuple[str, str], list[tuple[str, str, str, str]]] = defaultdict(list)
    for key in groups:
        beside[key[:2]].append(key)
    found = []
    for key, members in groups.items():
        first, second, basis, quality = key
        row = beside[first, second]
        arrows = {str(tie["to"]) for tie in members if tie.get("directed")}
        found.append(
            Line(
                ends=(first, second),
                basis=basis,
                quality=quality,
                step=width_step(strengths[key], most),
                lane=row.index(key) - (len(row) - 1) / 2,
                to_first=first in arrows,
                to_second=second in arrows,
            )
        )
    return found


def _one_of(words: tuple[str, ...], word: object, usual: str) -> str:
    return str(word) if word in words else usual


def width_step(amount: float, most: float) -> int:
    """Give the step of width by the share of the strongest: a width never gives a number away.

    >>> [width_step(amount, 20) for amount in (0, 3, 4, 10, 20)]
    [0, 0, 1, 2, 3]
    """
    share = amount / most if most else 0.0
    return sum(share > bound for bound in (0.15, 0.4, 0.75))


def way(line: Line, start: Spot, end: Spot) -> tuple[Point, list[Point], Point]:
    """Say where a line begins, by which points it goes, and where it ends.

    A strained line goes through corners; any other has one point, which draws its curve aside.
    """
    (x, y), (to_x, to_y) = start.middle, end.middle
    whole = math.hypot(to_x - x, to_y - y) or 1.0
    dx, dy = (to_x - x) / whole, (to_y - y) / whole
    out, back = start.edge(dx, dy), end.edge(dx, dy)
    length = max(8.0, whole - out - back)
    is_inside = bool(start.home) and start.home == end.home
    arc = min(length * (0.2 if is_inside else 0.08), 40.0) + line.lane * LANE
    from_, to = Point(x + out * dx, y + out * dy), Point(to_x - back * dx, to_y - back * dy)
    if line.quality == "strained":
        corners = [(at, aside) for at, aside in zigzag(length, arc)]
    else:
        corners = [(0.5, arc)]
    points = [
        Point(
            from_.x + at * (to.x - from_.x) - aside * dy,
            from_.y + at * (to.y - from_.y) + aside * dx,
        )
        for at, aside in corners
    ]
    return _leave(start, points[0]), points, _leave(end, points[-1])


def _leave(spot: Spot, toward: Point) -> Point:
    """Where a line leaves an actor on its way to a point."""
    x, y = spot.middle
    whole = math.hypot(toward.x - x, toward.y - y) or 1.0
    dx, dy = (toward.x - x) / whole, (toward.y - y) / whole
    out = spot.edge(dx, dy) + (0 if spot.is_round else AIR)
    return Point(x + out * dx, y + out * dy)


def zigzag(length: float, arc: float) -> list[tuple[float, float]]:
    """Give the corners along an arc: share of the way, and how far aside; straight at both ends."""
    run = min(14.0, length / 4)
    teeth = max(3, math.floor((length - 2 * run) / 7 + 0.5))
    corners = []
    for i in range(teeth + 1):
        at = (run + (length - 2 * run) * i / teeth) / length
        swing = 0.0 if i in (0, teeth) else TOOTH if i % 2 else -TOOTH
        corners.append((at, 2 * arc * at * (1 - at) + swing))
    return corners
