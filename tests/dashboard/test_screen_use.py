"""The first screen for everybody: keyboard only, on a telephone, with axe, in print."""

import pytest
from playwright.sync_api import expect

from screen_page import FIRST

LEAVES = "Officer B1 at Juvenile court leaves; a successor is in the post."


class TestKeyboard:
    def test_open_try_and_undo_without_a_mouse(self, screen):
        page = screen().ready()
        keys = page.page.keyboard
        keys.press("Tab")
        assert page.focused() == "Skip to the findings"
        keys.press("Enter")
        page.tab_to(FIRST)
        keys.press("Enter")
        expect(page.finding(FIRST).locator(".cn-opened")).to_be_visible()
        page.tab_to("they leave? Officer B1")
        keys.press("Enter")
        page.tried(LEAVES)
        assert "they leave? Officer B1" in page.focused()
        page.tab_to("Undo the last")
        keys.press("Enter")
        page.tried()
        assert page.page.evaluate("document.activeElement.id") == "what-if-title"

    def test_the_form_without_a_mouse(self, screen):
        page = screen().ready()
        page.tab_to("Person")
        page.page.keyboard.type("Officer B2")
        page.tab_to("Try: post empty")
        page.page.keyboard.press("Space")
        page.tried("Officer B2 at Juvenile court leaves; the post is empty.")

    def test_the_place_of_the_keyboard_can_be_seen(self, screen):
        page = screen().ready()
        page.tab_to(FIRST)
        outline = "getComputedStyle(document.activeElement).outlineStyle"
        assert page.page.evaluate(outline) == "solid"


class TestMapChoice:
    def test_a_person_chosen_on_the_map_is_filled_in(self, screen):
        page = screen().ready()
        page.page.locator(".cn-map-canvas").focus()
        page.page.keyboard.press("ArrowRight")
        page.page.keyboard.press("Enter")
        expect(page.page.get_by_label("Person", exact=True)).not_to_have_value("")

    def test_agencies_alone(self, screen):
        page = screen().ready()
        page.choose("The map shows", "agencies alone")
        expect(page.page.locator("#map")).to_contain_text("13 agencies, people not shown")


@pytest.mark.parametrize("width", [1280, 400])
class TestEverybody:
    def test_axe_finds_nothing(self, screen, width):
        """On the first view, with a finding open and a change tried, and where nothing is read."""
        page = screen(width=width).ready()
        page.is_accessible()
        page.ask(page.open(FIRST), "they leave? Officer B1")
        page.tried(LEAVES)
        page.page.get_by_text("What was read", exact=True).click()
        page.is_accessible()

    def test_nothing_is_wider_than_the_screen(self, screen, width):
        page = screen(width=width).ready()
        page.ask(page.open(FIRST), "they leave? Officer B1")
        page.tried(LEAVES)
        assert page.page.evaluate("document.documentElement.scrollWidth") <= width


class TestTelephone:
    def test_what_is_tried_stays_in_sight(self, screen):
        """The result is far from the finding there: a bar says what it is, and undoes."""
        page = screen(width=400).ready()
        bar = page.page.get_by_role("region", name="What is tried")
        page.ask(page.open(FIRST), "they leave? Officer B1")
        expect(bar).to_contain_text("1 change tried. 21 of 59 referrals would have no way to pass.")
        bar.get_by_role("button").click()
        page.tried()
        expect(bar).to_be_hidden()


class TestPaper:
    def test_no_name_of_staff_goes_on_paper(self, screen):
        page = screen().ready()
        card = page.open(FIRST)
        page.ask(card, "they leave? Officer B1")
        page.tried(LEAVES)
        page.page.emulate_media(media="print")
        assert "Officer" not in page.page.locator("body").inner_text()
        expect(page.page.locator("#label")).to_contain_text("Internal: names staff")
        expect(page.page.locator("main")).to_contain_text("stay on the screen")
        expect(card.locator(".cn-numbers")).to_be_visible()
