"""One action, and how the link that it is about stood before and after it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from collabnet.data.issues import counted
from collabnet.planning.actions.standing import NO_SUBJECT, NOT_TOLD, Standing

Status = Literal["open", "done", "dropped"]
STATUSES: tuple[Status, ...] = get_args(Status)
WHOSE = "The change is the link's, whoever brought it about."
"""What stands beside every change: an action that nobody did is closed with the same numbers."""
_NOUNS = {"pathway": ("referral in the log", "referrals in the log")}


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
        """What the files show of it, in plain words; "" before it is closed, or for no finding.

        Examples
        --------
        >>> Action(1, "Sign it", before=Standing("ask"), after=Standing("resolved")).measured
        "Was: ask. Now: resolved. The change is the link's, whoever brought it about."
        >>> Action(1, "Sign it", before=Standing("high", 6), after=Standing("high", 6)).measured
        'The files show no change yet: high, 6 referrals a year would stop if one person left.'
        """
        if self.before is None or self.after is None:
            return ""
        if self.before.is_like(self.after):
            return f"The files show no change yet: {self.before}."
        why = self._why_not_told(self.before, self.after)
        if why:
            return f"Was: {self.before}. Now it can't be told: {why}."
        return f"Was: {self.before}. Now: {self.after}. {WHOSE}"

    def _why_not_told(self, before: Standing, after: Standing) -> str:
        """Why nothing can be told of a change; "" where it can."""
        kind = self.finding.partition(":")[0]
        if after.severity == NO_SUBJECT:
            subject = "person" if kind == "hub" else "agency"
            return f"the files have no such {subject} any more"
        if after.severity == NOT_TOLD:
            one, many = _NOUNS.get(kind, ("row about it", "rows about it"))
            now = f"{counted(after.rows or 0, one, many)} now{_when(after, before)}"
            then = "" if before.rows is None else f", {before.rows:,} then{_when(before, after)}"
            return now + then
        if after.severity == "ask":
            return "the files only raise a question about it (ask)"
        return ""


def _when(one: Standing, other: Standing) -> str:
    """What time the log covered, where that differs."""
    if one.period is None or one.period == other.period:
        return ""
    return f" ({one.period.start} to {one.period.end})"
