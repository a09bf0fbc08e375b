"""Lines of the network map: which ties are one line, how wide it is, and how it runs."""

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from collabnet.plots.map_bends import Bend, Curve, Obstacles, Point, clear_bend

LANE = 18.0  # between lines of the same two actors
TOOTH = 3.8  # how far a zigzag swings
AIR = 2.0  # between a box and the end of a line
ALIKE = 1  # the step of width where all lines are as strong as each other
BASES = ("formal", "informal", "unknown")
QUALITIES = ("usable", "strained", "absent")


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
    [(('court', 'ann'), 1, True)]
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
    is_alike = most > 0 and len(set(strengths.values())) == 1  # then no line is to stand out
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
                step=ALIKE if is_alike else width_step(strengths[key], most),
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


def way(
    line: Line, start: Spot, end: Spot, clear_of: Obstacles | None = None
) -> tuple[Point, list[Point], Point]:
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

    def curve(bend: Bend) -> Curve:
        along, aside = bend
        point = Point(
            from_.x + along * (to.x - from_.x) - aside * dy,
            from_.y + along * (to.y - from_.y) + aside * dx,
        )
        return Curve(_leave(start, point), point, _leave(end, point))

    usual = Bend(0.5, arc)
    drawn = curve(clear_bend(usual, curve, clear_of) if clear_of else usual)
    points = zigzag(drawn) if line.quality == "strained" else [drawn.control]
    return drawn.begin, points, drawn.finish


def _leave(spot: Spot, toward: Point) -> Point:
    """Where a line leaves an actor on its way to a point."""
    x, y = spot.middle
    whole = math.hypot(toward.x - x, toward.y - y) or 1.0
    dx, dy = (toward.x - x) / whole, (toward.y - y) / whole
    out = spot.edge(dx, dy) + (0 if spot.is_round else AIR)
    return Point(x + out * dx, y + out * dy)


def zigzag(curve: Curve) -> list[Point]:
    """Give corners on both sides of a curve; it is straight at both ends, so that arrows point.

    >>> straight = Curve(Point(0, 0), Point(30, 0), Point(60, 0))
    >>> [round(corner.y, 1) for corner in zigzag(straight)]
    [0.0, 3.8, -3.8, 3.8, -3.8, 0.0]
    """
    (x0, y0), (x1, y1), (x2, y2) = curve
    chord, by_control = math.dist(curve.begin, curve.finish), math.dist(curve.begin, curve.control)
    by_control += math.dist(curve.control, curve.finish)
    length = (chord + by_control) / 2
    run = min(14.0, length / 4)
    teeth = max(3, math.floor((length - 2 * run) / 7 + 0.5))
    corners = []
    for i in range(teeth + 1):
        at = (run + (length - 2 * run) * i / teeth) / length
        swing = 0.0 if i in (0, teeth) else TOOTH if i % 2 else -TOOTH
        x = (1 - at) ** 2 * x0 + 2 * at * (1 - at) * x1 + at * at * x2
        y = (1 - at) ** 2 * y0 + 2 * at * (1 - at) * y1 + at * at * y2
        dx = (1 - at) * (x1 - x0) + at * (x2 - x1)
        dy = (1 - at) * (y1 - y0) + at * (y2 - y1)
        speed = math.hypot(dx, dy) or 1.0
        corners.append(Point(x - swing * dy / speed, y + swing * dx / speed))
    return corners
