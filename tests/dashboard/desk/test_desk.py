"""What the dashboard can open, reads and keeps, without a browser."""

import threading
import time

import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError, NotFoundError
from collabnet_dashboards.app import build_app
from collabnet_dashboards.desk import Desk, StaleError
from collabnet_dashboards.desk import desk as desk_module
from collabnet_dashboards.desk.coalitions import refuse_samples, stamp_of
from screen_page import hostile_folder, unclear_folder, write_folder

LEAVES = (cn.Leaves("officer_b1"),)
SAMPLES = (
    "Samples (made up, or from a study)",
    [
        "Advocacy center, 48 hours", "Deputized task force", "G1", "G1 with a second intake worker",
        "Hospital program", "Five programs", "Site A", "Site B", "Two waves",
    ],
)  # fmt: skip


def labels(desk):
    """Say what can be chosen, group by group."""
    return [(group, [title for _, title in found]) for group, found in desk.coalitions.options()]


def shown(desk, key, search=""):
    """What a page says of itself."""
    return {"path": "/links", "search": search, "opened": desk.open(key)[0]}


class TestChoices:
    def test_without_a_folder_the_page_begins_empty_with_the_samples(self, tmp_path):
        desk = Desk(home=tmp_path / "none")
        assert labels(desk) == [SAMPLES]
        assert desk.coalitions.start == ""

    def test_the_folder_given_stands_first_by_its_name_and_opens(self, tmp_path):
        folder = write_folder(tmp_path / "ours", 'name = "Our task force"\n')
        desk = Desk(folder, home=tmp_path / "none")
        assert labels(desk) == [("Your coalitions", ["Our task force"]), SAMPLES]
        assert desk.coalitions.start == "given"

    def test_those_at_home_go_by_their_names_and_by_keys_of_ours(self, tmp_path):
        """A name never becomes a path, nor a path a key; what is no coalition isn't listed."""
        write_folder(tmp_path / "coalition-2", 'name = "../../etc"\n')
        write_folder(tmp_path / "coalition-10", "")
        (tmp_path / "coalition-3").mkdir()
        write_folder(tmp_path / "other", 'name = "Other"\n')
        desk = Desk(home=tmp_path)
        assert desk.coalitions.options()[0] == (
            "Your coalitions",
            [("own-10", "coalition-10"), ("own-2", "../../etc")],
        )
        assert desk.coalitions.new_folder() == ("own-11", tmp_path / "coalition-11")

    @pytest.mark.parametrize("given", ["site_a", "sample:site_a"])
    def test_a_sample_given_opens_among_the_samples(self, given, tmp_path):
        desk = Desk(given, home=tmp_path / "none")
        assert labels(desk) == [SAMPLES]
        assert desk.coalitions.start == "site_a"

    def test_a_folder_that_is_not_there_is_refused_at_once(self):
        with pytest.raises(NotFoundError, match="There is no coalition folder or sample 'sit_b'"):
            build_app("sit_b")

    def test_a_sample_cannot_be_changed(self, tmp_path):
        desk = Desk(hostile_folder(tmp_path / "folder"))
        refuse_samples(desk.coalitions, "given")
        with pytest.raises(CollabnetError) as caught:
            refuse_samples(desk.coalitions, "site_b")
        assert str(caught.value) == (
            "A sample can't be changed. Make a coalition of your own first: on the page Data."
        )


class TestOpen:
    @pytest.mark.parametrize("key", ["folder", "own-1", "../x", None, 3, ["site_b"]])
    def test_what_the_browser_makes_up_is_no_coalition(self, key, tmp_path):
        hostile_folder(tmp_path / "folder")
        with pytest.raises(NotFoundError) as caught:
            Desk(home=tmp_path).open(str(tmp_path / "folder") if key == "folder" else key)
        assert str(caught.value) == (
            "The page asked for a coalition that this dashboard doesn't know. Reload the page and "
            "choose one of those on top."
        )

    def test_what_is_unclear_is_told_by_the_check(self, tmp_path):
        desk = Desk(unclear_folder(tmp_path / "unclear"))
        opened, found = desk.open("given")
        assert found.coalition is None
        with pytest.raises(CollabnetError, match="Unclear can't be read yet"):
            desk.released(**opened)

    def test_answers_count_for_the_folder_given(self, tmp_path):
        desk = Desk(unclear_folder(tmp_path / "unclear"), reading={"date_order": "day-first"})
        assert desk.open("given")[1].coalition is not None
        assert desk.open("site_b")[1].coalition is not None


