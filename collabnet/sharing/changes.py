"""A what-if in words: what was changed, what is different, what to mark on the map."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from collabnet.model import Coalition
from collabnet.planning.changes import Change, Closes, Leaves
from collabnet.planning.whatif import WhatIf
from collabnet.risk.finding import Finding
from collabnet.sharing.audiences import NOTICES, Audience
from collabnet.sharing.internal import headline_words, internal_findings
from collabnet.sharing.people_map import map_ties
from collabnet.sharing.released import SEAL, ReleasedWhatIf

FIGURE_WORDS = {
    ("referrals",): "Referrals that still have a way to pass",
    ("covered_by_agreement",): "Referrals covered by an agreement",
    ("lost_if_one_leaves_low", "lost_if_one_leaves_high"): (
        "Referrals lost for good if one more person leaves"
    ),
    ("pathways",): "Pathways between agencies",
    ("reachable_pairs",): "Ordered pairs of agencies joined by a way through people",
    ("distance_weighted_fragmentation",): "Fragmentation by distance (0 whole, 1 in pieces)",
    ("critical_findings",): "Critical findings",
    ("high_findings",): "High findings",
}
"""The figures of a what-if in words; two names are the ends of one range."""
DIFFERENCE_COLUMNS = ("What", "Before", "After", "Difference")
PATHWAY_COLUMNS = ("From", "To", "Before", "After", "On paper before", "On paper after")


def release_changes(what_if: WhatIf, audience: Audience) -> ReleasedWhatIf:
    """Give a what-if in words; outside internal, without names and counts."""
    if audience != "internal":
        from collabnet.sharing.outside_changes import release_changes_outside

        return release_changes_outside(what_if, audience)
    before, after = what_if.before, what_if.after
    old, new = zip(*what_if.changed, strict=True) if what_if.changed else ((), ())
    names = before.coalition.names
    return ReleasedWhatIf(
        audience="internal",
        notice=NOTICES["internal"],
        name=before.coalition.settings.name,
        label=before.coalition.settings.label,
        changes=tuple(change_words(change, before.coalition) for change in what_if.changes),
        assumes=what_if.assumes,
        differences=_differences(what_if.differences),
        pathways=_pathways(what_if.pathways, names),
        resolved=internal_findings(before, what_if.resolved),
        gained=internal_findings(after, what_if.gained),
        changed=tuple(
            zip(internal_findings(before, old), internal_findings(after, new), strict=True)
        ),
        broken=broken(what_if),
        highlight=highlight(what_if),
        links=links(what_if),
        headline_before=headline_words(before),
        headline_after=headline_words(after),
        seal=SEAL,
    )


def change_words(change: Change, coalition: Coalition) -> str:
    """A change as a sentence, with names."""
    names = coalition.names
    if isinstance(change, Leaves):
        home = names[coalition.agencies_of[change.person][0]]
        state = "the post is empty" if change.post == "empty" else "a successor is in the post"
        return f"{names[change.person]} at {home} leaves; {state}."
    if isinstance(change, Closes):
        return f"{names[change.agency]} closes."
    return (
        f"An agreement in use from {names[change.from_agency]} to {names[change.to_agency]} names "
        "the position."
    )


def _differences(table: pd.DataFrame) -> pd.DataFrame:
    """The figures in words; the two ends of the headline's range on one line."""
    found = {row["figure"]: row for row in table.to_dict("records")}
    rows = []
    for figures, words in FIGURE_WORDS.items():
        ends = [found[figure] for figure in figures]
        is_count = figures != ("distance_weighted_fragmentation",)
        cells = [_span([_said(end[key], is_count) for end in ends]) for key in ("before", "after")]
        changes = sorted(end["difference"] for end in ends)
        signed = [f"{'+' if one > 0 else ''}{_said(one, is_count)}" for one in changes]
        rows.append((words, *cells, _span(signed)))
    return pd.DataFrame(rows, columns=list(DIFFERENCE_COLUMNS))


