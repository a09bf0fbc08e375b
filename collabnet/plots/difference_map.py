"""What became of each tie between two times, on one map: by dashes, sign, words and colour."""

from collections.abc import Iterator, Mapping

from collabnet.plots.layout import Positions, positions
from collabnet.plots.map_bends import Point
from collabnet.plots.map_lines import Line, way
from collabnet.plots.map_look import PAPER, Look
from collabnet.plots.map_shapes import arrow, at, circle, clean, dashes, n, text
from collabnet.plots.map_svg import MapPicture
from collabnet.sharing.released_waves import Drawn

LOOKS: Mapping[str, tuple[str, str, tuple[float, ...], float]] = {
    "kept": ("#5a6572", "", (), 1.6),
    "new": ("#0072b2", "+", (), 4.2),
    "lost": ("#d55e00", "×", (7, 7), 2.8),
}
"""Colour, sign in the middle of the line, dashes and width of each change."""
WORDS = {"kept": "kept", "new": "new (+)", "lost": "lost (×)"}
# A map tells three kinds of line apart by their basis: here they stand for the change.
_BASIS = {"kept": "formal", "new": "informal", "lost": "unknown"}
_CHANGE = {basis: change for change, basis in _BASIS.items()}
_SIGN = 9.0  # half the width of a sign's disc


def difference_places(drawn: Drawn) -> Positions:
    """Place agencies and people of both times together: nobody moves from one to the other."""
    return positions(drawn["agencies"], drawn["people"], drawn["ties"])


def difference_highlight(drawn: Drawn) -> dict[str, list[str]]:
    """Give the ids of the lines that are kept, new and lost, for the map on the screen.

    Examples
    --------
    >>> tie = {"id": "t", "from": "a", "to": "b", "change": "new"}
    >>> difference_highlight({"agencies": [], "people": [], "ties": [tie]})
    {'kept': [], 'new': ['t'], 'lost': []}
    """
    return {
        change: [str(tie["id"]) for tie in drawn["ties"] if tie["change"] == change]
        for change in LOOKS
    }


def difference_svg(drawn: Drawn, *, title: str, label: str) -> str:
    """Draw one map of two times, as SVG; names are text, whatever they hold.

    Parameters
    ----------
    drawn : agencies, people and ties, each tie with ``change``: `ReleasedTimes.map`
    title : what the picture shows; also its text for those who can't see it
    label : who may see it and where the data come from; stands below

    Examples
    --------
    >>> agencies = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
    >>> tie = {"id": "t", "from": "a", "to": "b", "change": "lost"}
    >>> drawn = {"agencies": agencies, "people": [], "ties": [tie]}
    >>> "lost (×)" in difference_svg(drawn, title="Map", label="made up")
    True
    """
    ties = [{**tie, "basis": _BASIS[str(tie["change"])]} for tie in drawn["ties"]]
    picture = _Differences({**drawn, "ties": ties}, difference_places(drawn))
    return "\n".join(picture.parts(clean(title), clean(label)))


class _Differences(MapPicture):
    """The map of the screen in print, with lines that tell what became of them."""

    def _line(self, line: Line) -> Iterator[str]:
        colour, mark, pattern, width = LOOKS[_CHANGE[line.basis]]
        first, second = line.ends
        start, end = self._spot(first, second), self._spot(second, first)
        begin, points, finish = way(line, start, end, self._obstacles(first, second))
        wide = width * self.scale
        yield (
            f'<path d="M{at(begin)}Q{at(points[0])} {at(finish)}" fill="none" stroke="{colour}"'
            f' stroke-width="{n(wide)}" stroke-linecap="round"{dashes(pattern, self.scale)}/>'
        )
        if line.to_second:
            yield arrow(finish, points[-1], wide, colour)
        if line.to_first:
            yield arrow(begin, points[0], wide, colour)
        if mark:
            middle = Point(*(a / 4 + b / 2 + c / 4 for a, b, c in zip(begin, points[0], finish,
                                                                    strict=True)))  # fmt: skip
            yield from _sign(middle, mark, colour)

    def _legend(self, x: float, y: float, rows: list[list[Look]]) -> Iterator[str]:
        del rows  # three short entries: one row will do
        there = {_CHANGE[line.basis] for line in self.lines}
        for change, (colour, mark, pattern, width) in LOOKS.items():
            if change not in there:
                continue
            yield (
                f'<path d="M{n(x)} {n(y - 4)}h38" fill="none" stroke="{colour}"'
                f' stroke-width="{n(width)}" stroke-linecap="round"{dashes(pattern, 1)}/>'
            )
            if mark:
                yield from _sign(Point(x + 19, y - 4), mark, colour)
            yield text(x + 46, y, 14, WORDS[change], "")
            x += 46 + 8 * len(WORDS[change]) + 20


def _sign(middle: Point, mark: str, colour: str) -> Iterator[str]:
    """A disc with a plus or a cross: told apart without colour."""
    yield circle(middle.x, middle.y, _SIGN, f'fill="{PAPER}" stroke="{colour}" stroke-width="1.6"')
    far = _SIGN * 0.55
    for dx, dy in ((far, 0.0), (0.0, far)) if mark == "+" else ((far, far), (far, -far)):
        ends = f"M{n(middle.x - dx)} {n(middle.y - dy)}L{n(middle.x + dx)} {n(middle.y + dy)}"
        yield f'<path d="{ends}" stroke="{colour}" stroke-width="2.4" stroke-linecap="round"/>'
