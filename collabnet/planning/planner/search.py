"""The best set of changes: exact where feasible, else greedy with a valid bound.

A set's score is what it brings less a price for each unit of its effort. At price 0 that is the
volume alone. What is most per unit of effort is found by Dinkelbach's way (1967, Management
Science 13, 492-498): at the price of the best set known, a set with a score above 0 is better
per unit; when none is left, the best is found.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from collabnet.planning.planner.bounds import bounds_of, shares_of
from collabnet.planning.planner.integer import by_integer_program
from collabnet.planning.planner.problem import Chosen, Problem
from collabnet.planning.planner.rules import Limits
from collabnet.planning.planner.stepwise import greedy

EPSILON = 1e-9
ROUNDING = 1e-6
NOTHING = "nothing to choose among"
ENUMERATED = "exact by enumeration"
PROGRAM = "exact by integer programming"
STOPPED = "integer programming, stopped before it was proven"
GREEDY = "lazy greedy, then exchanges"
METHODS = (NOTHING, ENUMERATED, PROGRAM, STOPPED, GREEDY)
MOST_SETS = 4_000
"""Up to so many sets are looked at one by one."""
ROUNDS = 25
EXCHANGED = 60
"""So many changes, those with the best bounds, are tried in exchange for another."""


@dataclass(frozen=True)
class Found:
    """A set and how good it is.

    Attributes
    ----------
    chosen : places of candidates, rising
    value : what it brings, or what it brings per unit of effort
    bound : no set has more
    method : how it was found, in words
    """

    chosen: Chosen
    value: float
    bound: float
    method: str

    @property
    def gap(self) -> float:
        """How far from the best it is at most, as a share of the best, 0 to 1."""
        return max(0.0, (self.bound - self.value) / self.bound) if self.bound > EPSILON else 0.0


@dataclass(frozen=True)
class Scored:
    """The best set at a price: its score, and a bound on every score."""

    chosen: Chosen
    score: float
    bound: float
    method: str


def best_by_volume(problem: Problem, k: int, limits: Limits) -> Found:
    """The set of at most ``k`` changes that brings most."""
    best = _Search(problem, k, limits, exactly=False).best(0.0)
    return Found(best.chosen, best.score, best.bound, best.method)


def best_by_effort(problem: Problem, k: int, limits: Limits) -> Found:
    """The set of ``k`` changes that brings most per unit of its effort.

    Exactly ``k``, since fewer and fewer would bring more and more per unit; fewer only where the
    limits or the candidates leave no more.
    """
    search = _Search(problem, k, limits, exactly=True)
    chosen = greedy(problem, search.places, k, limits, per_effort=True)
    if not chosen:
        return Found((), 0.0, 0.0, NOTHING)
    search.size = len(chosen)
    efforts = sorted(problem.candidates[place].effort for place in search.places)
    methods = []
    for _ in range(ROUNDS):
        price = problem.gain(chosen) / effort_of(problem, chosen)
        best = search.best(price, chosen)
        methods.append(best.method)
        if best.score <= EPSILON:
            break
        chosen = best.chosen
    value = problem.gain(chosen) / effort_of(problem, chosen)
    # For any set: gain - price x effort <= bound, so gain / effort <= price + bound / effort.
    above = best.bound / sum(efforts[: search.size]) if best.bound > EPSILON else 0.0
    return Found(chosen, value, max(value, price + above), max(methods, key=METHODS.index))


def effort_of(problem: Problem, chosen: Sequence[int]) -> float:
    """The effort of a set."""
    return sum(problem.candidates[place].effort for place in chosen)


class _Search:
    """Finds the best set at a price, each time with the same bounds."""

    def __init__(self, problem: Problem, k: int, limits: Limits, *, exactly: bool) -> None:
        self.problem, self.limits = problem, limits
        self.size, self.exactly = k, exactly
        self.shares = shares_of(problem, k)
        self.most = bounds_of(problem, self.shares)
        self.places = [place for place, most in enumerate(self.most) if most > EPSILON]

    def best(self, price: float, start: Chosen | None = None) -> Scored:
        """The best set at a price per unit of effort."""
        problem = self.problem

        def score(chosen: Sequence[int]) -> float:
            return problem.gain(chosen) - price * effort_of(problem, chosen)

        known = start or greedy(problem, self.places, self.size, self.limits)
        worth = {
            place: self.most[place] - price * problem.candidates[place].effort
            for place in self.places
        }
        ranked = sorted(self.places, key=lambda place: (-worth[place], place))
        known = self._improved(known, ranked[:EXCHANGED], score)
        kept = self._kept(worth, score(known))
        counted = self._enumerate(kept, worth, known, score)
        if counted is not None:
            return Scored(counted, score(counted), score(counted), ENUMERATED)
        solved = by_integer_program(
            problem, kept, self.shares, self.size, self.limits, price=price, exactly=self.exactly
        )
        if solved is None:
            value, reach = score(known), self._company(sorted(worth.values(), reverse=True))
            return Scored(known, value, max(value, reach), GREEDY)
        chosen, bound, is_proven = solved
        chosen = max((known, chosen), key=score)
        value = score(chosen)
        if is_proven and bound <= value + ROUNDING:
            return Scored(chosen, value, value, PROGRAM)
        return Scored(chosen, value, max(value, bound), STOPPED)

    def _company(self, worth: Sequence[float]) -> float:
        """The most that so many of the best bounds add up to; only good ones, unless all must."""
        return sum(one for one in worth[: self.size] if one > 0 or self.exactly)

    def _improved(
        self, chosen: Chosen, others: Sequence[int], score: Callable[[Sequence[int]], float]
    ) -> Chosen:
        """Exchange one change for another as long as that is better."""
        best = score(chosen)
        for _ in range(ROUNDS):
            exchanged = None
            for out in chosen:
                rest = [place for place in chosen if place != out]
                for into in others:
                    tried = tuple(sorted((*rest, into)))
                    if into in chosen or not self.limits.allow(tried):
                        continue
                    if (value := score(tried)) > best + EPSILON:
                        best, exchanged = value, tried
            if exchanged is None:
                return chosen
            chosen = exchanged
        return chosen

    def _kept(self, worth: Mapping[int, float], known: float) -> list[int]:
        """Those that may be part of a better set than the one known, best bound first."""
        ranked = sorted(worth, key=lambda place: (-worth[place], place))
        kept = []
        for number, place in enumerate(ranked):
            others = [worth[one] for one in ranked[: self.size] if one != place]
            company = sum(o for o in others[: self.size - 1] if o > 0 or self.exactly)
            if worth[place] + company > known + EPSILON or number < self.size:
                kept.append(place)
        return kept

    def _enumerate(
        self,
        kept: Sequence[int],
        worth: Mapping[int, float],
        known: Chosen,
        score: Callable[[Sequence[int]], float],
    ) -> Chosen | None:
        """Look at every set that its bounds don't rule out; None where there are too many."""
        best, best_score, n_seen = known, score(known), 0
        stack: list[tuple[int, Chosen, float]] = [(0, (), 0.0)]
        while stack:
            start, chosen, most = stack.pop()
            left = self.size - len(chosen)
            for at in range(start, len(kept)):
                # ``kept`` is in falling order: those that follow are the best company there is.
                following = [worth[place] for place in kept[at + 1 : at + left]]
                reach = most + worth[kept[at]]
                reach += sum(one for one in following if one > 0 or self.exactly)
                if reach <= best_score + EPSILON:
                    break
                made = (*chosen, kept[at])
                if not self.limits.allow(made):
                    continue
                n_seen += 1
                if n_seen > MOST_SETS:
                    return None
                if left == 1 or not self.exactly:
                    ordered = tuple(sorted(made))
                    if (value := score(ordered)) > best_score + EPSILON:
                        best, best_score = ordered, value
                if left > 1:
                    stack.append((at + 1, made, most + worth[kept[at]]))
        return best
