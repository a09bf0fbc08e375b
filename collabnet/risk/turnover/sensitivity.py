"""What the order of the first findings hangs on: the value of an assumption that changes it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import nan

import numpy as np
import pandas as pd

from collabnet.model import Assumptions
from collabnet.model.settings import RATES, Range
from collabnet.risk.turnover.disrupted import Case, Disruption, stacked, stated_case, with_rate

FIRST = 3
"""So many findings whose order is watched."""
STEPS = 64
"""Values tried between one that is assumed and either end of its range."""
SEARCHED = {
    "weeks_to_fill": (4.0, 52.0),
    "weeks_can_wait": (0.0, 12.0),
    "weeks_to_rebuild": (4.0, 52.0),
}
"""Ranges that are searched where none is stated."""
COLUMNS = (
    "assumption", "value", "low", "high", "is_stated", "changes_at", "order", "order_then",
)  # fmt: skip

Order = tuple[str, ...]
Try = Callable[[float], Order]
"""For a value of one assumption, the first findings."""


@dataclass(frozen=True)
class Sensitivity:
    """Whether another value of one assumption would change the order of the first findings.

    Attributes
    ----------
    assumption : its name in coalition.toml
    value : float, what is assumed
    low, high : float, the range that was searched
    is_stated : bool, whether the range is the user's own, not one of ours
    changes_at : float, the nearest value within the range at which the order is another; NaN
        if none is
    order, order_then : ids of the first findings as assumed, and at that value
    """

    assumption: str
    value: float
    low: float
    high: float
    is_stated: bool
    changes_at: float
    order: Order
    order_then: Order


class Ranking:
    """Orders findings by the referrals disrupted a year behind them, then by id."""

    def __init__(self, disruptions: Mapping[str, Disruption]) -> None:
        self._names = sorted(disruptions)
        parts = [disruptions[name] for name in self._names]
        self._all = stacked(parts)
        sizes = [len(one.yearly) for one in parts]
        self._of = np.repeat(np.arange(len(parts)), sizes)

    def first(self, case: Case, *, rate: float | None = None) -> Order:
        """The first three; ``rate`` in the place of the one stated for everybody."""
        links = self._all if rate is None else with_rate(self._all, rate)
        yearly = links.yearly * links.shares(case)
        disrupted = np.bincount(self._of, weights=yearly, minlength=len(self._names))
        # Rounded: what differs by the error of a sum is equal.
        order = np.argsort(-disrupted.round(9), kind="stable")
        return tuple(self._names[place] for place in order[:FIRST])


def sensitivity(
    disruptions: Mapping[str, Disruption], assumptions: Assumptions
) -> tuple[Sensitivity, ...]:
    """Search each assumption's range for the nearest value that changes the first three.

    One assumption varies at a time, 64 values to either side, then by halving; the others stay
    as stated. Successors are trusted at once unless trust is what varies: its share at the most
    weeks, its weeks at the least share.

    Parameters
    ----------
    disruptions : the links behind each finding, by its id
    """
    if len(disruptions) < 2:
        return ()
    ranking, stated = Ranking(disruptions), stated_case(assumptions)
    order = ranking.first(stated)
    found = []
    for name, value, searched, is_stated, attempt in _attempts(ranking, assumptions, stated):
        changes_at, then = _nearest(attempt, value, searched, order)
        found.append(Sensitivity(name, value, *searched, is_stated, changes_at, order, then))
    return tuple(found)


def sensitivity_table(found: Sequence[Sensitivity]) -> pd.DataFrame:
    """One row per assumption."""
    rows = [
        {name: getattr(one, name) for name in COLUMNS}
        | {"order": list(one.order), "order_then": list(one.order_then)}
        for one in found
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _attempts(
    ranking: Ranking, assumptions: Assumptions, stated: Case
) -> list[tuple[str, float, Range, bool, Try]]:
    """Name, value, range, whether it is stated, and the order at another value."""

    def vary(field: str, **others: float) -> Try:
        return lambda value: ranking.first(replace(stated, **{field: value}, **others))

    share, weeks = assumptions.trust_share, assumptions.trust_weeks
    found: list[tuple[str, float, Range, bool, Try]] = []
    if assumptions.departure_rate is not None:
        value = assumptions.departure_rate
        presets = _with(value, (min(RATES.values()), max(RATES.values())))
        found.append(
            ("departure_rate", value, presets, False, lambda r: ranking.first(stated, rate=r))
        )
    found.append(("takeover", stated.takeover, assumptions.takeover, True, vary("takeover")))
    for name, field, own in (
        ("weeks_to_fill", "fill", assumptions.fill_range),
        ("weeks_can_wait", "wait", assumptions.wait_range),
        ("weeks_to_rebuild", "rebuild", assumptions.rebuild_range),
    ):
        value = getattr(stated, field)
        found.append(
            (name, value, own or _with(value, SEARCHED[name]), own is not None, vary(field))
        )
    found.append(("trust_share", share[1], share, True, vary("trust_share", trust_weeks=weeks[1])))
    found.append(("trust_weeks", weeks[0], weeks, True, vary("trust_weeks", trust_share=share[0])))
    return found


def _with(value: float, searched: Range) -> Range:
    """The range, widened to hold the value assumed."""
    return min(value, searched[0]), max(value, searched[1])


def _nearest(attempt: Try, value: float, searched: Range, order: Order) -> tuple[float, Order]:
    """The nearest value to either side at which the order is another, and that order."""

    def changed(one: float) -> bool:
        return attempt(one) != order

    found = [
        _halved(changed, values[place - 1], values[place]) if place else values[0]
        for end in searched
        if end != value or end == searched[0]
        for values in [np.linspace(value, end, STEPS + 1).tolist()]
        for place in [next((i for i, one in enumerate(values) if changed(one)), None)]
        if place is not None
    ]
    if not found:
        return nan, ()
    nearest = min(found, key=lambda one: abs(one - value))
    return nearest, attempt(nearest)


def _halved(changed: Callable[[float], bool], same: float, other: float) -> float:
    """The nearest value to ``same`` at which the order is another, to a thousandth."""
    while abs(other - same) > 0.001:
        middle = (same + other) / 2
        same, other = (same, middle) if changed(middle) else (middle, other)
    return other
