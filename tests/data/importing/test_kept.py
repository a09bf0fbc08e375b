"""Answers to a check, kept in the coalition's settings."""

import pytest

import collabnet as cn
from collabnet.data.importing.kept import keep_answers
from collabnet.model.errors import CollabnetError

DATES = "\n".join(
    ["date,from_agency,to_agency", *(f"0{day}/0{day + 1}/2023,a,b" for day in range(1, 8)), ""]
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "referrals.csv").write_text(DATES)
    return tmp_path


def settings(folder):
    return (folder / "coalition.toml").read_text()


class TestKeepAnswers:
    def test_what_was_asked_can_be_read_then(self, folder):
        assert cn.check(folder).is_refused
        keep_answers(folder, [("date_order", "day-first")])
        found = cn.check(folder)
        assert not found.is_refused
        assert str(found.coalition.referrals["on"].iloc[0])[:10] == "2023-02-01"

    def test_what_stands_in_the_settings_stays(self, folder):
        (folder / "coalition.toml").write_text(
            'name = "Ours" # since 2020\n\n[reading]\ncentury = "20"\n'
        )
        keep_answers(folder, [("date_order", "day-first")])
        assert settings(folder) == (
            'name = "Ours" # since 2020\n\n[reading]\ncentury = "20"\ndate_order = "day-first"\n'
        )

    def test_of_lists_those_that_were_there_count_too(self, folder):
        (folder / "coalition.toml").write_text('[reading]\ndrop = ["dob"]\n')
        keep_answers(folder, [("drop", ["client name"])])
        assert 'drop = ["dob", "client name"]' in settings(folder)

    def test_answers_for_one_import_alone_hold_for_the_folder_too(self, folder):
        keep_answers(folder, [("unknown_actors", "add")])
        assert 'unknown_actors = "add"' in settings(folder)

    def test_settings_that_cannot_be_read_are_left_alone(self, folder):
        (folder / "coalition.toml").write_text("name = \n")
        with pytest.raises(CollabnetError, match="nothing can be added to it"):
            keep_answers(folder, [("date_order", "day-first")])
        assert settings(folder) == "name = \n"
