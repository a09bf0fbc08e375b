"""The best set by integer programming: HiGHS through scipy.

One 0-1 variable for each change, and for each part of the objective that several changes touch
one weight for each set of them (the empty one included). The weights of a part add up to 1, and
those of the sets with a change to that change's variable; so with whole variables only the set
that is really chosen has a weight, and what the part brings is exact. A part that one change
alone touches needs no weights.

A change whose share of a part is 0 (see bounds) is left out of that part: it brings nothing there
and can only take from what others bring (rows of one partner that two people have made are halved
apart, and rounding then leaves more with whoever shares them). So the program's best is at least
the true best, and what is chosen is worked out anew: a difference would show as a gap.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from collabnet.planning.planner.problem import Chosen, Problem
from collabnet.planning.planner.rules import Limits

MOST_COLUMNS = 40_000
"""Up to so many sets of changes of single parts the program is written down."""
MOST_NODES = 2_000
"""Nodes of the search tree, not seconds: the same answer on any machine."""


def by_integer_program(
    problem: Problem,
    places: Sequence[int],
    shares: Sequence[Mapping[int, float]],
    k: int,
    limits: Limits,
    *,
    price: float,
    exactly: bool,
) -> tuple[Chosen, float, bool] | None:
    """Choose among some changes; None where the program would be too large.

    Returns
    -------
    The places chosen, a bound on every set's score, and whether the set is proven to be best.
    """
    own = sorted(places)
    number = {place: column for column, place in enumerate(own)}
    worth = [-price * problem.candidates[place].effort for place in own]
    sets: list[tuple[int, Chosen]] = []
    needed = _needed(problem, shares)
    for part, touching in enumerate(problem.parts):
        here = [p for p in touching if p in number and (part, p) in needed]
        if len(here) == 1:
            alone = problem.part_loss(part, ()) - problem.part_loss(part, (here[0],))
            worth[number[here[0]]] += alone
        elif here:
            for size in range(min(k, len(here)) + 1):
                sets += [(part, chosen) for chosen in combinations(here, size)]
                if len(sets) > MOST_COLUMNS:
                    return None
    brought = [
        problem.part_loss(part, ()) - problem.part_loss(part, chosen) for part, chosen in sets
    ]
    return _solve(worth, sets, brought, number, k, limits, exactly=exactly)


def _needed(problem: Problem, shares: Sequence[Mapping[int, float]]) -> set[tuple[int, int]]:
    """Parts with the candidates that may matter there; all where some rows don't count."""
    found = set()
    for part, own in enumerate(shares):
        is_line = part < len(problem.ground.lines)
        may_leave_out = is_line and all(problem.ground.lines[part].counted)
        found |= {(part, place) for place, share in own.items() if share > 0 or not may_leave_out}
    return found


def _solve(
    worth: Sequence[float],
    sets: Sequence[tuple[int, Chosen]],
    brought: Sequence[float],
    number: dict[int, int],
    k: int,
    limits: Limits,
    *,
    exactly: bool,
) -> tuple[Chosen, float, bool] | None:
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    n, width = len(worth), len(worth) + len(sets)
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    low: list[float] = []
    high: list[float] = []

    def add(entries: Sequence[tuple[int, float]], least: float, most: float) -> None:
        rows.extend([len(low)] * len(entries))
        columns.extend(column for column, _ in entries)
        values.extend(value for _, value in entries)
        low.append(least)
        high.append(most)

    add([(column, 1.0) for column in range(n)], k if exactly else 0, k)
    for places, most in limits.limits:
        add([(number[place], 1.0) for place in places if place in number], 0, most)
    by_part: dict[int, list[tuple[int, Chosen]]] = {}
    for column, (part, chosen) in enumerate(sets, start=n):
        by_part.setdefault(part, []).append((column, chosen))
    for own in by_part.values():
        add([(column, 1.0) for column, _ in own], 1, 1)
        for place in sorted({place for _, chosen in own for place in chosen}):
            with_it = [(column, 1.0) for column, chosen in own if place in chosen]
            add([*with_it, (number[place], -1.0)], 0, 0)
    matrix = csr_array((values, (rows, columns)), shape=(len(low), width))
    found = milp(
        -np.array([*worth, *brought]),
        integrality=np.r_[np.ones(n), np.zeros(len(sets))],
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, low, high),
        options={"node_limit": MOST_NODES, "mip_rel_gap": 0.0},
    )
    if found.x is None:
        return None
    bound = -float(found.mip_dual_bound)
    places = tuple(place for place, column in number.items() if found.x[column] > 0.5)
    return places, bound, found.status == 0
