"""A what-if for those outside: in words, since two releases side by side can be subtracted."""

import pandas as pd

from collabnet.planning.whatif import WhatIf
from collabnet.risk.assessment import Assessment
from collabnet.sharing.audiences import NOTICES, Audience
from collabnet.sharing.bands import WITHHELD
from collabnet.sharing.internal import COVERED, LOST
from collabnet.sharing.labels import OutsideSpeaker
from collabnet.sharing.outside_findings import FindingsOutside
from collabnet.sharing.released import SEAL, ReleasedWhatIf
from collabnet.sharing.say_changes import changes_outside

NOT_SHOWN = "–"


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

    changed = [
        (*writer(before).write([old]), *writer(after).write([new])) for old, new in what_if.changed
    ]
    moved = what_if.differences.set_index("figure")["difference"]
    differences = [
        (words, NOT_SHOWN, NOT_SHOWN, _direction(float(moved[list(figures)].sum())))
        for figures, words in FIGURE_WORDS.items()
    ]
    pathways = [
        (speaker.title(a), speaker.title(b), *_some(n, m), *_some(formal, formal_after))
        for a, b, n, m, formal, formal_after in what_if.pathways.itertuples(index=False, name=None)
    ]
    gone = set(broken(what_if))
    withheld = (LOST, WITHHELD), (COVERED, WITHHELD)
    return ReleasedWhatIf(
        audience=audience,
        notice=NOTICES[audience],
        name=before.coalition.settings.name,
        label=before.coalition.settings.label,
        changes=changes_outside(what_if, speaker),
        assumes=what_if.assumes,
        differences=pd.DataFrame(differences, columns=list(DIFFERENCE_COLUMNS)),
        pathways=pd.DataFrame(pathways, columns=list(PATHWAY_COLUMNS)),
        # How few carry a link, or that one person does, is told by findings alone, in bands.
        carriers=pd.DataFrame(columns=list(CARRIER_COLUMNS)),
        contacts=pd.DataFrame(columns=list(CONTACT_COLUMNS)),
        chances=pd.DataFrame(columns=list(CHANCE_COLUMNS)),
        resolved=writer(before).write(what_if.resolved),
        gained=writer(after).write(what_if.gained),
        changed=tuple((pair[0], pair[1]) for pair in changed if len(pair) == 2),
        broken=tuple(
            one.id for one in writer(before).write(f for f in what_if.resolved if f.id in gone)
        ),
        highlight={"gone": [], "lost": [], "interrupted": []},
        links=(),
        headline_before=withheld,
        headline_after=withheld,
        seal=SEAL,
    )


def _direction(difference: float) -> str:
    if difference != difference or difference == 0:
        return "the same"
    return "more" if difference > 0 else "less"


def _some(before: int, after: int) -> tuple[str, str]:
    """Two counts in words: none, some, all of what was; more."""
    first = "some" if before else "none"
    if after == 0:
        return first, "none"
    return first, "the same" if after == before else "less" if after < before else "more"
