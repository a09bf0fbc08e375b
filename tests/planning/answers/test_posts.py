"""How often posts change hands: which posts there are, and what is said of them as rows."""

from datetime import date

import pytest

import collabnet as cn
from collabnet.data.editing import correct
from collabnet.data.place import Place
from collabnet.data.samples import copy_sample
from collabnet.model.errors import CollabnetError
from collabnet.planning.answers import PostAnswer, post_edits, posts_of
from collabnet.risk.turnover.rates import rates_of

DAY = date(2024, 3, 5)
OFFICER = "deputy juvenile officer"


@pytest.fixture
def folder(tmp_path):
    return copy_sample("g1", tmp_path / "ours")


def say(folder, *answers):
    return post_edits(cn.load(folder), Place(folder), answers)


class TestPosts:
    def test_every_role_of_an_agency_is_a_post_with_its_seats(self, folder):
        posts = posts_of(cn.load(folder))
        assert [(post.agency, post.role, post.seats) for post in posts] == [
            ("advocacy", "advocate", 1),
            ("court", OFFICER, 3),
            ("hospital", "social worker", 1),
            ("police", "investigator", 2),
            ("residential", "intake worker", 1),
        ]
        assert not any(post.is_known for post in posts)

    def test_what_was_said_comes_back_with_its_row(self, folder):
        text = f"agency_id,role,holders_in_period,years\npolice,,9,3\ncourt,{OFFICER},6,3\n"
        (folder / "posts.csv").write_text(text, encoding="utf-8")
        posts = {(post.agency, post.role): post for post in posts_of(cn.load(folder))}
        assert posts["police", ""].row == 2
        officers = posts["court", OFFICER]
        assert (officers.holders, officers.years, officers.weeks, officers.row) == (6, 3, None, 3)
        assert officers.is_known


class TestAnswers:
    def test_an_answer_is_a_row_and_gives_a_rate(self, folder):
        """Six held three seats in three years: three changes in nine years of work."""
        edits = say(folder, PostAnswer("court", OFFICER, 6, 3, None))
        assert [dict(edit.after) for edit in edits] == [
            {
                "agency_id": "court",
                "role": OFFICER,
                "holders_in_period": "6",
                "years": "3",
                "weeks_vacant": "",
            }
        ]
        correct(folder, edits, today=DAY)
        assert round(rates_of(cn.load(folder))["O1"].middle, 3) == round(3.5 / 9, 3)

    def test_what_is_known_already_gives_no_row_and_what_differs_changes_it(self, folder):
        correct(folder, say(folder, PostAnswer("court", OFFICER, 6, 3, None)), today=DAY)
        assert say(folder, PostAnswer("court", OFFICER, 6, 3, None)) == []
        (edit,) = say(folder, PostAnswer("court", OFFICER, 7, 3, 2.5))
        assert (edit.did, edit.row) == ("changed", 2)
        assert edit.before == {"holders_in_period": "6", "years": "3", "weeks_vacant": ""}
        assert edit.after == {"holders_in_period": "7", "years": "3", "weeks_vacant": "2.5"}

    def test_nothing_said_gives_no_row(self, folder):
        assert say(folder, PostAnswer("court", OFFICER, None, None, None)) == []

    @pytest.mark.parametrize(
        ("holders", "years", "weeks", "words"),
        [
            (
                0,
                3,
                None,
                "how many held the post needs a whole number from 1, the present holder included; "
                "it is 0.",
            ),
            (
                1.5,
                3,
                None,
                "how many held the post needs a whole number from 1, the present holder included; "
                "it is 1.5.",
            ),
            (2, None, None, "say in how many years so many held it, such as 3."),
            (2, 60, None, "the years need a number up to 50; it is 60."),
            (
                2,
                1,
                60,
                "the weeks without a holder need a number from 0, and no more than the years have; "
                "it is 60.",
            ),
        ],
    )
    def test_an_answer_that_cannot_be_right_is_refused(self, folder, holders, years, weeks, words):
        with pytest.raises(CollabnetError) as told:
            say(folder, PostAnswer("court", OFFICER, holders, years, weeks))
        assert str(told.value) == f"{OFFICER} at Court: {words}"
