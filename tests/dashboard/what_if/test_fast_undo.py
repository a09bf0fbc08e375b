"""Undo and redo pressed faster than the page follows go one step each."""

from collabnet_dashboards.desk import Desk
from pressing import Pressing

BOTH, ONE, NONE = "leaves.p0.filled~closes.a0", "leaves.p0.filled", ""
OPENED = Desk().open("site_b")[0]


class Browser:
    """A browser that keeps what it is told, and goes where it is told to."""

    def __init__(self, code):
        self.pressing = Pressing("sample:site_b")
        self.kept = {"location.pathname": "/links", "opened.data": {**OPENED, "is_read": True}}
        self.at(code)
        self.hears()

    def at(self, code):
        self.code = code
        stamp = f"&v={OPENED['stamp'][:8]}" if code else ""
        self.kept["location.search"] = f"?c=site_b{stamp}" + (f"&w={code}" if code else "")

    def ask(self, into, changed):
        name = next(one for one in self.pressing.callbacks if into in one)
        answer = self.pressing.ask(name, self.kept, changed).get_json()["response"]
        self.kept["history.data"] = answer["history"]["data"]
        return answer

    def hears(self):
        """The page hears of its address."""
        self.ask("tried-bar.children", "location.search")

    def wish(self, do):
        self.kept["asked.data"] = {"do": do}
        href = self.ask("history.data@", "asked.data")["go"]["data"]
        self.at(href.partition("w=")[2])
        return self.code


def test_undo_and_redo_need_not_wait_until_the_page_has_heard():
    browser = Browser(BOTH)
    assert [browser.wish(one) for one in ("undo", "undo", "redo", "redo", "undo")] == [
        ONE,
        NONE,
        ONE,
        BOTH,
        ONE,
    ]
    browser.hears()
    assert browser.kept["history.data"]["codes"] == [NONE, ONE, BOTH]
    assert browser.kept["history.data"]["at"] == 1


def test_undo_with_nothing_before_it_stays_where_it_is():
    browser = Browser(ONE)
    assert [browser.wish("undo") for _ in range(3)] == [NONE, NONE, NONE]


def test_undo_of_clear_brings_everything_back():
    browser = Browser(BOTH)
    assert [browser.wish(one) for one in ("clear", "undo")] == [NONE, BOTH]
