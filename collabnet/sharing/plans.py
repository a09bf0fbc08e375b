"""A plan in words, for whoever holds the data."""

from collections.abc import Iterable

from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import (
    Backs,
    Change,
    Formalizes,
    Invites,
    Repairs,
    Ties,
    write_change,
)
from collabnet.planning.planner.amounts import amount_words
from collabnet.planning.planner.plans import SHOWN, Plan
from collabnet.planning.planner.search import ENUMERATED, NOTHING, PROGRAM
from collabnet.planning.planner.steps import Step
from collabnet.planning.planner.terms import UNIT
from collabnet.risk.assessment import Assessment
from collabnet.risk.finding import Finding
from collabnet.risk.wording import count, share
from collabnet.sharing.audiences import NOTICES, check_audience
from collabnet.sharing.released import SEAL
from collabnet.sharing.released_plan import ReleasedPlan, ReleasedStep

MOST_ASKS = 3


def release_plan(plan: Plan, audience: str = "internal") -> ReleasedPlan:
    """Give what an audience may see of a plan: outside internal nothing.

    What a step would spare is a count of referrals that one person makes, and the order of the
    steps follows from it: neither can be hidden without saying something else than the plan does.

    Raises
    ------
    CollabnetError
        If there is no such audience, or it is not internal.
    """
    if check_audience(audience) != "internal":
        raise CollabnetError(
            "A plan is for whoever holds the data: its order and its reasons follow from what "
            f"single people carry; got the audience {audience!r}. Say its steps in your own "
            "words, or pass on a brief: it says what would help for each link."
        )
    settings = plan.assessment.coalition.settings
    return ReleasedPlan(
        audience="internal",
        notice=NOTICES["internal"],
        name=settings.name,
        label=settings.label,
        measured=measured_words(plan),
        loss=_loss(plan),
        found=found_words(plan),
        confirmed=plan.confirmed.sentence if plan.confirmed else "",
        effort=f"Efforts are {UNIT}, for all who take part; guesses, to be edited.",
        steps=tuple(_step(step, plan.assessment) for step in plan.steps),
        singles=tuple(_step(step, plan.assessment) for step in plan.singles[:SHOWN]),
        asks=tuple((one.question, one.sentence) for one in plan.asks[:MOST_ASKS]),
        before=plan.before,
        after=plan.confirmed.after if plan.confirmed else plan.before,
        seal=SEAL,
    )


def measured_words(plan: Plan) -> str:
    """What is counted as at stake."""
    measure, worth = plan.measure, f"{plan.measure.contact_worth:g}"
    contacts = (
        f"A weak contact between two agencies counts as {worth} referrals a year: one that rests "
        "on one person, is strained or missing."
    )
    if not measure.has_rates:
        weeks = plan.assessment.coalition.settings.assumptions.weeks_to_fill
        return (
            "What is at stake: for each link and each of its two sides the referrals a year that "
            "one departure would stop at most, all added up; of those that an agreement passes "
            f"on only the {weeks:g} weeks until the post is filled. {contacts}{_not_taken(plan)}"
        )
    return (
        "What is at stake: the referrals a year expected to be lost at the rates of leaving "
        f"assumed, if colleagues take over {share(measure.takeover)} of what a person did. "
        f"{contacts}"
    )


def _not_taken(plan: Plan) -> str:
    if plan.terms.takeover is None:
        return ""
    return " What colleagues take over counts only where there are rates of leaving."


def found_words(plan: Plan) -> str:
    """How the steps were found, and how far from the best they are at most."""
    if not plan.n_candidates:
        return "There is no change to choose among."
    if not plan.changes or plan.method == NOTHING:
        return f"No change among {plan.n_candidates} would spare anything."
    n = len(plan.changes)
    whose = "its" if n == 1 else "their"
    aim = f"for {whose} effort" if plan.terms.rank_by == "effort" else f"whatever {whose} effort"
    others = "other change" if n == 1 else f"other {count(n, 'change')} together"
    among = f"Chosen among {plan.n_candidates} changes"
    if plan.method in (ENUMERATED, PROGRAM):
        return f"{among}, {plan.method}: no {others} would spare more {aim}."
    return (
        f"{among} by {plan.method}: the best would spare at most {share(plan.gap)} more of what "
        f"can be spared {aim}."
    )


def _loss(plan: Plan) -> str:
    if not plan.before:
        return "Nothing of what is counted is at stake."
    now = f"At stake as it is: {amount_words(plan.before)} a year."
    after = plan.before - plan.effect
    return f"{now} With the plan: {amount_words(after)}." if plan.changes else now


def _step(step: Step, assessment: Assessment) -> ReleasedStep:
    ends = step.before, step.after
    if step.change is None:
        low, high = amount_words(step.after), amount_words(step.before)
        loss = f"At stake, by the answer: {low} to {high} a year"
        return ReleasedStep(step.action, step.reason, loss, "", "", *ends)
    return ReleasedStep(
        step.action,
        step.reason,
        f"At stake a year: {amount_words(step.before)} before, {amount_words(step.after)} after",
        f"{step.effort:g} {'half-day' if step.effort == 1 else 'half-days'}",
        write_change(step.change),
        *ends,
        _finding(step.change, assessment),
    )


def _finding(change: Change, assessment: Assessment) -> str:
    """The id of the first finding about the link, the contact or the work that a change helps."""
    match change:
        case Formalizes(one, other):
            return _first(f for f in assessment.judged if f.subjects[:2] == (one, other))
        case Backs(person):
            return _first(f for f in assessment.judged if person in f.people)
        case Ties(a, b) | Repairs(a, b) | Invites(a, b):
            homes = assessment.coalition.agencies_of
            pair = {homes[a][0], homes[b][0]}
            return _first(f for f in assessment.judged if set(f.subjects) == pair)
    return ""


def _first(found: Iterable[Finding]) -> str:
    return next((one.id for one in found), "")
