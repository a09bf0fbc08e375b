"""The page Agencies in the browser: by mouse, and with axe.

The walk by keyboard alone is in tests/dashboard/tasks/test_changes.py.
"""

import pytest
from playwright.sync_api import expect

TITLE = "Police and Residential program are asked by many"
PROGRAM = "Residential program: one of two contacts rests on one person alone"


class TestScreen:
    @pytest.mark.long
    def test_a_walk_by_mouse(self, screen):
        """From the list to an agency, a service of its, its people, a departure, and back."""
        page = screen().ready()
        page.go("Agencies", TITLE)
        browser = page.page
        browser.get_by_role("region", name="Agencies, with").get_by_role(
            "link", name="Residential program"
        ).click()
        page.ready(PROGRAM)
        about = browser.locator("#agencies-about")
        about.get_by_role("link", name="residential care").click()
        expect(browser.get_by_role("heading", name="For whom")).to_be_focused()
        expect(browser.get_by_text("Residential program offers it alone")).to_be_visible()
        browser.go_back()
        page.ready(PROGRAM)
        browser.get_by_text("Show who works at Residential program").click()
        expect(browser.get_by_text("program director; reported")).to_be_visible()
        browser.get_by_role("button", name="they leave? Program director").click()
        expect(browser.locator("#what-if-title")).to_be_visible()
        browser.go_back()
        page.ready(PROGRAM)
        browser.reload()
        page.ready(PROGRAM)
        browser.get_by_role("link", name="All agencies").click()
        page.ready(TITLE)

    @pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
    def test_it_is_accessible_with_everything_opened(self, screen, width, scheme):
        page = screen(path="/agencies", width=width, scheme=scheme).ready(TITLE)
        page.is_accessible()
        page.choose("Open an agency", "Residential program")
        page.ready(PROGRAM)
        page.page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
        expect(page.page.get_by_text("program director; reported")).to_be_visible()
        page.is_accessible()
