"""What got sharper: the same coalition before and after something was said of it."""

from collections import Counter
from dataclasses import InitVar, dataclass, field

import pandas as pd

from collabnet.planning.whatif import WhatIf
from collabnet.risk.assessment import Assessment
from collabnet.risk.rules import SEVERITIES
from collabnet.risk.sure import Level
from collabnet.risk.wording import capital
from collabnet.sharing.internal import headline_words, internal_findings
from collabnet.sharing.released import SEAL, ReleasedFinding

COLUMNS = ("What", "Before", "Now")
LEVELS: dict[Level, str] = {
    "solid": "Findings that are solid",
    "likely": "Findings that are likely",
    "depends on who did not answer": "Findings that depend on who did not answer",
    "too few to tell": "Findings with too few rows to tell",
}


@dataclass(frozen=True)
class ReleasedSharper:
    """What is known now and was not known before, for whoever holds the data.

    Attributes
    ----------
    lead : the most that changed, in a sentence
    figures : DataFrame with the columns What, Before, Now, all text: only what differs
    gained, resolved : findings that are new, and those that are gone
    changed : findings that say something else, or are surer or less sure, before and now
    """

    lead: str
    figures: pd.DataFrame
    gained: tuple[ReleasedFinding, ...]
    resolved: tuple[ReleasedFinding, ...]
    changed: tuple[tuple[ReleasedFinding, ReleasedFinding], ...]
    seal: InitVar[object] = field(default=None)

    def __post_init__(self, seal: object) -> None:
        """Refuse a value that this package did not make."""
        if seal is not SEAL:
            raise TypeError("Only collabnet.sharing makes released values.")


def release_sharper(before: Assessment, after: Assessment) -> ReleasedSharper:
    """Compare two assessments of a coalition, before and after its files were completed.

    Examples
    --------
    >>> import collabnet as cn
    >>> same = cn.assess(cn.load("sample:g1"))
    >>> release_sharper(same, same).lead
    'The findings are the same as before.'
    """
    between = WhatIf((), before, after, ())
    figures = _figures(before, after)
    old = {one.id: one for one in internal_findings(before, before.found)}
    new = {one.id: one for one in internal_findings(after, after.found)}
    said = ((old[name], new[name]) for name in old if name in new)
    changed = tuple((a, b) for a, b in said if _told(a) != _told(b))
    return ReleasedSharper(
        lead=_lead(figures, len(between.gained), len(between.resolved), len(changed)),
        figures=figures,
        gained=tuple(one for name, one in new.items() if name not in old),
        resolved=tuple(one for name, one in old.items() if name not in new),
        changed=changed,
        seal=SEAL,
    )


def _told(one: ReleasedFinding) -> tuple[object, ...]:
    return one.severity, one.sentence, one.sure, one.chances


def _figures(before: Assessment, after: Assessment) -> pd.DataFrame:
    """The figures that differ, in words."""
    ends = [_said(one) for one in (before, after)]
    rows = [(what, ends[0].get(what, "–"), ends[1].get(what, "–")) for what in ends[0] | ends[1]]
    return pd.DataFrame([row for row in rows if row[1] != row[2]], columns=list(COLUMNS))


def _said(assessment: Assessment) -> dict[str, str]:
    forms = Counter(row.basis.form for row in assessment.rows if row.is_log)
    contacts = Counter(
        link.basis
        for contacts in assessment.all_contacts
        if not contacts.is_inside
        for link in contacts.usable
        if link.file != "referrals.csv"
    )
    severities = Counter(one.severity for one in assessment.found)
    sure = Counter(one.sure.level for one in assessment.found)
    links = [one for one in assessment.pathway_dicts if one["service"] is None]
    with_chance = sum(isinstance(one.get("p_any_leaves"), float) for one in links)
    return {
        **dict(headline_words(assessment)),
        "Referrals of which it isn't known what they rest on": str(forms["unknown"]),
        "Referrals that rest on the people alone": str(forms["informal"]),
        "Working ties of which it isn't known what they rest on": str(contacts["unknown"]),
        "Links between agencies whose chance of loss can be worked out": str(with_chance),
        **{f"{capital(one)} findings": str(severities[one]) for one in SEVERITIES},
        **{words: str(sure[level]) for level, words in LEVELS.items()},
    }


def _lead(figures: pd.DataFrame, gained: int, resolved: int, changed: int) -> str:
    parts = [
        f"{n} {words}"
        for n, words in ((gained, "new"), (resolved, "gone"), (changed, "said more exactly"))
        if n
    ]
    if not parts and figures.empty:
        return "The findings are the same as before."
    if not parts:
        return "The findings are the same; the figures under them are sharper."
    return f"Findings: {', '.join(parts)}."
