"""Charts for print: the same figures as on the screen, as the text of an SVG."""

import re
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest

from collabnet.model.errors import CollabnetError
from collabnet.plots.figure_style import BLUE, ORANGE, pattern, styled, text
from collabnet.plots.static_svg import to_svg

SVG = "{http://www.w3.org/2000/svg}"


def bars(**layout):
    """Two lying bars, 4 and 2 long, the second of a name that would do harm."""
    names = [text("Court"), text("<script>run()</script>")]
    made = go.Bar(x=[4, 2], y=names, orientation="h", text=["4", "2"], marker={"color": BLUE})
    return styled(go.Figure(made), height=200, **layout)


def drawn(figure, **said):
    """Read the SVG as the browser does: a name with anything but text in it would not parse."""
    return ET.fromstring(to_svg(figure, title="Referrals", **said))


def paths(svg):
    found = [one.get("d") for one in svg.iter(f"{SVG}path")]
    return [[float(n) for n in re.findall(r"-?[\d.]+", path)] for path in found]


def words(svg):
    return ["".join(one.itertext()) for one in svg.iter(f"{SVG}tspan")]


class TestBars:
    def test_a_bar_twice_as_long_is_twice_as_wide(self):
        first, second = paths(drawn(bars()))
        assert first[2] - first[0] == pytest.approx(2 * (second[2] - second[0]), abs=0.2)
        assert first[0] == second[0]

    def test_names_and_numbers_are_text(self):
        assert words(drawn(bars())) == [
            "0", "1", "2", "3", "4", "Court", "<script>run()</script>", "4", "2",
        ]  # fmt: skip

    def test_bars_on_each_other_end_at_their_sum(self):
        parts = [
            go.Bar(x=[3], y=["Court"], orientation="h", name="Yes"),
            go.Bar(
                x=[1], y=["Court"], orientation="h", name="No",
                marker={"color": ORANGE, "pattern": pattern("informal")},
            ),
        ]  # fmt: skip
        svg = drawn(styled(go.Figure(parts), height=120, barmode="stack", showlegend=True))
        whole, rest = paths(svg)[0], [one for one in paths(svg) if len(one) == 8][1]
        assert rest[0] == whole[2]
        assert (rest[2] - rest[0]) * 3 == pytest.approx(whole[2] - whole[0], abs=0.3)
        assert words(svg)[-2:] == ["Yes", "No"]

    def test_bars_of_a_group_stand_at_one_place_each_from_its_base(self):
        parts = [
            go.Bar(x=[3], y=["Court"], orientation="h", offsetgroup="a"),
            go.Bar(x=[2], base=[3], y=["Court"], orientation="h", offsetgroup="a"),
            go.Bar(x=[5], y=["Court"], orientation="h", offsetgroup="b"),
        ]
        sure, unsure, other = paths(drawn(styled(go.Figure(parts), height=200, barmode="group")))
        assert (unsure[0], unsure[1]) == (sure[2], sure[1])
        assert unsure[2] == other[2]
        assert other[1] != sure[1]

    def test_bars_as_wide_as_their_steps_stand_among_numbers(self):
        steps = go.Bar(x=[1, 3], y=[4, 2], width=[2, 2])
        first, second = paths(drawn(styled(go.Figure(steps), height=200)))
        assert first[2] == second[0]

    def test_names_of_notes_alone_have_their_room(self):
        empty = styled(go.Figure(), height=120).add_annotation(
            x=0, y="Shelter", text="places not stated", showarrow=False
        )
        assert words(drawn(empty))[-2:] == ["Shelter", "places not stated"]

    def test_hatching_is_drawn(self):
        hatched = go.Bar(x=[1], y=["a"], orientation="h", marker={"pattern": pattern("unknown")})
        svg = drawn(styled(go.Figure(hatched), height=100))
        found = [one.get("id") for one in svg.iter(f"{SVG}pattern")]
        fills = [one.get("fill") for one in svg.iter(f"{SVG}path")]
        assert fills == [f"url(#{found[0]})"]

    def test_standing_bars_grow_upwards(self):
        made = go.Bar(x=["a", "b"], y=[1, 0.5])
        svg = drawn(styled(go.Figure(made), height=200, yaxis_tickformat=".0%"))
        first, second = ([one[1], one[-1]] for one in paths(svg))
        low = max(first)
        assert low - min(first) == pytest.approx(2 * (low - min(second)), abs=0.2)
        assert "100 %" in words(svg)


class TestLines:
    def test_a_line_is_broken_where_a_value_is_missing(self):
        line = go.Scatter(x=[0, 1, 2, 3, 4], y=[1, 2, None, 3, 4], line={"dash": "dash"})
        svg = drawn(styled(go.Figure(line), height=200))
        found = list(svg.iter(f"{SVG}polyline"))
        assert [len(one.get("points").split()) for one in found] == [2, 2]
        assert {one.get("stroke-dasharray") for one in found} == {"8 5"}

    def test_signs_have_shapes(self):
        marker = {"symbol": ["circle", "square", "diamond-open"], "size": 10}
        points = go.Scatter(x=[0, 1, 2], y=[0, 0, 0], mode="markers+text", marker=marker, text="x")
        svg = drawn(styled(go.Figure(points), height=200))
        assert len(list(svg.iter(f"{SVG}circle"))) == 1
        assert [one.get("fill") for one in svg.iter(f"{SVG}path")] == ["#7f8893", "none"]
        assert words(svg).count("x") == 3

    def test_notes_stand_where_they_are_set(self):
        figure = bars().add_annotation(x=4, y="Court", text="a<br>b", showarrow=False)
        svg = drawn(figure)
        note = list(svg.iter(f"{SVG}tspan"))[-2:]
        end = paths(svg)[0][2]
        assert [one.text for one in note] == ["a", "b"]
        assert [float(one.get("x")) for one in note] == pytest.approx([end, end], abs=0.1)


class TestWhole:
    def test_what_it_shows_is_read_out(self):
        svg = drawn(bars(), describes="Court sends most & <b>all</b>.")
        assert svg.get("role") == "img"
        assert [one.text for one in svg if one.tag in (f"{SVG}title", f"{SVG}desc")] == [
            "Referrals", "Court sends most & <b>all</b>.",
        ]  # fmt: skip

    def test_signs_that_no_file_may_hold_are_left_out(self):
        made = go.Bar(x=[1], y=[text("Co\x00urt\x1b")], orientation="h")
        assert "Court" in words(drawn(styled(go.Figure(made), height=100)))

    def test_the_same_figure_gives_the_same_text(self):
        assert to_svg(bars(), title="a") == to_svg(bars(), title="a")

    def test_a_chart_of_another_kind_is_refused(self):
        with pytest.raises(CollabnetError, match=r"^A chart for print has bars and lines; got pie"):
            to_svg(go.Figure(go.Pie(values=[1])), title="a")
