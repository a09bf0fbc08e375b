"""A what-if in words: what was changed, what is different, what to mark on the map."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from collabnet.planning.changes import Change, Leaves, Moves
from collabnet.planning.whatif import WhatIf
from collabnet.risk.assessment import Assessment
from collabnet.risk.coverage.offers import build_offers
from collabnet.risk.find_coverage import TEAM
from collabnet.risk.finding import Finding
from collabnet.risk.turnover.say import years_words
from collabnet.risk.wording import share
from collabnet.sharing.audiences import NOTICES, Audience
from collabnet.sharing.internal import headline_words, internal_findings
from collabnet.sharing.people_map import MapTie, map_ties
from collabnet.sharing.released import SEAL, Compared, ReleasedWhatIf
from collabnet.sharing.say_changes import changes_inside

Ends = tuple[str, str, str, str]
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
REFERRALS = tuple(FIGURE_WORDS)[:3]
"""Those that count referrals, and can stand beside each other in one picture."""
CHANCE_COLUMNS = (
    "From", "To", "Chance of the link being gone before", "Chance of the link being gone after",
    "Referrals a year expected to be lost before", "Referrals a year expected to be lost after",
)  # fmt: skip
DIFFERENCE_COLUMNS = ("What", "Before", "After", "Difference")
PATHWAY_COLUMNS = ("From", "To", "Before", "After", "On paper before", "On paper after")
CARRIER_COLUMNS = (
    "From", "To", "Senders before", "Senders after", "Receivers before", "Receivers after",
    "Fewest to end it before", "Fewest to end it after",
)  # fmt: skip
CONTACT_COLUMNS = (
    "Agency", "Other agency", "Usable before", "Usable after", "Strained before",
    "Strained after", "Missing before", "Missing after", "Sides on one person before",
    "Sides on one person after",
)  # fmt: skip


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
        changes=changes_inside(what_if),
        assumes=what_if.assumes,
        differences=_differences(what_if.differences),
        pathways=_told(what_if.pathways, names, PATHWAY_COLUMNS),
        carriers=_told(what_if.carriers, names, CARRIER_COLUMNS),
        contacts=_told(what_if.contacts, names, CONTACT_COLUMNS),
        chances=_chances(what_if.chances, names),
        resolved=internal_findings(before, what_if.resolved),
        gained=internal_findings(after, what_if.gained),
        changed=tuple(
            zip(internal_findings(before, old), internal_findings(after, new), strict=True)
        ),
        broken=tuple(one.id for one in broken(what_if, what_if.resolved)),
        highlight=highlight(what_if),
        links=links(what_if),
        headline_before=headline_words(before),
        headline_after=headline_words(after),
        chances_within=""
        if what_if.chances.empty
        else years_words(after.coalition.settings.assumptions.years),
        referrals=_compared(what_if.differences),
        seal=SEAL,
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


def _compared(table: pd.DataFrame) -> tuple[Compared, ...]:
    """The figures that count referrals, as numbers."""
    found = {row["figure"]: row for row in table.to_dict("records")}
    return tuple(
        Compared(
            FIGURE_WORDS[figures],
            *(
                (int(found[figures[0]][when]), int(found[figures[-1]][when]))
                for when in ("before", "after")
            ),
        )
        for figures in REFERRALS
    )


def _span(ends: Sequence[str]) -> str:
    return " to ".join(dict.fromkeys(ends))


def _said(value: float, is_count: bool) -> str:
    if value != value:
        return "–"
    return f"{value:.0f}" if is_count else f"{value:.2f}"


def _told(table: pd.DataFrame, names: Mapping[str, str], columns: Sequence[str]) -> pd.DataFrame:
    """A table of what differs, with names for ids; a dash where there is no number."""
    rows = [
        (
            names[a],
            "inside" if b == a else names[b],
            *("–" if c is pd.NA else str(c) for c in cells),
        )
        for a, b, *cells in table.itertuples(index=False, name=None)
    ]
    return pd.DataFrame(rows, columns=list(columns))


def _chances(table: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """What may be lost, in per cent and referrals a year; a dash where it isn't known."""
    rows = []
    for a, b, *cells in table.itertuples(index=False, name=None):
        known = [None if cell is pd.NA else float(cell) for cell in cells]
        gone, low, high = known[:2], known[2:4], known[4:]
        losses = [
            "–" if x is None or y is None else _span([f"{x:.1f}", f"{y:.1f}"])
            for x, y in zip(low, high, strict=True)
        ]
        rows.append((names[a], names[b], *("–" if p is None else share(p) for p in gone), *losses))
    return pd.DataFrame(rows, columns=list(CHANCE_COLUMNS))


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


def broken(what_if: WhatIf, resolved: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings that are gone because there is nothing left to find: no such link any more.

    A pathway without a row, two agencies without a usable tie, a gap in an agency of which nobody
    tells any more, a hub who has left: that isn't a remedy.
    """
    after = what_if.after
    left = {(*one.pair, one.service) for one in after.all_pathways}
    told = {one.pair for one in after.all_contacts}
    usable = {one.pair for one in after.all_contacts if one.usable}
    people = set(after.coalition.people["person_id"])
    services = {one for offer in build_offers(after.coalition) for one in offer.services or ()}

    def is_there(one: Finding) -> bool:
        match one.kind, one.subjects:
            case "pathway", (a, b, *service):
                return (a, b, service[0] if service else None) in left
            case "gaps", (agency,):
                return (agency, agency) in told
            case "hub", (person,):
                return person in people
            case "coverage", (subject,):
                return subject == TEAM or subject in services
        return one.subjects in usable

    return tuple(one for one in resolved if not is_there(one))


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
    moved = {one.person for one in what_if.changes if isinstance(one, Moves)} - gone
    kept = frozenset(map(_ends, _ties_of(what_if.after, moved))) if moved else frozenset()
    for tie in _ties_of(what_if.before, gone | moved):
        leaving = {tie.from_id, tie.to_id} & (gone | moved)
        if not leaving or tie.quality == "absent" or (leaving <= moved and _ends(tie) in kept):
            continue
        if tie.passes != "yes" or leaving - set(_posts(what_if.changes)):
            lost.append(tie.id)
        elif leaving & empty:
            interrupted.append(tie.id)
    return {"gone": sorted(gone), "lost": lost, "interrupted": interrupted}


def _ties_of(assessment: Assessment, actors: set[str]) -> list[MapTie]:
    """The lines of the map that have some actors at an end; the log of others isn't put in order.

    Lines are made of all rows with the same two ends: none is cut short.
    """
    rows = [
        row
        for row in assessment.rows
        if (row.sender.id or row.from_agency) in actors
        or (row.receiver.id or row.to_agency) in actors
    ]
    return map_ties(assessment.coalition, rows)


def _ends(tie: MapTie) -> Ends:
    return tie.from_id, tie.to_id, tie.kind, tie.basis


def _posts(changes: Sequence[Change]) -> list[str]:
    """Who gives up a post that somebody else may take over."""
    return [one.person for one in changes if isinstance(one, Leaves | Moves)]


def _empty_posts(changes: Sequence[Change]) -> set[str]:
    return {one.person for one in changes if isinstance(one, Leaves) and one.post == "empty"}
