"""The set whose going leaves the fewest pairs in contact, by integer programs about one part."""

from itertools import combinations

import numpy as np

from collabnet.engine.csr import Bools, Csr, entry_rows, neighbour_lists
from collabnet.engine.parts.components import component_labels, isolate, pairs_in_contact
from collabnet.engine.sets.criteria import PairsInContact
from collabnet.engine.sets.program import Effort, Program, path_to, search
from collabnet.engine.sets.searches import Sets

MOST_ENTRIES = 40_000
"""Entries of a network at most; above, no bound is sought."""
WHOLE = 1e-3
"""How far a whole number may be off: the solver's tolerance, times the actors."""
MOST_PAIRS = 2_000
"""Pairs outside the part that are added to a program in one round."""


def fewest_in_contact(
    criterion: PairsInContact, size: int, start: Sets, may: Bools, *, effort: Effort
) -> Sets:
    """Find the set whose going leaves the fewest pairs in contact.

    Somebody outside the best set known is named. If they stay, a program finds the fewest pairs
    that can be left, from the size of the part around them; if they go, one fewer is left to
    choose, and somebody else is named. The lowest of these bounds holds.
    """
    csr = criterion.csr
    if csr.indices.size > MOST_ENTRIES:
        return start
    best, loss = start.sets[0], start.loss
    parts: list[_Part] = []
    gone: list[int] = []
    # Cases share what may be done; then those still open share what is left.
    while len(gone) < size:
        named = _named(csr, gone, best)
        part = _Part(csr, named, gone, size, may)
        parts.append(part)
        own = effort.share(size + 1 - len(gone))
        best, loss = _narrow(csr, part, best, loss, own)
        effort.left += own.left
        gone.append(named)
        if not may[named]:
            break
    else:
        count = _pairs_left(csr, gone)
        if count < loss:
            best, loss = tuple(gone), float(count)
    open_ones = sorted((one for one in parts if one.bound < loss - WHOLE), key=lambda p: p.bound)
    for at, part in enumerate(open_ones):
        own = effort.share(len(open_ones) - at)
        best, loss = _narrow(csr, part, best, loss, own)
        effort.left += own.left
    bound = min(part.bound for part in parts)
    return Sets((best,), loss, float(min(bound, loss)), None)


def _narrow(
    csr: Csr, part: "_Part", best: tuple[int, ...], loss: float, effort: Effort
) -> tuple[tuple[int, ...], float]:
    """Raise a part's bound until nothing better can be in it, or enough was done."""
    while part.bound < loss - WHOLE:
        chosen = part.solve(effort, loss)
        if not chosen:
            break
        count = _pairs_left(csr, chosen)
        if count < loss:
            best, loss = tuple(chosen), float(count)
    return best, loss


def _pairs_left(csr: Csr, gone: list[int]) -> int:
    return pairs_in_contact(component_labels(isolate(csr, gone)))


def _named(csr: Csr, gone: list[int], best: tuple[int, ...]) -> int:
    """Choose who has most ties in the largest part that the best set known leaves."""
    taken = [*gone, *best]
    label = component_labels(isolate(csr, taken))
    size, ties = np.bincount(label)[label], np.diff(csr.indptr)
    size[taken] = 0
    size[gone] = -1
    return int(np.lexsort((-ties, -size))[0])


class _Part:
    """The part around somebody who stays, while others go: how small it can be made."""

    def __init__(self, csr: Csr, named: int, gone: list[int], size: int, may: Bools) -> None:
        self._named, self._after = named, neighbour_lists(csr)
        self.bound = 0.0
        allowed = may.copy()
        allowed[named] = False
        self._program = program = Program(csr.n, size, allowed, fixed=gone)
        left = isolate(csr, gone)
        label = component_labels(left)
        inside = np.flatnonzero(label == label[named]).tolist()
        stays = _inseparable(left, named, size - len(gone))
        self._is_in = {v: program.variable(0.0) for v in inside}
        many, pairs = program.variable(0.0, np.inf), program.variable(float(csr.n), np.inf)
        for v in inside:
            here = self._is_in[v]
            if v in stays:
                program.at_least(1.0, [here, v], [1.0, 1.0])
                continue
            for other in self._after[v]:
                if other in self._is_in:
                    columns = [here, v, self._is_in[other]]
                    program.at_least(0.0, columns, [1.0, 1.0, -1.0])
        members = list(self._is_in.values())
        program.at_least(0.0, [many, *members], [1.0] + [-1.0] * len(members))
        for a in range(1, len(inside)):  # s (s - 1) / 2n, as the lines between whole sizes
            program.at_least(-a * (a + 1) / 2 / csr.n, [pairs, many], [1.0, -a / csr.n])
        self._pairs: dict[tuple[int, int], int] = {}

    def solve(self, effort: Effort, known: float) -> list[int]:
        """Give a set that may be best, and note the pairs that it leaves outside the part."""
        chosen, least = self._program.solve(effort, known)
        if least > self.bound:
            self.bound = float(np.ceil(least - WHOLE))
        gone = frozenset(chosen)
        if not chosen:
            return []
        seen = set(search(self._after, self._named, gone)) | gone
        for first in range(len(self._after)):
            if first in seen:
                continue
            above = search(self._after, first, gone)
            seen.update(above)
            for one, two in combinations(sorted(above), 2):
                if len(self._pairs) < MOST_PAIRS:
                    self._add(one, two, gone)
        return chosen

    def _add(self, one: int, two: int, gone: frozenset[int]) -> None:
        """A pair outside the part is left as long as its path is."""
        if (one, two) not in self._pairs:
            self._pairs[one, two] = self._program.variable(1.0)
        columns = [self._pairs[one, two], *path_to(search(self._after, one, gone), two)]
        if one in self._is_in:
            columns.append(self._is_in[one])
        self._program.at_least(1.0, columns, [1.0] * len(columns))


def _inseparable(csr: Csr, named: int, size: int) -> set[int]:
    """Find those whom no ``size`` others can part from the named one.

    Who has more than so many ties to them is one of them; of the others a flow tells.
    """
    after = neighbour_lists(csr)
    found = {named}
    waiting = [named, *after[named]]
    ties = [0] * csr.n

    def spread() -> None:
        while waiting:
            here = waiting.pop()
            if here in found and here != named:
                continue
            found.add(here)
            for other in after[here]:
                ties[other] += 1
                if ties[other] > size and other not in found:
                    waiting.append(other)

    spread()
    flow = _Flow(csr, named, size)
    for v in sorted(range(csr.n), key=lambda v: -len(after[v])):
        if len(after[v]) > size and v not in found and flow.disjoint_ways(v) > size:
            waiting.append(v)
            spread()
    return found


class _Flow:
    """Counts the ways from one actor to another that share nobody, by scipy's flows."""

    def __init__(self, csr: Csr, named: int, size: int) -> None:
        from scipy.sparse import csr_array

        n, rows = csr.n, entry_rows(csr)
        tails = np.concatenate([np.arange(n), rows + n])
        heads = np.concatenate([np.arange(n) + n, csr.indices])
        room = np.concatenate([np.ones(n), np.full(rows.size, size + 1)]).astype(np.int32)
        self._graph = csr_array((room, (tails, heads)), shape=(2 * n, 2 * n))
        self._from, self._n = named + n, n

    def disjoint_ways(self, other: int) -> int:
        from scipy.sparse.csgraph import maximum_flow

        return int(maximum_flow(self._graph, self._from, other).flow_value)
