"""The best set of actors by the surest way that its size allows."""

import numpy as np

from collabnet.engine.csr import Bools
from collabnet.engine.sets.contact import fewest_in_contact
from collabnet.engine.sets.criteria import (
    Closeness,
    Criterion,
    PairsInContact,
    PairsReached,
    Reach,
)
from collabnet.engine.sets.program import USUAL, Effort, fewest_reached, widest_reach
from collabnet.engine.sets.searches import Sets, build_up, can_try_all, try_all

TRIED, PROGRAM, SEARCH = "all sets tried", "integer program", "greedy with swaps"
"""How a set was found: the first two prove that it is best."""
MOST_NEAR = 60_000
"""Pairs of somebody and a possible nearest member in a program, at most."""


def best_sets(
    criterion: Criterion, size: int, may: Bools, *, effort: float = 1.0
) -> tuple[Sets, str]:
    """Find the best set of ``size`` actors that may be chosen, and say how it was found.

    All sets are tried where there are few. Else a set is built up and improved by swaps, and an
    integer program looks for a better one and for a proof, as far as the ``effort`` goes, 1 for
    some seconds. The bound holds whether or not the proof was finished.
    """
    rank = np.arange(criterion.csr.n)
    if can_try_all(criterion, size, int(may.sum())):
        return try_all(criterion, size, rank, may), TRIED
    found = build_up(criterion, size, rank, may)
    programs = Effort(effort * USUAL)
    if isinstance(criterion, PairsInContact):
        found = fewest_in_contact(criterion, size, found, may, effort=programs)
    elif isinstance(criterion, PairsReached):
        found = fewest_reached(criterion, size, found, may, effort=programs)
    elif isinstance(criterion, Reach):
        found = found._replace(bound=_reached_at_most(criterion, found.sets[0], size, may))
        if criterion.entries <= MOST_NEAR and found.bound < found.loss - _room(found.loss):
            found = widest_reach(criterion, size, found, may, effort=programs)
    elif isinstance(criterion, Closeness):
        found = found._replace(bound=criterion.least(size, may))
    if found.bound >= found.loss - _room(found.loss):
        return found._replace(bound=found.loss), PROGRAM
    return found, SEARCH


def _reached_at_most(criterion: Reach, members: tuple[int, ...], size: int, may: Bools) -> float:
    """What a set reaches grows less and less: no set gains more than the best single ones."""
    bounds = []
    for many in range(len(members) + 1):
        chosen = list(members[:many])
        now = criterion.losses(chosen[:-1])[chosen[-1]].item() if chosen else 0.0
        gains = np.sort((criterion.losses(chosen) - now)[may])[:size]
        bounds.append(now + float(gains.sum()))
    return max(bounds)


def _room(loss: float) -> float:
    return 1e-9 * max(1.0, abs(loss))
