"""The steps of a plan: what to do, why, and what is lost before and after."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from collabnet.planning.changes import Change, write_change
from collabnet.planning.planner.asks import Ask
from collabnet.planning.planner.candidates import Candidate
from collabnet.planning.planner.problem import Chosen, Problem
from collabnet.planning.planner.rules import Limits
from collabnet.planning.planner.say import Sayer
from collabnet.planning.planner.search import Found

NOTHING_MORE = 1e-9
Search = Callable[[Problem, int, Limits], Found]


@dataclass(frozen=True)
class Step:
    """One step of a plan: a change, or a question to ask first.

    Attributes
    ----------
    change : None for a question
    kind : of change, or "ask"
    action : what to do
    reason : why, with what a departure would cost before and after
    before, after : float, referrals a year at stake before and after it, those above it taken;
        of a question the worst and the best answer
    effort : float, in units of the table of efforts; 0 for a question
    """

    change: Change | None
    kind: str
    action: str
    reason: str
    before: float
    after: float
    effort: float

    @property
    def effect(self) -> float:
        """Referrals a year fewer that are at stake."""
        return self.before - self.after

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "change": None if self.change is None else write_change(self.change),
            "kind": self.kind,
            "action": self.action,
            "reason": self.reason,
            "before": self.before,
            "after": self.after,
            "effect": self.effect,
            "effort": self.effort,
        }


def useful(problem: Problem, best: Found) -> Chosen:
    """The set without what brings nothing, or takes something, beside the others.

    Up to three changes are tried out together: one of two may seem to help only because it makes
    good what the other does.
    """
    chosen = best.chosen
    while True:
        rests = [
            rest
            for n_out in (1, 2, 3)
            if n_out <= len(chosen)
            for rest in combinations(chosen, len(chosen) - n_out)
        ]
        better = max(rests, key=problem.gain, default=chosen)
        if not chosen or problem.gain(better) < problem.gain(chosen) - NOTHING_MORE:
            return chosen
        chosen = better


def best_useful(search: Search, problem: Problem, k: int, limits: Limits) -> Found:
    """The best set in which every change is of use: of fewer than ``k`` where others are not."""
    while True:
        best = search(problem, k, limits)
        chosen = useful(problem, best)
        if len(chosen) == len(best.chosen) or k == 1:
            return replace(best, chosen=chosen)
        # Of so many this need not be the best: they are looked for anew.
        k = max(1, len(chosen))


def steps_of(problem: Problem, chosen: Chosen, sayer: Sayer) -> tuple[Step, ...]:
    """The steps of a set, each beside those before it."""
    total, found = problem.total(), []
    for number, place in enumerate(chosen):
        taken = chosen[:number]
        before = total - problem.gain(taken)
        after = total - problem.gain((*taken, place))
        found.append(_step(problem.candidates[place], sayer, place, taken, before, after))
    return tuple(found)


def singles_of(problem: Problem, sayer: Sayer, limits: Limits, rank_by: str) -> tuple[Step, ...]:
    """The best changes alone; of several that share the work on one side of a link the best."""
    total, told = problem.total(), set[object]()
    places = list(range(len(problem.candidates)))
    if rank_by == "volume":
        places.sort(key=lambda place: (-problem.alone[place], place))
    found = []
    for place in places:
        key = sayer.subject(place)
        if problem.alone[place] > NOTHING_MORE and key not in told and limits.allow((place,)):
            told.add(key)
            after = total - problem.alone[place]
            found.append(_step(problem.candidates[place], sayer, place, (), total, after))
    return tuple(found)


def _step(
    one: Candidate, sayer: Sayer, place: int, taken: Chosen, before: float, after: float
) -> Step:
    action, reason = sayer.action(place), sayer.reason(place, taken)
    return Step(one.change, one.kind, action, reason, before, after, one.effort)


def asked_first(ask: Ask) -> Step:
    """A question as a step."""
    return Step(None, "ask", f"Ask first: {ask.question}", ask.sentence, ask.high, ask.low, 0.0)
