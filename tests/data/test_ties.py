"""Ties that lead nowhere, or stand more than once."""

import pytest

from collabnet.model.errors import ChoiceNeededError
from data.small_site import where


class TestSelfTies:
    def test_a_tie_to_oneself_is_rejected(self, site):
        problem = site.ties("o1,o2,contact,1", "o1,o1,contact,1").found("self_tie")
        assert where(problem) == ("ROW", "ties.csv", 3, 3, "target", "o1")
        assert problem.message == "The tie leads from 'o1' to itself."
        assert problem.remedy == "Correct one end, or delete the row."
        assert len(site.load().ties) == 1


class TestRepeatedTies:
    def test_equal_rows_are_kept_and_counted(self, site):
        problem = site.ties(*["o1,o2,contact,2"] * 3, "o2,o1,contact,2").found("repeated_tie")
        assert (problem.level, problem.row, problem.value) == ("NOTE", 3, "o1 to o2")
        assert problem.message.startswith("2 rows repeat a tie that another row of ties.csv has")
        assert len(site.load().ties) == 4

    def test_different_strengths_are_asked_about(self, site):
        problem = site.ties("o1,o2,contact,2", "o1,o2,contact,5").found("repeated_tie_differs")
        assert where(problem) == ("ASK", "ties.csv", 3, 3, "strength", "o1 to o2")
        assert problem.message == "'o1 to o2' stands in 2 rows with the strengths 2 and 5."
        with pytest.raises(ChoiceNeededError, match="duplicate_ties=sum or"):
            site.load()

    @pytest.mark.parametrize(("answer", "strength"), [("sum", 9), ("max", 5), ("last", 2)])
    def test_the_answer_merges_the_rows(self, site, answer, strength):
        site.ties("o1,o2,contact,2", "o1,o2,contact,5", "o1,o2,contact,2", "o1,o2,advice,1")
        ties = site.load(duplicate_ties=answer).ties
        assert list(ties["strength"]) == [strength, 1]
        count = next(f for f in site.check(duplicate_ties=answer).files if f.file == "ties.csv")
        assert (count.read, count.kept, count.rejected, count.skipped) == (4, 2, 0, 2)
        assert site.found("ties_merged", duplicate_ties=answer).message == (
            f"2 rows were merged into others by {answer}, as duplicate_ties says."
        )

    def test_both_directions_are_two_ties(self, site):
        assert site.ties("o1,o2,contact,2", "o2,o1,contact,5").codes() == []

    def test_without_direction_both_directions_are_one_tie(self, site):
        site.ties(
            "o1,o2,no,contact,2",
            "o2,o1,no,contact,5",
            header="source,target,directed,kind,strength",
        )
        assert site.codes() == ["repeated_tie_differs"]

    def test_who_has_no_tie_is_kept(self, site):
        assert "i1" in list(site.ties("o1,o2,contact,1").load().people["person_id"])
