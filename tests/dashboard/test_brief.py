"""The brief on the screen: opened to print, saved as a file, for partners unless asked."""

import sys

import pytest
from playwright.sync_api import expect

import collabnet as cn
from collabnet_dashboards import briefs
from collabnet_dashboards.app import build_app
from collabnet_dashboards.frame import opening
from dashboard_visit import Visitor


def guest(start, given="sample:site_b"):
    visitor = Visitor(start(build_app(given, home="/nowhere")))
    visitor.enter()
    return visitor


class TestRoute:
    def test_it_is_the_brief_that_a_script_makes_and_is_for_partners(self, start, tmp_path):
        answer = guest(start).ask("/brief?c=site_b")
        made = cn.report(cn.assess(cn.load("sample:site_b")), tmp_path / "brief.html")
        assert (answer.status, answer.text) == (200, made.read_text("utf-8"))
        assert "Made for partners: no names" in answer.text
        assert answer.headers["Content-Disposition"] is None

    def test_it_can_be_saved_and_its_file_names_nobody(self, start):
        answer = guest(start).ask("/brief?c=site_a&save=html")
        assert answer.headers["Content-Disposition"] == 'attachment; filename="brief-partner.html"'

    @pytest.mark.parametrize(
        ("asked", "name"),
        [
            ("save=pdf", "brief-partner.pdf"),
            ("save=xlsx", "tables-partner.xlsx"),
            ("save=pdf&kind=full&audience=internal", "full-report-internal.pdf"),
        ],
    )
    def test_it_is_the_file_that_a_script_makes(self, asked, name, start, tmp_path):
        answer = guest(start).ask(f"/brief?c=site_b&{asked}")
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        kind = "full" if "full" in asked else "brief"
        audience = "internal" if "internal" in asked else "partner"
        made = cn.report(cn.assess(cn.load("sample:site_b")), tmp_path / name, audience, kind=kind)
        assert answer.data == made.read_bytes()

    def test_the_full_report_opens_to_print(self, start):
        text = guest(start).ask("/brief?c=g1&kind=full").text
        assert "<h1>G1: the full report</h1>" in text
        assert "Made for partners" in text and "Officer O1" not in text

    def test_without_what_makes_pdfs_the_menu_says_what_is_needed(self, monkeypatch):
        monkeypatch.setattr(briefs, "find_spec", lambda name: None)
        items = opening.brief_ways({"key": "g1", "is_read": True})
        words = [getattr(one.children, "children", "") for one in items]
        assert "Save the brief as PDF" not in words
        assert words[-1] == (
            "To save as PDF, print the brief, and choose PDF as the printer. Or add what is "
            "missing, in a terminal, and start collabnet again: "
            f'{sys.executable} -m pip install "collabnet[pdf]"'
        )

    def test_there_is_one_for_the_public(self, start, tmp_path):
        """Without roles; what the menu names is what the address gives."""
        assert ("The brief, for the public", "/brief?c=site_b&audience=public") in briefs.ways(
            "site_b"
        )
        text = guest(start).ask("/brief?c=site_b&audience=public").text
        made = cn.report(cn.assess(cn.load("sample:site_b")), tmp_path / "b.html", "public")
        assert text == made.read_text("utf-8")
        assert "One officer at" not in text

    def test_names_need_to_be_asked_for_and_are_marked(self, start):
        text = guest(start).ask("/brief?c=site_b&audience=internal").text
        assert '<div class="watermark" aria-hidden="true">INTERNAL</div>' in text

    def test_without_the_cookie_it_is_refused(self, start):
        assert Visitor(start(build_app("sample:site_b"))).ask("/brief?c=site_b").status == 403

    def test_a_coalition_that_is_not_there_is_said(self, start):
        answer = guest(start).ask("/brief?c=own-7")
        assert (answer.status, answer.text) == (
            400,
            "The page asked for a coalition that this dashboard doesn't know. Reload the page and "
            "choose one of those on top.",
        )


def test_the_screen_is_printed_only_when_asked_for_and_then_marked(screen):
    """Names of staff don't reach paper by chance: by Ctrl+P the sheet says where the brief is.

    Paper is light, whatever the screen is; afterwards the screen is as it was.
    """
    page = screen(scheme="dark").ready()
    scheme = "document.documentElement.dataset.mantineColorScheme"
    page.page.evaluate(
        f"window.print = () => {{ window.printed = [document.body.className, {scheme}]; "
        f"document.documentElement.dataset.printed = 'once'; }}; 0"
    )
    page.page.emulate_media(media="print")
    sheet = page.page.locator("body").inner_text()
    assert "What is on this screen is internal" in sheet
    assert "What breaks" not in sheet and "Juvenile court" not in sheet
    page.page.emulate_media(media="screen")
    page.page.locator("#brief summary").click()
    page.page.get_by_role("button", name="This page as it is: internal").click()
    expect(page.page.locator("html")).to_have_attribute("data-printed", "once")
    assert page.page.evaluate("window.printed") == ["cn-internal-print", "light"]
    page.page.emulate_media(media="print")
    assert "Internal: names staff" in page.page.locator("body").inner_text()
    page.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.page.evaluate(f"[document.body.className, {scheme}]") == ["", "dark"]
