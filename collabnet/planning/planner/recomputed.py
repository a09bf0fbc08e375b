"""What a plan brings by assessing the edited coalition anew, beside what was worked out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from collabnet.planning.changes import Change
from collabnet.planning.planner.amounts import amount_words
from collabnet.planning.planner.ground import ground_of, measure_of
from collabnet.planning.planner.objective import Measure
from collabnet.planning.whatif import WhatIf, what_if
from collabnet.risk.assessment import Assessment

SAME = 1e-6


@dataclass(frozen=True)
class Confirmed:
    """The effect of a plan by recomputation.

    Attributes
    ----------
    before, after : float, referrals a year at stake, of the coalition as it is and as edited
    expected : float, the effect that the plan states
    what_if : WhatIf, everything that is different
    """

    before: float
    after: float
    expected: float
    what_if: WhatIf = field(repr=False)

    @property
    def effect(self) -> float:
        """Referrals a year fewer that are at stake."""
        return self.before - self.after

    @property
    def difference(self) -> float:
        """How much more the recomputation brings than the plan states; 0 where they agree."""
        found = self.effect - self.expected
        return 0.0 if abs(found) < SAME else found

    @property
    def sentence(self) -> str:
        """What the recomputation says; a difference is never hidden."""
        ends = f"{amount_words(self.before)} to {amount_words(self.after)}"
        anew = f"Assessed anew with these changes, what is at stake goes from {ends}"
        if not self.difference:
            return f"{anew}, as stated."
        return (
            f"{anew}: "
            f"{self.effect:.1f} fewer, not {self.expected:.1f} as worked out step by step. The "
            "former is what holds."
        )


def confirm(
    before: Assessment, changes: Sequence[Change], measure: Measure, expected: float
) -> Confirmed | None:
    """Assess the coalition with the changes and measure it in the same way; None without any."""
    if not changes:
        return None
    found = what_if(before, changes)
    return Confirmed(_total(found.before, measure), _total(found.after, measure), expected, found)


def _total(assessment: Assessment, measure: Measure) -> float:
    ground = ground_of(assessment)
    own = measure_of(ground, assessment.coalition, measure.takeover, measure.contact_worth)
    return ground.total(own)
