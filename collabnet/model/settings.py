"""What a coalition says about itself beside its tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

RATES = {"low": 0.05, "middle": 0.15, "high": 0.35}
"""Departures a year for each person: one click sets the same for all, as an assumption."""


@dataclass(frozen=True)
class Assumptions:
    """What the user assumes about departures; no rate means no probabilities.

    Attributes
    ----------
    departure_rate : departures a year for each person, or None when nobody gave one
    weeks_to_fill : weeks until an empty post is filled
    weeks_can_wait : weeks a referral can wait without harm
    weeks_to_rebuild : weeks until an informal tie is built anew; 52 and more: not in the year
    years : length of the time looked at
    """

    departure_rate: float | None = None
    rate_label: str = "not given"
    weeks_to_fill: float = 12.0
    weeks_can_wait: float = 0.0
    weeks_to_rebuild: float = 52.0
    years: float = 1.0


@dataclass(frozen=True)
class Settings:
    """Name, label, evidence, period, vital pathways, boundary and policy of a coalition."""

    id: str = "coalition"
    name: str = "Coalition"
    label: str = ""
    log_status: str = ""
    period_start: date | None = None
    period_end: date | None = None
    vital: tuple[tuple[str, str], ...] = ()
    boundary: str = ""
    consent: tuple[str, ...] = ()
    assumptions: Assumptions = field(default_factory=Assumptions)
    reading: Mapping[str, object] = field(default_factory=dict)