def _span(ends: Sequence[str]) -> str:
    return " to ".join(dict.fromkeys(ends))


def _said(value: float, is_count: bool) -> str:
    if value != value:
        return "–"
    return f"{value:.0f}" if is_count else f"{value:.2f}"


def _pathways(table: pd.DataFrame, names: Any) -> pd.DataFrame:  # noqa: ANN401 - a Mapping
    rows = [
        (names[a], names[b], *(str(cell) for cell in cells))
        for a, b, *cells in table.itertuples(index=False, name=None)
    ]
    return pd.DataFrame(rows, columns=list(PATHWAY_COLUMNS))


def links(what_if: WhatIf) -> tuple[tuple[str, str, str], ...]:
    """What becomes of each pathway that changes: lost, interrupted, reduced or gained."""
    waiting = any(isinstance(one, Leaves) and one.post == "empty" for one in what_if.changes)
    found = []
    columns = ["from_agency", "to_agency", "before", "after"]
    for a, b, n, m in what_if.pathways[columns].itertuples(index=False, name=None):
        passes = waiting and _passes(what_if, a, b)
        stopped = "interrupted" if passes else "lost"
        found.append((a, b, "gained" if m >= n else stopped if m == 0 else "reduced"))
    return tuple(found)


def _passes(what_if: WhatIf, from_agency: str, to_agency: str) -> bool:
    """Whether every row of a pathway is expected to pass to a successor."""
    pair = (from_agency, to_agency)
    rows = [row for row in what_if.before.rows if (row.from_agency, row.to_agency) == pair]
    return all(row.basis.passes == "yes" for row in rows)


def broken(what_if: WhatIf) -> tuple[str, ...]:
    """Ids of findings that are gone because there is nothing left to find: no such link any more.

    A pathway without a row, two agencies without a usable tie, a gap in an agency of which nobody
    tells any more, a hub who has left: that isn't a remedy.
    """
    after = what_if.after
    left = {(*one.pair, one.service) for one in after.all_pathways}
    told = {one.pair for one in after.all_contacts}
    usable = {one.pair for one in after.all_contacts if one.usable}
    people = set(after.coalition.people["person_id"])

    def is_there(one: Finding) -> bool:
        match one.kind, one.subjects:
            case "pathway", (a, b, *service):
                return (a, b, service[0] if service else None) in left
            case "gaps", (agency,):
                return (agency, agency) in told
            case "hub", (person,):
                return person in people
        return one.subjects in usable

    return tuple(one.id for one in what_if.resolved if not is_there(one))


def highlight(what_if: WhatIf) -> dict[str, list[str]]:
    """Ids on the map before the change: who goes, which ties are lost or interrupted."""
    coalition = what_if.before.coalition
    staying = set(what_if.after.coalition.people["person_id"])
    staying |= set(what_if.after.coalition.agencies["agency_id"])
    actors = [*coalition.agencies["agency_id"], *coalition.people["person_id"]]
    gone = {actor for actor in actors if actor not in staying}
    empty = _empty_posts(what_if.changes)
    lost = sorted(gone & set(coalition.agencies["agency_id"]))
    interrupted = []
    for tie in map_ties(coalition, what_if.before.rows):
        leaving = {tie.from_id, tie.to_id} & gone
        if not leaving or tie.quality == "absent":
            continue
        if tie.passes != "yes" or leaving - set(_posts(what_if.changes)):
            lost.append(tie.id)
        elif leaving & empty:
            interrupted.append(tie.id)
    return {"gone": sorted(gone), "lost": lost, "interrupted": interrupted}


def _posts(changes: Sequence[Change]) -> list[str]:
    return [one.person for one in changes if isinstance(one, Leaves)]


def _empty_posts(changes: Sequence[Change]) -> set[str]:
    return {one.person for one in changes if isinstance(one, Leaves) and one.post == "empty"}
