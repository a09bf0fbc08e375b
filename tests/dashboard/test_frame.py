"""The frame of all pages: going, opening, light and dark, by mouse and by keyboard."""

from functools import cache

from playwright.sync_api import expect

import collabnet as cn
from collabnet.planning.scenarios.scenario import Step
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.state.address import Address
from collabnet_dashboards.state.steps import encode
from screen_page import leave, samples_app


class TestGoing:
    def test_pages_have_addresses_and_the_browser_goes_back_and_forward(self, screen):
        """The address says the page; back, forward and reload lead to the same; focus follows."""
        page = screen().ready()
        page.go("Links")
        assert page.page.url.endswith("/links")
        assert page.page.title() == "Links – collabnet"
        expect(page.title).to_be_focused()
        page.go("Coverage")
        page.page.go_back()
        expect(page.page.locator("#links-title")).to_be_visible()
        page.page.go_forward()
        expect(page.page.locator("#coverage-title")).to_be_visible()
        page.page.reload()
        expect(page.page.locator("#coverage-title")).to_be_visible()
        expect(page.title).to_have_count(1)

    def test_an_address_opens_its_page_and_coalition(self, screen):
        page = screen(path="/plan?c=site_a").ready()
        expect(page.page.locator("#plan-title")).to_be_visible()
        expect(page.page.get_by_role("textbox", name="Coalition")).to_have_value("Site A")
        page.choose("Coalition", "Site B")
        page.page.wait_for_url("**/plan?c=site_b")

    def test_a_page_that_is_not_there_is_the_first(self, screen):
        page = screen(path="/nothing").ready()
        expect(page.page.locator("#overview-title")).to_be_visible()


def address(coalition, page, *changes):
    """Write the address of a page with changes tried, as a copied link has it."""
    desk = samples_desk()
    look = desk.look({"path": "", "search": "", "opened": desk.open(coalition)[0]})
    steps = encode(map(Step, changes), look.refs)
    return look.numbered(Address(page, steps=steps)).href


@cache
def samples_desk():
    return Desk()


LEAVES = cn.Leaves("officer_b1")
CLOSES = cn.Closes("court_b")


class TestTried:
    def test_a_link_shows_what_is_tried_and_undo_takes_it_back_step_by_step(self, screen):
        """Undo, redo, back and a reload all go by the address; the bar says what is tried."""
        page = screen(path=address("site_b", "plan", LEAVES, CLOSES)).ready()
        expect(page.bar).to_contain_text("2 changes tried. Nothing in your files changes.")
        undo = page.bar.get_by_role("button", name="Undo")
        redo = page.bar.get_by_role("button", name="Redo")
        expect(redo).to_be_disabled()
        undo.click()
        expect(page.bar).to_contain_text("1 change tried.")
        page.go("Links")
        expect(page.bar).to_contain_text("1 change tried.")
        redo.click()
        expect(page.bar).to_contain_text("2 changes tried.")
        page.page.go_back()
        expect(page.bar).to_contain_text("1 change tried.")
        page.page.reload()
        expect(page.bar).to_contain_text("1 change tried.")
        undo.click()
        expect(page.bar).to_contain_text("Nothing is tried any more.")
        expect(undo).to_be_disabled()
        expect(redo).to_be_enabled()
        assert "w=" not in page.page.url

    def test_of_an_address_made_before_the_files_changed_nothing_is_tried(self, screen):
        path = address("site_b", "plan", LEAVES).replace("v=", "v=0")
        page = screen(path=path).ready()
        expect(page.refused).to_have_text(
            "The files have changed since this link was made: what it tried or chose isn't shown."
        )
        expect(page.bar).to_be_hidden()

    def test_users_share_nothing(self, screen, browser, page, start):
        """What one tries is in one browser's address alone."""
        one = screen(path=address("site_b", "plan", LEAVES)).ready()
        expect(one.bar).to_contain_text("1 change tried.")
        other = page.context.new_page()
        other.goto(one.page.url.partition("/plan")[0] + "/plan")
        expect(other.locator("h1:visible")).to_have_count(1)
        expect(other.locator("#tried")).to_be_hidden()


class TestBrowser:
    def test_nothing_of_the_data_stays_in_the_browser(self, screen):
        """Only how light the page is to be; that is kept over a reload, and all follow it."""
        page = screen(path=address("site_b", "plan", LEAVES)).ready()
        page.page.get_by_role("textbox", name="Light or dark").click()
        page.page.get_by_role("option", name="Dark", exact=True).click()
        html = page.page.locator("html")
        expect(html).to_have_attribute("data-mantine-color-scheme", "dark")
        page.page.reload()
        expect(html).to_have_attribute("data-mantine-color-scheme", "dark")
        # The controls have the ground and the edge of what else is pressed there.
        pressed, typed_into = page.page.evaluate(
            """["#brief summary", ".mantine-Select-input"].map((one) => {
              const style = getComputedStyle(document.querySelector(one));
              return [style.backgroundColor, style.borderColor];
            })"""
        )
        assert pressed == typed_into
        kept = page.page.evaluate("[{...localStorage}, {...sessionStorage}, document.cookie]")
        assert kept[0].pop("scheme") == '"dark"'
        assert set(kept[0]) <= {"scheme-timestamp"}
        assert kept[1:] == [{}, ""]

    def test_a_link_is_copied_and_leads_to_the_same_view(self, screen):
        page = screen(path=address("site_b", "links", LEAVES)).ready()
        page.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.tab_to("Copy link")
        page.page.keyboard.press("Enter")
        expect(page.page.get_by_role("button", name="Link copied")).to_be_visible()
        copied = page.page.evaluate("navigator.clipboard.readText()")
        other = page.page.context.new_page()
        other.goto(copied)
        expect(other.locator("#tried")).to_contain_text("1 change tried.")
        assert "officer" not in copied

    def test_on_a_telephone_the_navigation_opens_and_closes(self, screen):
        page = screen(width=400).ready()
        way = page.page.locator(".cn-ways").get_by_role("link", name="Links", exact=True)
        expect(way).not_to_be_in_viewport()
        page.tab_to("Pages")
        page.page.keyboard.press("Enter")
        expect(way).to_be_in_viewport()
        way.click()
        expect(page.page.locator("#links-title")).to_be_visible()
        expect(way).not_to_be_in_viewport()
        page.is_accessible()


class TestRestart:
    def test_a_restart_is_told_and_then_survived(self, page, start):
        """The old page says what to do; once the new start is open, it goes on where it was."""
        first = start(samples_app())
        page.goto(first.address)
        expect(page.locator("h1:visible")).to_have_count(1)
        first.close()
        page.locator(".cn-ways").get_by_role("link", name="Links").click()
        notice = page.locator("#collabnet-notice")
        expect(notice).to_contain_text("collabnet does not answer.")
        again = start(samples_app(), port=first.port)
        page.locator(".cn-ways").get_by_role("link", name="Coverage").click()
        expect(notice).to_contain_text("This page is from an earlier start of collabnet.")
        other = page.context.new_page()
        other.goto(again.address)
        expect(other.locator("h1:visible")).to_have_count(1)
        page.reload()
        expect(page.locator("#coverage-title")).to_be_visible()
        expect(notice).to_be_empty()
        leave(page)
        page.complaints.clear()
