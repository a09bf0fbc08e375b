"""A dashboard where nothing is open yet, and somebody who brings in files."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from collabnet_dashboards.app import build_app
from data.readers.qualtrics_file import SURVEY
from screen_page import Screen

LOG = (
    "Day,Sent by,Sent to,Case manager,Remarks\n"
    "2024-01-05,Program,Shelter,Ann Lee,called twice\n"
    "31/31/2024,Program,Shelter,Ann Lee,\n"
    "2024-02-06,Program,,Ann Lee,\n"
    "2024-03-07,Program,Shelter,Ann Lee,\n"
)


@pytest.fixture
def bare(page, start, tmp_path):
    """Open a dashboard without a coalition, its new ones under tmp_path/home; return the screen."""

    def open_bare(path="/", *, width=1280, scheme="light", home=None):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        server = urlsplit(start(build_app(home=home or tmp_path / "home")).address)
        asked = urlsplit(path)
        more = f"&{asked.query}" if asked.query else ""
        page.goto(f"http://{server.netloc}{asked.path}?{server.query}{more}")
        return Screen(page)

    return open_bare


@pytest.fixture
def files(tmp_path):
    """Write a survey and a log, as they come."""
    survey, log = tmp_path / "survey.csv", tmp_path / "log.csv"
    survey.write_bytes(SURVEY if isinstance(SURVEY, bytes) else SURVEY.encode("utf-8"))
    log.write_text(LOG)
    return survey, log


class Import:
    """Somebody who brings in files."""

    def __init__(self, screen):
        self.screen = screen.ready("Bring in your own data")
        self.page = screen.page
        self.now = self.page.locator("#data-import-now")
        self.said = self.page.locator("#data-import-said")

    def choose(self, *files):
        self.page.set_input_files("input[type=file]", [str(one) for one in files])

    def press(self, words):
        self.page.get_by_role("button", name=words, exact=True).click()

    def stands(self, text):
        """Wait until it is so far; the keyboard is there then."""
        expect(self.now).to_have_text(text)
        expect(self.now).to_be_focused()

    def check(self, *labels):
        for label in labels:
            self.page.get_by_role("radio", name=label, exact=True).check()
