"""The page Plan in a browser: worked out beside the page, tried step by step, heard.

The walk by keyboard alone is in tests/dashboard/tasks/test_changes.py.
"""

import pytest
from playwright.sync_api import expect

WHOLE = "Three changes would lower what is at stake from 165 to 99 referrals a year"
ONE = "One change would lower what is at stake"
PAPER = "An agreement in use from Juvenile court to Residential program names the position."


def steps(screen):
    return screen.page.locator(".cn-tried-words")


class TestWalk:
    @pytest.mark.long
    def test_see_fewer_try_one_and_come_back(self, screen):
        """Other plans have addresses; a step that is tried stands on What if."""
        page = screen(path="/plan").ready(WHOLE)
        page.page.get_by_role("link", name="1", exact=True).click()
        page.ready(ONE)
        assert page.focused() == "1"
        assert "n=1" in page.page.url
        page.page.go_back()
        page.ready(WHOLE)
        page.page.get_by_role("button", name="Try this step").first.click()
        page.ready("48 of 59 referrals would be covered by an agreement, now 0")
        expect(steps(page)).to_have_text([PAPER])
        page.page.go_back()
        page.ready(WHOLE)
        page.page.get_by_role("link", name="See the link").first.click()
        expect(page.page.locator("#links-title")).to_be_visible()

    def test_work_can_be_cancelled_and_begun_again(self, screen, monkeypatch):
        import threading

        from collabnet_dashboards.desk import Desk

        free, planned = threading.Event(), Desk.planned

        def waits(*asked):
            free.wait(60)
            return planned(*asked)

        with monkeypatch.context() as slow:
            slow.setattr(Desk, "planned", waits)
            page = screen("sample:g1", path="/plan").ready("What would help most")
            expect(page.page.locator("#plan-job-words")).to_contain_text("The plan: ")
            page.page.get_by_role("button", name="Cancel").click()
            said = page.page.get_by_text("The plan was cancelled before it was worked out.")
            expect(said).to_be_visible()
        free.set()
        page.page.get_by_role("button", name="Work it out").click()
        page.ready("Three changes would lower what is at stake from 29 to 6")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
class TestEverybody:
    def test_axe_finds_nothing_with_all_of_it_open(self, screen, width, scheme):
        page = screen(path="/plan", width=width, scheme=scheme).ready(WHOLE)
        for summary in page.page.locator("#plan-page summary:visible").all():
            summary.click()
        page.is_accessible()
