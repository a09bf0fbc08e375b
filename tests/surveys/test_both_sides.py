"""What each side says of the other, and the gap."""

import math

import pytest

import collabnet as cn
from surveys.answers import BLANK, frame, survey


def side(rows, question, **settings):
    (row,) = cn.surveys.sides(survey(rows, question=question, **settings)).to_dict("records")
    return row


class TestSides:
    def test_the_gap_is_how_far_the_two_are_apart(self):
        row = side([("A", "B", "4"), ("B", "A", "1.5")], "trust")
        assert (row["by_from"], row["by_to"], row["gap"]) == (4.0, 1.5, 2.5)
        assert not row["is_wide"]

    def test_a_missing_side_leaves_no_gap_and_says_why(self):
        row = side([("B", "A", "2"), ("A", "B", BLANK)], "value")
        assert math.isnan(row["by_from"])
        assert math.isnan(row["gap"])
        assert (row["by_to"], row["missing_from"], row["missing_to"]) == (2.0, "not answered", "")

    def test_who_was_not_asked_is_told_from_who_did_not_answer(self):
        rows = [("A", "B", "2")]
        assert side(rows, "trust")["missing_to"] == "not asked"
        assert side(rows, "trust", asked=("A", "B"))["missing_to"] == "not answered"
        assert side(rows, "trust", asked=("A",))["missing_to"] == "not asked"

    @pytest.mark.parametrize(
        ("one", "other", "is_wide"), [("3", "1", True), ("3", "2", False), ("5", BLANK, False)]
    )
    def test_levels_of_collaboration_two_apart_are_a_wide_gap(self, one, other, is_wide):
        assert side([("A", "B", one), ("B", "A", other)], "collaboration")["is_wide"] is is_wide

    def test_levels_may_be_words_and_yes_and_no_are_one_and_nought(self):
        row = side([("A", "B", "Coordination"), ("B", "A", "none")], "collaboration")
        assert (row["by_from"], row["by_to"]) == (3.0, 0.0)
        row = side([("A", "B", "yes"), ("B", "A", "no")], "invited")
        assert (row["by_from"], row["by_to"], row["gap"]) == (1.0, 0.0, 1.0)

    def test_every_row_keeps_its_answers(self):
        row = side([("B", "A", "1"), ("A", "B", "2")], "follow_up")
        assert row["rows"] == [{"file": "survey.csv", "row": 3}, {"file": "survey.csv", "row": 2}]

    def test_other_questions_are_no_sides(self):
        more = [frame([("A", "C", "2")], question="shared_goal")]
        table = cn.surveys.sides(survey([("A", "B", "1")], question="contact", more=more))
        assert table["question"].tolist() == ["shared_goal"]
