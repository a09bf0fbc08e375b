"""The best set by integer programs (HiGHS through scipy), with a bound where they would take long.

Work is rated by the size of programs, never by the clock: the same network gives the same answer.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from collabnet.engine.csr import Bools, Floats, Ints, neighbour_lists
from collabnet.engine.sets.criteria import PairsReached, Reach
from collabnet.engine.sets.searches import Sets

MOST_PAIRS = 20_000
"""Pairs of a source and a target that a program takes at most."""
USUAL = 1e9
"""Variables times entries of all programs, linear ones; some seconds."""
LEAST = 1e6
"""What a program costs, however small."""
HARDER = 16
"""How much harder whole numbers are, times the share that is open and the square of the broken."""
MOST_BRANCHES = 1_000
WHOLE = 1e-6
INFEASIBLE = 2


class Effort:
    """What may still be done, in variables times entries of linear programs."""

    def __init__(self, left: float) -> None:
        self.left = left

    def spend(self, cost: float) -> bool:
        """Say whether so much may be done; if so, it is."""
        if cost > self.left:
            return False
        self.left -= cost
        return True

    def share(self, of: int) -> "Effort":
        """Take out one share of so many."""
        taken = self.left / of
        self.left -= taken
        return Effort(taken)


class Program:
    """An integer program whose first variables say who is chosen; rows can be added."""

    def __init__(self, chosen: int, size: int, may: Bools, fixed: Iterable[int] = ()) -> None:
        self._n, self._size = chosen, size
        self._upper = [float(one) for one in may]
        self._lower = [0.0] * chosen
        for v in fixed:
            self._lower[v] = self._upper[v] = 1.0
        self._costs = [0.0] * chosen
        self._least: list[float] = []
        self._at: tuple[list[int], list[int], list[float]] = [], [], []

    def variable(self, cost: float, upper: float = 1.0) -> int:
        """Add a variable that is 0 or more, and give its number."""
        self._costs.append(cost)
        self._lower.append(0.0)
        self._upper.append(upper)
        return len(self._costs) - 1

    def at_least(self, least: float, columns: list[int], values: list[float]) -> None:
        """Add a row: the sum of these variables, times their values, is no less."""
        rows, places, factors = self._at
        rows.extend([len(self._least)] * len(columns))
        places.extend(columns)
        factors.extend(values)
        self._least.append(least)

    def solve(self, effort: Effort, known: float) -> tuple[list[int], float]:
        """Give the chosen of the best solution found, nobody if there is none, and the bound.

        First whoever is chosen may be so in part, which is soon solved, and often comes out
        whole. Else that says how much whole numbers ask for; ``known`` is a value that is already
        reached. The bound is infinite where so many can't be chosen.
        """
        cost = LEAST + len(self._costs) * len(self._at[0])
        if not effort.spend(cost):
            return [], -np.inf
        chosen, bound = self._solved(whole=False)
        if chosen is None:
            return [], bound
        broken = int((np.abs(chosen - np.rint(chosen)) > WHOLE).sum())
        if broken:
            share_open = abs(known - bound) / max(1.0, abs(known))
            if not effort.spend(HARDER * cost * max(1.0, broken**2 * share_open)):
                return [], bound
            chosen, at_least = self._solved(whole=True)
            bound = max(bound, at_least)
        return [] if chosen is None else np.flatnonzero(chosen > 0.5).tolist(), bound

    def _solved(self, *, whole: bool) -> tuple[Floats | None, float]:
        """Give how far everybody is chosen, and the bound."""
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array

        n, n_chosen = len(self._costs), self._n
        rows, places, factors = self._at
        matrix = csr_array((factors, (rows, places)), shape=(len(self._least), n))
        is_chosen = np.zeros((1, n))
        is_chosen[0, :n_chosen] = 1
        found: Any = milp(
            self._costs,
            integrality=is_chosen[0] if whole else None,
            bounds=Bounds(self._lower, self._upper),
            constraints=[
                LinearConstraint(matrix, lb=np.array(self._least)),
                LinearConstraint(is_chosen, lb=self._size, ub=self._size),
            ],
            options={"disp": False, "node_limit": MOST_BRANCHES, "mip_rel_gap": 0.0},
        )
        if found.status == INFEASIBLE:
            return None, np.inf
        bound = found.mip_dual_bound if whole else found.fun
        chosen = None if found.x is None else np.asarray(found.x[:n_chosen], dtype=np.float64)
        return chosen, -np.inf if bound is None else float(bound)


def fewest_reached(
    criterion: PairsReached, size: int, start: Sets, may: Bools, *, effort: Effort
) -> Sets:
    """Find the set whose going leaves the fewest pairs of a source and a target.

    A pair is left as long as one of its paths is; paths are added once a solution overlooks
    them. Every round's bound holds, for it knows fewer paths than there are.
    """
    after = neighbour_lists(criterion.csr)
    targets = set(criterion.targets.tolist())
    program = Program(criterion.csr.n, size, may)
    pair: dict[tuple[int, int], int] = {}
    for source in criterion.sources.tolist():
        above = search(after, source, frozenset())
        for target in above:
            if target in targets and target != source:
                if len(pair) == MOST_PAIRS:
                    return start
                pair[source, target] = program.variable(1.0)
    for (source, target), variable in pair.items():
        for path in _apart(after, source, target, size + 1):
            program.at_least(1.0, [variable, *path], [1.0] * (len(path) + 1))
    best, loss, bound = start.sets[0], start.loss, start.bound
    while bound < loss - WHOLE:
        chosen, least = program.solve(effort, loss)
        bound = max(bound, np.ceil(least - WHOLE))
        if not chosen:
            break
        gone = frozenset(chosen)
        count = 0
        for source in criterion.sources.tolist():
            if source in gone:
                continue
            above = search(after, source, gone)
            for target in sorted(targets & above.keys() - {source}):
                count += 1
                path = path_to(above, target)
                program.at_least(1.0, [pair[source, target], *path], [1.0] * (len(path) + 1))
        if count < loss:
            best, loss = tuple(chosen), float(count)
    return Sets((best,), loss, float(min(bound, loss)), None)


def search(after: list[list[int]], source: int, gone: frozenset[int]) -> dict[int, int]:
    """Search breadth first, and give everybody's predecessor; the source's is -1."""
    above = {source: -1}
    order = [source]
    for here in order:
        for other in after[here]:
            if other not in above and other not in gone:
                above[other] = here
                order.append(other)
    return above


def path_to(above: dict[int, int], target: int) -> list[int]:
    """List who stands on the way found, from the target back to the source."""
    path = [target]
    while above[path[-1]] >= 0:
        path.append(above[path[-1]])
    return path


def _apart(after: list[list[int]], source: int, target: int, most: int) -> Iterator[list[int]]:
    """Give paths that share no actor between their ends: one short after the other."""
    gone: set[int] = set()
    for _ in range(most):
        above = search(after, source, frozenset(gone))
        if target not in above:
            return
        path = path_to(above, target)
        yield path
        if len(path) == 2:
            return
        gone.update(path[1:-1])


def widest_reach(criterion: Reach, size: int, start: Sets, may: Bools, *, effort: Effort) -> Sets:
    """Find the set that reaches most: everybody's nearest member, by steps of distance."""
    program = Program(criterion.csr.n, size, may)
    away = criterion.distances
    for v in range(criterion.csr.n):
        near: Ints = away[:, v]
        # A member counts 1, as somebody at distance 1 does; whom nobody reaches may be one too.
        steps = sorted(set(near[near > 0].tolist())) or [1]
        for d, further in zip(steps, [*steps[1:], 0], strict=True):
            gain = 1 / d - (1 / further if further else 0)
            within = np.flatnonzero((near >= 0) & (near <= d)).tolist()
            reached = program.variable(-gain)
            program.at_least(0.0, [*within, reached], [1.0] * len(within) + [-1.0])
    chosen, bound = program.solve(effort, start.loss)
    best, loss = start.sets[0], start.loss
    if chosen:
        value = criterion.losses(chosen[:-1])[chosen[-1]].item()
        if value < loss - 1e-9 * abs(loss):
            best, loss = tuple(chosen), value
    is_proven = bound >= loss - 1e-6
    return Sets((best,), loss, loss if is_proven else bound, None)
