"""Two maps on one set of places."""

import re
from xml.etree import ElementTree

from collabnet.comparison.sites import Comparison
from collabnet.plots.side_by_side import side_by_side
from collabnet.reports.comparison_files import pictures
from collabnet.sharing.comparison import release_comparison
from samples.shared import coalition_of


def drawn(*agencies, ties=()):
    """A map of agencies given as id or (id, label, sector)."""
    rows = [(one, one, "") if isinstance(one, str) else one for one in agencies]
    return {
        "agencies": [{"id": id_, "label": label, "sector": sector} for id_, label, sector in rows],
        "people": [],
        "ties": [{"id": f"{a}{b}", "from": a, "to": b, "basis": "formal"} for a, b in ties],
    }


def boxes(svg):
    """The box (x, y, width, height) around each name in a picture."""
    root = ElementTree.fromstring(svg)
    rects = [
        tuple(float(one.get(name)) for name in ("x", "y", "width", "height"))
        for one in root.iter("rect")
        if one.get("rx") == "12"
    ]
    found = {}
    for text in root.iter("text"):
        lines = list(text.iter("tspan"))
        if text.get("text-anchor") != "middle" or not lines:
            continue
        x, y = (float(lines[0].get(name) or text.get(name)) for name in ("x", "y"))
        (around,) = [
            box for box in rects if box[0] < x < box[0] + box[2] and box[1] < y < box[1] + box[3]
        ]
        found[" ".join(line.text for line in lines)] = around
    return found


def ids(rows):
    return [row["id"] for row in rows["agencies"]]


class TestSideBySide:
    def test_agencies_with_the_same_part_share_a_place(self):
        one = drawn("court_a", "fbi", ties=[("court_a", "fbi")])
        other = drawn("court_b", "club", ties=[("club", "court_b")])
        found = side_by_side(one, other, {"court_b": "court_a"})
        assert (ids(found.a), ids(found.b)) == (["court_a", "fbi"], ["court_a", "club"])
        assert sorted(found.places["agencies"]) == ["club", "court_a", "fbi"]
        assert {found.b["ties"][0]["from"], found.b["ties"][0]["to"]} == {"club", "court_a"}

    def test_the_same_id_alone_is_not_the_same_part(self):
        found = side_by_side(drawn("unit", "court"), drawn("unit"), {})
        assert ids(found.b) == ["unit'"]
        assert len(found.places["agencies"]) == 3

    def test_a_box_holds_the_longer_of_both_names(self):
        long = "Residential and outpatient program for minors of the whole region"
        found = side_by_side(drawn(("a", "Home", "")), drawn(("b", long, "")), {"b": "a"})
        alone = side_by_side(drawn(("a", "Home", "")), drawn(), {})
        assert found.places["agencies"]["a"][3] > alone.places["agencies"]["a"][3]
        assert [row["label"] for row in (*found.a["agencies"], *found.b["agencies"])] == [
            "Home", long,
        ]  # fmt: skip

    def test_a_sector_has_one_colour_on_both(self):
        one = drawn(("a", "Court", "court"), ("b", "Club", "social"))
        other = drawn(("c", "Home", "social"))
        first, second = side_by_side(one, other, {}).svgs(["A", "B"], "made up")
        colours = [re.search(rf'fill="(#\w+)"[^>]*>(?:<tspan[^>]*>){name}', svg).group(1)
                   for svg, name in ((first, "Club"), (second, "Home"))]  # fmt: skip
        assert colours[0] == colours[1]

    def test_both_pictures_of_the_study_sites_have_one_frame(self):
        made = Comparison(coalition_of("site_a"), coalition_of("site_b"), draws=1)
        released = release_comparison(made)
        found = side_by_side(*released.maps, released.same)
        frames = {re.search(r'viewBox="[^"]+"', svg).group() for svg in found.svgs("AB", "made up")}
        assert len(frames) == 1
        assert "police_b" not in found.places["agencies"]

    def test_both_pictures_show_each_part_in_one_place(self):
        """Read from the pictures as drawn: the box around each name, on one and on the other."""
        made = Comparison(coalition_of("site_a"), coalition_of("site_b"), draws=1)
        for audience in ("internal", "partner"):
            released = release_comparison(made, audience)
            one, other = (boxes(svg) for svg in pictures(released))
            names = [
                {row["id"]: row["label"] for row in each["agencies"]} for each in released.maps
            ]
            assert (set(one), set(other)) == tuple(set(each.values()) for each in names)
            together = {names[0][a]: names[1][b] for b, a in released.same.items()}
            assert len(together) > 5
            for ours, theirs in together.items():
                assert one[ours] == other[theirs], ours
            alone = set(one) - set(together)
            assert {one[name] for name in alone}.isdisjoint(other.values())

    def test_nothing_to_draw_has_no_places(self):
        assert side_by_side(drawn(), drawn(), {}).places["agencies"] == {}
