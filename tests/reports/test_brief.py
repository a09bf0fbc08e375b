"""The brief for a board: one page, no names, nothing from outside, readable by everybody."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pandas as pd
import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError
from sharing.drawn import drawn

LONG = "Regional Office for the Protection of Young People and Families, Northern District, Unit"


def brief(coalition, folder, audience="partner"):
    return cn.report(cn.assess(coalition), folder / "brief.html", audience).read_text("utf-8")


class Outline(HTMLParser):
    """Collects the tags with their attributes."""

    def __init__(self, html):
        super().__init__()
        self.tags = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


class TestReport:
    def test_it_is_made_for_partners_unless_asked(self, tmp_path):
        made = cn.report(cn.assess(cn.load("sample:site_b")), tmp_path / "brief.html")
        assert made == tmp_path / "brief.html"
        text = made.read_text("utf-8")
        assert "Made for partners: no names, small counts hidden" in text
        assert "INTERNAL" not in text

    def test_internal_is_marked_on_the_page(self, tmp_path):
        text = brief(cn.load("sample:site_b"), tmp_path, "internal")
        assert '<div class="watermark" aria-hidden="true">INTERNAL</div>' in text
        assert "Internal: names staff" in text

    def test_another_file_type_is_refused(self, tmp_path):
        with pytest.raises(CollabnetError) as caught:
            cn.report(cn.assess(cn.load("sample:g1")), tmp_path / "brief.pdf")
        assert str(caught.value) == (
            "A brief is HTML: it needs a file that ends in .html; got brief.pdf. Write it to "
            "brief.html and print it from there."
        )
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_that_is_not_there_is_said(self, tmp_path):
        with pytest.raises(
            CollabnetError, match=r"brief\.html can't be written: there is no folder"
        ):
            cn.report(cn.assess(cn.load("sample:g1")), tmp_path / "none" / "brief.html")

    def test_the_same_input_gives_the_same_bytes(self, tmp_path):
        made = [brief(cn.load("sample:site_a"), tmp_path) for _ in range(2)]
        assert made[0] == made[1]


class TestContent:
    def test_headline_three_links_decisions_and_what_is_not_known(self, tmp_path):
        text = brief(cn.load("sample:site_b"), tmp_path)
        assert (
            "<dt>Referrals lost for good if one person leaves</dt><dd>a half at least</dd>" in text
        )
        assert text.count('<span class="severity') == 3
        headings = re.findall(r"<h2[^>]*>(.*?)</h2>", text)
        assert headings == ["Three links to look at", "What to decide", "What isn&#39;t known"] or (
            headings == ["Three links to look at", "What to decide", "What isn't known"]
        )

    @pytest.mark.parametrize("seed", range(8))
    def test_no_names(self, seed, tmp_path):
        coalition = drawn(seed)
        text = brief(coalition, tmp_path).lower()
        staff = {*coalition.people["person_id"], *coalition.people["name"]}
        assert [name for name in staff if name.lower() in text] == []

    def test_the_label_stands_on_the_page_and_on_every_link(self, tmp_path):
        text = brief(cn.load("sample:site_b"), tmp_path)
        assert text.count("example: coding of a published article, log made up") == 4

    def test_nothing_found_is_no_all_clear(self, tmp_path):
        people = pd.DataFrame({"person_id": ["p"], "agency_id": ["a"]})
        text = brief(cn.Coalition.from_frames(people=people), tmp_path)
        said = "Nothing could be found by the rules: there are no referrals and no ties. That is no"
        assert f"{said} proof that nothing can break." in text
        assert "What to decide" not in text

    def test_names_are_text_whatever_they_hold(self, tmp_path):
        coalition = cn.load("sample:site_b").with_settings(name="<script>alert(1)</script>")
        text = brief(coalition, tmp_path)
        assert "<script" not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


class TestPage:
    def test_it_stands_alone(self, tmp_path):
        """No script, nothing that is fetched: no addresses but none at all."""
        text = brief(cn.load("sample:site_a"), tmp_path)
        tags = Outline(text).tags
        assert not {tag for tag, _ in tags} & {"script", "link", "img", "iframe", "object", "a"}
        assert not re.search(r"https?:|url\(|@import|//", text.replace("<!--", ""))
        assert not any(name.startswith("on") for _, given in tags for name in given)

    def test_it_has_language_title_and_headings_in_order(self, tmp_path):
        text = brief(cn.load("sample:site_a"), tmp_path)
        assert '<html lang="en">' in text
        assert "<title>Site A: what holds the links between agencies</title>" in text
        levels = [int(tag[1]) for tag, _ in Outline(text).tags if re.fullmatch(r"h\d", tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))

    @pytest.mark.browser
    @pytest.mark.parametrize("name", ["site_a", "site_b", "g1", "long"])
    @pytest.mark.parametrize("audience", ["partner", "internal"])
    def test_it_prints_on_one_page(self, name, audience, tmp_path, browser):
        """On Letter, the shorter of the two; long names included."""
        coalition = cn.load("sample:site_b" if name == "long" else f"sample:{name}")
        if name == "long":
            agencies = coalition.agencies
            named = agencies.assign(name=[f"{LONG} {i}" for i in range(len(agencies))])
            coalition = coalition.with_tables(agencies=named)
            everybody = tuple(agencies["agency_id"])
            coalition = coalition.with_settings(consent=everybody)
        brief(coalition, tmp_path, audience)
        page = browser.new_page()
        page.goto((tmp_path / "brief.html").as_uri())
        pdf = page.pdf(format="Letter", prefer_css_page_size=True)
        page.close()
        assert re.findall(rb"/Type\s*/Pages\b.*?/Count\s+(\d+)", pdf, re.S) == [b"1"]
