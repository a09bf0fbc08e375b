"""Check the planner against exhaustive search by recomputation, on random coalitions.

For each coalition every single change is applied and the edited coalition assessed anew; the
planner's best single change is compared with the best of them, by what both bring. Plans of two
are compared in the same way where there are few enough. The result stands in
``tests/planning/planner/results.json``; the ordinary run repeats a slice.

Run: ``python scripts/check_planner.py [CASES]`` (200 cases: some minutes).
"""

import importlib
import json
import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from types import ModuleType

from collabnet.model import Coalition
from collabnet.planning.changes import Change
from collabnet.planning.planner.problem import Problem
from collabnet.planning.planner.search import best_by_volume

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "tests" / "planning" / "planner" / "results.json"
FEW = 5
"""Plans of two are compared where there are so many candidates at most."""
SAME = 1e-6


def ours(name: str) -> ModuleType:
    """Give a module of the tests, which is on nobody's path but theirs."""
    for folder in (ROOT, ROOT / "tests"):
        if str(folder) not in sys.path:
            sys.path.insert(0, str(folder))
    return importlib.import_module(name)


def check(cases: int, first: int = 0) -> dict[str, float]:
    """Compare ``cases`` coalitions in which anything helps; half of them with rates."""
    found = {
        "cases": 0, "best_is_the_same": 0, "least_share_of_the_best": 1.0, "changes": 0,
        "changes_that_differ": 0, "plans_of_two": 0, "plans_of_two_that_are_best": 0,
    }  # fmt: skip
    drawn, seed = ours("planning.planner.drawn"), first
    while found["cases"] < cases:
        given = drawn.draw(seed, rates=seed % 2 == 1)
        seed += 1
        problem = drawn.problem_of(given)
        change = [one.change for one in problem.candidates]
        brings = [drawn.recomputed(given, problem.measure, [one]) for one in change]
        if max(brings, default=0.0) <= SAME:
            continue
        found["cases"] += 1
        found["changes"] += len(brings)
        found["changes_that_differ"] += sum(
            abs(a - b) > SAME for a, b in zip(brings, problem.alone, strict=True)
        )
        (best,) = best_by_volume(problem, 1, drawn.free(problem)).chosen
        share = brings[best] / max(brings)
        found["best_is_the_same"] += share > 1 - SAME
        found["least_share_of_the_best"] = min(found["least_share_of_the_best"], share)
        if 2 <= len(change) <= FEW:
            _check_pairs(found, problem, given, change)
    return found


def _check_pairs(
    found: dict[str, float], problem: Problem, given: Coalition, change: Sequence[Change]
) -> None:
    drawn = ours("planning.planner.drawn")
    limits = drawn.free(problem)
    brings = {
        pair: drawn.recomputed(given, problem.measure, [change[place] for place in pair])
        for size in (1, 2)
        for pair in combinations(range(len(change)), size)
        if limits.allow(pair)
    }
    best = best_by_volume(problem, 2, limits)
    found["plans_of_two"] += 1
    found["plans_of_two_that_are_best"] += brings[best.chosen] >= max(brings.values()) - SAME


def main() -> int:
    """Write the result."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    found = check(cases)
    RESULTS.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    sys.stdout.write(RESULTS.read_text("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