class TestLook:
    def test_a_view_says_what_is_chosen_and_tried(self):
        desk = Desk()
        refs = desk.look(shown(desk, "site_b")).refs
        one, court = refs.short("officer_b1"), refs.short("court_b")
        look = desk.look(shown(desk, "site_b", f"?from={court}&w=leaves.{one}&level=people"))
        assert look.chosen("from") == "court_b"
        assert look.arg("level") == "people"
        assert [str(step) for step in look.steps] == ["leaves:officer_b1"]
        assert look.tried.changes == look.desk.tried(look.key, look.stamp, LEAVES).changes
        assert look.link("plan") == f"/plan?c=site_b&v={look.stamp[:8]}&w=leaves.{one}"

    def test_nothing_is_chosen_or_tried_in_an_address_made_for_other_files(self):
        desk = Desk()
        look = desk.look(shown(desk, "site_b", "?v=00000000&from=a1&w=leaves.p1"))
        assert look.is_outdated
        assert (look.chosen("from"), look.steps, look.tried) == (None, (), None)

    @pytest.mark.parametrize("told", [None, {}, {"path": "/", "search": ""}, "x", {"opened": None}])
    def test_what_is_no_view_is_refused(self, told):
        with pytest.raises(CollabnetError, match="The page doesn't say what it shows"):
            Desk().look(told)

    def test_files_that_changed_meanwhile_are_noticed(self, tmp_path):
        folder = hostile_folder(tmp_path / "folder")
        desk = Desk(folder)
        told = shown(desk, "given")
        desk.look(told)
        (folder / "coalition.toml").write_text("name = 'Another'\n", encoding="utf-8")
        with pytest.raises(StaleError) as caught:
            desk.look(told)
        assert str(caught.value) == (
            "The files of Another have changed since this page read them. Reload the page to read "
            "them again."
        )
        assert desk.look(shown(desk, "given")).released.name == "Another"


class TestKept:
    def test_what_was_worked_out_is_kept_and_stays_as_it_is(self):
        desk = Desk()
        look = desk.look(shown(desk, "site_b"))
        before = look.released.headline
        tried = desk.tried(look.key, look.stamp, LEAVES)
        assert desk.tried(look.key, look.stamp, LEAVES) is tried
        assert desk.look(shown(desk, "site_b")).released is look.released
        assert look.released.headline == before
        assert desk.tried(look.key, look.stamp, ()) is None

    def test_what_ifs_are_worked_out_one_after_the_other(self, monkeypatch):
        """Whoever asks first is answered first, instead of all when the last one is."""
        at_once, most = [], []

        def slow(*given):
            at_once.append(1)
            most.append(len(at_once))
            time.sleep(0.02)
            at_once.pop()
            return given

        monkeypatch.setattr(desk_module, "what_if", slow)
        monkeypatch.setattr(desk_module, "release_what_if", lambda tried: tried)
        desk = Desk()
        look = desk.look(shown(desk, "site_b"))
        asked = [(cn.Leaves(person),) for person in look.refs.people[:4]]
        threads = [
            threading.Thread(target=desk.tried, args=(look.key, look.stamp, one)) for one in asked
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        assert most == [1, 1, 1, 1]

    def test_a_stamp_is_another_when_a_file_is_added(self, tmp_path):
        before = stamp_of(tmp_path)
        (tmp_path / "ties.csv").write_text("source,target\n", encoding="utf-8")
        assert stamp_of(tmp_path) != before

    def test_a_scenario_that_is_saved_meanwhile_makes_no_other_stamp(self, tmp_path):
        before = stamp_of(tmp_path)
        cn.save_scenario(tmp_path, cn.Scenario("Second worker", LEAVES, "0"))
        assert stamp_of(tmp_path) == before

    def test_nor_does_the_secret_of_the_letters_that_a_brief_draws(self, tmp_path):
        before = stamp_of(tmp_path)
        (tmp_path / "letters.key").write_text("0" * 64, encoding="utf-8")
        assert stamp_of(tmp_path) == before

    def test_a_single_file_has_another_stamp_when_it_is_written(self, tmp_path):
        """A file may be opened as well as a folder; a page must not show what it was before."""
        path = tmp_path / "network.json"
        path.write_text("{}", encoding="utf-8")
        before = stamp_of(path)
        assert before == stamp_of(path)
        path.write_text("{} ", encoding="utf-8")
        assert stamp_of(path) != before

    def test_a_folder_that_went_away_has_a_stamp_of_its_own(self, tmp_path):
        assert stamp_of(tmp_path / "gone") != stamp_of(tmp_path)


class TestProblems:
    @pytest.mark.parametrize(
        ("code", "said"),
        [
            ("leaves.p999", "What this link tries can't be read. This address names somebody who"),
            ("steals.p1", "What this link tries can't be read. A change is written as a kind"),
            ("backs.p0~leaves.p0~leaves.p0.empty", "This can't be tried together. "),
        ],
    )
    def test_what_cannot_be_tried_is_said_and_the_rest_is_shown(self, code, said):
        desk = Desk()
        look = desk.look(shown(desk, "site_b", f"?w={code}"))
        assert look.problem.startswith(said)
        assert look.tried is None
        assert look.released.findings
