"""Where agencies and people stand in a picture: people in rows inside their agency's box."""

import math
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

import numpy as np

from collabnet.plots.boxes import GAP, place_boxes
from collabnet.plots.boxes_ring import Floats

CELL = (104.0, 92.0)  # room of one person: the sign and two lines of name below it
HEAD = 25.0  # from the top of that room to the middle of the sign
EDGE = 12.0
NAME_SIZE = 15.0  # of an agency's name
LETTER = 0.66  # in sizes of the name: width of a letter, on the generous side,
LINE = 1.25  # height of a line,
NARROWEST = 12.0  # and the least width of a box

Row = Mapping[str, Any]


NARROW: Mapping[str, float] = {"aspect": 0.5, "screen": 370.0}
READABLE = 11.0  # letters on the screen, in pixels, when the whole is in view
LARGEST = 40.0
LOST = 1.25  # room of the whole by room of its boxes


class Positions(TypedDict):
    """Centres in picture units, y downwards; boxes: x, y, width, height, height of the name."""

    name_size: float
    agencies: dict[str, tuple[float, float, float, float, float]]
    people: dict[str, tuple[float, float]]


def positions(
    agencies: Sequence[Row],
    people: Sequence[Row],
    ties: Sequence[Row],
    *,
    seed: int = 0,
    aspect: float = 1.6,
    screen: float = 1200.0,
) -> Positions:
    """Place every agency and person; the same rows and seed always give the same places.

    Agencies need ``id`` and ``label``, people ``id`` and ``agency``, ties ``from`` and ``to`` (a
    person or an agency). Agencies that share many ties come near each other and no box touches
    another; people stand on the side of the box where their ties lead. ``aspect`` is the shape
    aimed at, width by height, and ``screen`` the width in pixels on which the whole is seen at
    first: the more there is, the larger are agencies' names and the gaps drawn. `NARROW` has both
    for a telephone.

    Examples
    --------
    >>> places = positions(
    ...     [{"id": "court", "label": "Court"}, {"id": "shelter", "label": "Shelter"}],
    ...     [{"id": "ann", "agency": "court"}, {"id": "bea", "agency": "shelter"}],
    ...     [{"from": "ann", "to": "bea"}],
    ... )
    >>> sorted(places["people"]), sorted(places["agencies"])
    (['ann', 'bea'], ['court', 'shelter'])
    """
    if not agencies:
        return {"name_size": NAME_SIZE, "agencies": {}, "people": {}}
    home = {str(row["id"]): i for i, row in enumerate(agencies)}
    staff: list[list[str]] = [[] for _ in agencies]
    for row in people:
        if row["agency"] in home:
            staff[home[row["agency"]]].append(str(row["id"]))
    agency_of = home | {person: i for i, group in enumerate(staff) for person in group}
    ends = [(str(row["from"]), str(row["to"])) for row in ties]
    ends = [pair for pair in ends if pair[0] in agency_of and pair[1] in agency_of]

    weights = np.zeros((len(agencies), len(agencies)))
    for here, there in ends:
        weights[agency_of[here], agency_of[there]] += 1
    weights = weights + weights.T
    np.fill_diagonal(weights, 0)
    labels = [str(row["label"]) for row in agencies]
    name_size = _name_size(_sizes(labels, staff, NAME_SIZE), aspect, screen)
    sizes = _sizes(labels, staff, name_size)
    gap = GAP + 2 * (name_size - NAME_SIZE)
    centres = place_boxes(
        sizes, weights, seed=seed, aspect=aspect, gap=gap, may_ring=not any(staff)
    )
    spots = [
        _cells(centre, size, len(group))
        for centre, size, group in zip(centres, sizes, staff, strict=True)
    ]
    seats = _seat_people(staff, spots, centres, home, agency_of, ends)
    return {
        "name_size": name_size,
        "agencies": {name: _box(centres[i], sizes[i], len(staff[i])) for name, i in home.items()},
        "people": {name: (round(x, 1), round(y, 1)) for name, (x, y) in seats.items()},
    }


