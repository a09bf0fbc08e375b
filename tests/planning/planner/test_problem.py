"""What changes bring is what recomputation says, for one change and for several."""

import random

import pytest

from collabnet.planning.changes import Backs, Repairs, Ties
from collabnet.planning.planner.candidates import Candidate
from planning.planner.drawn import draw, free, problem_of, recomputed
from risk.cases import G1, coalition


def changes_of(problem, chosen):
    return [problem.candidates[place].change for place in chosen]


class TestGain:
    @pytest.mark.parametrize(("seed", "rates"), [(0, False), (1, True), (2, False)])
    def test_one_change_brings_what_recomputation_says(self, seed, rates):
        """Every candidate of a drawn coalition, applied and assessed anew."""
        given = draw(seed, rates=rates)
        problem = problem_of(given)
        for place in range(0, len(problem.candidates), 3):
            changes = changes_of(problem, (place,))
            found = recomputed(given, problem.measure, changes)
            assert problem.alone[place] == pytest.approx(found, abs=1e-9), changes

    @pytest.mark.parametrize("seed", range(3))
    def test_several_changes_bring_what_recomputation_says(self, seed):
        given = draw(seed, rates=seed % 2 == 1)
        problem, draws = problem_of(given), random.Random(seed)
        limits = free(problem)
        for _ in range(2):
            size = min(3, len(problem.candidates))
            chosen = tuple(sorted(draws.sample(range(len(problem.candidates)), size)))
            if limits.allow(chosen):
                found = recomputed(given, problem.measure, changes_of(problem, chosen))
                assert problem.gain(chosen) == pytest.approx(found, abs=1e-9)

    def test_two_equal_carriers_help_only_together(self):
        given = coalition(*(("court", f"O{i}", "home", "home", 8) for i in (1, 2)))
        problem = problem_of(given, kinds=("backs",))
        new = [i for i, one in enumerate(problem.candidates) if one.change.by is None]
        assert [problem.alone[place] for place in new] == [0, 0]
        assert problem.gain(new) == 4


class TestCandidates:
    def test_they_stand_in_the_order_of_what_they_bring_for_their_effort(self):
        problem = problem_of(coalition(*G1))
        per_effort = [
            gain / one.effort for gain, one in zip(problem.alone, problem.candidates, strict=True)
        ]
        assert per_effort == sorted(per_effort, reverse=True)

    def test_one_change_alone_is_no_trouble(self):
        given = coalition(*G1)
        problem = problem_of(given)
        alone = [Candidate(Backs("I1"), "backs", 1.0)]
        made = type(problem)(given, problem.ground, problem.measure, alone)
        assert (
            made.gain((0,))
            == problem.alone[
                next(i for i, one in enumerate(problem.candidates) if one.change == Backs("I1"))
            ]
        )

    def test_a_repair_reaches_every_pair_that_the_tie_stands_between(self):
        """Seed 13: somebody of two agencies; the strained tie is between three of them."""
        given = draw(13, rates=True)
        problem = problem_of(given, kinds=("repairs",))
        for place in range(len(problem.candidates)):
            change = problem.candidates[place].change
            assert isinstance(change, Repairs)
            assert problem.alone[place] == recomputed(given, problem.measure, [change])

    def test_nobody_is_introduced_to_themselves(self):
        """Seed 48: the same person would meet for both agencies."""
        problem = problem_of(draw(48, rates=False))
        for one in problem.candidates:
            assert not isinstance(one.change, Ties) or one.change.a != one.change.b
