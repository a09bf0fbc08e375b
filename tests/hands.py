"""Whoever does a task: with the mouse, or with the keyboard alone. One walk is done by both."""

import pytest
from playwright.sync_api import expect

MOST_STEPS = 3
MOST_TABS = 300
MOST_ARROWS = 60
IS_AT = "e => e === document.activeElement"
IS_IN_GROUP = "e => document.activeElement.name === e.name"
IS_CHOSEN = "e => e.dataset.comboboxSelected === 'true'"


class Hand:
    """Do a task on a screen, and count its steps: each thing pressed, each name chosen."""

    def __init__(self, screen):
        self.screen = screen.ready()
        self.page = screen.page
        self.steps = 0

    def go(self, words):
        """Take the way to a page."""
        self.link(words, within=self.page.locator(".cn-ways"))

    def link(self, words, within=None):
        """Follow a link."""
        self.press((within or self.page).get_by_role("link", name=words, exact=True))

    def button(self, words, within=None):
        """Press a button."""
        self.press((within or self.page).get_by_role("button", name=words, exact=True))

    def press(self, target):
        """Press what can be pressed."""
        self.steps += 1
        self._press(target)

    def choose(self, box, words):
        """Choose in a box by what stands there."""
        self.steps += 1
        field = self.page.get_by_role("textbox", name=box, exact=True)
        self._choose(field, self.page.get_by_role("option", name=words, exact=True), words)

    def is_done_in_three_steps(self):
        """Check that no more were needed since the first page, and begin to count anew."""
        assert self.steps <= MOST_STEPS, f"{self.steps} steps from the first page"
        self.steps = 0


class Mouse(Hand):
    """Click; only letters are typed."""

    def _press(self, target):
        target.click()

    def _choose(self, field, option, _words):
        field.click()
        option.click()

    def reach(self, target):
        """Come to something."""
        expect(target).to_be_enabled()

    def tick(self, radio):
        """Choose one of a few answers."""
        radio.click()

    def write(self, field, text):
        """Write into a field in place of what is there."""
        field.click(click_count=3)
        self.page.keyboard.type(text)


class Keys(Hand):
    """Tab, arrows, Space, Enter and letters: nothing else."""

    def _press(self, target):
        self.reach(target)
        self.page.keyboard.press("Enter")

    def _choose(self, field, option, words):
        self.reach(field)
        if field.get_attribute("readonly") is None:
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(words)
            expect(option).to_be_visible()
        self._arrow_until(option, IS_CHOSEN)
        self.page.keyboard.press("Enter")

    def tick(self, radio):
        """Choose one of a few answers: Tab to the group, arrows inside of it."""
        self.reach(radio, IS_IN_GROUP)
        if radio.evaluate(IS_AT):
            self.page.keyboard.press("Space")
        else:
            self._arrow_until(radio, IS_AT)
        expect(radio).to_be_checked()

    def write(self, field, text):
        """Write into a field in place of what is there."""
        self.reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def reach(self, target, is_there=IS_AT):
        """Come to something with Tab."""
        expect(target).to_be_enabled()
        for _ in range(MOST_TABS):
            if target.evaluate(is_there):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab doesn't lead to {target}; the last is {self.screen.focused()!r}")

    def _arrow_until(self, target, is_there):
        for _ in range(MOST_ARROWS):
            self.page.keyboard.press("ArrowDown")
            if target.count() and target.evaluate(is_there):
                return
        raise AssertionError(f"Arrows don't lead to {target}")


both_hands = pytest.mark.parametrize(
    "hand",
    [pytest.param(Mouse, id="mouse", marks=pytest.mark.long), pytest.param(Keys, id="keys")],
)
"""Each task is done twice: with the keyboard alone, and (make test-long) with the mouse."""
