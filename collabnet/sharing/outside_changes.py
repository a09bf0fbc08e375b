"""A what-if for those outside: in words, since two releases side by side can be subtracted.

Whether a figure rises or falls is said only where it comes out so whatever the hidden counts are.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from collabnet.planning.whatif import WhatIf
from collabnet.risk.assessment import Assessment
from collabnet.sharing.audiences import NOTICES, Audience
from collabnet.sharing.bands import WITHHELD, is_small
from collabnet.sharing.field_words import name_words
from collabnet.sharing.internal import COVERED, LOST
from collabnet.sharing.labels import OutsideSpeaker
from collabnet.sharing.outside_findings import FindingsOutside, shown_place, told_outside
from collabnet.sharing.released import SEAL, ReleasedFinding, ReleasedWhatIf
from collabnet.sharing.say_changes import changes_outside
from collabnet.sharing.suppression import lost_range

NOT_SHOWN = "–"
SAME = "the same"


def release_changes_outside(what_if: WhatIf, audience: Audience) -> ReleasedWhatIf:
    """Give a what-if without names and without a single count."""
    from collabnet.sharing.changes import (
        CARRIER_COLUMNS,
        CHANCE_COLUMNS,
        CONTACT_COLUMNS,
        DIFFERENCE_COLUMNS,
        FIGURE_WORDS,
        PATHWAY_COLUMNS,
        broken,
    )

    before, after = what_if.before, what_if.after
    speaker = OutsideSpeaker(before.coalition, audience)
    # Agencies keep their labels, and nobody whom a change makes up gives a role away.
    speaker_after = OutsideSpeaker(after.coalition, audience, was=before.coalition)

    def writer(assessment: Assessment) -> FindingsOutside:
        spoken = speaker if assessment is before else speaker_after
        return FindingsOutside(assessment, spoken, hide_counts=True)

    told = {one.id: one for one in told_outside(before)}
    told_after = {one.id: one for one in told_outside(after)}
    hidden = _small(before) | _small(after)
    # A link whose count is hidden before or after is left out: neither gained nor resolved.
    resolved = [one for one in told.values() if one.id not in told_after and one.id not in hidden]
    gained = [one for one in told_after.values() if one.id not in told and one.id not in hidden]
    both = (
        (*writer(before).write([old]), *writer(after).write([told_after[old.id]]))
        for old in told.values()
        if old.id in told_after
    )
    # By what is shown: the rules rank by all counts, hidden ones among them.
    changed = sorted(
        (pair for pair in both if len({*pair}) == 2), key=lambda pair: shown_place(*pair)
    )
    moved = _directions(what_if) | _severities(
        FindingsOutside(before, speaker).write(told.values()),
        FindingsOutside(after, speaker_after).write(told_after.values()),
    )
    differences = [
        (words, NOT_SHOWN, NOT_SHOWN, moved[figures[0]]) for figures, words in FIGURE_WORDS.items()
    ]
    pathways = [
        (speaker.title(a), speaker.title(b), *_some(n, m), *_paper(n, m, formal, formal_after))
        for a, b, n, m, formal, formal_after in what_if.pathways.itertuples(index=False, name=None)
    ]
    withheld = (LOST, WITHHELD), (COVERED, WITHHELD)
    return ReleasedWhatIf(
        audience=audience,
        notice=NOTICES[audience],
        name=name_words(before.coalition.settings, audience),
        label=before.coalition.settings.label,
        changes=changes_outside(what_if, speaker),
        assumes=what_if.assumes,
        differences=pd.DataFrame(differences, columns=list(DIFFERENCE_COLUMNS)),
        pathways=pd.DataFrame(sorted(pathways), columns=list(PATHWAY_COLUMNS)),
        # How few carry a link, or that one person does, is told by findings alone, in bands.
        carriers=pd.DataFrame(columns=list(CARRIER_COLUMNS)),
        contacts=pd.DataFrame(columns=list(CONTACT_COLUMNS)),
        chances=pd.DataFrame(columns=list(CHANCE_COLUMNS)),
        resolved=writer(before).write(resolved),
        gained=writer(after).write(gained),
        changed=tuple((pair[0], pair[1]) for pair in changed),
        broken=tuple(one.id for one in writer(before).write(broken(what_if, resolved))),
        highlight={"gone": [], "lost": [], "interrupted": []},
        links=(),
        headline_before=withheld,
        headline_after=withheld,
        seal=SEAL,
    )


def _small(assessment: Assessment) -> set[str]:
    """The ids that findings about pathways with a small count have inside."""
    return {
        ":".join(("pathway", *one.pair))
        for one in assessment.all_pathways
        if one.service is None and is_small(one.n)
    }


def _severities(
    before: Sequence[ReleasedFinding], after: Sequence[ReleasedFinding]
) -> dict[str, str]:
    """Whether more findings than before are critical, and high, as those outside are told."""

    def moved(severity: str) -> str:
        counts = [sum(one.severity == severity for one in found) for found in (before, after)]
        return _direction(counts[1] - counts[0])

    return {f"{one}_findings": moved(one) for one in ("critical", "high")}


def _directions(what_if: WhatIf) -> dict[str, str]:
    """Whether each figure is more, less or the same afterwards; "–" where counts would tell."""
    before, after = what_if.before, what_if.after
    plain = what_if.differences.set_index("figure")["difference"]
    return {
        "referrals": _each(_sent(before), _sent(after)),
        "covered_by_agreement": _each(_covered(before), _covered(after)),
        "lost_if_one_leaves_low": _apart(lost_range(before), lost_range(after)),
    } | {name: _direction(float(plain[name])) for name in COUNTLESS}


COUNTLESS = ("pathways", "reachable_pairs", "distance_weighted_fragmentation")
"""Figures in which one referral counts as much as ten."""
Pair = tuple[str, str]


def _sent(assessment: Assessment) -> Mapping[Pair, int]:
    return Counter((row.from_agency, row.to_agency) for row in assessment.rows if row.is_log)


def _covered(assessment: Assessment) -> Mapping[Pair, int]:
    return Counter(
        (row.from_agency, row.to_agency)
        for row in assessment.rows
        if row.is_log and row.basis.agreements and row.basis.form == "formal"
    )


def _each(before: Mapping[Pair, int], after: Mapping[Pair, int]) -> str:
    """More or less where every pathway goes that way; how much each of them moves isn't known."""
    moved = {_direction(after.get(pair, 0) - before.get(pair, 0)) for pair in {*before, *after}} - {
        SAME
    }
    if len(moved) > 1:
        return NOT_SHOWN
    return moved.pop() if moved else SAME


def _apart(before: tuple[int, int], after: tuple[int, int]) -> str:
    """More or less where two ranges don't meet."""
    if before[1] < after[0]:
        return "more"
    if after[1] < before[0]:
        return "less"
    return SAME if before == after and before[0] == before[1] else NOT_SHOWN


def _direction(difference: float) -> str:
    if difference != difference or difference == 0:
        return SAME
    return "more" if difference > 0 else "less"


def _paper(n: int, m: int, before: int, after: int) -> tuple[str, str]:
    """What is on paper, in words; of a small count nothing, since a part of it is two at least."""
    if is_small(n) or is_small(m):
        return NOT_SHOWN, NOT_SHOWN
    return _some(before, after, is_part=True)


def _some(before: int, after: int, is_part: bool = False) -> tuple[str, str]:
    """Two counts in words: none, some, all of what was; more.

    What is left of a small count, or of a part of a count, may be none: less isn't told apart,
    since it takes two referrals to lose one and keep one.
    """
    first = "some" if before else "none"
    if after >= before:
        return first, "more" if after > before else SAME if after else "none"
    if is_part or is_small(before):
        return first, "less or none"
    return first, "less" if after else "none"
