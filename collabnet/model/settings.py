"""What a coalition says about itself beside its tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

Range: TypeAlias = tuple[float, float]
RATES = {"low": 0.05, "middle": 0.15, "high": 0.35}
"""Departures a year for each person: one click sets the same for all, as an assumption."""


@dataclass(frozen=True)
class Assumptions:
    """What the user assumes about departures; no rate means no probabilities.

    A range is (low, high), the two equal where one number is given.

    Attributes
    ----------
    departure_rate : departures a year for each person, or None when nobody gave one
    weeks_to_fill : weeks until an empty post is filled
    weeks_can_wait : weeks a referral can wait without harm
    weeks_to_rebuild : weeks until an informal tie is built anew; 52 and more: not in the year
    years : length of the time looked at
    takeover : share, 0 to 1, of a person's referrals that colleagues take over
    trust_share : share, 0 to 1, at which formal ties work until a successor is trusted
    trust_weeks : weeks until a successor is trusted
    fill_range, wait_range, rebuild_range : the ranges of the three weeks; None: none stated
    role_rates : departures a year of everybody in a role; wins over posts and departure_rate
    """

    departure_rate: float | None = None
    rate_label: str = "not given"
    weeks_to_fill: float = 12.0
    weeks_can_wait: float = 0.0
    weeks_to_rebuild: float = 52.0
    years: float = 1.0
    takeover: Range = (0.0, 1.0)
    trust_share: Range = (0.5, 1.0)
    trust_weeks: Range = (4.0, 26.0)
    fill_range: Range | None = None
    wait_range: Range | None = None
    rebuild_range: Range | None = None
    role_rates: Mapping[str, float] = field(default_factory=dict)


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


DEFAULT_TEAM = (
    "role:deputy juvenile officer",
    "role:supervisor",
    "role:investigator",
    "role:judge",
    "sector:child welfare",
    "sector:social services",
)
"""The response team of the field guide, without the young person and the family: they are never
in the data."""


@dataclass(frozen=True)
class CoverageSettings:
    """Who identifies cases, and who the response team is: ``[coverage]`` and ``[team]``.

    Attributes
    ----------
    identifying : ids of the agencies that may identify a case; none stated: those that refer
    team : roles and sectors of the response team, as "role:judge" or "sector:health care"
    is_own_team : whether the coalition stated its team; else it is the default
    hand_offs : within how many hand-offs each of them should be reached
    """

    identifying: tuple[str, ...] = ()
    team: tuple[str, ...] = DEFAULT_TEAM
    is_own_team: bool = False
    hand_offs: int = 2


EFFORTS = {
    "formalizes": 3.0,
    "backs": 2.0,
    "backs_new": 6.0,
    "ties": 3.0,
    "repairs": 4.0,
    "invites": 3.0,
    "retains": 12.0,
}
"""Half-days of meetings that a change may take, all together; guesses that a coalition edits."""


@dataclass(frozen=True)
class PlanningSettings:
    """What a plan takes for granted: ``[planning]``.

    Attributes
    ----------
    efforts : half-days of meetings by kind of change; ``backs_new`` where somebody new comes
    contact_worth : referrals a year that a sound contact between two agencies is worth; by
        default 6, the fewest that a pathway is ranked with
    at_most_per_person : how many changes may ask something of one person; None: no limit
    not_people : ids of people of whom nothing is asked
    """

    efforts: Mapping[str, float] = field(default_factory=lambda: dict(EFFORTS))
    contact_worth: float = 6.0
    at_most_per_person: int | None = None
    not_people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    """Name, label, evidence, period, vital pathways, boundary and policy of a coalition.

    ``is_named`` is False where no name was stated and the folder's stands for it.
    """

    id: str = "coalition"
    name: str = "Coalition"
    is_named: bool = True
    label: str = ""
    log_status: str = ""
    period_start: date | None = None
    period_end: date | None = None
    vital: tuple[tuple[str, str], ...] = ()
    confirmed: tuple[tuple[str, str], ...] = ()
    boundary: str = ""
    consent: tuple[str, ...] = ()
    assumptions: Assumptions = field(default_factory=Assumptions)
    reading: Mapping[str, object] = field(default_factory=dict)
    survey: SurveySettings = field(default_factory=SurveySettings)
    coverage: CoverageSettings = field(default_factory=CoverageSettings)
    planning: PlanningSettings = field(default_factory=PlanningSettings)
