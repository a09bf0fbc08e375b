"""The page Coverage in the browser: by mouse, by keyboard alone, and with axe."""

import pytest
from playwright.sync_api import expect

TITLE = "Three of six services have one provider alone; one can be reached in only one way"


class TestScreen:
    @pytest.mark.long
    def test_a_walk_by_mouse(self, screen):
        """Task: which services can be reached in only one way, or through one provider."""
        page = screen().ready()
        page.go("Coverage", TITLE)
        browser = page.page
        matrix = browser.get_by_role("region", name="Each service from each agency")
        expect(matrix.get_by_role("cell", name="one way")).to_have_count(1)
        matrix.get_by_role("link", name="shelter").click()
        expect(browser.get_by_role("heading", name="For whom")).to_be_focused()
        expect(browser.get_by_text("Youth shelter offers it alone")).to_be_visible()
        page.choose("Begin at an agency", "Juvenile court")
        expect(browser.get_by_text("From Juvenile court. In one way only")).to_be_visible()
        browser.reload()
        expect(browser.get_by_text("From Juvenile court. In one way only")).to_be_visible()
        expect(browser.get_by_text("Youth shelter offers it alone")).to_be_visible()

    @pytest.mark.long
    def test_a_walk_by_keyboard(self, screen):
        """A service is opened, and another team tried, without the mouse."""
        page = screen(path="/coverage").ready(TITLE)
        keys = page.page.keyboard
        page.tab_to("Open a service")
        keys.type("residential")
        expect(page.page.get_by_role("option", name="residential care")).to_be_visible()
        keys.press("ArrowDown")
        keys.press("Enter")
        expect(page.page.get_by_text("Residential program offers it alone")).to_be_visible()
        page.tab_to("Try another team")
        keys.type("judge")
        expect(page.page.get_by_role("option", name="Judge", exact=True)).to_be_visible()
        keys.press("ArrowDown")
        keys.press("Enter")
        expect(page.page.get_by_text("This list is only tried here")).to_be_visible()
        page.page.wait_for_url("**team=role.judge**")

    @pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
    def test_it_is_accessible_with_everything_opened(self, screen, width, scheme):
        path = "/coverage?c=programs&service=s0&team=role.judge"
        page = screen(path=path, width=width, scheme=scheme).ready("The service has two")
        page.page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
        expect(page.page.locator(".cn-chart .main-svg").first).to_be_visible()
        page.is_accessible()
