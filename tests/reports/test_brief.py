"""The brief for a board: two pages, no names, nothing from outside, readable by everybody."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pandas as pd
import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet.reports.brief import brief_html, links_of
from collabnet.sharing import release
from collabnet.sharing.released import SEAL
from samples.shared import assessment_of, coalition_of
from sharing.drawn import drawn

LONG = "Regional Office for the Protection of Young People and Families, Northern District, Unit"


def brief(assessment, folder, audience="partner"):
    return cn.report(assessment, folder / "brief.html", audience).read_text("utf-8")


def paths_of(text):
    """The rows of the pathways: from, to, referrals, on paper."""
    return [row.split("</td><td>") for row in re.findall(r"<tr><td>(.*?)</td></tr>", text)]


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
        made = cn.report(assessment_of("site_b"), tmp_path / "brief.html")
        assert made == tmp_path / "brief.html"
        text = made.read_text("utf-8")
        assert "Made for partners: no names, small counts hidden" in text
        assert "INTERNAL" not in text

    def test_internal_is_marked_on_the_page(self, tmp_path):
        text = brief(assessment_of("site_b"), tmp_path, "internal")
        assert '<div class="watermark" aria-hidden="true">INTERNAL</div>' in text
        assert "Internal: names staff" in text

    def test_another_file_type_is_refused(self, tmp_path):
        with pytest.raises(CollabnetError) as caught:
            cn.report(assessment_of("g1"), tmp_path / "brief.docx")
        assert str(caught.value) == (
            "A report is written as .html, .pdf, .xlsx or .zip; got brief.docx. Choose .html or "
            ".pdf for pages, .xlsx or .zip (a CSV each) for the tables."
        )
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_that_is_not_there_is_said(self, tmp_path):
        with pytest.raises(
            CollabnetError, match=r"brief\.html can't be written: there is no folder"
        ):
            cn.report(assessment_of("g1"), tmp_path / "none" / "brief.html")

    def test_the_same_input_gives_the_same_bytes(self, tmp_path):
        made = [brief(cn.assess(coalition_of("site_a")), tmp_path) for _ in range(2)]
        assert made[0] == made[1]


class TestContent:
    def test_headline_three_links_decisions_and_what_is_not_known(self, tmp_path):
        text = brief(assessment_of("site_b"), tmp_path)
        assert (
            "<dt>Referrals lost for good if one person leaves</dt><dd>a half at least</dd>" in text
        )
        assert text.count('<span class="severity') == 3
        headings = re.findall(r"<h2[^>]*>(.*?)</h2>", text)
        assert headings == [
            "Three links to look at", "What isn't known", "How many answered",
            "Who works with whom", "What is on paper, and what isn't",
            "Services and response team", "How this was worked out",
        ]  # fmt: skip

    def test_each_link_says_what_to_decide_about_it(self, tmp_path):
        text = brief(assessment_of("site_b"), tmp_path)
        links = re.findall(r'<li><h3><span class="severity.*?</li>', text, re.S)
        assert [one.count("<strong>To decide:</strong>") for one in links] == [1, 1, 1]

    def test_how_many_answered_is_said_outside_without_counts(self, tmp_path):
        """The limits are those that decide what may be ranked."""
        inside = brief(assessment_of("site_b"), tmp_path, "internal")
        assert "<p>23 of 24 people were asked; 9 of 12 answered the survey. " in inside
        assert (
            "<p>Between half and 80 % of those asked answered the survey. Some referrals of the "
            "log name nobody at one end or both. The whole log is made up; some of what is said "
            "of ties, people and agreements is inferred or made up.</p>"
        ) in brief(assessment_of("site_b"), tmp_path)

    def test_what_is_on_paper_is_told_of_each_pathway(self, tmp_path):
        """Of all services together: first of the links above, then by how many there are."""
        text = brief(assessment_of("site_b"), tmp_path, "internal")
        rows = re.findall(r"<tr><td>(.*?)</td></tr>", text)
        assert [row.split("</td><td>") for row in rows] == [
            ["Juvenile court", "Residential program", "48", "0 of 48"],
            ["Police", "Children&#39;s services", "6", "0 of 6"],
            ["Juvenile court", "Youth shelter", "3", "0 of 3"],
            ["Juvenile court", "Youth drop-in center", "2", "0 of 2"],
        ]

    def test_the_links_above_come_first_however_small(self, tmp_path):
        """Twenty pathways of 30 referrals that many share; the first two of three rest on one."""
        rows = [(f"b{i:02}", f"p{i}{j % 10}", f"c{i:02}", f"q{i}{j % 10}")
                for i in range(20) for j in range(30)]  # fmt: skip
        rows += [("z1", "Zoe", "z2", "Zed")] * 12 + [("a1", "Ada", "a2", "Abe")] * 11
        columns = ["from_agency", "from_person", "to_agency", "to_person"]
        log = pd.DataFrame(rows, columns=columns)
        days = pd.date_range("2024-01-01", "2024-12-31", periods=60).strftime("%Y-%m-%d")
        log["date"] = [days[i % 60] for i in range(len(log))]
        found = cn.assess(cn.Coalition.from_frames(referrals=log), worlds=0)
        shown = re.findall(r"<tr><td>(.*?)</td><td>(.*?)</td>", brief(found, tmp_path, "internal"))
        assert shown[:3] == [("z1", "z2"), ("a1", "a2"), ("b00", "c00")]
        assert len(shown) == 14

    def test_hidden_counts_stand_behind_those_that_are_shown(self, tmp_path):
        """In the order of the alphabet, which tells nothing of how many they are."""
        shown = paths_of(brief(assessment_of("site_a"), tmp_path))
        counts = [row[2] for row in shown]
        assert counts == ["60", "60", "&lt;11", "&lt;11", "&lt;11", "&lt;11"]
        assert shown[2:] == sorted(shown[2:])

    def test_without_referrals_the_agreements_are_told(self, tmp_path):
        agencies = pd.DataFrame({"agency_id": ["court", "shelter"]})
        agreements = pd.DataFrame(
            {
                "agreement_id": ["m1", "m2"], "from_agency": ["court", "shelter"],
                "to_agency": ["shelter", "shelter"], "covers": "Zoe Zulu's cases",
                "in_use": ["yes", "unknown"], "names_position": ["yes", "no"],
            }
        )  # fmt: skip
        coalition = cn.Coalition.from_frames(agencies=agencies, agreements=agreements)
        text = brief(cn.assess(coalition, worlds=0), tmp_path, "internal")
        assert (
            "<p>No referrals are on record. These agreements are:</p>\n<ul>\n"
            "<li>From court to shelter: in use; names the post.</li>\n"
            "<li>Inside shelter: not known whether it is in use; doesn&#39;t name the post.</li>\n"
        ) in text
        outside = brief(cn.assess(coalition, worlds=0), tmp_path)
        assert "These agreements are:" in outside and "names the post." in outside
        assert not {word for word in ("court", "shelter", "Zoe") if word in outside}

    def test_of_very_many_agreements_as_many_as_fit_are_told(self, tmp_path):
        """Those with long names take two or three of the fourteen lines."""
        agencies = pd.DataFrame(
            {"agency_id": [f"a{i:02}" for i in range(20)],
             "name": [f"{LONG} {i:02}" if i > 9 else f"Agency {i}" for i in range(20)]}
        )  # fmt: skip
        agreements = pd.DataFrame(
            {
                "agreement_id": [f"m{i}" for i in range(19)],
                "from_agency": [f"a{i:02}" for i in range(19)],
                "to_agency": [f"a{i + 1:02}" for i in range(19)],
                "in_use": "yes", "names_position": "yes",
            }
        )  # fmt: skip
        coalition = cn.Coalition.from_frames(agencies=agencies, agreements=agreements)
        text = brief(cn.assess(coalition, worlds=0), tmp_path, "internal")
        assert text.count("names the post.</li>") == 11
        assert "<p>8 more stand in the full report.</p>" in text.replace(' class="label"', "")

    def test_without_referrals_and_agreements_that_is_said(self, tmp_path):
        said = (
            "<p>No referrals and no agreements are on record, so it isn't known what links rest "
            "on.</p>"
        )
        assert said in brief(assessment_of("programs"), tmp_path)

    def test_three_links_are_three_pairs_of_agencies(self, tmp_path):
        """Two hubs that read alike, and what else is found about the same pair, wait."""
        released = release(assessment_of("site_a"))
        assert [one.kind for one in released.findings[:5]].count("hub") == 2
        assert [one.subjects for one in links_of(released)] == [
            "between Judges and commissioner and Police unit",
            "between Juvenile court and FBI",
            "between Juvenile court and Prosecutor",
        ]
        outside = links_of(release(assessment_of("site_b"), "partner"))
        assert len({frozenset(re.split(" to | and ", one.subjects)) for one in outside}) == 3

    def test_where_there_are_fewer_links_other_findings_stand_in(self, tmp_path):
        """A post and a service are no links between two agencies."""
        released = release(assessment_of("hospital_program"), "partner")
        few = replace(
            released,
            findings=[one for one in released.findings if one.kind in ("hub", "coverage")],
            seal=SEAL,
        )
        assert links_of(few) == tuple(few.findings[:3])
        assert '<h2 id="links">Three findings to look at</h2>' in brief_html(few)
        one = replace(released, findings=few.findings[:1], seal=SEAL)
        assert '<h2 id="links">One finding to look at</h2>' in brief_html(one)

    def test_what_is_serious_and_left_out_is_said(self, tmp_path):
        released = release(assessment_of("site_b"))
        worst = replace(released.findings[-1], severity="critical", id="hub:x", kind="hub")
        text = brief_html(replace(released, findings=(worst, *released.findings), seal=SEAL))
        assert (
            "<li>This page shows 3 of 18 findings. Of the others one is critical or high: see the "
            "full report.</li>"
        ) in text

    def test_the_picture_shows_sectors_to_partners_and_agencies_inside(self, tmp_path):
        """It carries how many, the period and for whom it is; never a name of staff."""
        outside = brief(assessment_of("site_b"), tmp_path)
        inside = brief(assessment_of("site_b"), tmp_path, "internal")
        assert "<title>7 sectors, 2023-01-01 to 2023-12-31. " in outside
        assert re.search(r"<title>13 agencies, [^<]*2023-01-01 to 2023-12-31", inside)
        assert "Youth drop-in" in inside and "Youth drop-in" not in outside
        assert "Officer B1" not in outside + inside

    def test_what_does_not_fit_is_told(self, tmp_path):
        agencies = [f"a{i:02}" for i in range(18)]
        ends = {"from_agency": agencies[:-1], "to_agency": agencies[1:]}
        log = pd.DataFrame({**ends, "date": "2024-01-03"})
        text = brief(cn.assess(cn.Coalition.from_frames(referrals=log), worlds=0), tmp_path)
        left = re.findall(r"(\d+) more pathways stand in the full report\.", text)
        assert (text.count("<tr><td>"), left) == (14, ["3"])

    @pytest.mark.parametrize("seed", range(8))
    def test_no_names(self, seed, tmp_path):
        coalition = drawn(seed)
        text = brief(cn.assess(coalition), tmp_path).lower()
        staff = {*coalition.people["person_id"], *coalition.people["name"]}
        assert [name for name in staff if name.lower() in text] == []

    def test_the_label_stands_on_the_page_and_on_every_link(self, tmp_path):
        text = brief(assessment_of("site_b"), tmp_path)
        said = " ".join(re.sub("<[^>]+>", " ", text).casefold().split())
        assert said.count("example: coding of a published article, log made up") == 6

    def test_nothing_found_is_no_all_clear(self, tmp_path):
        people = pd.DataFrame({"person_id": ["p"], "agency_id": ["a"]})
        text = brief(cn.assess(cn.Coalition.from_frames(people=people)), tmp_path)
        said = "Nothing could be found by the rules: there are no referrals and no ties. That is no"
        assert f"{said} proof that nothing can break." in text
        assert "To decide:" not in text

    def test_names_are_text_whatever_they_hold(self, tmp_path):
        coalition = coalition_of("site_b").with_settings(name="<script>alert(1)</script>")
        text = brief(cn.assess(coalition), tmp_path)
        assert "<script" not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


class TestPage:
    def test_it_stands_alone(self, tmp_path):
        """No script, nothing that is fetched: no addresses but none at all."""
        text = brief(assessment_of("site_a"), tmp_path)
        tags = Outline(text).tags
        assert not {tag for tag, _ in tags} & {"script", "link", "img", "iframe", "object", "a"}
        assert not re.search(r"https?:|url\(|@import|//", text)
        assert not any(name.startswith("on") for _, given in tags for name in given)

    def test_it_has_language_title_and_headings_in_order(self, tmp_path):
        text = brief(assessment_of("site_a"), tmp_path)
        assert '<html lang="en">' in text
        assert "<title>Site A: what holds the links between agencies</title>" in text
        levels = [int(tag[1]) for tag, _ in Outline(text).tags if re.fullmatch(r"h\d", tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))

    @pytest.mark.browser
    @pytest.mark.parametrize(
        ("name", "audience"), [("site_b", "partner"), ("site_a", "internal"), ("long", "internal")]
    )
    def test_it_prints_on_two_pages(self, name, audience, tmp_path, browser):
        """On Letter, the shorter of the two; long names included. PDFs: see test_pdf.py."""
        coalition = coalition_of("site_b" if name == "long" else name)
        if name == "long":
            agencies = coalition.agencies
            named = agencies.assign(name=[f"{LONG} {i}" for i in range(len(agencies))])
            coalition = coalition.with_tables(agencies=named)
            everybody = tuple(agencies["agency_id"])
            coalition = coalition.with_settings(consent=everybody)
        brief(cn.assess(coalition), tmp_path, audience)
        page = browser.new_page()
        page.goto((tmp_path / "brief.html").as_uri())
        pdf = page.pdf(format="Letter", prefer_css_page_size=True)
        page.close()
        assert re.findall(rb"/Type\s*/Pages\b.*?/Count\s+(\d+)", pdf, re.S) == [b"2"]
