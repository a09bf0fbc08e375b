"""The network map as a picture for print: places and look of the screen, in light colours."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

import numpy as np

from collabnet.plots.layout import LETTER, NAME_SIZE, Positions
from collabnet.plots.map_bends import Obstacles, Point
from collabnet.plots.map_lines import Line, Spot, lines, way
from collabnet.plots.map_look import (
    DASHES,
    INK,
    LINES,
    PAPER,
    SECTORS,
    SIGNS,
    SOFT,
    STRAINED_DASHES,
    WIDTHS,
    Kind,
    Look,
    look_width,
    look_words,
    sample_width,
)
from collabnet.plots.map_shapes import (
    arrow,
    at,
    circle,
    clean,
    dashes,
    lines_of_text,
    n,
    rect,
    sign,
    text,
)

Rows = Sequence[Mapping[str, Any]]
Drawn = Mapping[str, Rows]
MARGIN = 30.0
TOP, BOTTOM = 44.0, 64.0  # room for the title, and for the legend with the label
LEGEND_ROW = 24.0
PERSON, HUB, GROUP = 38.0, 50.0, 50.0
INSET = 6.0
AROUND = 8.0  # between a line and a box that it passes
SIDE = 24.0  # more room on both sides, for lines that pass a box there
TITLE, SMALL = 22.0, 14.0  # sizes of the title, and of the words below
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif"


def map_svg(
    drawn: Drawn,
    places: Positions,
    *,
    title: str,
    label: str,
    sectors: Sequence[str] | None = None,
    describes: str = "",
    beside: Rows = (),
) -> str:
    """Draw agencies, people and ties; names are text, whatever they hold.

    Parameters
    ----------
    drawn : agencies, people and ties, as ``Released.map`` has them
    places : where they stand, from `collabnet.plots.layout.positions`
    title : what the picture shows; also its text for those who can't see it
    label : who may see it and where the data come from; stands below
    sectors : in the order in which they take colours, where several maps are to have the same
    describes : what is read out after the title to those who can't see the picture
    beside : ties of a map that stands beside this one; the legend explains those, too

    Examples
    --------
    >>> from collabnet.plots.layout import positions
    >>> one = {"agencies": [{"id": "a", "label": "A & B"}], "people": [], "ties": []}
    >>> "A &amp; B" in map_svg(one, positions(**one), title="Map", label="made up")
    True
    """
    picture = MapPicture(drawn, places, sectors, beside)
    return "\n".join(picture.parts(clean(title), clean(label), clean(describes)))


class MapPicture:
    """A map part by part: what stands on it, and how each part looks."""

    def __init__(
        self,
        drawn: Drawn,
        places: Positions,
        sectors: Sequence[str] | None = None,
        beside: Rows = (),
    ) -> None:
        self.places = places
        self.scale = places["name_size"] / NAME_SIZE
        self.agencies = {str(row["id"]): row for row in drawn["agencies"]}
        self.people = {
            str(row["id"]): row for row in drawn["people"] if str(row["id"]) in places["people"]
        }
        order = sectors or sorted({row.get("sector") or "" for row in self.agencies.values()})
        self.tint = {
            id_: SECTORS[order.index(row.get("sector") or "") % len(SECTORS)]
            for id_, row in self.agencies.items()
        }
        made = lines(drawn["ties"], self.agencies, self.people)
        self.lines = [line for line in made if line.quality != "absent"]
        others = lines(beside, self.places["agencies"], self.people)
        self.explained = self.lines + [line for line in others if line.quality != "absent"]

    def parts(self, title: str, label: str, describes: str = "") -> Iterator[str]:
        """Give the lines of the picture, from its opening tag to its end."""
        left, top, width, height = self._frame()
        room = (width - 2 * MARGIN) / LETTER
        heads = textwrap.wrap(title, int(room / TITLE)) or [""]
        said = textwrap.wrap(label, int(room / SMALL)) or [""]
        # Further lines of the title and the label make the picture higher.
        above, below = 1.3 * TITLE * (len(heads) - 1), 1.3 * SMALL * (len(said) - 1)
        rows = self._legend_rows(width - 2 * MARGIN)
        more = LEGEND_ROW * (len(rows) - 1)
        top, height = top - above, height + above + more + below
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{n(width)}"'
            f' height="{n(height)}" viewBox="{n(left)} {n(top)} {n(width)} {n(height)}"'
            f' font-family="{FONT}" fill="{INK}">'
        )
        yield f"<title>{escape(f'{title}. {describes}' if describes else title)}</title>"
        yield rect(left, top, width, height, 0, f'fill="{PAPER}"')
        for i, words in enumerate(heads):
            at_head = top + MARGIN + 14 + 1.3 * TITLE * i
            yield text(left + MARGIN, at_head, TITLE, words, 'font-weight="700"')
        yield from map(self._agency, self.agencies)
        for line in self.lines:
            yield from self._line(line)
        for id_ in self.people:
            yield from self._person(id_)
        yield from map(self._name, self.agencies)
        foot = top + height - MARGIN - below
        yield from self._legend(left + MARGIN, foot - 28 - more, rows)
        for i, words in enumerate(said):
            at_line = foot + 1.3 * SMALL * i
            yield text(left + MARGIN, at_line, SMALL, words, f'fill="{SOFT}"')
        yield "</svg>"

    def _frame(self) -> tuple[float, float, float, float]:
        left, top, right, bottom = self._room()
        more = max(0.0, 620 + 2 * MARGIN - (right - left)) / 2  # the legend needs some width
        return left - more, top - TOP, right - left + 2 * more, bottom - top + TOP + BOTTOM

    def _room(self) -> tuple[float, float, float, float]:
        """Say what there is for boxes and lines: left, top, right and bottom."""
        boxes = list(self.places["agencies"].values()) or [(0.0, 0.0, 600.0, 100.0, 0.0)]
        left, top = (min(box[i] - box[i + 2] / 2 for box in boxes) for i in (0, 1))
        right, bottom = (max(box[i] + box[i + 2] / 2 for box in boxes) for i in (0, 1))
        aside = MARGIN + SIDE * self.scale
        return left - aside, top - MARGIN, right + aside, bottom + MARGIN

    def _agency(self, id_: str) -> str:
        row, (edge, ground) = self.agencies[id_], self._colours(id_)
        x, y, width, height, _ = self.places["agencies"][id_]
        broken = ' stroke-dasharray="6 4"' if row.get("outside") else ""
        look = f'fill="{ground}" stroke="{edge}" stroke-width="{n(1.4 * self.scale)}"{broken}'
        return rect(x - width / 2, y - height / 2, width, height, 12, look)

    def _name(self, id_: str) -> str:
        """An agency's name lies above the lines, and is read wherever one passes."""
        row, (edge, ground) = self.agencies[id_], self._colours(id_)
        x, y, width, height, name = self.places["agencies"][id_]
        size = self.places["name_size"]
        words = textwrap.wrap(str(row["label"]), int((width - 24) / (LETTER * size))) or [""]
        middle = y - height / 2 + name / 2 if self._staff(id_) else y
        top = middle - len(words) * 0.6 * size
        return lines_of_text(words, Point(x, top), size, edge, 600, ground=ground)

    def _staff(self, agency: str) -> bool:
        return any(str(row["agency"]) == agency for row in self.people.values())

    def _colours(self, agency: str) -> tuple[str, str]:
        edge, ground = self.tint[agency]
        return edge, PAPER if self.agencies[agency].get("outside") else ground

    def _person(self, id_: str) -> Iterator[str]:
        row = self.people[id_]
        x, y = self.places["people"][id_]
        edge, ground = self._colours(str(row["agency"]))
        kind = _kind(row)
        is_hub = bool(row.get("is_hub"))
        height = HUB if is_hub else PERSON
        width = GROUP if kind == "group" else height
        body, ink = (PAPER, edge) if kind == "unknown" else (edge, PAPER)
        rim = edge if kind == "unknown" else PAPER
        broken = ' stroke-dasharray="4 3"' if kind == "unknown" else ""
        look = f'fill="{body}" stroke="{rim}" stroke-width="2.5"{broken}'
        if is_hub:
            yield circle(x, y, height / 2 + 3, f'fill="none" stroke="{edge}" stroke-width="3"')
        if kind in ("group", "position"):
            corner = height / 2 if kind == "group" else 7
            yield rect(x - width / 2, y - height / 2, width, height, corner, look)
        else:
            yield circle(x, y, height / 2, look)
        yield sign(kind, Point(x, y), 0.62 * height, ink)
        words = textwrap.wrap(_short(str(row["label"])), 15) or [""]
        below = Point(x, y + height / 2 + (7 if is_hub else 4))
        yield lines_of_text(words, below, 12, INK, 700 if is_hub else 400, ground=ground)

    def _line(self, line: Line) -> Iterator[str]:
        first, second = line.ends
        start, end = self._spot(first, second), self._spot(second, first)
        begin, points, finish = way(line, start, end, self._obstacles(first, second))
        strained = line.quality == "strained"
        colour = LINES["strained" if strained else line.basis]
        width = self.scale * WIDTHS[line.step]
        stretch = max(self.scale, width / 2.8)
        pattern = (STRAINED_DASHES if strained else DASHES)[line.basis]
        turns = (
            "".join(f"L{at(point)}" for point in points) + "L" if strained else f"Q{at(points[0])} "
        )
        yield (
            f'<path d="M{at(begin)}{turns}{at(finish)}" fill="none" stroke="{colour}"'
            f' stroke-width="{n(width)}" stroke-linecap="round"{dashes(pattern, stretch)}/>'
        )
        if line.to_second:
            yield arrow(finish, points[-1], width, colour)
        if line.to_first:
            yield arrow(begin, points[0], width, colour)

    def _spot(self, id_: str, other: str) -> Spot:
        if id_ in self.people:
            row = self.people[id_]
            height = HUB if row.get("is_hub") else PERSON
            width = GROUP if row.get("kind") == "group" else height
            home = str(row["agency"])
            return Spot(Point(*self.places["people"][id_]), width, height, True, home)
        x, y, width, height, name = self.places["agencies"][id_]
        if other in self.people and str(self.people[other]["agency"]) == id_:
            # A tie with the own agency ends at the name, not at the box around both.
            top = y - height / 2 + name / 2
            return Spot(Point(x, top), width - 2 * INSET, name - 4, False, id_)
        return Spot(Point(x, y), width, height, False)

    def _obstacles(self, *ends: str) -> Obstacles:
        """List the boxes that a line is to pass clear of: all but those its ends stand in."""
        homes = {str(self.people[end]["agency"]) if end in self.people else end for end in ends}
        boxes = [
            (x, y, width + 2 * AROUND, height + 2 * AROUND)
            for id_, (x, y, width, height, _) in self.places["agencies"].items()
            if id_ in self.agencies and id_ not in homes
        ]
        left, top, right, bottom = self._room()
        frame = (left + AROUND, top + AROUND, right - AROUND, bottom - AROUND)
        return Obstacles(np.array(boxes).reshape(-1, 4), frame)

    def _legend_rows(self, room: float) -> list[list[Look]]:
        """Share out each look that is drawn to as many rows as it takes."""
        drawn = {(line.quality == "strained", line.basis) for line in self.explained}
        rows: list[list[Look]] = [[]]
        for look in ((kind, basis) for kind in (False, True) for basis in DASHES):
            if look in drawn:
                if rows[-1] and sum(map(look_width, [*rows[-1], look])) > room:
                    rows.append([])
                rows[-1].append(look)
        return rows

    def _legend(self, x: float, y: float, rows: list[list[Look]]) -> Iterator[str]:
        """Show what the looks mean: basis by dashes, strained by a zigzag as well."""
        for i, row in enumerate(rows):
            left, at_row = x, y + LEGEND_ROW * i
            for look in row:
                is_strained, basis = look
                d = "l4-4" + "l6 8l6-8" * 4 + "l4 4" if is_strained else "h38"
                pattern = (STRAINED_DASHES if is_strained else DASHES)[basis]
                yield (
                    f'<path d="M{n(left)} {n(at_row - 4)}{d}" fill="none"'
                    f' stroke="{LINES["strained" if is_strained else basis]}"'
                    f' stroke-width="2.4" stroke-linecap="round"{dashes(pattern, 1)}/>'
                )
                yield text(left + sample_width(look) + 8, at_row, 14, look_words(look), "")
                left += look_width(look)


def _short(name: str) -> str:
    return name[:38].rstrip() + "…" if len(name) > 40 else name


def _kind(row: Mapping[str, Any]) -> Kind:
    kind: Kind | None = row.get("kind")
    return kind if kind in SIGNS else "person"
