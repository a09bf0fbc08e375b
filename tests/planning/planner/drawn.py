"""Random coalitions as problems to plan for, and what brute force says of them."""

import random
from dataclasses import replace
from itertools import combinations

from collabnet.model.settings import EFFORTS
from collabnet.planning.changes import apply_changes
from collabnet.planning.planner.candidates import KINDS, candidates
from collabnet.planning.planner.ground import ground_of, measure_of
from collabnet.planning.planner.problem import Problem
from collabnet.planning.planner.rules import Limits, limits_of
from collabnet.risk.assessment import Assessment
from risk.random_coalitions import draw_coalition

CONTACT_WORTH = 6.0


def draw(seed, *, rates):
    """Draw a coalition; with rates, people leave with 0.2 a year."""
    coalition = draw_coalition(random.Random(seed))
    if not rates:
        return coalition
    assumed = replace(coalition.settings.assumptions, departure_rate=0.2, rate_label="0.2")
    return coalition.with_settings(assumptions=assumed)


def problem_of(coalition, kinds=KINDS, contact_worth=CONTACT_WORTH):
    """Give the problem of a plan with the default efforts."""
    ground = ground_of(Assessment(coalition))
    measure = measure_of(ground, coalition, None, contact_worth)
    found = candidates(coalition, ground, EFFORTS, kinds=kinds, has_rates=measure.has_rates)
    return Problem(coalition, ground, measure, found)


def recomputed(coalition, measure, changes):
    """Referrals a year fewer that are lost, with the coalition edited and assessed anew."""

    def total(one):
        ground = ground_of(Assessment(one))
        return ground.total(measure_of(ground, one, measure.takeover, measure.contact_worth))

    return total(coalition) - total(apply_changes(coalition, changes))


def free(problem):
    """The limits that always hold."""
    return Limits(limits_of(problem.candidates, None))


def every_set(problem, k, limits, *, exactly):
    """Every set of candidates that the limits allow."""
    for size in range(k if exactly else 0, k + 1):
        for chosen in combinations(range(len(problem.candidates)), size):
            if limits.allow(chosen):
                yield chosen
