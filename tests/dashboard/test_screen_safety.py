"""The first screen with bad data: names that would do harm, folders that can't be read."""

import http.client
import json
import re

from playwright.sync_api import expect

from collabnet_dashboards.app import build_app
from dashboard_visit import Visitor
from screen_page import LINK, SCRIPT, hostile_folder, unclear_folder, write_folder


class TestNames:
    def test_names_are_text_everywhere(self, screen, tmp_path):
        page = screen(hostile_folder(tmp_path / "hostile")).ready()
        expect(page.page.locator("h1")).to_contain_text(SCRIPT)
        card = page.open(SCRIPT)
        expect(card.locator(".cn-people strong")).to_have_text([LINK, SCRIPT])
        page.ask(card, f"they leave? {SCRIPT}")
        page.tried(f"{SCRIPT} at {SCRIPT} leaves")
        page.page.locator(".cn-map-canvas").hover()
        made = "#content a, #content img, #content script, h1 *, #label a, .cn-bar script"
        assert page.page.locator(f".cn-page :is({made}):not([href='#what-if'])").count() == 0
        assert page.page.evaluate("window.ran") is None
        page.is_accessible()


class TestFolders:
    def test_a_folder_that_is_unclear_shows_what_the_check_asks(self, screen, tmp_path):
        page = screen(unclear_folder(tmp_path / "unclear")).page
        problem = page.locator("#problem")
        expect(problem).to_contain_text("This coalition can't be read yet")
        expect(problem).to_contain_text("--reading date_order=day-first")
        expect(page.locator("#content")).to_be_hidden()

    def test_with_its_answer_it_opens(self, page, start, tmp_path):
        app = build_app(unclear_folder(tmp_path / "unclear"), reading={"date_order": "day-first"})
        page.goto(start(app).address)
        expect(page.locator("h1")).to_contain_text("Unclear")
        expect(page.locator("#content")).to_be_visible()
        page.wait_for_load_state("networkidle")

    def test_another_coalition_can_be_chosen_then(self, screen, tmp_path):
        page = screen(unclear_folder(tmp_path / "unclear"))
        expect(page.page.locator("#problem")).to_be_visible()
        page.choose("Coalition", "Site B")
        page.ready()
        expect(page.page.locator("#problem")).to_be_hidden()

    def test_rows_left_out_are_told(self, screen, tmp_path):
        rows = ["2023-01-05,a,b", "2023-13-05,a,b", "2023-03-05,a,b"]
        log = "\n".join(["date,from_agency,to_agency", *rows, ""])
        page = screen(write_folder(tmp_path / "gaps", 'name = "Gaps"\n', referrals=log)).page
        expect(page.get_by_text("What was read (one row left out)")).to_be_visible()

    def test_files_that_change_meanwhile_are_noticed(self, screen, tmp_path):
        folder = hostile_folder(tmp_path / "folder")
        page = screen(folder).ready()
        card = page.open(SCRIPT)
        (folder / "coalition.toml").write_text('name = "Another"\n', encoding="utf-8")
        page.ask(card, f"they leave? {SCRIPT}")
        notice = page.page.locator("#collabnet-notice")
        expect(notice).to_contain_text("The files in folder have changed since this page read")
        page.page.wait_for_load_state("networkidle")
        page.page.complaints.clear()  # an answer of 400 is told to the console as well
        page.page.reload()
        expect(page.page.locator("h1")).to_contain_text("Another")


class TestRequests:
    """What comes from the browser is never trusted, and never answered with a traceback."""

    def ask(self, start, opened, tried):
        visitor = Visitor(start(build_app()))
        visitor.enter()
        outputs = {"id": "headline", "property": "children"}
        body = {
            "output": "headline.children",
            "outputs": outputs,
            "inputs": [{"id": "tried", "property": "data", "value": tried}],
            "state": [{"id": "opened", "property": "data", "value": opened}],
            "changedPropIds": ["tried.data"],
        }
        headers = {"Origin": f"http://127.0.0.1:{visitor.port}", "Content_Type": "application/json"}
        answer = visitor.ask("/_dash-update-component", "POST", json.dumps(body), **headers)
        assert isinstance(answer, http.client.HTTPResponse)
        return answer

    def test_a_path_is_no_coalition(self, start):
        answer = self.ask(start, {"key": "/etc", "stamp": "x"}, [])
        assert (answer.status, answer.text) == (
            400,
            "The page asked for a coalition that this dashboard doesn't know. Reload the page and "
            "choose one of those on top.",
        )

    def test_an_unknown_change_is_refused(self, start):
        opened, _ = opened_site_b()
        answer = self.ask(start, opened, [{"what": "explodes"}])
        assert answer.status == 400
        assert re.match(
            "The page asked for something that this dashboard doesn't know", answer.text
        )


def opened_site_b():
    from collabnet_dashboards.desk import Desk

    return Desk().open("site_b")
