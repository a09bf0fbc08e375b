"""The page Map in a browser: by mouse, by keyboard alone, and its address."""

import re

import pytest
from playwright.sync_api import expect

from map_page import Map

TITLE = "25 of 41 ties are held by people, not by paper or post"
ALL = "13 agencies, 29 people, 41 of 52 ties shown."


class Page(Map):
    """The map on its page."""

    def __init__(self, screen):
        self.page = screen.page
        screen.ready(TITLE)
        self.tells(ALL)

    def chosen(self, words):
        expect(self.page.locator("#map-chosen")).to_contain_text(words)


class TestByMouse:
    def test_choose_filter_copy_the_address_go_back_and_try(self, screen):
        here = screen(path="/map")
        chart, page = Page(here), here.page
        chart.chosen("Choose a person, an agency or a line on the map")
        page.locator(".cn-map-search input").fill("officer b1")
        page.keyboard.press("Enter")
        chart.chosen("Program director: referral, informal, 21 referrals in the log")
        chart.button("Neighbors only").click()
        chart.tells("5 of 13 agencies, 7 of 29 people, 9 of 52 ties shown.")
        expect(page).to_have_url(re.compile(r"[?&]view=o\.p\d+,1(&|$)"))
        chart.button("strained").click()
        expect(page).to_have_url(re.compile(r"view=q\.u~o\.p\d+,1"))
        seen = page.locator(".cn-map-summary").text_content()
        page.reload()
        here.ready(TITLE)
        chart.tells(seen)
        page.go_back()
        chart.tells("5 of 13 agencies, 7 of 29 people, 9 of 52 ties shown.")
        page.go_back()
        chart.tells(ALL)
        assert "officer" not in page.url

        here.choose("Size by", "Referrals sent and received")
        chart.until("cy.getElementById('p:program_director').width() === 60")
        expect(page).to_have_url(re.compile("size=referrals"))

        # What is tried is marked on the map.
        page.locator(".cn-map-search input").fill("officer b2")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="What if they left? Officer B2").click()
        expect(page).to_have_url(re.compile(r"/what-if\?.*w=leaves\.p"))
        here.go("Map", TITLE)
        chart.until("cy.getElementById('p:officer_b2').hasClass('gone')")
        assert chart.classes("lost")


class TestByKeys:
    def test_find_somebody_and_ask_what_if_they_left(self, screen):
        here = screen(path="/map")
        chart, page = Page(here), here.page
        here.tab_to("Find a person, role or agency on the map")
        page.keyboard.type("director, youth d")
        page.keyboard.press("Enter")
        chart.chosen("Director, youth drop-in")
        page.keyboard.press("e")
        chart.tells("13 agencies, 27 of 29 people, 41 of 52 ties shown.")
        page.keyboard.press("e")
        chart.tells(ALL)
        here.tab_to("What if they left?")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/what-if"))


class TestAccess:
    @pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
    def test_it_is_accessible_with_everything_open(self, screen, width, scheme):
        here = screen(path="/map", width=width, scheme=scheme)
        chart, page = Page(here), here.page
        page.locator(".cn-map-search input").fill("officer b1")
        page.keyboard.press("Enter")
        chart.chosen("Program director: referral")
        page.get_by_text("The same in a table: ties of each two agencies").click()
        page.get_by_text("Mouse and keys on the map").click()
        here.is_accessible()
