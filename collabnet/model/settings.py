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
class SurveySettings:
    """How a survey was made, as coalition.toml says under ``[survey]``.

    Attributes
    ----------
    asked : ids of those who were asked; none stated: everybody in the roster
    recall : "list" if all names stood on a list, "free" if names came to mind, "" if not stated
    most_names : how many names a respondent could give at most; None: no cap
    level : "person", or "agency" where whoever answered spoke for the agency; "" as written
    merge : whether answers about ties become ties; else they stay answers
    undirected : questions that mean one tie between two, whoever says so
    values : the number that each word of an answer stands for
    scale : the lowest and the highest number that an answer can have
    waves : the day on which each wave was asked
    files : for each file the question and the wave that it holds, "" where it says so itself
    """

    asked: tuple[str, ...] = ()
    recall: str = ""
    most_names: int | None = None
    level: str = ""
    merge: bool = True
    undirected: tuple[str, ...] = ()
    values: Mapping[str, float] = field(default_factory=dict)
    scale: tuple[float, float] | None = None
    waves: Mapping[str, date] = field(default_factory=dict)
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)


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
    survey: SurveySettings = field(default_factory=SurveySettings)
