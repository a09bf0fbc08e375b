"""The page What if in a browser: by mouse, by keyboard alone, on a telephone, heard."""

import shutil

import pytest
from playwright.sync_api import expect

from collabnet.data.samples import find_path

OFFICER = "Officer B1 (deputy juvenile officer)"
LEAVES = "Officer B1 at Juvenile court leaves; a successor is in the post."
GONE = "21 of 59 referrals would have no way to pass"
EMPTY = "What if somebody leaves, an agency closes, a link is put on paper?"


def pick(screen, box, words):
    """Choose in a box by what stands there, with the mouse."""
    screen.page.get_by_role("textbox", name=box, exact=True).click()
    screen.page.get_by_role("option", name=words, exact=True).click()


def steps(screen):
    return screen.page.locator(".cn-tried-words")


class TestWalk:
    @pytest.mark.long
    def test_try_switch_take_back_and_come_back_by_a_link(self, screen):
        """Each step is tried, switched, removed and undone; the address holds all of it."""
        page = screen(path="/what-if")
        page.ready(EMPTY)
        page.page.get_by_role("button", name="Try it").click()
        expect(page.page.locator("#what-if-refused")).to_have_text("Choose first: Who leaves.")
        page.choose("Who leaves", OFFICER)
        page.page.get_by_role("button", name="Try it").click()
        page.ready(GONE)
        expect(page.title).to_be_focused()
        expect(page.spoken).to_contain_text(f"Tried: {LEAVES} {GONE}.")
        expect(steps(page)).to_have_text([LEAVES])

        pick(page, "What happens?", "An agency closes")
        page.choose("Which agency", "Police")
        page.page.get_by_role("button", name="Try it").click()
        expect(steps(page)).to_have_text([LEAVES, "Police closes."])
        expect(page.title).not_to_have_text(GONE)
        page.page.get_by_role("switch", name="Police closes.").click()
        page.ready(GONE)
        expect(page.bar).to_contain_text("1 change tried, 1 switched off.")
        address = page.page.url
        assert "Officer" not in address

        page.page.get_by_role("button", name=f"Remove {LEAVES}").click()
        page.ready(EMPTY)
        expect(page.page.locator("#what-if-steps")).to_contain_text("Every step is switched off")
        page.page.goto(address)
        page.ready(GONE)
        page.page.get_by_role("button", name="Take all back").click()
        page.ready(EMPTY)
        expect(steps(page)).to_have_count(0)

    def test_it_is_kept_and_opened_again(self, screen, tmp_path):
        folder = shutil.copytree(find_path("sample:g1"), tmp_path / "mine")
        page = screen(folder, path="/what-if").ready(EMPTY)
        pick(page, "What happens?", "A second person shares the work")
        pick(page, "Whose work", "Intake worker I1 (intake worker)")
        page.page.get_by_role("button", name="Try it").click()
        words = "A new colleague shares the work of Intake worker I1 at Residential program."
        expect(steps(page)).to_have_text([words])
        page.page.get_by_role("textbox", name="Name", exact=True).fill("Second intake worker")
        page.page.get_by_role("button", name="Keep under this name").click()
        expect(page.page.locator("#what-if-saved-now")).to_have_text(
            "Kept as “Second intake worker” in the folder of the coalition."
        )
        page.page.get_by_role("button", name="Take all back").click()
        page.ready(EMPTY)
        pick(page, "Kept what-ifs", "Second intake worker")
        page.page.get_by_role("button", name="Open it").click()
        expect(steps(page)).to_have_text([words])


class TestKeyboard:
    @pytest.mark.long
    def test_somebody_leaves_and_that_is_undone_without_a_mouse(self, screen):
        """From the first page: the way, the box, the button; then Ctrl+Z and Ctrl+Y."""
        page = screen().ready()
        keys = page.page.keyboard
        page.tab_to("What if")
        keys.press("Enter")
        page.ready(EMPTY)
        page.tab_to("Who leaves")
        keys.type("Officer B1")
        expect(page.page.get_by_role("option", name=OFFICER)).to_be_visible()
        keys.press("ArrowDown")
        keys.press("Enter")
        keys.press("Control+z")  # in a box it belongs to the text
        page.tab_to("Try it")
        keys.press("Enter")
        page.ready(GONE)
        expect(page.title).to_be_focused()
        keys.press("Control+z")
        page.ready(EMPTY)
        keys.press("Control+y")
        page.ready(GONE)
        page.tab_to(f"On {LEAVES}")
        keys.press("Space")
        page.ready(EMPTY)
        assert page.focused() == f"Off {LEAVES}"
        expect(page.spoken).to_have_text("Nothing is tried any more.")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
class TestEverybody:
    def test_axe_finds_nothing_with_all_of_it_open(self, screen, width, scheme):
        page = screen(path="/what-if", width=width, scheme=scheme).ready(EMPTY)
        page.page.get_by_role("textbox", name="Their post").click()
        expect(page.page.get_by_role("option", name="The post is empty")).to_be_visible()
        page.is_accessible()
        page.page.keyboard.press("Escape")
        page.page.get_by_role("button", name="Residential program closes").click()
        page.ready("48 of 59 referrals would have no way to pass")
        page.page.get_by_role("switch").click()
        page.ready(EMPTY)
        page.page.get_by_role("switch").click()
        page.ready("48 of 59 referrals would have no way to pass")
        for summary in page.page.locator("#what-if-page summary").all():
            summary.click()
        page.is_accessible()
