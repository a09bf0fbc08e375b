"""The brief and the full report as PDF: two pages, tagged, the same bytes, nothing from outside."""

import builtins
import http.server
import sys
import threading
from functools import cache

import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError
from collabnet.reports import pdf
from collabnet.reports.brief import links_of
from collabnet.sharing import AUDIENCES, release
from reports.pdf_reading import Pdf, needs_pdf
from samples.sample_files import NAMES
from samples.shared import assessment_of, coalition_of

pytestmark = needs_pdf
LONG = "Regional Office for the Protection of Young People and Families, Northern District, Unit"


@cache
def brief(sample, audience="partner", paper="letter"):
    return Pdf(pdf.brief_pdf(release(assessment_of(sample), audience), paper=paper))


class TestBrief:
    @pytest.mark.parametrize("audience", ["internal", "partner"])
    @pytest.mark.parametrize("sample", NAMES)
    def test_it_has_two_pages(self, sample, audience):
        """On Letter, the shorter of the two."""
        assert len(brief(sample, audience).pages) == 2

    @pytest.mark.long
    @pytest.mark.parametrize("paper", ["letter", "a4"])
    @pytest.mark.parametrize("audience", AUDIENCES)
    @pytest.mark.parametrize("sample", NAMES)
    def test_it_has_two_pages_for_everybody_on_all_paper(self, sample, audience, paper):
        found = brief(sample, audience, paper)
        width = float(found.reader.pages[0].mediabox.width)
        assert (len(found.pages), round(width)) == (2, {"letter": 612, "a4": 595}[paper])

    def test_long_names_make_the_letters_smaller_not_the_pages_more(self):
        agencies = coalition_of("site_b").agencies
        named = agencies.assign(name=[f"{LONG} {i}" for i in range(len(agencies))])
        coalition = coalition_of("site_b").with_tables(agencies=named)
        data = pdf.brief_pdf(release(cn.assess(coalition, worlds=0)))
        assert len(Pdf(data).pages) == 2

    def test_the_method_has_five_lines_at_most(self):
        for audience in ("internal", "partner"):
            text = brief("site_b", audience).pages[1]
            method = text.partition("How this was worked out")[2]
            lines = method.partition("A finding is about a link")[0].strip().splitlines()
            assert 1 < len(lines) <= 5

    def test_it_says_what_the_page_says(self):
        text = brief("site_b").text
        for one in links_of(release(assessment_of("site_b"), "partner")):
            assert f"{one.sentence} " in text
            assert f"To decide: {one.remedy}" in text
        assert "Between half and 80 % of those asked answered the survey." in text

    def test_internal_is_marked_on_each_page_and_nobody_is_named_outside(self):
        inside, outside = brief("site_b", "internal"), brief("site_b")
        assert all("INTERNAL" in one and "Internal: names staff" in one for one in inside.pages)
        assert all("Made for partners: no names" in one for one in outside.pages)
        assert "INTERNAL" not in outside.text and "Youth drop-in" not in outside.text


class TestTags:
    """What a screen reader needs, as PDF/UA has it."""

    def test_language_title_and_marks(self):
        found = brief("site_b")
        assert str(found.root["/Lang"]) == "en"
        assert found.root["/MarkInfo"]["/Marked"]
        assert found.root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert found.reader.metadata.title == "Site B: what holds the links between agencies"
        assert b'pdfuaid:part="1"' in found.root["/Metadata"].get_object().get_data()

    def test_headings_lists_tables_and_the_picture_are_told_apart(self):
        found = brief("site_b")
        kinds = [str(one["/S"]) for one in found.tags]
        assert kinds.count("/H1") == 1
        assert kinds.count("/H2") == 7 and kinds.count("/H3") == 3
        assert kinds.count("/TH") == 4 and "/L" in kinds and "/LI" in kinds
        assert found.alternatives() == [
            "7 sectors, 2023-01-01 to 2023-12-31. 6 pairs of sectors are tied, 4 by a strained "
            "tie. Lines have one width, whatever passes over them."
        ]


class TestFile:
    def test_the_same_input_gives_the_same_bytes(self, tmp_path):
        made = [
            cn.report(cn.assess(coalition_of("g1"), worlds=4), tmp_path / name).read_bytes()
            for name in ("one.pdf", "other.pdf")
        ]
        assert made[0] == made[1]

    def test_it_tells_nothing_of_user_machine_or_time(self):
        found = brief("site_b")
        assert set(found.reader.metadata) == {"/Title", "/Creator", "/Producer"}
        assert "/ID" not in found.reader.trailer
        assert b"CreateDate" not in found.root["/Metadata"].get_object().get_data()

    def test_nothing_is_fetched_whatever_a_page_asks_for(self):
        asked = []

        class Ear(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)

        with http.server.HTTPServer(("127.0.0.1", 0), Ear) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://127.0.0.1:{server.server_port}"
            pdf.pdf_bytes(
                f'<html lang="en"><link rel="stylesheet" href="{address}/a.css">'
                f'<img alt="" src="{address}/b.png"><img alt="" src="file:///etc/hostname"><p>x'
            )
            server.shutdown()
        assert asked == []


class TestWhatIsMissing:
    """What a PDF needs and isn't there is said, with what to do."""

    def missing(self, monkeypatch, error):
        real = builtins.__import__

        def fails(name, *args, **kwargs):
            if name == "weasyprint":
                raise error
            return real(name, *args, **kwargs)

        monkeypatch.setattr(builtins, "__import__", fails)
        with pytest.raises(CollabnetError) as caught:
            pdf.pdf_bytes("<p>x")
        return str(caught.value)

    def test_weasyprint(self, monkeypatch):
        assert self.missing(monkeypatch, ImportError("weasyprint")) == (
            "A PDF needs WeasyPrint, which isn't installed. Install it: "
            f'{sys.executable} -m pip install "collabnet[pdf]"; or save as HTML and print that.'
        )

    def test_a_library_of_the_system(self, monkeypatch):
        assert self.missing(monkeypatch, OSError("cannot load library 'libpango-1.0-0'")) == (
            "A PDF needs Pango, a library for text that isn't on this computer. On Debian and "
            "Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
            "on a Mac: brew install pango; on Windows install MSYS2 with pango. Or save as HTML "
            "and print that."
        )

    def test_a_font(self, monkeypatch):
        made = pdf._pages('<html lang="en"><title>x</title><p>x')
        made.write_pdf()
        made.fonts.clear()
        monkeypatch.setattr(made, "write_pdf", lambda **_: b"")
        with pytest.raises(CollabnetError, match=r"A PDF needs a font, and this computer has none"):
            pdf._bytes(made)


def test_the_full_report_has_every_table_and_finding():
    assessment = assessment_of("site_b")
    found = Pdf(_full(assessment, "internal"))
    for one in release(assessment).findings:
        assert one.sentence in found.text
    headings = ("Pathways", "Contacts", "Services", "Agencies and their load", "Who answered")
    assert all(title in found.text for title in headings)
    assert all("Internal: names staff" in page for page in found.pages)


def _full(assessment, audience):
    from collabnet.reports.made import report_bytes

    return report_bytes(assessment, ".pdf", audience, kind="full")
