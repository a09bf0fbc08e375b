"""The map in print: every actor where the screen has it, every name as text, every tie by form."""

from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest

from collabnet.plots.agencies_alone import agencies_alone
from collabnet.plots.layout import positions
from collabnet.plots.map_bends import Curve, Obstacles, Point, n_under
from collabnet.plots.map_lines import Spot, lines, way
from collabnet.plots.map_look import STRAINED_DASHES
from collabnet.plots.map_svg import MapPicture, map_svg
from collabnet.sharing import release
from hostile_names import NAMES
from map_page import ELEMENTS, PLACES, tie
from samples.shared import assessment_of

SVG = "{http://www.w3.org/2000/svg}"
AGENCIES = {"court", "shelter"}
PEOPLE = {"ann", "bea", "dee"}


def draw(elements, places=None, title="Map", label="Internal: names staff."):
    words = map_svg(elements, places or positions(**elements), title=title, label=label)
    return ElementTree.fromstring(words)


def texts_of(one):
    return "".join(one.itertext())


def is_tie(one):
    return one.tag == f"{SVG}path" and one.get("fill") == "none" and one.get("d").count("Q")


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
        said = ["formal", "informal", "basis unknown", "formal, strained"]
        assert texts(root)[-5:-1] == said

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
        begin, points, finish = way(line, *spots)
        _, (control,), _ = way(replace(line, quality="usable"), *spots)
        at = np.linspace(0, 1, 10_001)[:, None]
        ends = (np.array(one) for one in (begin, control, finish))
        shares = ((1 - at) ** 2, 2 * at * (1 - at), at**2)
        curve = sum(share * end for share, end in zip(shares, ends, strict=True))
        far = [np.hypot(*(curve - point).T) for point in points]
        assert [round(min(one), 1) for one in far[1:-1]] == [3.8] * (len(points) - 2)
        below = [point.y > curve[one.argmin()][1] for point, one in zip(points, far, strict=True)]
        assert below[1:-1] == [i % 2 == 0 for i in range(len(points) - 2)]

    def test_the_zigzag_is_seen_whatever_the_basis(self):
        """Dots alone would differ from those of a usable tie by colour only."""
        for basis in ("formal", "informal", "unknown"):
            pattern = STRAINED_DASHES[basis]
            assert not pattern or pattern[0] >= 14  # a tooth and its return, 7 each

    def test_lines_that_are_all_alike_are_not_wide(self):
        ties = [tie("1", "ann", "dee", strength=1), tie("2", "bea", "dee", strength=1)]
        assert [one.step for one in lines(ties, AGENCIES, PEOPLE)] == [1, 1]

    def test_a_line_bends_round_a_box_that_is_not_its_end(self):
        ends = [Spot(Point(x, 0), 100, 60, is_round=False) for x in (0, 400)]
        (line,) = lines([tie("1", "court", "shelter")], AGENCIES, PEOPLE)
        boxes = np.array([[200.0, 10.0, 100.0, 60.0]])
        over = n_under([Curve(b, c, f) for b, (c,), f in [way(line, *ends)]], boxes)
        clear_of = Obstacles(boxes, (-60.0, -200.0, 460.0, 200.0))
        round_ = [Curve(b, c, f) for b, (c,), f in [way(line, *ends, clear_of)]]
        assert (over.tolist(), n_under(round_, boxes).tolist()) == ([1], [0])

    def test_names_are_written_above_the_lines(self):
        found = [one.tag.removeprefix(SVG) for one in draw(ELEMENTS, PLACES)]
        told = [texts_of(one) for one in draw(ELEMENTS, PLACES)]
        last_line = max(i for i, one in enumerate(draw(ELEMENTS, PLACES)) if is_tie(one))
        names = [i for i, said in enumerate(told) if said in {"Police", "Youth shelter"}]
        assert len(names) == 2 and min(names) > last_line
        assert [found[i - 1] for i in names] == ["rect", "rect"]  # a plate in the box's colour


class TestSamples:
    @pytest.mark.parametrize("name", ["site_a", "site_b", "advocacy_center_48h"])
    @pytest.mark.parametrize("audience", ["internal", "partner"])
    def test_no_line_passes_over_a_box_that_is_not_its_end(self, name, audience):
        drawn = agencies_alone(release(assessment_of(name), audience).map)
        places = positions(drawn["agencies"], [], drawn["ties"])
        picture = MapPicture(drawn, places)
        over = []
        for line in picture.lines:
            first, second = line.ends
            spots = picture._spot(first, second), picture._spot(second, first)
            clear_of = picture._obstacles(first, second)
            begin, (control,), finish = way(replace(line, quality="usable"), *spots, clear_of)
            if n_under([Curve(begin, control, finish)], clear_of.boxes)[0]:
                over.append(line.ends)
        assert not over

    def test_where_all_are_tied_no_line_passes_over_a_box_either(self):
        names = [f"a{i}" for i in range(8)]
        drawn = {
            "agencies": [{"id": name, "label": f"Agency {name}"} for name in names],
            "people": [],
            "ties": [tie(a + b, a, b) for a in names for b in names if a < b],
        }
        places = positions(drawn["agencies"], [], drawn["ties"])
        picture = MapPicture(drawn, places)
        for line in picture.lines:
            spots = [picture._spot(*ends) for ends in (line.ends, line.ends[::-1])]
            clear_of = picture._obstacles(*line.ends)
            begin, (control,), finish = way(line, *spots, clear_of)
            assert not n_under([Curve(begin, control, finish)], clear_of.boxes)[0]
