"""One coalition at two times: what is kept, new and lost, and what that changes."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import pandas as pd

from collabnet.comparison.months import months_words
from collabnet.comparison.waves.apart import apart
from collabnet.comparison.waves.draws import check_draws
from collabnet.comparison.waves.kept_pathways import pathway_changes
from collabnet.comparison.waves.kept_ties import TieChanges, counts_of, jaccard, tie_changes
from collabnet.comparison.waves.paired import paired_measures
from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.planning.whatif import WhatIf
from collabnet.risk.assessment import assess
from collabnet.risk.finding import Finding

What = Literal["both", "survey", "log"]
_TIES = ("kind", "from_id", "to_id", "change")
_OF_TIES = ("contacts", "gaps", "hub")
"""Kinds of findings that rest on ties."""
_OF_ALL = ("critical_findings", "high_findings")
"""Figures that count findings on contacts too."""


@dataclass(frozen=True)
class WaveComparison:
    """Two times of one coalition, compared over those who answered both times.

    Attributes
    ----------
    earlier, later : Coalition
    earlier_label, later_label : what the two times are called
    seed : of what is drawn
    what : "survey" for two waves beside one log, "log" for two windows of it, else "both"
    said : in sentences, what was cut off so that nothing counts for both times
    """

    earlier: Coalition
    later: Coalition
    earlier_label: str = "earlier"
    later_label: str = "later"
    seed: int = 0
    what: What = "both"
    said: tuple[str, ...] = ()

    @cached_property
    def tie_changes(self) -> TieChanges:
        """The ties that can be compared, by who told of them."""
        return tie_changes(self.earlier, self.later)

    @cached_property
    def _ties(self) -> pd.DataFrame:
        rows = [(*tie, change) for tie, change in self.tie_changes.ties.items()]
        return pd.DataFrame(rows, columns=list(_TIES))

    @property
    def ties(self) -> pd.DataFrame:
        """One row per tie: kind, from_id, to_id, change ("kept", "new" or "lost")."""
        return self._ties.copy()

    @cached_property
    def change(self) -> WhatIf:
        """Both times assessed: figures, and findings that are gained and resolved."""
        before, after = (
            assess(one, seed=self.seed, worlds=0) for one in (self.earlier, self.later)
        )
        return WhatIf((), before, after, ())

    @cached_property
    def gained(self) -> tuple[Finding, ...]:
        """Findings that are new at the later time; of windows those of the log alone."""
        return tuple(one for one in self.change.gained if self._is_told(one))

    @cached_property
    def resolved(self) -> tuple[Finding, ...]:
        """Findings that are gone at the later time; of windows those of the log alone."""
        return tuple(one for one in self.change.resolved if self._is_told(one))

    @cached_property
    def changed(self) -> tuple[tuple[Finding, Finding], ...]:
        """Findings of both times whose severity or sentence is another, before and after."""
        return tuple(pair for pair in self.change.changed if self._is_told(pair[0]))

    def _is_told(self, finding: Finding) -> bool:
        """Whether a finding rests on what is known of both times."""
        is_of_log = "log" in finding.sources
        if self.what == "log":
            return finding.kind == "pathway" and is_of_log
        if finding.kind in _OF_TIES and not self.tie_changes.is_asked:
            return False
        return self.has_both_logs or not is_of_log

    @cached_property
    def has_both_logs(self) -> bool:
        """Whether both times have a log; a window without a referral is one all the same."""
        times = (self.earlier, self.later)
        return self.what == "log" or all(len(one.referrals) for one in times)

    @cached_property
    def _pathways(self) -> tuple[pd.DataFrame, int]:
        found, left_out = pathway_changes(self.change.before, self.change.after)
        if self.has_both_logs:
            return found, left_out
        return found.iloc[:0], left_out + len(found)

    @property
    def pathways(self) -> pd.DataFrame:
        """One row per pathway of the log; see `pathway_changes`."""
        return self._pathways[0].copy()

    @cached_property
    def _measures(self) -> pd.DataFrame:
        found = paired_measures(self.tie_changes, seed=self.seed)
        return found.iloc[:0] if self.what == "log" else found

    @property
    def measures(self) -> pd.DataFrame:
        """One row per measure of those who answered both times; see `paired_measures`."""
        return self._measures.copy()

    @cached_property
    def _counts(self) -> pd.DataFrame:
        ties, pathways = self._ties["change"].tolist(), self._pathways[0]["change"].tolist()
        rows = [
            {"what": what, **counts_of(changes), "jaccard": jaccard(changes)}
            for what, changes in (("ties", ties), ("pathways", pathways))
        ]
        told = self.tie_changes
        left_out = [told.left_out_earlier + told.left_out_later, self._pathways[1]]
        return pd.DataFrame(rows).assign(not_compared=left_out)

    @property
    def counts(self) -> pd.DataFrame:
        """Two rows, ties and pathways: kept, new, lost, jaccard (NaN if none), not_compared."""
        return self._counts.copy()

    @property
    def differences(self) -> pd.DataFrame:
        """The figures at both times: figure, before, after, difference; see `what_if`.

        Of windows without those that count findings: contacts have no month.
        """
        found = self.change.differences
        if self.what == "log":
            found = found[~found["figure"].isin(_OF_ALL)].reset_index(drop=True)
        return found

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        from collabnet.risk.as_dict import plain, table_records

        told = self.tie_changes
        made: dict[str, Any] = plain(
            {
                "earlier": self.earlier_label,
                "later": self.later_label,
                "said": list(self.said),
                "answered": None
                if self.what == "log"
                else {
                    "both": len(told.both),
                    "earlier_only": told.earlier_only,
                    "later_only": told.later_only,
                    "is_recorded": told.is_recorded,
                },
                "counts": table_records(self._counts),
                "ties": table_records(self._ties),
                "pathways": table_records(self._pathways[0]),
                "measures": table_records(self._measures),
                "differences": table_records(self.differences),
                "resolved": [one.to_dict() for one in self.resolved],
                "gained": [one.to_dict() for one in self.gained],
                "changed": [{"before": a.to_dict(), "after": b.to_dict()} for a, b in self.changed],
            }
        )
        return made


def compare_waves(
    earlier: Coalition,
    later: Coalition,
    *,
    seed: int = 0,
) -> WaveComparison:
    """Compare one coalition at two times, a folder for each; ids must mean the same in both.

    Of each folder the last wave of the survey is taken, and months that both logs have count for
    the earlier one (`said` tells it). Ties are compared only where both ends, and whoever told
    of them, answered both times; pathways only between agencies that both times have. The others
    are counted.

    Parameters
    ----------
    earlier, later : Coalition
    seed : of the swaps of the paired test, where they are drawn

    Raises
    ------
    CollabnetError
        If either is no coalition, the two have no actor in common, or the later log has no month
        that the earlier one doesn't have.

    Examples
    --------
    >>> import collabnet as cn
    >>> change = compare_waves(cn.load("sample:g1"), cn.load("sample:g1_second_intake"))
    >>> change.counts.loc[1, ["kept", "new", "lost"]].tolist()
    [5, 0, 0]
    """
    for one in (earlier, later):
        if not isinstance(one, Coalition):
            raise CollabnetError(
                f"Two times of a coalition are compared; got {one!r}. Load each first: "
                "cn.load('folder')."
            )
    check_draws(seed)
    if not set(earlier.agencies_of) & set(later.agencies_of):
        raise CollabnetError(
            "Two times of one coalition need the same ids; these have no person and no agency in "
            "common. Compare them as two sites: cn.compare(one, other)."
        )
    old, new, said = apart(earlier, later)
    return WaveComparison(old, new, *_labels(old, new), seed=seed, said=said)


def _labels(earlier: Coalition, later: Coalition) -> tuple[str, str]:
    """What two times are called: by their months, else by their names, else by their order."""
    for one, other in (
        (months_words(earlier.period), months_words(later.period)),
        (earlier.settings.name, later.settings.name),
    ):
        if one != other:
            return one, other
    return "earlier", "later"
