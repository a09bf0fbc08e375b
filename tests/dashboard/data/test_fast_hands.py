"""What is pressed while the page is still about other files writes nothing, and says so."""

import pytest

from collabnet.data.editing import steps_in
from collabnet.data.place import Place
from collabnet.data.samples import copy_sample
from pressing import Pressing

SHOWN = "data-part-{}-shown.data"
OTHER_FILES = (
    "The files have just changed, or others were opened, so nothing was written. Look at what "
    "stands here now, and press the button again."
)


class Page:
    """A page Data with two coalitions of the user: what it holds, and its files."""

    def __init__(self, path):
        self.home = path
        for number in (1, 2):
            copy_sample("g1", path / f"coalition-{number}", called=f"Ours {number}")
        self.pressing = Pressing(None, home=path)

    def shown(self, key, revision=0, is_read=True):
        """What a part is told to show of the files as they are now."""
        search = {"location.search": f"?c={key}", "revision.data": revision}
        name = next(one for one in self.pressing.callbacks if one.startswith("..opened.data"))
        answer = self.pressing.ask(name, search, "location.search").get_json()["response"]
        opened = answer["opened"]["data"]
        return {"path": "/data", "search": f"?c={key}", "opened": opened, "revision": revision}

    def laid(self, part, shown):
        """Of which files a part says that it has been laid out."""
        name = next(one for one in self.pressing.callbacks if f"data-{part}-laid.data" in one)
        values = {SHOWN.format(part): shown, f"data-{part}-put-off.data": []}
        answer = self.pressing.ask(name, values, SHOWN.format(part)).get_json()["response"]
        return answer[f"data-{part}-laid"]["data"]

    def remove(self, laid, shown, row=2):
        """Press Remove this row, of the referrals."""
        return self.pressing.press(
            "data-corrections-remove",
            {
                "data-corrections-at.data": {"table": "referrals", "row": row},
                "data-corrections-laid.data": laid,
                SHOWN.format("corrections"): shown,
                "revision.data": shown["revision"],
            },
            into="data-corrections-told",
        )

    def held(self, number):
        return len(steps_in(Place(self.home / f"coalition-{number}"))[0])


@pytest.fixture
def page(tmp_path):
    return Page(tmp_path)


def test_each_part_says_of_which_files_it_is(page):
    shown = page.shown("own-1")
    for part in ("corrections", "names", "paper", "posts"):
        assert page.laid(part, shown) == ["own-1", shown["opened"]["stamp"]], part


def test_a_row_of_one_coalition_is_never_removed_from_another(page):
    """The other was opened; the form of the first still stands on the screen."""
    laid = page.laid("corrections", page.shown("own-1"))
    told = page.remove(laid, page.shown("own-2"))
    assert told["data-corrections-refused"]["children"] == OTHER_FILES
    assert (page.held(1), page.held(2)) == (0, 0)


def test_a_change_pressed_twice_is_made_once(page):
    """The form still stands there when the page has heard of it: the row after it stays."""
    first = page.shown("own-1")
    laid = page.laid("corrections", first)
    assert page.remove(laid, first)["revision"] == {"data": 1}
    told = page.remove(laid, page.shown("own-1", 1))
    assert told["data-corrections-refused"]["children"] == OTHER_FILES
    assert page.held(1) == 1


def test_undo_of_one_coalition_takes_nothing_back_in_another(page):
    for key in ("own-1", "own-2"):
        shown = page.shown(key)
        page.remove(page.laid("corrections", shown), shown)
    laid = page.laid("corrections", page.shown("own-1"))
    told = page.pressing.press(
        "data-corrections-undo",
        {
            "data-corrections-laid.data": laid,
            SHOWN.format("corrections"): page.shown("own-2"),
            "revision.data": 1,
        },
        into="data-corrections-told",
    )
    assert told["data-corrections-refused"]["children"] == OTHER_FILES
    assert (page.held(1), page.held(2)) == (1, 1)
