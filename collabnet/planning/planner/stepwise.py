"""One change after the other, each the best beside those chosen."""

from collections.abc import Sequence

from collabnet.planning.planner.problem import Chosen, Problem
from collabnet.planning.planner.rules import Limits

NOTHING = 1e-9


def greedy(
    problem: Problem, places: Sequence[int], k: int, limits: Limits, *, per_effort: bool = False
) -> Chosen:
    """Choose at most ``k`` changes, each time the one that brings most beside the others.

    Lazy without loss: what a change brings is worked out again only when a change was chosen that
    touches a part of the objective that it touches too; else it brings what it brought before.
    Ends when nothing brings anything more; then changes that help only together are tried first
    by what they bring alone, since alone each of them may bring nothing.
    """
    brings = {place: problem.alone[place] for place in places}
    stale: set[int] = set()
    chosen: tuple[int, ...] = ()
    while len(chosen) < k:
        before = problem.gain(chosen)
        for place in stale:
            brings[place] = problem.gain((*chosen, place)) - before
        open_ = [
            place for place in places if place not in chosen and limits.allow((*chosen, place))
        ]
        best = max(
            open_,
            key=lambda place: (
                brings[place] / (problem.candidates[place].effort if per_effort else 1.0),
                -place,
            ),
            default=None,
        )
        if best is None or (brings[best] <= NOTHING and not per_effort):
            break
        chosen = (*chosen, best)
        stale = {place for part in problem.touched[best] for place in problem.parts[part]} & set(
            places
        )
    return tuple(sorted(chosen))
