"""One action, and how the link that it is about stood before and after it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from collabnet.risk.assessment import Assessment
from collabnet.risk.rules import SEVERITIES

Status = Literal["open", "done", "dropped"]
STATUSES: tuple[Status, ...] = get_args(Status)
GONE = "resolved"
"""What stands for the severity of a finding that there isn't any more."""


@dataclass(frozen=True)
class Standing:
    """How a finding stands: its severity, and what the worst single departure stops.

    Attributes
    ----------
    severity : critical, high, moderate, note, ask; "resolved" where the finding is gone
    a_year : referrals a year that the worst single departure stops; 0 or more
    """

    severity: str
    a_year: float

    def __str__(self) -> str:
        if not self.a_year:
            return self.severity
        return f"{self.severity}, {self.a_year:g} referrals a year would stop if one person left"


@dataclass(frozen=True)
class Action:
    """What was decided: what, who, until when, and what came of it.

    Attributes
    ----------
    id : its number in the register, from 1
    what : in the words of whoever decided it
    who : who sees to it; a role or a name, "" where nobody does yet
    due : until when; None where no day was set
    status : open, done or dropped
    finding : the id of the finding that it is about; "" for none
    opened, closed : the days
    before, after : how the finding stood when the action was opened and when it was closed
    """

    id: int
    what: str
    who: str = ""
    due: date | None = None
    status: Status = "open"
    finding: str = ""
    opened: date | None = None
    closed: date | None = None
    before: Standing | None = None
    after: Standing | None = None

    def is_late(self, today: date) -> bool:
        """Whether it is open although its day has passed."""
        return self.status == "open" and self.due is not None and self.due < today

    @property
    def measured(self) -> str:
        """What the files show of it, in one sentence; "" before it is closed, or for no finding.

        Examples
        --------
        >>> Action(1, "Sign it", before=Standing("ask", 0), after=Standing("resolved", 0)).measured
        'Was: ask. Now: resolved.'
        >>> Action(1, "Sign it", before=Standing("high", 6), after=Standing("high", 6)).measured
        'The files show no change yet: high, 6 referrals a year would stop if one person left.'
        """
        if self.before is None or self.after is None:
            return ""
        if self.before == self.after:
            return f"The files show no change yet: {self.before}."
        return f"Was: {self.before}. Now: {self.after}."


def standing_of(assessment: Assessment, finding: str) -> Standing:
    """Tell how a finding stands in an assessment; "resolved" where there is none of this id.

    Examples
    --------
    >>> import collabnet as cn
    >>> site_b = cn.assess(cn.load("sample:site_b"))
    >>> standing_of(site_b, "pathway:court_b:residential_program")
    Standing(severity='critical', a_year=48.0)
    >>> standing_of(site_b, "pathway:nobody:nowhere")
    Standing(severity='resolved', a_year=0.0)
    """
    for one in assessment.judged:
        if one.id == finding:
            return Standing(one.severity, round(one.rows_a_year, 1))
    return Standing(GONE, 0.0)


COLUMNS = (
    "action", "what", "who", "due", "status", "finding", "opened", "closed",
    "severity_before", "a_year_before", "severity_after", "a_year_after",
)  # fmt: skip
KNOWN_SEVERITIES = frozenset({*SEVERITIES, GONE})
