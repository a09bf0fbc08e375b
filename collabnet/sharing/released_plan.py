"""A plan as an audience may see it."""

from dataclasses import InitVar, dataclass, field

from collabnet.sharing.audiences import Audience
from collabnet.sharing.released import SEAL


@dataclass(frozen=True)
class ReleasedStep:
    """One step in words: what to do, why, what is at stake before and after it, its effort.

    Attributes
    ----------
    change : as text; "" for a question
    before, after : referrals a year at stake; of a question the worst and the best answer
    finding : id of the finding about what it helps; "" where there is none
    """

    action: str
    reason: str
    loss: str
    effort: str
    change: str
    before: float
    after: float
    finding: str = ""


@dataclass(frozen=True)
class ReleasedPlan:
    """A plan in words.

    Attributes
    ----------
    audience, notice, name, label : as in `Released`
    measured, found, confirmed, effort : sentences: what is counted, how the steps were found and
        how good they are, what the recomputation says, what the efforts are
    loss : referrals a year at stake as it is and with the plan
    steps : in the order to take
    singles : the best changes, each alone
    asks : questions with what hangs on them
    before, after : referrals a year at stake as it is, and with the plan, assessed anew
    """

    audience: Audience
    notice: str
    name: str
    label: str
    measured: str
    loss: str
    found: str
    confirmed: str
    effort: str
    steps: tuple[ReleasedStep, ...]
    singles: tuple[ReleasedStep, ...]
    asks: tuple[tuple[str, str], ...]
    before: float
    after: float
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        if seal is not SEAL:
            raise TypeError(
                "Only collabnet.sharing makes released values: call release_plan(plan)."
            )
