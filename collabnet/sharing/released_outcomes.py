"""What became of referrals as an audience may see it."""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field
from functools import cached_property

import pandas as pd

from collabnet.risk.outcomes.referred import Goal, Waits
from collabnet.risk.outcomes.result import By, Key
from collabnet.risk.outcomes.waiting import curve
from collabnet.risk.pathways import THIN
from collabnet.sharing.audiences import Audience
from collabnet.sharing.released import SEAL


@dataclass(frozen=True)
class ReleasedWait:
    """How long one row waited for a step.

    Attributes
    ----------
    about : the row in words, such as "Court to Program"
    goal : "accepted" or "served"
    sentence : what was found
    n, n_open : with the days that are needed; of those, still waiting
    n_left_out : without such days
    waits : what the curve is made of
    """

    about: str
    goal: Goal
    sentence: str
    n: int
    n_open: int
    n_left_out: int
    waits: Waits = field(repr=False)

    @cached_property
    def curve(self) -> pd.DataFrame:
        """The curve day by day, as `Outcomes.curve` gives it; no rows for fewer than six."""
        return curve(self.waits)

    @property
    def is_drawn(self) -> bool:
        """Whether there are enough for a curve."""
        return self.n >= THIN


@dataclass(frozen=True)
class ReleasedOutcomes:
    """What became of referrals, in words.

    Attributes
    ----------
    by : "all", "pathway", "service" or "receiver"; outside internal pathways alone
    table : text, one row for each by name; the label of a column says what it is a share of
    times : text, days to acceptance and to service; without rows outside internal
    waits : by key of the row and goal, in the order of the table; empty outside internal
    sentence : what was found in all; "" outside internal
    notes : what a reader should know
    """

    audience: Audience
    notice: str
    name: str
    label: str
    period: str
    by: By
    table: pd.DataFrame
    times: pd.DataFrame
    waits: Mapping[tuple[Key, Goal], ReleasedWait]
    sentence: str
    notes: tuple[str, ...]
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        if seal is not SEAL:
            raise TypeError(
                "Only collabnet.sharing makes released values: call release_outcomes(coalition)."
            )
