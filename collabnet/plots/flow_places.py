"""Where the agencies and ribbons of a flow picture stand, in pixels from the top."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from collabnet.plots.figure_style import text
from collabnet.sharing.released_links import ReleasedLink

ROOM = 300.0  # for all ribbons together
THINNEST = 3.0
NAME = 24  # letters on a line of a name
LINE = 18.0  # its height
APART = 12.0

End = Literal["from", "to"]


class Side(NamedTuple):
    """One side: of each agency in order its name in lines, its top and its height."""

    end: End
    names: Mapping[str, str]
    tops: Mapping[str, float]
    heights: Mapping[str, float]
    height: float

    def centred(self, height: float) -> "Side":
        """The same in the middle of a greater height."""
        down = (height - self.height) / 2
        return self._replace(tops={one: top + down for one, top in self.tops.items()})


def agency(link: ReleasedLink, end: End) -> str:
    """Give the id of the agency at an end."""
    return link.from_id if end == "from" else link.to_id


def scale_of(links: Iterable[ReleasedLink]) -> float:
    """Give the pixels of one referral."""
    return ROOM / max(sum(one.referrals or 0 for one in links), 12)


def width(link: ReleasedLink, scale: float) -> float:
    """Give the width of a ribbon; one without referrals is a thin line."""
    return max(THINNEST, scale * (link.referrals or 0))


def stand(links: Sequence[ReleasedLink], end: End, order: Sequence[str], scale: float) -> Side:
    """Set agencies down one below another, each with room for its name on top."""
    heights: defaultdict[str, float] = defaultdict(float)
    counts: defaultdict[str, int] = defaultdict(int)
    for link in links:
        heights[agency(link, end)] += width(link, scale)
        counts[agency(link, end)] += link.referrals or 0
    called = {agency(link, end): _name(link, end) for link in links}
    names = {one: _named(called[one], counts[one]) for one in order}
    tops, at = {}, 0.0
    for one in order:
        at += LINE * (1 + names[one].count("<br>"))
        tops[one] = at
        at += heights[one] + APART
    return Side(end, names, tops, heights, at - APART)


def _name(link: ReleasedLink, end: End) -> str:
    return link.from_name if end == "from" else link.to_name


def _named(name: str, count: int) -> str:
    return text(f"{name}: {count:,}" if count else name, NAME)


def tops_of(
    links: Iterable[ReleasedLink], side: Side, other: Side, scale: float
) -> dict[str, float]:
    """Give where each ribbon begins on a side: in its agency's room, by where the other end is."""
    at, found = dict(side.tops), {}
    for one in sorted(links, key=lambda one: other.tops[agency(one, other.end)]):
        here = agency(one, side.end)
        found[one.id] = at[here]
        at[here] += width(one, scale)
    return found
