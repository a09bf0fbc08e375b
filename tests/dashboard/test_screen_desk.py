"""What the dashboard reads and keeps, without a browser."""

import pytest

import collabnet as cn
from collabnet.model.errors import CollabnetError, NotFoundError
from collabnet_dashboards.app import build_app
from collabnet_dashboards.desk import Desk, StaleError, stamp_of
from screen_page import hostile_folder, unclear_folder

LEAVES = (cn.Leaves("officer_b1"),)


def labels(desk):
    """Say what can be chosen, group by group."""
    return [
        (group["label"], [option["label"] for option in group["options"]])
        for group in desk.groups()
    ]


SAMPLES = (
    "Samples",
    [
        "Advocacy center, 48 hours", "Deputized task force", "G1", "G1 with a second intake worker",
        "Hospital program", "Five programs", "Site A", "Site B",
    ],
)  # fmt: skip


class TestChoices:
    def test_without_a_folder_the_samples_can_be_chosen(self):
        desk = Desk()
        assert labels(desk) == [SAMPLES]
        assert desk.start == "site_b"

    def test_the_folder_given_stands_first_and_opens(self, tmp_path):
        desk = Desk(hostile_folder(tmp_path / "our_site"))
        assert labels(desk) == [("Your folder", ["our_site"]), SAMPLES]
        assert desk.start == "given"

    @pytest.mark.parametrize("given", ["site_a", "sample:site_a"])
    def test_a_sample_given_opens_among_the_samples(self, given):
        desk = Desk(given)
        assert labels(desk) == [SAMPLES]
        assert desk.start == "site_a"

    def test_a_folder_that_is_not_there_is_refused_at_once(self):
        with pytest.raises(NotFoundError, match="There is no coalition folder or sample 'sit_b'"):
            build_app("sit_b")


class TestOpen:
    def test_a_path_from_the_browser_is_no_coalition(self, tmp_path):
        folder = hostile_folder(tmp_path / "folder")
        with pytest.raises(NotFoundError) as caught:
            Desk().open(str(folder))
        assert str(caught.value) == (
            "The page asked for a coalition that this dashboard doesn't know. Reload the page and "
            "choose one of those on top."
        )

    def test_what_is_unclear_is_told_by_the_check(self, tmp_path):
        opened, found = (desk := Desk(unclear_folder(tmp_path / "unclear"))).open("given")
        assert found.coalition is None
        assert found.is_refused
        with pytest.raises(CollabnetError, match="Unclear can't be read yet"):
            desk.released(opened)

    def test_answers_count_for_the_folder_given(self, tmp_path):
        desk = Desk(unclear_folder(tmp_path / "unclear"), reading={"date_order": "day-first"})
        assert desk.open("given")[1].coalition is not None
        assert desk.open("site_b")[1].coalition is not None


class TestKept:
    def test_what_was_worked_out_is_kept(self):
        desk = Desk()
        opened, _ = desk.open("site_b")
        assert desk.released(opened) is desk.released(opened)
        assert desk.tried(opened, LEAVES) is desk.tried(opened, LEAVES)

    def test_without_a_change_nothing_is_tried(self):
        desk = Desk()
        assert desk.tried(desk.open("site_b")[0], ()) is None

    def test_a_what_if_leaves_what_was_released_as_it_is(self):
        desk = Desk()
        opened, _ = desk.open("site_b")
        before = desk.released(opened).headline
        desk.tried(opened, LEAVES)
        assert desk.released(opened).headline == before

    def test_files_that_changed_meanwhile_are_noticed(self, tmp_path):
        folder = hostile_folder(tmp_path / "folder")
        desk = Desk(folder)
        opened, _ = desk.open("given")
        desk.released(opened)
        (folder / "coalition.toml").write_text("name = 'Another'\n", encoding="utf-8")
        with pytest.raises(StaleError) as caught:
            desk.released(opened)
        assert str(caught.value) == (
            "The files in folder have changed since this page read them. Reload the page to read "
            "them again."
        )
        assert desk.released(desk.open("given")[0]).name == "Another"

    def test_a_stamp_is_another_when_a_file_is_added(self, tmp_path):
        before = stamp_of(tmp_path)
        (tmp_path / "ties.csv").write_text("source,target\n", encoding="utf-8")
        assert stamp_of(tmp_path) != before

    def test_a_scenario_that_is_saved_meanwhile_makes_no_other_stamp(self, tmp_path):
        before = stamp_of(tmp_path)
        cn.save_scenario(tmp_path, cn.Scenario("Second worker", LEAVES, "0"))
        assert stamp_of(tmp_path) == before

    def test_a_folder_that_went_away_has_a_stamp_of_its_own(self, tmp_path):
        assert stamp_of(tmp_path / "gone") != stamp_of(tmp_path)