def _sizes(labels: list[str], staff: list[list[str]], name_size: float) -> Floats:
    boxes = zip(labels, staff, strict=True)
    return np.array([box_size(label, len(group), name_size) for label, group in boxes])


def _name_size(sizes: Floats, aspect: float, screen: float) -> float:
    """Say how large names must be, in units of the picture, to be read on the screen."""
    width = math.sqrt(LOST * float((sizes + GAP).prod(axis=1).sum()) * aspect)
    return round(min(max(NAME_SIZE, READABLE * width / screen), LARGEST), 1)


def box_size(label: str, n_people: int, name_size: float = NAME_SIZE) -> tuple[float, float]:
    """Say how wide and high a box must be for its name and its people.

    >>> box_size("Court", 4)
    (232.0, 226.75)
    """
    columns = math.ceil(math.sqrt(n_people))
    width = max(NARROWEST * name_size, columns * CELL[0] + 2 * EDGE)
    letters = int((width - 2 * EDGE) / (LETTER * name_size))
    lines = len(textwrap.wrap(label, letters)) or 1
    rows = math.ceil(n_people / columns) if columns else 0
    return width, lines * LINE * name_size + 2 * EDGE + rows * CELL[1]


def _cells(centre: Floats, size: Floats, n_people: int) -> Floats:
    """List the places of a box, row by row from the bottom edge up; the last row is centred."""
    columns = math.ceil(math.sqrt(n_people)) or 1
    rows = math.ceil(n_people / columns)
    bottom = centre[1] + size[1] / 2 - EDGE
    places = []
    for i in range(n_people):
        row, column = divmod(i, columns)
        in_row = min(columns, n_people - row * columns)
        x = centre[0] + (column - (in_row - 1) / 2) * CELL[0]
        places.append((x, bottom - (rows - row) * CELL[1] + HEAD))
    return np.array(places).reshape(-1, 2)


def _seat_people(
    staff: list[list[str]],
    spots: list[Floats],
    centres: Floats,
    home: dict[str, int],
    agency_of: dict[str, int],
    ends: list[tuple[str, str]],
) -> dict[str, tuple[float, float]]:
    """Give every person a place of the box, so that the lines to others are short."""
    at = {name: centres[i] for name, i in agency_of.items()}
    others: dict[str, list[str]] = {name: [] for name in agency_of}
    for here, there in ends:
        if here != there:
            others[here].append(there)
            others[there].append(here)
    for _ in range(3):
        for group, places in zip(staff, spots, strict=True):
            for person, place in zip(group, _assign(group, places, others, at), strict=True):
                at[person] = place
    return {name: (float(x), float(y)) for name, (x, y) in at.items() if name not in home}


def _assign(
    group: list[str], places: Floats, others: dict[str, list[str]], at: dict[str, Floats]
) -> Floats:
    """Choose who stands where by exchanging two people as long as that shortens the lines."""
    n = len(group)
    length = np.zeros((n, n))
    for i, person in enumerate(group):
        if others[person]:
            ends = np.array([at[other] for other in others[person]])
            length[i] = np.hypot(*(places[:, None] - ends[None]).transpose(2, 0, 1)).sum(axis=1)
    order = np.arange(n)
    for _ in range(4 * n):
        now = length[:, order]
        gain = now.diagonal()[:, None] + now.diagonal()[None] - now - now.T
        best = int(gain.argmax())
        if n == 0 or gain.flat[best] < 1e-6:
            break
        i, j = divmod(best, n)
        order[[i, j]] = order[[j, i]]
    return places[order]


def _box(centre: Floats, size: Floats, n_people: int) -> tuple[float, float, float, float, float]:
    columns = math.ceil(math.sqrt(n_people)) or 1
    name = size[1] - math.ceil(n_people / columns) * CELL[1] - EDGE
    x, y, width, height, top = (round(float(value), 1) for value in (*centre, *size, name))
    return x, y, width, height, top
