"""The best sets against brute force, by each way of searching; gaps that never lie."""

import pytest

from collabnet.planning.planner import integer, search
from collabnet.planning.planner.bounds import bounds_of, shares_of
from collabnet.planning.planner.search import best_by_effort, best_by_volume, effort_of
from planning.planner.drawn import draw, every_set, free, problem_of
from risk.cases import G1, coalition

SEEDS = range(8)


def by_volume(problem, k):
    """The most that a set of at most ``k`` brings."""
    return max(problem.gain(one) for one in every_set(problem, k, free(problem), exactly=False))


def by_effort(problem, k):
    """The most that a set of ``k`` brings for its effort, of changes that can bring anything."""
    most = bounds_of(problem, shares_of(problem, k))
    sets = every_set(problem, k, free(problem), exactly=True)
    real = (one for one in sets if all(most[place] > 1e-9 for place in one))
    fewer = by_effort(problem, k - 1) if k > 1 else 0.0
    return max((problem.gain(one) / effort_of(problem, one) for one in real), default=fewer)


def small(seed):
    """A drawn problem with 2 candidates at least, and 16 at most."""
    problem = problem_of(draw(seed, rates=seed % 2 == 1))
    if not 2 <= len(problem.candidates) <= 16:
        problem = problem_of(coalition(*G1[: 3 + seed % 5]))
    return problem


class TestBounds:
    @pytest.mark.parametrize("seed", SEEDS)
    def test_no_set_brings_more_than_its_bounds_add_up_to(self, seed):
        problem = small(seed)
        most = bounds_of(problem, shares_of(problem, 3))
        for chosen in every_set(problem, 3, free(problem), exactly=False):
            assert problem.gain(chosen) <= sum(most[place] for place in chosen) + 1e-9

    @pytest.mark.parametrize("seed", SEEDS)
    def test_nor_in_any_part_than_its_shares(self, seed):
        problem = small(seed)
        shares = shares_of(problem, 2)
        for chosen in every_set(problem, 2, free(problem), exactly=False):
            for part, own in enumerate(shares):
                brought = problem.part_loss(part, ()) - problem.part_loss(part, chosen)
                assert brought <= sum(own.get(place, 0.0) for place in chosen) + 1e-9


class TestBest:
    @pytest.mark.parametrize("seed", SEEDS)
    @pytest.mark.parametrize("k", [1, 3])
    def test_by_enumeration_it_is_the_best(self, seed, k):
        problem = small(seed)
        for best, brute in ((best_by_volume, by_volume), (best_by_effort, by_effort)):
            found = best(problem, k, free(problem))
            assert found.method == search.ENUMERATED
            assert (found.value, found.gap) == (pytest.approx(brute(problem, k)), 0)
            assert free(problem).allow(found.chosen)

    @pytest.mark.parametrize("seed", SEEDS)
    def test_by_integer_programming_too(self, seed, monkeypatch):
        monkeypatch.setattr(search, "MOST_SETS", 0)
        problem = small(seed)
        for best, brute in ((best_by_volume, by_volume), (best_by_effort, by_effort)):
            found = best(problem, 3, free(problem))
            true = brute(problem, 3)
            assert found.method in (search.ENUMERATED, search.PROGRAM, search.STOPPED)
            assert found.value - 1e-6 <= true <= found.bound + 1e-6
            if found.method == search.PROGRAM:
                assert found.value == pytest.approx(true)

    @pytest.mark.parametrize("seed", SEEDS)
    def test_where_neither_is_feasible_the_gap_is_honest(self, seed, monkeypatch):
        monkeypatch.setattr(search, "MOST_SETS", 0)
        monkeypatch.setattr(integer, "MOST_COLUMNS", -1)
        problem = small(seed)
        for best, brute in ((best_by_volume, by_volume), (best_by_effort, by_effort)):
            found = best(problem, 3, free(problem))
            true = brute(problem, 3)
            assert found.value <= true + 1e-9
            assert true <= found.bound + 1e-9
            assert 0 <= found.gap <= 1

    def test_two_that_help_only_together_are_found(self):
        """Greedy alone would choose neither: each of two equal carriers brings nothing alone."""
        given = coalition(*(("court", f"O{i}", "home", "home", 8) for i in (1, 2)))
        problem = problem_of(given, kinds=("backs",))
        found = best_by_volume(problem, 2, free(problem))
        assert (found.value, len(found.chosen)) == (4, 2)

    def test_nothing_to_choose_among_gives_nothing(self):
        problem = problem_of(coalition(("court", "O1", "home", "I1", 2)))
        for best in (best_by_volume, best_by_effort):
            found = best(problem, 3, free(problem))
            assert (found.chosen, found.value, found.gap) == ((), 0, 0)
