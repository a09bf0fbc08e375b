"""Views are answered from memory where nothing has changed since somebody saw them."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from collabnet.data.samples import find_path
from collabnet_dashboards import ids
from collabnet_dashboards.app import build_app
from collabnet_dashboards.desk import Desk
from collabnet_dashboards.frame.answers import VIEWS, view_asked
from collabnet_dashboards.panels.links import heading, table
from collabnet_dashboards.panels.what_if import result

PAGE_OF = {ids.OVERVIEW_REST: "overview"} | {
    ids.title(page): page for page in ("overview", "links", "agencies", "coverage", "what-if")
}


class Screen:
    """Asks a dashboard what a browser asks, for one folder or sample."""

    def __init__(self, given):
        self.app, self.given = build_app(given), given
        self.client = self.app.server.test_client()
        self.opened = Desk(given).open("given" if isinstance(given, Path) else given)[0]

    def body(self, first, search="", opened=None):
        """Write the question whose answer begins with an output."""
        [output] = [one for one in self.app.callback_map if one.strip(".").startswith(f"{first}.")]
        made = self.app.callback_map[output]
        page = PAGE_OF[first]
        shown = {"path": f"/{page}", "search": search, "opened": opened or self.opened}
        outputs = [
            dict(zip(("id", "property"), part.rsplit(".", 1), strict=True))
            for part in output.strip(".").split("...")
        ]
        inputs = [{**one, "value": None} for one in made["inputs"]]
        inputs[0]["value"] = {**shown, "revision": 0}
        return json.dumps(
            {
                "output": output,
                "outputs": outputs,
                "inputs": inputs,
                "state": [{**one, "value": ""} for one in made["state"]],
                "changedPropIds": [f"{ids.shown(page)}.data"],
            }
        )

    def ask(self, *said, **more):
        body = self.body(*said, **more)
        return self.client.post(
            "/_dash-update-component", data=body, content_type="application/json"
        )


@pytest.fixture
def ours(tmp_path):
    """A copy of Site B that can be changed, served."""
    copytree(find_path("sample:site_b"), tmp_path / "ours")
    return Screen(tmp_path / "ours")


def count(monkeypatch, module, name):
    """Count how often a function of a panel is called."""
    calls, real = [], getattr(module, name)
    monkeypatch.setattr(module, name, lambda *given: calls.append(1) or real(*given))
    return calls


def test_each_view_that_is_listed_is_one_callback():
    """None stands in the list that no page answers any more."""
    assert set(PAGE_OF) == VIEWS


@pytest.mark.parametrize("first", sorted(PAGE_OF))
def test_what_is_kept_is_what_a_fresh_dashboard_answers(first):
    """Asked twice, and asked of another dashboard that has answered nothing: the same bytes."""
    one = Screen("site_b")
    search = "?w=leaves.p1" if first == ids.title("what-if") else ""
    made, kept = one.ask(first, search), one.ask(first, search)
    fresh = Screen("site_b").ask(first, search)
    assert made.status_code == kept.status_code == 200
    assert made.data == kept.data == fresh.data
    assert made.mimetype == kept.mimetype == "application/json"


def test_a_view_is_drawn_once_for_all_who_ask(monkeypatch):
    drawn = count(monkeypatch, table, "listed")
    screen = Screen("site_b")
    answers = {screen.ask(ids.title("links")).data for _ in range(3)}
    assert (len(drawn), len(answers)) == (1, 1)


def test_another_choice_another_what_if_another_coalition_is_another_view(monkeypatch):
    """The whole question is the key."""
    drawn = count(monkeypatch, heading, "title")
    screen = Screen("site_b")
    other = Desk().open("site_a")[0]
    told = [
        screen.ask(ids.title("links")),
        screen.ask(ids.title("links"), "?only=weak"),
        screen.ask(ids.title("links"), "?w=leaves.p1"),
        screen.ask(ids.title("links"), "?c=site_a", opened=other),
    ]
    assert [one.status_code for one in told] == [200] * 4
    assert len(drawn) == 4
    assert len({one.data for one in told}) >= 3


def test_nothing_is_told_of_files_that_have_changed(ours, tmp_path):
    """Also where the answer is still in memory."""
    assert ours.ask(ids.title("links")).status_code == 200
    with (tmp_path / "ours" / "referrals.csv").open("a", encoding="utf-8") as log:
        log.write("\n")
    refused = ours.ask(ids.title("links"))
    assert refused.status_code == 400
    assert "have changed since this page read them" in refused.text


def test_an_answer_that_failed_is_not_kept(monkeypatch):
    screen = Screen("site_b")
    with monkeypatch.context() as broken:
        broken.setattr(table, "listed", lambda *_: 1 / 0)
        assert screen.ask(ids.title("links")).status_code == 500
    assert screen.ask(ids.title("links")).status_code == 200


def test_a_view_of_a_what_if_is_worked_out_once(monkeypatch):
    """Two panels and the bar ask for it: they wait for one answer."""
    drawn = count(monkeypatch, result, "parts")
    tried = []
    monkeypatch.setattr(
        Desk, "_try", lambda desk, asked, own=Desk._try: tried.append(1) or own(desk, asked)
    )
    screen = Screen("site_b")
    for _ in range(2):
        screen.ask(ids.title("what-if"), "?w=leaves.p1")
        screen.ask(ids.title("overview"), "?w=leaves.p1")
    assert (len(drawn), len(tried)) == (1, 1)


@pytest.mark.parametrize(
    "asked",
    [
        None,
        [],
        {"output": 3},
        {"output": "..links-title.children..", "inputs": []},
        {"output": "..links-title.children..", "inputs": [{"value": "x"}]},
        {"output": "..history.data..", "inputs": [{"value": {"path": "/links"}}]},
        {"output": "..what-if-keeping.hidden..", "inputs": [{"value": {"path": "/what-if"}}]},
    ],
)
def test_what_is_no_view_is_left_to_its_callback(asked):
    """What a browser makes up, and answers that rest on more than the files."""
    assert view_asked(asked) is None
