"""The few changes that help most, and what to ask first."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

import pandas as pd

from collabnet.model import Coalition
from collabnet.planning.changes import Change
from collabnet.planning.planner.asks import Ask, asks_of
from collabnet.planning.planner.candidates import KINDS, candidates
from collabnet.planning.planner.ground import ground_of, measure_of
from collabnet.planning.planner.objective import Measure
from collabnet.planning.planner.problem import Problem
from collabnet.planning.planner.recomputed import Confirmed, confirm
from collabnet.planning.planner.rules import Limits, limits_of
from collabnet.planning.planner.say import Sayer, Voice
from collabnet.planning.planner.search import best_by_effort, best_by_volume
from collabnet.planning.planner.steps import (
    Step,
    asked_first,
    best_useful,
    singles_of,
    steps_of,
)
from collabnet.planning.planner.terms import Terms, terms_of
from collabnet.planning.whatif import WhatIf
from collabnet.risk.assessment import Assessment
from collabnet.risk.wording import InternalSpeaker

RankBy = Literal["effort", "volume"]
SHOWN = 5
"""So many changes are shown one by one."""


@dataclass(frozen=True)
class Plan:
    """A few changes together, the best ones alone, and questions.

    Attributes
    ----------
    assessment : Assessment, of the coalition as it is
    measure : how losses were counted
    terms : efforts, limits and kinds
    steps : the plan: its question where one goes first, then its changes in the order to take
    singles : the best changes, each alone, by what it brings for its effort
    asks : questions whose answers move the result, those that move it most first
    method : how the changes were found, in words
    gap : how far from the best they are at most, as a share of the best, 0 to 1
    n_candidates : changes that were chosen among
    before : referrals a year at stake as it is
    """

    assessment: Assessment = field(repr=False)
    measure: Measure
    terms: Terms
    steps: tuple[Step, ...]
    singles: tuple[Step, ...]
    asks: tuple[Ask, ...]
    method: str
    gap: float
    n_candidates: int
    before: float

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes of the plan, in order: as :func:`collabnet.what_if` takes them."""
        return tuple(step.change for step in self.steps if step.change is not None)

    @property
    def effect(self) -> float:
        """Referrals a year fewer that are at stake with the whole plan."""
        return sum(step.effect for step in self.steps if step.change is not None)

    @cached_property
    def confirmed(self) -> Confirmed | None:
        """The same by assessing the edited coalition anew; None for a plan without changes."""
        return confirm(self.assessment, self.changes, self.measure, self.effect)

    @property
    def what_if(self) -> WhatIf | None:
        """Everything that would be different with the plan."""
        return self.confirmed.what_if if self.confirmed else None

    @property
    def table(self) -> pd.DataFrame:
        """One row per step: kind, action, reason, before, after, effect, effort, change."""
        columns = ["kind", "action", "reason", "before", "after", "effect", "effort", "change"]
        return pd.DataFrame([step.to_dict() for step in self.steps], columns=columns)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        from collabnet.planning.planner.as_dict import plan_dict

        return plan_dict(self)

    def _repr_html_(self) -> str:
        from collabnet.planning.planner.html import plan_html

        return plan_html(self)

    def __repr__(self) -> str:
        name = self.assessment.coalition.settings.name
        return f"Plan({name!r}: {len(self.changes)} changes, {self.method})"


def plan(
    coalition: Coalition | Assessment,
    changes: int = 3,
    *,
    kinds: Collection[str] | None = None,
    efforts: Mapping[str, float] | None = None,
    takeover: float | None = None,
    at_most_per_person: int | None = None,
    not_people: Collection[str] = (),
    rank_by: RankBy = "effort",
    seed: int = 0,
) -> Plan:
    """Give the few changes that would spare most referrals for their effort, and what to ask.

    Changes follow from what the losses rest on: paper for a link, a second person for somebody's
    work, introductions, repairs, invitations, and keeping people of a role where rates are given.
    What a plan is measured by is told in docs/method.md. Nobody is ranked: each step speaks of a
    link.

    Parameters
    ----------
    coalition : Coalition, or its Assessment, which is not computed again
    changes : int, how many changes the plan has at most, 1 to 20
    kinds : of "formalizes", "backs", "ties", "repairs", "invites", "retains"; None: all
    efforts : half-days of meetings by kind ("backs_new" where somebody new comes), beside those
        of coalition.toml
    takeover : float, 0 to 1, share of a person's work that colleagues take over, with rates;
        None: the middle of what is assumed
    at_most_per_person : how many of the changes may ask something of one person; None: as
        coalition.toml says, else no limit
    not_people : ids of people of whom nothing is asked, beside those of coalition.toml
    rank_by : "effort" for most per unit of effort, "volume" for most whatever the effort
    seed : int, for the assessment

    Raises
    ------
    CollabnetError
        If a kind, an effort, a share or a number can't be.
    NotFoundError
        If ``not_people`` names somebody who isn't there.

    Examples
    --------
    >>> import collabnet as cn
    >>> made = cn.plan(cn.load("sample:site_b"), changes=1)
    >>> made.changes
    (Formalizes(from_agency='court_b', to_agency='residential_program'),)
    >>> made.method, made.gap
    ('exact by enumeration', 0.0)
    """
    found = coalition if isinstance(coalition, Assessment) else Assessment(coalition, seed=seed)
    terms = terms_of(
        found.coalition, changes, kinds, efforts, takeover, at_most_per_person, not_people, rank_by
    )
    ground = ground_of(found)
    measure = measure_of(ground, found.coalition, terms.takeover, terms.contact_worth)
    chosen_from = candidates(
        found.coalition,
        ground,
        terms.efforts,
        kinds=terms.kinds or KINDS,
        without=terms.not_people,
        has_rates=measure.has_rates,
    )
    problem = Problem(found.coalition, ground, measure, chosen_from)
    limits = Limits(limits_of(problem.candidates, terms.at_most_per_person))
    search = best_by_effort if rank_by == "effort" else best_by_volume
    best = best_useful(search, problem, terms.changes, limits)
    speaker = InternalSpeaker(found.coalition)
    period = found.coalition.period
    when = " a year" if period is not None and period.yearly_is_defined else " in this log"
    sayer = Sayer(problem, Voice(speaker, when, found.coalition.settings.assumptions.weeks_to_fill))
    asks = asks_of(found, ground, measure, speaker)
    steps = steps_of(problem, best.chosen, sayer)
    if asks and asks[0].spread > max((one for one in problem.alone), default=0.0):
        steps = (asked_first(asks[0]), *steps)
    return Plan(
        assessment=found,
        measure=measure,
        terms=terms,
        steps=steps,
        singles=singles_of(problem, sayer, limits, rank_by),
        asks=asks,
        method=best.method,
        gap=best.gap,
        n_candidates=len(chosen_from),
        before=problem.total(),
    )
