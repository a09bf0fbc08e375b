"""The map in print: every actor where the screen has it, every name as text, every tie by form."""

from xml.etree import ElementTree

import pytest

from collabnet.plots.layout import positions
from collabnet.plots.map_lines import Point, Spot, lines, way
from collabnet.plots.map_svg import map_svg
from hostile_names import NAMES
from map_page import ELEMENTS, PLACES, tie

SVG = "{http://www.w3.org/2000/svg}"
AGENCIES = {"court", "shelter"}
PEOPLE = {"ann", "bea", "dee"}


def draw(elements, places=None, title="Map", label="Internal: names staff."):
    words = map_svg(elements, places or positions(**elements), title=title, label=label)
    return ElementTree.fromstring(words)


def texts(root):
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


class TestPicture:
    def test_people_and_boxes_stand_where_the_screen_has_them(self):
        root = draw(ELEMENTS, PLACES)
        rounds = {
            (float(one.get("cx")), float(one.get("cy"))) for one in root.findall(f"{SVG}circle")
        }
        assert {
            tuple(PLACES["people"][name]) for name in ("ann", "bea", "cal", "who", "dee")
        } <= rounds
        boxes = {
            tuple(float(one.get(name)) for name in ("x", "y", "width", "height"))
            for one in root.findall(f"{SVG}rect")
        }
        for x, y, width, height, _ in PLACES["agencies"].values():
            assert (x - width / 2, y - height / 2, width, height) in boxes

    def test_it_says_what_it_shows_and_who_may_see_it(self):
        root = draw(ELEMENTS, PLACES, title="Who works with whom", label="Internal: names staff.")
        assert root.find(f"{SVG}title").text == "Who works with whom"
        assert texts(root)[0] == "Who works with whom"
        assert texts(root)[-1] == "Internal: names staff."
        assert texts(root)[-5:-1] == ["formal", "informal", "basis unknown", "strained"]

    def test_basis_is_told_by_dashes_and_missing_ties_are_left_out(self):
        root = draw(ELEMENTS, PLACES)
        lines = [one for one in root.findall(f"{SVG}path") if one.get("fill") == "none"][:6]
        told = [(one.get("stroke"), one.get("stroke-dasharray")) for one in lines]
        assert told == [
            ("#d55e00", "17.4 11.6"),  # widest: dashes and gaps grow with the line
            ("#d55e00", "9 6"),
            ("#0072b2", None),
            ("#a8437f", None),
            ("#5a6572", "0.1 6"),
            ("#d55e00", "9 6"),
        ]

    def test_every_name_is_text(self):
        agencies = [{"id": f"a{i}", "label": NAMES[i], "sector": NAMES[i]} for i in range(12)]
        people = [
            {"id": f"p{i}", "label": name, "role": name, "agency": f"a{i % 12}"}
            for i, name in enumerate(NAMES)
        ]
        ties = [tie(f"t{i}", "p0", f"p{i}", kind=name) for i, name in enumerate(NAMES)]
        elements = {"agencies": agencies, "people": people, "ties": ties}
        root = draw(elements, title=NAMES[0], label=NAMES[7])
        tags = {one.tag.removeprefix(SVG) for one in root.iter()}
        assert tags == {"svg", "title", "rect", "text", "tspan", "path", "circle", "g"}
        assert texts(root)[0] == NAMES[0]
        assert texts(root)[-1] == NAMES[7]

    def test_what_xml_cannot_hold_is_replaced(self):
        elements = {"agencies": [{"id": "a", "label": "A\x00\x1bB"}], "people": [], "ties": []}
        assert "A��B" in texts(draw(elements))

    def test_nothing_gives_an_empty_picture(self):
        root = draw({"agencies": [], "people": [], "ties": []})
        assert texts(root) == ["Map", "Internal: names staff."]


class TestLines:
    def test_ties_of_two_actors_with_one_basis_and_quality_are_one_line(self):
        ties = [
            tie("1", "ann", "dee", strength=3, directed=True),
            tie("2", "dee", "ann", strength=1),
            tie("3", "ann", "dee", "formal"),
            tie("4", "ann", "dee", quality="strained"),
        ]
        found = lines(ties, AGENCIES, PEOPLE)
        assert [(one.basis, one.quality, one.lane) for one in found] == [
            ("informal", "usable", -1.0),
            ("formal", "usable", 0.0),
            ("informal", "strained", 1.0),
        ]
        assert [(one.to_first, one.to_second, one.step) for one in found] == [
            (False, True, 3),
            (False, False, 0),
            (False, False, 0),
        ]

    def test_ends_that_are_not_there_and_ties_with_oneself_are_left_out(self):
        ties = [tie("1", "ann", "gone"), tie("2", "ann", "ann"), tie("3", "ann", "court")]
        assert [one.ends for one in lines(ties, AGENCIES, PEOPLE)] == [("court", "ann")]

    def test_a_line_leaves_signs_and_boxes_at_their_edge(self):
        sign = Spot(Point(0, 0), 38, 38, is_round=True)
        box = Spot(Point(300, 0), 100, 60, is_round=False)
        (line,) = lines([tie("1", "ann", "bea")], AGENCIES, PEOPLE)
        begin, (turn,), end = way(line, sign, box)
        assert begin.x == pytest.approx(23, abs=0.5)  # radius and a little air
        assert end.x == pytest.approx(248, abs=0.1)
        assert turn == pytest.approx((136.5, 18.2), abs=0.1)  # aside by 8 % of its length

    def test_a_strained_line_goes_in_zigzag(self):
        spots = [Spot(Point(x, 0), 38, 38, is_round=True) for x in (0, 300)]
        (line,) = lines([tie("1", "ann", "bea", quality="strained")], AGENCIES, PEOPLE)
        _, points, _ = way(line, *spots)
        arc = [2 * 20.3 * (one.x - 23) / 254 * (1 - (one.x - 23) / 254) for one in points]
        sides = [round(one.y - middle, 1) for one, middle in zip(points, arc, strict=True)]
        assert sides[0] == sides[-1] == 0
        assert set(sides[1:-1]) == {3.8, -3.8}
