"""What if: assess an edited copy of a coalition beside the coalition as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.planning.assumes import assumptions_of
from collabnet.planning.before_after import (
    carriers_table,
    chances_table,
    contacts_table,
    referrals_table,
)
from collabnet.planning.changes import CHANGES, Change, change_by_change, write_change
from collabnet.risk.assessment import Assessment, assess
from collabnet.risk.finding import Finding


@dataclass(frozen=True)
class WhatIf:
    """Two assessments and what is different.

    Attributes
    ----------
    changes : what was changed
    before, after : Assessment, of the coalition as it is and of the edited copy
    stages : the coalition to which each change was applied
    """

    changes: tuple[Change, ...]
    before: Assessment
    after: Assessment
    stages: tuple[Coalition, ...] = field(repr=False)

    @property
    def differences(self) -> pd.DataFrame:
        """The figures that change.

        Returns
        -------
        DataFrame, one row per figure: figure, before, after, difference
            referrals : log rows that still have a way to pass; covered_by_agreement;
            lost_if_one_leaves_low, _high : the headline; pathways; reachable_pairs : ordered
            pairs of agencies that a way through people joins; distance_weighted_fragmentation :
            0 to 1, people, direction ignored, NaN with fewer than two; critical and high
            findings
        """
        return self._differences.copy()

    @cached_property
    def _differences(self) -> pd.DataFrame:
        before, after = self.before.figures, self.after.figures
        table = pd.DataFrame(
            {"figure": list(before), "before": before.values(), "after": after.values()}
        )
        return table.assign(difference=table["after"] - table["before"])

    @cached_property
    def resolved(self) -> tuple[Finding, ...]:
        """Findings that are gone afterwards."""
        after = {one.id for one in self.after.judged}
        return self.before.with_sure(one for one in self.before.judged if one.id not in after)

    @cached_property
    def gained(self) -> tuple[Finding, ...]:
        """Findings that are new afterwards."""
        before = {one.id for one in self.before.judged}
        return self.after.with_sure(one for one in self.after.judged if one.id not in before)

    @cached_property
    def changed(self) -> tuple[tuple[Finding, Finding], ...]:
        """Findings whose severity or sentence is another afterwards, before and after."""
        after = {one.id: one for one in self.after.judged}
        pairs = [(one, after[one.id]) for one in self.before.judged if one.id in after]
        moved = [(a, b) for a, b in pairs if (a.severity, a.sentence) != (b.severity, b.sentence)]
        before = self.before.with_sure(a for a, _ in moved)
        return tuple(zip(before, self.after.with_sure(b for _, b in moved), strict=True))

    @property
    def pathways(self) -> pd.DataFrame:
        """Referrals of each pathway before and after, where they differ or the basis does."""
        return self._pathways.copy()

    @cached_property
    def _pathways(self) -> pd.DataFrame:
        return referrals_table(self.before, self.after)

    @property
    def carriers(self) -> pd.DataFrame:
        """How many people carry and receive each pathway, and how few would end it."""
        return carriers_table(self.before, self.after)

    @property
    def contacts(self) -> pd.DataFrame:
        """Direct ties of each two agencies before and after, where they differ."""
        return contacts_table(self.before, self.after)

    @property
    def chances(self) -> pd.DataFrame:
        """What may be lost of each pathway before and after, where rates of leaving are given."""
        return self._chances.copy()

    @cached_property
    def _chances(self) -> pd.DataFrame:
        return chances_table(self.before, self.after)

    @property
    def assumes(self) -> tuple[str, ...]:
        """What is taken for granted."""
        return tuple(assumptions_of(self.changes, self.before, self.after))

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        from collabnet.risk.as_dict import plain, table_records

        made: dict[str, Any] = plain(
            {
                "schema_version": 1,
                "changes": [str(change) for change in self.changes],
                "written": [write_change(change) for change in self.changes],
                "assumes": self.assumes,
                "differences": table_records(self.differences),
                "pathways": table_records(self.pathways),
                "carriers": table_records(self.carriers),
                "contacts": table_records(self.contacts),
                "chances": table_records(self.chances),
                "resolved": [one.to_dict() for one in self.resolved],
                "gained": [one.to_dict() for one in self.gained],
                "changed": [{"before": a.to_dict(), "after": b.to_dict()} for a, b in self.changed],
            }
        )
        return made


def what_if(coalition: Coalition | Assessment, changes: Sequence[Change] | Change) -> WhatIf:
    """Assess a coalition with some changes beside the coalition as it is.

    Equal to assessing edited input; the coalition that was given stays as it is.

    Parameters
    ----------
    coalition : Coalition, or its Assessment, which is not computed again
    changes : one or more of Leaves, Closes, Formalizes, Backs, Ties, Repairs, Invites, Moves,
        Retains; applied in order

    Raises
    ------
    NotFoundError
        If a change names a person, an agency or a role that is not there.
    CollabnetError
        If no change is given, or one can't be made; the text says why and what to do.

    Examples
    --------
    >>> import collabnet as cn
    >>> change = cn.what_if(cn.load("sample:g1"), [cn.Leaves("I1")])
    >>> change.differences.set_index("figure").loc["reachable_pairs", "difference"]
    np.float64(-4.0)
    """
    if isinstance(changes, Change | str):
        changes = [changes]  # a text is refused below, as a whole
    if not changes:
        raise CollabnetError(
            "A what-if needs a change; none came. Name one, for example that a person leaves."
        )
    for change in changes:
        if not isinstance(change, Change):
            raise CollabnetError(
                f"A what-if needs changes such as Leaves('id'); got {change!r}. The kinds are "
                f"{', '.join(kind.__name__ for kind in CHANGES)}."
            )
    before = coalition if isinstance(coalition, Assessment) else assess(coalition)
    *stages, changed = change_by_change(before.coalition, changes)
    after = Assessment(changed, seed=before.seed, worlds=before.worlds, near=before)
    return WhatIf(tuple(changes), before, after, tuple(stages))
