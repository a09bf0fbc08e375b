"""What a what-if takes for granted, kind by kind; in sentences without names or counts."""

from collections.abc import Iterator, Sequence

from collabnet.planning.changes import (
    Backs,
    Change,
    Formalizes,
    Invites,
    Leaves,
    Moves,
    Repairs,
    Retains,
    Ties,
)
from collabnet.risk.assessment import Assessment
from collabnet.risk.blanks import has_blanks

NOBODY = "Nobody rebuilds ties, and no colleague takes over."
NOBODY_ELSE = "Nobody rebuilds ties, and no colleague takes over but whom a change names."
FILLED = (
    "Whoever takes over the post takes over what an agreement in use carries for the position. "
    "Rows whose basis is not known are counted as not on paper."
)
EMPTY = "While the post is empty nothing that rests on the person passes."
FORMALIZED = "An agreement is taken to be in use from its first day; paper alone doesn't do that."
BACKED = (
    "Every second referral of each link and partner passes to the second person. Both hold the "
    "usable ties. How the work would really be shared isn't known."
)
NEW = "Somebody new is there at once, knows the work and is trusted as much."
TIED = "A new contact is taken to work from the first day; a tie on paper is not a tie in use."
REPAIRED = "What strained the ties is taken to be over; nobody was asked."
INVITED = "Whoever is invited is taken to come."
MOVED = (
    "A successor takes over the old post. Whoever moves takes along the contacts that are known "
    "to be informal. Those whose basis is not known are counted as gone."
)
RETAINED = "A rate of leaving changes chances only; what would make people stay isn't looked at."
BLANKS = "Rows that name nobody stay; some of them may be those of who leaves."
FEWER = (
    "Fewer findings, or a smaller loss if one more leaves, can mean that the referrals are gone "
    "already."
)
_OF_KINDS = (
    (Formalizes, FORMALIZED),
    (Backs, BACKED),
    (Ties, TIED),
    (Repairs, REPAIRED),
    (Invites, INVITED),
    (Moves, MOVED),
    (Retains, RETAINED),
)


def assumptions_of(
    changes: Sequence[Change], before: Assessment, after: Assessment
) -> Iterator[str]:
    """Say what some changes take for granted."""
    yield NOBODY_ELSE if any(isinstance(one, Backs) for one in changes) else NOBODY
    left = [one for one in changes if isinstance(one, Leaves)]
    if any(one.post == "filled" for one in left):
        yield FILLED
    if any(one.post == "empty" for one in left):
        yield EMPTY
    for kind, sentence in _OF_KINDS:
        if any(isinstance(one, kind) for one in changes):
            yield sentence
    if any(isinstance(one, Backs) and one.by is None for one in changes):
        yield NEW
    if any(isinstance(one, Leaves | Moves) for one in changes) and has_blanks(before.rows):
        yield BLANKS
    if len(after.rows) < len(before.rows):
        yield FEWER
