"""What if: assess an edited copy of a coalition beside the coalition as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.planning.changes import Change, Leaves, apply_changes
from collabnet.risk.assessment import Assessment, assess
from collabnet.risk.blanks import has_blanks
from collabnet.risk.finding import Finding


@dataclass(frozen=True)
class WhatIf:
    """Two assessments and what is different.

    Attributes
    ----------
    changes : what was changed
    before, after : Assessment, of the coalition as it is and of the edited copy
    """

    changes: tuple[Change, ...]
    before: Assessment
    after: Assessment

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
        after = {one.id for one in self.after.found}
        return tuple(one for one in self.before.found if one.id not in after)

    @cached_property
    def gained(self) -> tuple[Finding, ...]:
        """Findings that are new afterwards."""
        before = {one.id for one in self.before.found}
        return tuple(one for one in self.after.found if one.id not in before)

    @cached_property
    def changed(self) -> tuple[tuple[Finding, Finding], ...]:
        """Findings whose severity or sentence is another afterwards, before and after."""
        after = {one.id: one for one in self.after.found}
        pairs = [(one, after[one.id]) for one in self.before.found if one.id in after]
        return tuple(
            (a, b) for a, b in pairs if (a.severity, a.sentence) != (b.severity, b.sentence)
        )

    @property
    def pathways(self) -> pd.DataFrame:
        """Referrals of each pathway before and after, where they differ or the basis does."""
        columns = ["from_agency", "to_agency", "before", "after", "formal_before", "formal_after"]
        return pd.DataFrame(_pathway_rows(self.before, self.after), columns=columns)

    @property
    def assumes(self) -> tuple[str, ...]:
        """What is taken for granted."""
        said = ["Nobody rebuilds ties, and no colleague takes over."]
        left = [one for one in self.changes if isinstance(one, Leaves)]
        if any(one.post == "filled" for one in left):
            said.append(
                "Whoever takes over the post takes over what an agreement in use carries for the "
                "position; rows whose basis is not known are counted as not on paper."
            )
        if any(one.post == "empty" for one in left):
            said.append("While the post is empty nothing that rests on the person passes.")
        if left and has_blanks(self.before.rows):
            said.append("Rows that name nobody stay; some of them may be those of who leaves.")
        if len(self.after.rows) < len(self.before.rows):
            said.append(
                "Fewer findings, or a smaller loss if one more leaves, can mean that the "
                "referrals are gone already."
            )
        return tuple(said)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        from collabnet.risk.as_dict import plain, table_records

        made: dict[str, Any] = plain(
            {
                "schema_version": 1,
                "changes": [str(change) for change in self.changes],
                "assumes": self.assumes,
                "differences": table_records(self.differences),
                "pathways": table_records(self.pathways),
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
    changes : one or more of Leaves, Closes, Formalizes; applied in order

    Raises
    ------
    NotFoundError
        If a change names a person or an agency that is not there.

    Examples
    --------
    >>> import collabnet as cn
    >>> change = cn.what_if(cn.load("sample:g1"), [cn.Leaves("I1")])
    >>> change.differences.set_index("figure").loc["reachable_pairs", "difference"]
    np.float64(-4.0)
    """
    if isinstance(changes, Change):
        changes = [changes]
    if not changes:
        raise CollabnetError(
            "A what-if needs a change; none came. Name one, for example that a person leaves."
        )
    for change in changes:
        if not isinstance(change, Change):
            raise CollabnetError(
                f"A what-if needs changes such as Leaves('id'); got {change!r}. The kinds are "
                "Leaves, Closes and Formalizes."
            )
    before = coalition if isinstance(coalition, Assessment) else assess(coalition)
    changed = apply_changes(before.coalition, changes)
    after = Assessment(changed, seed=before.seed, near=before)
    return WhatIf(tuple(changes), before, after)


def _pathway_rows(
    before: Assessment, after: Assessment
) -> list[tuple[str, str, int, int, int, int]]:
    sizes: list[dict[tuple[str, str], tuple[int, int]]] = [
        {
            one.pair: (one.n or 0, one.basis["formal"])
            for one in assessment.all_pathways
            if one.service is None
        }
        for assessment in (before, after)
    ]
    rows = []
    for pair in sorted(sizes[0] | sizes[1]):
        (n, formal), (m, formal_after) = (size.get(pair, (0, 0)) for size in sizes)
        if (n, formal) != (m, formal_after):
            rows.append((*pair, n, m, formal, formal_after))
    return rows
