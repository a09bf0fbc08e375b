"""Pictures as SVG and PNG: title, n and period in them, for whom below, nothing else."""

import struct
import zlib
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

import collabnet as cn
from collabnet.model.installing import install_command
from collabnet.plots.framed import box_of, framed, marked
from collabnet.reports import png
from collabnet.reports.pictures import PICTURES, picture_svg
from samples.sample_files import NAMES
from samples.shared import assessment_of, coalition_of


def words(svg):
    """Every text of a picture, line after line."""
    found = ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return " ".join(" ".join("".join(one.itertext()) for one in found).split())


def chunks(data):
    """The parts of a PNG: their kinds with their bytes."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        yield kind.decode(), data[at + 8 : at + 8 + size]
        at += 12 + size


def is_empty(data):
    """Whether all of a PNG has one colour."""
    pixels = zlib.decompress(b"".join(part for kind, part in chunks(data) if kind == "IDAT"))
    return len(set(pixels)) < 4


class TestSvg:
    @pytest.mark.parametrize(
        ("which", "said"),
        [
            ("map", "Who works with whom: 13 agencies, 29 people, 59 referrals, 2023-01-01 to "
             "2023-12-31"),
            ("flow", "Where referrals go: senders left, receivers right n = 59 referrals, links: "
             "4; 2023-01-01 to 2023-12-31. Numbers are referrals."),
            ("coverage", "How many agencies offer each service n = 10 of 12 agencies list their "
             "services; 2023-01-01 to 2023-12-31."),
        ],
    )  # fmt: skip
    def test_title_n_and_period_stand_in_it(self, which, said):
        text = words(picture_svg(assessment_of("site_b"), which, "internal"))
        assert said in text
        assert "Internal: names staff. Example: coding of a published article, log made up" in text
        assert text.endswith("INTERNAL")

    @pytest.mark.parametrize("audience", ["partner", "public"])
    def test_those_outside_see_sectors(self, audience):
        text = words(picture_svg(assessment_of("site_b"), "map", audience))
        assert "Who works with whom: 7 sectors, 2023-01-01 to 2023-12-31" in text
        assert "INTERNAL" not in text and "Youth drop-in" not in text

    @pytest.mark.parametrize("which", ["flow", "coverage"])
    def test_what_would_tell_small_counts_is_refused_outside(self, which):
        with pytest.raises(cn.CollabnetError) as caught:
            picture_svg(assessment_of("g1"), which)
        assert str(caught.value) == (
            f"The picture {which} is for internal use: its widths and names would tell small "
            "counts; got the audience 'partner'. Pass on the map, which shows sectors."
        )

    @pytest.mark.parametrize("which", list(PICTURES))
    @pytest.mark.parametrize("sample", NAMES)
    def test_no_line_goes_over_the_edge(self, which, sample):
        """As far as texts can be measured without a font, on the generous side."""
        try:
            svg = picture_svg(assessment_of(sample), which, "internal")
        except cn.CollabnetError:
            return
        left, _, width, _ = box_of(svg)
        for one in ET.fromstring(svg).findall("{http://www.w3.org/2000/svg}text"):
            if "rotate" not in one.get("transform", "") and one.get("text-anchor") is None:
                ends = float(one.get("x")) + 0.62 * float(one.get("font-size")) * len(one.text)
                assert left <= float(one.get("x")) and ends <= left + width

    def test_names_are_text_whatever_they_hold(self):
        coalition = coalition_of("g1")
        names = [f"<b>&{i}" for i in range(len(coalition.agencies))]
        agencies = coalition.agencies.assign(name=names)
        assessment = cn.assess(coalition.with_tables(agencies=agencies), worlds=0)
        for which in ("map", "flow"):
            assert "<b>&0" in words(picture_svg(assessment, which, "internal"))

    @pytest.mark.parametrize(
        ("which", "why"),
        [
            ("flow", "The picture flow needs referrals from one agency to another; there are "
             "none, neither in a log nor as ties for referrals. Contacts alone don't say where "
             "referrals go. Bring in a log of referrals, or save the map, which shows contacts."),
            ("coverage", "The picture coverage needs agencies that list their services; none "
             "does. Write them into the column services of agencies.csv, or save the map."),
        ],
    )  # fmt: skip
    def test_nothing_to_draw_is_said(self, which, why):
        people = pd.DataFrame({"person_id": ["p"], "agency_id": ["a"]})
        assessment = cn.assess(cn.Coalition.from_frames(people=people), worlds=0)
        with pytest.raises(cn.CollabnetError) as caught:
            picture_svg(assessment, which, "internal")
        assert str(caught.value) == why

    def test_a_frame_wraps_its_words(self):
        made = framed('<svg viewBox="0 0 200 50"/>', title="word " * 30, above=[], below=[])
        assert made.count("<text") > 5
        assert box_of(made)[3] > 200
        assert words(marked(made, "INTERNAL")).endswith("INTERNAL")


class TestFile:
    def test_svg_and_png_are_the_same_each_time(self, tmp_path):
        for name in ("map.svg", "map.png"):
            one, other = (
                cn.picture(assessment_of("g1"), tmp_path / f"{i}{name}").read_bytes() for i in "ab"
            )
            assert one == other

    def test_a_png_has_pixels_and_no_metadata(self, tmp_path):
        data = cn.picture(assessment_of("g1"), tmp_path / "map.png").read_bytes()
        assert {kind for kind, _ in chunks(data)} == {"IHDR", "IDAT", "IEND"}
        assert not is_empty(data)

    def test_another_file_type_is_refused(self, tmp_path):
        with pytest.raises(cn.CollabnetError) as caught:
            cn.picture(assessment_of("g1"), tmp_path / "map.jpg")
        assert str(caught.value) == (
            "A picture is saved as .svg or .png; got map.jpg. Choose .png for text programs and "
            "slides, .svg to enlarge or to work on."
        )
        assert list(tmp_path.iterdir()) == []

    def test_another_picture_is_refused(self, tmp_path):
        with pytest.raises(cn.CollabnetError) as caught:
            cn.picture(assessment_of("g1"), tmp_path / "map.svg", "pie")
        assert str(caught.value) == (
            "A picture is map, flow or coverage; got 'pie'. Choose one of them."
        )

    def test_without_a_font_it_is_said_and_nothing_is_written(self, tmp_path, monkeypatch):
        """Else all names would be missing: resvg draws none and says nothing."""
        monkeypatch.setattr(png, "_families", lambda: {"skip_system_fonts": True})
        png._has_font.cache_clear()
        with pytest.raises(cn.CollabnetError) as caught:
            cn.picture(assessment_of("g1"), tmp_path / "map.png")
        png._has_font.cache_clear()
        assert str(caught.value) == (
            "A picture as PNG needs a font, and this computer has none. Install one, such as "
            "DejaVu (on Debian and Ubuntu the package fonts-dejavu), or save as SVG."
        )
        assert list(tmp_path.iterdir()) == []

    def test_without_resvg_it_is_said(self, tmp_path, monkeypatch):
        monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
        with pytest.raises(cn.CollabnetError) as caught:
            cn.picture(assessment_of("g1"), tmp_path / "map.png")
        assert str(caught.value) == (
            "A picture as PNG needs resvg, which isn't installed. Install it: "
            f"{install_command('png')}; or save as SVG."
        )
