"""The hands that do the tasks: the keyboard's come only where a keyboard comes."""

import pytest

from hands import Keys, Mouse, both_hands
from screen_page import Screen

PAGE = """
<h1>Page</h1>
<button onclick="this.textContent = 'Done'">Do</button>
<button tabindex="-1">By mouse only</button>
<fieldset><label><input type="radio" name="a" checked>One</label>
<label><input type="radio" name="a">Two</label></fieldset>
<label>Words <input value="old"></label>
"""


@pytest.fixture
def drawn(page):
    page.set_content(PAGE)
    return Screen(page)


@both_hands
def test_both_press_tick_and_write(drawn, hand):
    walk = hand(drawn)
    walk.button("Do")
    walk.tick(walk.page.get_by_role("radio", name="Two"))
    walk.write(walk.page.get_by_role("textbox"), "new")
    assert walk.page.get_by_role("button", name="Done").count() == 1
    assert walk.page.get_by_role("radio", name="Two").is_checked()
    assert walk.page.get_by_role("textbox").input_value() == "new"


def test_what_tab_does_not_reach_is_not_done_by_keyboard(drawn, monkeypatch):
    monkeypatch.setattr("hands.MOST_TABS", 12)
    Mouse(drawn).button("By mouse only")
    drawn.page.locator("h1").click()
    with pytest.raises(AssertionError, match="Tab doesn't lead to"):
        Keys(drawn).button("By mouse only")


def test_a_fourth_step_is_too_many(drawn):
    walk = Mouse(drawn)
    for _ in range(4):
        walk.press(drawn.page.locator("h1"))
    with pytest.raises(AssertionError, match="4 steps from the first page"):
        walk.is_done_in_three_steps()
