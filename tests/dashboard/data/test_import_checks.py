"""Checks: who answered, what rows rest on, what is wrong row by row, what can't be concluded."""

import re

from playwright.sync_api import expect

import collabnet as cn
from collabnet.sharing import release_checks
from collabnet_dashboards.panels.data.checks import answered_title, checks, rows_title
from screen_page import text_of, write_folder


def said(folder):
    found = cn.check(folder)
    return checks(release_checks(cn.assess(found.coalition)), found)


def log(folder, *rows):
    return write_folder(folder, referrals="\n".join(["date,from_agency,to_agency", *rows, ""]))


class TestRows:
    def test_what_cannot_be_used_stands_row_by_row(self, tmp_path):
        folder = log(tmp_path, "2024-01-05,a,b", "2024-01-32,a,b", "2024-01-07,,b")
        assert rows_title(cn.check(folder)) == "2 of 3 rows can't be used"
        text = text_of(said(folder))
        assert "referrals.csv, row 3, column date '2024-01-32' is not a day of the calendar" in text
        assert "referrals.csv, row 4, column from_agency The cell from_agency is empty." in text

    def test_how_to_answer_on_the_command_line_is_left_out(self, tmp_path):
        text = text_of(said(log(tmp_path, "2024-01-05,a,b")))
        assert "--" not in text
        assert "reading" not in text


class TestSurvey:
    def test_without_one_it_is_said(self, tmp_path):
        folder = log(tmp_path, "2024-01-05,a,b")
        found = release_checks(cn.assess(cn.load(folder)))
        assert answered_title(found) == "Nobody was asked in a survey"
        assert "These files hold no survey." in text_of(said(folder))

    def test_the_lowest_number_is_the_title(self):
        found = release_checks(cn.assess(cn.load("sample:site_b")))
        assert answered_title(found) == "9 of 12 answered the survey"


class TestOnTheScreen:
    def test_dark_on_a_telephone(self, screen):
        page = screen(path="/data", width=400, scheme="dark")
        page.ready("9 of 12 answered the survey")
        expect(page.page.get_by_role("heading", name="What the rows rest on")).to_be_visible()
        page.is_accessible()

    def test_parts_have_addresses(self, screen):
        """The address says the part; back leads to the one before; others keep it chosen."""
        page = screen(path="/data?part=import").ready()
        current = page.page.locator(".cn-parts [aria-current]")
        expect(current).to_have_text("Bring in files")
        page.page.locator(".cn-parts").get_by_role("link", name="Checks").click()
        expect(page.page).to_have_url(re.compile("part=checks$"))
        expect(page.page.get_by_role("heading", name="What can't be concluded")).to_be_visible()
        page.page.go_back()
        expect(current).to_have_text("Bring in files")
